"""Snowball's stemmers, as Lucene 10 has them.

PyStemmer 2.2 has them as they were before Snowball's last changes, and PyStemmer 3 as they became after Lucene took
them over: neither gives Lucene's stems of all words. The changes that Lucene has, and which decide more than a word
here and there, are made up for here; the tests hold the result against Elasticsearch.
"""

from archiver.fields import STEMMED_LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Stem = Callable[[str], str]


def stemmer(language: str) -> "Stem":
    """What gives the stem of a lower-case word in this language, one of `STEMMED_LANGUAGES`."""
    import Stemmer

    # A cache of its own would hold every word a second time.
    stem: Stem = Stemmer.Stemmer(STEMMED_LANGUAGES[language], 0).stemWord
    change = _CHANGES.get(language)
    return change(stem) if change else stem


def _german(stem: "Stem") -> "Stem":
    """Umlauts may be written with an e: fuer is für. And the end of System isn't an ending."""
    import re

    # Not in Steuer or Quelle, where u and e are two letters. (Snowball takes the second u of “euue” for the beginning of
    # an umlaut, which no word has.)
    umlaut = re.compile("ae|oe|(?<![aeiouyäöüq])ue")
    letters = {"ae": "ä", "oe": "ö", "ue": "ü"}

    def german(word: str) -> str:
        word = umlaut.sub(lambda match: letters[match[0]], word)
        return word if word.endswith("system") else stem(word)

    return german


def _english(stem: "Stem") -> "Stem":
    """Nothing but a vowel stands before the two consonants of add, egg and err: those aren't doubled for an ending."""
    verbs = [vowel + 2 * letter for vowel in "aeo" for letter in "bdfgmnprt"]
    stems = {verb + ending: verb for verb in verbs for ending in ("ed", "ing", "edly", "ingly")}

    def english(word: str) -> str:
        return stems.get(word) or stem(word)

    return english


def _italian(stem: "Stem") -> "Stem":
    """A sofa isn't a goddess."""

    def italian(word: str) -> str:
        return "divan" if word == "divano" else stem(word)

    return italian


def _romanian(stem: "Stem") -> "Stem":
    """PyStemmer's rules have s and t with a cedilla, as they were once typed for want of those with a comma."""
    cedillas = str.maketrans("șț", "şţ")

    def romanian(word: str) -> str:
        return stem(word.translate(cedillas))

    return romanian


def _swedish(stem: "Stem") -> "Stem":
    """Adjectives in -ös have a neuter in -öst."""
    import re

    # An ending comes after the first consonant that follows a vowel, and after three letters at least.
    beginning = re.compile("[^aeiouyåäö]*[aeiouyåäö]+[^aeiouyåäö]")

    def swedish(word: str) -> str:
        found = stem(word)
        if "östlig" in word:  # one ending is enough
            return found
        if found.endswith("öst") and found[-4:-3] in _BEFORE_NEUTER and (begins := beginning.match(found)):
            return found[:-1] if len(found) - len("öst") >= max(3, begins.end()) else found
        return found

    return swedish


_BEFORE_NEUTER = frozenset("iklnprtuv")
_CHANGES = {"de": _german, "en": _english, "it": _italian, "ro": _romanian, "sv": _swedish}
