"""The events that some words of a question name, and what else those words can mean."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.edtf import may_overlap
from tieline.model.event import Event
from tieline.query.draft import LONGEST, Draft, clip, in_order, line
from tieline.query.events.pick.choice import choose
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.reading.windows import in_window
from tieline.query.trust.account import CONTRARY
from tieline.query.view import View

_NTH = r"(?:first|second|third|fourth|last|latest|next|previous|earlier)"
_COMES = r"(?:\s+(?:take|took|taken)\s+place|\s+(?:happen|occur|follow|come|came)(?:ed|s|red)?)?"
_LEANING = regex(
    rf"^\W*(?:(?P<whose>[^\W\d_][\w.'’ -]{{0,40}}?['’]s?)\s+|(?:the|his|her|its|their)\s+)?(?P<nth>{_NTH})(?:\s+one)?{_COMES}\W*$", re.I
)
_OWNED = regex(r"^\W*(?P<whose>[^\W\d_][\w.'’ -]{0,40}?['’]s?)\W*$")
_BARE = regex(r"^\W*(?:(?-i:[A-Z])[\w'’-]*)(?: (?:(?-i:[A-Z])[\w'’-]*)){0,3}\W*$")
_ACT = regex(
    r"\b(?:(?:state|official|working|private|bilateral)\s+)?(?:visit|trip|tour|stay|meeting|summit|talks|encounter|round)s?\b.*$", re.I
)


_BESIDE_TALKS = regex(r"\b(?:upgrade|expansion|extension|accession|review|renewal|revision) (?:talks|negotiations?|discussions)\b", re.I)
MOST = 4  # pairs of countries of which words without a name can still mean one


def dated(view: View, words: str) -> Event | None:
    """The event that some words of a question name, if it has a date; the earliest of several."""
    return next(iter(readings(view, words)), None)


def readings(view: View, words: str) -> list[Event]:
    """All dated events that some words of a question can mean, in order of time."""
    query = read_question(view, f"when {_GOING.sub('visiting ', words.strip(' ?.,'))}")
    events = in_order([hit.event for hit in choose(view, query) if hit.event.time and not _contrary(query, hit.event)])
    if not events and _BESIDE_TALKS.search(words):  # "the upgrade talks": what is upgraded is only their matter
        plain = replace(query, acts=tuple(replace(a, stages=frozenset()) for a in query.acts))
        events = in_order([hit.event for hit in choose(view, plain) if hit.event.time and not _contrary(query, hit.event)])
    if not events and _SPOKE.search(words):
        return _speaking(view, query)
    sides = {countries(view, event) for event in events}
    bare = not (query.names or query.terms or query.windows)
    return [] if (bare and len(sides) > 1) or (not query.names and len(sides) > MOST) else events


_SPOKE = regex(
    r"\b(?:sp(?:o|ea)ke?|was speaking|(?:made|gave) (?:his|her|the|these) (?:remarks|statement|comments)|commented|talked)\W*$", re.I
)


def _speaking(view: View, query: Query) -> list[Event]:
    """What one person said, where all that is dated of it was said on one day."""
    people = view.of_kind(query.ids, "person")
    said = [e for e in view.by_type.get("statement", ()) if any(p.role == "speaker" and p.actor in people for p in e.participants)]
    dated = [e for e in said if e.time and e.time.grain == "day" and all(in_window(e.time, window) for window in query.windows)]
    return dated[:1] if len(people) == 1 and len({e.time.edtf for e in dated if e.time}) == 1 else []


# "Vael going to Orsenda": a journey named by a participle
_GOING = regex(r"\b(?:going|coming|flying|heading|travell?ing|journeying|jetting) (?:over |out |off )?to (?=(?:[\w'’-]+ ?){1,3}$)", re.I)


def _contrary(query: Query, event: Event) -> bool:
    """Whether words ask for an end or a halt, and an event is of none of the stages that they name: "when ties were cut"."""
    wanted = [act.stages & CONTRARY for act in query.acts if not act.soft]
    return any(stages and not {event.stage, event.status} & stages for stages in wanted)


def countries(view: View, event: Event) -> frozenset[str]:
    """The countries between which an event took place."""
    return frozenset(p.actor for p in event.participants if p.actor in view.actors and view.actors[p.actor].kind == "country")


def completed(words: str, other: str) -> str:
    """Words that lean on others, in full: "his second" beside "Vael's first visit to Orsenda", or only "Vael's"."""
    nth, act = _LEANING.match(words), _ACT.search(other)
    if nth and act:
        whose = f"{nth['whose']} " if nth["whose"] else re.sub(rf"\b{_NTH}\s*", "", other[: act.start()], flags=re.I)
        return f"{whose}{nth['nth']} {act[0]}"
    if act and _BARE.match(words) and not _BARE.match(other):
        return f"{words.strip(' ?.')} {act[0]}"
    return f"{words.strip(' ?.')} {act[0]}" if act and _OWNED.match(words) else words


_PRONOUN = regex(r"\b(?:he|she|they)\b", re.I)
_OWN = regex(r"\b(?:his|her|their)\b", re.I)


def with_names(view: View, words: str, other: str) -> str:
    """Words with "he" or "she" as the one person of others for whom they name an event: "before she travelled to Orsenda"."""
    if not (_PRONOUN.search(words) or _OWN.search(words)):
        return words
    people = [n.text for n in read_question(view, other).names if any(i in view.actors and view.actors[i].kind == "person" for i in n.ids)]
    spelt = [_OWN.sub(f"{name}'s", _PRONOUN.sub(name, words)) for name in dict.fromkeys(people)]
    known = [text for text in spelt if readings(view, text)]
    return known[0] if len(known) == 1 else spelt[0] if len(spelt) == 1 else words


def others(events: Sequence[Event], taken: Event) -> list[Event]:
    """The further readings beside the one taken: events at a time of their own."""
    return [e for e in events if e.id != taken.id and e.time and taken.time and not may_overlap(e.time, taken.time)]


def with_readings(draft: Draft, taken: Sequence[tuple[Event, Sequence[Event]]]) -> Draft:
    """A draft that says for which of several events it took some words, and names the others."""
    doubtful = [(event, rest) for event, rest in taken if rest]
    if not doubtful or draft.status == "unanswered":
        return draft
    told = [f"Read as: {line(event)}; it could also mean: {'; '.join(line(one) for one in rest[:3])}" for event, rest in doubtful]
    tail = f" ({told[0]}.)"
    text = f"{clip(draft.text, LONGEST - len(tail))}{tail}" if len(tail) < LONGEST // 2 else clip(f"{draft.text}{tail}")
    return replace(draft, text=text, reasons=(*draft.reasons, *told))
