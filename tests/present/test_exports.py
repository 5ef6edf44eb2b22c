import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest

from tieline.errors import TielineError
from tieline.model.facts import Facts
from tieline.present.export import FORMATS, export


def test_graphml_is_read_back(facts: Facts, tmp_path: Path) -> None:
    export(facts, "graphml", tmp_path / "f.graphml")
    graph = nx.read_graphml(tmp_path / "f.graphml")
    assert graph.nodes["event:visit"]["time"] == "2015-03-09"
    assert graph.nodes["event:visit"]["evidence"].endswith("visited Orsenda on Monday")
    assert {data["role"] for *_, data in graph.edges("actor:sol", data=True)} == {"guest", "president"}


def test_gexf_is_read_back_with_intervals(facts: Facts, tmp_path: Path) -> None:
    export(facts, "gexf", tmp_path / "f.gexf")
    graph = nx.read_gexf(tmp_path / "f.gexf")
    assert graph.nodes["event:force"]["start"] == "2016-01-01"
    assert graph.nodes["event:force"]["end"] == "2016-12-31"
    assert "start" not in graph.nodes["event:signed"]
    assert graph.number_of_edges() == nx.read_graphml(_graphml(facts, tmp_path)).number_of_edges()


def _graphml(facts: Facts, folder: Path) -> Path:
    return export(facts, "graphml", folder / "g.graphml")[0]


def test_jsonld_has_selectors_that_agree_with_the_text(facts: Facts, tmp_path: Path) -> None:
    (path,) = export(facts, "jsonld", tmp_path / "f.jsonld")
    graph = {node["@id"]: node for node in json.loads(path.read_text(encoding="utf-8"))["@graph"]}
    visit = graph["urn:tieline:event:visit"]
    assert visit["schema:startDate"] == "2015-03-09"
    text = facts.documents[0].text
    words, place = visit["prov:wasDerivedFrom"][0]["oa:hasSelector"]
    assert text[place["oa:start"] : place["oa:end"]] == words["oa:exact"]
    assert words["oa:prefix"] + words["oa:exact"] + words["oa:suffix"] in text
    assert "schema:endDate" not in graph["urn:tieline:event:force"]  # a year is not a day
    assert "edtf" not in graph["urn:tieline:event:signed"]


def test_json_is_the_contract_and_the_same_every_time(facts: Facts, tmp_path: Path) -> None:
    (one,) = export(facts, "json", tmp_path / "one.json")
    (two,) = export(facts.model_copy(update={"events": facts.events[::-1]}), "json", tmp_path / "two.json")
    assert one.read_bytes() == two.read_bytes()
    read = json.loads(one.read_text(encoding="utf-8"))
    assert [event["id"] for event in read["events"]] == ["event:visit", "event:force", "event:signed"]
    assert set(read) == {"tieline", "documents", "actors", "agreements", "events", "figures", "issues"}


def test_csv_is_a_table_a_kind(facts: Facts, tmp_path: Path) -> None:
    paths = export(facts, "csv", tmp_path / "csv")
    files = {path.name: list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")))) for path in paths}
    assert [row["time"] for row in files["events.csv"]] == ["2015-03-09", "2016", ""]
    assert files["events.csv"][0]["time_latest"] == "2015-03-09"
    assert files["participants.csv"][0] == {"event": "event:visit", "actor": "actor:sol", "name": "Ana Sol", "role": "guest"}
    assert {row["fact"] for row in files["evidence.csv"]} >= {"event:visit", "figure:worth"}


def test_csv_cells_are_no_formulas(facts: Facts, tmp_path: Path) -> None:
    actor = facts.actors[0].model_copy(update={"name": '=HYPERLINK("x")'})
    export(facts.model_copy(update={"actors": (actor,)}), "csv", tmp_path)
    assert "'=HYPERLINK" in (tmp_path / "actors.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("format", FORMATS)
def test_no_facts_are_exported_as_well(format: str, tmp_path: Path) -> None:
    assert all(path.exists() for path in export(Facts(), format, tmp_path / "empty"))


@pytest.mark.parametrize("format", FORMATS)
def test_odd_characters_do_not_break_a_format(facts: Facts, format: str, tmp_path: Path) -> None:
    actor = facts.actors[0].model_copy(update={"name": "\x00\x1b[31m<&>\"'\ud800\u202e]]>", "id": "actor:<&\"'\x01>"})
    for path in export(facts.model_copy(update={"actors": (actor, *facts.actors[1:])}), format, tmp_path / "odd"):
        assert path.read_bytes()
    if format == "graphml":
        nx.read_graphml(tmp_path / "odd")


def test_a_failed_write_leaves_what_was_there(facts: Facts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f.json"
    path.write_text("before")
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(TielineError, match="No space left"):
        export(facts, "json", path)
    assert [one.name for one in tmp_path.iterdir()] == ["f.json"]
    assert path.read_text() == "before"


def test_wrong_places_and_formats_are_one_line(facts: Facts, tmp_path: Path) -> None:
    with pytest.raises(TielineError, match="Did you mean graphml"):
        export(facts, "grapml", tmp_path / "x")
    with pytest.raises(TielineError, match="cannot be written"):
        export(facts, "json", tmp_path / "no" / "such" / "f.json")
    with pytest.raises(TielineError, match="is a folder"):
        export(facts, "json", tmp_path)
