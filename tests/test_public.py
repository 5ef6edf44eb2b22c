import subprocess
import sys

import tieline

NAMES = [
    "Actor", "Agreement", "Answer", "Citation", "Document", "Event", "Figure", "Issue", "KnowledgeBase", "TielineError",
    "TimeMention", "TimeValue", "__version__", "build", "draw", "find_times", "load",
]  # fmt: skip


def test_public_names_are_exact():
    assert tieline.__all__ == NAMES
    assert all(getattr(tieline, name) is not None for name in NAMES)
    assert dir(tieline) == NAMES


def test_import_stays_light():
    code = "import sys, tieline; print([m for m in ('pydantic', 'networkx', 'rich', 'sqlite3', 'pandas') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
