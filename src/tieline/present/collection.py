"""Sequences of values that turn into records and tables."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Self, TypeVar, overload

from tieline.model.base import Value
from tieline.present.conflicts import conflicting

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from tieline.model.event import Event
    from tieline.model.facts import Facts
    from tieline.model.figure import Figure

V = TypeVar("V", bound=Value)
LINES = 8


class Collection(Sequence[V]):
    """Values in their canonical order. Counts, slices and compares like a tuple; shows itself as a table in a notebook."""

    def __init__(self, values: Iterable[V] = (), kind: str | None = None, facts: "Facts | None" = None):
        self._values = tuple(values)
        self.kind = kind or _kind_of(self._values)  # the name of their class; "Value" where several kinds stand together
        self._facts = facts  # where they come from, to name their sources

    @overload
    def __getitem__(self, index: int) -> V: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> V | Self:
        return self._like(self._values[index]) if isinstance(index, slice) else self._values[index]

    def __len__(self) -> int:
        return len(self._values)

    def __eq__(self, other: object) -> bool:
        return self._values == (other._values if isinstance(other, Collection) else other)

    def __hash__(self) -> int:
        return hash(self._values)

    def _like(self, values: Iterable[V]) -> Self:
        """The same sort of sequence, of other values."""
        return type(self)(values, self.kind, self._facts)

    def to_records(self) -> list[dict[str, Any]]:
        """One dictionary a value, in the shapes of the contract (dates as ISO strings)."""
        return [value.model_dump(mode="json") for value in self._values]

    def to_frame(self) -> "pd.DataFrame":
        """A pandas DataFrame, one row a value, with proper column types; `MissingExtra` where pandas is not installed.

        A time is its EDTF string beside `..._earliest` and `..._latest` (datetime64, NaT where open); closed words are categories; names
        and quotes are lists, for `explode`. An empty sequence has the same columns.
        """
        from tieline.present.frames import frame
        from tieline.present.tidy import tidy

        return frame(tidy(self._values, self.kind, whole=True))

    def __repr__(self) -> str:
        name = f"{self.kind.lower()}{'' if len(self) == 1 else 's'}"
        rows = [f"  {repr(value)[1:-1].removeprefix(type(value).__name__).strip()}" for value in self._values[:LINES]]
        more = [f"  ... {len(self) - LINES} more"] if len(self) > LINES else []
        return "\n".join([f"<{len(self) or 'no'} {name}>", *rows, *more])

    def _repr_html_(self) -> str:
        """The values as a table in a notebook."""
        from tieline.present.html import sequence_html

        return sequence_html(self._values, self._facts)


class Timeline(Collection["Event"]):
    """Events in order of time, which also draw themselves."""

    def __init__(self, values: "Iterable[Event]" = (), kind: str | None = "Event", facts: "Facts | None" = None):
        super().__init__(values, kind, facts)

    def plot(self, ax: "Axes | None" = None, **options: "Any") -> "Axes":
        """A chart of the events on matplotlib axes, imprecision shown; `MissingExtra` where matplotlib is not installed.

        A day is a dot; a known stretch a bar; a month or year a pale band; an unknown day between bounds a hatched band; an end that is not
        known an arrow. What is planned is hollow, what was called off or denied is crossed out, and conflicting dates are red. Options:
        `title`, `width` (inches).
        """
        from tieline.present.plot import plot_timeline

        return plot_timeline(self._values, conflicting(self._facts), ax=ax, **options)


class Figures(Collection["Figure"]):
    """Figures, which also draw themselves over time."""

    def __init__(self, values: "Iterable[Figure]" = (), kind: str | None = "Figure", facts: "Facts | None" = None):
        super().__init__(values, kind, facts)

    def plot(self, measure: str | None = None, **options: "Any") -> "list[Axes]":
        """Small charts of the dated figures, one for each measure and unit ("bilateral_trade"); `MissingExtra` without matplotlib.

        A value is as long as its period, and dotted where it is a target or expected. Options: `width` (inches).
        """
        from tieline.present.plot_figures import plot_figures

        return plot_figures(self._values, measure=measure, **options)


def _kind_of(values: Iterable[Value]) -> str:
    kinds = {type(value).__name__ for value in values}
    return kinds.pop() if len(kinds) == 1 else "Value"
