"""The check between a follow-up and the evidence of its answer, and the sentences around what was told in which a follow-up is looked for.

A follow-up takes something over: the event told, its time, a person, a thing. Its answer counts only where its evidence is of that.
"""

import re
from collections.abc import Collection, Sequence

from tieline.late import regex
from tieline.model.answer import Answer
from tieline.model.edtf import may_overlap
from tieline.model.event import Event
from tieline.model.time import TimeValue
from tieline.query.evidence.context import meant, taken_up
from tieline.query.evidence.senses import tells
from tieline.query.reading.antecedents import DATE, Topic
from tieline.query.reading.query import Query
from tieline.query.view import Passage, View

NEAR = 3  # sentences between what was told and what a follow-up is told by
BACK, ON = 1, 3  # sentences before and behind what was told in which a follow-up is looked for
_ONWARD = regex(r"\b(?:again|next|afterwards?|after (?:that|this|it)|later)\W*$", re.I)
_EARLIER = regex(r"\b(?:before|earlier|previously|before (?:that|this|it))\W*$", re.I)
_WHOSE = regex(r"\b(?:he|she|him|her|his|they|them|their|there)\b", re.I)
_MAY = regex(r"\b(?:might|may|could|would|will|can|should|must|is|are|does|do)\b", re.I)  # asks of no one event told
_DAYS = 7  # behind the first day of a stay
_IT = regex(r"\b(?:it|its|they|them|their)\b", re.I)
_WORD = regex(r"[^\W_][\w'-]*")
_STAY = frozenset(("visit", "meeting", "summit", "statement"))
_ON_IT = frozenset(("who", "where", "what", "how_many", "how_much", "how_long", "said", "list"))


def tied(topics: Sequence[Topic], words: str, query: Query, answer: Answer, *, part: Query | None = None) -> bool:
    """Whether the answer to a follow-up is of what was told: in its order of time, of its event or thing, and of the part that was changed.

    `topics`: what the last turns told, the latest first; `words`: the follow-up as typed; `query`: as it was read;
    `part`: the fragment that it puts in the place of another.
    """
    if answer.status == "unanswered" or answer.kind == "document":
        return True
    passages = topics[0].view.passages_of(answer.citations)
    if not _in_order(topics[0], words, answer) or (part is not None and not _of_part(topics[0], part, answer, passages)):
        return False
    return _of_event(topics, words, query, answer, passages) and _of_thing(topics, words, query, answer, passages)


def _in_order(topic: Topic, words: str, answer: Answer) -> bool:
    """Whether what came "again" or "before" lies after or before the time told."""
    told, found = topic.time(), answer.value
    side = 1 if _ONWARD.search(words) else -1 if _EARLIER.search(words) else 0
    if not side or answer.kind != "date" or not told or not isinstance(found, str):
        return True
    first, other = DATE.search(told), DATE.search(found)
    if first is None or other is None:
        return True
    size = min(len(first[0]), len(other[0]))
    one, two = first[0][:size], other[0][:size]
    return (two > one if side > 0 else two < one) or (one == two and len(first[0]) != len(other[0]))


def _of_part(topic: Topic, part: Query, answer: Answer, passages: Sequence[Passage]) -> bool:
    """Whether the same answer as before, from the same sentences, is of the part that the follow-up puts in the place of another."""
    before = topic.answer
    if answer.value != before.value or answer.value is None or isinstance(answer.value, bool):
        return True
    if {one.number for one in passages} - {one.number for one in topic.view.passages_of(before.citations)}:
        return True
    if part.windows:
        times = [mention.time for one in passages for mention in one.times if mention.time]
        return any(may_overlap(time, window.time) for time in times for window in part.windows)
    named = [set(name.ids) for name in part.names]
    told = {i for one in passages for i in one.fact.actors} | {p.actor for e in _events(topic.view, answer) for p in e.participants}
    joined = " ".join(one.joined for one in passages)
    if any(not ids & told for ids in named):
        return False
    return bool(named) or any(tells(topic.view, term.stem, joined) for term in part.terms) or bool(part.acts)


def _of_event(topics: Sequence[Topic], words: str, query: Query, answer: Answer, passages: Sequence[Passage]) -> bool:
    """Whether what somebody is asked about stands near the event told of him, or took place at its time."""
    if not _WHOSE.search(words) or query.form not in _ON_IT or _MAY.search(words) or query.ordinal:
        return True
    told = [one.time for topic in topics for one in topic.events() if one.time and one.type in _STAY]
    if not told or _ONWARD.search(words) or _EARLIER.search(words) or _near_any(topics, passages):
        return True
    if any(window.time.earliest and not may_overlap(window.time, told[0]) for window in query.windows):
        return True
    times = [one.time for one in _events(topics[0].view, answer) if one.time]
    times += [mention.time for one in passages for mention in one.times if mention.time]
    return not times or any(_within_stay(one, other) for one in times for other in told)


def _of_thing(topics: Sequence[Topic], words: str, query: Query, answer: Answer, passages: Sequence[Passage]) -> bool:
    """Whether what is asked of "it" or "they" is told of the very thing, where a word for any event is all that it was called by."""
    own = {token.lower() for token in _WORD.findall(words)}
    taken = [term for term in query.words if term.text.lower() not in own] if _IT.search(words) else []
    if len(taken) != 1 or taken[0].stem not in topics[0].view.lexicon.kinds_of_events:
        return True
    if any(name.text.lower() not in words.lower() for name in query.names):
        return True
    documents = {c.document for topic in topics for c in topic.answer.citations}
    if not documents or documents & {one.document.id for one in passages}:
        return True
    return bool(_deals(topics[0].view, answer.facts) & {i for topic in topics for i in _deals(topic.view, topic.answer.facts)})


def _deals(view: View, facts: Sequence[str]) -> set[str]:
    """Facts, and the agreements of those among them that are events."""
    return {*facts, *(event.agreement for one in facts if (event := view.events.get(one)) and event.agreement)}


def _near_any(topics: Sequence[Topic], passages: Sequence[Passage]) -> bool:
    before = [one for topic in topics for one in topic.view.passages_of(topic.answer.citations)]
    return any(_close(one, other) for one in passages for other in before)


def _within_stay(time: TimeValue, stay: TimeValue) -> bool:
    """Whether a time can be one of the days of a stay, whose end the texts may leave open."""
    after = (time.earliest - stay.earliest).days if time.earliest and stay.earliest else None
    return may_overlap(time, stay) or (after is not None and 0 <= after <= _DAYS)


def _events(view: View, answer: Answer) -> list[Event]:
    return [view.events[one] for one in answer.facts if one in view.events]


def _close(one: Passage, other: Passage) -> bool:
    return one.document.id == other.document.id and abs(one.number - other.number) <= NEAR


def near(view: View, told: Sequence[Passage], answer: Answer) -> bool:
    """Whether a sentence of an answer is one of some, or stands close behind or before one."""
    return any(_close(one, other) for one in view.passages_of(answer.citations) for other in told)


def around(view: View, told: Sequence[Passage]) -> View:
    """The facts of the sentences around some, and no others."""
    rows = [one for one in view.passages if any(one.document is t.document and -BACK <= one.number - t.number <= ON for t in told)]
    kept = {ident for one in rows for ident in (*one.fact.events, *one.fact.figures, *one.fact.agreements)}
    events = tuple(one for one in view.facts.events if one.id in kept)
    named = {i for one in rows for i in one.fact.actors} | {part.actor for one in events for part in one.participants}
    changes = {
        "documents": tuple(one for one in view.facts.documents if any(row.document.id == one.id for row in rows)),
        "sentences": tuple(one.fact for one in rows),
        "actors": tuple(one for one in view.facts.actors if one.id in named or one.kind == "country"),
        "events": events,
        "figures": tuple(one for one in view.facts.figures if one.id in kept),
        "agreements": tuple(one for one in view.facts.agreements if one.id in kept or any(one.id == e.agreement for e in events)),
        "issues": (),
        "merges": (),
    }
    return View(view.facts.model_copy(update=changes), view.rulebook)


def of_the_told(view: View, told: Collection[int], heads: Collection[str], answer: Answer) -> bool:
    """Whether each sentence of an answer is one told before, points back to one, or names the thing that was talked about."""
    passages = view.passages_of(answer.citations)
    return bool(passages) and all(
        one.number in told
        or any(back.number in told for back in (*meant(view, one), *taken_up(view, one)))
        or any(tells(view, head, one.joined) for head in heads)
        for one in passages
    )


def counts_time(view: View, answer: Answer) -> bool:
    """Whether the number of an answer is that of days, weeks or years in its sentence: "six weeks", where people are counted."""
    first = answer.answer.split(".")[0].lower()
    return any(mention.text.lower().startswith(f"{first} ") for one in view.passages_of(answer.citations) for mention in one.times)


def tells_deed(view: View, query: Query, answer: Answer) -> bool:
    """Whether the sentences of an answer tell the very deed of a question, and not only those who would have done it."""
    from tieline.query.reading.frame import frame_of

    frame = frame_of(view, query)
    told = [one.joined for one in view.passages_of(answer.citations)]
    return frame is None or frame.copular or any(tells(view, verb.split()[0], joined) for verb in frame.verbs for joined in told)
