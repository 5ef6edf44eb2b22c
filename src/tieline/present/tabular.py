"""Facts as CSV and Parquet: a tidy table a kind, and the evidence in a table of its own."""

import csv
import io
from typing import TYPE_CHECKING, Any

from tieline.errors import MissingExtra
from tieline.model.facts import Facts
from tieline.present.tidy import Sort, Tidy, tidy_tables

if TYPE_CHECKING:
    import pyarrow as pa

# what a spreadsheet takes for the beginning of a formula; the last four are the wide forms of Chinese and Japanese keyboards
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_tables(facts: Facts) -> dict[str, str]:
    """File name -> CSV text: documents, actors, roles, agreements, stages, events, participants, figures, issues, evidence."""
    return {f"{name}.csv": _csv(table) for name, table in tidy_tables(facts).items()}


def parquet_tables(facts: Facts) -> dict[str, bytes]:
    """File name -> the bytes of a Parquet file; the tables of `csv_tables` with dates, numbers and lists as such."""
    return {f"{name}.parquet": _parquet(table) for name, table in tidy_tables(facts).items()}


def cell(value: Any) -> Any:
    """A value as a spreadsheet may read it: words that would be taken for a formula begin with an apostrophe."""
    if isinstance(value, tuple | list):
        value = "; ".join(map(str, value))
    if isinstance(value, str) and value.startswith(FORMULA):
        return "'" + value
    return value


def _csv(table: Tidy) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([cell(row[name]) for name in table.columns] for row in table.rows)
    return out.getvalue()


def _parquet(table: Tidy) -> bytes:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtra("pyarrow is not installed; bring it with: pip install 'tieline[parquet]'") from error
    columns = [pa.array([_plain(row[name]) for row in table.rows], _arrow(sort)) for name, sort in table.columns.items()]
    out = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_arrays(columns, names=list(table.columns)), out)
    return bytes(out.getvalue())


def _arrow(sort: Sort) -> "pa.DataType":
    import pyarrow as pa

    kinds = {
        "date": pa.date32(),
        "int": pa.int64(),
        "number": pa.float64(),
        "list": pa.list_(pa.string()),
        "category": pa.dictionary(pa.int32(), pa.string()),
    }
    return kinds.get(sort, pa.string())


def _plain(value: Any) -> Any:
    """A value that Arrow takes: text without lone surrogates, which UTF-8 cannot hold."""
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(value, str) else value
