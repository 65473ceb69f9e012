"""Pages of a fictional site: each article has words of its own, and all may share lines."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from archiver import Capture

if TYPE_CHECKING:
    from collections.abc import Sequence

APPEAL = "The Tarn Post belongs to its readers and takes no money from anybody else, so send us what you can spare."
_VOCABULARY = (
    "harbour council bridge teacher market garden railway museum orchard lantern kettle boat mayor school ferry winter "
    "summer river valley tunnel chapel quarry baker engine painter meadow lamp violin stable cellar mill weaver"
)
_WORDS = _VOCABULARY.split()


def sentence(seed: str, words: int = 18) -> str:
    """A sentence of words by chance, the same for the same seed."""
    drawn = random.Random(seed)
    return " ".join(drawn.choice(_WORDS) for _ in range(words)).capitalize() + "."


def title(number: int) -> str:
    """The headline of an article."""
    return sentence(f"title {number}", 6).rstrip(".")


def page(number: int, lines: Sequence[str] = (APPEAL,), *, site: str = "tarnpost.example", own: int = -1) -> Capture:
    """The page of an article, with these lines behind its own; `own` is the number of another whose words it has."""
    seed = own if own >= 0 else number
    paragraphs = [sentence(f"{seed} first"), sentence(f"{seed} second", 24), *lines, sentence(f"{seed} last")]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    html = (
        f"<html><head><title>{title(seed)} - The Tarn Post</title><meta property='og:site_name' content='The Tarn Post'>"
        f"</head><body><article><h1>{title(seed)}</h1>{body}</article></body></html>"
    )
    return Capture(
        payload=html.encode(),
        content_type="text/html",
        url=f"https://www.{site}/news/{number}",
        source=f"page {number}",
    )
