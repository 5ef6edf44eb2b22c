"""Each export read back by a tool of its kind: what a text does not say is not in it, and hostile words stay words."""

import csv
import datetime as dt
import json
import re
import sqlite3
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import tieline
from tieline.model.edtf import time_value
from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.model.words import in_words
from tieline.present.calendar import calendar
from tieline.present.chronology import chronology
from tieline.present.export import export
from tieline.present.timelinejs import timelinejs

# EDTF -> what a calendar holds (first day, day after the last), and what TimelineJS holds (start, end)
TIMES: dict[str, tuple[tuple[str, str] | None, tuple[str, str | None] | None]] = {
    "2008-11-19": (("2008-11-19", "2008-11-20"), ("2008-11-19", None)),
    "2008-11-19T10:30": (("2008-11-19", "2008-11-20"), ("2008-11-19", None)),
    "2008-12-30/2009-01-02": (("2008-12-30", "2009-01-03"), ("2008-12-30", "2009-1-2")),
    "2008-11-19~": (None, ("2008-11-19", None)),
    "2008-11": (None, ("2008-11", None)),
    "2008-11-XX": (None, ("2008-11", None)),
    "2008": (None, ("2008", None)),
    "200X": (None, ("2000", "2009")),
    "2008-33": (None, ("2008-1", "2008-3")),
    "2008-24": (None, ("2008-12", "2009-2")),
    "2014/2024": (None, ("2014", "2024")),
    "2008-11-22/..": (None, ("2008-11-22", None)),
    "[..2016]": (None, ("2016", None)),
    "[2016-08-26..2016-12-31]": (None, ("2016-8-26", "2016-12-31")),
    "[2008-11-19,2008-11-21]": (None, ("2008-11-19", "2008-11-21")),
    "-0479": (None, ("-479", None)),
    "XXXX-03": (None, None),
}


def event(edtf: str | None, **fields: Any) -> Event:
    own = {"id": f"event:{edtf}", "type": "visit", "title": f"A visit in {edtf}", "time": time_value(edtf) if edtf else None}
    return Event(**(own | fields))


@pytest.fixture(scope="module")
def kb() -> tieline.KnowledgeBase:
    return tieline.load()


def entries(text: str) -> list[Any]:
    ical = pytest.importorskip("icalendar", reason="icalendar is not installed (extra: test)")
    return list(ical.Calendar.from_ical(text).walk("VEVENT"))


@pytest.mark.parametrize("edtf", TIMES)
def test_a_calendar_holds_known_days_alone(edtf: str) -> None:
    made = calendar(Facts(events=(event(edtf),)))
    days = [(str(one["DTSTART"].dt), str(one["DTEND"].dt)) for one in entries(made.text)]
    assert days == ([TIMES[edtf][0]] if TIMES[edtf][0] else [])
    assert bool(made.notes) == (not days)


def test_a_calendar_tells_plans_from_what_was_called_off() -> None:
    given = {"occurred": "CONFIRMED", "planned": "TENTATIVE", "expected": "TENTATIVE", "cancelled": "CANCELLED", "denied": None}
    events = tuple(event("2008-11-19", id=f"event:{status}", status=status) for status in given)
    made = calendar(Facts(events=events))
    told = {str(one["UID"]): str(one["STATUS"]) for one in entries(made.text)}
    assert told == {f"event:{status}@tieline": name for status, name in given.items() if name}
    assert made.notes == ("1 of 5 events are left out: 1 denied.",)


def test_a_calendar_of_the_bundled_texts(kb: tieline.KnowledgeBase, tmp_path: Path) -> None:
    written = kb.export("ics", tmp_path / "events.ics")
    text = written[0].read_bytes().decode("utf-8")
    assert all(len(line.encode("utf-8")) <= 75 for line in text.split("\r\n"))
    assert text.count("\n") == text.count("\r\n")
    found = entries(text)
    assert len(found) > 5
    assert f"{len(kb.events) - len(found)} of {len(kb.events)} events are left out" in written.notes[0]
    known = {event.title for event in kb.events if event.time and event.time.earliest}
    assert {str(one["SUMMARY"]) for one in found} <= known
    assert {str(one["DTSTAMP"].dt) for one in found} == {"2024-11-15 00:00:00+00:00"}  # the newest text, not the clock


def test_a_calendar_of_hostile_words(hostile: Facts) -> None:
    found = entries(calendar(hostile).text)
    assert len(found) == 1
    assert str(found[0]["STATUS"]) == "CONFIRMED"
    assert "END:VEVENT BEGIN:VEVENT SUMMARY:faked;a,b\\n" in str(found[0]["SUMMARY"])


@pytest.mark.parametrize("edtf", TIMES)
def test_timelinejs_never_makes_up_a_day(edtf: str) -> None:
    slides = json.loads(timelinejs(Facts(events=(event(edtf),))).text)["events"]
    dates = [tuple("-".join(map(str, one[end].values())) if end in one else None for end in ("start_date", "end_date")) for one in slides]
    assert dates == ([TIMES[edtf][1]] if TIMES[edtf][1] else [])
    assert all(one["display_date"] == in_words(edtf) for one in slides)


def test_timelinejs_of_hostile_words(hostile: Facts) -> None:
    shown = timelinejs(hostile).text
    assert "<script" not in shown
    assert "<b " not in shown
    assert set(re.findall(r"<(\w+)", shown)) == {"p", "small"}


def test_a_chronology_is_markdown_with_its_footnotes(kb: tieline.KnowledgeBase, tmp_path: Path) -> None:
    plugin = pytest.importorskip("mdit_py_plugins.footnote", reason="mdit-py-plugins is not installed (extra: test)")
    from markdown_it import MarkdownIt

    (path,) = kb.export("markdown", tmp_path / "c.md")
    page = MarkdownIt().use(plugin.footnote_plugin).render(path.read_text(encoding="utf-8"))
    assert page.count("<h2>") >= 5
    assert page.count('class="footnote-item"') == len({cited for one in kb.events for cited in one.evidence})
    assert "<strong>19 November 2008</strong>: China and Peru concluded" in page
    assert page.count("<li>") == len(kb.events)


def test_a_chronology_of_hostile_words(hostile: Facts, evil: str) -> None:
    plugin = pytest.importorskip("mdit_py_plugins.footnote", reason="mdit-py-plugins is not installed (extra: test)")
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").use(plugin.footnote_plugin).parse(chronology(hostile))
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= {
        "text",
        "strong_open",
        "strong_close",
        "em_open",
        "em_close",
        "footnote_ref",
        "footnote_anchor",
    }
    shown = "".join(child.content for child in inline)
    assert " ".join(evil.split()[:4]) in shown
    assert "`code` *bold* _low_ | # 1. END:VEVENT" in shown


def test_linked_data_is_read_by_rdflib(kb: tieline.KnowledgeBase, tmp_path: Path) -> None:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed (extra: test)")
    (path,) = kb.export("jsonld", tmp_path / "f.jsonld")
    graph = rdflib.Graph().parse(path, format="json-ld")
    texts = {document.id: document.text for document in kb.documents}
    oa, prov, schema = (
        rdflib.Namespace(name) for name in ("http://www.w3.org/ns/oa#", "http://www.w3.org/ns/prov#", "https://schema.org/")
    )
    cited = [(one, quote) for one in graph.subjects(rdflib.RDF.type, schema.Event) for quote in graph.objects(one, prov.wasDerivedFrom)]
    assert len(cited) == len({(one.id, citation) for one in kb.events for citation in one.evidence})
    for one, quote in cited:
        made = graph.value(graph.value(one, prov.wasGeneratedBy), prov.wasAssociatedWith)
        assert (made, rdflib.RDF.type, prov.SoftwareAgent) in graph
        selectors = {graph.value(found, rdflib.RDF.type): found for found in graph.objects(quote, oa.hasSelector)}
        words, place = selectors[oa.TextQuoteSelector], selectors[oa.TextPositionSelector]
        start, end = (graph.value(place, name).value for name in (oa.start, oa.end))
        exact, before, after = (str(graph.value(words, name)) for name in (oa.exact, oa.prefix, oa.suffix))
        text = texts[str(graph.value(quote, oa.hasSource)).removeprefix("urn:tieline:document:")]
        assert text[start:end] == exact
        assert text.startswith(before + exact + after, start - len(before))


def test_linked_data_has_no_made_up_day_and_no_denied_event() -> None:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed (extra: test)")
    from tieline.present.jsonld import jsonld

    events = (
        event("2008"),
        event("2008-11"),
        event("[2008-01-05..2008-02-03]"),
        event("2008-11-22/2008-11-23"),
        event("2009-01-01", status="denied"),
    )
    graph = rdflib.Graph().parse(data=jsonld(Facts(events=events)), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    assert sorted(map(str, graph.objects(None, schema.startDate))) == ["2008", "2008-11", "2008-11-22", "2009-01-01"]
    assert len(list(graph.subjects(rdflib.RDF.type, schema.Event))) == 4


def test_linked_data_of_hostile_words(hostile: Facts, evil: str) -> None:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed (extra: test)")
    from tieline.present.jsonld import jsonld

    graph = rdflib.Graph().parse(data=json.dumps(json.loads(jsonld(hostile))).replace("\\ud800", "?"), format="json-ld")
    assert evil.replace("\ud800", "?") in set(map(str, graph.objects(None, rdflib.URIRef("https://schema.org/name"))))


def test_parquet_has_types(kb: tieline.KnowledgeBase, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed (extra: parquet)")
    paths = {path.stem: path for path in kb.export("parquet", tmp_path / "tables")}
    events = pq.read_table(paths["events"]).to_pylist()
    assert [one["id"] for one in events] == [one.id for one in kb.timeline()]
    assert [one["time_earliest"] for one in events] == [one.time.earliest if one.time else None for one in kb.timeline()]
    assert str(pq.read_schema(paths["events"]).field("reasons").type) == "list<element: string>"
    assert [one["value"] for one in pq.read_table(paths["figures"]).to_pylist()] == [one.value for one in kb.figures]
    cited = pq.read_table(paths["evidence"]).to_pylist()
    texts = {document.id: document.text for document in kb.documents}
    assert all(texts[one["document"]][one["start"] : one["end"]] == one["quote"] for one in cited)


def test_csv_and_parquet_are_the_same_tables(kb: tieline.KnowledgeBase, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed (extra: parquet)")
    for text, typed in zip(kb.export("csv", tmp_path / "csv"), kb.export("parquet", tmp_path / "parquet"), strict=True):
        with text.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        table = pq.read_table(typed)
        assert rows[0] == table.column_names
        assert len(rows) - 1 == table.num_rows
        assert all(len(row) == len(rows[0]) for row in rows)


def test_no_cell_of_a_table_is_a_formula(hostile: Facts, tmp_path: Path) -> None:
    for path in export(hostile, "csv", tmp_path):
        with path.open(encoding="utf-8", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not [cell for cell in cells if re.match(r"[=+@\t\r\n＝＋－＠-]", cell) and not re.fullmatch(r"-?[\d.]+", cell)]


def test_graphs_are_read_back(kb: tieline.KnowledgeBase, tmp_path: Path) -> None:
    graphs = [
        nx.read_graphml(kb.export("graphml", tmp_path / "f.graphml")[0], force_multigraph=True),
        nx.read_gexf(kb.export("gexf", tmp_path / "f.gexf")[0]),
    ]
    for graph in graphs:
        assert set(graph.nodes) == set(kb.graph.nodes)
        assert graph.number_of_edges() == kb.graph.number_of_edges()
        values = [value for _, data in graph.nodes(data=True) for value in data.values()]
        values += [value for *_, data in graph.edges(data=True) for value in data.values()]
        assert {type(value) for value in values} <= {str, int}
    times = {one.id: one.time for one in kb.events if one.time}
    spells = {node: (data.get("start"), data.get("end")) for node, data in graphs[1].nodes(data=True) if "start" in data or "end" in data}
    assert spells == {one: (str(time.earliest), str(time.latest)) for one, time in times.items()}


def test_gexf_says_that_it_changes_over_time(kb: tieline.KnowledgeBase, tmp_path: Path) -> None:
    root = ET.parse(kb.export("gexf", tmp_path / "f.gexf")[0]).getroot()
    graph = root.find("{http://www.gexf.net/1.2draft}graph")
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    days = [one.get(end) for one in graph.iter() if one.tag.endswith(("}node", "}edge")) for end in ("start", "end") if one.get(end)]
    assert len(days) > 40
    assert all(dt.date.fromisoformat(str(day)) for day in days)


def test_graphs_of_hostile_words(hostile: Facts, tmp_path: Path) -> None:
    for name, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        graph = read(export(hostile, name, tmp_path / name)[0])
        assert "<script>alert(1)</script>" in graph.nodes["event:visit"]["label"]


def test_timeml_is_the_text_with_tags(kb: tieline.KnowledgeBase, tmp_path: Path) -> None:
    paths = kb.export("timeml", tmp_path / "timeml")
    assert [path.stem for path in paths] == [document.id for document in kb.documents]
    for path, document in zip(paths, kb.documents, strict=True):
        root = ET.parse(path).getroot()
        body = root.find("TEXT")
        assert body is not None
        assert "".join(body.itertext()).split() == document.text.replace("\ufeff", "").split()
        assert len(body.findall(".//TIMEX3")) > 0
        created = root.find("DCT/TIMEX3")
        assert created is not None
        assert str(document.published and document.published.latest).startswith(str(created.get("value")))


def test_timeml_of_hostile_words_and_names(hostile: Facts, tmp_path: Path) -> None:
    names = ("../../up", "a/b", "CON?:*", "text", "TEXT", "ö", "", ".")
    documents = tuple(hostile.documents[0].model_copy(update={"id": name}) for name in names)
    paths = export(hostile.model_copy(update={"documents": documents}), "timeml", tmp_path / "timeml")
    assert len({path.name.lower() for path in paths}) == len(names)
    assert all(path.parent == tmp_path / "timeml" and ET.parse(path).getroot().tag == "TimeML" for path in paths)


def test_sqlite_has_views_for_people(kb: tieline.KnowledgeBase, tmp_path: Path) -> None:
    (path,) = kb.export("sqlite", tmp_path / "kb.db")
    base = sqlite3.connect(path)
    when, what, who, latest = base.execute('SELECT "when", what, who, latest FROM timeline LIMIT 1').fetchone()
    assert (when, what, who, latest) == ("1971", "China and Peru established diplomatic ties", "China; Peru", "1971-12-31")
    count = lambda view: base.execute(f"SELECT count(*) FROM {view}").fetchone()[0]  # noqa: E731
    assert count("timeline") == len(kb.events)
    assert count("who_did_what") == sum(len(one.participants) for one in kb.events)
    assert count("lifecycles") == sum(len(one.stages) for one in kb.agreements)
    assert count("figure_series") == len(kb.figures)
    assert count("sources") == len(kb.documents)
    texts = {one.id: one.text for one in kb.documents}
    cited = base.execute('SELECT document, "start", "end", quote, fact FROM quotes').fetchall()
    assert len(cited) == count("evidence")
    assert all(texts[document][start:end] == quote and fact for document, start, end, quote, fact in cited)
    stages = base.execute("SELECT stage, \"when\" FROM lifecycles WHERE agreement = 'China-Peru Free Trade Agreement'").fetchall()
    assert ("in_force", "2010") in stages
    base.close()
    assert tieline.load(path).events == kb.events
    assert tieline.load(path).as_of("2009").events  # it is a whole knowledge base


def test_sqlite_of_what_was_known_then(kb: tieline.KnowledgeBase, tmp_path: Path) -> None:
    (path,) = kb.as_of("2009").export("sqlite", tmp_path / "kb.db")
    assert len(tieline.load(path).documents) == 1
    assert kb.path is None or kb.path != path
