"""Letters that any match of a pattern has."""

import pytest

from archiver.normalise import stems


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("harbour", {"harbo"}),
        (r"(?:first|last)?\s?wall", {"wall"}),
        ("walls?|quays?", {"wall", "quay"}),
        ("(?:stone|brick)wall|ferry", {"wall", "ferry"}),
        ("(?:stone|brick)?", None),
        ("w[ae]ll", {"ll"}),
        ("birth", {"rth"}),
        ("quayed?", {"quaye"}),
        (r"\s\d{4}", None),
        ("port|quay|porthole", {"port", "quay"}),
        ("خبر?", {"خب"}),
    ],
)
def test_letters_of_a_pattern(pattern: str, found: set[str] | None) -> None:
    """The longest letters that no match is without, of each alternative; a pattern without any is refused."""
    if found is None:
        with pytest.raises(ValueError, match="nothing that every match has"):
            stems.of([pattern])
    else:
        assert stems.of([pattern]) == found
