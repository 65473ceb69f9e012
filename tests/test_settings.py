"""Settings: where they come from, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from archiver.errors import SettingsError
from archiver.settings import load_settings


def test_the_folder_comes_from_the_flag_then_the_environment_then_the_user(tmp_path: Path) -> None:
    """A folder that is named wins over ARCHIVE_HOME, and that over the user's own data folder."""
    environ = {"ARCHIVE_HOME": str(tmp_path / "b"), "XDG_DATA_HOME": str(tmp_path / "c")}
    assert load_settings(str(tmp_path / "a"), environ).home == str(tmp_path / "a")
    assert load_settings(None, environ).home == str(tmp_path / "b")
    assert load_settings(None, {"XDG_DATA_HOME": str(tmp_path / "c")}).home == str(tmp_path / "c" / "news-archive")
    assert Path(load_settings("relative", {}).home).is_absolute()


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    """archive.toml sets what the environment doesn't."""
    (tmp_path / "archive.toml").write_text('time_zone = "Asia/Karachi"\nworkers = 3\nallow_private = true\n')
    settings = load_settings(str(tmp_path), {"ARCHIVE_WORKERS": "1"})
    assert (settings.time_zone, settings.workers, settings.allow_private) == ("Asia/Karachi", 1, True)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("workers = ", "can't be read"),
        ("colour = 1", "no setting “colour”"),
        ('workers = "two"', "must be a whole number"),
        ("workers = -1", "workers must be 0"),
        ("max_page_bytes = 0", "at least 1"),
        ("[synonyms]", "must be a text, not a table"),
        ('time_zone = "Mars/Olympus"', "isn't a time zone"),
    ],
)
def test_bad_files_are_refused_with_the_place(tmp_path: Path, text: str, message: str) -> None:
    """A file that can't be used is refused, with what is wrong in it."""
    (tmp_path / "archive.toml").write_text(text)
    with pytest.raises(SettingsError, match=message):
        load_settings(str(tmp_path), {})


def test_models_are_named_by_language(tmp_path: Path) -> None:
    """Languages stand before the packages of their models, with commas between; anything else is refused."""
    (tmp_path / "archive.toml").write_text('models = "fr = fr_core_news_md, DE=none"\n')
    assert load_settings(str(tmp_path), {}).models_by_language == {"fr": "fr_core_news_md", "de": "none"}
    assert load_settings(str(tmp_path), {"ARCHIVE_MODELS": ""}).models_by_language == {}
    with pytest.raises(SettingsError, match="models must be languages with the packages"):
        load_settings(str(tmp_path), {"ARCHIVE_MODELS": "fr_core_news_md"})


@pytest.mark.parametrize(("name", "value"), [("ARCHIVE_WORKERS", "two"), ("ARCHIVE_ALLOW_PRIVATE", "perhaps")])
def test_bad_variables_are_named(tmp_path: Path, name: str, value: str) -> None:
    """A variable that can't be used is named in the message."""
    with pytest.raises(SettingsError, match=name):
        load_settings(str(tmp_path), {name: value})


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("ARCHIVE_TIMEZONE", "ARCHIVE_TIME_ZONE"),
        ("ARCHIVE_WORKER", "ARCHIVE_WORKERS"),
        ("ARCHIVE_MAX_PAGE_SIZE", "ARCHIVE_MAX_PAGE_BYTES"),
        ("ARCHIVE_HOMES", "ARCHIVE_HOME"),
    ],
)
def test_misspelt_variables_are_refused(tmp_path: Path, name: str, meant: str) -> None:
    """A variable that is nearly a setting is refused, and the setting named, rather than passed over in silence."""
    with pytest.raises(SettingsError, match=f"{name}: is {meant} meant"):
        load_settings(str(tmp_path), {name: "1"})


@pytest.mark.parametrize("name", ["ARCHIVE_DEBUG", "ARCHIVE_TEST_WORKERS", "ARCHIVE_BUCKET", "ARCHIVE_NAME", "WORKER"])
def test_other_variables_are_left_alone(tmp_path: Path, name: str) -> None:
    """Variables for the tests, for finding faults, and of other programs are no settings."""
    assert load_settings(str(tmp_path), {name: "1"}) == load_settings(str(tmp_path), {})
