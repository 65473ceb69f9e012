"""Whether an English sentence speaks of the past or of what is to come at one of its dates.

The words are read once for a whole text into signs: verb groups ("will be tried and sentenced", "was lost") and words that
look ahead without a verb ("the planned strike"). A date takes the sign that governs it: the nearest before it, or behind it
where it opens a clause or belongs to the subject. Where the signs disagree the answer is "unsure", never a guess.
"""

from bisect import bisect_left
from typing import Final

from archiver.normalise import english_happened as happened
from archiver.normalise import english_verbs as verbs
from archiver.normalise.english_signs import END, MARKS, Sign, Tense, Text, read

_MOVED: Final = frozenset(
    ("postponed", "moved", "delayed", "rescheduled", "pushed", "adjourned", "deferred", "switched")
)
_STARTING: Final = frozenset(("starting", "beginning", "effective"))
_TELLING: Final[dict[str, Tense]] = {
    "since": "past",
    **dict.fromkeys(("until", "till", "starting", "beginning", "starts", "begins", "effective"), "ahead"),
}
"""Words right before a date that tell its tense whatever the verb: "closed until Monday"."""


def of_date(text: str, start: int, end: int, *, own: bool = False) -> Tense | None:
    """The tense of the clause around the date at `start` to `end` of the text; None where nothing tells it.

    Only its paragraph is read. Where the date's own sentence has no sign, it belongs to the story of a sentence before it
    in the past; not if only its `own` is to count.
    """
    paragraph = text.rfind("\n", 0, start) + 1
    close = text.find("\n", end)
    text, start, end = text[paragraph : close if close >= 0 else None], start - paragraph, end - paragraph
    known = read(text)
    here = bisect_left(known.starts, start)
    behind = bisect_left(known.starts, end)
    number = bisect_left(known.ends, here)
    first = known.ends[number - 1] + 1 if number else 0
    last = known.ends[number] if number < len(known.ends) else len(known.words)
    clause = _Clause(known, first, here, behind, max(behind, last))
    return clause.tense(possessive=text[end : end + 2] in ("'s", "’s")) or (None if own else _story(known, first))


def _story(known: Text, first: int) -> Tense | None:
    """The past where the sentence before tells of the past."""
    if not first:
        return None
    number = bisect_left(known.ends, first - 1)
    start = known.ends[number - 1] + 1 if number else 0
    tenses = {sign.tense for sign in known.signs[bisect_left(known.firsts, start) : bisect_left(known.firsts, first)]}
    return "past" if tenses == {"past"} else None


_ASKED: Final = frozenset(
    (
        "promised", "pledged", "vowed", "asked", "offered", "proposed", "ordered", "demanded", "urged", "expected", "needed", "wanted", "hoped", "required",
    )
)  # fmt: skip
"""Pasts that speak of what was to come: "promised an answer by Friday"."""


_MAY: Final = frozenset(("would", "could", "may", "might"))


class _Clause:
    """A date among the words of its sentence: tokens `first` to `last`, its own from `here` to before `behind`."""

    def __init__(self, known: Text, first: int, here: int, behind: int, last: int) -> None:
        self._known = known
        self._first, self._here, self._behind, self._last = first, here, behind, last

    def tense(self, *, possessive: bool) -> Tense | None:
        """The tense at the date."""
        words = self._known.words
        edge = self._here
        while edge > self._first and words[edge - 1] in verbs.ATTACHED:
            edge -= 1
        attached = words[edge : self._here]
        before = self._before()
        opens = (
            edge == self._first
            or words[edge - 1] in verbs.CONJUNCTIONS
            or words[edge - 1] in MARKS
            or (before is None and words[self._first] in verbs.PREPOSITIONS and self._word(self._behind) == ",")
        )
        told = self._by_preposition(attached, before, opens=opens, possessive=possessive) or self._by_noun(
            edge, before, possessive=possessive
        )
        if told:
            return told
        if opens:
            return self._sign(self._behind_whole()) or self._sign(before)
        near = self._behind_near()
        if possessive and not attached and near:
            return near.tense
        if before and before.kind == "word" and near and near.tense == "past":
            return "unsure"
        if before and not self._gives_way(before, near):
            return self._adjacent(before, edge)
        return self._sign(near) or self._sign(before) or self._sign(self._behind_told())

    def _by_preposition(
        self, attached: list[str], before: Sign | None, *, opens: bool, possessive: bool
    ) -> Tense | None:
        """What the word right before the date tells; None if it tells nothing."""
        word = attached[-1] if attached else self._word(self._here - 1)
        moved = word == "to" and any(self._word(self._here - back) in _MOVED for back in range(2, 8))
        if word in ("in", "on", "from") and self._word(self._here - 2) in _STARTING:
            word = "starting"
        if word in _TELLING:
            return _TELLING[word]
        if moved or self._is_limit(word) or (word == "from" and before and self._is_decided(before)):
            return "ahead"
        if word == "for" and not possessive:
            near = self._behind_near()
            return "unsure" if near and near.tense == "past" and not opens else "ahead"
        if word == "by" and not possessive:
            return self._by(self._behind_whole() if opens else before, opens=opens)
        if word == "before":
            return before.tense if before and before.tense == "ahead" else "unsure"
        return None

    def _by_noun(self, edge: int, before: Sign | None, *, possessive: bool) -> Tense | None:
        """The past where the date is that of a crash or a statement; unsure where someone will be tried for it."""
        words = self._known.words
        if possessive:
            return "past" if happened.behind(words, self._behind) else None
        if "the" in words[self._here - 1 : self._here + 1] and happened.is_mishap(self._word(self._behind)):
            return "past"
        near = self._behind_near() if before is None and words[self._first] in ("a", "an") else None
        if near and words[near.first] in _MAY:  # "An attack on Sunday would be a mistake"
            return None
        if before is None and happened.is_awaited(words, self._first, edge):
            return "ahead"
        first = max(self._first, before.last) if before else self._first
        found, after = happened.before(words, first, edge)
        if found:
            return "unsure" if before and before.tense == "ahead" and not after else "past"
        return "past" if before is None and happened.is_said(words, self._behind) else None

    def _is_decided(self, sign: Sign) -> bool:
        """Whether the sign tells what was decided, which "from July" puts ahead."""
        return sign.kind == "decided" or self._known.words[sign.last - 1] in verbs.DECIDED

    def _is_limit(self, word: str) -> bool:
        """Whether "ahead of" or "no later than" stands before the date; `word` is the one right before it."""
        at = self._here - 2
        if word == "than":
            return (self._word(at - 1), self._word(at)) == ("no", "later")
        if word in verbs.ARTICLES | {"the"}:
            word, at = self._word(at), at - 1
        return word == "of" and self._word(at) == "ahead"

    def _by(self, sign: Sign | None, *, opens: bool) -> Tense:
        """A day that is a limit lies ahead, but behind what had happened, or what "by Friday" opens: "By Friday he was back"."""
        if sign is None or sign.tense == "ahead" or self._known.words[sign.last - 1] in _ASKED:
            return "ahead"
        return (
            "past" if sign.tense == "past" and (sign.kind == "perfect" or (opens and sign.kind == "verb")) else "unsure"
        )

    def _gives_way(self, before: Sign, near: Sign | None) -> bool:
        """Whether the sign behind the date governs it: the date belongs to the subject of that verb."""
        if near is None or self._known.words[near.first] == "after":  # "leaves on Friday after meeting"
            return False
        direct = near.first <= self._behind + 1 + self._day_parts()
        if before.kind == "present":
            return direct
        return before.kind == "speech" and direct and before.last < self._here - 1

    def _adjacent(self, before: Sign, edge: int) -> Tense:
        """A participle under a verb of another tense counts where it stands right before the date, else nothing is sure."""
        if before.kind == "decided" and "day" not in self._word(self._here):  # "decided to close it on 1 October"
            return "unsure"
        if before.kind == "bare":
            return "past" if before.last == edge else "unsure"
        return before.tense

    def _word(self, index: int) -> str:
        return self._known.words[index] if self._first <= index < self._last else ""

    def _day_parts(self) -> int:
        return int(self._word(self._behind) in verbs.PARTS_OF_DAY)

    def _before(self) -> Sign | None:
        at = bisect_left(self._known.firsts, self._here) - 1
        sign = self._known.signs[at] if at >= 0 else None
        return sign if sign and sign.first >= self._first else None

    def _behind_whole(self) -> Sign | None:
        """The first sign behind the date in the sentence; none where a clause of the verb before it follows."""
        if self._word(self._behind) == "that":
            return None
        at = bisect_left(self._known.firsts, self._behind)
        sign = self._known.signs[at] if at < len(self._known.signs) else None
        return sign if sign and sign.first < self._last else None

    def _behind_near(self) -> Sign | None:
        """The same before the next comma or conjunction."""
        sign = self._behind_whole()
        if sign is None:
            return None
        between = self._known.words[self._behind : sign.first]
        return None if any(word in MARKS or word in verbs.CONJUNCTIONS for word in between) else sign

    def _behind_told(self) -> Sign | None:
        """The first sign behind the date that isn't who said so (", the company said")."""
        sign = self._behind_whole()
        follows = self._word(sign.last) if sign else ""
        told_by = sign and sign.kind == "speech" and (follows in (END, "") or follows in verbs.PREPOSITIONS)
        return None if told_by else sign

    @staticmethod
    def _sign(sign: Sign | None) -> Tense | None:
        return sign.tense if sign else None
