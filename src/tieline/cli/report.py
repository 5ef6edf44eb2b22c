"""What a command that changed a knowledge base says about the result."""

from pathlib import Path
from typing import TYPE_CHECKING

from tieline.cli.session import print_json

if TYPE_CHECKING:
    from tieline.kb import KnowledgeBase

LEFT_OUT = 3  # files that are named where more were left out
KINDS = ("documents", "events", "agreements", "figures", "actors", "issues")


def report(kb: "KnowledgeBase", path: Path, *, as_json: bool, quiet: bool = False, verbose: bool = False) -> None:
    """Print what a knowledge base holds and where it lies; with `verbose` its issues as well."""
    _tell_left_out(kb, path)
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


def _tell_left_out(kb: "KnowledgeBase", path: Path) -> None:
    """One line on standard error where files could not be read, and one where texts are not English, whatever else is printed."""
    for kind, told in (("unreadable", "Left out, {} unreadable"), ("language", "Kept but not read, {} not in English")):
        found = [one.message.rstrip(".") for one in kb.issues if one.kind == kind]
        if found:
            from tieline.cli.failure import complain

            named = [one.split(":")[0] if kind == "language" else one for one in found[:LEFT_OUT]]
            more = f"; and {len(found) - LEFT_OUT} more" if len(found) > LEFT_OUT else ""
            complain(f"{told.format(len(found))}: {'; '.join(named)}{more}. See: tieline issues --kb {path}")
