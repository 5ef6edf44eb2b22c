"""The makings of an answer: its words, its citations, and what is nearest where it falls short."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Literal

from tieline.late import regex
from tieline.light import dataclass
from tieline.model.answer import AnswerKind, AnswerStatus, Item
from tieline.model.event import Event
from tieline.model.opening import first_words
from tieline.model.span import Citation
from tieline.model.words import in_words
from tieline.query.events.pick.select import select
from tieline.query.reading.query import Query
from tieline.query.sentences.search import Found, search
from tieline.query.view import Passage, View

LONGEST = 300
LOOKED_AT = 400  # events and sentences that are looked at for what is nearest
STATE = {
    "planned": "planned",
    "expected": "expected",
    "hypothetical": "only under discussion",
    "cancelled": "called off",
    "denied": "denied",
    "occurred": "done",
    "ongoing": "under way",
}


Lack = Literal["answer", "value", "fact", "event", "outcome", "words", "part", "accord", "meaning"]
"""What an answer falls short of.

answer: nothing was found, and `declined` says of what; value: who held an office, when or how long something was, in words of its own;
fact: there is only a forecast or plan; event: it was put off or only discussed; outcome: it is planned, and no text confirms it;
words: a sentence comes close and has other words; part: nothing tells some words of the question of it; accord: the texts differ;
meaning: the question can mean several things.
"""


@dataclass(frozen=True)
class Draft:
    """An answer before the question is written on it."""

    status: AnswerStatus
    text: str
    kind: AnswerKind
    value: str | int | float | bool | None = None
    unit: str | None = None
    items: tuple[Item, ...] = ()
    reasons: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    nearest: tuple[Item, ...] = ()
    facts: tuple[str, ...] = ()
    told: tuple[str, ...] = ()  # stems of the question that its evidence tells by wider senses of words
    lacks: Lack | None = None  # what it falls short of, where other ways or words may mend that


Answering = Callable[[View, str], Draft]  # what answers the text of a question


def clip(text: str, longest: int = LONGEST) -> str:
    """A text cut at a word, with dots where something is left out."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 2].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


_MEASURE = regex(
    r"^(?P<n>(?:[\w.,]+ ){0,3}[\w.,]+)(?P<sign>[ -])"
    r"(?P<unit>year|month|week|day|hour|minute|kilomet(?:re|er)|met(?:re|er)|mile|tonne|ton|member)"
    r"(?P<old>-old)?\.(?=\s|$)",
    re.I,
)
_SCALES = ("million", "billion", "trillion")


def measure_first(text: str) -> str:
    """An answer that opens with a measure, as one says it alone: "40-year-old." is "40 years old."."""
    told = _MEASURE.match(text)
    if told is None:
        return text
    last = told["n"].lower().rsplit(" ", 1)[-1]
    several = last not in ("1", "one", "a", "an") and (told["sign"] == "-" or last[-1].isdigit() or last in _SCALES)
    plural = "s" if several else ""
    return f"{told['n']} {told['unit'].lower()}{plural}{' old' if told['old'] else ''}.{text[told.end() :]}"


def in_a_row(names: Sequence[str]) -> str:
    """Names with commas and "and" between them."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def capital(text: str) -> str:
    """A text with a capital at its start."""
    return text[:1].upper() + text[1:]


def line(event: Event) -> str:
    """An event in one line: when, what, and where it is not simply done."""
    when = f"{capital(in_words(event.time))}: " if event.time else ""
    state = "" if event.status in ("occurred", "ongoing") or STATE[event.status] in event.title else f" ({STATE[event.status]})"
    title = event.title
    if event.type == "statement" and event.evidence and 60 <= len(event.evidence[0].quote) <= 200:
        title = event.evidence[0].quote.strip()
    return f"{when}{title}{state}"


def event_item(event: Event) -> Item:
    """An event as a line of a list, with the words that tell it where they fit."""
    told = max((" ".join(c.quote.split()) for c in event.evidence[:4] if len(c.quote) <= 110), key=len, default="")
    text = line(event)
    text = f"{text} ({told})" if told and told not in text and '"' not in told else text
    return Item.made(text=clip(text, 200), time=event.time, citations=event.evidence[:3], fact=event.id)


def passage_item(passage: Passage) -> Item:
    """A sentence as a line of a list."""
    text = passage.text if passage.text.lstrip()[:1] in '"“' else f'"{passage.text}"'
    return Item.made(text=clip(text, 200), time=passage.document.published, citations=(passage.citation,))


def event_reasons(event: Event) -> tuple[str, ...]:
    """How an event came to be known and dated."""
    dated = tuple(event.time.derivation) if event.time else ()
    return (f"fact: {line(event)}", *event.reasons, *dated)


def cite(events: Iterable[Event], most: int = 4) -> tuple[Citation, ...]:
    """The citations of some events, each once."""
    found: dict[Citation, None] = {}
    for event in events:
        for citation in event.evidence[:2]:
            found[citation] = None
    return tuple(found)[:most]


_COUNTS = ("None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")


def count_word(number: int) -> str:
    """A count as an answer opens with it: "Three"; in digits beyond twelve."""
    return _COUNTS[number] if number < len(_COUNTS) else str(number)


def quoted(passage: Passage, most: int = 220) -> str:
    """A sentence in quotation marks."""
    text = clip(passage.text.strip(), most)
    return f'"{text}"' if '"' not in text and "“" not in text else text


def excerpt(passage: Passage, words: Iterable[str], most: int = 280) -> str:
    """A sentence in quotation marks; of a longer one the stretch that tells most of some stems, as late as it can begin."""
    text = passage.text.strip()
    if len(text) <= most:
        return quoted(passage, most)
    wanted = set(words)
    places = [t.start - passage.fact.start for t, own in zip(passage.tokens, passage.stems, strict=True) if own in wanted]
    starts = [0, *(n + 2 for n in range(len(text) - 40) if text[n : n + 2] in (", ", "; ", ": "))]
    told = {at: sum(at <= one <= at + most - 30 for one in places) for at in starts}
    last = next((at for at in starts if len(text) - at <= most - 4), starts[-1])
    best = last if 2 * told[last] >= len(places) else max(starts, key=lambda at: (told[at], at if places else -at))
    cut = f"… {text[best:]}" if best else text
    cut = clip(cut, most)
    return f'"{cut}"' if '"' not in cut and "“" not in cut else cut


_POINTING = frozenset(("it", "this", "that", "these", "those", "they"))


def with_before(view: View, passage: Passage, text: str, most: int = 290) -> str:
    """The words shown of a sentence, behind the sentence before where they only point back to it: "It bears ..."."""
    first = next((t.lower for t in passage.tokens if t.text[0].isalnum()), "")
    before = view.passages[passage.number - 1] if passage.number else None
    if first not in _POINTING or before is None or before.document is not passage.document or len(text) > most - 60:
        return text
    return f"{quoted(before, most - len(text) - 1)} {text}"


def source(passage: Passage) -> str:
    """The text of a sentence as people name it."""
    document = passage.document
    when = f", {in_words(document.published)}" if document.published and document.published.edtf else ""
    named = document.publisher or document.title or f'"{first_words(document.text)}"'
    return f"{named}{when}"


def nearest(view: View, query: Query, most: int = 3, *, number: bool = False) -> tuple[Item, ...]:
    """What the texts say closest to a question: events like the one asked for, then sentences. `number`: such as hold one first."""
    hits = select(view, query, in_time=False, least=0.45, most=LOOKED_AT)
    if not hits and query.stages:
        acts = tuple(replace(act, stages=frozenset()) for act in query.acts)
        hits = select(view, replace(query, acts=acts), in_time=False, least=0.45, most=LOOKED_AT) if query.types or query.terms else []
    found = search(view, query, least=0.4, in_time=False, most=LOOKED_AT)
    told = [one for one in found if one.passage.fact.figures] if number else []
    items = [passage_item(one.passage) for one in told[:most]] or [event_item(hit.event) for hit in hits[:most]]
    if len(items) < most:
        items += [passage_item(one.passage) for one in found[: most - len(items)] if one not in told]
    return tuple(items)


def nothing(view: View, query: Query, kind: AnswerKind, why: str | None = None, lacks: Lack | None = None) -> Draft:
    """A refusal; what is nearest is added to it once no other way has found an answer."""
    return Draft("unanswered", clip(why or "The texts do not say."), kind, lacks=lacks if why else "answer")


def from_passage(
    found: Found,
    kind: AnswerKind,
    *,
    text: str | None = None,
    value: str | int | float | bool | None = None,
    unit: str | None = None,
    status: AnswerStatus = "answered",
    lacks: Lack | None = None,
) -> Draft:
    """An answer that rests on one sentence."""
    passage = found.passage
    return Draft(
        status,
        clip(text or quoted(passage)),
        kind,
        value if value is not None else passage.text.strip()[:LONGEST],
        unit,
        citations=(passage.citation,),
        reasons=(f"sentence of {source(passage)} that covers what was asked",),
        facts=passage.fact.events[:2],
        lacks=lacks,
    )


def from_events(events: Sequence[Event], kind: AnswerKind, *, reasons: tuple[str, ...] = ()) -> Draft:
    """An answer that lists events, in the order in which they are given."""
    return Draft(
        "answered",
        clip("; ".join(line(event) for event in events) + "."),
        kind,
        len(events),
        items=tuple(event_item(event) for event in events),
        reasons=reasons,
        citations=cite(events, 6),
        facts=tuple(event.id for event in events),
    )


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events in order of time, undated ones last."""
    return sorted(events, key=lambda event: (str(event.time.earliest or event.time.latest) if event.time else "9999", event.id))
