"""Everything that the page's script reads: each fact once, and for each stop of the slider which facts were known."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tieline.graph import in_order
from tieline.model.amount import amount as in_full
from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.model.issue import Issue
from tieline.model.span import Citation
from tieline.model.words import in_words
from tieline.present.page import encode
from tieline.present.page.stops import View

Record = dict[str, Any]
FLAGS = {"conflict": "conflict", "unconfirmed_plan": "plan"}
_LONE = re.compile("[\ud800-\udfff]")
ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


class Pool:
    """Records of one kind, each once however many views hold it."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self._numbers: dict[str, int] = {}

    def number(self, record: Record) -> int:
        """The number of a record, new or known."""
        name = json.dumps(record, sort_keys=True)
        if name not in self._numbers:
            self._numbers[name] = len(self.records)
            self.records.append(record)
        return self._numbers[name]


def payload(facts: Facts, views: Sequence[View], *, title: str, known: str | None) -> Record:
    """The data of the page. `facts` is all that is known in the end; `views` are the stops of the slider, oldest first."""
    places = encode.Places(facts.documents)
    pools = {kind: Pool() for kind in ("events", "agreements", "figures", "actors", "issues")}
    last = _view(View(None, facts), pools, places)  # first, so that what is known in the end comes first and in order
    shown = [_view(view, pools, places) for view in views]
    if not shown or shown[-1]["documents"] != last["documents"]:
        shown.append(last)
    return {
        "title": title,
        "known": known,
        "documents": [encode.document(one, places) for one in facts.documents],
        **{kind: pool.records for kind, pool in pools.items()},
        "views": shown,
    }


def as_json(value: Record) -> str:
    """JSON that can stand inside a script element: no character in it ends the element or a line of script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escape in ESCAPES.items():
        text = text.replace(character, escape)
    return _LONE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _view(view: View, pools: dict[str, Pool], places: encode.Places) -> Record:
    facts = view.facts
    merged: dict[str, list[str]] = {}
    for merge in facts.merges:
        merged.setdefault(merge.fact, []).extend(merge.reasons)
    flags, acts = _flags(facts.issues), _acting(facts)
    makers: dict[str, tuple[Iterable[Any], Callable[[Any], Record]]] = {
        "events": (in_order(facts.events), lambda one: encode.event(one, places, merged, flags(one.evidence, _named(one)))),
        "agreements": (facts.agreements, lambda one: encode.agreement(one, places)),
        "figures": (facts.figures, lambda one: encode.figure(one, places, flags(one.evidence, (one.text or in_full(one),)))),
        "actors": (facts.actors, lambda one: encode.actor(one, places, acts.get(one.id, ()))),
        "issues": (facts.issues, lambda one: encode.issue(one, places)),
    }
    day = {"day": str(view.day), "words": in_words(str(view.day))} if view.day else {}
    documents = [places.numbers[one.id] for one in facts.documents]
    return {
        **day,
        "documents": documents,
        **{kind: [pools[kind].number(make(one)) for one in ones] for kind, (ones, make) in makers.items()},
    }


def _named(event: Event) -> tuple[str, ...]:
    return (event.title, in_words(event.time)) if event.time else (event.title,)


def _flags(issues: Iterable[Issue]) -> Callable[[Iterable[Citation], Iterable[str]], Record]:
    """What gives the conflicts and open plans of a fact: those issues that cite all its evidence and use its words."""
    own = [(FLAGS[one.kind], one.message, frozenset(one.evidence)) for one in issues if one.kind in FLAGS]
    citing: dict[Citation, list[int]] = {}
    for number, (_, _, evidence) in enumerate(own):
        for citation in evidence:
            citing.setdefault(citation, []).append(number)

    def flags(evidence: Iterable[Citation], words: Iterable[str]) -> Record:
        cited = frozenset(evidence)
        found: Record = {}
        for number in sorted({number for citation in cited for number in citing.get(citation, ())}):
            kind, message, whole = own[number]
            if cited <= whole and any(one in message for one in words):
                found.setdefault(kind, []).append(message)
        return found

    return flags


def _acting(facts: Facts) -> dict[str, list[str]]:
    """For each actor the actors for whom it acts: its country, and those whose office it holds."""
    named = {name: actor.id for actor in facts.actors for name in (actor.id, actor.name)}
    found: dict[str, list[str]] = {}
    for actor in facts.actors:
        names = [actor.country, *(role.of for role in actor.roles)]
        found[actor.id] = [named[name] for name in dict.fromkeys(names) if name in named and named[name] != actor.id]
    return found
