import hashlib
import tomllib
from importlib import resources
from typing import Any

import pytest

VENDOR = resources.files("tieline.present") / "vendor"
PACKAGES: list[dict[str, Any]] = tomllib.loads((VENDOR / "manifest.toml").read_text(encoding="utf-8"))["package"]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package["name"])
def test_assets_are_the_bytes_that_the_manifest_names(package: dict[str, Any]) -> None:
    for file in package["file"]:
        assert hashlib.sha256((VENDOR / file["name"]).read_bytes()).hexdigest() == file["sha256"], file["name"]
    assert any("LICENSE" in file["name"] for file in package["file"])
    assert package["version"] in (VENDOR / f"{package['name']}.min.js").read_text(encoding="utf-8")[:600]


def test_no_asset_is_left_out_of_the_manifest() -> None:
    named = {file["name"] for package in PACKAGES for file in package["file"]}
    assert {file.name for file in VENDOR.iterdir()} == named | {"manifest.toml"}
