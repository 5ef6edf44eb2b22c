"""A view of the facts that questions are put to, with its indexes built when first needed."""

from dataclasses import dataclass, field
from functools import cached_property

from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.rules.load import Rulebook, shipped


@dataclass(frozen=True, eq=False)
class View:
    """Facts with what it takes to ask them. Make one for each set of facts and keep it: its indexes are built once."""

    facts: Facts
    rulebook: Rulebook = field(default_factory=shipped)

    @cached_property
    def events(self) -> dict[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.facts.events}
