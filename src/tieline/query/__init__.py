"""From a question to an answer with its derivation."""

from tieline.query.ask import ask
from tieline.query.explain import explain
from tieline.query.find import find
from tieline.query.view import View

__all__ = ["View", "ask", "explain", "find"]
