"""What a feed says of a page that it led to, as further evidence beside what the page says of itself."""

from collections.abc import Iterator

import msgspec

from archiver.document import FeedEntry
from archiver.normalise import authorship, metadata, stated_authors, tags
from archiver.normalise.draft import DateCandidate, Draft

_SOURCE = "feed"


def beside(stated: metadata.Stated, entry: FeedEntry) -> metadata.Stated:
    """What a page states, and then what its feed's entry does: the page's own data come first.

    The entry's authors are believed where the page bears a name of theirs: many feeds name whoever put the article there.
    """
    claim = _claim(entry)
    return msgspec.structs.replace(
        stated,
        headlines=tuple(dict.fromkeys((*stated.headlines, *metadata.texts([entry.title])))),
        descriptions=tuple(dict.fromkeys((*stated.descriptions, *metadata.texts([entry.summary])))),
        authors=(*stated.authors, *([claim] if claim.names else [])),
        tags=stated.tags or tags.distinct(entry.categories),
        dates=(*stated.dates, *_dates(entry)),
    )


def completed(draft: Draft, entry: FeedEntry) -> Draft:
    """The zones of a text, and what they lack from the entry: a text states nothing of itself by machine."""
    return msgspec.structs.replace(
        draft,
        title=draft.title or next(iter(metadata.texts([entry.title])), None),
        authors=draft.authors or authorship.judge([_claim(entry)._replace(firm=True)], authorship.Shown(), ()),
        tags=draft.tags or tags.distinct(entry.categories),
        dates=(*draft.dates, *_dates(entry)),
    )


def authors_of(entry: FeedEntry) -> tuple[str, ...]:
    """The people and desks whom an entry names as its authors."""
    return _claim(entry).names


def _claim(entry: FeedEntry) -> authorship.Claim:
    return stated_authors.claim(_SOURCE, entry.authors)


def _dates(entry: FeedEntry) -> Iterator[DateCandidate]:
    for role, text in (("published", entry.published), ("modified", entry.updated)):
        if text:
            yield DateCandidate(role=role, source=_SOURCE, text=text)
