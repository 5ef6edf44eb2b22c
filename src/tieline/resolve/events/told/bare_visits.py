"""Visits told without their visitor, "The visit, planned for May, was put off": that of the only one who travels in the text."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.resolve.events.reports.report import Told


def with_visitor(told: Sequence[Told]) -> list[Told]:
    """The reports of a text, each bare visit with the visitor and country of all others, where these are one."""
    known = [one for one in told if one.type == "visit" and one.visit]
    if len({one.visit for one in known}) != 1:
        return list(told)
    home = known[0]
    return [
        replace(one, visit=home.visit, guest=home.guest, people=home.people, persons=home.persons, countries=home.countries)
        if _is_bare(one)
        else one
        for one in told
    ]


def _is_bare(one: Told) -> bool:
    """Whether a visit is told by no more than the word for it."""
    return one.type == "visit" and not one.people and one.guest is None and not one.mention.arguments and one.mention.place is None
