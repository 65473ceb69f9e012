"""The names of months and weekdays."""

from archiver.normalise import date_words


def test_a_languages_names_are_its_own_whichever_was_asked_for_first() -> None:
    """A process that has read Azeri or Urdu pages finds no Azeri months or Urdu weekdays in other languages."""
    for language in ("az", "ur", "th", "am", "ko", "fr"):
        assert sorted(date_words.full_names(language, "months").values()) == list(range(1, 13))
        assert sorted(date_words.full_names(language, "days").values()) == list(range(7))
    assert date_words.month_number("aprel", "th") == date_words.month_number("aprel", None)
