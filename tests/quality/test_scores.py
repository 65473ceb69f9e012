"""How near a reading is to the gold: the figures that the tables are made of."""

import pytest

from quality.cases import Gold, Moment
from quality.scores import Result, Tally, compare
from quality.systems import Reading

TEXT = "The ferry left at noon. Nobody waved. The harbour cat slept on."


def result(gold: Gold, reading: Reading, field: str) -> Result:
    """The result of one field."""
    return next(one for one in compare(gold, reading) if one.field == field)


@pytest.mark.parametrize(
    ("found", "right", "spurious", "missed"),
    [
        (TEXT, 1, 0, 0),
        (TEXT.replace(" ", "\n\n"), 1, 0, 0),
        ("", 0, 0, 1),
        (f"{TEXT} Sign up now, please do.", 9 / 14, 5 / 14, 0),
        ("The ferry left at noon.", 2 / 9, 0, 7 / 9),
        ("Quite another story, about a mill.", 0, 3 / 12, 9 / 12),
    ],
)
def test_a_body_is_compared_by_four_words_at_a_time(found: str, right: float, spurious: float, missed: float) -> None:
    """What both have, what only the reading has and what only the gold has add up to one page; white space is nothing."""
    body = result(Gold(bodies=(TEXT,)), Reading(body=found), "body")
    assert (body.right, body.spurious, body.missed) == pytest.approx((right, spurious, missed))


def test_the_body_that_is_nearest_counts() -> None:
    """Where the gold has several right bodies, the reading may be any of them."""
    gold = Gold(bodies=(TEXT, f"A standfirst stands here above. {TEXT}"))
    assert result(gold, Reading(body=TEXT), "body").f1 == 1


def test_a_text_shorter_than_a_shingle_is_compared_whole() -> None:
    """Two words are compared with two words."""
    assert result(Gold(bodies=("Nobody waved",)), Reading(body="Nobody waved"), "body").f1 == 1


def test_chunks_are_lost_or_leaked() -> None:
    """Each chunk that must stand in the body and each that mustn't counts by itself."""
    gold = Gold(present=("The ferry left", "Nobody  came"), absent=("harbour cat", "Sign up"))
    chunks = result(gold, Reading(body=TEXT), "chunks")
    assert (chunks.right, chunks.spurious, chunks.missed) == (1, 1, 1)


def test_chunks_may_stand_in_the_standfirst() -> None:
    """A gold of chunks doesn't say which zone they are of."""
    gold = Gold(present=("in short",), absent=("Subscribe",))
    chunks = result(gold, Reading(body=TEXT, standfirst="The wall, in short. Subscribe"), "chunks")
    assert (chunks.right, chunks.spurious, chunks.missed) == (1, 1, 0)


@pytest.mark.parametrize(
    ("body", "right", "wrong"),
    [(TEXT, 1, 0), (f"{TEXT} Sign up now.", 0, 1), ("", 0, 0)],
    ids=["clean", "leak", "lost"],
)
def test_a_page_without_boilerplate_in_its_body_is_clean(body: str, right: int, wrong: int) -> None:
    """Where the gold only says what mustn't be there, a page is clean or isn't; an empty body is neither."""
    clean = result(Gold(absent=("Sign up",)), Reading(body=body), "clean")
    assert (clean.right, clean.spurious) == (right, wrong)


@pytest.mark.parametrize(
    ("field", "expected", "found", "right", "wrong"),
    [
        ("title", "Ferry leaves — at noon", "FERRY LEAVES, at  noon", 1, 0),
        ("title", "Ferry leaves at noon", "Ferry leaves at noon | The Post", 0, 1),
        ("title", "Ferry\u00adboat leaves at noon", "Ferryboat leaves at noon", 1, 0),
        ("title", "Ferry leaves at noon", None, 0, 0),
        ("site", "The Post", "The Post", 1, 0),
        ("site", "The Post", "THE POST", 0, 1),
        ("language", "en", "en-GB", 1, 0),
        ("language", "en", "fr", 0, 1),
        ("standfirst", "Nobody waved", "Nobody waved.", 1, 0),
    ],
)
def test_a_field_is_right_wrong_or_missed(field: str, expected: str, found: str | None, right: int, wrong: int) -> None:
    """Case, space and punctuation make no other title, but they make another site; what isn't told is missed, not wrong."""
    one = result(Gold(**{field: expected}), Reading(**{field: found}), field)
    assert (one.right, one.spurious, one.missed) == (right, wrong, 1 - right)


def test_authors_are_a_set_of_names() -> None:
    """Their order and case are nothing; each name counts by itself."""
    gold = Gold(authors=("Ann Lee", "Bo Holm", "Cy Quist"))
    authors = result(gold, Reading(authors=("BO HOLM", "Ann Lee", "The Post")), "authors")
    assert (authors.right, authors.spurious, authors.missed) == (2, 1, 1)


def test_a_gold_without_authors_makes_found_ones_spurious() -> None:
    """That a page has no author is told too, by an empty set; None is counted as nothing."""
    assert result(Gold(authors=()), Reading(authors=("Admin",)), "authors").spurious == 1
    assert compare(Gold(authors=None), Reading(authors=("Admin",))) == []


@pytest.mark.parametrize(
    ("gold", "found", "day", "minute"),
    [
        (("2025-03-04T18:20", "+01:00"), ("2025-03-04T18:20", "+01:00"), 1, 1),
        (("2025-03-04T18:20", "+01:00"), ("2025-03-04T17:20", "+00:00"), 1, 1),
        (("2025-03-04T00:20", "+01:00"), ("2025-03-03T23:20", "+00:00"), 1, 1),
        (("2025-03-04T18:20", "+01:00"), ("2025-03-04T18:20", None), 1, 0),
        (("2025-03-04T18:20", "+01:00"), ("2025-03-04", None), 1, 0),
        (("2025-03-04T18:20", "+01:00"), ("2025-04-03", None), 0, 0),
        (("2025-03-04", None), ("2025-03-04T18:20", "+01:00"), 1, None),
    ],
)
def test_a_date_is_right_to_the_day_and_to_the_minute(
    gold: tuple[str, str | None], found: tuple[str, str | None], day: int, minute: int | None
) -> None:
    """A moment is the same in another offset; the minute is only asked where the gold has it with its offset."""
    results = {
        one.field: one.right for one in compare(Gold(published=Moment(*gold)), Reading(published=Moment(*found)))
    }
    assert results == {"day": day} | ({} if minute is None else {"minute": minute})


def test_names_are_those_counted_or_those_that_stand_there() -> None:
    """A gold of surfaces is compared with the forms of names, any other with the names."""
    reading = Reading(names={"people": ("Ann Lee",)}, surfaces={"people": ("Ann Lee", "Lee")})
    names = {"people": ("ann lee", "Lee")}
    assert result(Gold(names=names), reading, "people").missed == 1
    assert result(Gold(names=names, surfaces=True), reading, "people").f1 == 1


def test_a_tally_adds_pages_up() -> None:
    """Precision and recall are those of all pages together."""
    tally = Tally()
    tally.add(3, 1, 0)
    tally.add(1, 0, 3)
    assert (tally.precision, tally.recall, tally.pages) == (0.8, 4 / 7, 2)
    assert tally.f1 == pytest.approx(2 * 0.8 * (4 / 7) / (0.8 + 4 / 7))
