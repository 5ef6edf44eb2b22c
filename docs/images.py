"""The images of the README, made anew: `python docs/images.py`. The same program and texts give the same bytes.

Terminal output becomes SVG; the page is photographed where Chromium is installed, and left as it is where not.
"""

import argparse
import io
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent / "images"
TERMINALS = {
    "ask": 'tieline ask "when did the FTA take effect"',
    "timeline": "tieline timeline --chart --from 2016",
}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FRAME = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">
<style>
.{unique_id}-matrix, .{unique_id}-title {{ font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }}
.{unique_id}-matrix {{ font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 18px; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g></g></svg>
"""


class Screen(io.StringIO):
    """A text file that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def terminal(command: str, *, wide: int = 112) -> str:
    """The SVG of what a command prints on a terminal."""
    from rich.console import Console
    from rich.text import Text

    console = Console(record=True, file=io.StringIO(), width=wide, force_terminal=True, color_system="truecolor")
    console.print(Text(f"$ {command}", "bold"))
    console.print(Text.from_ansi(_printed(command, wide)))
    return console.export_svg(title="tieline", code_format=FRAME, unique_id="tieline")


def _printed(command: str, wide: int) -> str:
    """What a command prints, with its colours."""
    from tieline.cli.app import app

    screen, before = Screen(), (sys.stdout, dict(os.environ))
    os.environ.update(COLUMNS=str(wide), TERM="xterm-256color", COLORTERM="truecolor")
    os.environ.pop("NO_COLOR", None)
    sys.stdout = screen
    try:
        app(shlex.split(command)[1:], prog_name="tieline", standalone_mode=False)
    finally:
        sys.stdout = before[0]
        os.environ.clear()
        os.environ.update(before[1])
    return screen.getvalue().rstrip("\n")


def page(target: Path) -> bool:
    """A picture of the page, where a browser is installed."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        return False
    from tieline.cli.app import app

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.html")
        app(["page", "-o", str(file), "--quiet"], standalone_mode=False)
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--window-size=1440,900",
            "--virtual-time-budget=6000",
        ]
        shot = Path(folder, "page.png")
        subprocess.run(
            [browser, *options, f"--user-data-dir={folder}/profile", f"--screenshot={shot}", f"{file.as_uri()}#{_most_told()}"],
            check=True,
            capture_output=True,
        )
        shutil.copyfile(shot, target)
    return True


def _most_told() -> str:
    """The name on the page of an event that many articles tell of on a known day."""
    import tieline
    from tieline.present.page.encode import key

    known = [event for event in tieline.load().events if event.time and event.time.grain == "day"]
    return key("event", max(known, key=lambda event: (len({one.document for one in event.evidence}), len(event.evidence), event.id)).id)


def main() -> None:
    """Write the images."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the images go")
    parser.add_argument("--no-page", action="store_true", help="leave the picture of the page as it is")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    for name, command in TERMINALS.items():
        (given.folder / f"{name}.svg").write_text(terminal(command), encoding="utf-8", newline="\n")
    if not given.no_page and not page(given.folder / "page.png"):
        print("No browser found; the picture of the page stays as it is.", file=sys.stderr)


if __name__ == "__main__":
    main()
