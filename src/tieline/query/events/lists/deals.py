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
from tieline.query.events.lists.lists import listed
from tieline.query.events.pick.select import REAL, best, select
from tieline.query.reading.query import Query
from tieline.query.reading.words import stems
from tieline.query.sentences.cover import covers_text
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
        return _reached(view, query, [hit.event for hit in hits])
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
    named = [a for a in named if _called_so(view, query, a)]
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


def _reached(view: View, query: Query, events: list[Event]) -> Draft:
    """The agreements that came to a stage, by the events that tell it; what was only planned is said to be no more."""
    done = [event for event in events if event.status in REAL]
    if not done and _DID.search(query.text):
        refused = [event for event in events if event.status not in ("planned", "expected", "hypothetical")]
        if refused:
            return nothing(view, query, "agreement", f"The texts report no such agreement; {line(refused[0])}.")
        text = f"No text reports it as done; it was only planned or expected: {line(events[0])}."
        return Draft("partly", clip(text), "agreement", None, citations=cite(events[:1]), facts=(events[0].id,))
    done = done or events
    agreements = [view.agreements[e.agreement].name if e.agreement in view.agreements else e.title for e in done]
    names = list(dict.fromkeys(agreements))
    return Draft(
        "answered",
        clip(f"{'; '.join(names)}. {done[0].title}."),
        "agreement",
        names[0],
        citations=cite(done, 6),
        facts=tuple(dict.fromkeys(e.id for e in done)),
        items=tuple(event_item(e) for e in done) if len(done) > 1 else (),
    )


def _called_so(view: View, query: Query, agreement: Agreement) -> bool:
    """Whether the words of a question that say more than "mentioned" stand in what tells an agreement: all are not "withdrawn"."""
    idle = {word for table in view.lexicon.tables.get("kind_words", ()) for key in ("told", "loose") for word in stems(table[key])}
    words = [term.stem for term in query.words if term.stem not in idle and not view.lexicon.is_light(term.stem)]
    told = " ".join(["", *stems(agreement.name), *(p.joined for p in view.passages_of(agreement.evidence)), ""])
    told = _DOUBLED.sub(" ", told)
    return all(covers_text(view, word, told) for word in words)


def _came_so_far(query: Query, agreement: Agreement) -> bool:
    """Whether an agreement has come to the stage that a question takes for done; true where it asks for none, or for what is ahead."""
    if not query.stages or not _DID.search(query.text):
        return True
    return any(one.stage in query.stages and one.status in REAL for one in agreement.stages)


_DOUBLED = regex(r" (\w+) (?:- )?\1(?= )")  # "win-win" tells of nothing won
_DID = regex(r"\b(?:did|was|were|has|have|had|signed|initialled|concluded|ratified)\b", re.I)
_PACT = regex(r"\b(?:which|what)\b.{0,20}\b(?:agreement|accord|pact|treaty|deal)s?\b", re.I)


def _is_partnership(view: View, event: Event) -> bool:
    agreement = view.agreements.get(event.agreement or "")
    return event.type == "partnership" or (agreement is not None and agreement.kind == "partnership")


def _labels(view: View, ids: tuple[str, ...]) -> set[str]:
    """Ids and names of some actors."""
    return {*ids, *(view.actors[i].name for i in ids if i in view.actors)}
