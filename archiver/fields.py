"""The field table: every field that can be searched or counted, for both engines.

A generation stores the table that it was built with and is read and written by that one, so a newer program goes on
working with an older generation until it is re-indexed. Tests hold the table against the embedded schema and against
`mappings/`.
"""

from archiver.records import NamedTuple

TEXT = "text"  # prose: as written, folded, stemmed by language, bigrams for Chinese, Japanese and Korean
NAMES = (
    "names"  # names and the like: as written and folded words, never stemmed; and whole values, folded, to be counted
)
KEYWORD = "keyword"  # whole values only, folded
DATE = "date"  # first and last day that the stated date may mean
PERIODS = "periods"  # the days, months, years, decades and centuries that mentions cover
NUMBER = "number"
BAG = "bag"  # all words that are searched where no field is named, without their places: folded, stemmed, bigrams

ANYWHERE = "anywhere"
"""The field in which bare words are looked for. A word is as rare as it is in whole articles: in a field of its own, "the"
would be rare among headlines, and one headline that has it would outweigh everything."""


class Field(NamedTuple):
    """One row of the table.

    `aliases` are other names of the field in a query. `weight` is the field's factor in a search for a phrase without a
    field, 0 for a field that such a phrase, and bare words, don't search. `facet` is the name that its values are counted under, empty if they aren't.
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    weight: float = 0.0
    facet: str = ""


# Weights, of phrases: a headline is written to say what the story is about, a standfirst to sum it up; a byline or a
# dateline names who and where, which readers type too, but no story is about its byline.
FIELDS = (
    Field(ANYWHERE, BAG),
    Field("title", TEXT, ("headline",), 3.0),
    Field("standfirst", TEXT, ("summary",), 1.5),
    Field("body", TEXT, ("text",), 1.0),
    Field("author", NAMES, ("authors", "byline"), 0.5, "authors"),
    Field("dateline", NAMES, (), 0.5),
    Field("person", NAMES, ("people",), 0.0, "people"),
    Field("organisation", NAMES, ("organisations", "organization", "organizations", "org"), 0.0, "organisations"),
    Field("place", NAMES, ("places",), 0.0, "places"),
    Field("country", NAMES, ("countries",), 0.0, "countries"),
    Field("site", NAMES, ("sites",), 0.0, "sites"),
    Field("section", NAMES, ("sections",), 0.0, "sections"),
    Field("language", KEYWORD, ("languages", "lang"), 0.0, "languages"),
    Field("published", DATE, ("date",), 0.0, "published"),
    Field("mentioned", PERIODS, (), 0.0, "mentioned"),
    Field("words", NUMBER, ("length",)),
    Field("related", TEXT),
    Field("discarded", TEXT),
    Field("id", KEYWORD),
    Field("url", NAMES),
)

# Snowball stemmers that PyStemmer 2.2 and Lucene share, by ISO 639-1 code.
STEMMED_LANGUAGES = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}


def find_field(name: str, fields: tuple[Field, ...] = FIELDS) -> Field | None:
    """The field that a query means by `name` (its name, an alias or its facet's name; case doesn't matter), or None."""
    wanted = name.lower()
    for field in fields:
        if wanted == field.name or wanted in field.aliases or (field.facet and wanted == field.facet):
            return field
    return None
