"""What the rules read in one text, mention by mention."""

from typing import Any

from tieline.model.mention import Reading
from tieline.model.time import TimeMention
from tieline.present.lines import Piece
from tieline.present.table import Column, Table


def reading_records(reading: Reading) -> list[dict[str, Any]]:
    """Each mention with its kind, words, place, reading and rule, in order of place."""
    article = reading.article
    found = [
        *map(_time_row, reading.times),
        *(_row("actor", m.span, f"{m.kind}: {m.name or m.text}") for m in reading.actors),
        *(_row("agreement", m.span, m.name or m.kind) for m in reading.agreements),
        *(_row("quantity", m.span, " ".join(str(x) for x in (m.qualifier, m.value, m.unit) if x is not None)) for m in reading.quantities),
        *(_row("event", m.span, " ".join(filter(None, (m.type, m.stage, m.status))), m.rule) for m in reading.events),
        *(
            _row("figure", m.span, " ".join(str(x) for x in (m.measure, m.qualifier, m.value, m.unit) if x is not None), m.rule)
            for m in reading.figures
        ),
    ]
    for row in found:
        row["text"] = article.document.text[row["start"] : row["end"]]
    return sorted(found, key=lambda row: (row["start"], row["end"], row["kind"]))


def reading_table(records: list[dict[str, Any]]) -> Table:
    """The same as a table."""
    columns = [Column("Kind", fixed=True), Column("Words", ratio=6), Column("Read as", ratio=4), Column("Rule", ratio=4)]
    rows = [[Piece(r["kind"]), Piece(r["text"], "strong"), Piece(str(r["reads"] or "")), Piece(r["rule"] or "", "soft")] for r in records]
    if any(r.get("why") for r in records):
        columns.append(Column("Why", ratio=5))
        for row, record in zip(rows, records, strict=True):
            row.append(Piece("; ".join(record.get("why", ())), "soft"))
    return Table(tuple(columns), tuple(map(tuple, rows)), main=1, note="" if rows else "Nothing was read in this sentence.")


def _time_row(mention: TimeMention) -> dict[str, Any]:
    """A time with all rules that had a part in it ("two weeks before 13 May": a length and a date) and how it was reckoned."""
    rules = dict.fromkeys(filter(None, (mention.rule, *(part.rule for part in mention.parts))))
    reads = mention.time.edtf if mention.time else mention.timex3.value
    row = _row("time", (mention.start, mention.end), reads or "", " + ".join(rules))
    return {**row, "why": list(mention.time.derivation) if mention.time else []}


def _row(kind: str, span: tuple[int, int], reads: str, rule: str | None = None) -> dict[str, Any]:
    return {"kind": kind, "start": span[0], "end": span[1], "reads": reads, "rule": rule}
