"""What every value of the model shares."""

from functools import cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value that checks itself once, when made.

    Validators are built when a class is first used: a question needs few of the classes, and start-up is felt.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def _repr_html_(self) -> str:
        """The value in a notebook."""
        from tieline.model.notebook import value_html

        return value_html(self)

    def __repr__(self) -> str:
        """The value in one line: `<Event 19 November 2008: Hu Jintao visited Lima (visit, occurred, 3 quotes)>`."""
        from tieline.model.plain import plain

        return plain(self) or super().__repr__()

    def __str__(self) -> str:
        """The same, without a flood of fields."""
        return repr(self)

    @classmethod
    def made(cls, **fields: Any) -> Self:
        """The value of fields that this program itself has made: none is checked, so that no validator has to be built.

        As `model_construct`, whose copying of defaults takes longer than finding a date; the defaults of values are frozen.
        """
        value = cls.__new__(cls)
        _set(value, "__dict__", {**_blank(cls), **fields})
        _set(value, "__pydantic_fields_set__", set(fields))
        _set(value, "__pydantic_extra__", None)
        _set(value, "__pydantic_private__", None)
        return value


_set = object.__setattr__


@cache
def _blank(cls: type[Value]) -> dict[str, Any]:
    """The fields of a class in their order, with their defaults; None for what must be given."""
    return {name: None if field.is_required() else field.get_default() for name, field in cls.model_fields.items()}
