"""Words around a date by which it is another day than the publication's: a life's, an event's, another paper's."""

import re

from archiver.normalise import date_labels

_OF_ELSE = re.compile(
    r"\b(?:events?|concert|born|birth\w*|died|deaths?|when|deadline|kick[- ]?off|expires?|ends?|starts?|begins?|until|till|taken|recorded|valid|founded"
    r"|data\s+to|accessed|retrieved|received|accepted|(?:issue|edition)\s+of|joined|(?:member|registered|user)\s+since|registered|last\s\w+|next\s\w+|(?:fact-)?checked|reviewed|as\s+of"
    r"|release\s+date|(?:was|were|been)\s(?!written|sent)\w{2,20}(?:ed|en|n)"
    r"|(?:registriert|mitglied|angemeldet|dabei)(?:\sseit)?|geprüft|nächste\w*\s\w+|inscrite?(?:\sdepuis)?|membre\sdepuis|vérifiée?|prochaine?\s\w+"
    r"|(?:miembro|membro|registrad[oa])(?:\sdesde)?|(?:iscritt[oa]|membro)\sdal?|lid\ssinds|(?:próxim|prossim)[oa]\s\w+|(?:re|veri)[vf]i[sc]a[dt][oa]|volgende\s\w+"
    r"|зарегистрирован\w*|проверено|следующ\w+\s\w+|عضو\sمنذ|تاريخ\sالتسجيل"
    r"|geboren|gestorben|bis|gültig\s(?:ab|seit)|wann|termin|veranstaltung|beginn|ende|aufgenommen|abgerufen|zugriff|ausgabe\s+vom|née?|morte?|quand|jusqu['’]au|consultée?"
    r"|nacid[oa]|cuándo|hasta|consultad[oa]|nat[oa]|quando|fino\s+al|até|родил\w+|умер\w*|до)"
    r"\s*[:：]?\s*(?:(?:on|am|zum|le|el|il|den)\s+)?(?:\w{2,12},?\s+)?\Z",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\s*(?:events?|interview|archives?|concerts?|conference|exhibition|lecture|webinar|workshop|reading|talk|screening|performance|match|game"
    r"|veranstaltung(?:en)?|konzert|archiv|vortrag|lesung|ausstellung|tagung|führung|événement|entretien|conférence|exposition|spectacle"
    r"|evento|entrevista|archivo|concierto|conferencia|exposición|concerto|intervista|archivio|convegno|mostra|arquivo|exposição)\s?[:：]",
    re.IGNORECASE,
)
_ON_AIR = re.compile(
    r"\b(?:berichtete\w*|sendete|gesendet|ausgestrahlt|aired|broadcast)\b[^.!?]{0,50}\Z", re.IGNORECASE
)
_BY_READER = re.compile(
    r"\b(?:printed|saved|downloaded|today(?:\sis|[:：])|(?:aus)?gedruckt|heute\sist|imprimé|aujourd['’]hui|impreso|stampato|afgedrukt|распечатано)\b[^.!?]{0,50}\Z",
    re.IGNORECASE,
)
_OF_LIFE = re.compile(r"(?:出生|逝世|去世|死去|成立|開催|生年月日|没年月日|期限|출생|사망|설립)[^\d]{0,8}\Z")
_TO_ANOTHER = re.compile(
    r"\s?[–—－~〜～-]\s?(?:[^\W\d]{2,12}\.?,?\s)?(?:(?:\d{1,2}[\s./-](?:[^\d\n]{2,20}|\d{1,2}[./-])|[^\W\d]{3,12}\.?\s\d{1,2},\s)\d{4}\b"
    r"|\d{4}(?:[./-]|年\s?)\d{1,2}(?:[./-]|月\s?)\d)"
)
_TAIL = re.compile(r"\s[–—-]\s.*")
_IN_ANOTHER = re.compile(
    r"\b(?:(?:first|originally)\s(?:published|appeared|printed)\s(?:in|by|at)|(?:zuerst|ursprünglich)\s(?:erschienen\s)?(?:in|im|bei)|appears?\sin\sprint\s(?:on|in))\s\D{0,80}\Z",
    re.IGNORECASE,
)
_BEFORE = 60  # code points before a date in which such words are looked for
_LONG_BEFORE = 120


_IN_ANOTHER_BEHIND = re.compile(r"\W{0,2}\s(?:in|on)\s(?:the\s)?[A-Z]")
_ORIGINAL = re.compile(r"\b(?:first|originally)\s(?:published|posted|appeared|printed)\b.{0,30}\Z", re.IGNORECASE)

_ORIGINALLY = re.compile(
    r"\boriginal(?:ly\s(?:published|posted|appeared|printed|aired)|\spublication)\b.{0,30}\Z", re.IGNORECASE
)


def of(line: str, date: str, *, bare: bool) -> str | None:
    """What a date in a line is instead; None where nothing says so. `bare`: it has no label."""
    start = max(0, line.find(date))
    end = start + len(date)
    before = line[max(0, start - _LONG_BEFORE) : start]
    if _IN_ANOTHER.search(before) or (_ORIGINAL.search(before) and _IN_ANOTHER_BEHIND.match(line, end)):
        return "when another paper published it"
    if bare and any(words.search(before[-_BEFORE:]) for words in (_OF_ELSE, _OF_LIFE, _ON_AIR)):
        return "the day of something else, by the words before it"
    if bare and _BY_READER.search(before[-_BEFORE:]):
        return "when somebody printed or looked at the page"
    if bare and _EVENT.match(line):
        return "the day of an event, by the line's first word"
    to = _TO_ANOTHER.match(line, start + len(_TAIL.sub("", date)))
    return "the first of two days that a dash joins" if to and not date_labels.has_label(line[end:]) else None


def is_original(line: str, date: str) -> bool:
    """Whether a date is that of an original, which may have been another page: "Originally published: 3 May 2009"."""
    start = max(0, line.find(date))
    return bool(_ORIGINALLY.search(line[max(0, start - _BEFORE) : start]))
