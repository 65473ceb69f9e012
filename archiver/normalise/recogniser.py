"""The first guess at names: an interface, and spaCy's models behind it."""

import functools
import threading
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

import regex

from archiver.normalise.context import model_for
from archiver.normalise.gazetteers import small_words

if TYPE_CHECKING:
    from spacy.language import Language

    from archiver.normalise.context import Model

MOST_CHARACTERS: Final = 100_000
"""What of an article is given to the model, paragraph by paragraph; a longer article's end has no guesses of its own."""

LONGEST_PARAGRAPH: Final = 10_000

_KINDS: Final = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "landmark",
    "NORP": "people",
}
_OTHERS: Final = frozenset(("PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "MISC"))
_TOKEN: Final = regex.compile(r"\w+|[^\w\s]")
_SHORTEST_TOKEN: Final = 4  # characters of prose to a token, at the least
_CAPITALISED: Final = regex.compile(r"(?<![\p{L}\p{N}])\p{Lu}\p{L}*")


class Guess(NamedTuple):
    """A stretch of a paragraph that may be a name.

    `kind` is person, organisation, place, landmark (a building, an airport), people (a nation, a faith) or other.
    """

    kind: str
    start: int
    end: int


class Recogniser(Protocol):
    """Guesses names in paragraphs."""

    def guesses(self, paragraphs: Sequence[str]) -> Iterator[list[Guess]]:
        """The guesses of each paragraph, in order; a paragraph past the recogniser's bounds has none."""


class SpacyRecogniser:
    """A model's named entities: only the parts of its pipeline that they need."""

    def __init__(self, package: str) -> None:
        self._package = package

    def guesses(self, paragraphs: Sequence[str]) -> Iterator[list[Guess]]:
        """One batch for all paragraphs; what holds no capital is not looked at."""
        texts = [(paragraphs[index], index) for index in within_bounds(paragraphs)]
        found: dict[int, list[Guess]] = {}
        for document, index in _model(self._package).pipe(texts, as_tuples=True) if texts else ():
            found[index] = [
                Guess(_KINDS.get(entity.label_, "other"), entity.start_char, entity.end_char)
                for entity in document.ents
                if entity.label_ in _KINDS or entity.label_ in _OTHERS
            ]
        for index in range(len(paragraphs)):
            yield found.get(index, [])


@functools.lru_cache(maxsize=16)
def recogniser_for(language: str | None, models: "tuple[Model, ...]") -> Recogniser | None:
    """What guesses names in a text of this language, of these models; None where none is for it."""
    model = model_for(language, models)
    return SpacyRecogniser(model.package) if model else None


def within_bounds(paragraphs: Iterable[str]) -> list[int]:
    """The indexes of the paragraphs that the model is given."""
    left = MOST_CHARACTERS
    chosen = []
    for index, text in enumerate(paragraphs):
        if len(text) > min(left, LONGEST_PARAGRAPH) or not _may_hold_name(text):
            continue
        # The model's time goes with the tokens: prose has fewer of them than one in four characters.
        cost = max(len(text), _SHORTEST_TOKEN * sum(1 for _ in _TOKEN.finditer(text)))
        if cost <= left:
            left -= cost
            chosen.append(index)
    return chosen


def _may_hold_name(text: str) -> bool:
    """Whether there is a word with a capital that isn't a small one at the beginning of a sentence."""
    small = small_words()
    for match in _CAPITALISED.finditer(text):
        word = match.group()
        if word.lower() not in small or (len(word) > 1 and word.isupper()):
            return True
    return False


_loading = threading.Lock()


@functools.cache
def _loaded(package: str) -> "Language":
    import spacy
    from spacy.util import get_package_path, load_config

    # A recogniser that was trained with features of its own needs no others: half of the time goes into them.
    needed = {"ner"}
    for path in get_package_path(package).glob("*/config.cfg"):
        config = load_config(path)
        shared = config["components"].get("ner", {}).get("model", {}).get("tok2vec", {}).get("@architectures", "")
        if "Listener" in shared:
            needed |= {"tok2vec", "transformer"}
        return spacy.load(
            package, exclude=[name for name in config["nlp"]["pipeline"] if name not in needed] + ["senter"]
        )
    return spacy.load(package)


def _model(package: str) -> "Language":
    """The model, loaded at the first use, once in a process whatever the number of threads."""
    with _loading:
        return _loaded(package)
