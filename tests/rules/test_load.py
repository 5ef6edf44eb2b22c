"""Rule files as they are read: each id once, a user's own in the place of a shipped one."""

from pathlib import Path

import pytest

from tieline.errors import RuleError
from tieline.rules.load import Rulebook, shipped

RULE = """
[[rule]]
id = "{id}"
type = "visit"
does = ["drop by"]
examples = [{{ text = "The premier dropped by in May 2011.", means = "visit/-/occurred/2011-05" }}]
"""


def folder(tmp_path: Path, *ids: str) -> Path:
    (tmp_path / "en/events").mkdir(parents=True)
    (tmp_path / "en/events/own.toml").write_text("".join(RULE.format(id=one) for one in ids))
    return tmp_path


def test_an_id_stands_once(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"own.toml: rule 'visit.own' stands in own.toml already"):
        Rulebook(folder(tmp_path, "visit.own", "visit.own")).rules("en/events")


def test_a_rule_of_the_user_replaces_the_shipped_one(tmp_path: Path) -> None:
    known = shipped().rules("en/events")
    rules = Rulebook(folder(tmp_path, known[0].id, "visit.own")).rules("en/events")
    assert {rule.id for rule in rules} == {rule.id for rule in known} | {"visit.own"}
    assert next(rule for rule in rules if rule.id == known[0].id).file == "own.toml"
