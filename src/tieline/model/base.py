"""What every value of the model shares."""

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

    @classmethod
    def made(cls, **fields: Any) -> Self:
        """The value of fields that this program itself has made: none is checked, so that no validator has to be built."""
        return cls.model_construct(None, **fields)  # type: ignore[return-value]
