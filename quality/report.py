"""The tables: a set's fields for each system, the archive's by language, and the pages where it is worst."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from archiver.render.safe import one_line
from quality.scores import Result, Tally

FIELDS = (
    "body",
    "chunks",
    "clean",
    "title",
    "standfirst",
    "authors",
    "day",
    "minute",
    "site",
    "language",
    "people",
    "organisations",
    "places",
    "mentioned",
)
NAMES = frozenset(("people", "organisations", "places"))
SHARES = frozenset(("clean", "title", "standfirst", "day", "minute", "site", "language"))
"""Fields that a page has right or wrong: told as shares of pages, not as F1."""

WIDTH = 100
_OWN = "archive"
_MOST_CHARS = 300
_MOST_LINES = 12
_LONGEST_LINE = 150


class Outcome(msgspec.Struct, frozen=True):
    """What a system reached on a page; `language` is the gold's or, where that has none, the one found.

    `seconds` of CPU are without names, `names_seconds` with them; None where that wasn't tried.
    """

    set_name: str
    name: str
    system: str
    results: list[Result]
    seconds: float | None
    language: str = ""
    failure: str = ""
    names_seconds: float | None = None


def by_set(outcomes: Sequence[Outcome]) -> Iterator[Table]:
    """A table for each set: its fields, and what each system reached there, the best in bold."""
    for name in dict.fromkeys(outcome.set_name for outcome in outcomes):
        yield _of_set(name, [outcome for outcome in outcomes if outcome.set_name == name])


def _of_set(name: str, outcomes: Sequence[Outcome]) -> Table:
    tallies = _tallies(outcomes, lambda outcome: outcome.system)
    systems = list(dict.fromkeys(outcome.system for outcome in outcomes))
    pages = len({outcome.name for outcome in outcomes})
    table = Table(title=f"{name}: {pages} pages", title_justify="left", box=None, pad_edge=False)
    table.add_column("field", no_wrap=True)
    table.add_column("pages", justify="right", no_wrap=True)
    for system in systems:
        table.add_column(system, no_wrap=True)
    for field in FIELDS:
        row = tallies.get(field)
        if row:
            best = max(_figure(field, tally) for tally in row.values())
            cells = [_cell(field, row[system], best) if system in row else Text("–") for system in systems]
            table.add_row(field, str(max(tally.pages for tally in row.values())), *cells)
    for row_name, attribute in (("pages a CPU second", "seconds"), ("  with names", "names_seconds")):
        of_pages = ([getattr(each, attribute) for each in outcomes if each.system == system] for system in systems)
        speeds = [_speed(seconds) for seconds in of_pages]
        if any(speeds):
            table.add_row(row_name, "", *(speed or "–" for speed in speeds), style="dim")
    return table


def by_language(outcomes: Sequence[Outcome]) -> Iterator[Table]:
    """A table for each set whose pages are in several languages: what the archive reached in each."""
    own = [outcome for outcome in outcomes if outcome.system == _OWN]
    for name in dict.fromkeys(outcome.set_name for outcome in own):
        of_set = [outcome for outcome in own if outcome.set_name == name]
        if len({outcome.language for outcome in of_set}) > 1:
            yield _languages(name, of_set)


def _languages(name: str, outcomes: Sequence[Outcome]) -> Table:
    tallies = _tallies(outcomes, lambda outcome: outcome.language)
    pages: dict[str, int] = defaultdict(int)
    for outcome in outcomes:
        pages[outcome.language] += 1
    fields = [field for field in FIELDS if field in tallies and field != "language"]
    table = Table(title=f"{name}: the archive by language", title_justify="left", box=None, pad_edge=False)
    table.add_column("")
    table.add_column("pages", justify="right")
    for field in fields:
        table.add_column(_SHORT.get(field, field), justify="right", no_wrap=True)
    for language in sorted(pages, key=lambda code: (-pages[code], code)):
        found = [tallies[field].get(language) for field in fields]
        figures = [_told(_figure(field, tally)) if tally else "–" for field, tally in zip(fields, found, strict=True)]
        table.add_row(language or "?", str(pages[language]), *figures)
    return table


_SHORT = {"standfirst": "stand", "mentioned": "dates", "organisations": "orgs"}


def _tallies(outcomes: Iterable[Outcome], group: Callable[[Outcome], str]) -> dict[str, dict[str, Tally]]:
    """A field's counts in each group."""
    tallies: dict[str, dict[str, Tally]] = {}
    for outcome in outcomes:
        for result in outcome.results:
            tally = tallies.setdefault(result.field, {}).setdefault(group(outcome), Tally())
            tally.add(result.right, result.spurious, result.missed)
    return tallies


def _figure(field: str, tally: Tally) -> float:
    return tally.right / tally.pages if field in SHARES else tally.f1


def _cell(field: str, tally: Tally, best: float) -> Text:
    """The figure that counts, and what it is made of: wrong, or precision and recall. A dash where nothing was told."""
    if not tally.right and not tally.spurious:
        return Text("–", "dim")
    figure = _figure(field, tally)
    if field in SHARES:
        more = f" {_told(tally.spurious / tally.pages)} wrong"
    else:
        more = f" {_told(tally.precision)} {_told(tally.recall)}"
    return Text.assemble((_told(figure), "bold" if figure == best else ""), (more, "dim"))


def _told(figure: float) -> str:
    """A share with three digits and no zero before the point."""
    text = f"{figure:.3f}"
    return text[1:] if text.startswith("0") else text[:4]


def _speed(seconds: Sequence[float | None]) -> str:
    """Pages a second; empty where none was timed."""
    timed = [each for each in seconds if each is not None]
    return f"{len(timed) / (sum(timed) or 1):.1f}" if timed else ""


def print_failures(console: Console, outcomes: Iterable[Outcome]) -> None:
    """Each page that the archive failed on; of another system how many, and the first one."""
    failed: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.failure:
            failed.setdefault(outcome.system, []).append(outcome)
    for system, pages in failed.items():
        for outcome in pages if system == _OWN else pages[:1]:
            others = f" and {len(pages) - 1} others" if system != _OWN and len(pages) > 1 else ""
            line = f"{system} failed on {outcome.name}{others}: {outcome.failure}"
            console.print(one_line(line)[:_MOST_CHARS], markup=False, highlight=False, soft_wrap=True)


def print_worst(console: Console, outcomes: Iterable[Outcome], field: str, count: int) -> None:
    """The pages where the archive is worst at a field, with what was expected and found."""
    found = [
        (outcome, result)
        for outcome in outcomes
        if outcome.system == _OWN
        for result in outcome.results
        if result.field == field and result.f1 < 1
    ]
    for outcome, result in sorted(found, key=lambda pair: pair[1].f1)[:count]:
        counts = f"right {result.right:.2f} spurious {result.spurious:.2f} missed {result.missed:.2f}"
        lines = [f"{outcome.set_name}/{outcome.name}  {counts}"]
        if field == "body":
            lines += _only(result)
        else:
            lines += [f"   expected {result.expected[:_MOST_CHARS]!r}", f"   found    {result.found[:_MOST_CHARS]!r}"]
        for line in lines:
            console.print(one_line(line), markup=False, highlight=False, soft_wrap=True)


def _only(result: Result) -> Iterator[str]:
    """The lines that only one of two bodies has."""
    gold, own = (
        {" ".join(line.split()) for line in text.split("\n")} - {""} for text in (result.expected, result.found)
    )
    for mark, lines, other in (("-", gold - own, result.found), ("+", own - gold, result.expected)):
        flat = " ".join(other.split())
        for line in [line for line in lines if line not in flat][:_MOST_LINES]:
            yield f"   {mark} {line[:_LONGEST_LINE]}"
