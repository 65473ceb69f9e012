"""What a query that finds nothing, or next to nothing, may have been meant to say: loaded only there."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

from archiver.errors import QueryError
from archiver.fields import find_field
from archiver.query.parser import parse
from archiver.query.tree import Word, parts_of
from archiver.render.numbers import counted
from archiver.searching import FEW, ends_question

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from archiver.archive import Archive
    from archiver.results import TermReport

_OPERATOR = re.compile(r"(?<!\S)(and|or|not|\|)(?!\S)", re.IGNORECASE)
_ID = re.compile(r"(?=[a-f]*\d)[0-9a-f]{6,20}")
_MANY = 4  # words of a query that asks for much


def explain(archive: Archive, chosen: dict[str, Any]) -> str | None:
    """Why nothing can ever be found like this, where that is so: an archive without articles, bounds that cross."""
    if not archive.search(limit=0, facets=()).total:
        if waiting := _stored(archive):
            return f"{waiting:,} articles are stored, and not indexed yet: the next “archive add” or “archive reindex” does it."
        return "The archive holds no article yet: “archive add FILE, FOLDER or URL” adds some."
    return _crossed_bounds(archive, chosen.get("after"), chosen.get("before"))


def _stored(archive: Archive) -> int:
    """How many articles the log holds; none where there is no log, as with an index that others fill."""
    from archiver.errors import ArchiveError

    try:
        return archive.log.counts().documents
    except ArchiveError:
        return 0


def _crossed_bounds(archive: Archive, after: str | None, before: str | None) -> str | None:
    from archiver.query.days import parse_period

    if not (after and before):
        return None
    first, end = (parse_period(day, archive.settings.today)[0] for day in (after, before))
    if first < end:
        return None
    return f"No day is both: --after {after} begins with {first}, and --before {before} ends the day before {end}."


def iter_hints(archive: Archive, query: str, chosen: dict[str, Any], reports: tuple[TermReport, ...]) -> Iterator[str]:
    """What else the query may mean, each in a sentence with what to type."""
    yield from capitals(archive, query, chosen)
    yield from _any_word(archive, query, chosen, reports)
    for report in reports:
        if report.documents:
            continue
        field = find_field(report.field) if report.field else None
        if field and field.facet == "languages":
            yield _language(report.text)
        elif "://" in report.text:
            yield f"An article is opened by its address with: archive show {shlex.quote(report.text)}"
        elif _may_be_id(report):
            yield f"An article is opened by its id, or the beginning of it, with: archive show {report.text.lower()}"
        elif not report.field and report.text.endswith("?"):
            yield ends_question(report.text)


def _any_word(archive: Archive, query: str, chosen: dict[str, Any], reports: tuple[TermReport, ...]) -> Iterator[str]:
    """Where each word is in some article, those with any of them may be wanted."""
    if chosen.get("matching") == "any" or len(reports) < 2 or not all(report.documents for report in reports):  # noqa: PLR2004
        return
    if total := _with_any(archive, query, chosen):
        yield f"With --any-word it finds {counted(total, 'article')}."


def beside_few(archive: Archive, query: str, chosen: dict[str, Any], total: int) -> Iterator[str]:
    """Where next to nothing has all of many words, how much has any of them."""
    if chosen.get("matching") != "auto" or not 0 < total <= FEW:
        return
    parts = set(parts_of(parse(query, today=archive.settings.today)))
    if sum(isinstance(part, Word) and part == Word(part.text) for part in parts) < _MANY:
        return
    more = _with_any(archive, query, chosen)
    if more > total:
        have = "article has" if total == 1 else "articles have"
        yield f"{total} {have} all these words; with any of them: {more:,} (--any-word)."


def _with_any(archive: Archive, query: str, chosen: dict[str, Any]) -> int:
    return archive.search(query, limit=0, facets=(), **{**chosen, "matching": "any"}).total


def _may_be_id(report: TermReport) -> bool:
    return not report.field and _ID.fullmatch(report.text.lower()) is not None


def capitals(archive: Archive, query: str, chosen: dict[str, Any]) -> Iterator[str]:
    """`steel or iron` is three words, and `steel | iron` two; whoever means the operator writes it in capitals."""
    parts = re.split(r'("[^"]*")', query)
    meant = "".join(
        part if part.startswith('"') else _OPERATOR.sub(lambda word: "OR" if word[0] == "|" else word[0].upper(), part)
        for part in parts
    )
    if meant == query:
        return
    try:
        total = archive.search(meant, limit=0, facets=(), **chosen).total
    except QueryError:  # an operator without anything beside it
        return
    finds = f" finds {counted(total, 'article')}" if total else ""
    why = (
        "A | alone has no meaning, OR has"
        if meant == query.replace("|", "OR")
        else "AND, OR and NOT are written in capitals"
    )
    yield f"{why}: “{meant}”{finds}."


def _language(name: str) -> str:
    from babel import Locale

    names: dict[str, str] = {str(known).casefold(): code for code, known in Locale("en").languages.items()}
    code = names.get(name.strip().casefold())
    if code:
        return f"Languages go by their codes: {code} for {name.strip()}."
    return "Languages go by their codes, such as en; “archive facets languages” lists those that there are."
