"""Reading rules on a screen."""

from collections.abc import Sequence

from tieline.model.clean import one_line
from tieline.present.lines import Line, Lines, Piece, line, section
from tieline.present.table import Column, Table
from tieline.rules.load import Rule


def folder_table(folders: Sequence[tuple[str, Sequence[Rule]]]) -> Table:
    """The folders of rules with their numbers of rules and examples."""
    columns = (Column("Folder", ratio=4), Column("Rules", right=True, fixed=True), Column("Examples", right=True, fixed=True))
    rows = tuple((Piece(name), Piece(str(len(own))), Piece(str(sum(len(rule.examples) for rule in own)))) for name, own in folders)
    total = sum(len(own) for _, own in folders)
    return Table(columns, rows, note=f"{total} rules; a folder's own: tieline rules list FOLDER")


def rule_table(rules: Sequence[Rule]) -> Table:
    """Rules by id, with their pattern and first example."""
    columns = (Column("Id", ratio=4), Column("Pattern", ratio=5), Column("Reads", ratio=5))
    rows = tuple((Piece(rule.id), Piece(_pattern(rule)), Piece(_example(rule.examples[0]))) for rule in rules)
    return Table(columns, rows, note=f"{len(rules)} rules")


def rule_lines(rule: Rule) -> Lines:
    """Everything about one rule."""
    fields = [line(Piece(f"{name}: ", "soft"), one_line(str(value)), indent=2) for name, value in rule.fields.items()]
    return (
        line(Piece(rule.id, "strong"), Piece(f"  {rule.folder}/{rule.file}", "soft")),
        *fields,
        *section("Reads", (_bullet(_example(one)) for one in rule.examples)),
        *section("Leaves alone", (_bullet(one_line(str(one))) for one in rule.rejects)),
    )


def _bullet(text: str) -> Line:
    return line(text, indent=2, lead="- ")


def _pattern(rule: Rule) -> str:
    value = rule.fields.get("pattern", rule.fields.get("patterns", ""))
    return one_line(" | ".join(map(str, value)) if isinstance(value, list) else str(value))


def _example(example: object) -> str:
    if not isinstance(example, dict):
        return one_line(str(example))
    rest = ", ".join(f"{key} {value}" for key, value in example.items() if key != "text")
    return one_line(f'"{example.get("text", "")}" {rest}')
