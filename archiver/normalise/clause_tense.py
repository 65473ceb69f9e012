"""Whether a sentence speaks of the past or of what is to come at one of its dates, in the languages beside English.

Told by forms that can hardly be anything else, and by the words right before the date; where there are none, or those of both
tenses stand around the date, nothing is told.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

import regex

from archiver.normalise.mentioned_happened import is_over
from archiver.normalise.mentioned_plans import Plans, of_plan
from archiver.normalise.mentioned_rules import Context

_SENTENCE: Final = regex.compile(r"[.!?…][\"”»“’']?\s(?=\p{Lu}|\p{Lo}|[\"„“«¿¡])|[۔؟]\s|;\s|\n")
_STOPPED: Final = regex.compile(r"(?:\p{L}{4,}|[)»”\"])[.!?…][\"”»“’']?\s$")  # the date begins a sentence
_CLAUSE: Final = regex.compile(
    r"[:–—]|\s(?:que|qui|dont|che|cui|dass|котор\p{L}+|что|إن|أن|الذي|التي|کہ|والے|والی|والا)\s|,\s(?:die|der|das|wie|weil|während|ob|nachdem|bevor)\s"
)
_BEFORE, _BEHIND = 250, 160  # characters of the sentence that are looked at
_STOP: Final = 10  # characters that hold the end of a sentence
_CLOSE, _NEAR = 40, 80  # characters behind a date
_TAIL: Final = 48  # characters that hold the words right before it
_OPENING: Final = regex.compile(r"\W*(?:\p{L}{1,4}\s)?")
# A comma before the date, with nothing but a word that joins clauses and those that belong to the date.
_NEW_CLAUSE: Final = regex.compile(
    r",\s(?:(?:et|mais|puis|tandis\sque|und|aber|doch|y|pero|mientras|e|ma|mentre|mas|enquanto|а|но|и)\s)?(?:\p{L}{1,3}\s){0,2}$"
)
# A comma that closes an insertion, right before the verb: "que viajó el sábado, regresa".
_CLOSED: Final = regex.compile(r"[,،]\s(?:\p{L}{1,3}\s){0,2}$")
# A participle's phrase between commas that holds the date (", preso na quinta-feira,"): the verb behind isn't its own.
_INSERTED: Final = regex.compile(
    r"\p{L},\s(?!also\b)\p{Ll}{2,}(?:[dts][oai]s?|ée?s?|ue?s|erte?s?|ый|ая|ое|ые)(?:\s\p{L}+){0,3}\s?$"
)
# From a future form to the participle that belongs to it: "será juzgado", "va a ser juzgado", "sera aussi jugé".
_PASSIVE: Final = regex.compile(
    r"\s(?:(?:être|ser|estar|essere|venire|quedar|ficar)\s)?(?:(?:aussi|également|ensuite|también|anche|também|poi|\p{Ll}+ment[eo]?)\s)?"
)
# A clause that a comma opens and the next one closes: ", die am Samstag kam, wird ...".
_RELATIVE: Final = regex.compile(
    r",\s(?:die|der|das|dem|den|wie|weil|als|dass|wo|qui|que|dont|che|котор\p{L}+)\s[^,]{0,60}$"
)
_ON: Final = regex.compile(r"\san\b")  # "von Montag an"
NOTHING: Final = regex.compile(r"\A(?!)")
"""A pattern that is nowhere, and takes no time to say so."""


class Signs(NamedTuple):
    """The patterns of a language's forms of either tense, and of the words beside a date that tell one by themselves.

    `since` and `until` tell it whatever the verb, before the date (behind it in a language whose verb comes last); `start`
    tells that something begins then, which lies ahead if no verb tells else. `mostly_since` is past where no verb before the
    date tells else, but at the opening of a sentence what `opens` says. `present` are verbs of what is planned, which lies
    ahead where their clause has no other sign. `follows` and `followed` are what right behind a date tells that it lies
    ahead or behind; `participle` tells the latter of a date with a comma before it (", am Montag verhaftet,"). `resumes` is a
    present that goes on behind a clause of the past without a comma. `perfect` is an infinitive of the past behind a date
    ("soll am Montag gesehen worden sein"). `of_day` before a weekday makes it that of something ("das Spiel vom Sonntag"), `start_on` with "an" behind is `start`. `was_to`
    are pasts of what was to be or wasn't wanted ("devait s’ouvrir", "wollte sich äußern"): nobody knows when that lies.
    """

    past: "regex.Pattern[str]"
    ahead: "regex.Pattern[str]"
    since: "regex.Pattern[str]"
    until: "regex.Pattern[str]"
    start: "regex.Pattern[str]" = NOTHING
    mostly_since: "regex.Pattern[str]" = NOTHING
    opens: bool = False
    present: "regex.Pattern[str]" = NOTHING
    follows: "regex.Pattern[str]" = NOTHING
    followed: "regex.Pattern[str]" = NOTHING
    participle: "regex.Pattern[str]" = NOTHING
    resumes: "regex.Pattern[str]" = NOTHING
    perfect: "regex.Pattern[str]" = NOTHING
    verb_last: bool = False
    plans: Plans = Plans()
    of_day: "regex.Pattern[str]" = NOTHING
    start_on: "regex.Pattern[str]" = NOTHING
    was_to: "regex.Pattern[str]" = NOTHING
    code: str = ""


def looks_ahead(context: Context, signs: Signs, *, near: bool = False) -> bool | None:
    """Whether the sentence speaks of what is to come; by the nearest form before the date, else behind it. None: not told.

    `near` is a date of the next months, which may be that of an event in what is told of the past.
    """
    behind = _SENTENCE.split(context.after(_BEHIND))[0]
    before = context.before(_BEFORE)
    before = "" if _STOPPED.search(before[-_STOP:]) else _SENTENCE.split(before)[-1]
    groups = context.match.groupdict()
    planned = of_plan(before, behind, signs.plans, signs.past, near=near)
    if planned == "ahead" or (planned and "month" in groups):
        return True if planned == "ahead" else None
    if signs.verb_last:
        return _by_last_verb(behind, signs)
    tail = before[-_TAIL:]
    until = signs.until.search(tail)
    of_day = "weekday" in groups and signs.of_day.search(tail) and not _ON.match(behind)
    if until or signs.since.search(tail) or of_day:
        return bool(until)
    return _in_clause(before[:1].lower() + before[1:], behind, signs, groups)


def _in_clause(before: str, behind: str, signs: Signs, groups: Mapping[str, str | None]) -> bool | None:
    """What the sentence tells where no word right before the date does."""
    if _was_to(before, signs):
        return None
    told = _by_verbs(before, behind, signs, groups)
    if told is False:
        return False
    plans = (match.end() for sign in (signs.ahead, signs.present) for match in sign.finditer(before)) if told else ()
    return is_over(before, signs.code, told, plan=max(plans, default=0))


def _was_to(before: str, signs: Signs) -> bool:
    """Whether the verb of the date's own clause, before it, is a past of what was to be."""
    found = signs.was_to.search(before, max(before.rfind(","), before.rfind("،"), 0))
    return found is not None and not (signs.past.search(before, found.end()) or signs.ahead.search(before, found.end()))


def _by_verbs(before: str, behind: str, signs: Signs, groups: Mapping[str, str | None]) -> bool | None:
    """What the verbs around the date tell."""
    if signs.perfect.match(behind):
        return False
    if _RELATIVE.search(before[-_NEAR:]):
        behind = behind.partition(",")[0]
    tail = before[-_TAIL:]
    if signs.start.search(tail) or (signs.start_on.search(tail) and _ON.match(behind)):
        return _from_then(before, behind, signs, whole=bool(groups.get("day")))
    since = signs.mostly_since.search(tail)
    opens = since is not None and tail == before and not since.start()
    told = _of_new_clause(before, behind, signs)
    if told is None:
        told = _by_verb_before(before, behind, signs)
    inserted = told is None and behind.startswith(",") and _INSERTED.search(before)
    if told is None and not inserted and (since is None or opens):
        told = _behind(behind, signs)
    if told is None and since:
        return signs.opens and opens
    if told is None and _OPENING.fullmatch(before) and signs.present.search(behind[:_NEAR]):
        return True
    return told


def _from_then(before: str, behind: str, signs: Signs, *, whole: bool) -> bool | None:
    """Whether what begins at a date lies ahead: where no verb close to it tells of the past; `whole`: it is a day and month."""
    clause = _CLAUSE.split(before)[-1]
    if signs.past.search(clause):
        return False if whole and not signs.ahead.search(clause) else None
    return _behind(behind[:_CLOSE], signs) is not False


def _of_new_clause(before: str, behind: str, signs: Signs) -> bool | None:
    """What the clause tells that a date opens behind a comma: "(the council met on Tuesday,) and on Friday it will vote"."""
    if behind[:1] in ",.;:)" or not _NEW_CLAUSE.search(before):
        return None
    if signs.participle.match(behind):
        return None if signs.ahead.search(before) else False
    return _behind(behind.partition(",")[0], signs)


def _by_verb_before(text: str, behind: str, signs: Signs) -> bool | None:
    """What the nearest form before a date tells; where its own clause has none before it, one behind it goes first."""
    *others, clause = _CLAUSE.split(text)
    if not signs.ahead.search(clause) and not signs.past.search(clause):
        if signs.present.search(clause):
            return True
        told = _behind(behind, signs) if others else None
        if told is not None:
            return told
    first, past = -1, -1
    for match in signs.past.finditer(text):
        first, past = match.span()
    ahead = max((match.end() for match in signs.ahead.finditer(text)), default=-1)
    if 0 <= ahead < past:
        if ahead < first and _PASSIVE.fullmatch(text, ahead, first):
            return True
    elif ahead == past:
        return None
    if ahead < past and _goes_on(text, past, signs):
        return True
    return ahead > past


def _goes_on(text: str, end: int, signs: Signs) -> bool:
    """Whether a present goes on behind a clause of the past."""
    if signs.resumes.search(text, end):
        return True
    comma = max(text.rfind(",", end), text.rfind("،", end))
    if comma < 0:
        return False
    present = signs.present.search(text, comma)
    return present is not None and _CLOSED.fullmatch(text, comma, present.start()) is not None


def _behind(text: str, signs: Signs) -> bool | None:
    """What the words behind a date tell."""
    if signs.followed.match(text):
        return False
    if signs.follows.match(text):
        return True
    clause = _CLAUSE.split(text.lstrip(" ,"))[0]
    ahead, past = signs.ahead.search(clause), signs.past.search(clause)
    was_to = signs.was_to.search(clause) if ahead or past else None
    if was_to and not any(found and found.start() < was_to.start() for found in (ahead, past)):
        return None
    if ahead and past:
        return None if ahead.start() == past.start() else ahead.start() < past.start()
    return ahead is not None if ahead or past else None


def _by_last_verb(behind: str, signs: Signs) -> bool | None:
    if signs.until.match(behind):
        return True
    told = _behind(behind, signs)
    return False if told is None and signs.since.match(behind) else told
