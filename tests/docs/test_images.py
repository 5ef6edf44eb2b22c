"""The images of the README are made by the script beside them, are small, and ask nothing of the network."""

import importlib.util
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
IMAGES = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", README)


@pytest.fixture(scope="module")
def images() -> ModuleType:
    spec = importlib.util.spec_from_file_location("images", ROOT / "docs" / "images.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_image_of_the_readme_is_there_and_small(images: ModuleType) -> None:
    assert len(IMAGES) >= len(images.TERMINALS)
    for words, path in IMAGES:
        assert len(words) > 20
        assert (ROOT / path).stat().st_size < 400_000
    assert {f"docs/images/{name}.svg" for name in images.TERMINALS} <= {path for _, path in IMAGES}


def test_the_script_draws_a_terminal_the_same_every_time(images: ModuleType) -> None:
    one = images.terminal('tieline ask "when did the FTA take effect"')
    assert one == images.terminal('tieline ask "when did the FTA take effect"')
    root = ET.fromstring(one)
    shown = "".join(root.itertext()).replace("\xa0", " ")
    assert '$ tieline ask "when did the FTA take effect"' in shown
    assert "In 2010." in shown
    assert not re.search(r"url\((?!#)|href|<script|@import|@font-face", one)


def test_the_images_are_of_this_program(images: ModuleType) -> None:
    for name, command in images.TERMINALS.items():
        kept = (ROOT / "docs" / "images" / f"{name}.svg").read_text(encoding="utf-8")
        assert f"$&#160;{command}".replace(" ", "&#160;").replace('"', "&quot;") in kept
