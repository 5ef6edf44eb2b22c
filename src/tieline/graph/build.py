"""Facts as a networkx graph: events and agreements are nodes, and actors hang on them by role."""

from collections import defaultdict
from itertools import combinations
from typing import Any

import networkx as nx

from tieline.graph.order import in_order
from tieline.model.facts import Facts
from tieline.model.time import TimeValue


def build_graph(facts: Facts) -> "nx.MultiDiGraph[str]":
    """A MultiDiGraph of actors, events and agreements.

    Every node has `kind` ("actor", "event", "agreement"), `label` and `citations`. Events have `type`, `stage`, `status`, `time` (EDTF),
    `earliest`, `latest`; a field that is not known is left out. Edges go from an actor to an event (key and `role`: host, guest, ...)
    or agreement (`party`), from an event to the agreement whose stage it tells, and from a person to the country of an office.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for actor in facts.actors:
        _node(graph, actor.id, "actor", actor.name, type=actor.kind, country=actor.country, citations=actor.evidence)
    for agreement in facts.agreements:
        _node(graph, agreement.id, "agreement", agreement.name, type=agreement.kind, citations=agreement.evidence)
    for event in in_order(facts.events):
        own = {"type": event.type, "stage": event.stage, "status": event.status, "place": event.place, "level": event.level}
        _node(graph, event.id, "event", event.title, **own, **_times(event.time), citations=event.evidence)
    _connect(graph, facts)
    return graph


def project_actors(facts: Facts) -> "nx.Graph[str]":
    """A graph of actors alone: an edge for each pair that meets in an event, with `weight`, the `events`, and `first` and `last` day."""
    graph: nx.Graph[str] = nx.Graph()
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    days: dict[tuple[str, str], list[str]] = defaultdict(list)
    for actor in facts.actors:
        graph.add_node(actor.id, label=actor.name, type=actor.kind)
    for event in in_order(facts.events):
        for pair in combinations(sorted({one.actor for one in event.participants}), 2):
            shared[pair].append(event.id)
            days[pair].extend(_times(event.time).get(key, "") for key in ("earliest", "latest"))
    for (one, other), events in sorted(shared.items()):
        known = sorted(day for day in days[one, other] if day)
        graph.add_edge(
            one, other, weight=len(events), events=tuple(events), first=known[0] if known else None, last=known[-1] if known else None
        )
    return graph


def _connect(graph: "nx.MultiDiGraph[str]", facts: Facts) -> None:
    for event in in_order(facts.events):
        for one in event.participants:
            _edge(graph, one.actor, event.id, one.role, one.name, **_times(event.time))
        if event.agreement:
            _edge(graph, event.id, event.agreement, event.stage or "about", event.agreement, status=event.status, **_times(event.time))
    by_name = {actor.name: actor.id for actor in facts.actors}
    for agreement in facts.agreements:
        for party in agreement.parties:
            _edge(graph, by_name.get(party, party), agreement.id, "party", party)
    for actor in facts.actors:
        for role in actor.roles:
            if role.of:
                _edge(graph, actor.id, by_name.get(role.of, role.of), role.title, role.of, **_times(role.time))


def _node(graph: "nx.MultiDiGraph[str]", id: str, kind: str, label: str, **fields: Any) -> None:
    graph.add_node(id, kind=kind, label=label, **{key: value for key, value in fields.items() if value is not None})


def _edge(graph: "nx.MultiDiGraph[str]", one: str, other: str, role: str, label: str, **fields: Any) -> None:
    for end in (one, other):
        if end not in graph:  # a name that no fact carries, such as a party outside the texts
            _node(graph, end, "actor", label)
    graph.add_edge(one, other, key=role, role=role, **{key: value for key, value in fields.items() if value is not None})


def _times(when: TimeValue | None) -> dict[str, str]:
    if when is None:
        return {}
    found = {"time": when.edtf, "earliest": when.earliest, "latest": when.latest}
    return {key: str(value) for key, value in found.items() if value is not None}
