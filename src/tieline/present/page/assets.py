"""The page's own scripts and styles, and those of others, as the texts that go into the file."""

import base64
import hashlib
import re
from functools import cache
from importlib import resources

# in the order in which they stand in the page: a file only uses what stands above it, or what has started by then
SCRIPTS = (
    "dom", "data", "state", "filters", "history", "facets", "asof", "list", "timeline", "lanes", "charts", "network",
    "articles", "marked", "evidence", "spelling", "search", "theme", "print", "main",
)  # fmt: skip
STYLES = ("tokens", "layout", "controls", "timeline", "list", "lanes", "charts", "panel", "print")
LIBRARIES = ("vis-timeline", "vis-network", "uplot")
_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./(\w+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_NOTICE = re.compile(r'console\.warn\(\["This build has been deprecated\.".*?\.join\("\\n"\)\);')
_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


@cache
def script() -> str:
    """The page's own script: its modules one after the other, each in a scope of its own that gives what it exports."""
    return '(() => {\n"use strict";\nconst modules = {};\n' + "\n".join(map(_module, SCRIPTS)) + "})();\n"


@cache
def libraries() -> tuple[str, ...]:
    """The scripts of others as they were published, but for two lines that no reader of the page has any use for.

    They are the links to maps, which a browser would ask for, and vis-timeline's word to the console on this build: it is the one
    that adds no style elements of its own, which the policy would refuse.
    """
    return tuple(_NOTICE.sub("", _MAP.sub("", _vendored(f"{name}.min.js"))) for name in LIBRARIES)


@cache
def style() -> str:
    """All rules of style of the page."""
    vendored = (_vendored(f"{name}.min.css") for name in ("vis-timeline", "uplot"))
    return "\n".join([*vendored, *(_own(f"css/{name}.css") for name in STYLES)])


@cache
def plain_style() -> str:
    """The style of the page without scripts."""
    return _own("css/plain.css")


@cache
def shell() -> str:
    """The page's body before any script has run."""
    return _own("shell.html")


def digest(text: str) -> str:
    """The hash by which a Content-Security-Policy knows an inline script or style."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def _module(name: str) -> str:
    text = _own(f"js/{name}.js")
    given = ", ".join(_EXPORT.findall(text))
    body = _EXPORT.sub("", _IMPORT.sub(r"const \1 = modules.\2;", text))
    return f"modules.{name} = (() => {{\n{body}\nreturn {{ {given} }};\n}})();"


def _own(name: str) -> str:
    return (resources.files("tieline.present.page") / name).read_text(encoding="utf-8")


def _vendored(name: str) -> str:
    return (resources.files("tieline.present") / "vendor" / name).read_text(encoding="utf-8")
