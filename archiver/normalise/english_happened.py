"""English nouns of what nobody plans, a crash or an attack, whose day is over whatever the sentence says of those who now deal with it."""

from collections.abc import Sequence
from typing import Final

from archiver.normalise import english_verbs as verbs
from archiver.normalise.words import listed

_MISHAPS: Final = frozenset(
    listed(
        "abduction accident airstrike arrest arrests arson assassination assault attack attacks avalanche blackout blast blasts blaze blazes "
        "bombardment bombing bombings brawl break-in burglary capsizing clashes collapse collision crash crashes derailment disaster "
        "drowning earthquake eruption explosion explosions fire fires gunfight hijacking incident kidnapping killing killings landslide "
        "massacre mudslide murder murders outage pile-up pileup quake raid raids rampage rape riot riots robbery shelling shooting "
        "shootings sinking stabbing stabbings tragedy tremor wreck"
    )
)
_FORECAST: Final = frozenset(
    listed(
        "blizzard cyclone deluge downpour fall flood flooding floods hailstorm hurricane snowstorm storm storms tornado tornadoes typhoon"
    )
)
"""What is forecast, or a verb, too: over only behind "after"."""
_FEARED: Final = frozenset(listed("another any fresh further imminent more new planned possible potential"))
"""Words before what may be still to come."""
_SAYING: Final = frozenset(listed("alleges claims confirms says shows states suggests warns"))
"""What a statement, right behind its day, says now: "A letter on Sunday says he will go"."""
_AWAITING: Final = frozenset(
    listed("ballots bookings campaigning candidates nominations plans preparations registration tickets")
)
"""What before "for" tells that something is to come."""
_AFTER: Final = frozenset(listed("after following since"))
_PLACED: Final = frozenset(listed("at between close from in inside involving near off on outside"))
"""Words that open where it happened, between the noun and its day."""
_FAR: Final = 6  # words from the noun to its day
_NEAR: Final = 5  # words from "after" to the noun


def before(words: Sequence[str], first: int, edge: int) -> tuple[bool, bool]:
    """Whether the day whose words begin at `edge` is that of a noun before it, from the word `first` on, and whether "after" opens it."""
    noun = _noun(words, first, edge)
    if noun is None:
        return False, False
    opened = _opened(words, max(first, noun - _NEAR), noun)
    return opened or (words[noun] in _MISHAPS and words[noun - 1] not in _FEARED), opened


def behind(words: Sequence[str], at: int) -> bool:
    """Whether a noun behind "Sunday’s", which is the word before `at`, is of what happened: "Sunday night’s deadly attack"."""
    for place in range(at, min(at + _NEAR - 1, len(words))):
        word = words[place]
        if word in _MISHAPS:
            return True
        if word in _FORECAST:
            return _opened(words, max(0, at - _NEAR), at - 1)
        if word in verbs.PREPOSITIONS or _parts(word):
            return False
    return False


def is_awaited(words: Sequence[str], first: int, edge: int) -> bool:
    """Whether a day is of what tickets, from the word `first` on, are for: "tickets for the concert on 20 September"."""
    return any(words[at] == "for" and words[at - 1] in _AWAITING for at in range(first + 1, edge))


def is_mishap(word: str) -> bool:
    """Whether a word is of what happened: "the 3 December crash"."""
    return word in _MISHAPS


def is_said(words: Sequence[str], at: int) -> bool:
    """Whether the word behind a day tells what was said then."""
    return at < len(words) and words[at] in _SAYING


def _noun(words: Sequence[str], first: int, edge: int) -> int | None:
    for at in range(edge - 1, max(first, edge - _FAR) - 1, -1):
        word = words[at]
        if word in _MISHAPS or word in _FORECAST:
            return at if at == edge - 1 or words[at + 1] in _PLACED else None
        if _parts(word):
            return None
    return None


def _opened(words: Sequence[str], first: int, last: int) -> bool:
    """Whether one of the words from `first` to before `last` is "after", with nothing but words of the noun behind it."""
    for at in range(last - 1, first - 1, -1):
        if words[at] in _AFTER:
            return True
        if _parts(words[at]):
            return False
    return False


def _parts(word: str) -> bool:
    """Whether another clause begins at a word or mark."""
    return word in verbs.CONJUNCTIONS or not word[0].isalnum()
