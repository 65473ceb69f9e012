"""Sports sides that news call by their town."""

import pytest

from archiver.normalise import sides


@pytest.mark.parametrize(
    ("text", "plays"),
    [
        ("They beat Leeds 3-2 on Saturday.", True),
        ("Leeds beat the visitors.", True),
        ("Leeds striker Anna Kernow is hurt.", True),
        ("The win over Leeds was her last.", True),
        ("Joris Maes (Leeds, England) was out.", True),
        ("Leeds v Hull is on Saturday.", True),
        ("The mayor of Leeds said so.", False),
        ("He moved to Leeds in 2003.", False),
    ],
)
def test_a_town_that_plays(text: str, plays: bool) -> None:
    """What stands beside the name tells that a side is meant."""
    start = text.index("Leeds")
    assert bool(sides.playing(text, start, start + len("Leeds"))) is plays
