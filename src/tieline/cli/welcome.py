"""What `tieline` alone shows."""

from collections.abc import Mapping

from tieline.present.lines import BLANK, Piece, head, line
from tieline.present.screen import show

EXAMPLES = (
    'tieline ask "when did the FTA take effect"',
    "tieline timeline --actor Peru --from 2016",
    "tieline build articles/ -o mine.tieline",
)


def welcome(commands: Mapping[str, str]) -> None:
    """Print what Tieline does, three examples, and the commands."""
    wide = max(len(name) for name in commands) + 2
    listed = (line(Piece(about), indent=2, lead=name.ljust(wide)) for name, about in commands.items())
    examples = (line(Piece(example, "good"), indent=2) for example in EXAMPLES)
    opening = line(
        "Tieline reads news articles into a dated, sourced timeline of how countries deal with each other, and answers questions about it."
    )
    closing = line("Without --kb FILE, every command works on the bundled texts on China and Peru. More: tieline COMMAND --help")
    show((opening, BLANK, head("Try"), *examples, BLANK, head("Commands"), *listed, BLANK, closing))
