"""Values as flat records, for data frames and CSV: one row a value, no nesting."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel


def to_records(values: Iterable[BaseModel]) -> list[dict[str, Any]]:
    """One flat dictionary a value: a time becomes `time`, `time_earliest`, `time_latest`; a list becomes words joined by "; "."""
    return [flat(value.model_dump(mode="json")) for value in values]


def flat(value: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a dumped value, flattened."""
    row: dict[str, Any] = {}
    for key, part in value.items():
        if isinstance(part, dict) and "edtf" in part:
            row |= {key: part["edtf"], f"{key}_earliest": part["earliest"], f"{key}_latest": part["latest"]}
        elif key in TIMES and part is None:
            row |= {key: None, f"{key}_earliest": None, f"{key}_latest": None}
        elif key == "plover":
            row |= {f"plover_{name}": _cell((part or {}).get(name)) for name in ("event", "mode", "context")}
        else:
            row[key] = _cell(part)
    return row


TIMES = frozenset({"time", "period", "published"})


def _cell(part: Any) -> Any:
    if isinstance(part, list | tuple):
        return "; ".join(_words(one) for one in part)
    if isinstance(part, dict):
        return _words(part)
    return part


def _words(one: Any) -> str:
    """One part of a list in short: a citation by its place and words, a participant by name and role, a stage with its time."""
    if not isinstance(one, dict):
        return str(one)
    if "quote" in one:
        return f"{one['document']}:{one['start']}-{one['end']} {one['quote']}"
    when = f" {one['time']['edtf']}" if isinstance(one.get("time"), dict) else ""
    if "role" in one:
        return f"{one['name']} ({one['role']})"
    if "title" in one:
        return f"{one['title']} of {one['of']}{when}" if one.get("of") else f"{one['title']}{when}"
    if "stage" in one:
        return f"{one['stage']}{when} ({one['status']})"
    return str(one.get("text", one.get("name", "")))
