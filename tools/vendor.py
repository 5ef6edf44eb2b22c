"""Bring the assets of the page into the source tree, as src/tieline/present/vendor/manifest.toml lists them.

    python tools/vendor.py                       fetch the versions that the manifest names and write their hashes into it
    python tools/vendor.py vis-network=10.1.6    the same with another version of one package
    python tools/vendor.py --check               fetch nothing; fail where a file does not match its hash

The packages come through the npm client, from whatever registry it is set up for.
"""

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path
from typing import Any

VENDOR = Path(__file__).resolve().parent.parent / "src" / "tieline" / "present" / "vendor"
MANIFEST = VENDOR / "manifest.toml"
HEAD = """# The assets of others that `tieline page` puts into its file: where each comes from, its licence and its hash.
# Written by tools/vendor.py; the tests check the hashes.
"""


def main(arguments: list[str]) -> int:
    """Fetch or check; gives the exit code."""
    packages: list[dict[str, Any]] = tomllib.loads(MANIFEST.read_text(encoding="utf-8"))["package"]
    if "--check" in arguments:
        wrong = [name for package in packages for name in mismatches(package)]
        print("\n".join(f"{name}: does not match its hash" for name in wrong) or "All assets match their hashes.")
        return 1 if wrong else 0
    wanted = dict(one.split("=", 1) for one in arguments)
    for package in packages:
        package["version"] = wanted.get(package["name"], package["version"])
        fetch(package)
    MANIFEST.write_text(HEAD + "".join(written(package) for package in packages), encoding="utf-8")
    return 0


def fetch(package: dict[str, Any]) -> None:
    """Copy the files of a package out of its archive and note their hashes."""
    with tempfile.TemporaryDirectory() as folder:
        name = f"{package['name']}@{package['version']}"
        subprocess.run(["npm", "pack", "--silent", name], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        archive = next(Path(folder).glob("*.tgz"))
        with tarfile.open(archive) as files:
            for file in package["file"]:
                member = files.extractfile(f"package/{file['source']}")
                if member is None:
                    raise SystemExit(f"{name}: holds no {file['source']}")
                content = member.read()
                (VENDOR / file["name"]).write_bytes(content)
                file["sha256"] = hashlib.sha256(content).hexdigest()
        print(f"{name}: {', '.join(file['name'] for file in package['file'])}")


def mismatches(package: dict[str, Any]) -> list[str]:
    """The files of a package that are missing or changed."""
    paths = ((file, VENDOR / file["name"]) for file in package["file"])
    return [file["name"] for file, path in paths if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != file["sha256"]]


def written(package: dict[str, Any]) -> str:
    """A package as its part of the manifest."""
    own = "".join(f'{key} = "{package[key]}"\n' for key in ("name", "version", "licence", "home", "use"))
    files = "".join(
        "\n[[package.file]]\n" + "".join(f'{key} = "{file[key]}"\n' for key in ("name", "source", "sha256")) for file in package["file"]
    )
    return f"\n[[package]]\n{own}{files}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
