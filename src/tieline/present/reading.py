"""What the rules read in one text, mention by mention."""

from typing import Any

from tieline.model.mention import Reading
from tieline.present.lines import Piece
from tieline.present.table import Column, Table


def reading_records(reading: Reading) -> list[dict[str, Any]]:
    """Each mention with its kind, words, place, reading and rule, in order of place."""
    article = reading.article
    found = [
        *(
            {"kind": "time", "start": m.start, "end": m.end, "reads": m.time.edtf if m.time else m.timex3.value, "rule": m.rule}
            for m in reading.times
        ),
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
    columns = (Column("Kind", fixed=True), Column("Words", ratio=6), Column("Read as", ratio=4), Column("Rule", ratio=4))
    rows = tuple(
        (Piece(r["kind"]), Piece(r["text"], "strong"), Piece(str(r["reads"] or "")), Piece(r["rule"] or "", "soft")) for r in records
    )
    return Table(columns, rows, main=1, note="" if rows else "Nothing was read in this sentence.")


def _row(kind: str, span: tuple[int, int], reads: str, rule: str | None = None) -> dict[str, Any]:
    return {"kind": kind, "start": span[0], "end": span[1], "reads": reads, "rule": rule}
