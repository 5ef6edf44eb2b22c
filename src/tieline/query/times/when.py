"""Dates: when something happened, is planned, or cannot be said to have happened."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.answer import AnswerStatus
from tieline.model.edtf import lies_within, span_value, time_value
from tieline.model.event import Event
from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.query.draft import (
    Draft,
    Lack,
    capital,
    cite,
    clip,
    event_item,
    event_reasons,
    from_passage,
    in_a_row,
    in_order,
    line,
    nothing,
    quoted,
)
from tieline.query.events.pick.choice import choose, of_kind, too_many
from tieline.query.events.pick.select import REAL
from tieline.query.events.pick.sides import done_by_another
from tieline.query.events.pick.subjects import beside, either
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.sentences.claims import refused
from tieline.query.sentences.search import Found, search
from tieline.query.times.ahead import asks_ahead, asks_plan
from tieline.query.times.dating import calendar_unit, date_phrase, edge
from tieline.query.times.first_plan import first_plan
from tieline.query.times.last_one import before_this
from tieline.query.times.moved import moved_to, standing
from tieline.query.times.tenure import turn_of_office
from tieline.query.times.told_when import SAID, from_sentence
from tieline.query.view import Passage, View

_UNTIL = regex(r"^\W*(until|till|up to) (when|what)", re.I)
_EXTENDS = regex(r"\b(?:extend|prolong|renew)\w*\b", re.I)
_GRAINS = {"time of day": ("minute", "hour"), "day": ("minute", "hour", "day"), "month": ("minute", "hour", "day", "week", "month")}


def when(view: View, query: Query) -> Draft:
    """The date of what a question asks about; what is only ahead is none since which anything has been."""
    draft = _when(view, query)
    ahead = draft.status == "partly" and draft.lacks == "outcome" and _SINCE_WHEN.search(query.text)
    return nothing(view, query, "date") if ahead or _only_begins(view, query, draft) else draft


def _when(view: View, query: Query) -> Draft:
    for way in _BEFORE_EVENTS:
        told = way(view, query)
        if told:
            return told
    hits = [hit for hit in choose(view, query) if not done_by_another(view, query, hit.event)]
    if _RECOGNISED.search(query.text):
        hits = [hit for hit in hits if any(_RECOGNISED.search(one.quote) for one in hit.event.evidence)] or hits
    if hits:
        return _by_events(view, query, [hit.event for hit in hits])
    if query.ordinal in ("second", "third", "fourth") and of_kind(query):
        return nothing(view, query, "date")
    told = from_sentence(view, query)
    return told if told.status != "unanswered" else _figure_date(view, query) or told


def _spoken_on(view: View, query: Query) -> Draft | None:
    """The day on which something was said."""
    return _found(from_sentence(view, query)) if SAID.search(query.text) else None


def _found(draft: Draft) -> Draft | None:
    return draft if draft.status != "unanswered" else None


def _to_its_end(view: View, query: Query) -> Draft | None:
    """Until when something holds; the day on which it was prolonged is not its end."""
    if not _UNTIL.search(query.text):
        return None
    return _until(view, query) or (nothing(view, query, "date") if _EXTENDS.search(query.text) else None)


def _one_before(view: View, query: Query) -> Draft | None:
    return before_this(view, query) if query.ordinal in ("last", "previous") else None


def _too_wide(view: View, query: Query) -> Draft | None:
    if not too_many(view, query):
        return None
    return Draft("unanswered", "That can mean a great many events; name a country, a person, an agreement or a time.", "date")


def _by_events(view: View, query: Query, hits: Sequence[Event]) -> Draft:
    """The date of the events that a question can mean; of a sentence, where they have none or only an open end."""
    denied = refused(view, query) if query.stages else None
    if denied and _later(view, denied, hits):
        text = clip(f"The texts deny it: {denied.text.removeprefix('No. ')}")
        return replace(denied, status="unanswered", text=text, kind="date", value=None)
    events = in_order(hits)
    events = events if asks_plan(query) else standing(events) or events
    dated = [event for event in events if event.time]
    if not dated:
        told = _found(from_sentence(view, query, [event.id for event in events]))
        return told or nothing(view, query, "date", f"The texts give no date: {events[0].title}.")
    if all(event.time and event.time.latest is None for event in dated):
        told = _found(from_sentence(view, query))
        if told:
            return told  # a day that a sentence gives says more than an open end
    drafted = _say(view, query, dated)
    return beside(view, query, dated[0], drafted) if len(dated) == 1 else drafted


def _later(view: View, denial: Draft, events: Sequence[Event]) -> bool:
    """Whether something is denied in the very sentence that was taken for its report."""
    told = {p.number for event in events for p in view.passages_of(event.evidence)}
    return told <= {p.number for p in view.passages_of(denial.citations)}


_RECOGNISED = regex(r"\brecogni[sz]\w+|\brecognition\b", re.I)  # a state may recognise another before there are relations
_BECAME = regex(r"\b(?:become|became|turn into|turned into)\b", re.I)


def _figure_date(view: View, query: Query) -> Draft | None:
    if _BECAME.search(query.text) or asks_plan(query):
        return None  # the year of a figure is no year in which something became so
    from tieline.query.amounts.measured import figure_date
    from tieline.query.sentences.told_in import told_in_clause

    told = told_in_clause(view, query)
    if told and told.status == "answered":
        return told
    return None if query.stages else figure_date(view, query)


def _say(view: View, query: Query, events: Sequence[Event]) -> Draft:
    times = _distinct(query, events)
    if not times:
        sentence = from_sentence(view, query)
        return sentence if sentence.status != "unanswered" else nothing(view, query, "date")
    first = events[0]
    reasons = tuple(dict.fromkeys(reason for event in events[:3] for reason in event_reasons(event)))
    base = Draft("answered", "", "date", reasons=reasons, citations=cite(events), facts=tuple(event.id for event in events[:6]))
    if len(times) > 1:
        return either(view, query, times, base, date_phrase) or _several(query, events, times, base)
    time, event = times[0]
    phrase = date_phrase(time)
    if event.status in ("planned", "expected"):
        word = "Scheduled" if event.status == "planned" else "Expected"
        text = f"{word} for {in_words(time)}; no text confirms it."
        return replace(base, status="partly", text=text, value=time.edtf, nearest=(event_item(event),), lacks="outcome")
    if event.status == "cancelled" and asks_plan(query):
        told = f"It was planned for {in_words(time)}, and put off or called off. {capital(event.title)}."
        return replace(base, text=clip(told), value=time.edtf)
    if event.status in ("hypothetical", "denied", "cancelled"):
        why = {
            "hypothetical": "It was only under discussion",
            "denied": "The texts say that it did not happen",
            "cancelled": "It was called off",
        }[event.status]
        moved = moved_to(view, events) if asks_ahead(query) else None
        lacks: Lack | None = None if event.status == "denied" else "event"
        return moved or Draft("unanswered", f"{why}: {clip(event.title, 200)}.", "date", nearest=(event_item(event),), lacks=lacks)
    loose = time.edtf.startswith("[") and ".." in time.edtf
    coarse = query.grain in _GRAINS and time.grain not in _GRAINS[query.grain] and (time.grain != "interval" or loose)
    if coarse:
        return replace(base, status="partly", text=f"No {query.grain} is given; the texts say only {in_words(time)}.", value=time.edtf)
    if query.grain == "year" and time.earliest and time.latest and time.earliest.year == time.latest.year:
        phrase, time = f"in {time.earliest.year}", time_value(str(time.earliest.year))
    if query.grain == "month" and time.grain == "interval" and (month := calendar_unit(time)) and month.grain == "month":
        phrase, time = f"in {in_words(month)}", month
    plain = calendar_unit(time) if loose else None
    if plain:
        text = clip(f"In {in_words(plain)}. {capital(first.title)}; more exactly {in_words(time)}.")
        known = any(lies_within(window.time, plain) for window in query.windows)
        return replace(base, text=text, value=plain.edtf, status="partly" if known else "answered")
    if time.earliest is None and time.latest:
        text = f"No first day is given; it was under way by {in_words(str(time.latest))}. {capital(first.title)}."
        return replace(base, status="partly", text=clip(text), value=time.edtf)
    tail = f" {capital(first.title)}." if len(first.title) < 180 else ""
    phrase = f"since {in_words(time)}" if _SINCE_WHEN.search(query.text) and time.grain != "interval" else phrase
    return replace(base, status="partly" if loose else "answered", text=clip(f"{capital(phrase)}.{tail}"), value=time.edtf)


_SINCE_WHEN = regex(r"^\W*(?:since|from) (?:when|what|which)\b", re.I)


def _until(view: View, query: Query) -> Draft | None:
    """The end that a sentence gives with "until"."""
    passages = [p for hit in choose(view, query) for p in view.passages_of(hit.event.evidence)]
    passages += [found.passage for found in search(view, query, least=0.75)[:3]]
    for passage in passages:
        for mention in passage.times:
            before = passage.document.text[passage.fact.start : mention.start].rstrip().lower()
            if mention.time and (before.endswith(("until", "till", "through")) or _EXTENDED.search(before)):
                text = f"Until {mention.text if mention.time.edtf.endswith('~') else in_words(mention.time)}."
                return from_passage(Found(passage, 1.0, ()), "date", text=text, value=mention.time.edtf)
            last = mention.parts[-1].time if len(mention.parts) == 2 else None
            if last:
                return from_passage(Found(passage, 1.0, ()), "date", text=f"Until {in_words(last)}. {quoted(passage)}", value=last.edtf)
    return None


_BEGUN = frozenset(("launched", "signed", "initialled", "concluded", "established", "started", "announced", "inaugurated", "in_force"))


def _only_begins(view: View, query: Query, draft: Draft) -> bool:
    """Whether an answer to "until when" rests on nothing but what began something."""
    if not _UNTIL.search(query.text) or draft.text.startswith("Until"):
        return False
    stages = {view.events[i].stage for i in draft.facts if i in view.events}
    return bool(stages) and stages <= _BEGUN


_EXTENDED = regex(r"\b(?:extend|prolong|renew|run|last|valid|apply|applies)\w*\b[^.;]{0,60}\b(?:to|up to)(?: the)?$")
_CHANGE = regex(r"\bfrom (?:an? )?(?P<a>.+?partnership|.+?) to (?:an? )?(?P<b>.*?partnership|.+?)\b[?. ]*$", re.I)


def level_change(view: View, query: Query) -> Draft | None:
    """When relations moved from one level to another, bounded by what the texts call them and when."""
    found = _CHANGE.search(query.text)
    levels = (found["a"].casefold(), found["b"].casefold()) if found and "partnership" in found["b"] else _reached(view, query)
    first, second = (_called(view, level) for level in levels) if levels else ((), ())
    if levels is None or not first or not second:
        return None
    (after, one), (by, two) = first[0], second[0]
    if not (after.earliest and by.latest) or after.earliest > by.latest:
        return None
    span = span_value((after.latest or after.earliest) + dt.timedelta(days=1), by.latest)
    until = in_words(by) if by.grain != "interval" else f"the end of {by.latest.year}"
    text = f"Not stated; some time after {in_words(after)} and by {until}, when the texts speak of a {levels[1]}."
    return Draft(
        "partly",
        clip(text),
        "date",
        span.edtf,
        citations=(one.citation, two.citation),
        reasons=("bounded by the first mentions of both levels",),
        told=tuple(term.stem for term in query.words),
    )


def _reached(view: View, query: Query) -> tuple[str, str] | None:
    """The level below, and that of which a question asks since when it is there, where no event dates it."""
    level = query.level or ""
    below = level.removeprefix("comprehensive ").removeprefix("global ").removeprefix("all-weather ")
    if not level or below == level or not _BEGINS.search(query.text) or query.windows:
        return None
    dated = [e for e in view.by_type.get("partnership", ()) if e.level == level and e.time]
    return None if dated else (below, level)


_BEGINS = regex(
    r"^\W*(?:since|from|when|how long|in (?:which|what)|what (?:year|date|day|month))\b"
    r"(?!.*\b(?:said|say|says|mention\w*|speak|spoke|told)\b)",
    re.I,
)


def _called(view: View, level: str) -> list[tuple[TimeValue, Passage]]:
    """The times at which the texts speak of a level, the earliest first."""
    words = " ".join(stem(word) for word in level.split())
    longer = "comprehensive" not in level
    found = []
    for passage in view.passages:
        if f" {words} " in passage.joined and not (longer and f" {stem('comprehensive')} {words} " in passage.joined):
            time = next((m.time for m in passage.times if m.time and m.time.latest), passage.document.published)
            if time and time.latest:
                found.append((time, passage))
    return sorted(found, key=lambda one: str(one[0].latest))


def _several(query: Query, events: Sequence[Event], times: Sequence[tuple[TimeValue, Event]], base: Draft) -> Draft:
    listed = in_a_row([date_phrase(time) for time, _ in times])
    same = (
        len({(e.type, e.stage) for e in events}) == 1
        and events[0].stage is not None
        and events[0].type in ("agreement", "diplomatic_ties", "negotiation", "partnership", "project")
    )
    told = "; ".join(line(event) for _, event in times)
    text = f"The texts differ: {listed}." if same else f"{told}."
    value = times[0][0].edtf if same else times[-1][0].edtf
    items = tuple(event_item(e) for e in events)
    unsure = same or not any(event.status in REAL for event in events)
    status: AnswerStatus = "partly" if unsure else "answered"
    return replace(base, status=status, text=clip(text), value=value, items=items, lacks="accord" if same else None)


def _distinct(query: Query, events: Sequence[Event]) -> list[tuple[TimeValue, Event]]:
    found: list[tuple[TimeValue, Event]] = []
    for event in events if query.stages else without_ends(events):
        time = edge(query, event)
        if time and not any(_same(time, other) for other, _ in found):
            found = [(t, e) for t, e in found if not _inside(time, t)]
            found.append((time, event))
    return found


def without_ends(events: Sequence[Event]) -> list[Event]:
    """Some events without the end of a stay that is told as a whole beside it: "left on Wednesday after a two-day visit"."""
    stays = [event.time for event in events if event.type == "visit" and event.stage is None and event.time]
    ends = [event for event in events if event.type == "visit" and event.stage == "concluded" and event.time]
    told = [one.id for one in ends if any(one.time and one.time.edtf != stay.edtf and _inside(one.time, stay) for stay in stays)]
    return [event for event in events if event.id not in told]


def _same(one: TimeValue, other: TimeValue) -> bool:
    return one.edtf == other.edtf or _inside(other, one)


def _inside(fine: TimeValue, coarse: TimeValue) -> bool:
    return bool(
        fine.earliest
        and fine.latest
        and coarse.earliest
        and coarse.latest
        and coarse.earliest <= fine.earliest
        and fine.latest <= coarse.latest
    )


# what may tell a time before the events do, each where the ones before it do not
_BEFORE_EVENTS: tuple[Callable[[View, Query], Draft | None], ...] = (
    turn_of_office,
    _spoken_on,
    first_plan,
    _to_its_end,
    _one_before,
    level_change,
    _too_wide,
)
