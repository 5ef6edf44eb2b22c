"""Texts with the agreements that they name, marked with their kinds; whatever is not marked names none."""

import re
import tomllib
from pathlib import Path

import pytest

from tieline.extract.reading import read_mentions
from tieline.model.document import Document
from tieline.rules.load import shipped
from tieline.text.article import read_article

CASES = tomllib.loads((Path(__file__).parent / "agreements.toml").read_text(encoding="utf-8"))["case"]
MARK = re.compile(r"<(\w+)((?: \w+='[^']*')*)>(.*?)</\1>", re.DOTALL)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_agreements_of_a_text(case):
    means = [(m[3], m[1], dict(re.findall(r"(\w+)='([^']*)'", m[2]))) for m in MARK.finditer(case["text"])]
    text = MARK.sub(lambda m: m[3], case["text"])
    found = read_mentions(read_article(Document(id="a", text=text)), shipped()).agreements
    assert [(one.text, one.kind) for one in found] == [(words, kind) for words, kind, _ in means]
    for one, (_, _, wanted) in zip(found, means, strict=True):
        assert {key: str(getattr(one, key)) for key in wanted} == wanted
        assert text[one.span.start : one.span.end] == one.text
