"""Which words of an article matched a query, and the passages worth showing: from the archive's own analysis alone.

No engine is asked: words match by their folded form or by their stem in the article's language, phrases as phrases,
prefixes as prefixes. Parts of the query that must not match are left out, and so are filters on other fields.
"""

import itertools

from archiver.analysis import asked_run, asked_stems, find_tokens, fold, fold_all, has_cjk, pair_runs, stem, tokens
from archiver.fields import KEYWORD, STEMMED_LANGUAGES, find_field
from archiver.passages import Mark, best_passages, opening, whole
from archiver.query.tree import (
    AtLeast,
    Boost,
    Fuzzy,
    Group,
    Named,
    Phrase,
    Prefix,
    Respelled,
    Synonyms,
    Wildcard,
    Word,
)
from archiver.records import NamedTuple
from archiver.results import Highlight

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Final

    from archiver.query.tree import Node

ZONES: "Final" = ("title", "standfirst", "body")
"""The zones that are always looked at, in the order in which they are shown."""

MINOR_ZONES: "Final" = ("author", "dateline")
"""The zones that are looked at where nothing matched in the others."""

_BLOCK = 50_000  # code points that are analysed at a time
_ENOUGH = 300_000  # code points after which a text that has matched at all isn't looked at further
_MAX_MARKS = 2_000  # matches of one text that are weighed against each other
_ALIKE = 50  # code points at the beginning by which two passages tell the same
_WHOLE_LIMIT = 400  # code points of a headline or standfirst that is shown whole


class _Term(NamedTuple):
    """Something of the query that can be marked: tokens in a row, or near each other, or pieces of a text."""

    forms: tuple[str, ...]
    zone: str | None = None
    exactly: bool = False
    is_word: bool = False
    is_prefix: bool = False
    is_piece: bool = False  # Chinese, Japanese, Korean: found as it stands, wherever it stands
    within: int | None = None
    like: "Wildcard | Fuzzy | None" = None


class Highlighter:
    """Marks what a query found, in any number of articles."""

    def __init__(self, tree: "Node") -> None:
        self._terms = tuple(dict.fromkeys(_terms(tree)))
        self._finders: dict[tuple[str, str], _Finder] = {}

    def highlight(self, zones: "Mapping[str, str | None]", language: str | None) -> tuple[Highlight, ...]:
        """The zones and passages that matched, the best of the body first.

        `zones` maps each name of ZONES and MINOR_ZONES to its text. Where the body doesn't match, the standfirst or
        the beginning of the body is given with what little matches in it, if anything, so that there is something
        to read.
        """
        found: list[Highlight] = []
        for zone in ZONES:
            text = zones.get(zone) or ""
            if marks := self._marks(zone, text, language):
                short = zone != "body" and len(text) <= _WHOLE_LIMIT
                passages = [whole(zone, text, marks)] if short else best_passages(zone, text, marks)
                found.extend(passage for passage in passages if not _is_told(passage, found))
        if not found:
            for zone in MINOR_ZONES:
                text = zones.get(zone) or ""
                if marks := self._marks(zone, text, language):
                    found.extend(best_passages(zone, text, marks))
        if all(highlight.zone not in ("standfirst", "body") for highlight in found):
            found.extend(opening(zones.get("standfirst"), zones.get("body")))
        return tuple(found)

    def count(self, zones: "Mapping[str, str | None]", language: str | None) -> dict[str, int]:
        """How many places of each zone matched, of those where any did."""
        counts = {zone: len(self._marks(zone, zones.get(zone) or "", language)) for zone in (*ZONES, *MINOR_ZONES)}
        return {zone: count for zone, count in counts.items() if count}

    def _marks(self, zone: str, text: str, language: str | None) -> list[Mark]:
        if not text or not self._terms:
            return []
        known = language if language in STEMMED_LANGUAGES else ""
        finder = self._finders.get((zone, known or ""))
        if finder is None:
            terms = [term for term in self._terms if term.zone in (None, zone)]
            finder = self._finders[zone, known or ""] = _Finder(terms, known or "")
        return finder.marks(text)


def _is_told(passage: Highlight, shown: "Iterable[Highlight]") -> bool:
    """Whether it begins like one that is shown: many a lead repeats the standfirst."""
    beginning = passage.text[:_ALIKE].casefold()
    return any(other.zone == "standfirst" and other.text[:_ALIKE].casefold() == beginning for other in shown)


def _terms(node: "Node") -> "Iterator[_Term]":
    """The parts of the tree that can be marked; none of what must not match."""
    if isinstance(node, (Group, AtLeast)):
        for part in node.parts:
            yield from _terms(part)
    elif isinstance(node, Synonyms):
        for part in (node.main, *node.others):
            yield from _terms(part)
    elif isinstance(node, Respelled):
        for part in node.nearest:
            yield from _terms(part)
    elif isinstance(node, (Boost, Named)):
        yield from _terms(node.part)
    elif isinstance(node, (Word, Phrase, Prefix, Wildcard, Fuzzy)):
        yield from _terms_of(node)


def _terms_of(node: "Word | Phrase | Prefix | Wildcard | Fuzzy") -> "Iterator[_Term]":
    field = find_field(node.field) if node.field else None
    if node.field and (field is None or field.kind == KEYWORD or field.name not in (*ZONES, *MINOR_ZONES)):
        return
    zone = field.name if field else None
    if isinstance(node, Prefix):
        forms = fold_all(tokens(node.prefix))
        if forms:
            yield _Term(tuple(forms), zone, is_prefix=True)
        return
    if isinstance(node, (Wildcard, Fuzzy)):
        yield _Term((node.pattern if isinstance(node, Wildcard) else node.text,), zone, like=node)
        return
    exactly = isinstance(node, Word) and node.exactly
    written = tokens(node.text)
    forms = written if exactly else fold_all(written)
    if not forms:
        return
    if has_cjk(node.text) and not exactly:
        yield from _pieces(node.text, zone)
    elif len(forms) == 1:
        # A word is kept as written: its stem is taken in the language of each article.
        form = written[0] if len(written) == 1 else forms[0]
        yield _Term((form,), zone, exactly=exactly, is_word=isinstance(node, Word))
    else:
        yield _Term(tuple(forms), zone, exactly=exactly, within=node.within if isinstance(node, Phrase) else None)


def _pieces(text: str, zone: str | None) -> "Iterator[_Term]":
    for is_cjk, run in pair_runs(text):
        if is_cjk:
            yield from (_Term((piece,), zone, is_piece=True) for piece in asked_run(is_cjk, run))
        else:
            yield from (_Term((word,), zone) for word in run)


class _Verdicts(dict[str, int]):
    """For each word of a text, which forms of the query it matches, as bits; looked up once a word."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.written: dict[str, int] = {}
        self.folded: dict[str, int] = {}
        self.stems: dict[str, int] = {}
        self.prefixes: list[tuple[str, int]] = []
        self.likes: list[tuple[Callable[[str], bool], int]] = []
        self._language = language
        self._initials = ""

    def __missing__(self, word: str) -> int:
        folded = fold(word)
        bits = self.written.get(word, 0) | self.folded.get(folded, 0)
        if self.stems:
            bits |= self.stems.get(stem(word, self._language), 0)
        for prefix, bit in self.prefixes:
            if folded.startswith(prefix):
                bits |= bit
        for is_like, bit in self.likes:
            if is_like(folded):
                bits |= bit
        self[word] = bits
        return bits

    def worth_asking(self, words: list[str]) -> set[str]:
        """The words that may match, judged by their first letter: asking for each takes longer."""
        distinct = set(words)
        if not self._initials:
            forms = [*self.written, *self.folded, *self.stems, *(prefix for prefix, _ in self.prefixes)]
            letters = {form[:1] for form in forms}
            self._initials = "".join(letters | {letter.upper() for letter in letters})
        # Of the languages stemmed, only Arabic takes something away at the beginning of a word; and a letter beyond ASCII
        # may fold to another one.
        if self._language == "ar" or self.likes or not self._initials.isascii():
            return distinct
        return {word for word in distinct if word[0] in self._initials or not word[0].isascii()}


class _Finder:
    """Finds the marks of some terms in texts of one language."""

    def __init__(self, terms: list[_Term], language: str) -> None:
        self._verdicts = _Verdicts(language)
        self._words: list[tuple[int, int]] = []  # (term, bit)
        self._sequences: list[tuple[int, list[int], int | None]] = []  # (term, bits, within)
        self._texts: list[tuple[int, str]] = []  # (term, piece)
        bit = 1
        for number, term in enumerate(terms):
            if term.is_piece:
                self._texts.append((number, term.forms[0]))
                continue
            bits = []
            for i, form in enumerate(term.forms):
                self._expect(term, form, bit, language, is_last=i == len(term.forms) - 1)
                bits.append(bit)
                bit <<= 1
            if len(bits) == 1:
                self._words.append((number, bits[0]))
            else:
                self._sequences.append((number, bits, term.within))

    def _expect(self, term: _Term, form: str, bit: int, language: str, *, is_last: bool) -> None:
        verdicts = self._verdicts
        if term.like:
            from archiver.likeness import likeness

            verdicts.likes.append((likeness(term.like), bit))
        elif term.exactly:
            verdicts.written[form] = verdicts.written.get(form, 0) | bit
        elif term.is_prefix and is_last:
            verdicts.prefixes.append((form, bit))
        else:
            folded = fold(form)
            verdicts.folded[folded] = verdicts.folded.get(folded, 0) | bit
            if term.is_word and language:
                for root in asked_stems(form, language):
                    verdicts.stems[root] = verdicts.stems.get(root, 0) | bit

    def marks(self, text: str) -> list[Mark]:
        """The marks in the text, in order; of a very long one only as many as are worth comparing."""
        marks: list[Mark] = []
        start = 0
        while start < len(text) and len(marks) < _MAX_MARKS and not (marks and start >= _ENOUGH):
            end = _block_end(text, start)
            block = text[start:end]
            marks.extend(Mark(start + first, start + last, number) for first, last, number in self._in_block(block))
            start = end
        marks.sort()
        return marks[:_MAX_MARKS]

    def _in_block(self, block: str) -> "Iterator[tuple[int, int, int]]":
        for number, piece in self._texts:
            at = block.find(piece)
            while at >= 0:
                yield at, at + len(piece), number
                at = block.find(piece, at + 1)
        if not self._words and not self._sequences:
            return
        verdicts = self._verdicts
        known = {word for word in verdicts.worth_asking(tokens(block)) if verdicts[word]}
        # Most blocks of a long text hold nothing: finding that out needs no places.
        if not known:
            return
        placed = [
            (first, last, verdicts[word])
            for first, last, word in sorted((first, last, word) for word, first, last in find_tokens(block, known))
        ]
        for number, bit in self._words:
            yield from ((first, last, number) for first, last, bits in placed if bits & bit)
        if self._sequences:
            numbered = _numbered(block, placed)
            for number, wanted, within in self._sequences:
                if within is None:
                    yield from _in_a_row(numbered, wanted, number)
                else:
                    yield from _near(numbered, wanted, within, number)


def _numbered(block: str, placed: list[tuple[int, int, int]]) -> "list[_Placed]":
    """The tokens with their positions among all tokens of the block."""
    numbered = []
    position, reached = -1, 0
    for first, last, bits in placed:
        position += 1 + len(tokens(block[reached:first]))
        reached = last
        numbered.append((position, bits, first, last))
    return numbered


_Placed = tuple[int, int, int, int]  # position of the token, bits that it matches, and its place (from, to)


def _in_a_row(placed: list[_Placed], wanted: list[int], number: int) -> "Iterator[tuple[int, int, int]]":
    length = len(wanted)
    for i in range(len(placed) - length + 1):
        row = placed[i : i + length]
        if row[-1][0] - row[0][0] == length - 1 and all(token[1] & bit for token, bit in zip(row, wanted, strict=True)):
            yield row[0][2], row[-1][3], number


def _near(placed: list[_Placed], wanted: list[int], within: int, number: int) -> "Iterator[tuple[int, int, int]]":
    """The tokens near which the other one of a pair stands."""
    for first, second in itertools.pairwise(wanted):
        firsts, seconds = ([place for place, bits, *_ in placed if bits & bit] for bit in (first, second))
        for place, bits, start, end in placed:
            if (bits & first and _stands_near(seconds, place, within + 1)) or (
                bits & second and _stands_near(firsts, place, within + 1)
            ):
                yield start, end, number


def _stands_near(places: list[int], place: int, reach: int) -> bool:
    """Whether one of these places, in order, is so near to this one, and isn't it."""
    from bisect import bisect_left

    at = bisect_left(places, place)
    if at and places[at - 1] >= place - reach:
        return True
    after = at + (places[at : at + 1] == [place])
    return after < len(places) and places[after] <= place + reach


def _block_end(text: str, start: int) -> int:
    """Where the block that starts here ends: at a line's end or a space, so that no word is cut."""
    end = start + _BLOCK
    if end >= len(text):
        return len(text)
    for separator in ("\n", " "):
        at = text.rfind(separator, start + _BLOCK // 2, end)
        if at > 0:
            return at + 1
    return end


def zones_of(row: "Mapping[str, object]") -> "dict[str, str | None]":
    """The zones of a document as its JSON has them."""
    dateline = row.get("dateline")
    dateline = dateline if isinstance(dateline, dict) else {}
    return {
        "title": _str(row.get("title")),
        "standfirst": _str(row.get("standfirst")),
        "body": _str(row.get("text")),
        "author": _joined(row.get("authors")),
        "dateline": _joined([dateline.get("place"), dateline.get("agency")]),
    }


def _str(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _joined(values: object) -> str | None:
    parts: Iterable[object] = values if isinstance(values, (list, tuple)) else ()
    return ", ".join(part for part in parts if isinstance(part, str)) or None
