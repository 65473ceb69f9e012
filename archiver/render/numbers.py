"""Numbers as a person reads them."""


def counted(number: int, one: str, many: str = "") -> str:
    """A number with what it counts: `1 article`, `2,000 articles`; `many` is the plural where an s doesn't make it."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
