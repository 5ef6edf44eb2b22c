"""The PLOVER code of an event, for exchange with event data sets."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tieline.model.event import Plover
from tieline.model.mention import EventMention
from tieline.rules.load import Rulebook


@dataclass(frozen=True, eq=False)
class Codes:
    """Rows by rule, "type/stage" or type, and what a status turns an event into."""

    rows: Mapping[str, Mapping[str, Any]]
    ahead: Mapping[str, str]
    status: Mapping[str, str]


@lru_cache(maxsize=4)
def codes_of(rulebook: Rulebook) -> Codes:
    """The PLOVER codes of a rulebook."""
    rows: dict[str, Mapping[str, Any]] = {}
    ahead: dict[str, str] = {}
    status: dict[str, str] = {}
    for name, table in rulebook.tables(""):
        if name == "plover.toml":
            for row in table.get("row", ()):
                rows[row.get("rule") or (f"{row['type']}/{row['stage']}" if row.get("stage") else row["type"])] = row
            ahead.update(table.get("ahead", {}))
            status.update(table.get("status", {}))
    return Codes(rows, ahead, status)


def plover(mention: EventMention, rulebook: Rulebook) -> Plover | None:
    """The code of what a mention tells; none where PLOVER has no such event, or where the text says that it did not happen."""
    codes = codes_of(rulebook)
    row = codes.rows.get(mention.rule) or codes.rows.get(f"{mention.type}/{mention.stage}") or codes.rows.get(mention.type)
    if row is None or mention.status == "denied":
        return None
    event, mode, context = row["event"], row.get("mode"), tuple(row.get("context", ()))
    turned = codes.status.get(mention.status)
    if turned == "ahead":
        return Plover(event=codes.ahead.get(event, event), mode=mode if codes.ahead.get(event, event) == event else None, context=context)
    if turned == "context":
        return Plover(event=event, mode=mode, context=(*context, mention.status))
    return Plover(event=turned or event, mode=None if turned else mode, context=context)
