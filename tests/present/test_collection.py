import builtins
import subprocess
import sys

import pytest

from tieline.errors import MissingExtra
from tieline.present.collection import Collection


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
    assert "Pelmara Accord signed" in table
    assert "9 March 2015" in table
    assert "<script" not in Collection(facts.documents[0].model_copy(update={"title": "<script>"}) for _ in "a")._repr_html_()


def test_values_and_sequences_draw_themselves_without_anyone_above_them() -> None:
    code = "from tieline.model.edtf import time_value; import sys; time_value('2015')._repr_html_()"
    code += "; print([m for m in sys.modules if m.startswith(('tieline.present', 'tieline.kb', 'tieline.query'))])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
