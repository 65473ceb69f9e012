"""What English modals tell of time: "could not be reached on Monday" is told of the past, "The will" and "Will Holt" are no verbs."""

from collections.abc import Sequence
from typing import Final

from archiver.normalise import english_verbs as verbs
from archiver.normalise.words import listed

_OWNERS: Final = verbs.ARTICLES | {"the"} - {"each", "every", "no"}
_ASKED: Final = frozenset(
    listed("i you he she it we they there this that these those the a an anyone anybody anything someone everyone god")
)
"""Words behind "Will" and "May" that begin a sentence, where these are verbs."""
_TALKING: Final = frozenset(
    listed(
        "answer comment confirm deny disclose discuss divulge drawn elaborate explain give identify name provide reply respond reveal say "
        "specify speculate talk tell"
    )
)
"""What a reporter is told that someone would not do."""
_PERCEIVING: Final = frozenset(listed("feel hear heard see seen smell"))
_DENIALS: Final = frozenset(listed("neither never not only"))
_NOBODY: Final = frozenset(listed("nobody none neither"))
_LONGEST: Final = 60  # words of a sentence


def is_modal(words: Sequence[str], written: Sequence[str], at: int, *, begins: bool) -> bool:
    """Whether the word of that form is the verb: it isn't behind an article, nor as a name with a capital."""
    after = words[at + 1] if at + 1 < len(words) else ""
    if at and not begins and words[at - 1] in _OWNERS and after != "be":
        return False
    if not written[at][0].isupper():
        return True
    if not begins or words[at] not in ("will", "may"):
        return begins
    if after in _ASKED:
        return True
    end = next((mark for mark in written[at : at + _LONGEST] if mark in ".!?…\n"), "")
    return end == "?"


def is_told(words: Sequence[str], at: int, verb: int, *, reported: bool) -> bool | None:
    """Whether "could" or "would" at a word tells of the past: what wasn't possible, wasn't said, or was seen; None: nobody knows.

    `verb` is the word behind it and its adverbs, `reported` tells that something was said before: what follows may lie ahead.
    """
    word = words[at].removesuffix("n’t")
    between = words[at + 1 : verb]
    denied = word != words[at] or not _DENIALS.isdisjoint(between) or (at > 0 and words[at - 1] in _NOBODY)
    doing = words[verb] if verb < len(words) else ""
    if doing == "be" and verb + 1 < len(words):
        doing = words[verb + 1]
    if word == "could" and doing in _PERCEIVING and not (reported and doing == "see"):
        return True
    if not denied or word not in ("could", "would"):
        return False
    if doing in _TALKING:
        return True
    return (None if reported else True) if word == "could" else False
