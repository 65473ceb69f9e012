"""From a page's zones to the document: dates judged, names found, other stories joined, everything made plain."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import cached_property

import msgspec

from archiver.document import (
    Capture,
    Dateline,
    Discarded,
    Document,
    Entity,
    Evidence,
    MentionedDate,
    Place,
    RelatedStory,
    StatedDate,
    Zone,
)
from archiver.errors import NotAnArticleError
from archiver.keys import clean_url, document_id, untracked
from archiver.normalise import (
    addresses,
    authors,
    clean,
    date_words,
    dateline,
    dates,
    entities,
    language,
    mentioned,
    related,
)
from archiver.normalise.context import Context
from archiver.normalise.draft import DateCandidate, Draft
from archiver.normalise.recogniser import recogniser_for

_LONGEST_TITLE = 1000  # code points; what is longer is a page that went wrong
_LONGEST_NAME = 200
_FURTHEST_DAYS = 7  # between a dateline and the publication of its report
_PART = re.compile(r"[^()\[\]/–—|,]+")
_LONGEST_URL = 4000


def identity(capture: Capture) -> tuple[str, str]:
    """The key and the id of the capture's document."""
    key = capture.key or clean_url(capture.url or "") or f"source:{capture.source}"
    return key, document_id(key)


class Derived:
    """What a page's zones tell, each part found when it is asked for: the model of names is loaded only for names.

    What the fields of a `given` document say stands instead of what would be found, so all else is derived from it.
    Raises NotAnArticleError where there is neither a title nor a text.
    """

    def __init__(self, draft: Draft, capture: Capture, context: Context, given: Document | None = None) -> None:
        self._draft = draft
        self._capture = capture
        self._context = context
        self._given = given
        self.paragraphs = tuple(filter(None, map(clean.line, draft.paragraphs)))
        self.title = _short(draft.title, _LONGEST_TITLE)
        if not self.title and not self.paragraphs:
            raise NotAnArticleError(
                f"{capture.source or capture.url or 'The page'} has neither a headline nor a text; check that it is an "
                "article and not a menu, an image or a page that only scripts fill."
            )
        self.text = "\n\n".join(self.paragraphs)
        self.standfirst = clean.line(draft.standfirst) or None
        self.authors = tuple(name for name in map(clean.line, draft.authors) if len(name) <= _LONGEST_NAME)

    @property
    def zones(self) -> dict[Zone, str]:
        """The texts by zone."""
        return {"title": self.title or "", "standfirst": self.standfirst or "", "body": self.text}

    @property
    def url(self) -> str | None:
        """The address of the capture."""
        return _address(self._capture.url)

    @property
    def site(self) -> str | None:
        """The site's name, else its host."""
        draft = self._draft
        return _short(draft.site, _LONGEST_NAME) or addresses.host(self.url) or addresses.host(draft.canonical_url)

    @cached_property
    def _declared(self) -> str | None:
        return clean.line(self._draft.language).lower() or None

    @cached_property
    def language(self) -> str | None:
        """The ISO 639 code of the language that the text is in."""
        if self._given and self._given.language:
            return self._given.language
        return language.detect("\n".join(filter(None, (self.title, self.standfirst, self.text))), self._declared)

    @cached_property
    def _line(self) -> Dateline | None:
        return _dateline(self._draft, self.language)

    @cached_property
    def published(self) -> StatedDate | None:
        """When it was published, judged from all that the page states."""
        if self._given and self._given.published:
            return self._given.published
        return _known(self._judged("published", self._line))

    @cached_property
    def modified(self) -> StatedDate | None:
        """When it was changed last."""
        return _known(self._changed)

    @cached_property
    def _changed(self) -> StatedDate | None:
        """When it was changed last; not before it was published."""
        return self._judged("modified", self._line, self.published)

    def refused(self, role: str) -> tuple[Evidence, ...]:
        """What the page states as its date of this role (published or modified), where none of it could be believed."""
        judged = self._changed if role == "modified" else self._judged(role, self._line)
        return judged.evidence if judged and not judged.at else ()

    @cached_property
    def _candidates(self) -> list[DateCandidate]:
        return _candidates(self._draft, self._capture)

    def _judged(self, role: str, line: Dateline | None, published: StatedDate | None = None) -> StatedDate | None:
        return dates.judge(
            self._candidates,
            role,
            dateline=line,
            lead=self.paragraphs[0] if self.paragraphs else "",
            captured_at=self._capture.captured_at,
            captured_exactly=self._capture.captured_exactly,
            published=published,
            language=self._regional,
        )

    @cached_property
    def _regional(self) -> str | None:
        """The language with its country, where one is declared or the site is of one."""
        # The region of a declaration ("en-us") tells how its figures are ordered, if the language is what was declared.
        declared = self._declared
        return date_words.regional(
            declared if declared and language.code(declared) == self.language else self.language,
            addresses.host(self.url),
        )

    @cached_property
    def dateline(self) -> Dateline | None:
        """The dateline, its year completed."""
        if self._given and self._given.dateline:
            return self._given.dateline
        return _with_year(self._line, self._draft.dateline_text, self.published, self.language)

    @cached_property
    def mentioned(self) -> tuple[MentionedDate, ...]:
        """The dates and periods that the text speaks of."""
        return mentioned.find(self.zones, published=self.published, language=self._regional)

    @cached_property
    def _names(self) -> tuple[tuple[Entity, ...], tuple[Entity, ...], tuple[Place, ...]]:
        if not self._context.names:
            return (), (), ()
        return entities.recognise(
            self.zones,
            language=self.language,
            dateline=self.dateline,
            authors=self.authors,
            recogniser=recogniser_for(self.language, self._context.models),
        )

    @property
    def people(self) -> tuple[Entity, ...]:
        """The people that the text names."""
        return self._names[0]

    @property
    def organisations(self) -> tuple[Entity, ...]:
        """The organisations that the text names."""
        return self._names[1]

    @property
    def places(self) -> tuple[Place, ...]:
        """The places that the text names."""
        return self._names[2]


def _known(date: StatedDate | None) -> StatedDate | None:
    return date if date and date.at else None


def document(draft: Draft, capture: Capture, context: Context) -> Document:
    """The document of a page's zones.

    NotAnArticleError where there is neither a title nor a text.
    """
    found = Derived(draft, capture, context)
    key, identifier = identity(capture)
    return Document(
        id=identifier,
        key=key,
        url=found.url,
        canonical_url=_address(draft.canonical_url),
        site=found.site,
        title=found.title,
        standfirst=found.standfirst,
        authors=found.authors,
        section=_short(draft.section, _LONGEST_NAME),
        tags=tuple(filter(None, map(clean.line, draft.tags))),
        language=found.language,
        image=_address(draft.image),
        body=clean.plain(draft.body).strip() if found.paragraphs else "",
        text=found.text,
        dateline=found.dateline,
        published=found.published,
        modified=found.modified,
        mentioned=found.mentioned,
        people=found.people,
        organisations=found.organisations,
        places=found.places,
        related=_related(draft, found.title, capture),
        discarded=_discarded(draft.discarded),
    )


def _related(draft: Draft, title: str | None, capture: Capture) -> tuple[RelatedStory, ...]:
    stories = [
        msgspec.structs.replace(
            story,
            title=clean.line(story.title),
            url=_address(untracked(story.url or "")),
            time_text=clean.line(story.time_text) or None,
        )
        for story in draft.related
    ]
    captured_at = capture.captured_at if capture.captured_exactly else None
    return related.stories(stories, title=title, captured_at=captured_at)


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
