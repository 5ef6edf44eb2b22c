"""Dates out of the one sentence that covers a question."""

import re
from collections.abc import Collection
from dataclasses import replace

from tieline.late import regex
from tieline.model.edtf import may_overlap
from tieline.model.time import TimeMention, TimeValue
from tieline.model.words import in_words
from tieline.query.draft import Draft, Lack, capital, clip, from_passage, nearest, nothing, quoted
from tieline.query.events.pick.select import MET, select
from tieline.query.reading.query import Query
from tieline.query.sentences.search import Found, search
from tieline.query.times.ahead import asks_ahead, asks_plan, tells_first_plan
from tieline.query.times.dating import calendar_unit, date_phrase
from tieline.query.times.moment import AHEAD, DENIED, clause, fits, moment, of_saying
from tieline.query.times.offsets import offset, within
from tieline.query.view import Passage, View

SURE = 0.93
SAID = regex(
    r"\b(write|wrote|comment|commented|say|said|tell|told|stated|promise|promised|announce|urge|urged|pledge|pledged|speak|spoke|declare|remark|remarks|praise|praised|briefing|interview)\b",
    re.I,
)


def from_sentence(view: View, query: Query, own: Collection[str] = ()) -> Draft:
    """A date out of the one sentence that covers the question; for words said, the day on which they were said.

    `own`: the ids of events that fit the question and have no date; a sentence that tells one of them may give it.
    """
    # here: reading clauses is needed only where no event tells it
    from tieline.query.sentences.clausal import mode_told, tells_of_others, told_of
    from tieline.query.sentences.told_in import told_in_clause
    from tieline.query.times.other_verb import of_other_verb

    said = SAID.search(query.text) and not _IS_PROMISED.match(query.text)
    clausal = None if said else told_in_clause(view, query)
    if clausal:
        return clausal
    spoken = _prose_first(search(view, _unspoken(query))) if said else []
    for found in [*_prose_first(search(view, query)), *spoken]:
        passage = found.passage
        counted = offset(view, query, passage)
        if counted:
            text = f"{capital(date_phrase(counted[0]))}. {quoted(passage)}"
            return from_passage(found, "date", text=text, value=counted[0].edtf)
        if said:
            words = [event for i in passage.fact.events if (event := view.events.get(i)) and event.type == "statement" and event.time]
            if _IN_IT.search(passage.text) and not passage.times:
                continue  # it goes on with words whose day the sentence before gives
            time = words[0].time if words else _no_finer(passage, _spoken(view, query, found))
            if time and (time.edtf.startswith("[") or query.grain == "year"):
                time = calendar_unit(time, year=query.grain == "year") or time
            if time:
                return from_passage(found, "date", text=f"{capital(date_phrase(time))}.", value=time.edtf)
        acted = all(any(act.span.contains(term.span) for act in query.acts) for term in query.words)
        met = [i for i in passage.fact.events if i in view.events and view.events[i].type in query.types & set(MET)]
        if acted and met and not set(met) <= set(own):
            continue  # it tells a visit or meeting, and not the one asked for
        if told_of(view, query, passage) is False and (found.share < 0.98 or tells_of_others(view, query, passage)):
            continue  # it tells the same of others
        if mode_told(view, query, passage) in ("open", "denied") and not (asks_ahead(query) or asks_plan(query)):
            continue  # somebody only asks for it, or denies it
        told = _planned_for(view, query, passage) or (moment(view, query, passage) if not query.acts or found.share > SURE else None)
        if told and told.time and not of_other_verb(view, query, passage, told):
            drafted = _told_at(query, found, told, told.time)
            if drafted:
                return drafted
        later = asks_ahead(query) or asks_plan(query) or _TO_BE.search(query.text)
        soon = within(passage) if later and found.share > SURE else None
        if soon:
            text = f"{capital(soon[1])} of the report: {in_words(soon[0])}; no text confirms it. {quoted(passage)}"
            return from_passage(found, "date", text=text, value=soon[0].edtf, status="partly", lacks="outcome")
    reported = _reported(view, query) if _WROTE.search(query.text) else None
    if reported:
        return reported
    planned = [hit.event for hit in select(view, query, in_time=False) if hit.event.time]
    if planned and planned[0].time and query.windows:
        why = f"The texts do not say that; {clip(planned[0].title, 120)}: {date_phrase(planned[0].time)}."
        lacks: Lack | None = "value" if asks_ahead(query) or asks_plan(query) else None
        return Draft("unanswered", why, "date", nearest=nearest(view, query), lacks=lacks)
    return nothing(view, query, "date")


# "when are the talks promised?" asks for the day of the talks
_IS_PROMISED = regex(r"^\W*(?:for )?when (?:is|are)\b[^?]* (?:promised|announced|pledged)\b", re.I)
_IN_IT = regex(r"^\W*(?:in|at|during) (?:it|this|that|the (?:speech|address|interview|letter|note|statement|article))\b", re.I)


def _prose_first(found: list[Found]) -> list[Found]:
    """The three best sentences, those of headlines behind others as good: their days are told in short."""
    return sorted(found, key=lambda one: (-round(one.share, 2), one.passage.fact.zone != "prose"))[:3]


def _no_finer(passage: Passage, day: TimeValue | None) -> TimeValue | None:
    """The day on which somebody spoke, or the wider time that the sentence itself gives, where it gives one: "announced in June"."""
    own = [m.time for m in passage.times if m.time and m.time.earliest and m.time.latest and m.time.grain in ("month", "year")]
    wider = [time for time in own if day is not None and may_overlap(time, day)]
    return wider[0] if len(wider) == 1 else day


_TO_BE = regex(r"\b(?:is|are|was|were) (?:\w+ ){0,5}?to be\b", re.I)


def _planned_for(view: View, query: Query, passage: Passage) -> TimeMention | None:
    """The only time of a sentence that stands in a clause which looks ahead, where the question asks for a plan."""
    if not (asks_plan(query) or asks_ahead(query)):
        return None
    dated = [m for m in passage.times if m.time and m.time.edtf and not of_saying(passage, m)]
    ahead = [m for m in dated if AHEAD.search(clause(passage, m)) and fits(view, query, passage, m)]
    return ahead[0] if len(ahead) == 1 else None


_WROTE = regex(r"\b(write|wrote|said|say|tell|told|publish(?:ed)?)\b", re.I)


def _reported(view: View, query: Query) -> Draft | None:
    """The year or month of the text that reports some words, where nothing tells when they were said."""
    for found in search(view, query, least=0.95)[:1]:
        if any(mention.time for mention in found.passage.times):
            return None  # days that the sentence gives can be those of what it tells
        published = found.passage.document.published
        unit = calendar_unit(published) if published else None
        spoken = any(view.events[i].type == "statement" for i in found.passage.fact.events if i in view.events)
        if published and unit and spoken:
            text = f"No day is given; the text that reports it is of {in_words(unit)}. {quoted(found.passage)}"
            return from_passage(found, "date", text=text, value=unit.edtf, status="partly")
    return None


_PUT_OFF = regex(r"\bput\b[^.;]{0,60}\bon (?:ice|hold)\b|\b(?:postponed|put off|called off|cancelled|canceled|scrapped|shelved)\b", re.I)


def _told_at(query: Query, found: Found, mention: TimeMention, time: TimeValue) -> Draft | None:
    """A date from a clause: not where the clause denies, and as a plan where it looks ahead."""
    own = clause(found.passage, mention)
    if (asks_plan(query) or asks_ahead(query)) and not AHEAD.search(own):
        return None
    if not tells_first_plan(query, own):
        return None
    if DENIED.search(own) or _PUT_OFF.search(found.passage.text):
        return None
    if time.edtf.startswith("[") or query.grain == "year":
        time = calendar_unit(time, year=query.grain == "year") or time
    if query.acts and AHEAD.search(own):
        if of_saying(found.passage, mention):
            return None  # the day on which somebody speaks of what is to come
        text = f"Scheduled: {date_phrase(time)}. {quoted(found.passage)}"
        return from_passage(found, "date", text=text, value=time.edtf, status="partly", lacks="outcome")
    return from_passage(found, "date", text=f"{capital(date_phrase(time))}.", value=time.edtf)


def _unspoken(query: Query) -> Query:
    """A question without its words of speech: who urged something may have "said" it in the texts."""
    return replace(query, words=tuple(term for term in query.words if not SAID.fullmatch(term.text)))


def _spoken(view: View, query: Query, found: Found) -> TimeValue | None:
    """The day on which somebody whom the question names is known to have spoken in the same text."""
    named = query.ids
    lands = {i for i in (*named, *found.passage.fact.actors) if i in view.actors and view.actors[i].kind in ("country", "place")}
    people = view.of_kind(named, "person")
    speakers = people or named - lands or set(found.passage.fact.actors) - lands
    days: dict[str, TimeValue] = {}
    for event in view.by_type.get("statement", ()):
        here = any(c.document == found.passage.document.id for c in event.evidence)
        if (
            here
            and event.time
            and event.time.grain == "day"
            and any(p.role == "speaker" and p.actor in speakers for p in event.participants)
        ):
            days[event.time.edtf] = event.time
    met = [
        event.time
        for event in view.by_type.get("meeting", ())
        if event.time
        and event.time.grain == "day"
        and any(c.document == found.passage.document.id for c in event.evidence)
        and {p.actor for p in event.participants} & speakers
    ]
    days = days or {time.edtf: time for time in met}
    return next(iter(days.values())) if len(days) == 1 else None
