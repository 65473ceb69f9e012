"""Named tuples without the module `typing`: loading it and making its classes would take a fifth of a whole search.

Type checkers see typing's own class. What is made here has the same fields, defaults and methods, and unpacks, compares
and pickles alike; a test holds the two against each other.
"""

from operator import itemgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - exported
else:

    class _RecordType(type):
        """Turns the annotations of a class into the fields of a tuple."""

        def __new__(cls, name: str, bases: tuple, space: dict) -> type:
            made = super().__new__(cls, name, bases, {"__slots__": (), **space})
            fields = tuple(made.__annotations__) if bases != (tuple,) else ()
            made._fields = made.__match_args__ = fields
            made._field_defaults = {field: space[field] for field in fields if field in space}
            for place, field in enumerate(fields):
                setattr(made, field, property(itemgetter(place)))
            return made

    class NamedTuple(tuple, metaclass=_RecordType):
        """A tuple whose fields have names, as typing.NamedTuple makes it."""

        __slots__ = ()

        def __new__(cls, /, *values: object, **named: object) -> object:
            """The record of these values; TypeError for one that is missing, unknown or given twice."""
            if len(values) != len(cls._fields) or named:
                rest = cls._fields[len(values) :]
                given = {**cls._field_defaults, **named}
                if len(values) > len(cls._fields) or not named.keys() <= set(rest) <= given.keys():
                    raise TypeError(f"{cls.__name__} takes {', '.join(cls._fields)}")
                values += tuple(given[field] for field in rest)
            return tuple.__new__(cls, values)

        @classmethod
        def _make(cls, values: object) -> object:
            return cls(*values)

        def _replace(self, /, **named: object) -> object:
            return type(self)(**{**self._asdict(), **named})

        def _asdict(self) -> dict:
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self) -> tuple:
            return tuple(self)

        def __repr__(self) -> str:
            fields = ", ".join(f"{field}={value!r}" for field, value in self._asdict().items())
            return f"{type(self).__name__}({fields})"
