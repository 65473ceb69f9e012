"""Sports sides that news call by their town or state alone: "beat Chelsea 3-2", "Oakland pitcher", "Texas v Kansas".

A national side is called by its country, which is a place all the same.
"""

from itertools import islice
from typing import Final

import regex

from archiver.normalise.beside import Before

_BEFORE: Final = 40
_AFTER: Final = 60
"""Characters on either side that are looked at."""

_FEWEST: Final = 3
"""Words of sports that a text about sport has at the least."""

_ABOUT_SPORT: Final = regex.compile(
    r"\b(?:league|match(?:es)?|game|games|goals?|season|coach|striker|midfielder|goalkeeper|quarterback|innings|wickets?|tournament|play-?offs?|"
    r"players?|scored?|half-?time|home\swin|touchdowns?|rebounds|cup|club|team|teams|championships?|soccer|football|rugby|cricket|baseball|hockey|basketball)\b",
    regex.IGNORECASE,
)
SURE: Final = 3
"""What a score counts for: it tells by itself, where the other signs need a text about sport."""

_SURE_BEHIND: Final = regex.compile(
    r"\s(?:beat|lost\sto|drew\swith|defeated|thrashed|edged|won\sat|went\sdown\sto)\s\p{Lu}[^.;\n]{1,30}?\s\d{1,3}[-–]\d{1,3}(?![\d-])"
)
_SCORE_BEHIND: Final = regex.compile(
    r"\s(?:\(\d{1,2}\)\s)?(?:v|vs|versus)\.?\s\p{Lu}|\s\d{1,3}[-–]\d{1,3}(?![\d-])|\s\d{1,2}[,\s]\s?\p{Lu}[\p{L}’'\-]+\s\d{1,2}(?!\d)"
)
_SCORE_BEFORE: Final = Before(
    r"\p{L}\)?\s(?:v|vs)\.?\s|\b(?:beat|beating|beaten\sby|thrash(?:ed|ing)|hammered|trounced|routed|outplayed|drew\swith)\s",
    _BEFORE,
)
_PLAYS_BEHIND: Final = regex.compile(
    r"(?:['’]s?)?\s(?:strikers?|midfielders?|goalkeepers?|keeper|defenders?|wingers?|fly-half|scrum-half|full-?back|wicketkeeper|batsman|bowler|"
    r"quarterbacks?|linebackers?|cornerback|running\sback|pitchers?|shortstop|outfielder|guard|center|centre|forwards?|left-back|right-back|"
    r"defen[cs]eman|goaltender|playmaker|prop|hooker|lock|skipper|coach|manager|captain|team-?mates?|fans|supporters)\b|"
    r"\s(?:beat|thrashed|edged|downed|routed|stunned|overcame|trounced|crushed|hammered|won|lost|drew|scored|conceded|led|trailed|play(?:s|ed)?|"
    r"host(?:s|ed)?|fac(?:e|es|ed))\b"
)
_PLAYS_BEFORE: Final = Before(
    r"\b(?:defeated|edg(?:ed|ing)|downed|stunned|overc[ao]me|crushed|eliminated|visiting|hosts?|hosted|fac(?:e|es|ed|ing)|"
    r"champions|leaders|holders|rivals|strugglers|"
    r"(?:lost|losing|loses?|loss(?:es)?|defeats?|wins?|victor(?:y|ies)|triumph|draws?|drew|game|match|tie|clash|semifinal|semi-final|final)"
    r"\s(?:to|over|against|at|by|with)|(?:play|plays|played|playing|signed|scored|debut|goals?|appearances?)\s(?:for|against|with)|"
    r"on\sloan\s(?:to|from|at|with)|signed\sfrom|No\.?\s?\d{1,2})\s",
    _BEFORE,
)
_PLAYER_BEFORE: Final = Before(r"\p{Lu}[\p{L}’'.\-]+\s\(", _BEFORE)
_PLAYER_BEHIND: Final = regex.compile(r"(?:,\s\p{Lu}[^()]{2,30})?\)")


def about_sport(text: str) -> bool:
    """Whether a text speaks of sport, as its words tell."""
    return next(islice(_ABOUT_SPORT.finditer(text), _FEWEST - 1, None), None) is not None


def playing(text: str, start: int, end: int) -> float:
    """How much the words around a mention of a place say that it stands for a side: 0 for nothing, `SURE` for a score."""
    behind = text[end : end + _AFTER]
    score, beaten = _SCORE_BEHIND.match(behind), _SCORE_BEFORE.find(text, start)
    if (score and beaten) or _SURE_BEHIND.match(behind):
        return SURE
    if score or beaten:
        return 2
    plays = bool(_PLAYS_BEHIND.match(behind)) + bool(_PLAYS_BEFORE.find(text, start))
    if _PLAYER_BEFORE.find(text, start) and _PLAYER_BEHIND.match(behind):
        plays += 1
    return float(plays)
