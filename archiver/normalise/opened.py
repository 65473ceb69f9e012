"""Pages whose text stands where a browser with scripts doesn't look: in frames' place, for no scripts, in templates."""

import re

_FRAMES = re.compile(r"</?(?:noframes|frameset|frame)\b[^<>]{0,2000}>", re.IGNORECASE)
_CLOSED = re.compile(
    r"</?noscript\b[^<>]{0,200}>|<script\b[^<>]{0,200}\btype\s?=\s?[\"']?text/(?:x-)?template\b[^<>]{0,200}>",
    re.IGNORECASE,
)
_MARKS = ("<noscript", "<NOSCRIPT", "text/template", "text/x-template")


def without_frames(text: str) -> str:
    """The page's mark-up with what it shows where frames aren't known as its body."""
    return _FRAMES.sub("", text) if "noframes" in text or "NOFRAMES" in text else text


def opened(text: str) -> str | None:
    """The mark-up with what is there for browsers without scripts, and what scripts put into the page, as part of it.

    None where there is neither.
    """
    if not any(mark in text for mark in _MARKS):
        return None
    return _CLOSED.sub("", text)
