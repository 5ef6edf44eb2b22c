"""What every value of the model shares."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value that checks itself once, when made."""

    model_config = ConfigDict(frozen=True, extra="forbid")
