"""A graph of facts drawn with matplotlib: actors round, events as diamonds, agreements square, the same picture on every run."""

import math
from typing import TYPE_CHECKING, Any

from tieline.model.clean import clip
from tieline.present.plot import COLOURS, literal, pyplot

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

MOST = 150  # nodes drawn; of a larger graph the best connected
NAMED = 32  # nodes with a name beside them
SIGNS = {"actor": ("o", COLOURS[0]), "event": ("D", COLOURS[1]), "agreement": ("s", COLOURS[2])}
AHEAD = ("planned", "expected", "hypothetical")


def draw(graph: "nx.Graph[str]", ax: "Axes | None" = None, *, title: str | None = None, width: float = 9) -> "Axes":
    """Draw a graph of `kb.graph` or `kb.actor_graph`, or a part of one, on matplotlib axes; gives the axes.

    The size of a node grows with its connections, the width of an edge with its `weight`; what is planned is hollow. A graph of more than
    150 nodes is cut to the best connected, and nodes without an edge are left out; the picture says how many.
    """
    plt = pyplot()
    kept = _kept(graph)
    shown = _joined(graph, kept)
    if ax is None:
        _, ax = plt.subplots(figsize=(width, width * 0.72), layout="constrained")
    places = _places(shown)
    for one, other, data in shown.edges(data=True):
        ends = zip(places[one], places[other], strict=True)
        ax.plot(*ends, color="#888888", lw=0.6 + math.log1p(data["weight"]) * 0.7, alpha=0.5, zorder=1)
    for rank, node in enumerate(kept):
        _node(ax, graph, node, places[node], named=rank < NAMED and graph.nodes[node].get("kind") != "event")
    left = graph.number_of_nodes() - len(kept)
    ax.set_axis_off()
    ax.margins(0.12)
    words = [literal(title or ""), f"({left} with fewer connections or none not shown)" if left else ""]
    ax.set_title("  ".join(filter(None, words)), loc="left", fontsize="medium")
    return ax


def _kept(graph: "nx.Graph[str]") -> list[str]:
    """The nodes to draw, the best connected first."""
    import networkx as nx

    joined = [node for node in graph if any(other != node for other in nx.all_neighbors(graph, node))]
    return sorted(joined, key=lambda node: (-graph.degree(node), str(node)))[:MOST]


def _joined(graph: "nx.Graph[str]", kept: list[str]) -> "nx.Graph[str]":
    """The nodes with one edge between two that are joined, as heavy as all edges between them."""
    import networkx as nx

    shown: nx.Graph[str] = nx.Graph()
    shown.add_nodes_from(sorted(kept))
    for one, other, data in graph.edges(data=True):
        if one in shown and other in shown and one != other:
            before = shown.get_edge_data(one, other, {"weight": 0})["weight"]
            shown.add_edge(one, other, weight=before + data.get("weight", 1))
    return shown


def _places(graph: "nx.Graph[str]") -> dict[str, Any]:
    """A place for each node: springs from a fixed start; the smaller pieces of the graph stand in a row below the largest."""
    import networkx as nx

    pieces = sorted(nx.connected_components(graph), key=lambda piece: (-len(piece), min(piece)))
    places: dict[str, Any] = {}
    for number, piece in enumerate(pieces):
        part = graph.subgraph(piece)
        center = (0.0, 0.0) if number == 0 else (-1 + 2 * number / len(pieces), -1.35)
        scale = 1.0 if number == 0 else 0.1
        places |= nx.spring_layout(
            _sorted(part), seed=7, k=4 / math.sqrt(len(part)), iterations=200, weight=None, scale=scale, center=center
        )
    return places


def _sorted(graph: "nx.Graph[str]") -> "nx.Graph[str]":
    """The graph with nodes and edges in the order of their names, which no hash seed changes."""
    import networkx as nx

    copy: nx.Graph[str] = nx.Graph()
    copy.add_nodes_from(sorted(graph))
    copy.add_edges_from(sorted((min(one, other), max(one, other)) for one, other in graph.edges))
    return copy


def _node(ax: "Axes", graph: "nx.Graph[str]", node: str, place: Any, *, named: bool) -> None:
    data = graph.nodes[node]
    sign, colour = SIGNS.get(data.get("kind", "actor"), SIGNS["actor"])
    face = "none" if data.get("status") in AHEAD else colour
    ax.plot(*place, marker=sign, ms=5 + 2.2 * math.sqrt(graph.degree(node)), mfc=face, mec=colour, mew=1.2, alpha=0.9, zorder=2)
    if named:
        words = literal(clip(str(data.get("label", node)), 34))
        ax.annotate(words, place, xytext=(0, -9), textcoords="offset points", ha="center", va="top", fontsize=7, zorder=3)
