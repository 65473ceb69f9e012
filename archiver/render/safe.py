"""What comes from the web is hostile to terminals: control characters go, whoever wrote them."""

# C0 and C1 controls and DEL could move the cursor, change colours or answer queries; the bidirectional overrides,
# embeddings and isolates could show text in another order than it has. Newline and tab are dealt with by the caller.
_FORBIDDEN = [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029]
_BREAKS = (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)
_DELETE: dict[int, str | None] = {**dict.fromkeys(_FORBIDDEN), **dict.fromkeys(_BREAKS, " ")}
_ESCAPE = {code: f"\\u{code:04x}" for code in _FORBIDDEN if code >= 0x7F}  # noqa: PLR2004


def one_line(text: str) -> str:
    """The text without control characters, line breaks and tabs as spaces; bytes that were no text as question marks."""
    return text.translate(_DELETE).encode("utf-8", "replace").decode("utf-8")


def several_lines(text: str) -> str:
    """The text without control characters other than its line breaks."""
    return "\n".join(map(one_line, text.split("\n")))


def escape_json(text: str) -> str:
    """JSON, written without ASCII escapes, made safe to print: the same value, hostile characters as escapes."""
    return text.translate(_ESCAPE)


def web_link(url: str | None) -> str | None:
    """The URL, in ASCII, if it is one that a terminal may offer to open, else None."""
    scheme, separator, rest = (url or "").partition("://")
    host = rest.partition("/")[0]
    if scheme not in ("http", "https") or not separator or not host or ("[" in host) != ("]" in host):
        return None
    if url is None or url.translate(_DELETE) != url or url.split() != [url]:
        return None
    return "".join(each if each.isascii() else _percent(each) for each in url)


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))
