"""What a module of this package defines, loaded when a question needs it."""

from importlib import import_module
from typing import Any


def function(place: str) -> Any:
    """What a dotted place below `tieline.query` names: "times.when.when"."""
    module, _, name = place.rpartition(".")
    return getattr(import_module(f"tieline.query.{module}"), name)
