"""Words around a date by which it is another day than the publication's: a life's, an event's, another paper's."""

import re

_OF_ELSE = re.compile(
    r"\b(?:events?|concert|born|birth\w*|died|deaths?|when|deadline|kick[- ]?off|expires?|ends?|starts?|begins?|until|till|taken|recorded|valid|founded"
    r"|data\s+to|accessed|retrieved|(?:issue|edition)\s+of"
    r"|geboren|gestorben|bis|wann|termin|veranstaltung|beginn|ende|aufgenommen|abgerufen|zugriff|ausgabe\s+vom|née?|morte?|quand|jusqu['’]au|consultée?"
    r"|nacid[oa]|cuándo|hasta|consultad[oa]|nat[oa]|quando|fino\s+al|até|родил\w+|умер\w*|до)"
    r"\s*[:：]?\s*(?:(?:on|am|zum|le|el|il|den)\s+)?(?:\w{2,12},?\s+)?\Z",
    re.IGNORECASE,
)
_TO_ANOTHER = re.compile(
    r"\s?[–—-]\s?(?:[^\W\d]{2,12}\.?,?\s)?(?:\d{1,2}[\s./-](?:[^\d\n]{2,20}|\d{1,2}[./-])|[^\W\d]{3,12}\.?\s\d{1,2},\s)\d{4}\b"
)
_IN_ANOTHER = re.compile(
    r"\b(?:(?:first|originally)\s(?:published|appeared|printed)\s(?:in|by|at)|(?:zuerst|ursprünglich)\s(?:erschienen\s)?(?:in|im|bei))\s\D{1,80}\Z",
    re.IGNORECASE,
)
_BEFORE = 60  # code points before a date in which such words are looked for
_LONG_BEFORE = 120


def of(line: str, date: str, *, bare: bool) -> str | None:
    """What a date in a line is instead; None where nothing says so. `bare`: it has no label."""
    start = max(0, line.find(date))
    if _IN_ANOTHER.search(line[max(0, start - _LONG_BEFORE) : start]):
        return "when another paper published it"
    if bare and _OF_ELSE.search(line[max(0, start - _BEFORE) : start]):
        return "the day of something else, by the words before it"
    if bare and _TO_ANOTHER.match(line, start + len(date)):
        return "the first of two days that a dash joins"
    return None
