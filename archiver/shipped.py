"""Where the files are that the package ships beside its code."""

import os


def mappings_folder() -> str:
    """The index definition and the synonyms: inside the package, or beside it where the source is checked out."""
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "mappings")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(package), "mappings")
