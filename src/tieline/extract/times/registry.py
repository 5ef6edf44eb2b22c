"""The functions that rules name in `value`."""

from collections.abc import Callable

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found

Value = Callable[[Captures, Context], Found | None]
VALUES: dict[str, Value] = {}


def value(function: Value) -> Value:
    """Register a function under its name, for `value = "name"` in a rule."""
    VALUES[function.__name__] = function
    return function
