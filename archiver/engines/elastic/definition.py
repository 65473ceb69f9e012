"""The index definition that the archive ships, mappings/articles.json."""

import hashlib
import json
import os
from typing import Any

from archiver import analysis
from archiver.errors import SettingsError
from archiver.shipped import mappings_folder

Definition = dict[str, Any]
"""What Elasticsearch takes to create an index: `settings` and `mappings`."""

LAYOUT_VERSION = 2
"""Raised whenever what is written into the fields of the definition changes its meaning: other indexes are made anew."""

_FILE = "articles.json"


def load() -> Definition:
    """The definition as the file has it, a new one at each call: change it as you like.

    Raises SettingsError where it was edited so that it can't be read.
    """
    path = os.path.join(mappings_folder(), _FILE)
    try:
        with open(path, encoding="utf-8") as file:
            definition: Definition = json.load(file)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SettingsError(f"The index definition in {path} can't be read: {reason}.") from error
    try:
        _ = definition["settings"]["index"]["analysis"], definition["mappings"]["properties"]
    except (KeyError, TypeError) as error:
        raise SettingsError(
            f"The index definition in {path} lacks settings.index.analysis or mappings.properties: write it as “PUT "
            "/INDEX” takes it."
        ) from error
    return definition


def digest(definition: Definition, *table: object) -> str:
    """The SHA-256, in hex, of what decides the tokens and fields of an index; the same for any order of the names.

    `table` is what the archive's own tables say of the fields.

    Settings that may change without writing the documents anew, such as the number of copies, don't count.
    """
    index = definition["settings"]["index"]
    decisive = [LAYOUT_VERSION, analysis.VERSION, index["analysis"], definition["mappings"], *table]
    return hashlib.sha256(json.dumps(decisive, sort_keys=True).encode()).hexdigest()
