"""The country of office holders whose title is told without one."""

import tomllib
from pathlib import Path

import pytest

from tieline.extract.reading import read_mentions
from tieline.model.document import Document
from tieline.resolve.actors.actors import resolve_actors
from tieline.rules.load import shipped
from tieline.text.article import read_article

CASES = tomllib.loads((Path(__file__).parent / "homes.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_office_holders_are_of_the_country_that_the_text_fixes(case):
    reading = read_mentions(read_article(Document(id="d", text=case["text"])), shipped())
    table = resolve_actors([reading], shipped())
    homes = {one.name: one.country or "" for one in table.actors if one.kind == "person"}
    assert {name: homes.get(name) for name in case["country"]} == case["country"]
