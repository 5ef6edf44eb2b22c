"""What every value of the model shares."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value that checks itself once, when made.

    Validators are built when a class is first used: a question needs few of the classes, and start-up is felt.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
