"""Articles for the engines' tests, written down briefly."""

from __future__ import annotations

from archiver.document import Dateline, Document, Entity, MentionedDate, Place, RelatedStory, StatedDate
from archiver.keys import document_id

_PRECISIONS = {4: "year", 7: "month", 10: "day", 16: "minute"}


def article(
    key: str,
    title: str | None = None,
    text: str = "",
    *,
    published: str | None = None,
    people: tuple[str, ...] = (),
    organisations: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    mentioned: tuple[str, ...] = (),
    related: tuple[str, ...] = (),
    dateline: str | None = None,
    **zones: object,
) -> Document:
    """An article by this key.

    An entity is written `Name`, or `Name|form|form`; a place may end in `@Country`; a mention is `first..last precision`;
    the length of `published` tells its precision.
    """
    stated = StatedDate(at=published, precision=_PRECISIONS[len(published)]) if published else None  # type: ignore[arg-type]
    return Document(
        id=document_id(key),
        key=key,
        title=title,
        text=text,
        body=text,
        published=stated,
        people=tuple(_entity(person) for person in people),
        organisations=tuple(_entity(organisation) for organisation in organisations),
        places=tuple(_place(place) for place in places),
        mentioned=tuple(_mention(mention) for mention in mentioned),
        related=tuple(RelatedStory(title=headline) for headline in related),
        dateline=Dateline(place=dateline) if dateline else None,
        **zones,  # type: ignore[arg-type]
    )


def _entity(written: str) -> Entity:
    name, *forms = written.split("|")
    return Entity(name=name, forms=(name, *forms))


def _place(written: str) -> Place:
    name, _, country = written.partition("@")
    return Place(name=name, forms=(name,), country=country or None)


def _mention(written: str) -> MentionedDate:
    days, precision = written.split()
    first, last = days.split("..")
    return MentionedDate(start=first, end=last, precision=precision, text=days, zone="body", span=(0, 1))  # type: ignore[arg-type]


LIBRARY = (
    article(
        "mill",
        "Steel mill reopens in Norburg",
        "The furnace of the mill was lit again.\n\nWorkers of the Norburg Steel Mill (NSM) cheered; running costs fell.",
        language="en",
        site="Daily Ledger",
        url="https://www.ledger.example/business/steel-mill",
        authors=("Ann Lee",),
        section="Business",
        published="2025-09-02T19:49",
        people=("Vera Holm|Holm|Ms Holm",),
        organisations=("Norburg Steel Mill|NSM",),
        places=("Norburg@Norland", "Zürich@Switzerland"),
        mentioned=("2024-01-01..2024-12-31 year",),
        related=("Kite festival draws thousands",),
        dateline="Norburg",
    ),
    article(
        "exact",
        "Steel Mill",
        "A short entry about nothing in particular.",
        language="en",
        site="Gazetteer",
        published="2019-05",
        mentioned=("1970-01-01..1979-12-31 decade",),
    ),
    article(
        "far",
        "A mill by the river",
        "It ground corn for years. Much later, and much further down the river, somebody began to trade in steel.",
        language="en",
        site="Daily Ledger",
        url="https://www.ledger.example/culture/river",
        authors=("Bo Ström",),
        section="Culture",
        published="2024",
        people=("Ann Lee",),
        places=("ZÜRICH@Switzerland",),
        mentioned=("1971-05-03..1971-05-03 day",),
    ),
    article(
        "mills",
        "Mills close",
        "The mills of U.S. towns closed; the No. 5 and nº123 furnaces too. C++ isn't spoken there.",
        language="en",
        site="The Post",
        authors=("Ann Lee", "Bo Ström"),
        published="2023-12-31",
        organisations=("Mill Workers' Union",),
        mentioned=("1971-01-01..1971-12-31 year",),
    ),
    article(
        "deutsch",
        "Straße nach Zürich gesperrt",
        "Die Häuser an der Straße bleiben leer. Läufer laufen vorbei.",
        language="de",
        site="Anzeiger",
        published="2025-08-31T23:59",
        places=("Zürich@Switzerland",),
    ),
    article("arabic", "مصنع الفولاذ", "افتتح كِتَابٌ عن المصنع سنة ١٩٧١", language="ar", published="2025-09-02"),
    article("chinese", "中国钢铁厂重新开业", "钢铁工人回到工厂。AI芯片厂也开业了。", language="zh", published="2025-09-03T08:00"),
    article("undated", "An old letter", "Found in a mill, it speaks of the years 1965 to 1971.", language="en",
            mentioned=("1965-01-01..1971-12-31 year",)),
    article("bare", text="No headline here, only words: steel and rust."),
)  # fmt: skip
"""Nine articles that differ in whatever a query can ask for."""


def named(ids: object) -> list[str]:
    """The keys of these ids, in their order."""
    keys = {document.id: document.key for document in LIBRARY}
    return [keys[document_id] for document_id in ids]  # type: ignore[attr-defined]
