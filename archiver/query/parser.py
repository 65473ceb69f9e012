"""Reads a query into its syntax tree, by recursive descent. The grammar stands as EBNF in docs/query-language.md.

What people paste is read as what they mean (curly quotes, AND, +word, odd spaces, URLs); what can't be read is refused
with its place, never changed in silence.
"""

import re

from archiver.analysis import tokens
from archiver.errors import QueryError
from archiver.fields import BAG, DATE, FIELDS, KEYWORD, NUMBER, PERIODS, Field, find_field
from archiver.query.tree import (
    EVERYTHING,
    Boost,
    Fuzzy,
    Group,
    Has,
    Node,
    Not,
    NumberRange,
    Phrase,
    Prefix,
    Range,
    Wildcard,
    Word,
)
from archiver.query.words import WordError, has_letters, read_factor, read_word, split_factor

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from typing import NoReturn

# Bounds of what one query may ask, so that none can take the process or the server down.
MAX_LENGTH = 10_000
MAX_DEPTH = 16  # Elasticsearch takes 30 levels, some of which a word needs
MAX_CLAUSES = 500
MAX_NEAR = 30  # words of one such phrase: each pair is looked for in either order, at any of these distances
MAX_DISTANCE = 100  # words, of "near words"~N
MAX_PATTERNS = 50  # words with *, ? or ~: each may stand for a great part of all words

# Every opening quotation mark with the ones that may close it; people paste what their word processor made.
_QUOTES = {
    '"': '"“”',
    "“": '"”“',
    "”": '"”',
    "„": '"“”',
    "«": "»",
    "»": "«",
    "＂": "＂",
    "‟": '"”',
    "「": "」",
    "『": "』",
}
# What Chinese and Japanese keyboards give for the signs of a query. Not for ? and ~, which stand in texts of these
# languages without spaces around them, and a colon only behind the name of a field.
_NARROW = {ord(wide): sign for wide, sign in zip("（）｜－＋＾＊＝", "()|-+^*=", strict=True)}
_WIDE_COLON = "："
_FIELD = re.compile(rf"([^\W\d_][\w-]*)([:{_WIDE_COLON}])(?!//)")
_PLAIN = re.compile(r"[^\s()]+")
_DISTANCE = re.compile(r"~(\d*)|～(\d+)")
_OPERATORS = {"AND": "AND", "&&": "AND", "OR": "OR", "||": "OR", "NOT": "NOT"}
DASHES = "-−–"  # each leaves out what follows it
_LEAVES_OUT = DASHES + "!"
_PSEUDO_FIELDS = ("after", "before")  # days of publication: published:>=… and published:<…
_HAS = Field("has", "field")  # has:dateline: the documents that have one
_NAMED = tuple(field for field in FIELDS if field.kind != BAG)  # what bare words search has no name in a query
_VALUES = (DATE, PERIODS, NUMBER, _HAS.kind)


def parse(text: str, *, today: "Callable[[], dt.date] | None" = None) -> Node:
    """The tree of a query; an empty one and `*` mean every document.

    `today` gives the day that relative dates count from, the system's by default. Raises QueryError, with the position
    of what is wrong.
    """
    if len(text) > MAX_LENGTH:
        raise QueryError(f"The query is {len(text):,} characters long; at most {MAX_LENGTH:,} are read.", text[:80])
    return _Parser(text, today or _system_today).parse()


def _system_today() -> "dt.date":
    import datetime as dt

    return dt.date.today()  # noqa: DTZ011 - the user's own day


class _Parser:
    """One query being read: the text, the place reached, and what has been counted so far."""

    def __init__(self, text: str, today: "Callable[[], dt.date]") -> None:
        self._typed = text
        self._text = text if text.isascii() else text.translate(_NARROW)  # as long, so places are the same in both
        self._today = today
        self._at = 0
        self._depth = 0
        self._clauses = 0
        self._patterns = 0

    def parse(self) -> Node:
        self._skip_spaces()
        if self._at == len(self._text):
            return EVERYTHING
        tree = self._any_of(None)
        if self._at < len(self._text):
            self._fail("This parenthesis closes nothing. Remove it, or put the query's words in quotation marks.")
        return tree if tree is not None else self._fail("There is no word in this query to search for.", 0)

    def _any_of(self, field: Field | None) -> Node | None:
        """Parts joined by OR; None where there was nothing but stray punctuation."""
        parts: list[Node] = []
        operator_at = self._at
        while True:
            part = self._all_of(field)
            if part is None and (parts or self._peek_operator() == "OR"):
                self._fail("OR stands between two things to search for; one of them is missing.", operator_at)
            if part is not None:
                parts.append(part)
            if self._peek_operator() != "OR":
                return _group("or", parts)
            operator_at = self._at
            self._take_operator()

    def _all_of(self, field: Field | None) -> Node | None:
        """Parts beside each other, or joined by AND: all must match."""
        parts: list[Node] = []
        joined = False
        while True:
            self._skip_spaces()
            operator = self._peek_operator()
            if self._at == len(self._text) or self._text[self._at] == ")" or operator == "OR":
                return _group("and", parts)
            if operator == "AND":
                self._take_and(has_left=bool(parts))
                parts[-1], joined = _required(parts[-1]), True
                continue
            part = self._part(field)
            if part is not None:
                parts.append(_required(part) if joined else part)
                joined = False

    def _take_and(self, *, has_left: bool) -> None:
        at = self._at
        self._take_operator()
        self._skip_spaces()
        ends = self._at == len(self._text) or self._text[self._at] == ")"
        if not has_left or ends or self._peek_operator() in ("AND", "OR"):
            self._fail("AND stands between two things to search for; one of them is missing.", at)

    def _part(self, field: Field | None) -> Node | None:
        """One thing to search for, with what negates it; None for punctuation that stands alone."""
        at = self._at
        character, following = self._text[at : at + 1], self._text[at + 1 : at + 2]
        if character in ("", ")"):
            return None
        if self._peek_operator() == "NOT":
            self._take_operator()
            self._skip_spaces()
            if self._at == len(self._text):
                self._fail("NOT stands before what must not match; nothing follows it.", at)
            return self._negated(self._part, field, at)
        if character in _LEAVES_OUT + "+" and (not following or following.isspace() or following == ")"):
            self._at += 1
            return None
        return self._signed(self._part, field) if self._is_signed() else self._primary(field)

    def _is_signed(self) -> bool:
        """Whether here + or a sign that leaves out stands right before something."""
        character, following = self._text[self._at : self._at + 1], self._text[self._at + 1 : self._at + 2]
        if not following or following.isspace() or following == ")":
            return False
        return character == "+" or (
            character in _LEAVES_OUT and following not in (DASHES if character in DASHES else character)
        )

    def _signed(self, read: "Callable[[Field | None], Node | None]", field: Field | None) -> Node | None:
        at = self._at
        self._at += 1
        if self._text[at] != "+":
            return self._negated(read, field, at)
        part = self._nested(read, field)
        return part and _required(part)

    def _negated(self, read: "Callable[[Field | None], Node | None]", field: Field | None, at: int) -> Node:
        part = self._nested(read, field)
        if part is None:
            self._fail("Nothing to leave out follows here.", at)
        return Not(part)

    def _nested(self, read: "Callable[[Field | None], Node | None]", field: Field | None) -> Node | None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._fail(f"The query is nested more than {MAX_DEPTH} deep.")
        part = read(field)
        self._depth -= 1
        return part

    def _primary(self, field: Field | None) -> Node | None:
        self._count(1, self._at)
        character = self._text[self._at]
        if character == "(":
            return self._boosted(self._parenthesis(field))
        if character in _QUOTES:
            return self._boosted(self._phrase(field))
        match = _FIELD.match(self._text, self._at)
        if match and (match[2] != _WIDE_COLON or _is_field(_narrow(match[1]))):
            return self._field_value(match, field)
        return self._word(field)

    def _count(self, words: int, at: int) -> None:
        self._clauses += words
        if self._clauses > MAX_CLAUSES:
            self._fail(
                f"The query has more than {MAX_CLAUSES} words. Those of a phrase count each, the parts of a word such as "
                "covid-19 too, and parentheses as one.",
                at,
            )

    def _boosted(self, part: Node | None) -> Node | None:
        """The part with the factor that may stand right behind it."""
        if part is None or self._text[self._at : self._at + 1] != "^":
            return part
        at = self._at
        text = self._take_plain()
        try:
            return Boost(part, read_factor(text[1:]))
        except WordError as error:
            self._fail(str(error), at)

    def _parenthesis(self, field: Field | None) -> Node | None:
        opened_at = self._at
        self._at += 1
        tree = self._nested(self._any_of, field)
        if self._at == len(self._text):
            self._fail("This parenthesis is never closed.", opened_at)
        self._at += 1
        if self._text.startswith("~", self._at):
            self._fail('A ~ stands behind a word, or behind words in quotation marks: "steel mill"~5.')
        return tree if tree is not None else self._fail("There is nothing between these parentheses.", opened_at)

    def _phrase(self, field: Field | None, *, exactly: bool = False) -> Node:
        opened_at = self._at
        closing = _QUOTES[self._text[opened_at]]
        end = next((i for i in range(opened_at + 1, len(self._text)) if self._text[i] in closing), None)
        if end is None:
            self._fail(
                "This quotation mark is never closed. Close it, or remove it to search for the words.", opened_at
            )
        words = self._typed[opened_at + 1 : end].strip()
        self._at = end + 1
        if not words:
            self._fail("There is nothing between these quotation marks.", opened_at)
        if field and _DISTANCE.match(self._text, self._at) and field.kind in (KEYWORD, *_VALUES):
            self._fail(f"{field.name}: holds no words that could be near each other.")
        within = self._distance()
        self._count(len(tokens(words)) - 1, opened_at)
        if within is not None and len(tokens(words)) > MAX_NEAR:
            self._fail(f"At most {MAX_NEAR} words can be near each other.", opened_at)
        if field and field.kind in _VALUES:
            return self._value(field, words, opened_at + 1)
        if "*" in self._text[opened_at:end]:
            return self._begun(field, opened_at, end, exactly=exactly or within is not None)
        return Phrase(words, field.name if field else None, within)

    def _begun(self, field: Field | None, opened_at: int, end: int, *, exactly: bool) -> Node:
        """Words in quotation marks of which the last one is only begun."""
        star_at = self._text.index("*", opened_at)
        words, after = self._typed[opened_at + 1 : star_at].lstrip(), self._text[star_at:end].strip().strip("*")
        if exactly:
            self._fail(
                "The last of words that are near each other, or exactly as they are, can't be begun. Leave out the *.",
                star_at,
            )
        if after or words != words.rstrip() or not has_letters("".join(words.split()[-1:])):
            self._fail(
                'Within quotation marks a * stands right behind the last word: "steel mi*". Leave it out.', star_at
            )
        self._count_pattern(opened_at)
        return Prefix(words, field.name if field else None)

    def _exactly(self, field: Field | None) -> Node:
        """Words in quotation marks as they are written, behind an equals sign."""
        self._at += 1
        phrase = self._phrase(field, exactly=True)
        if not isinstance(phrase, Phrase) or phrase.within is not None:
            self._fail("Words that are near each other can't be asked for exactly as they are written.")
        return Word(phrase.text, phrase.field, exactly=True)

    def _distance(self) -> int | None:
        match = _DISTANCE.match(self._text, self._at)
        if not match:
            return None
        distance = match[1] or match[2]
        if not distance or not 0 < int(distance[:6]) <= MAX_DISTANCE:
            self._fail(f'After "…"~ comes the number of words that may lie between, from 1 to {MAX_DISTANCE}.')
        self._at = match.end()
        return int(distance)

    def _field_value(self, match: re.Match[str], outer: Field | None) -> Node | None:
        name, at = _narrow(match[1]), match.start()
        pseudo = name.lower() if name.lower() in _PSEUDO_FIELDS else None
        field = _HAS if name.lower() == _HAS.name else find_field("published" if pseudo else name, _NAMED)
        value_at = match.end()
        following = self._text[value_at : value_at + 1]
        if not following or following.isspace() or following == ")":
            if field is None:  # "PM: relief for all", as headlines have it: an ordinary word
                self._at = value_at
                return Word(match[0], outer.name if outer else None)
            self._fail(f"{name}: needs a value right after its colon, for example {name}:{_example(field)}.", at)
        if field is None:
            self._fail(_unknown_field(name), at)
        self._at = value_at
        if pseudo:
            return self._bound(field, pseudo)
        return self._in_field(field)

    def _in_field(self, field: Field | None) -> Node | None:
        """What stands behind a field's colon; before days and numbers a sign would be one of theirs."""
        if field and field.kind not in (DATE, PERIODS, NUMBER) and self._is_signed():
            return self._signed(self._in_field, field)
        following = self._text[self._at]
        if following == "(":
            return self._boosted(self._parenthesis(field))
        if following in _QUOTES:
            return self._boosted(self._phrase(field))
        return self._word(field)

    def _bound(self, field: Field, pseudo: str) -> Node:
        from archiver.query.days import parse_last_before, parse_period

        at = self._at
        if not _PLAIN.match(self._text, at):
            self._fail(f"{pseudo}: is followed by one date, for example {pseudo}:2025-09.", at)
        text = self._take_plain()
        try:
            if pseudo == "after":
                return Range(field.name, parse_period(text, self._today)[0], None)
            return Range(field.name, None, parse_last_before(text, self._today))
        except ValueError as error:
            self._fail(f"{pseudo}: {error}.", at)

    def _word(self, field: Field | None) -> Node | None:
        at = self._at
        if self._text[at] == "=" and self._text[at + 1 : at + 2] in _QUOTES and not (field and field.kind in _VALUES):
            return self._boosted(self._exactly(field))
        text = self._take_plain()
        try:
            body, factor = split_factor(text)
            if field and field.kind in _VALUES:
                part: Node | None = self._value(field, body, at)
            else:
                part = read_word(body, field.name if field else None)
        except WordError as error:
            self._fail(str(error), at + error.offset)
        self._count(max(0, len(tokens(body)) - 1), at)
        if isinstance(part, (Prefix, Wildcard, Fuzzy)):
            self._count_pattern(at)
        return part if part is None or factor is None else Boost(part, factor)

    def _count_pattern(self, at: int) -> None:
        self._patterns += 1
        if self._patterns > MAX_PATTERNS:
            self._fail(f"The query has more than {MAX_PATTERNS} words with *, ? or ~.", at)

    def _value(self, field: Field, text: str, at: int) -> Node:
        """A value of a field that holds no words: days, numbers, the name of a field."""
        if text == "*" and field is not _HAS:
            return Has(field.name)
        if field.kind == NUMBER:
            from archiver.query.numbers import parse_numbers

            try:
                return NumberRange(field.name, *parse_numbers(text))
            except ValueError as error:
                self._fail(f"{field.name}: {error}.", at)
        if field is not _HAS:
            return self._days(field, text, at)
        wanted = find_field(text, _NAMED)
        if wanted is None:
            self._fail(_unknown_field(text, quoting=False), at)
        return Has(wanted.name)

    def _days(self, field: Field, text: str, at: int) -> Node:
        from archiver.query.days import parse_days

        try:
            first, last = parse_days(text, self._today)
        except ValueError as error:
            self._fail(f"{field.name}: {error}.", at)
        return Range(field.name, first, last)

    def _take_plain(self) -> str:
        match = _PLAIN.match(self._text, self._at)
        assert match
        self._at = match.end()
        return match[0]

    def _peek_operator(self) -> str | None:
        match = _PLAIN.match(self._text, self._at)
        return _OPERATORS.get(match[0]) if match else None

    def _take_operator(self) -> None:
        self._take_plain()

    def _skip_spaces(self) -> None:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1

    def _fail(self, message: str, at: int | None = None) -> "NoReturn":
        raise QueryError(message, self._typed, min(self._at if at is None else at, len(self._typed)))


def _group(operator: "str", parts: list[Node]) -> Node | None:
    if len(parts) < 2:  # noqa: PLR2004
        return parts[0] if parts else None
    return Group("and" if operator == "and" else "or", tuple(parts))


def _required(part: Node) -> Node:
    """The part as one that was asked for by name; only a word's meaning depends on that."""
    if isinstance(part, Boost):
        return part._replace(part=_required(part.part))
    return part._replace(required=True) if isinstance(part, Word) else part


def _narrow(name: str) -> str:
    """A name as it is written in letters of half width."""
    if name.isascii():
        return name
    import unicodedata

    return unicodedata.normalize("NFKC", name)


def _is_field(name: str) -> bool:
    return name.lower() in (*_PSEUDO_FIELDS, _HAS.name) or find_field(name, _NAMED) is not None


_EXAMPLES = {DATE: "2025-09", PERIODS: "2025-09", NUMBER: ">800", _HAS.kind: "dateline"}


def _example(field: Field) -> str:
    return _EXAMPLES.get(field.kind, "word")


def _unknown_field(name: str, *, quoting: bool = True) -> str:
    from difflib import get_close_matches

    pseudo = (*_PSEUDO_FIELDS, _HAS.name) if quoting else ()
    names = [*pseudo, *(alias for field in _NAMED for alias in (field.name, *field.aliases))]
    nearest = get_close_matches(name.lower(), names, 1)
    hint = f"Did you mean {nearest[0]}:?" if nearest else f"There are {', '.join(field.name for field in _NAMED)}."
    if not quoting:
        return f"There is no field “{name}”. {hint.replace(':?', '?')}"
    return f"There is no field “{name}”. {hint} To search for the words themselves, put them in quotation marks."
