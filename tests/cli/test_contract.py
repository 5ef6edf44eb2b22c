"""What CONTRACT promises of values, kinds and options, held against what comes out."""

import datetime as dt
import json
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest
from typer.testing import CliRunner

import tieline
from tieline.cli.app import app
from tieline.errors import TielineError
from tieline.model.event import Event
from tieline.model.vocabulary import STATUSES

FIELDS = {
    "documents": {"id", "title", "publisher", "place", "published", "published_basis", "text", "times"},
    "actors": {"id", "name", "kind", "aliases", "roles", "evidence"},
    "agreements": {"id", "name", "kind", "parties", "stages", "evidence"},
    "events": {
        "id", "type", "stage", "title", "time", "status", "participants", "place", "agreement", "asserted_by", "plover",
        "published", "evidence",
    },
    "figures": {
        "id", "measure", "value", "unit", "qualifier", "rank", "period", "status", "subject", "object", "asserted_by", "evidence",
    },
    "issues": {"kind", "message", "evidence"},
}  # fmt: skip
TIME = {"edtf", "earliest", "latest", "grain", "basis", "derivation"}
MENTION = {"start", "end", "text", "time", "timex3", "parts"}
GRAINS = {"minute", "hour", "day", "week", "month", "quarter", "season", "half", "year", "decade", "century", "interval"}
BASES = {"explicit", "relative", "derived", "inferred"}
KINDS = {
    "date", "duration", "number", "count", "rank", "actor", "place", "agreement", "yesno", "order", "list", "series", "status", "statement",
    "document",
}  # fmt: skip
QUESTIONS = {
    "when did the FTA take effect": "date",
    "Did Hu Jintao visit Peru in 2008?": "yesno",
    "How many times did Xi Jinping visit Peru?": "count",
    "Who visited Peru in 2008?": "actor",
    "How much was bilateral trade in 2015?": "number",
    "List the visits": "list",
    "What is the airspeed of an unladen swallow?": None,
}
COMMON = ("--json", "--quiet", "--help")
COMMANDS = ("ask", "timeline", "actors", "agreements", "figures", "documents", "issues", "show", "explain", "export", "page", "dates")


@pytest.fixture(scope="module")
def kb() -> tieline.KnowledgeBase:
    return tieline.load()


def parts(value: Any, keys: set[str]) -> list[dict[str, Any]]:
    """Every dictionary inside a JSON value that has these keys."""
    if isinstance(value, list):
        return [found for one in value for found in parts(one, keys)]
    if isinstance(value, dict):
        own = [value] if keys <= value.keys() else []
        return own + [found for one in value.values() for found in parts(one, keys)]
    return []


@pytest.mark.parametrize("kind", FIELDS)
def test_fields_of_values(kb: tieline.KnowledgeBase, kind: str) -> None:
    records = getattr(kb, kind).to_records()
    assert records
    assert all(FIELDS[kind] <= record.keys() for record in records)
    assert json.loads(json.dumps(records)) == records


def test_times_are_iso_days_with_grain_and_basis(kb: tieline.KnowledgeBase) -> None:
    times = parts([kb.events.to_records(), kb.documents.to_records(), kb.figures.to_records()], TIME)
    assert len(times) > 50
    for time in times:
        assert time["grain"] in GRAINS
        assert time["basis"] in BASES
        days = [dt.date.fromisoformat(time[key]) for key in ("earliest", "latest") if time[key]]
        assert days == sorted(days)


def test_citations_are_exact(kb: tieline.KnowledgeBase) -> None:
    texts = {document.id: document.text for document in kb.documents}
    answers = [kb.ask(question).model_dump(mode="json") for question in QUESTIONS]
    cited = parts([getattr(kb, kind).to_records() for kind in FIELDS] + answers, {"document", "start", "end", "quote"})
    assert len(cited) > 100
    assert all(texts[one["document"]][one["start"] : one["end"]] == one["quote"] for one in cited)


def test_time_mentions_stand_in_their_text(kb: tieline.KnowledgeBase) -> None:
    for document in kb.documents:
        record = document.model_dump(mode="json")
        assert all(mention.keys() >= MENTION and "type" in mention["timex3"] for mention in record["times"])
        assert all(document.text[one.start : one.end] == one.text for one in document.times)


def test_closed_lists_of_events(kb: tieline.KnowledgeBase) -> None:
    assert set(STATUSES) == {"occurred", "ongoing", "planned", "expected", "hypothetical", "cancelled", "denied"}
    types = (
        "visit meeting summit negotiation agreement partnership diplomatic_ties project trade_deal investment aid statement dispute other"
    )
    assert list(get_args(Event.model_fields["type"].annotation)) == types.split()
    assert all({"actor", "name", "role"} <= one.keys() for event in kb.events.to_records() for one in event["participants"])
    assert all({"event", "mode", "context"} <= event["plover"].keys() for event in kb.events.to_records() if event["plover"])


def test_stages_stand_in_order_of_time(kb: tieline.KnowledgeBase) -> None:
    for agreement in kb.agreements:
        days = [str(stage.time.earliest or stage.time.latest) for stage in agreement.stages if stage.time]
        assert all(first <= last for first, last in pairwise(days))


@pytest.mark.parametrize("question", QUESTIONS)
def test_answers(kb: tieline.KnowledgeBase, question: str) -> None:
    answer = kb.ask(question)
    assert answer.kind in KINDS
    assert QUESTIONS[question] in (answer.kind, None)
    assert len(answer.answer) <= 300
    assert (answer.status == "unanswered") or answer.citations
    assert all({"text", "time", "citations"} <= item.keys() for item in answer.model_dump(mode="json")["items"])
    if answer.kind == "yesno" and answer.status == "answered":
        assert answer.answer.split(None, 1)[0].strip(".,") in ("Yes", "No")
    assert answer.reasons[0].startswith("the question asks for ")
    assert len(set(answer.reasons)) == len(answer.reasons)


def test_values_are_frozen(kb: tieline.KnowledgeBase) -> None:
    for value in (kb.ask("when did the FTA take effect"), kb.events[0], kb.documents[0], kb.actors[0]):
        with pytest.raises(ValueError, match="frozen"):
            value.id = "other"


def test_python_names() -> None:
    article = tieline.Document.from_text(
        "The two sides met on Tuesday.", id="a1", published="2008-11-21", title="T", publisher="P", url="http://example.org/1"
    )
    assert (article.id, article.title, article.publisher, article.published_basis) == ("a1", "T", "P", "given")
    kb = tieline.build([article])
    assert [one.id for one in kb.documents] == ["a1"]
    assert kb.documents[0].url == "http://example.org/1"
    kb.add([tieline.Document.from_text("Orsenda and Pelmara signed a pact on 3 May 2011.", id="a2")])
    kb.remove("a1")
    assert [one.id for one in kb.documents] == ["a2"]
    with pytest.raises(TielineError):
        kb.remove("a1")
    with pytest.raises(TielineError):
        kb.save()
    found = tieline.find_times("They met last Friday.", published="2008-11-21")
    assert [one.time.edtf for one in found if one.time] == ["2008-11-14"]


def test_what_kb_gives(kb: tieline.KnowledgeBase) -> None:
    assert kb.find("Chancay")
    assert not kb.find("Drenara")
    assert kb.explain(kb.ask("when did the FTA take effect"))
    assert kb.explain(kb.events[0])
    assert kb.graph is kb.graph
    assert kb.graph.is_multigraph()
    visits = kb.timeline(start="2008", end="2016", actor="Peru", type="visit", agreement=None, status=None, as_of=None)
    assert visits
    assert all(event.type == "visit" for event in visits)
    assert kb.timeline(start=2008, end=dt.date(2016, 12, 31), actor="Peru", type="visit") == visits  # type: ignore[arg-type]
    early = kb.ask("how far were the FTA talks?", as_of="2009-06")
    assert early.as_of == "2009-06"
    known = {document.id for document in kb.documents if document.published and str(document.published.latest) <= "2009-06-30"}
    assert {citation.document for citation in early.citations} <= known


@pytest.mark.parametrize("command", COMMANDS)
def test_common_options(command: str) -> None:
    told = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"}).stdout
    assert all(option in told for option in COMMON)
    if command != "dates":
        assert "--kb" in told
        assert "--as-of" in told
    assert "--verbose" in told


def test_a_table_of_events_is_not_drowned_by_undated_statements(kb: tieline.KnowledgeBase) -> None:
    run = lambda *words: CliRunner().invoke(app, ["timeline", *words]).stdout  # noqa: E731
    left = [event for event in kb.events if event.type == "statement" and not event.time]
    assert left
    assert f"{len(left)} undated statement" in run()
    assert f"{len(kb.events)} events\n" in run("--verbose")
    assert len(json.loads(run("--json"))) == len(kb.events)


def test_a_build_that_cannot_be_written_is_refused_before_it_reads(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Orsenda and Pelmara signed a pact on 3 May 2011.", encoding="utf-8")
    for target in (tmp_path, tmp_path / "no" / "x.tieline"):
        result = CliRunner().invoke(app, ["build", str(tmp_path / "a.txt"), "-o", str(target)])
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1
