from tieline.graph import build_graph, project_actors
from tieline.model.facts import Facts


def test_events_and_agreements_are_nodes_and_actors_hang_on_them(facts: Facts) -> None:
    graph = build_graph(facts)
    assert graph.nodes["event:visit"] | {"citations": ()} == {
        "kind": "event", "label": "Ana Sol visits Orsenda", "type": "visit", "status": "occurred", "place": "Orsenda",
        "time": "2015-03-09", "earliest": "2015-03-09", "latest": "2015-03-09", "citations": (),
    }  # fmt: skip
    assert graph.nodes["event:visit"]["citations"][0].quote == "visited Orsenda on Monday"
    assert graph.edges["actor:sol", "event:visit", "guest"]["role"] == "guest"
    assert graph.edges["event:force", "agreement:pelmara", "in_force"]["time"] == "2016"
    assert graph.has_edge("actor:orsenda", "agreement:pelmara", "party")
    assert graph.edges["actor:sol", "actor:halidor", "president"]["time"] == "2015-03-09"


def test_the_projection_counts_shared_events(facts: Facts) -> None:
    graph = project_actors(facts)
    pair = graph.edges["actor:halidor", "actor:orsenda"]
    assert pair["weight"] == 2
    assert pair["events"] == ("event:force", "event:signed")
    assert (pair["first"], pair["last"]) == ("2016-01-01", "2016-12-31")
