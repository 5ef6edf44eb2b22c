"""Light dataclasses do what dataclasses do."""

import copy
import dataclasses
import pickle

import pytest

from tieline.light import dataclass


@dataclass(frozen=True)
class Light:
    """A frozen one with everything in it."""

    name: str
    size: int = 3
    parts: list[str] = dataclasses.field(default_factory=list)
    note: str = dataclasses.field(default="", compare=False, repr=False)


@dataclasses.dataclass(frozen=True)
class Usual:
    """The same by the standard library."""

    name: str
    size: int = 3
    parts: list[str] = dataclasses.field(default_factory=list)
    note: str = dataclasses.field(default="", compare=False, repr=False)


@dataclass
class Open:
    """One that can be changed."""

    name: str


@dataclass(frozen=True, eq=False)
class Itself:
    """One that equals itself alone."""

    name: str


def test_it_is_a_dataclass() -> None:
    one, other = Light("a", note="x"), Usual("a", note="x")
    assert dataclasses.asdict(one) == dataclasses.asdict(other)
    assert repr(one) == repr(other).replace("Usual", "Light")
    assert dataclasses.replace(one, size=5) == Light("a", 5)
    assert copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one
    assert Light.__match_args__ == Usual.__match_args__


def test_fields_are_compared_unless_they_say_otherwise() -> None:
    assert Light("a") == Light("a", note="x")
    assert Light("a") != Light("a", 4)
    assert Light("a") != Open("a")
    assert len({Light("a", parts=()), Light("a", parts=(), note="x")}) == 1  # type: ignore[arg-type]
    assert Itself("a") != Itself("a")
    assert Light("a").parts is not Light("a").parts


def test_frozen_ones_stay_as_they_are() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Light("a").name = "b"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del Light("a").name
    one = Open("a")
    one.name = "b"
    assert one == Open("b")
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


@pytest.mark.parametrize(("values", "named"), [((), {}), (("a",), {"colour": "red"})])
def test_missing_and_unknown_fields_are_refused(values: tuple[str, ...], named: dict[str, str]) -> None:
    with pytest.raises(TypeError, match="Light takes name, size, parts, note; given are"):
        Light(*values, **named)  # type: ignore[arg-type, call-arg]
