"""Names in a language other than English that has a model: its guesses, cleaned, beside what gazetteers and rules are sure of."""

from collections.abc import Iterator, Sequence
from typing import Final

import regex

from archiver.normalise import name_rules, names, places, title_words
from archiver.normalise.names import Name
from archiver.normalise.passages import Passage
from archiver.normalise.recogniser import Guess, Recogniser

_ELIDED: Final = regex.compile(r"(?:[ldLD]|qu|Qu|dell|nell|all|dall|sull)[’'](?=\p{Lu})")
_ARTICLE: Final = regex.compile(
    r"(?:le|la|les|un|une|des|du|el|los|las|il|lo|gli|o|os|a|as|der|die|das|dem|den|des|ein|eine|de|het|een)[ \u00a0]",
    regex.IGNORECASE,
)
_KINDS: Final = {"person": "person", "organisation": "organisation", "place": "place", "landmark": "place"}


def find(blocks: Sequence[Passage], language: str | None, recogniser: Recogniser) -> Iterator[Name]:
    """The names of both, those of the rules before a guess that overlaps with them."""
    known: dict[tuple[str, int], list[Name]] = {}
    for name in name_rules.find(blocks, language):
        block = max((block for block in blocks if block.zone == name.zone and block.start <= name.start), key=_start)
        known.setdefault((block.zone, block.start), []).append(name)
    for block, guesses in zip(blocks, recogniser.guesses([block.text for block in blocks]), strict=True):
        rules = known.get((block.zone, block.start), [])
        taken = [(name.start - block.start, name.end - block.start) for name in rules]
        guessed = [found for guess in guesses if (found := _cleaned(block, guess, language))]
        # A guess that holds all of a rule's name has more of it: "Banque de France", not "France".
        wider = [name for name in guessed if any(_holds(name, other) for other in rules)]
        yield from (name for name in rules if not any(_holds(other, name) for other in wider))
        yield from wider
        for name in guessed:
            start, end = name.start - block.start, name.end - block.start
            if name not in wider and not any(start < stop and begin < end for begin, stop in taken):
                yield name


def _start(block: Passage) -> int:
    return block.start


def _holds(name: Name, other: Name) -> bool:
    """Whether a name begins before or ends behind another that is within it."""
    return name.start <= other.start and other.end <= name.end and len(name.text) > len(other.text)


def _cleaned(block: Passage, guess: Guess, language: str | None) -> Name | None:
    """A guess without its article and title; None where no name is left."""
    kind = _KINDS.get(guess.kind)
    start, end = guess.start, guess.end
    if kind is None:
        return None
    if elided := _ELIDED.match(block.text, start, end):
        start = elided.end()
    article = _ARTICLE.match(block.text, start, end)
    if article and (block.text[start].islower() or places.lookup(block.text[article.end() : end], language=language)):
        start = article.end()
    titled = title_words.is_behind_title(block.text, start)
    parts = [(word, start + a, start + b) for word, a, b in names.words(block.text[start:end])]
    while parts and (parts[0][0][0].islower() or (kind == "person" and title_words.is_title(parts[0][0]))):
        titled = titled or parts[0][0][0].isupper()
        parts = parts[1:]
    while parts and not any(map(str.isupper, parts[-1][0])) and not parts[-1][0].isdigit():
        parts = parts[:-1]
    if not parts or parts[-1][2] - parts[0][1] > names.LONGEST:
        return None
    begin, stop = parts[0][1], parts[-1][2]
    text = block.text[begin:stop]
    if kind == "person" and " " not in text and not titled and places.lookup(text, language=language):
        kind = "place"
    return Name(kind, block.zone, block.start + begin, block.start + stop, text, titled and kind == "person")
