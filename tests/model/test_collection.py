import builtins

import pytest

from tieline.errors import MissingExtra
from tieline.model.collection import Collection


def test_like_a_tuple(facts):
    events = Collection(facts.events)
    assert (len(events), events[0], list(events[:2]), bool(events)) == (3, facts.events[0], list(facts.events[:2]), True)
    assert events == facts.events
    assert facts.events[1] in events
    assert "3 values" in repr(events)


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
    assert "Almara Accord signed" in table
    assert "9 March 2015" in table
    assert "<script" not in Collection(facts.documents[0].model_copy(update={"title": "<script>"}) for _ in "a")._repr_html_()
