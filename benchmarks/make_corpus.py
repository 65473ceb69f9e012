"""Documents for the benchmarks: the samples' stories, mixed, with other names, numbers, words and dates.

    python benchmarks/make_corpus.py --count 100000 --seed 1 --output corpus.jsonl

One document a line, in the shape of `archiver.document.Document`, already normalised. The same count and seed give the
same bytes. Names and rare words are drawn from pools so that few are frequent and most are rare, as in real text; so
the vocabulary grows with the corpus.
"""

import argparse
import datetime as dt
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from archiver.document import (
    Document,
    Entity,
    Mention,
    MentionedDate,
    Place,
    SpanPrecision,
    StatedDate,
    Zone,
    encode,
)
from archiver.keys import document_id

PAGES = Path(__file__).parent.parent / "samples" / "pages"

# How often each language is drawn, in a thousand documents.
LANGUAGE_SHARES = {"en": 800, "es": 60, "de": 60, "fr": 50, "ar": 20, "ur": 10}
TEXT_LENGTH = 2800  # characters after which no other story is mixed in
RARE_WORD_SHARE = 0.03  # of the words that are long enough
# The samples are few, and several tell of one steel mill: left as they are, half of all documents would hold each
# subject's words. So a document keeps few of the words that aren't common to many stories, and has its own for the rest.
COMMON_SHARE = 0.5  # of the stories of a language that hold a word which every document keeps
KEPT_SUBJECT_SHARE = 0.15
SHORTEST_SUBJECT = 4  # letters: shorter words bind others, or mean little
KEPT_NAME_SHARE = 0.03  # of the samples' own names, so that some are frequent
OWN_TITLE_SHARE = 0.6  # documents that carry the main story's headline
COPY_SHARE = 0.02  # documents that repeat the one before under another address
UNDATED_SHARE = 0.04
DAY_ONLY_SHARE = 0.25
FIRST_DAY = dt.date(2005, 1, 1)
DAYS = 7600

GIVEN_NAMES, FAMILY_NAMES, PLACE_NAMES, RARE_WORDS, SITES = 2_000, 60_000, 12_000, 400_000, 60
_KINDS = "Bank,Bureau,Club,College,Council,Energy Agency,Football Club,Foundation,Group,High Court,Holdings,Hospital,Institute,"
_MORE_KINDS = "Laboratory,League,Museum,Orchestra,Party,Press,Printing Works,Railway,Shipyard,Society,Trust,Union"
ORGANISATION_KINDS = (_KINDS + _MORE_KINDS).split(",")
COUNTRIES = (
    "Pakistan",
    "United Kingdom",
    "India",
    "Germany",
    "France",
    "Spain",
    "Poland",
    "Chile",
    "Kenya",
    "Japan",
    None,
)

_ONSETS = ("b", "br", "c", "d", "dr", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w")
LATIN = [onset + rhyme for onset in _ONSETS for rhyme in ("a", "e", "i", "o", "u", "ay", "or", "en")]
ARABIC = [c + v for c in "بتجدرزسشعفقكلمن" for v in "ايوة"]

_SPREAD = 7_919  # a prime that divides none of the pools' sizes, so each number comes from one n

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

PART = re.compile(r"\d+|[\W_]+|[^\W\d_]+")
WORD = re.compile(r"[^\W\d_]+")


class Part(NamedTuple):
    """A piece of a paragraph; `value` is its key.

    `kind` is text, word (may be swapped where it stands), subject (swapped in the whole document), number, date, or a
    facet's name.
    """

    kind: str
    text: str
    value: str = ""


Pattern = tuple[Part, ...]


class Story(NamedTuple):
    gold: dict[str, Any]
    title: Pattern
    standfirst: Pattern
    paragraphs: tuple[Pattern, ...]


class Draft:
    """A document's text in the making: the parts so far, and where its names and dates stand."""

    def __init__(self, rng: random.Random, published: dt.date, syllables: list[str]) -> None:
        self.rng = rng
        self.published = published
        self.syllables = syllables
        self.names: dict[tuple[str, str], str] = {}
        self.subjects: dict[str, str] = {}
        self.found: dict[str, dict[str, tuple[dict[str, None], list[Mention]]]] = {
            "people": {},
            "organisations": {},
            "places": {},
        }
        self.mentioned: list[MentionedDate] = []

    def write(self, pattern: Pattern, zone: Zone, offset: int, story: Story) -> str:
        """The pattern's words, with this document's names; what it names is noted as standing from `offset`."""
        rng = self.rng
        pieces = []
        at = offset
        for kind, text, value in pattern:
            words = text
            if kind == "word":
                if rng.random() < RARE_WORD_SHARE:
                    words = spell(drawn(rng, RARE_WORDS), self.syllables)
            elif kind == "subject":
                words = self._subject(text)
            elif kind == "number":
                words = str(rng.randrange(10 ** (len(text) - 1), 10 ** len(text)))
            elif kind == "date":
                words = self._date(text, value, zone, at, story)
            elif kind != "text":
                words = self._name(kind, text, value, zone, at)
            pieces.append(words)
            at += len(words)
        return "".join(pieces)

    def _subject(self, word: str) -> str:
        key = word.lower()
        if key not in self.subjects:
            keeps = self.rng.random() < KEPT_SUBJECT_SHARE
            self.subjects[key] = key if keeps else spell(drawn(self.rng, RARE_WORDS), self.syllables)
        other = self.subjects[key]
        return word if other == key else other.capitalize() if word[0].isupper() else other

    def _name(self, facet: str, form: str, original: str, zone: Zone, at: int) -> str:
        name = self.names.get((facet, original))
        if name is None:
            name = original if self.rng.random() < KEPT_NAME_SHARE else new_name(facet, self.rng, self.syllables)
            self.names[facet, original] = name
        words = form if name == original else shortened(facet, form, original, name)
        forms, mentions = self.found[facet].setdefault(name, ({}, []))
        forms[words] = None
        mentions.append(Mention(zone, (at, at + len(words))))
        return words

    def _date(self, words: str, value: str, zone: Zone, at: int, story: Story) -> str:
        start, end, precision = value.split()
        if precision in ("year", "decade") and words.strip("thes ").isdigit():
            width = 10 if precision == "decade" else 1
            year = self.rng.randrange(1900, self.published.year) // width * width
            words = words.replace(start[:4], str(year))
            start, end = f"{year}-01-01", f"{year + width - 1}-12-31"
        elif words.lower() in WEEKDAYS:
            back = (self.published.weekday() - WEEKDAYS.index(words.lower())) % 7
            start = end = (self.published - dt.timedelta(days=back)).isoformat()
        else:
            years = self.published.year - int(story.gold["published"]["at"][:4])
            words = words.replace(start[:4], str(int(start[:4]) + years))
            start, end = (f"{int(day[:4]) + years:04}{day[4:]}".replace("-02-29", "-02-28") for day in (start, end))
        self.mentioned.append(
            MentionedDate(
                start=start,
                end=end,
                precision=cast("SpanPrecision", precision),
                text=words,
                zone=zone,
                span=(at, at + len(words)),
            )
        )
        return words


def drawn(rng: random.Random, size: int) -> int:
    """A number below `size`; some are frequent (the chance of the nth falls as 1/n), and these lie apart."""
    return (int(size ** rng.random()) - 1) * _SPREAD % size


def spell(number: int, syllables: list[str]) -> str:
    """A made-up word of three syllables for each number; neighbours look nothing alike."""
    number = number * 48_271 % len(syllables) ** 3
    word = ""
    for _ in range(3):
        number, rest = divmod(number, len(syllables))
        word = syllables[rest] + word
    return word


def new_name(facet: str, rng: random.Random, syllables: list[str]) -> str:
    if facet == "people":
        given = spell(drawn(rng, GIVEN_NAMES), syllables).capitalize()
        return f"{given} {spell(drawn(rng, FAMILY_NAMES), syllables).capitalize()}"
    place = spell(drawn(rng, PLACE_NAMES), syllables).capitalize()
    return place if facet == "places" else f"{place} {rng.choice(ORGANISATION_KINDS)}"


def shortened(facet: str, form: str, original: str, name: str) -> str:
    """The new name, shortened as the form shortens the original."""
    if form == original or facet == "places":
        return name
    if facet == "people":
        return name.rsplit(" ", 1)[-1]
    if form.isupper():
        return "".join(word[0] for word in name.split())
    return name.split(" ", 1)[0]


def compile_pattern(text: str, marks: dict[str, tuple[str, str]], common: frozenset[str]) -> Pattern:
    """The text cut at names, dates, numbers and words that can be swapped."""
    parts: list[Part] = []
    if marks:
        forms = "|".join(re.escape(form) for form in sorted(marks, key=len, reverse=True))
        pieces = re.split(rf"(?<!\w)({forms})(?!\w)", text)
    else:
        pieces = [text]
    for number, piece in enumerate(pieces):
        if number % 2:
            kind, value = marks[piece]
            parts.append(Part(kind, piece, value))
            continue
        fixed = ""
        for token in PART.findall(piece):
            kind = kind_of(token, common)
            if kind == "text":
                fixed += token
                continue
            parts += [Part("text", fixed)] if fixed else []
            parts.append(Part(kind, token))
            fixed = ""
        parts += [Part("text", fixed)] if fixed else []
    return tuple(parts)


def kind_of(token: str, common: frozenset[str]) -> str:
    if token.isdecimal():
        return "number"
    if len(token) >= SHORTEST_SUBJECT and token.isalpha() and token.lower() not in common:
        return "subject"
    return "word" if len(token) > 5 and token.islower() else "text"


def read_stories() -> dict[str, list[Story]]:
    """The samples' stories by language."""
    golds: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(PAGES.glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        golds.setdefault(gold["language"], []).append(gold)
    return {
        language: [read_story(gold, common) for gold in several]
        for language, several in golds.items()
        for common in [common_words(several)]
    }


def common_words(golds: list[dict[str, Any]]) -> frozenset[str]:
    """The words that many of the stories hold."""
    holding = Counter(word for gold in golds for word in set(WORD.findall(" ".join(gold["paragraphs"]).lower())))
    return frozenset(word for word, count in holding.items() if count >= COMMON_SHARE * len(golds))


def read_story(gold: dict[str, Any], common: frozenset[str]) -> Story:
    marks = {
        form: (facet, entity["name"])
        for facet in ("people", "organisations", "places")
        for entity in gold[facet]
        for form in entity["forms"]
    }
    for date in gold["mentioned"]:
        marks.setdefault(date["text"], ("date", f"{date['start']} {date['end']} {date['precision']}"))
    return Story(
        gold=gold,
        title=compile_pattern(gold["title"], marks, common),
        standfirst=compile_pattern(gold["standfirst"] or "", marks, common),
        paragraphs=tuple(compile_pattern(paragraph, marks, common) for paragraph in gold["paragraphs"]),
    )


def iter_documents(count: int, seed: int) -> Iterator[Document]:
    """`count` documents; each depends only on the seed and on those before it."""
    rng = random.Random(seed)
    stories = read_stories()
    languages = rng.choices(list(LANGUAGE_SHARES), list(LANGUAGE_SHARES.values()), k=count)
    previous: Document | None = None
    for number, language in enumerate(languages):
        if previous is not None and rng.random() < COPY_SHARE:
            yield copy_of(previous, rng, number)
            continue
        previous = new_document(rng, stories[language], language, number)
        yield previous


def address(rng: random.Random, day: dt.date, number: int) -> tuple[str, str]:
    site = spell(drawn(rng, SITES), LATIN)
    return f"{site.capitalize()} Gazette", f"https://www.{site}.example/{day:%Y/%m/%d}/{number}"


def copy_of(document: Document, rng: random.Random, number: int) -> Document:
    """The same story as another publisher ran it."""
    day = (
        dt.date.fromisoformat(document.published.at[:10]) if document.published and document.published.at else FIRST_DAY
    )
    site, url = address(rng, day, number)
    fields = {name: getattr(document, name) for name in document.__struct_fields__}
    return Document(**(fields | {"id": document_id(url), "key": url, "url": url, "site": site}))


def new_document(rng: random.Random, stories: list[Story], language: str, number: int) -> Document:
    day = FIRST_DAY + dt.timedelta(days=rng.randrange(DAYS))
    draft = Draft(rng, day, ARABIC if language in ("ar", "ur") else LATIN)
    main = rng.choice(stories)
    own_title = rng.random() < OWN_TITLE_SHARE
    title = draft.write(main.title, "title", 0, main) if own_title else other_title(rng, stories)
    standfirst = draft.write(main.standfirst, "standfirst", 0, main)
    text = body_text(draft, main, stories)
    site, url = address(rng, day, number)
    return Document(
        id=document_id(url),
        key=url,
        url=url,
        site=site,
        title=title,
        standfirst=standfirst or None,
        authors=tuple(new_name("people", rng, draft.syllables) for _ in main.gold["authors"]),
        section=main.gold["section"],
        language=language,
        body=text,
        text=text,
        published=stated(rng, day),
        mentioned=tuple(draft.mentioned),
        people=entities(draft, "people"),
        organisations=entities(draft, "organisations"),
        places=tuple(
            Place(
                name=entity.name,
                forms=entity.forms,
                mentions=entity.mentions,
                country=COUNTRIES[sum(map(ord, entity.name)) % len(COUNTRIES)],
            )
            for entity in entities(draft, "places")
        ),
    )


def other_title(rng: random.Random, stories: list[Story]) -> str:
    """The first words of some paragraph, with a made-up name before them."""
    story = rng.choice(stories)
    words = Draft(rng, FIRST_DAY + dt.timedelta(days=DAYS), LATIN).write(
        rng.choice(story.paragraphs), "title", 0, story
    )
    words = " ".join(words.split()[: rng.randrange(5, 11)])
    name = new_name("people", rng, LATIN)
    return f"{name}: {words}"


def body_text(draft: Draft, main: Story, stories: list[Story]) -> str:
    """The main story's paragraphs, then some of other stories', until the text is long enough."""
    paragraphs: list[str] = []
    length = 0
    others = draft.rng.sample(stories, min(9, len(stories)))
    for story in [main, *(other for other in others if other is not main)]:
        size = len(story.paragraphs) if story is main else draft.rng.randrange(2, 6)
        for pattern in draft.rng.sample(story.paragraphs, min(size, len(story.paragraphs))):
            paragraph = draft.write(pattern, "body", length, story)
            paragraphs.append(paragraph)
            length += len(paragraph) + 2
        if length >= TEXT_LENGTH:
            break
    return "\n\n".join(paragraphs)


def stated(rng: random.Random, day: dt.date) -> StatedDate | None:
    chance = rng.random()
    if chance < UNDATED_SHARE:
        return None
    if chance < UNDATED_SHARE + DAY_ONLY_SHARE:
        return StatedDate(at=day.isoformat(), precision="day")
    return StatedDate(at=f"{day}T{rng.randrange(24):02}:{rng.randrange(60):02}", precision="minute")


def entities(draft: Draft, facet: str) -> tuple[Entity, ...]:
    return tuple(
        Entity(name=name, forms=tuple(forms), mentions=tuple(mentions))
        for name, (forms, mentions) in draft.found[facet].items()
    )


def write_corpus(count: int, seed: int, output: BinaryIO) -> None:
    for document in iter_documents(count, seed):
        output.write(encode(document))
        output.write(b"\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--count", type=int, default=100_000, help="documents to make (default: 100000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", default="-", help="file to write to (default: standard output)")
    arguments = parser.parse_args()
    if arguments.output == "-":
        write_corpus(arguments.count, arguments.seed, sys.stdout.buffer)
        return
    with Path(arguments.output).open("wb") as output:
        write_corpus(arguments.count, arguments.seed, output)


if __name__ == "__main__":
    main()
