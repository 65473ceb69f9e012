"""Names that are one, several, or none: a file of the user's own merges, renames, blocks and splits what facets count.

The file has sections, `[people]`, `[organisations]`, `[places]` and `[countries]`. In each, `Shown name = Other, Another` makes
one value of these names, `- Name` leaves a name out, and a line that begins with # is a remark. A name that holds a comma, an
equals sign or a bar stands in straight quotation marks. Case and accents don't matter. No index knows these lines: they are
gone by when something is asked.

`Shown name = Name | clue, clue` tells two of one name apart: see archiver.splits. An index goes by it from its building on.
"""

import os
import re
from collections.abc import Mapping

from archiver.analysis import fold_all, stand_together, tokens, value_key
from archiver.errors import SettingsError
from archiver.fields import find_field
from archiver.query.tree import Group, Named, Phrase, Prefix, Synonyms, Word
from archiver.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from archiver.document import Document, Place
    from archiver.query.tree import Node
    from archiver.splits import Splits

FACETS = ("people", "organisations", "places", "countries")
_MOST_BYTES = 16 * 1024 * 1024
_LONGEST_NAME = 500  # code points; a clue may be an address
_MOST_NAMES = 1_000  # of one value: each is a part of the query for it
_NAME = re.compile(r'\s*(?:"([^"]*)"|([^",=|]*))\s*')
_UNREADABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]"
)  # controls, of text's direction too
_NEARLY_PERIOD = re.compile(r"(?=.*\d)[\d\s/.-]*\.\.[\d\s/.-]*")
_DATE = r"(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?"
_PERIOD = re.compile(rf"(?=.*\d){_DATE}\.\.{_DATE}")


class Merging(NamedTuple):
    """How the values of one facet are merged. All keys are those under which an index compares values.

    `groups` has the keys of all names of a value, its own first; `group_of` leads from each of them to the value, `names` from
    the value to the name that is shown. `blocked` aren't values at all.
    """

    groups: dict[str, tuple[str, ...]]
    group_of: dict[str, str]
    names: dict[str, str]
    blocked: frozenset[str]


class Aliases(Mapping[str, Merging]):
    """The merging of each facet that a file speaks of. It is read when something is asked of it for the first time."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._known: dict[str, Merging] | None = None

    def __getitem__(self, facet: str) -> Merging:
        return self._read()[facet]

    def __iter__(self) -> "Iterator[str]":
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def get(self, facet: str, default: "Any" = None) -> "Any":
        """The merging of this facet; the file isn't read for one that it can't speak of."""
        return self._read().get(facet, default) if facet in FACETS else default

    def _read(self) -> dict[str, Merging]:
        if self._known is None:
            self._known = read(self._path) if self._path else {}
        return self._known


def read(path: str) -> dict[str, Merging]:
    """How names are merged, by facet. Raises SettingsError, with the line, for what can't be read."""
    return {facet: merging for facet, section in _sections(path).items() if (merging := section.merging())}


def read_splits(path: str) -> "Splits":
    """How names are split, by facet, as archiver.splits has it. Raises SettingsError likewise."""
    return {
        facet: {key: {shown: tuple(clues) for shown, clues in senses.items()} for key, senses in section.senses.items()}
        for facet, section in _sections(path).items()
        if section.senses
    }


def _sections(path: str) -> "dict[str, _Section]":
    """What is said of each facet."""
    try:
        if os.path.exists(path) and not os.path.isfile(path):  # a pipe might never end
            raise SettingsError(f"The aliases in {path} can't be read: it isn't a file.")
        if os.path.exists(path) and os.path.getsize(path) > _MOST_BYTES:
            raise SettingsError(
                f"The aliases in {path} can't be read: the file is larger than {_MOST_BYTES >> 20} MiB."
            )
        with open(path, encoding="utf-8-sig") as file:
            lines = file.read().split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it isn't UTF-8"
        raise SettingsError(f"The aliases in {path} can't be read: {reason}.") from error
    sections: dict[str, _Section] = {}
    section: _Section | None = None
    for number, written in enumerate(lines, 1):
        line = written.strip()
        if not line or line.startswith("#"):
            continue
        place = f"{path}, line {number}"
        if _UNREADABLE.search(line):
            raise SettingsError(f"{place}: there is a character in it that can't be seen. Write the line anew.")
        if line.startswith("["):
            facet = _facet_of(line, place)
            section = sections.setdefault(facet, _Section(facet))
        elif section is None:
            raise SettingsError(
                f"{place}: it isn't said what kind of name this is. Write [people] or the like above it."
            )
        else:
            section.take(line, number, place)
    return sections


def _facet_of(line: str, place: str) -> str:
    field = find_field(line.removeprefix("[").removesuffix("]").strip())
    if field is None or field.facet not in FACETS or not line.endswith("]"):
        raise SettingsError(
            f"{place}: “{line}” is no section; there are {', '.join(f'[{facet}]' for facet in FACETS)}."
        )
    return field.facet


class _Section:
    """What is said of one facet so far, and in which line of each name.

    `senses` has the key of each name that several bear, and of each of these its shown name with its clues.
    """

    def __init__(self, facet: str) -> None:
        self.senses: dict[str, dict[str, dict[str, None]]] = {}
        self._facet = facet
        self._names: dict[str, str] = {}
        self._groups: dict[str, dict[str, None]] = {}
        self._blocked: set[str] = set()
        self._group_of: dict[str, str] = {}
        self._line_of: dict[str, int] = {}

    def take(self, line: str, number: int, place: str) -> None:
        """One line that says something of names."""
        if line.startswith("-"):
            names, _ = _names(line[1:], place)
            for name in names:
                self._refuse_twice(name, "", place, number)
                self._blocked.add(value_key(name))
            return
        shown, others, clues = _said(line, place)
        if clues:
            self._split(shown, others, clues, place)
            return
        group = value_key(shown)
        self._names.setdefault(group, shown)
        keys = self._groups.setdefault(group, {group: None})
        for name in (shown, *others):
            self._refuse_twice(name, group, place, number)
            keys[value_key(name)] = None
            self._group_of[value_key(name)] = group
        if len(keys) > _MOST_NAMES:
            raise SettingsError(f"{place}: “{shown}” has more than {_MOST_NAMES:,} names.")

    def _split(self, shown: str, names: "list[str]", clues: "list[str]", place: str) -> None:
        """One of several that bear these names."""
        if self._facet == "countries":
            raise SettingsError(
                f"{place}: countries follow from places: split the name of the place instead, in [places]."
            )
        known = [_clue(clue, place) for clue in clues]
        for name in names:
            senses = self.senses.setdefault(value_key(name), {})
            senses.setdefault(shown, {}).update(dict.fromkeys(known))
            if len(senses) > _MOST_NAMES:
                raise SettingsError(f"{place}: “{name}” is told apart into more than {_MOST_NAMES:,}.")

    def _refuse_twice(self, name: str, group: str, place: str, number: int) -> None:
        """SettingsError where another line says something else of this name."""
        key = value_key(name)
        line = self._line_of.setdefault(key, number)
        other = self._group_of.get(key)
        if (other is not None and other != group) or (key in self._blocked and group):
            what = f"is a name of “{self._names[other]}”" if other else "is left out"
            raise SettingsError(f"{place}: “{name}” {what} already, by line {line}. A name can be one thing only.")

    def merging(self) -> Merging | None:
        """All that was said; None if that is nothing."""
        if not self._groups and not self._blocked:
            return None
        groups = {group: tuple(keys) for group, keys in self._groups.items()}
        return Merging(groups, self._group_of, self._names, frozenset(self._blocked))


def _said(line: str, place: str) -> "tuple[str, list[str], list[str]]":
    """The name that is shown, the others, and the clues by which those mean it."""
    match = _NAME.match(line)
    shown = match and _name(match)
    if not match or not shown or line[match.end() : match.end() + 1] != "=":
        raise SettingsError(
            f"{place}: this isn't understood. Write “Shown name = Another, A third” to make these one, or “- Name” to leave "
            "a name out."
        )
    _check_length(shown, place)
    names, behind = _names(line[match.end() + 1 :], place, until="|")
    return shown, names, [] if behind is None else _names(behind, place)[0]


def _names(text: str, place: str, until: str = "") -> "tuple[list[str], str | None]":
    """The names with commas between them, and what stands behind the sign `until`; None where it isn't there."""
    names: list[str] = []
    at = 0
    while True:
        match = _NAME.match(text, at)
        assert match
        name = _name(match)
        sign = text[match.end() : match.end() + 1]
        is_last = not sign or sign == until
        if not name or not (is_last or sign == ","):
            wrong = text[match.end() :].strip()[:40] or "nothing"
            where = (
                "there is no name between commas"
                if not name and not match[1]
                else f"“{wrong}” stands where a comma should"
            )
            raise SettingsError(f'{place}: {where}. A name with a comma, = or | in it stands in "quotation marks".')
        _check_length(name, place)
        names.append(name)
        at = match.end() + 1
        if is_last:
            return names, text[at:] if sign else None


def _name(match: "re.Match[str]") -> str:
    return " ".join((match[1] or match[2] or "").split())


def _check_length(name: str, place: str) -> None:
    if len(name) > _LONGEST_NAME:
        raise SettingsError(f"{place}: “{name[:40]}…” is longer than {_LONGEST_NAME:,} characters.")


def _clue(written: str, place: str) -> str:
    """A clue as it is looked for: an address, a period, or folded words, the last of which a * may leave open."""
    if "://" in written:
        from archiver.keys import clean_url

        return clean_url(written)
    if _PERIOD.fullmatch(written):
        first, _, last = written.partition("..")
        if first and last and first > last and not first.startswith(last):
            raise SettingsError(f"{place}: the period “{written}” ends before it begins; the earlier date comes first.")
        return written
    if _NEARLY_PERIOD.fullmatch(written):
        raise SettingsError(f"{place}: “{written}” is no period; write 1998..2012, 1998-03.. or ..1998-03-05.")
    words = " ".join(fold_all(tokens(written.removesuffix("*"))))
    if not words:
        raise SettingsError(f"{place}: “{written}” has no word that could be looked for in an article.")
    return words + "*" * written.endswith("*")


# What a query means.


def expand(tree: "Node", aliases: Mapping[str, Merging]) -> "Node":
    """The tree in which whatever finds one of the names of a value finds the articles of all of them."""
    if isinstance(tree, (Word, Phrase, Prefix, Synonyms)):
        field = _field_in(tree)
        merging = aliases.get(field.facet) if field and field.facet in FACETS else None
        keys = _keys_found(tree, merging) if merging else ()
        return Named(tree, field.name, keys) if field and keys else tree
    part, parts = getattr(tree, "part", None), getattr(tree, "parts", None)
    if part is not None:
        return tree._replace(part=expand(part, aliases))  # type: ignore[call-arg]
    if parts is not None:
        return tree._replace(parts=tuple(expand(each, aliases) for each in parts))  # type: ignore[call-arg]
    return tree


def _field_in(node: "Any") -> "Any":
    if isinstance(node, Synonyms):
        return _field_in(node.others[0])
    return find_field(node.field) if node.field else None


def _keys_found(node: "Word | Phrase | Prefix | Synonyms", merging: Merging) -> tuple[str, ...]:
    """The names of all values of which one name holds what is looked for; words as they are written mean just themselves."""
    if isinstance(node, Synonyms):
        mains = node.main.parts if isinstance(node.main, Group) else (node.main,)
        texts = [" ".join(getattr(part, "text", "") for part in mains), *(other.text for other in node.others)]
        found: dict[str, None] = {}
        for text in texts:
            found.update(dict.fromkeys(_keys_found(Phrase(text), merging)))
        return tuple(found)
    is_begun = isinstance(node, Prefix)
    if getattr(node, "exactly", False) or getattr(node, "within", None) is not None:
        return ()
    wanted = fold_all(tokens(node.prefix if isinstance(node, Prefix) else node.text))
    if not wanted:
        return ()
    return tuple(
        key
        for keys in merging.groups.values()
        if any(
            all(word in key for word in wanted) and stand_together(fold_all(tokens(key)), wanted, is_begun=is_begun)
            for key in keys
        )
        for key in keys
    )


# What is shown.


def apply(document: "Document", aliases: Mapping[str, Merging]) -> "Document":
    """The document with its names as they are shown: merged into one, or left out. The forms keep what the page said."""
    import msgspec

    changes: dict[str, Any] = {}
    for facet in ("people", "organisations"):
        if merging := aliases.get(facet):
            changes[facet] = _merged(getattr(document, facet), merging)
    places = document.places
    if merging := aliases.get("countries"):
        places = tuple(_with_country(place, merging) for place in places)
    if merging := aliases.get("places"):
        places = _merged(places, merging)
    changes["places"] = places
    changes = {name: value for name, value in changes.items() if value != getattr(document, name)}
    return msgspec.structs.replace(document, **changes) if changes else document


def _with_country(place: "Place", merging: Merging) -> "Place":
    import msgspec

    if place.country is None:
        return place
    key = value_key(place.country)
    shown = None if key in merging.blocked else merging.names.get(merging.group_of.get(key, ""), place.country)
    return msgspec.structs.replace(place, country=shown)


def _merged(entities: "tuple[Any, ...]", merging: Merging) -> "tuple[Any, ...]":
    found: dict[str, Any] = {}
    for entity in entities:
        key = value_key(entity.name)
        if key in merging.blocked:
            continue
        group = merging.group_of.get(key, key)
        shown = merging.names.get(group, entity.name)
        found[group] = joined(found[group], entity) if group in found else renamed(entity, shown)
    return tuple(found.values())


def renamed(entity: "Any", shown: str) -> "Any":
    """The entity under the name that is shown; its forms keep what the page said."""
    import msgspec

    if shown == entity.name:
        return entity
    return msgspec.structs.replace(entity, name=shown, forms=entity.forms or (entity.name,))


def joined(one: "Any", other: "Any") -> "Any":
    """One entity of two, its forms and mentions in the order of the text."""
    import msgspec

    zones = ("title", "standfirst", "body")
    mentions = sorted({*one.mentions, *other.mentions}, key=lambda each: (zones.index(each.zone), each.span))
    forms = dict.fromkeys((*one.forms, *(other.forms or (other.name,))))
    country = {"country": one.country or other.country} if hasattr(one, "country") else {}
    return msgspec.structs.replace(one, forms=tuple(forms), mentions=tuple(mentions), **country)
