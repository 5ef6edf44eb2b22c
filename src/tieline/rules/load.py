"""Rule files: read, check their form, and give their entries a folder at a time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from tieline.errors import RuleError
from tieline.kept import PACKAGE, once, program_key
from tieline.light import dataclass


@dataclass(frozen=True)
class Rule:
    """One `[[rule]]` of a rule file: its id, where it stands, its fields, and the sentences that prove it."""

    id: str
    folder: str
    file: str
    fields: Mapping[str, Any]
    examples: tuple[Mapping[str, Any], ...] = ()
    rejects: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Rulebook:
    """The rules and tables that Tieline ships, with a user's own (a folder laid out like `tieline/data`) added to them.

    Rules of the same id replace the shipped ones. Folders are read when first asked for.
    """

    extra: Path | None = None
    _folders: dict[str, tuple[Rule, ...]] = field(default_factory=dict)

    def __getstate__(self) -> dict[str, Any]:
        """A rulebook travels without what it has read."""
        return {"extra": self.extra, "_folders": {}}

    def rules(self, folder: str) -> tuple[Rule, ...]:
        """All rules of a folder such as `en/time`, sorted by id."""
        if folder not in self._folders:
            found = _rules(_shipped_tables(folder), folder)
            found |= _rules(_tables(self.extra / folder), folder) if self.extra is not None else {}
            self._folders[folder] = tuple(found[key] for key in sorted(found))
        return self._folders[folder]

    def tables(self, folder: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every TOML file of a folder, parsed, as (file name, content), the shipped ones first, each group by name."""
        yield from _shipped_tables(folder)
        if self.extra is not None:
            yield from _tables(self.extra / folder)

    @cached_property
    def folders(self) -> tuple[str, ...]:
        """The folders that hold rules, shipped or added."""
        found: set[str] = set()
        for root in (PACKAGE / "data", self.extra):
            if root is not None:
                found.update(path.parent.relative_to(root).as_posix() for path in root.rglob("*.toml"))
        return tuple(sorted(found))


@cache
def shipped() -> Rulebook:
    """The rules that come with Tieline."""
    return Rulebook()


@cache
def _shipped_tables(folder: str) -> tuple[tuple[str, dict[str, Any]], ...]:
    """The tables of a shipped folder; parsed once and kept, since reading TOML takes longer than answering a question."""
    name = f"rules-{folder.strip('.').replace('/', '-') or 'data'}-"
    return once(f"{name}{program_key()}", lambda: tuple(_tables(PACKAGE / "data" / folder)), instead_of=f"{name}*")


def _tables(place: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for file in _files(place):
        yield file.name, _parse(file.name, file.read_text(encoding="utf-8"))


def _files(place: Path) -> list[Path]:
    return sorted(place.glob("*.toml")) if place.is_dir() else []


def _parse(name: str, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{name}: no valid TOML: {error}") from error


def _rules(tables: Iterable[tuple[str, dict[str, Any]]], folder: str) -> dict[str, Rule]:
    """The rules of some files by their ids, each of which may stand once."""
    found: dict[str, Rule] = {}
    for file, table in tables:
        for entry in table.get("rule", ()):
            rule = _rule(entry, folder, file)
            if rule.id in found:
                raise RuleError(f"{file}: rule '{rule.id}' stands in {found[rule.id].file} already; give it an id of its own")
            found[rule.id] = rule
    return found


def _rule(entry: dict[str, Any], folder: str, file: str) -> Rule:
    name = entry.get("id")
    if not isinstance(name, str) or not name:
        raise RuleError(f'{file}: a rule has no id; write id = "area.what.it_reads"')
    examples = entry.get("examples", [])
    if not examples:
        raise RuleError(f"{file}: rule '{name}': examples: at least one is needed")
    fields = {key: value for key, value in entry.items() if key not in ("id", "examples", "rejects")}
    return Rule(name, folder, file, fields, tuple(examples), tuple(entry.get("rejects", ())))
