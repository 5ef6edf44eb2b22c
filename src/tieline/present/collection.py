"""Sequences of values that turn into records and tables."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar, overload

from tieline.errors import MissingExtra
from tieline.model.base import Value

if TYPE_CHECKING:
    import pandas as pd

V = TypeVar("V", bound=Value)


class Collection(Sequence[V]):
    """Values in their canonical order. Counts, slices and compares like a tuple; shows itself as a table in a notebook."""

    def __init__(self, values: Sequence[V] = ()):
        self._values = tuple(values)

    @overload
    def __getitem__(self, index: int) -> V: ...
    @overload
    def __getitem__(self, index: slice) -> "Collection[V]": ...
    def __getitem__(self, index: int | slice) -> "V | Collection[V]":
        return Collection(self._values[index]) if isinstance(index, slice) else self._values[index]

    def __len__(self) -> int:
        return len(self._values)

    def __eq__(self, other: object) -> bool:
        return self._values == (other._values if isinstance(other, Collection) else other)

    def __hash__(self) -> int:
        return hash(self._values)

    def to_records(self) -> list[dict[str, Any]]:
        """One dictionary a value, in the shapes of the contract (dates as ISO strings)."""
        return [value.model_dump(mode="json") for value in self._values]

    def to_frame(self) -> "pd.DataFrame":
        """A pandas DataFrame, one row a value; `MissingExtra` where pandas is not installed."""
        try:
            import pandas as pd
        except ImportError as error:
            raise MissingExtra("pandas is not installed; bring it with: pip install 'tieline[frames]'") from error
        return pd.DataFrame(self.to_records())

    def __repr__(self) -> str:
        names = [_label(value) for value in self._values[:5]]
        more = [f"... {len(self) - 5} more"] if len(self) > 5 else []
        return f"<{len(self)} value{'' if len(self) == 1 else 's'}: {'; '.join(names + more)}>" if self else "<no values>"

    def _repr_html_(self) -> str:
        """The values as a table in a notebook."""
        from tieline.present.html import sequence_html

        return sequence_html(self._values)


def _label(value: Value) -> str:
    names = (getattr(value, key, None) for key in ("title", "name", "measure", "message", "id"))
    return str(next((name for name in names if name), type(value).__name__))[:60]
