"""What a citation of a news article needs, the same for every format of citations; nothing that the page doesn't state."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlsplit

from archiver.export.columns import captured
from archiver.export.plain import one_line

if TYPE_CHECKING:
    from archiver.document import Document, StatedDate

_ID_DIGITS = 12  # of the id, in a citation's key: 48 bits tell a million articles apart
_URL_SAFE = "!#$%&'()*+,-./:;=?@[]_~"
_SCHEME = re.compile(r"(?i)(?:https?|ftp)://\S")

# Names are taken apart only where the surname comes last: not in scripts or languages in which it comes first, or in
# which there may be none.
_SURNAME_FIRST = frozenset(("hu", "ja", "ko", "vi", "zh"))
_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")
_MOST_WORDS = 5
_SUFFIX = re.compile(r"(?i)(?:jr|sr|jnr|snr)\.?|[IVX]{2,4}")
_PARTICLES = frozenset((
    "af", "al", "av", "bin", "bint", "d'", "da", "das", "de", "degli", "dei", "del", "della", "den", "der", "di", "do",
    "dos", "du", "el", "ibn", "la", "las", "le", "los", "ten", "ter", "van", "vom", "von", "y", "zu", "zum", "zur", "'t",
))  # fmt: skip
# Who signs as one of these isn't a person, whatever else stands beside it.
_NO_PERSON = re.compile(
    r"(?i)\b(?:agency|agencies|agence|agencia|agenzia|associates|association|board|broadcasting|bureau|centre|center|channel|"
    r"chronicle|committee|company|contributors?|correspondents?|council|courier|daily|department|desk|digital|editors?|"
    r"editorial|foundation|gazette|group|guardian|herald|inc|institute|journal|limited|ltd|magazine|media|ministry|network|"
    r"news|newsroom|newswire|office|online|post|press|radio|redacci[oó]n|redaktion|r[eé]daction|redazione|report|reporters?|"
    r"research|reuters|service|staff|studio|team|telegraph|television|times|today|tribune|tv|union|university|web|weekly|"
    r"wires?|writers?)\b"
)


class Name(NamedTuple):
    """Who wrote it: a person's family and given names; or only `family`, the name whole, where it can't be taken apart."""

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it is one name: an organisation's, of one word, or in an order that isn't known."""
        return not self.given


class Citation(NamedTuple):
    """What is cited. Dates are (year, month, day), only as long as the page states them; `accessed` is in UTC.

    `key` never changes, for it comes from the article's own key. `site` is the newspaper, `url` is in ASCII.
    """

    key: str
    title: str
    authors: tuple[Name, ...]
    site: str
    section: str
    published: tuple[int, ...]
    accessed: tuple[int, ...]
    url: str
    language: str
    abstract: str


def cite(document: Document) -> Citation:
    """The citation of an article; what isn't stated is empty."""
    last = captured(document)
    language = one_line(document.language or "")
    return Citation(
        key=citation_key(document),
        title=one_line(document.title or ""),
        authors=tuple(name for author in document.authors if (name := take_apart(one_line(author), language)).family),
        site=one_line(document.site or ""),
        section=one_line(document.section or ""),
        published=stated_parts(document.published),
        accessed=(last.year, last.month, last.day) if last else (),
        url=address(document.url) or address(document.canonical_url),
        language=language,
        abstract=one_line(document.standfirst or ""),
    )


def citation_key(document: Document) -> str:
    """A key for citing the article: where it comes from and the beginning of its id, `example-org-3f2a9c1b4d5e`."""
    try:
        host = urlsplit(document.key).hostname or ""
    except ValueError:
        host = ""
    name = re.sub(r"[^a-z0-9]+", "-", host.removeprefix("www.")).strip("-")
    return f"{name or 'article'}-{document.id[:_ID_DIGITS]}"


def take_apart(name: str, language: str = "") -> Name:
    """Family and given names of a person, where it is plain which is which; else the name whole."""
    if turned := _turned(name):
        return turned
    words = name.split()
    suffix = words.pop().rstrip(",") if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""  # noqa: PLR2004 - two names before it
    words = [word.rstrip(",") for word in words] if suffix else words
    if not 2 <= len(words) <= _MOST_WORDS or language in _SURNAME_FIRST or not _is_person(name, words):  # noqa: PLR2004
        return Name(name)
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES and words[start - 1][0].islower():
        start -= 1
    return Name(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _turned(name: str) -> Name | None:
    """A person whose family name stands first, before a comma; of two words and more the first could be a whole name."""
    family, comma, given = (part.strip() for part in name.partition(","))
    words = [*given.split(), *family.split()]
    *particles, last = family.split() or [""]
    if not comma or not given or not last or len(words) > _MOST_WORDS or _SUFFIX.fullmatch(given):
        return None
    if not all(word.lower() in _PARTICLES for word in particles) or not _is_person(f"{given} {family}", words):
        return None
    return Name(family, given)


def _is_person(name: str, words: list[str]) -> bool:
    if _NO_PERSON.search(name) or words[0].lower() in (
        "the",
        "la",
        "le",
        "el",
        "die",
        "der",
        "das",
        "il",
        "los",
        "les",
    ):
        return False
    if re.search(r"[\d&@/,;:|()]", "".join(words)) or not all(map(_in_script, name)):
        return False
    if any(len(word) > 1 and word.isupper() and len(word.strip(".")) > 1 and "." not in word for word in words):
        return False  # AFP, BBC: an organisation's initials
    return all(
        word[0].isupper() or word.lower() in _PARTICLES or word[:2] in ("d'", "d’", "al", "el") for word in words
    )


def _in_script(character: str) -> bool:
    return not character.isalpha() or unicodedata.name(character, "").startswith(_SCRIPTS)


def stated_parts(date: StatedDate | None) -> tuple[int, ...]:
    """Year, month and day, as far as they are stated."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?", (date.at if date else None) or "", re.ASCII)
    return tuple(int(part) for part in match.groups() if part) if match else ()


def address(url: str | None) -> str:
    """The address in ASCII, without what would end it in a file of citations; empty for one that leads nowhere."""
    clean = (url or "").strip()
    return quote(clean, safe=_URL_SAFE, errors="replace") if _SCHEME.match(clean) else ""
