import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest

from tieline.errors import TielineError
from tieline.model.facts import Facts
from tieline.present.export import export
from tieline.present.formats import FORMATS


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
    assert graph.nodes["event:force"]["when"] == "2016"
    assert [graph.nodes[one]["precision"] for one in ("event:force", "event:visit")] == ["period", "day"]
    assert graph.nodes["event:force"]["quotes"] == 1
    assert "lastmodifieddate" not in (tmp_path / "f.gexf").read_text(encoding="utf-8")
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
    torn = "" if format == "sqlite" else "\ud800"
    actor = facts.actors[0].model_copy(update={"name": f"\x00\x1b[31m<&>\"'{torn}\u202e]]>", "id": "actor:<&\"'\x01>"})
    for path in export(facts.model_copy(update={"actors": (actor, *facts.actors[1:])}), format, tmp_path / "odd"):
        assert path.read_bytes()
    if format == "graphml":
        nx.read_graphml(tmp_path / "odd")


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_facts_give_the_same_bytes(facts: Facts, format: str, tmp_path: Path) -> None:
    one, two = (export(facts, format, tmp_path / name) for name in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_a_folder_keeps_what_else_is_in_it(facts: Facts, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "events.csv").write_text("old", encoding="utf-8")
    written = export(facts, "csv", tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"mine.txt", *(path.name for path in written)}
    assert (tmp_path / "events.csv").read_text(encoding="utf-8").startswith("id,")


def test_a_folder_is_not_half_written(facts: Facts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "events.csv").write_text("old", encoding="utf-8")
    real = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name == "issues.csv":
            raise OSError(28, "No space left on device")
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(TielineError, match="No space left"):
        export(facts, "csv", tmp_path / "csv")
    assert [path.name for path in tmp_path.iterdir()] == ["csv"]
    assert [path.read_text(encoding="utf-8") for path in (tmp_path / "csv").iterdir()] == ["old"]


def test_an_empty_table_has_its_columns(tmp_path: Path) -> None:
    export(Facts(), "csv", tmp_path)
    assert (tmp_path / "participants.csv").read_text(encoding="utf-8") == "event,actor,name,role\n"


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
    with pytest.raises(TielineError, match="a folder"):
        export(facts, "json", tmp_path)
    with pytest.raises(TielineError, match="a folder"):
        export(facts, "sqlite", tmp_path)
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    for name in ("csv", "parquet", "timeml"):
        with pytest.raises(TielineError, match="is a file"):
            export(facts, name, tmp_path / "file")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
