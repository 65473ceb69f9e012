"""How a query was understood, and why an article is found, for a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from archiver.render.numbers import counted
from archiver.render.safe import one_line
from archiver.searching import changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archiver.explaining import Explanation, Term, Why

_KINDS = {"word": "{}", "near": "close together: {}", "newer": "newer: published within {}", "tier": "comes first: {}"}
_SPANS = {"30 days": "30 days", "365 days": "a year", "1826 days": "five years"}
_NUMBER = 10  # columns of a score


def render_explanation(explanation: Explanation) -> Iterator[Text]:
    """The parts in words, then each word's forms; where nothing is found, the parts to blame and what would find something."""
    yield Text(f"{counted(explanation.total, 'article')} for {one_line(explanation.query)}", "bold")
    yield Text("")
    yield from (Text(f"{'  ' * depth}{one_line(line)}") for depth, line in explanation.lines)
    yield from _changes(explanation)
    if explanation.terms:
        yield Text("")
        yield from map(_render_term, explanation.terms)
    if not explanation.total:
        yield from _render_nothing(explanation)


def _changes(found: Explanation | Why) -> Iterator[Text]:
    return (Text(one_line(sentence), "yellow") for sentence in changes(found))


def _render_term(term: Term) -> Text:
    left_out = "" if term.wanted else ", which is left out,"
    text = Text.assemble((one_line(term.text), "bold"), f"{left_out} in {counted(term.documents, 'article')}")
    if term.forms:
        forms = ", ".join(f"{one_line(form)} {documents:,}" for form, documents in term.forms)
        text.append(f": {forms}", "default")
    if term.read < term.documents and term.forms:
        text.append(f" (forms seen in {term.read:,} of them)", "dim")
    return text


def _render_nothing(explanation: Explanation) -> Iterator[Text]:
    yield Text("")
    if explanation.nearest and explanation.nearest[0].query == explanation.query:
        found = counted(explanation.nearest[0].total, "article")
        yield Text(f"What is chosen of facets leaves none of the {found} that the query finds.", "yellow")
        return
    if explanation.nothing:
        yield Text(f"No article has: {', '.join(map(one_line, explanation.nothing))}", "yellow")
    else:
        yield Text("Each part is in some article, but no article has them all.", "yellow")
    for query, total in explanation.nearest:
        yield Text(f"{counted(total, 'article')} for {one_line(query)}")


def render_why(why: Why) -> Iterator[Text]:
    """Where the article has each part of the query, then its score's parts."""
    finds = "finds" if why.matches else "doesn’t find"
    yield Text(f"{one_line(why.query)} {finds} this article.", "bold")
    yield from _changes(why)
    yield Text("")
    for found in why.found:
        places = ", ".join(f"{zone} {count:,}" for zone, count in found.zones.items())
        where = places or ("matches" if found.matches else "isn’t in it")
        if not found.wanted:
            where += ", and is left out" if found.matches else ", as is wanted"
        yield Text.assemble((one_line(found.text), "default" if found.matches else "dim"), f": {where}")
    if why.score is None:
        return
    yield Text("")
    for kind, text, score in why.parts:
        yield Text(f"{score:>{_NUMBER},.3f}  {_KINDS[kind].format(_SPANS.get(text, one_line(text)))}")
    yield Text(f"{why.score:>{_NUMBER},.3f}  score", "bold")
