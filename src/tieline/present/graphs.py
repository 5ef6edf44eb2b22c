"""Facts as GraphML and GEXF, for Gephi, Cytoscape and networkx."""

import io
import re
from typing import Any

import networkx as nx

from tieline.graph.build import build_graph
from tieline.model.clean import one_line
from tieline.model.edtf import time_value
from tieline.model.facts import Facts
from tieline.model.shape import shape_of
from tieline.model.span import Citation
from tieline.model.words import in_words

_CLOCK = re.compile(r' lastmodifieddate="[^"]*"')  # the same facts give the same bytes on any day


def graphml(facts: Facts) -> str:
    """The graph of the facts as GraphML: attributes are plain text, the evidence is joined to one."""
    return _written(_flat(build_graph(facts)), nx.write_graphml)


def gexf(facts: Facts) -> str:
    """The graph of the facts as GEXF: nodes and edges with a date have its first and last possible day as `start` and `end`.

    The attribute `precision` says how to read the two: a `day`, a `stretch` from one to the other, a `period` or an `unknown` day somewhere
    between them, or `open` at one end.
    """
    graph = _flat(build_graph(facts))
    graph.graph["mode"], graph.graph["timeformat"] = "dynamic", "date"
    for attributes in (*(data for _, data in graph.nodes(data=True)), *(data for *_, data in graph.edges(data=True))):
        for own, known in (("start", "earliest"), ("end", "latest")):
            if known in attributes:
                attributes[own] = attributes[known]
    return _CLOCK.sub("", _written(graph, nx.write_gexf), count=1)


def _flat(graph: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """A copy whose attributes are text and counts: no lists, nothing missing, no character that XML does not allow."""
    copy: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        copy.add_node(one_line(node), **_plain(data))
    for number, (one, other, _, data) in enumerate(graph.edges(keys=True, data=True)):
        copy.add_edge(one_line(one), one_line(other), key=str(number), **_plain(data))
    return copy


def _plain(data: dict[str, Any]) -> dict[str, Any]:
    found = {key: value for key, value in data.items() if value is not None and key != "citations"}
    plain: dict[str, Any] = {key: one_line(str(value)) for key, value in found.items()}
    citations: tuple[Citation, ...] = data.get("citations", ())
    if "time" in plain:
        plain["when"], plain["precision"] = in_words(plain["time"]), shape_of(time_value(plain["time"]))
    if citations:
        plain["quotes"] = len(citations)
        plain["documents"] = "; ".join(dict.fromkeys(one_line(one.document) for one in citations))
        plain["evidence"] = " | ".join(f"{one.document}:{one.start}-{one.end} {one_line(one.quote)}" for one in citations)
    return plain


def _written(graph: "nx.MultiDiGraph[str]", write: Any) -> str:
    out = io.BytesIO()
    write(graph, out)
    return out.getvalue().decode("utf-8")
