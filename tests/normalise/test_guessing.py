"""What becomes of a recogniser's guesses before they are names."""

from collections.abc import Iterator, Sequence

import pytest

from archiver.normalise import entities
from archiver.normalise.recogniser import Guess


class Guesses:
    """A recogniser that guesses what it is told, wherever the words stand first."""

    def __init__(self, *guesses: tuple[str, str]) -> None:
        self._guesses = guesses

    def guesses(self, paragraphs: Sequence[str]) -> Iterator[list[Guess]]:
        """The guesses in the paragraphs that hold their words."""
        for text in paragraphs:
            found = [
                Guess(kind, text.find(words), text.find(words) + len(words))
                for kind, words in self._guesses
                if words in text
            ]
            yield sorted(found, key=lambda guess: guess.start)


def forms(text: str, *guesses: tuple[str, str], language: str = "en") -> list[list[str]]:
    """The forms of the people, organisations and places that are made of these guesses."""
    found = entities.recognise(
        {"body": text}, language=language, dateline=None, authors=(), recogniser=Guesses(*guesses)
    )
    return [[form for entity in kind for form in entity.forms] for kind in found]


@pytest.mark.parametrize(
    ("text", "guess", "people", "organisations", "places"),
    [
        # Who owns and what is owned are two names, unless the whole is one.
        (
            "Rain fell on Turin’s Harbour Museum.",
            ("organisation", "Turin’s Harbour Museum"),
            [],
            ["Harbour Museum"],
            ["Turin"],
        ),
        ("He taught at Queen’s College.", ("organisation", "Queen’s College"), [], ["Queen’s College"], []),
        # What a dash, a date or a number parts from a name is none of it.
        ("Anna Kernow - She is the favourite.", ("person", "Anna Kernow - She"), ["Anna Kernow"], [], []),
        ("Defenders - Anna Kernow, who is fit.", ("organisation", "Defenders - Anna Kernow"), ["Anna Kernow"], [], []),
        ("By Anna Kernow Dec 7 the vote was lost.", ("person", "Anna Kernow Dec 7"), ["Anna Kernow"], [], []),
        ("Anna Kernow 24 and a late goal.", ("person", "Anna Kernow 24"), ["Anna Kernow"], [], []),
        # Peoples and offices before a person are left out.
        ("The Croat Ivan Tarnovic won.", ("person", "Croat Ivan Tarnovic"), ["Ivan Tarnovic"], [], []),
        ("Magistrate Daniel Tarn agreed.", ("organisation", "Magistrate Daniel Tarn"), ["Daniel Tarn"], [], []),
        (
            "TDN Regional Chief Daniel Tarn agreed.",
            ("organisation", "TDN Regional Chief Daniel Tarn"),
            ["Daniel Tarn"],
            ["TDN"],
            [],
        ),
        # People that were guessed as one are several.
        (
            "It went to Laila Tarn and Omar Tarn.",
            ("person", "Laila Tarn and Omar Tarn"),
            ["Laila Tarn", "Omar Tarn"],
            [],
            [],
        ),
        # What is listed is several names, what is for several things is one.
        (
            "He met Tarnvik Bank, Kernova Mills on Monday.",
            ("organisation", "Tarnvik Bank, Kernova Mills"),
            [],
            ["Tarnvik Bank", "Kernova Mills"],
            [],
        ),
        (
            "The Mines and Energy Ministry agreed.",
            ("organisation", "Energy Ministry"),
            [],
            ["Mines and Energy Ministry"],
            [],
        ),
        # Offices, figures and small words at the ends are no part of a name.
        ("PM Tarnov agreed.", ("organisation", "PM Tarnov"), ["Tarnov"], [], []),
        ("The TDN Language Commissioner agreed.", ("organisation", "TDN Language Commissioner"), [], [], []),
        ("If Tarnfold Bank agrees, it is done.", ("organisation", "If Tarnfold Bank"), [], ["Tarnfold Bank"], []),
        ("They saw Tarnfold Bank 769.49 there.", ("organisation", "Tarnfold Bank 769.49"), [], ["Tarnfold Bank"], []),
        # One guess alone at words that nothing else shows to be an organisation's is none.
        ("They saw Tarnfold Kerno there.", ("organisation", "Tarnfold Kerno"), [], [], []),
        ("He bought shares in Tarnfold Kerno.", ("organisation", "Tarnfold Kerno"), [], ["Tarnfold Kerno"], []),
        # Common words with capitals are no name.
        ("She studied Physical Education there.", ("organisation", "Physical Education"), [], [], []),
        ("They won Best Sound Design there.", ("organisation", "Best Sound Design"), [], [], []),
        # A guess that ends within a word goes on to its end.
        ("The ship left Guinea-Bissau.", ("place", "Guinea"), [], [], ["Guinea-Bissau"]),
        # Words in the addresses of pages are no names.
        ("More at https://tarn.example/Paris-Anna-Kernow today.", ("place", "Paris"), [], [], []),
    ],
)
def test_guesses_are_mended(
    text: str, guess: tuple[str, str], people: list[str], organisations: list[str], places: list[str]
) -> None:
    """The bounds of a guess are those of the name in it."""
    assert forms(text, guess) == [people, organisations, places]


@pytest.mark.parametrize(
    "words",
    [
        "World Cup", "Tarn Valley Agreement", "Asian Games", "Swedish Open", "COVID-19", "post-Brexit", "A350", "USS Tarnfold", "Tamils",
        "South Korean", "First Nations", "Rugby", "GMT", "Group C", "Independence Day",
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["organisation", "place", "person"])
def test_what_is_never_a_name(words: str, kind: str) -> None:
    """Contests, laws, feasts, peoples, ships and models are neither people nor organisations nor places, whoever guesses so."""
    assert forms(f"They spoke about the {words} on the way.", (kind, words)) == [[], [], []]


def test_a_style_tells_which_bearer_of_a_name_is_meant() -> None:
    """Popes and princes are found without their style and listed with it, apart from others of the name."""
    text = "Prince Harold met the singer Harold Tarn in Leeds. Pope Felix did not come."
    guesses = Guesses(("person", "Prince Harold"), ("person", "Harold Tarn"), ("person", "Pope Felix"))
    people, _, _ = entities.recognise({"body": text}, language="en", dateline=None, authors=(), recogniser=guesses)
    assert [(person.name, person.forms) for person in people] == [
        ("Prince Harold", ("Harold",)),
        ("Harold Tarn", ("Harold Tarn",)),
        ("Pope Felix", ("Felix",)),
    ]


def test_subheadings_in_capitals_name_people() -> None:
    """A person named only in capitals has the usual spelling, and is whom the surname means below."""
    text = "TREASURER: OLIVIA TARNOW\n\nTarnow, who is 54, is an economist."
    people, _, _ = entities.recognise(
        {"body": text}, language="en", dateline=None, authors=(), recogniser=Guesses(("place", "Tarnow"))
    )
    assert [(person.name, person.forms) for person in people] == [("Olivia Tarnow", ("OLIVIA TARNOW", "Tarnow"))]


def test_states_behind_their_towns() -> None:
    """American short forms of states are the states, and only behind a town."""
    _, _, places = entities.recognise(
        {"body": "The fire began in Amarillo, Tex., and Dr. Ill. said so."},
        language="en",
        dateline=None,
        authors=(),
        recogniser=Guesses(("place", "Amarillo")),
    )
    assert [(place.name, place.forms, place.country) for place in places] == [
        ("Amarillo", ("Amarillo",), "United States"),
        ("Texas", ("Tex.",), "United States"),
    ]


def test_papers_keep_an_article_that_is_their_name() -> None:
    """Amid a sentence, a capital "The" belongs to a paper whose name would be a word without it."""
    assert forms("He told The Economist so. The economist was surprised.", ("organisation", "Economist"))[1] == [
        "The Economist"
    ]


@pytest.mark.parametrize(
    ("text", "guess", "expected"),
    [
        ("Le rapport de l’Agence tarnaise est sorti.", ("organisation", "l’Agence tarnaise"), [[], ["Agence"], []]),
        ("M. Kervran est arrivé hier.", ("person", "M. Kervran"), [["Kervran"], [], []]),
        ("La visite de la Banque de France.", ("organisation", "la Banque de France"), [[], ["Banque de France"], []]),
    ],
)
def test_guesses_in_other_languages(text: str, guess: tuple[str, str], expected: list[list[str]]) -> None:
    """Articles and titles of the language are no part of a name, and a guess that holds more than a rule finds goes before it."""
    assert forms(text, guess, language="fr") == expected
