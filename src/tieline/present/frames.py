"""Tidy tables as pandas data frames, each column of a proper type."""

from typing import TYPE_CHECKING, Any, get_args

from tieline.errors import MissingExtra
from tieline.model.document import PublishedBasis
from tieline.model.time import Basis, Grain
from tieline.model.vocabulary import EVENT_TYPES, STAGES, STATUSES, Qualifier
from tieline.present.tidy import Sort, Tidy

if TYPE_CHECKING:
    import pandas as pd

# the closed lists in their own order, so that a plot or a group keeps it; other categories stand in the order of the alphabet
CATEGORIES: dict[str, tuple[str, ...]] = {
    "type": EVENT_TYPES,
    "stage": STAGES,
    "status": STATUSES,
    "qualifier": get_args(Qualifier),
    "time_grain": get_args(Grain),
    "time_basis": get_args(Basis),
    "period_grain": get_args(Grain),
    "period_basis": get_args(Basis),
    "published_basis": get_args(PublishedBasis),
}


def frame(table: Tidy) -> "pd.DataFrame":
    """A data frame: text as `string`, days as `datetime64[s]` (NaT where open), closed words as categories, numbers nullable.

    Lists (names, quotes) stay Python lists, for `explode`. A table without rows has the same columns and types.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtra("pandas is not installed; bring it with: pip install 'tieline[frames]'") from error
    columns = {name: _column(name, sort, [row.get(name) for row in table.rows]) for name, sort in table.columns.items()}
    return pd.DataFrame(columns, index=pd.RangeIndex(len(table.rows)))


def _column(name: str, sort: Sort, values: list[Any]) -> Any:
    import numpy as np
    import pandas as pd

    if sort == "date":
        return np.array([str(day) if day else "NaT" for day in values], dtype="datetime64[s]")
    if sort == "category":
        known = CATEGORIES.get(name) or sorted({one for one in values if one is not None})
        return pd.Categorical(values, categories=list(known))
    if sort in ("int", "number"):
        return pd.array(values, dtype="Int64" if sort == "int" else "Float64")
    if sort == "list":
        return pd.Series([list(one or ()) for one in values], dtype=object)
    return pd.array(values, dtype="string")
