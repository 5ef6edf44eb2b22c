"""The notebook in docs runs from top to bottom, shows what it says it shows, and is kept without its outputs."""

from pathlib import Path
from typing import Any

import pytest

TOUR = Path(__file__).parents[2] / "docs" / "tour.ipynb"


@pytest.fixture(scope="module")
def notebook() -> Any:
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed (extra: test)")
    return nbformat.read(TOUR, as_version=4)


def test_it_is_kept_without_outputs(notebook: Any) -> None:
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert len(code) > 10
    assert not [cell for cell in code if cell.outputs or cell.execution_count]


def test_it_runs_and_shows_forms_and_pictures(notebook: Any, tmp_path: Path) -> None:
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed (extra: test)")
    pytest.importorskip("ipykernel", reason="ipykernel is not installed (extra: test)")
    pytest.importorskip("matplotlib", reason="matplotlib is not installed (extra: plot)")
    pytest.importorskip("pandas", reason="pandas is not installed (extra: frames)")
    ran = nbclient.NotebookClient(notebook, timeout=180, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = [output for cell in ran.cells if cell.cell_type == "code" for output in cell.outputs]
    kinds = [kind for output in shown for kind in output.get("data", {})]
    assert kinds.count("image/png") == 2
    forms = [output["data"]["text/html"] for output in shown if "text/html" in output.get("data", {})]
    assert sum('class="tieline"' in form for form in forms) >= 9
    assert "In 2010" in forms[1]
    assert not [output for output in shown if output.output_type == "error"]
    printed = "".join(output.text for output in shown if output.output_type == "stream")
    assert "events are left out" in printed
    assert "# Chronology" in printed
