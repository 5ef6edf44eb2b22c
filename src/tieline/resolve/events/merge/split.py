"""Taking a merge back: the reports of one event as events of their own again."""

from collections.abc import Sequence

from tieline.model.event import Event
from tieline.model.facts import Facts, Merge
from tieline.model.mention import Reading
from tieline.resolve.facts import resolve
from tieline.rules.load import Rulebook


def split(readings: Sequence[Reading], rulebook: Rulebook, *merges: Merge) -> Facts:
    """The facts of the same articles with some judgements of `Facts.merges` taken back; all others stand."""
    return resolve(readings, rulebook, apart=tuple(one.mentions for one in merges))


def parts(readings: Sequence[Reading], rulebook: Rulebook, merge: Merge) -> tuple[Event, ...]:
    """The events that a merge brought together, one for each report, in order of time."""
    apart = split(readings, rulebook, merge)
    together = {event.id for event in resolve(readings, rulebook).events}
    return tuple(event for event in apart.events if event.id not in together or event.id == merge.fact)
