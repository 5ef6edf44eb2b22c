"""What a command that changed a knowledge base says about the result."""

from pathlib import Path
from typing import TYPE_CHECKING

from tieline.cli.session import print_json

if TYPE_CHECKING:
    from tieline.kb import KnowledgeBase

KINDS = ("documents", "events", "agreements", "figures", "actors", "issues")


def report(kb: "KnowledgeBase", path: Path, *, as_json: bool, quiet: bool = False, verbose: bool = False) -> None:
    """Print what a knowledge base holds and where it lies; with `verbose` its issues as well."""
    counts = {kind: len(getattr(kb, kind)) for kind in KINDS}
    if as_json:
        print_json({"path": str(path), **counts})
    elif not quiet:
        from tieline.present.lines import Piece, line
        from tieline.present.screen import show
        from tieline.present.tables import issue_table

        held = ", ".join(f"{number:,} {kind[:-1] if number == 1 else kind}" for kind, number in counts.items())
        show((line(Piece(str(path), "strong"), f": {held}"), line(Piece(f"Next: tieline timeline --kb {path}", "soft"))))
        if verbose and kb.issues:
            show(issue_table(kb.issues))
