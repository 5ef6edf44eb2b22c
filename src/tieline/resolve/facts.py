"""From the mentions of all articles to facts: a visible list of steps."""

from collections.abc import Sequence

from tieline.model.facts import Facts
from tieline.model.mention import Reading
from tieline.rules.load import Rulebook


def resolve(readings: Sequence[Reading], rulebook: Rulebook) -> Facts:
    """The facts of a set of articles; the order in which they are given does not matter."""
    raise NotImplementedError
