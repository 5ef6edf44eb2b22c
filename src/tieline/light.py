"""`dataclass` for classes that every start makes: the class costs a tenth of what `dataclasses` takes to write its methods.

A question is answered in the time that thirty usual ones take to define. What is decorated here stays a dataclass (`fields`, `replace` and
`match` work on it); only the methods are shared ones instead of source text compiled for each class.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls: type | None = None, /, *, frozen: bool = False, eq: bool = True) -> Any:
        """As `dataclasses.dataclass` with these options; classes with a base class of fields or `__post_init__` are not for it."""
        if cls is None:
            return lambda one: dataclass(one, frozen=frozen, eq=eq)
        dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
        fields = dataclasses.fields(cls)
        cls.__init__, cls.__repr__ = _init(fields), _repr
        if eq:
            key = _key([one.name for one in fields if one.compare])
            cls.__eq__ = _eq(key)
            cls.__hash__ = (lambda self: hash(key(self))) if frozen else None
        if frozen:
            cls.__setattr__ = cls.__delattr__ = _refuse
        return cls


def _init(fields: tuple["dataclasses.Field[Any]", ...]) -> Callable[..., None]:
    names = [one.name for one in fields]
    usual = {one.name: one.default for one in fields if one.default is not dataclasses.MISSING}
    makers = [(one.name, one.default_factory) for one in fields if one.default_factory is not dataclasses.MISSING]

    def made(self: Any, *values: Any, **named: Any) -> None:
        mine = self.__dict__
        mine.update(usual)
        for name, make in makers:
            if name not in named:
                mine[name] = make()
        mine.update(zip(names, values, strict=False))
        mine.update(named)
        if len(mine) != len(names):
            raise TypeError(f"{type(self).__name__} takes {', '.join(names)}; given are {', '.join(mine)}")

    return made


def _key(names: list[str]) -> Callable[[Any], Any]:
    """What gives the values by which objects are compared."""
    return attrgetter(*names) if names else lambda one: ()


def _eq(key: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    def equal(self: Any, other: Any) -> Any:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    return equal


def _repr(self: Any) -> str:
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, *value: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")
