"""`tieline cache`: where the built corpus is kept."""

from typing import Annotated

import typer

from tieline.cli.options import Json, Quiet, command
from tieline.cli.session import FOUND, print_json


def cache(
    action: Annotated[str, typer.Argument(metavar="[path|clear]", help="path: where it is and how big; clear: remove it.")] = "path",
    json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Show where built knowledge bases are kept, or clear that folder; it is made again when needed.

    The environment variable TIELINE_CACHE_DIR moves it.

    Example: tieline cache clear
    """
    from tieline.store.cache import cache_folder, cached_files, clear_cache

    if action not in ("path", "info", "clear"):
        raise typer.BadParameter(f"'{action}': right would be path or clear")
    folder = cache_folder()
    if action == "clear":
        removed = len(clear_cache())
        if json:
            print_json({"path": str(folder), "removed": removed})
        elif not quiet:
            print(f"{removed} file{'' if removed == 1 else 's'} removed from {folder}")
        return FOUND
    files = cached_files()
    size = sum(path.stat().st_size for path in files)
    if json:
        print_json({"path": str(folder), "files": len(files), "bytes": size})
    else:
        print(folder if quiet else f"{folder}  ({len(files)} file{'' if len(files) == 1 else 's'}, {size / 1e6:.1f} MB)")
    return FOUND


app = command(cache)
