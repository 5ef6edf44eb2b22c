"""Which agreement fits a question, or all that are mentioned."""

import re

from tieline.late import regex
from tieline.model.agreement import Agreement
from tieline.model.answer import Item
from tieline.model.event import Event
from tieline.query.draft import (
    Draft,
    cite,
    clip,
    event_item,
    line,
    nothing,
)
from tieline.query.events.lists import listed
from tieline.query.events.select import REAL, best, select
from tieline.query.reading.query import Query
from tieline.query.times import several
from tieline.query.view import View


def agreements(view: View, query: Query) -> Draft:
    """Which agreement fits, or all that are mentioned."""
    drafted = several.which(view, query)
    if drafted:
        return drafted
    hits = [hit for hit in best(select(view, query)) if hit.event.agreement or hit.event.type in ("agreement", "trade_deal", "partnership")]
    if _PACT.search(query.text[: query.asked.end + 12]):
        hits = [hit for hit in hits if not _is_partnership(view, hit.event)]
    if hits and (query.stages or query.windows):
        event = hits[0].event
        agreement = view.agreements.get(event.agreement or "")
        name = agreement.name if agreement else event.title
        return Draft(
            "answered",
            clip(f"{name}. {event.title}."),
            "agreement",
            name,
            citations=cite([event]),
            facts=(event.id,),
            items=tuple(event_item(h.event) for h in hits) if len(hits) > 1 else (),
        )
    upgrades = [a for a in view.facts.agreements if query.upgrade and a.name.endswith("upgrade")]
    if len(upgrades) == 1 and not query.windows:
        name = upgrades[0].name
        told = [e for e in view.facts.events if e.agreement == upgrades[0].id]
        text = f"{name}. {line(told[0])}." if told else f"{name}."
        return Draft("answered", clip(text), "agreement", name, citations=upgrades[0].evidence[:2], facts=(upgrades[0].id,))
    if query.stages and query.windows:
        return nothing(view, query, "agreement", "The texts report no such agreement.")
    named = [a for a in view.facts.agreements if _came_so_far(query, a)]
    named = [a for a in named if not a.parties or all(set(a.parties) & _labels(view, n.ids) for n in query.names)]
    if (query.stages or query.windows) and not (len(named) == 1 and query.names):
        return nothing(view, query, "agreement")
    if named:
        items = tuple(Item.made(text=a.name, citations=a.evidence[:1], fact=a.id) for a in named)
        return Draft(
            "answered",
            clip(f"{'; '.join(a.name for a in named)}."),
            "list",
            len(named),
            items=items,
            citations=tuple(c for a in named for c in a.evidence[:1]),
            facts=tuple(a.id for a in named),
        )
    return listed(view, query)


def _came_so_far(query: Query, agreement: Agreement) -> bool:
    """Whether an agreement has come to the stage that a question takes for done; true where it asks for none, or for what is ahead."""
    if not query.stages or not _DID.search(query.text):
        return True
    return any(one.stage in query.stages and one.status in REAL for one in agreement.stages)


_DID = regex(r"\b(?:did|was|were|has|have|had|signed|initialled|concluded|ratified)\b", re.I)
_PACT = regex(r"\b(?:which|what)\b.{0,20}\b(?:agreement|accord|pact|treaty|deal)s?\b", re.I)


def _is_partnership(view: View, event: Event) -> bool:
    agreement = view.agreements.get(event.agreement or "")
    return event.type == "partnership" or (agreement is not None and agreement.kind == "partnership")


def _labels(view: View, ids: tuple[str, ...]) -> set[str]:
    """Ids and names of some actors."""
    return {*ids, *(view.actors[i].name for i in ids if i in view.actors)}
