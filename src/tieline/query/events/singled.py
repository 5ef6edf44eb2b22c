"""What somebody singled out, how long a wider trip was, and how relations went from level to level."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft, capital, cite, clip, event_item, from_passage, in_order, line
from tieline.query.events.pick.select import REAL
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.search import Found
from tieline.query.view import Passage, View

_ASKED = regex(r"\b(?:in particular|particularly|especially|above all|singled? out|notably)\b", re.I)
_NOUN = regex(r"\b(?:which|what) (?:(?:key|main|other|economic) )?([a-z]+)", re.I)
_TOLD = regex(r"\b(?:particularly|especially|in particular|notably|above all)\b,?\s+(?P<what>[^.;?!]+)", re.I)
_EMPTY = regex(r"want\w*|wish\w*|single[sd]?|mention\w*|particular\w*|especially|notably|above|name[sd]?|hope[sd]?|should", re.I)
_LEVELS = regex(
    r"\b(?:relation\w*|ties|partnership)\b.{0,40}\b(?:levels?|stages)\b.{0,40}\b(?:over time|over the years|through the years)\b"
    r"|\bhow (?:has|have|did) .{0,40}\b(?:relations|relationship|ties)\b.{0,40}\b(?:changed?|evolved?|developed?)\b",
    re.I,
)
_TRIP = r"(?P<n>(?:an? |\w+-)?(?:day|week|month)-long|\w+-(?:day|week|month)) (?:\w+ ){0,2}(?:trip|tour|visit|journey)"


def singled(view: View, query: Query) -> Draft | None:
    """What a sentence names after "particularly", where a question asks what somebody singled out."""
    noun = _NOUN.search(query.text)
    if query.form not in ("what", "list", "where", "said", "timeline") or not _ASKED.search(query.text) or not noun:
        return None
    kind = stem(noun[1].lower())
    people = view.of_kind(query.ids, "person")
    terms = [term for term in query.words if not _EMPTY.fullmatch(term.text)]
    best: list[tuple[float, int, str]] = []
    for passage in view.passages:
        told = _TOLD.search(passage.text)
        if not told or not covers_text(view, kind, f" {' '.join(stems(told['what']))} ") or not people <= _near(view, passage):
            continue
        share = sum(covers_text(view, term.stem, passage.joined) > 0 for term in terms) / len(terms) if terms else 0.0
        if share >= 0.6:
            best.append((-share, passage.number, told["what"].strip()))
    if not best or (len(best) > 1 and sorted(best)[0][0] == sorted(best)[1][0]):
        return None
    _, number, what = min(best)
    found = Found(view.passages[number], 1.0, ())
    return from_passage(found, "statement", text=f'{capital(clip(what, 120))}. "{clip(found.passage.text, 150)}"', value=what)


def _near(view: View, passage: Passage) -> set[str]:
    """Those whom a sentence or the two before it name."""
    around = view.passages[max(passage.number - 2, 0) : passage.number + 1]
    return {i for one in around if one.document is passage.document for i in one.fact.actors}


def trip_length(view: View, query: Query) -> Draft | None:
    """The length of a trip to a region that a sentence gives with it: "his week-long trip in Eastern Tavonia"."""
    if query.form != "how_long" or "visit" not in query.types or not query.names:
        return None
    people = view.of_kind(query.ids, "person")
    goals = [name for name in query.names if not people & set(name.ids)]
    if not people or len(goals) != 1:
        return None
    named = {goals[0].text, *(view.actors[i].name for i in goals[0].ids if i in view.actors)}
    goal = "|".join(re.escape(one) for one in sorted(named))
    pattern = re.compile(rf"\b{_TRIP} (?:in|to|of|through|across|around) (?:the )?(?:{goal})\b", re.I)
    for number in view.by_actor.get(min(people), ()):
        passage = view.passages[number]
        told = pattern.search(passage.text)
        if told and people <= set(passage.fact.actors):
            return from_passage(Found(passage, 1.0, ()), "duration", text=_spelled(told["n"], passage.text), value=_iso(told["n"]))
    return None


def _iso(words: str) -> str:
    from tieline.query.times.spans import _LENGTH
    from tieline.query.times.spans import _iso as iso

    told = _LENGTH.search(words)
    return iso(told) if told else words


def _spelled(words: str, text: str) -> str:
    from tieline.query.times.spans import _spell

    return f'{_spell(words)}. "{clip(text, 220)}"'


def levels(view: View, query: Query) -> Draft | None:
    """The steps by which relations came to their level, in order of time."""
    if query.form not in ("what", "fragment", "level") or not _LEVELS.search(query.text):
        return None
    wanted = query.ids
    kinds = ("diplomatic_ties", "partnership")
    own = [e for kind in kinds for e in view.by_type.get(kind, ()) if e.status in REAL and wanted <= {p.actor for p in e.participants}]
    events = in_order(own)
    if len(events) < 2:
        return None
    text = clip(f"{'; '.join(line(event) for event in events)}.")
    draft = Draft("answered", text, "series", len(events), items=tuple(event_item(e) for e in events), citations=cite(events))
    return replace(draft, facts=tuple(event.id for event in events))
