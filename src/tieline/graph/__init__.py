"""Facts as a graph, and views of it."""

from tieline.graph.order import in_order
from tieline.graph.timeline import timeline

__all__ = ["build_graph", "in_order", "project_actors", "timeline"]


def __getattr__(name: str) -> object:
    """`build_graph` and `project_actors` bring networkx along, which takes a while to load; so they load on use."""
    if name in ("build_graph", "project_actors"):
        from tieline.graph import build

        return getattr(build, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
