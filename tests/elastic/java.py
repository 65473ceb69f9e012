"""Finding a JDK that runs Elasticsearch. As a command, prints its folder, or fails where there is none."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OLDEST = 21
"""The version of Java that Elasticsearch 9 is made for."""

# Where JDKs are installed: by Linux distributions and vendors' packages, by the images of build services, by SDKMAN,
# asdf and mise, and on macOS by installers and Homebrew.
_FOLDERS = (
    "/usr/lib/jvm/*",
    "/usr/lib64/jvm/*",
    "/usr/java/*",
    "/opt/java/*",
    "/opt/jdk*",
    "/opt/hostedtoolcache/Java_*/*/*",
    "~/.jdks/*",
    "~/.sdkman/candidates/java/*",
    "~/.asdf/installs/java/*",
    "~/.local/share/mise/installs/java/*",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home",
    "/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
    "/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
)


def find_jdk() -> Path | None:
    """The folder of a JDK that is new enough: `JAVA_HOME`, else that of the `java` on the path, else the newest.

    None where there is none.
    """
    for home in _preferred():
        if _version(home) >= OLDEST:
            return home
    newest = max(_installed(), key=_version, default=None)
    return newest if newest and _version(newest) >= OLDEST else None


def _preferred() -> Iterator[Path]:
    if named := os.environ.get("JAVA_HOME"):
        yield Path(named)
    if java := shutil.which("java"):
        yield Path(java).resolve().parent.parent


def _installed() -> list[Path]:
    """The JDKs in the usual folders, each once."""
    found = (path.resolve() for pattern in _FOLDERS for path in _glob(Path(pattern).expanduser()))
    return sorted({home for home in found if _version(home)})


def _glob(pattern: Path) -> Iterator[Path]:
    return Path(pattern.anchor).glob(str(pattern.relative_to(pattern.anchor)))


def _version(home: Path) -> int:
    """The Java version of a JDK, by the file that says so in each; 0 where there is no JDK."""
    if not (home / "bin" / "javac").exists():  # without a compiler it is no JDK
        return 0
    try:
        release = (home / "release").read_text(encoding="utf-8")
    except OSError:
        return 0
    stated = re.search(r'^JAVA_VERSION="(\d+)', release, re.MULTILINE)
    return int(stated[1]) if stated else 0


if __name__ == "__main__":
    found = find_jdk()
    if found is None:
        sys.exit(f"There is no JDK of version {OLDEST} or newer.")
    sys.stdout.write(f"{found}\n")
