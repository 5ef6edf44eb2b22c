"""Which events have dates that their sources disagree about."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tieline.model.facts import Facts


def conflicting(facts: "Facts | None") -> frozenset[str]:
    """The ids of the events whose own words are cited in an issue of conflict."""
    cited = {one for issue in facts.issues if issue.kind == "conflict" for one in issue.evidence} if facts else set()
    return frozenset(one.id for one in facts.events if not cited.isdisjoint(one.evidence)) if facts and cited else frozenset()
