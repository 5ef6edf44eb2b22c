"""The five texts with other countries in them: states, adjectives and capitals that no table holds."""

import json
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import tieline

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
TABLE = tomllib.loads((HERE / "invented_pairs.toml").read_text(encoding="utf-8"))


def other_names(pair):
    """A function that puts the names of a pair in the place of those in a text."""
    peru, china = pair["peru"], pair["china"]
    table = [
        ("People’s Republic of China", f"Republic of {china['name']}"),
        ("People's Republic of China", f"Republic of {china['name']}"),
        ("Peruvian", peru["people"]), ("Peru", peru["name"]), ("Lima", peru["capital"]),
        ("Chinese", china["people"]), ("China", china["name"]), ("Beijing", china["capital"]),
    ]  # fmt: skip

    def put(text):
        for old, new in table:
            text = text.replace(old, new).replace(old.upper(), new.upper())
        return text

    return put


def built(put):
    return tieline.build(
        [tieline.Document.from_text(put(path.read_text(encoding="utf-8")), id=path.name[:3]) for path in SEEDS.glob("*.txt")]
    )


def told(kb, put):
    """What the events say, in comparable form."""
    return Counter(
        (
            one.type,
            one.stage,
            one.status,
            one.time and one.time.edtf,
            tuple(sorted(put(who.name) for who in one.participants)),
            put(one.place or ""),
        )
        for one in kb.events
        if one.type != "statement"
    )


@pytest.fixture(scope="module")
def plain():
    return built(str)


@pytest.fixture(scope="module", params=TABLE["pair"], ids=lambda pair: pair["id"])
def other(request):
    put = other_names(request.param)
    return built(put), put


def test_the_events_are_the_same(plain, other):
    kb, put = other
    assert told(kb, str) == told(plain, put)


def test_the_documents_are_dated_the_same(plain, other):
    assert [one.published.edtf for one in other[0].documents] == [one.published.edtf for one in plain.documents]


@pytest.mark.parametrize("question", TABLE["asked"]["questions"])
def test_the_answers_are_the_same(plain, other, question):
    kb, put = other
    wanted, found = plain.ask(question), kb.ask(put(question))
    assert (found.status, json.dumps(found.value)) == (wanted.status, put(json.dumps(wanted.value)))
