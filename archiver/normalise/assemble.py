"""From a page's zones to the document: dates judged, names found, other stories joined, everything made plain."""

import datetime as dt
import re
from collections.abc import Sequence
from urllib.parse import urlsplit

import msgspec

from archiver.document import Capture, Dateline, Discarded, Document, StatedDate, Zone
from archiver.errors import NotAnArticleError
from archiver.keys import clean_url, document_id
from archiver.normalise import authors, clean, dateline, dates, entities, language, mentioned, related
from archiver.normalise.draft import DateCandidate, Draft

_LONGEST_TITLE = 1000  # code points; what is longer is a page that went wrong
_LONGEST_NAME = 200
_FURTHEST_DAYS = 7  # between a dateline and the publication of its report
_PART = re.compile(r"[^()\[\]/–—|,]+")
_LONGEST_URL = 4000


def identity(capture: Capture) -> tuple[str, str]:
    """The key and the id of the capture's document."""
    key = capture.key or clean_url(capture.url or "") or f"source:{capture.source}"
    return key, document_id(key)


def document(draft: Draft, capture: Capture) -> Document:
    """The document of a page's zones.

    NotAnArticleError where there is neither a title nor a text.
    """
    paragraphs = tuple(filter(None, map(clean.line, draft.paragraphs)))
    title = _short(draft.title, _LONGEST_TITLE)
    if not title and not paragraphs:
        raise NotAnArticleError(
            f"{capture.source or capture.url or 'The page'} has neither a headline nor a text; check that it is an "
            "article and not a menu, an image or a page that only scripts fill."
        )
    text = "\n\n".join(paragraphs)
    standfirst = clean.line(draft.standfirst) or None
    spoken = "\n".join(filter(None, (title, standfirst, text)))
    declared = clean.line(draft.language).lower() or None
    tongue = language.detect(spoken, declared)
    # The region of a declaration ("en-us") tells how its figures are ordered, if the language is what was declared.
    dialect = declared if declared and language.code(declared) == tongue else tongue
    line = _dateline(draft, tongue)
    names = tuple(name for name in map(clean.line, draft.authors) if len(name) <= _LONGEST_NAME)
    key, identifier = identity(capture)
    candidates = _candidates(draft, capture)
    published, modified = (
        dates.judge(
            candidates,
            role,
            dateline=line if role == "published" else None,
            lead=paragraphs[0] if paragraphs else "",
            captured_at=capture.captured_at,
            language=dialect,
        )
        for role in ("published", "modified")
    )
    line = _with_year(line, draft.dateline_text, published, tongue)
    zones: dict[Zone, str] = {"title": title or "", "standfirst": standfirst or "", "body": text}
    people, organisations, places = entities.recognise(zones, language=tongue, dateline=line, authors=names)
    return Document(
        id=identifier,
        key=key,
        url=_address(capture.url),
        canonical_url=_address(draft.canonical_url),
        site=_short(draft.site, _LONGEST_NAME) or host(capture.url) or host(draft.canonical_url),
        title=title,
        standfirst=standfirst,
        authors=names,
        section=_short(draft.section, _LONGEST_NAME),
        language=tongue,
        image=_address(draft.image),
        body=clean.plain(draft.body).strip() if paragraphs else "",
        text=text,
        dateline=line,
        published=published,
        modified=modified,
        mentioned=mentioned.find(zones, published=published, language=tongue),
        people=people,
        organisations=organisations,
        places=places,
        related=related.stories(
            [
                msgspec.structs.replace(
                    story,
                    title=clean.line(story.title),
                    url=_address(story.url),
                    time_text=clean.line(story.time_text) or None,
                )
                for story in draft.related
            ],
            title=title,
            captured_at=capture.captured_at if capture.captured_exactly else None,
        ),
        discarded=_discarded(draft.discarded),
    )


def host(url: str | None) -> str | None:
    """The host of a web address, without "www."; None where there is none."""
    try:
        parts = urlsplit(url or "")
        return (parts.hostname or "").removeprefix("www.") or None if parts.scheme in ("http", "https") else None
    except ValueError:
        return None


def _short(text: str | None, longest: int) -> str | None:
    """The text as one line, cut at a bound that no real one reaches."""
    return clean.line(text)[:longest].strip() or None


def _address(url: str | None) -> str | None:
    """An address without control characters and spaces; None for one that is too long to be one."""
    plain = clean.plain(url or "").replace("\n", "").strip()
    return plain if 0 < len(plain) <= _LONGEST_URL else None


def _dateline(draft: Draft, tongue: str | None) -> Dateline | None:
    """The dateline as read; an agency that only the byline names stands in it too."""
    agency = authors.agency(draft.byline) if draft.byline else None
    if not draft.dateline_text:
        return Dateline(agency=agency) if agency else None
    line = dateline.read(clean.line(draft.dateline_text), language=tongue)
    return msgspec.structs.replace(line, agency=agency) if agency and not line.agency else line


def _with_year(
    line: Dateline | None, text: str | None, published: StatedDate | None, tongue: str | None
) -> Dateline | None:
    """The dateline with its date where it names only day and month ("LOCARNO, Aug 16"); the year is the publication's.

    Or it is the one before, for a report of late December. A date more than some days off is another day's, and left out.
    """
    if (
        line is None
        or line.date
        or not text
        or published is None
        or not published.at
        or len(published.at) < len("2025-01-01")
    ):
        return line
    day = dt.date.fromisoformat(published.at[:10])
    for part in _PART.findall(clean.line(text)):
        for year in (day.year, day.year - 1):
            parsed = dates.parse(f"{part.strip()} {year}", language=tongue)
            if (
                parsed
                and parsed.precision == "day"
                and abs((dt.date.fromisoformat(parsed.at) - day).days) <= _FURTHEST_DAYS
            ):
                return msgspec.structs.replace(line, date=parsed.at)
    return line


def _candidates(draft: Draft, capture: Capture) -> list[DateCandidate]:
    found = [msgspec.structs.replace(date, text=clean.line(date.text)) for date in draft.dates]
    for url in dict.fromkeys(filter(None, (_address(capture.url), _address(draft.canonical_url)))):
        if dates.in_url(url):
            found.append(DateCandidate(role="published", source="url", text=url))
            break
    return found


def _discarded(parts: Sequence[Discarded]) -> tuple[Discarded, ...]:
    cleaned = (Discarded(label=part.label, text=clean.plain(part.text).strip()) for part in parts)
    return tuple(part for part in cleaned if part.text)
