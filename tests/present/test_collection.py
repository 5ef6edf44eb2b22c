import builtins
import subprocess
import sys

import pytest

import tieline
from tieline.errors import MissingExtra
from tieline.present.collection import Collection


def test_like_a_tuple(facts):
    events = Collection(facts.events)
    assert (len(events), events[0], list(events[:2]), bool(events)) == (3, facts.events[0], list(facts.events[:2]), True)
    assert events == facts.events
    assert facts.events[1] in events
    assert repr(events).splitlines()[0] == "<3 events>"
    assert repr(events).splitlines()[3] == "  9 March 2015: Ana Sol visits Orsenda (visit, occurred, 1 quote)"
    assert repr(Collection((), "Event")) == "<no events>"


def test_records_and_frame(facts):
    events = Collection(facts.events)
    assert [one["id"] for one in events.to_records()] == [one.id for one in facts.events]
    assert list(events.to_frame()["id"]) == [one.id for one in facts.events]
    assert Collection(()).to_frame().empty


def test_pandas_missing(facts, monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name == "pandas":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match="frames"):
        Collection(facts.events).to_frame()


def test_a_table_in_a_notebook(facts):
    table = Collection(facts.events)._repr_html_()
    assert "Pelmara Accord signed" in table
    assert "9 March 2015" in table
    assert "<script" not in Collection(facts.documents[0].model_copy(update={"title": "<script>"}) for _ in "a")._repr_html_()


def test_values_and_sequences_draw_themselves_without_anyone_above_them() -> None:
    code = "from tieline.model.edtf import time_value; import sys; time_value('2015')._repr_html_()"
    code += "; print([m for m in sys.modules if m.startswith(('tieline.present', 'tieline.kb', 'tieline.query'))])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


TYPES = {
    "events": {"id": "string", "time": "string", "time_earliest": "datetime64[s]", "type": "category", "status": "category"},
    "figures": {"value": "Float64", "rank": "Int64", "period_latest": "datetime64[s]", "unit": "category", "text": "string"},
    "documents": {"published": "string", "published_earliest": "datetime64[s]", "published_basis": "category"},
    "actors": {"name": "string", "kind": "category", "aliases": "object"},
    "agreements": {"name": "string", "parties": "object", "stages": "object"},
    "issues": {"kind": "category", "message": "string"},
}


@pytest.mark.parametrize("kind", TYPES)
def test_frames_have_types_with_and_without_rows(kind):
    kb = tieline.load()
    values = getattr(kb, kind)
    full, empty = values.to_frame(), values[:0].to_frame()
    assert len(full) == len(values)
    assert list(empty.columns) == list(full.columns)
    for one in (full, empty):
        assert TYPES[kind].items() <= {name: str(kind) for name, kind in one.dtypes.items()}.items()
    lists = {name for name, kind in full.dtypes.items() if str(kind) == "object"}
    assert all(isinstance(cell, list) and all(isinstance(part, str) for part in cell) for name in lists for cell in full[name])


def test_a_frame_of_events_answers_questions():
    frame = tieline.load().events.to_frame()
    dated = frame.dropna(subset="time_earliest")
    assert set(dated.explode("participants")["participants"]) >= {"China", "Peru"}
    year = frame[frame.time_grain == "year"].iloc[0]
    assert (str(year.time_earliest.date())[5:], str(year.time_latest.date())[5:]) == ("01-01", "12-31")
    assert frame.groupby("type", observed=True).size()["visit"] >= 4


def test_what_a_search_finds_is_a_frame_too():
    frame = tieline.load().find("Chancay").to_frame()
    assert set(frame["sort"]) >= {"event"}
    assert tieline.load().find("Drenara").to_frame().columns.tolist() == frame.columns.tolist()


def test_every_table_is_a_frame_joined_by_id():
    tables = tieline.load().tables()
    assert set(tables["evidence"]["fact"]) >= set(tables["events"]["id"])
    assert set(tables["participants"]["event"]) <= set(tables["events"]["id"])
    assert str(tables["evidence"]["start"].dtype) == "Int64"
