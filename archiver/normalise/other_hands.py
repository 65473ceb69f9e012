"""Who else had a hand in a text than its authors: those who reviewed it, checked its facts, edited or translated it."""

import re
from collections.abc import Iterable, Sequence

from archiver.normalise import author_words as words
from archiver.normalise import authors, likeness
from archiver.normalise.authorship import Claim
from archiver.normalise.block import Block

_LONGEST = 160  # code points of a line that says so
_NEVER = re.compile(r"\w{1,20}\sreviewed|fact", re.IGNORECASE)  # whoever did only this is no author
_OF_JOINED = words.CONJUNCTIONS | {"by"}
_WORD = re.compile(r"\w+")


def without(claims: Sequence[Claim], blocks: Iterable[Block]) -> tuple[Claim, ...]:
    """The claims without those whom a line names with what else they did, unless another says that they wrote it.

    Whoever edited it, or reviewed what it is about, stays where nobody else is named.
    """
    never, others = _named(blocks)
    claims = _dropped(claims, never) if never else tuple(claims)
    return (_dropped(claims, others) or claims) if others else claims


def is_joined(text: str, names: Sequence[str]) -> bool:
    """Whether a line is nothing but these names, several of them, and what joins them."""
    if len(names) == 1 or not all(name in text for name in names):
        return False
    for name in names:
        text = text.replace(name, "", 1)
    return all(word in _OF_JOINED for word in _WORD.findall(text.lower()))


def _named(blocks: Iterable[Block]) -> tuple[set[str], set[str]]:
    """Whom the lines name as experts who checked it, and as reviewers, editors and the like."""
    never: set[str] = set()
    others: set[str] = set()
    wrote: set[str] = set()
    role: set[str] | None = None
    for block in blocks:
        for piece in block.pieces if len(block.text) <= _LONGEST else ():
            label = words.OTHERS.match(piece)
            if label:
                role = never if _NEVER.match(piece) else others
            elif authors.is_marked(piece):
                role = wrote
            if role is not None and (found := authors.parse(piece[label.end() if label else 0 :], trusted=True)):
                role.update(found)
                role = None if role is not wrote else role
        role = role if role is not None and block.pieces and _is_label(block.pieces[-1]) else None
    return never - wrote, others - wrote


def _is_label(piece: str) -> bool:
    """Whether the name is in the next line."""
    return words.OTHERS.fullmatch(piece.strip(" :")) is not None or words.ALONE.fullmatch(piece) is not None


def _dropped(claims: Sequence[Claim], others: Iterable[str]) -> tuple[Claim, ...]:
    kept = (
        claim._replace(names=tuple(name for name in claim.names if not any(likeness.same(name, one) for one in others)))
        for claim in claims
    )
    return tuple(claim for claim in kept if claim.names)
