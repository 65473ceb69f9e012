"""The signs of a tense in an English text: its verb groups, and the words that look ahead without a verb."""

import functools
import re
from typing import Final, Literal, NamedTuple

from archiver.normalise import english_verbs as verbs
from archiver.normalise.english_modals import is_modal, is_told

Tense = Literal["past", "ahead", "unsure"]

_WORD: Final = re.compile(
    r"(?:[ap]\.m\.|(?:Mrs?|Ms|Dr|St|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Capt|Prof|No|Jr|Sr|[A-Z])\.)"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.(?=\s\d)"
    r"|[^\W\d_]+(?:-[^\W\d_]+)*(?:[’'][^\W\d_]+)?|\d(?:[\d.,]*\d)?|[.!?…](?=[\"”’'\s)]|$)|\n|[,;:—–()]"
)
"""Abbreviations, words, numbers, ends of sentences, and marks, which `re` finds in half of the time that `regex` takes."""
MARKS: Final = frozenset(",;:—–()")
END: Final = "."
NUMBER: Final = "0"
_NEAR: Final = 5  # words from a word of intent to the infinitive that it governs


class Sign(NamedTuple):
    """A group of words that tells a tense: tokens `first` to before `last`; `kind` is verb, speech, present, perfect, decided, word."""

    tense: Tense
    first: int
    last: int
    kind: str


class Text(NamedTuple):
    """A text's words in order, where each starts, the indexes of its sentences' ends, its signs, and their first words."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    signs: list[Sign]
    firsts: list[int]


@functools.lru_cache(maxsize=32)
def read(text: str) -> Text:
    """The words and signs of a text."""
    found = list(_WORD.finditer(text))
    written = [match[0] for match in found]
    words = [_form(word) for word in written]
    signs = _Reader(words, written).signs()
    return Text(
        words,
        [match.start() for match in found],
        [at for at, word in enumerate(words) if word == END],
        signs,
        [sign.first for sign in signs],
    )


_REMEMBERED: Final = 8192  # words: a text has few of its own, and asking for each what it may be takes long


@functools.lru_cache(maxsize=_REMEMBERED)
def _form(word: str) -> str:
    """A word in small letters; one sign for all ends of sentences, and one for all numbers."""
    if word in MARKS:
        return word
    first = word[0]
    if first.isdigit():
        return NUMBER
    return word.lower().replace("'", "’") if first.isalpha() else END


class _Reader:
    """Reads the signs of a text's words from left to right."""

    def __init__(self, words: list[str], written: list[str]) -> None:
        self._words = words
        self._written = written
        self._found: list[Sign] = []
        self._passive = (
            False  # whether the last group ahead is one that participles may follow: "be tried and sentenced"
        )

    def signs(self) -> list[Sign]:
        """All signs in order."""
        position = 0
        for at in [at for at, word in enumerate(self._words) if _may_tell(word)]:
            if at >= position:
                position = self._step(at)
        return self._found

    def _step(self, at: int) -> int:
        """Read what begins at a word; the index behind it."""
        word = self._word(at)
        bare = "will" if word == "won’t" else word.removesuffix("n’t")
        if word.endswith("’ll"):
            return self._group("ahead", at, at + 1)
        if bare in verbs.MODALS and is_modal(self._words, self._written, at, begins=self._begins(at)):
            return self._modal(at, bare)
        if bare in verbs.BE_NOW or bare in verbs.BE_THEN or word.endswith("’re"):
            return self._be(at, then=bare in verbs.BE_THEN)
        if bare in ("has", "have", "had") or word.endswith("’ve"):
            return self._have(at, then=bare == "had")
        return self._infinitive(at) if word == "to" else self._plain(at, word)

    def _plain(self, at: int, word: str) -> int:
        """A word that is no auxiliary."""
        if word == "after" and self._is_gerund(at + 1):
            return self._add("past", at, at + 2, "verb")
        if word in verbs.AHEAD and self._is_ahead(at):
            return self._add("ahead", at, at + 1, "word")
        if self._is_past(at):
            return self._past(at)
        return self._add("ahead", at, at + 1, "present") if self._is_present(at) else at + 1

    def _word(self, at: int) -> str:
        return self._words[at] if 0 <= at < len(self._words) else END

    def _is_capital(self, at: int) -> bool:
        return self._written[at][0].isupper()

    def _begins(self, at: int) -> bool:
        return self._word(at - 1) in (END, *MARKS)

    def _add(self, tense: Tense, first: int, last: int, kind: str) -> int:
        self._found.append(Sign(tense, first, last, kind))
        if kind != "bare":
            self._passive = False
        return last

    def _group(self, tense: Tense, first: int, at: int) -> int:
        """Past the adverbs, auxiliaries and the verb that follow an auxiliary or "to"."""
        at = self._over_adverbs(at)
        passive = False
        while self._word(at) in ("be", "have", "been", "being", "get"):
            passive = True
            at = self._over_adverbs(at + 1)
        planned = passive and self._word(at) in verbs.PLANNED
        if (
            self._word(at) not in (END, "to")
            and self._word(at) not in MARKS
            and self._word(at) not in verbs.PREPOSITIONS
        ):
            at += 1
        if self._word(at) == "to" and (passive or planned):
            at = self._over_infinitive(at)
        self._add(tense, first, at, "verb")
        self._passive = passive and self._is_form(at - 1)  # not "will be 80, died"
        return at

    def _over_adverbs(self, at: int) -> int:
        while self._word(at) in verbs.ADVERBS or (self._word(at).endswith("ly") and not self._is_capital(at)):
            at += 1
        return at

    def _over_infinitive(self, at: int) -> int:
        """Past "to" with its verb, if an infinitive stands there."""
        if not self._is_infinitive(at):
            return at
        at = self._over_adverbs(at + 1)
        while self._word(at) in ("be", "have", "been", "being", "get"):
            at = self._over_adverbs(at + 1)
        return at + 1 if self._word(at) != END and self._word(at) not in MARKS else at

    def _modal(self, at: int, word: str) -> int:
        after = self._over_adverbs(at + 1)
        if self._word(after) == "have" and word not in ("will", "shall"):
            return self._group("past" if word in ("may", "might", "must", "can") else "unsure", at, at + 1)
        last = self._found[-1] if self._found else None
        reported = last is not None and last.kind == "speech" and self._in_sentence(last, at)
        told = is_told(self._words, at, after, reported=reported)
        return self._group("unsure" if told is None else "past" if told else "ahead", at, at + 1)

    def _be(self, at: int, *, then: bool) -> int:
        after = self._over_adverbs(at + 1)
        word = self._word(after)
        looking: Tense = "unsure" if then else "ahead"
        if word == "to" and self._is_infinitive(after):
            return self._planned(looking, at, after)
        if word in verbs.PLANNED and self._goes_on(after, word):
            return self._planned(looking, at, after + 1)
        end = after + 1 if self._is_form(after) else at + 1
        if then:
            return self._add("past", at, end, "verb")
        if self._is_gerund(after):
            end = after + 2 if word == "being" and self._is_form(after + 1) else after + 1
            return end if word in verbs.ONGOING else self._add("ahead", at, end, "present")
        if (
            word in ("on", "this", END, ",")
            or self._is_day(after)
            or (word in ("in", "at") and self._day_follows(after))
        ):
            return self._add("ahead", at, at + 1, "present")
        return end  # "is closed" tells nothing, and "is believed to" belongs to what follows

    def _planned(self, tense: Tense, first: int, at: int) -> int:
        """A group with what is planned, past the infinitive that may stand at its end."""
        end = self._over_infinitive(at) if self._word(at) == "to" else at
        self._add(tense, first, end, "verb")
        self._passive = "be" in self._words[at:end]
        return end

    def _goes_on(self, at: int, word: str) -> bool:
        more = verbs.NEEDS_MORE.get(word)
        if word == "due" and self._word(at + 1) == "to":
            return self._is_infinitive(at + 1)
        return more is None or self._word(at + 1) in more

    def _is_day(self, at: int) -> bool:
        word = self._word(at)
        return (word.endswith("day") or word in verbs.MONTHS) and at < len(self._words) and self._is_capital(at)

    def _day_follows(self, at: int) -> bool:
        """Whether a day stands some words on: "in Kandy on Saturday", "a hearing on Monday"."""
        furthest = 4
        return any(self._word(at + step) == "on" and self._is_day(at + step + 1) for step in range(1, furthest + 1))

    def _have(self, at: int, *, then: bool) -> int:
        after = self._over_adverbs(at + 1)
        word = self._word(after)
        if word == "to":
            return self._planned("past" if then else "ahead", at, after)
        if word == "been" and self._word(self._over_adverbs(after + 1)) in verbs.PLANNED - {"set"}:
            return self._planned("unsure" if then else "ahead", at, self._over_adverbs(after + 1) + 1)
        if self._is_form(after):
            return self._add("past", at, after + 1, "perfect")
        if not then and word in ("a", "an", "the", "their", "his", "her") and self._day_follows(after):
            return self._add("ahead", at, at + 1, "present")
        return self._add("past", at, at + 1, "verb") if then else at + 1

    def _infinitive(self, at: int) -> int:
        """An infinitive is ahead behind a word of intent or with no verb before it, else of the tense of that verb."""
        if not self._is_infinitive(at):
            return at + 1
        end = self._over_infinitive(at)
        if self._word(self._over_adverbs(at + 1)) == "have" and end > at + 2:
            return self._add("past", at, end, "verb")
        for back in range(1, _NEAR + 1):
            word = self._word(at - back)
            if word == END or word in MARKS:
                break
            if word in verbs.DECIDES:
                return self._add("past", at, end, "decided")
            if word in verbs.INTENT:
                last = self._group("ahead", at, at + 1)
                return max(last, end)
        governing = next((sign for sign in reversed(self._found[-3:]) if self._in_sentence(sign, at)), None)
        if governing is None:
            return max(self._group("ahead", at, at + 1), end)
        return end

    def _in_sentence(self, sign: Sign, at: int) -> bool:
        furthest = 60
        return at - sign.last < furthest and END not in self._words[sign.last : at]

    def _is_infinitive(self, at: int) -> bool:
        after = self._over_adverbs(at + 1)
        word = self._word(after)
        if word in (END, NUMBER) or word in MARKS or self._is_capital(after):
            return False
        refused = word in verbs.DETERMINERS or word in verbs.PREPOSITIONS or word in verbs.CONJUNCTIONS
        return not (
            refused or word.endswith("ing") or word in ("him", "them", "it", "us", "me", "heavy", "bad", "lack")
        )

    def _is_gerund(self, at: int) -> bool:
        word = self._word(at)
        return (
            word.endswith("ing")
            and len(word) > len("being") - 1
            and word not in verbs.NOT_GERUND
            and not self._is_capital(at)
        )

    def _is_ahead(self, at: int) -> bool:
        if self._word(at) == "due":
            return self._goes_on(at, "due")
        if self._word(at) in (
            "expected",
            "planned",
        ):  # an adjective or "a vote expected on Monday", not "police expected"
            return self._word(at - 1) in verbs.DETERMINERS or self._word(at + 1) in (
                "on",
                "in",
                "for",
                "to",
                "by",
                "later",
            )
        return True

    def _is_form(self, at: int) -> bool:
        """Whether the word has the form of a past or participle."""
        return _is_form(self._word(at))

    def _is_past(self, at: int) -> bool:
        if not self._is_form(at) or (self._is_capital(at) and not self._begins(at)):
            return False
        before = self._word(at - 1)
        return not (before in verbs.ARTICLES or before.endswith("’s") or before in ("to", "very", "more"))

    def _past(self, at: int) -> int:
        word = self._word(at)
        last = self._found[-1] if self._found else None
        if last and last.last == at and last.tense != "past" and last.kind == "verb":  # "is to stay shut"
            self._found[-1] = last._replace(last=at + 1)
            return at + 1
        if last and last.tense == "ahead" and last.kind == "verb" and self._in_sentence(last, at):
            between = self._words[last.last : at]
            joined = any(item in verbs.CONJUNCTIONS or item in MARKS for item in between)
            if self._passive and self._word(self._over_back(at)) in ("and", "or", ","):
                self._found.append(Sign("ahead", at, at + 1, "verb"))
                return at + 1
            if not joined:
                return self._add("unsure", at, at + 1, "bare")
        return self._add("past", at, at + 1, "speech" if word in verbs.SPEECH else "verb")

    def _over_back(self, at: int) -> int:
        at -= 1
        while self._word(at) in verbs.ADVERBS or self._word(at).endswith("ly"):
            at -= 1
        return at

    def _is_present(self, at: int) -> bool:
        """Whether a verb of what is planned stands here in the present, and not the noun of that form."""
        word = self._word(at)
        stem = _STEMS.get(word)
        if stem is None or self._is_capital(at):
            return False
        second = verbs.PRESENT_PAIRS.get(stem)
        if second is not None and self._word(at + 1) not in second:
            return False
        before = self._word(at - 1)
        # "Orla Vane, 24, takes over", "The bridge, closed since Monday, reopens"
        closed = before == "," and (self._word(at - 2) == NUMBER or (word != stem and self._is_inserted(at - 1)))
        if before in _NO_SUBJECT or (before in MARKS and not closed) or before == END:
            return False
        if word != stem:
            return not before.endswith("’s")
        return before in verbs.PRONOUNS or (before.endswith("s") and not before.endswith(("’s", "ss")))

    def _is_inserted(self, comma: int) -> bool:
        """Whether a clause of the past is closed by the comma: one that a comma opens, right before its verb or "who"."""
        last = self._found[-1] if self._found else None
        if (
            last is None
            or last.tense != "past"
            or any(word in (END, *MARKS) for word in self._words[last.last : comma])
        ):
            return False
        opened = last.first - 1
        return self._word(opened - (self._word(opened) in _RELATIVE)) == ","


_RELATIVE: Final = frozenset(("who", "which"))
_NO_SUBJECT: Final = verbs.DETERMINERS | verbs.PREPOSITIONS | verbs.BE_NOW | verbs.BE_THEN


def _third(stem: str) -> str:
    if stem.endswith(("s", "sh", "ch", "x", "o")):
        return f"{stem}es"
    return f"{stem[:-1]}ies" if stem.endswith("y") and stem[-2] not in "aeiou" else f"{stem}s"


_STEMS: Final = {form: stem for stem in (*verbs.PRESENT, *verbs.PRESENT_PAIRS) for form in (stem, _third(stem))}


def _is_form(word: str) -> bool:
    """Whether a word has the form of a past or participle."""
    word = word.removesuffix("n’t")
    if "-" in word and not word.startswith(("re-", "co-", "pre-")):  # "a circus-themed trail"
        return False
    return word in verbs.PAST or (word.endswith("ed") and word not in verbs.NOT_PAST)


_TELLING: Final = (
    verbs.MODALS | verbs.BE_NOW | verbs.BE_THEN | verbs.AHEAD | _STEMS.keys() | {"has", "have", "had", "to", "after"}
)


@functools.lru_cache(maxsize=_REMEMBERED)
def _may_tell(word: str) -> bool:
    """Whether a sign can begin with the word: most words are none of those that do."""
    return word.removesuffix("n’t") in _TELLING or word in _TELLING or _is_form(word) or word.endswith(_SHORTENED)


_SHORTENED: Final = ("’ll", "’re", "’ve")
