"""The PLOVER code of an event, for exchange with event data sets."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tieline.extract.syntax.grammar import grammar_of
from tieline.model.event import Plover
from tieline.model.mention import EventMention
from tieline.rules.load import Rulebook

Row = Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Codes:
    """Rows by rule, "type/stage" or type, those for certain verbs first; and what a status turns an event into."""

    rows: Mapping[str, tuple[Row, ...]]
    ahead: Mapping[str, str]
    modes: Mapping[str, str]
    off: Mapping[str, str]
    status: Mapping[str, str]


@lru_cache(maxsize=4)
def codes_of(rulebook: Rulebook) -> Codes:
    """The PLOVER codes of a rulebook."""
    rows: dict[str, tuple[Row, ...]] = {}
    tables: dict[str, dict[str, str]] = {"ahead": {}, "modes": {}, "off": {}, "status": {}}
    for name, table in rulebook.tables(""):
        if name == "plover.toml":
            for row in table.get("row", ()):
                key = row.get("rule") or (f"{row['type']}/{row['stage']}" if row.get("stage") else row["type"])
                rows[key] = tuple(sorted((*rows.get(key, ()), row), key=lambda one: "verbs" not in one))
            for part, entries in tables.items():
                entries.update(table.get(part, {}))
    return Codes(rows, **tables)


def plover(mention: EventMention, verb: str, rulebook: Rulebook) -> Plover | None:
    """The code of what a mention tells by a verb as it stands in the text; none where PLOVER has no such event, as for a mere comment.

    The context ends in "future", "hypothetical" or "negation" where the text says so.
    """
    codes = codes_of(rulebook)
    row = _row(mention, verb, codes, rulebook)
    if row is None:
        return None
    event, mode, context = row["event"], row.get("mode"), tuple(row.get("context", ()))
    turned = codes.status.get(mention.status)
    if turned == "off":
        return Plover(event=codes.off.get(event, "REJECT"), context=context)
    if turned == "future" and event in codes.ahead:
        ahead = codes.ahead[event]
        mode = codes.modes.get(mode or "") if ahead == "THREATEN" else None
        event = ahead
    return Plover(event=event, mode=mode, context=(*context, turned) if turned else context)


def _row(mention: EventMention, verb: str, codes: Codes, rulebook: Rulebook) -> Row | None:
    lemmas = {lemma for word in verb.lower().split() for lemma in (word, *(base for base, _ in grammar_of(rulebook).readings(word)))}
    for key in (mention.rule, f"{mention.type}/{mention.stage}", mention.type):
        for row in codes.rows.get(key, ()):
            if "verbs" not in row or lemmas & set(row["verbs"].split()):
                return row
    return None
