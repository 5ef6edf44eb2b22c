"""`tieline rules check`: the examples of the shipped rules and of one's own."""

import json
import re
from pathlib import Path

from typer.testing import CliRunner, Result

from tieline.cli.app import app

HARVEST = 'pattern = "at {0}"\nvalue = "unit_away"\nunit = "year"\nshift = 0\n'
MINE = {
    "time": f"""
[[rule]]
id = "mine.harvest"
{HARVEST.format("harvest")}examples = [{{ text = "at harvest", published = 2015-07-17, means = "2015" }}]

[[rule]]
id = "mine.sowing"
{HARVEST.format("sowing")}examples = [{{ text = "at sowing", published = 2015-07-17, means = "2016" }}]
""",
    "events": """
[[rule]]
id = "mine.odd"
type = "visit"
patterns = ["never said"]
examples = [{ text = "Nothing here.", means = "visit/-/occurred/-" }]
""",
    "questions": """
[[rule]]
id = "act.mine"
types = ["visit"]
patterns = ["pop in"]
examples = [{ text = "When did he drop by?" }]

[[refusal]]
id = "refusal.mine"
says = "No"
patterns = ["sing"]
examples = ["Dance with me"]
rejects = ["Sing it"]
""",
    "evnts": '[[rule]]\nid = "mine.lost"\npattern = "never said"\n',
}
# words of which each stands in one of the complaints, and each complaint has one
WRONG = (
    "mine.toml: rule 'mine.sowing': ",
    "mine.toml: rule 'mine.odd': example 'Nothing here.': no event found; visit/-/occurred/- would be right",
    "mine.toml: rule 'act.mine': does not match \"When did he drop by?\"",
    'refusal.mine: does not match "Dance with me"',
    'refusal.mine: matches "Sing it"',
    "en/evnts: no folder that is read",
)


def check(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["rules", "check", *arguments])


def own(place: Path, **rules: str) -> str:
    """A folder of rules with one file for each folder given."""
    for folder, content in rules.items():
        (place / "en" / folder).mkdir(parents=True)
        (place / "en" / folder / "mine.toml").write_text(content, encoding="utf-8")
    return str(place)


def test_what_does_not_come_out_is_named_and_nothing_else(tmp_path: Path) -> None:
    result = check("--rules", own(tmp_path, **MINE))  # one check of all faults: each runs all examples, and takes its time
    assert result.exit_code == 1
    told = result.stdout.splitlines()
    assert told[len(WRONG)].endswith(f"{len(WRONG)} complaints"), result.stdout
    for words in WRONG:
        assert len([line for line in told[: len(WRONG)] if words in line]) == 1, result.stdout


def test_a_check_says_what_it_did_not_run() -> None:
    told = check()
    assert told.exit_code == 0
    numbers = [int(number) for number in re.findall(r"(\d+) rules(?: proved|\))", told.stdout)]
    assert numbers, told.stdout
    assert sum(numbers) == sum(json.loads(CliRunner().invoke(app, ["rules", "list", "--json"]).stdout).values())


def test_a_rule_that_lacks_something_is_the_first_to_be_named(tmp_path: Path) -> None:
    result = check("--rules", own(tmp_path, events=MINE["events"].replace('type = "visit"\npatterns = [', "pattern = [")))
    assert result.exit_code == 1
    assert result.stdout.startswith("mine.toml: rule 'mine.odd': type: an event type is needed")
