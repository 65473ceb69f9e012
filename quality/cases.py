"""A page with what its document must be, as far as the gold tells."""

import hashlib

import msgspec

from archiver.document import Capture

Kind = str
KINDS: tuple[Kind, ...] = ("people", "organisations", "places")


class Moment(msgspec.Struct, frozen=True):
    """A date of the gold: `at` as `StatedDate.at` (cut to what is known), `offset` where it is known."""

    at: str
    offset: str | None = None


class Gold(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a page; None: the gold says nothing of it, so it isn't counted.

    `bodies` are texts of which any is right (with and without the standfirst, say); `present` and `absent` are chunks that
    must and must not stand in the body. `surfaces`: the names are the words as they stand, shorter forms beside the fuller.
    """

    bodies: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    title: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] | None = None
    site: str | None = None
    language: str | None = None
    published: Moment | None = None
    names: dict[Kind, tuple[str, ...]] | None = None
    surfaces: bool = False
    mentioned: tuple[tuple[str, str, str], ...] | None = None


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One page of a set."""

    set_name: str
    name: str
    capture: Capture
    gold: Gold

    @property
    def half(self) -> str:
        """A or b: the half that the page always falls into, so that rules can be made on one and tried on the other."""
        return "ab"[hashlib.sha256(self.name.encode()).digest()[0] & 1]
