"""What is known of each site's boilerplate, as files that people look at and edit; and what each built index goes by.

`boilerplate/HOST.toml` in the archive's folder is what was learnt of one site. `boilerplate/frozen/` holds, for an index that
was built with any of it, or with names that are split, all of it as it was then: what is added to that index goes by the same,
whatever is learnt and written meanwhile.
"""

from __future__ import annotations

import glob
import hashlib
import os
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from archiver.errors import ArchiveError, UsageError
from archiver.given import check_text
from archiver.nearest import nearest
from archiver.normalise.boilerplate import site_of
from archiver.splits import Splits  # noqa: TC001 - msgspec reads it

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

FOLDER = "boilerplate"
_FROZEN = "frozen"
_MOST_BYTES = 1 << 24  # of a site's file: more lines than anything could learn
_PLAIN_NAME = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,98}[a-z0-9])?")
_LONGEST_SHOWN = 100  # code points of a text in a message
_HEAD = """\
# What many articles of one site repeat: it is cut from each of them, and kept among what was discarded.
# keep = true under a text leaves it in the articles, for good; a text that you add, with nothing else, is cut, too.
# “archive reindex” makes changes count; “archive boilerplate --help” says more.
"""


class LearntText(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A line that a site repeats.

    `pages` is in how many articles it was when it was last learnt (0: it was written by hand), `example` the id of one of
    them, `learnt` the day it was learnt first (ISO 8601). `keep`: it is the articles' own all the same.
    """

    text: str
    pages: int = 0
    example: str = ""
    learnt: str = ""
    keep: bool = False


class SiteBoilerplate(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a site: its host without “www.”, the name that its pages have, and its texts, most frequent first.

    `pages` is how many articles were compared when it was last learnt, on the day `learnt_at` (ISO 8601).
    """

    site: str
    name: str = ""
    pages: int = 0
    learnt_at: str = ""
    texts: tuple[LearntText, ...] = msgspec.field(name="text", default=())

    @property
    def cut(self) -> frozenset[str]:
        """The texts that are cut from the site's articles."""
        return frozenset(each.text for each in self.texts if not each.keep)


class Told(msgspec.Struct, frozen=True):
    """What the normaliser was told when an index was built: the lines that each site repeats, and how names are split."""

    boilerplate: dict[str, frozenset[str]] = {}
    splits: Splits = {}


class Boilerplate:
    """The files of one archive's folder."""

    def __init__(self, home: str) -> None:
        self.folder = Path(home) / FOLDER

    def sites(self) -> tuple[SiteBoilerplate, ...]:
        """All sites of which something is known, by host. Raises ArchiveError for a file that can't be read."""
        found = [self._read(path) for path in sorted(self.folder.glob("*.toml"))]
        return tuple(sorted(found, key=lambda each: each.site))

    def _read(self, path: Path) -> SiteBoilerplate:
        read = _read(path)
        if path != self.path(read.site):  # nobody would find what is known of the one under the other's name
            raise ArchiveError(
                f"{path} says that it is of the site “{read.site[:_LONGEST_SHOWN]}”, whose file would be {self.path(read.site).name}: "
                "mend the line that begins with “site”, or rename the file."
            )
        return read

    def get(self, name: str) -> SiteBoilerplate:
        """The site with this host, address, or name. Raises UsageError where nothing is known of it, else ArchiveError."""
        check_text(name, "A site's name")
        sites = self.sites()
        host = host_of(name)
        for each in sites:
            if each.site == host or each.name.casefold() == name.casefold():
                return each
        if not sites:
            raise ArchiveError(
                "Nothing has been learnt of any site yet. “archive boilerplate --learn” does it, and “archive reindex” before "
                "it begins."
            )
        near = nearest(name, ((known, 1) for each in sites for known in (each.site, each.name) if known), 1)
        hint = (
            f"Is “{near[0]}” meant?"
            if near
            else "“archive boilerplate” lists the sites of which something is known, “archive boilerplate --learn” learns anew "
            "what each repeats."
        )
        raise UsageError(f"Nothing is known of the boilerplate of “{name[:_LONGEST_SHOWN]}”. {hint}")

    def put(self, site: SiteBoilerplate) -> None:
        """Keep what is known of a site, in the place of what was known; a site without texts has no file."""
        path = self.path(site.site)
        if site.texts:
            _write(path, _HEAD + "\n" + _to_toml(site))
        else:
            path.unlink(missing_ok=True)

    def path(self, site: str) -> Path:
        """The file of a site; a host that is no good name for one has its digest instead."""
        name = site if _PLAIN_NAME.fullmatch(site) else hashlib.sha256(site.encode()).hexdigest()[:20]
        return self.folder / f"{name}.toml"

    def lines(self) -> dict[str, frozenset[str]]:
        """What is cut now, for each site, as the normaliser's context has it."""
        return {each.site: each.cut for each in self.sites() if each.cut}

    # What a built index goes by.

    def frozen(self, index: str) -> Told | None:
        """What an index was built with; None where nothing was kept for it. Raises ArchiveError if it can't be read."""
        path = self._frozen(index)
        try:
            return msgspec.json.decode(path.read_bytes(), type=Told)
        except FileNotFoundError:
            return None
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise ArchiveError(f"{path} can't be read: {error}. Delete it, and run “archive reindex”.") from error

    def freeze(self, index: str, told: Told) -> None:
        """Keep for an index, by its name, what it is built with."""
        _write(self._frozen(index), msgspec.json.format(msgspec.json.encode(told, order="sorted"), indent=1).decode())

    def thaw(self, place: str, but: AbstractSet[str]) -> None:
        """Forget what indexes of a place were built with, but for these."""
        for path in (self.folder / _FROZEN).glob(f"{glob.escape(place)}-*.json"):
            if path.stem not in but:
                path.unlink(missing_ok=True)

    def _frozen(self, index: str) -> Path:
        return self.folder / _FROZEN / f"{index}.json"


def host_of(name: str) -> str:
    """The host that is meant by a host or an address, as sites are known by it."""
    return site_of(name, f"https://{name.strip()}") if name.strip() else ""


def chosen(site: SiteBoilerplate, which: Iterable[str]) -> frozenset[str]:
    """The texts that are named by their numbers, counted from 1, or by themselves. Raises UsageError for what isn't there."""
    numbered = {str(number): each.text for number, each in enumerate(site.texts, 1)}
    known = {each.text for each in site.texts}
    found = set()
    for given in which:
        check_text(given, "A text")
        text = " ".join(given.split())
        if text not in known and text not in numbered:
            raise UsageError(
                f"“{text[:_LONGEST_SHOWN]}” is none of the {len(known):,} texts of {site.site}. Name one by its number, or write "
                f"it as “archive boilerplate {site.site}” shows it."
            )
        found.add(text if text in known else numbered[text])
    return frozenset(found)


def marked(site: SiteBoilerplate, texts: frozenset[str], *, keep: bool) -> SiteBoilerplate:
    """The site with these texts kept in the articles, or cut again."""
    changed = (msgspec.structs.replace(each, keep=keep) if each.text in texts else each for each in site.texts)
    return msgspec.structs.replace(site, texts=tuple(changed))


def learnt_again(before: SiteBoilerplate | None, now: SiteBoilerplate) -> SiteBoilerplate:
    """What is known after learning anew: what a person has decided stays, and a text keeps the day it was learnt first."""
    known = {each.text: each for each in (before.texts if before else ())}
    texts = [
        msgspec.structs.replace(each, learnt=old.learnt or each.learnt, keep=old.keep)
        if (old := known.get(each.text))
        else each
        for each in now.texts
    ]
    there = {each.text for each in texts}
    texts += [each for each in known.values() if each.text not in there and (each.keep or not each.pages)]
    return msgspec.structs.replace(now, name=now.name or (before.name if before else ""), texts=tuple(texts))


def _read(path: Path) -> SiteBoilerplate:
    try:
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:  # a pipe might never end
            raise ArchiveError(f"{path} is no file of a site's boilerplate: move it away.")
        read = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), SiteBoilerplate)
    except (OSError, ValueError, RecursionError) as error:  # ValueErrors: no UTF-8, no TOML, other fields
        raise ArchiveError(
            f"{path} can't be read: {error}. Mend it, or delete it and run “archive boilerplate --learn”."
        ) from error
    texts = [msgspec.structs.replace(each, text=" ".join(each.text.split())) for each in read.texts]
    empty = next((number for number, each in enumerate(texts, 1) if not each.text), None)
    if empty:
        raise ArchiveError(f"{path}: text {empty} of {len(texts):,} is empty. Write what is to be cut, or delete it.")
    return msgspec.structs.replace(read, texts=tuple({each.text: each for each in texts}.values()))


def _to_toml(site: SiteBoilerplate) -> str:
    head = ["site", "name", "pages", "learnt_at"]
    lines = _assignments(site, head)
    for each in site.texts:
        named = [name for name in each.__struct_fields__ if getattr(each, name)]
        lines += ["", "[[text]]", *_assignments(each, named)]
    return "\n".join(lines) + "\n"


def _assignments(of: msgspec.Struct, names: Sequence[str]) -> list[str]:
    # A string of JSON is one of TOML, but for DEL, which only JSON lets stand; booleans and numbers are written alike.
    written = ((name, msgspec.json.encode(getattr(of, name)).decode().replace("\x7f", "\\u007f")) for name in names)
    return [f"{name} = {value}" for name, value in written]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
