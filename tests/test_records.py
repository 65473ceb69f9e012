"""The project's named tuples, held against those of typing."""

import pickle
import subprocess
import sys
import typing

import pytest

from archiver.records import NamedTuple


class Mill(NamedTuple):
    """A record with a field that must be given and two that needn't."""

    name: str
    furnaces: int = 2
    owners: tuple[str, ...] = ()

    def is_large(self) -> bool:
        """Records have methods, too."""
        return self.furnaces > 3


class Typed(typing.NamedTuple):
    """The same as typing makes it."""

    name: str
    furnaces: int = 2
    owners: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("values", "named"),
    [(("a",), {}), (("a", 3), {}), (("a", 3, ("b",)), {}), ((), {"name": "a"}), (("a",), {"owners": ("x",)})],
)
def test_a_record_is_what_typing_would_make(values: tuple[typing.Any, ...], named: dict[str, typing.Any]) -> None:
    """However it is made, a record is the same tuple, with the same names, and shows itself alike."""
    ours, theirs = Mill(*values, **named), Typed(*values, **named)
    assert ours == theirs
    assert hash(ours) == hash(theirs)
    assert repr(ours).replace("Mill", "Typed") == repr(theirs)
    assert (ours.name, ours.furnaces, ours.owners) == tuple(theirs)
    assert ours._asdict() == theirs._asdict()
    assert ours._replace(name="z") == theirs._replace(name="z")
    assert isinstance(ours._replace(name="z"), Mill)
    assert isinstance(ours, tuple)
    assert pickle.loads(pickle.dumps(ours)) == ours
    assert Mill._make(ours) == ours
    assert not ours.is_large()
    match ours:
        case Mill(name, furnaces):
            assert (name, furnaces) == ours[:2]


def test_a_record_says_what_it_is_made_of() -> None:
    """A record class tells its fields, their defaults and its purpose."""
    assert Mill._fields == Typed._fields
    assert Mill._field_defaults == Typed._field_defaults
    assert Mill.__doc__ == "A record with a field that must be given and two that needn't."


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("a", 1, (), 4), {}), (("a",), {"name": "b"}), (("a",), {"unknown": 1}), ((), {"furnaces": 1})],
)
def test_what_typing_refuses_is_refused(values: tuple[typing.Any, ...], named: dict[str, typing.Any]) -> None:
    """A field missing, a value too many, a field given twice and an unknown field are mistakes."""
    for record in (Mill, Typed):
        with pytest.raises(TypeError):
            record(*values, **named)


@pytest.mark.parametrize("change", [{"unknown": 1}, {"name": "a", "mill": 2}])
def test_an_unknown_field_cannot_be_replaced(change: dict[str, typing.Any]) -> None:
    """Replacing a field that there isn't is a mistake."""
    with pytest.raises((TypeError, ValueError)):
        Mill("a")._replace(**change)


def test_a_record_cannot_be_changed() -> None:
    """Neither a field nor anything new can be set."""
    mill = Mill("a")
    for name in ("name", "unknown"):
        with pytest.raises(AttributeError):
            setattr(mill, name, "b")


def test_records_do_not_load_typing() -> None:
    """Records are there without the module `typing`: that is what they are for."""
    code = "import sys, archiver.records, archiver.results, archiver.query.tree; print('typing' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
