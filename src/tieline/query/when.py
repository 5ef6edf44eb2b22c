"""Dates: when something happened, is planned, or cannot be said to have happened."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.edtf import day_value, lies_within, span_value, time_value
from tieline.model.event import Event
from tieline.model.time import TimeMention, TimeValue
from tieline.model.words import in_words
from tieline.query.claims import refused
from tieline.query.draft import (
    Draft,
    capital,
    cite,
    clip,
    event_item,
    event_reasons,
    from_passage,
    in_order,
    line,
    nearest,
    nothing,
    quoted,
)
from tieline.query.moment import AHEAD, DENIED, clause, moment
from tieline.query.pairs import of_one_pair
from tieline.query.query import Query
from tieline.query.search import Found, search
from tieline.query.select import MET, Hit, best, evidence_stems, select
from tieline.query.sides import done_by_another
from tieline.query.subjects import beside, either
from tieline.query.tenure import turn_of_office
from tieline.query.view import Passage, View
from tieline.query.words import fold, stem

_ORDER = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_BEGIN = regex(r"\b(begin|began|start\w*|arriv\w*|land|landed|get to|got to|set off|commence\w*|set foot|touch\w*)\b", re.I)
_END = regex(r"\b(end|ended|ends|conclude\w*|finish\w*|leave|left|last day|depart\w*|(?:until|till|up to) (?:when|what))\b", re.I)
SURE = 0.93
_DUE = regex(r"\b(due|planned|scheduled|supposed|expected)\b", re.I)
_UNTIL = regex(r"^\W*(until|till|up to) (when|what)", re.I)
_SAID = regex(
    r"\b(write|wrote|comment|commented|say|said|tell|told|stated|promise|promised|announce|urge|urged|pledge|pledged|speak|spoke|declare|remark|remarks|praise|praised|briefing|interview)\b",
    re.I,
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_GRAINS = {"time of day": ("minute", "hour"), "day": ("minute", "hour", "day"), "month": ("minute", "hour", "day", "week", "month")}


def when(view: View, query: Query) -> Draft:
    """The date of what a question asks about."""
    turn = turn_of_office(view, query)
    if turn:
        return turn
    spoken = _from_sentence(view, query) if _SAID.search(query.text) else None
    if spoken and spoken.status != "unanswered":
        return spoken
    ended = _until(view, query) if _UNTIL.search(query.text) else None
    if ended:
        return ended
    moved = level_change(view, query)
    if moved:
        return moved
    hits = [hit for hit in choose(view, query) if not done_by_another(view, query, hit.event)]
    if not hits and query.ordinal in ("second", "third", "fourth") and _of_kind(query):
        return nothing(view, query, "date")
    if not hits:
        told = _from_sentence(view, query)
        return told if told.status != "unanswered" else _figure_date(view, query) or told
    denied = refused(view, query) if query.stages else None
    if denied and _later(view, denied, [hit.event for hit in hits]):
        return replace(
            denied, status="unanswered", text=clip(f"The texts deny it: {denied.text.removeprefix('No. ')}"), kind="date", value=None
        )
    events = in_order([hit.event for hit in hits])
    dated = [event for event in events if event.time]
    if not dated:
        sentence = _from_sentence(view, query) if not query.types else None
        if sentence and sentence.status != "unanswered":
            return sentence
        return nothing(view, query, "date", f"The texts give no date: {events[0].title}.")
    drafted = _say(view, query, dated)
    return beside(view, query, dated[0], drafted) if len(dated) == 1 else drafted


def _later(view: View, denial: Draft, events: Sequence[Event]) -> bool:
    """Whether something is denied in the very sentence that was taken for its report."""
    told = {p.number for event in events for p in view.passages_of(event.evidence)}
    return told <= {p.number for p in view.passages_of(denial.citations)}


def _figure_date(view: View, query: Query) -> Draft | None:
    from tieline.query.measured import figure_date

    return None if query.stages else figure_date(view, query)


def choose(view: View, query: Query) -> list[Hit]:
    """The events that a question about one event means, its ordinal taken into account."""
    hits = best(select(view, query))
    paired = of_one_pair(view, query, [hit.event for hit in hits])
    hits = [hit for hit in hits if hit.event in paired]
    if any(act.rule == "act.inaugurate" for act in query.acts) and any(hit.event.stage == "inaugurated" for hit in hits):
        hits = [hit for hit in hits if hit.event.stage == "inaugurated"]
    ahead = [hit for hit in hits if hit.event.status in ("planned", "expected")]
    if ahead and _DUE.search(query.text) and len(ahead) < len(hits):
        return ahead
    real = [hit for hit in hits if hit.event.status in ("occurred", "ongoing")]
    hits = real or hits
    if query.ordinal in ("second", "third", "fourth") and hits and len(hits) <= _ORDER[query.ordinal]:
        return [hit for hit in hits if _numbered(view, query.ordinal, hit)] or ([] if _of_kind(query) else hits)
    if not query.ordinal or len(hits) < 2:
        return hits
    if query.ordinal in ("next",):
        return hits[-1:]
    ordered = sorted(
        (hit for hit in hits if hit.event.time), key=lambda hit: str(hit.event.time and (hit.event.time.earliest or hit.event.time.latest))
    )
    named = [hit for hit in ordered if _numbered(view, query.ordinal, hit)] if query.ordinal in ("second", "third", "fourth") else []
    place = _ORDER[query.ordinal]
    if named:
        return named[-1:]
    return ordered[place : place + 1 or None] if len(ordered) > abs(place) - (place < 0) else []


def _of_kind(query: Query) -> bool:
    """Whether an ordinal counts the events asked about ("suspended for the second time") and not a thing in them ("the second bridge")."""
    return bool(re.search(r"\b(?:second|third|fourth) (?:time|visit|trip|meeting|summit|suspension|round)\b", query.text, re.I))


def _calendar_unit(time: TimeValue, *, year: bool = False) -> TimeValue | None:
    """The month or year in which all days of an interval lie: what can be said plainly."""
    if not (time.earliest and time.latest) or time.earliest.year != time.latest.year:
        return None
    month = time.earliest.month == time.latest.month and not year
    return time_value(f"{time.earliest:%Y-%m}" if month else f"{time.earliest:%Y}")


def _numbered(view: View, ordinal: str, hit: Hit) -> bool:
    """Whether the texts themselves call an event the second, third or fourth of its kind."""
    nouns = {"visit": "visit|trip|tour|stay", "meeting": "meeting|talk|encounter", "negotiation": "round"}.get(
        hit.event.type, "summit|meeting|round"
    )
    return bool(re.search(rf" {ordinal} (?:\w+ )?(?:{nouns}) ", evidence_stems(view, hit.event)))


def _say(view: View, query: Query, events: Sequence[Event]) -> Draft:
    times = _distinct(query, events)
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
        return replace(base, status="partly", text=text, value=time.edtf, nearest=(event_item(event),))
    if event.status in ("hypothetical", "denied", "cancelled"):
        why = {
            "hypothetical": "It was only under discussion",
            "denied": "The texts say that it did not happen",
            "cancelled": "It was called off",
        }[event.status]
        return Draft("unanswered", f"{why}: {clip(event.title, 200)}.", "date", nearest=(event_item(event),))
    loose = time.edtf.startswith("[") and ".." in time.edtf
    coarse = query.grain in _GRAINS and time.grain not in _GRAINS[query.grain] and (time.grain != "interval" or loose)
    if coarse:
        return replace(base, status="partly", text=f"No {query.grain} is given; the texts say only {in_words(time)}.", value=time.edtf)
    if query.grain == "year" and time.earliest and time.latest and time.earliest.year == time.latest.year:
        phrase, time = f"in {time.earliest.year}", time_value(str(time.earliest.year))
    if query.grain == "month" and time.grain == "interval" and (month := _calendar_unit(time)) and month.grain == "month":
        phrase, time = f"in {in_words(month)}", month
    plain = _calendar_unit(time) if loose else None
    if plain:
        text = clip(f"In {in_words(plain)}. {capital(first.title)}; more exactly {in_words(time)}.")
        known = any(lies_within(window.time, plain) for window in query.windows)
        return replace(base, text=text, value=plain.edtf, status="partly" if known else "answered")
    if time.earliest is None and time.latest:
        text = f"No first day is given; it was under way by {in_words(str(time.latest))}. {capital(first.title)}."
        return replace(base, status="partly", text=clip(text), value=time.edtf)
    tail = f" {capital(first.title)}." if len(first.title) < 180 else ""
    return replace(base, status="partly" if loose else "answered", text=clip(f"{capital(phrase)}.{tail}"), value=time.edtf)


def _until(view: View, query: Query) -> Draft | None:
    """The end that a sentence gives with "until"."""
    passages = [p for hit in choose(view, query) for p in view.passages_of(hit.event.evidence)] or [
        f.passage for f in search(view, query)[:3]
    ]
    for passage in passages:
        for mention in passage.times:
            before = passage.document.text[passage.fact.start : mention.start].rstrip().lower()
            if mention.time and before.endswith(("until", "till", "through")):
                text = f"Until {in_words(mention.time)}."
                return from_passage(Found(passage, 1.0, ()), "date", text=text, value=mention.time.edtf)
    return None


_CHANGE = regex(r"\bfrom (?:an? )?(?P<a>.+?partnership|.+?) to (?:an? )?(?P<b>.*?partnership|.+?)\b[?. ]*$", re.I)


def level_change(view: View, query: Query) -> Draft | None:
    """When relations moved from one level to another, bounded by what the texts call them and when."""
    found = _CHANGE.search(query.text)
    if not found or "partnership" not in found["b"]:
        return None
    first, second = (_called(view, found[part].casefold()) for part in "ab")
    if not first or not second:
        return None
    (after, one), (by, two) = first[0], second[0]
    if not (after.earliest and by.latest) or after.earliest > by.latest:
        return None
    span = span_value((after.latest or after.earliest) + dt.timedelta(days=1), by.latest)
    until = in_words(by) if by.grain != "interval" else f"the end of {by.latest.year}"
    text = f"Not stated; some time after {in_words(after)} and by {until}, when the texts speak of a {found['b']}."
    return Draft(
        "partly",
        clip(text),
        "date",
        span.edtf,
        citations=(one.citation, two.citation),
        reasons=("bounded by the first mentions of both levels",),
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
    listed = " and ".join(filter(None, [", ".join(date_phrase(t) for t, _ in times[:-1]), date_phrase(times[-1][0])]))
    same = (
        len({(e.type, e.stage) for e in events}) == 1
        and events[0].stage is not None
        and events[0].type in ("agreement", "diplomatic_ties", "negotiation", "partnership", "project")
    )
    told = "; ".join(line(event) for _, event in times)
    text = f"The texts differ: {listed}." if same else f"{told}."
    value = times[0][0].edtf if same else times[-1][0].edtf
    items = tuple(event_item(e) for e in events)
    return replace(base, status="partly" if same else "answered", text=clip(text), value=value, items=items)


def _distinct(query: Query, events: Sequence[Event]) -> list[tuple[TimeValue, Event]]:
    found: list[tuple[TimeValue, Event]] = []
    for event in events:
        time = edge(query, event)
        if time and not any(_same(time, other) for other, _ in found):
            found = [(t, e) for t, e in found if not _inside(time, t)]
            found.append((time, event))
    return found


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


def edge(query: Query, event: Event) -> TimeValue | None:
    """The time of an event, or the day on which it began or ended where the question asks for that."""
    time = event.time
    if time and "/" in time.edtf and event.type in ("visit", "meeting", "summit", "other", "project"):
        ends = bool(_END.search(query.text))
        if _BEGIN.search(query.text) and not ends:
            start = time.edtf.split("/")[0]
            return time_value(start) if start not in ("", "..") else time
        if ends:
            end = time.edtf.split("/")[1]
            return time_value(end) if end not in ("", "..") else time
    return time


def date_phrase(time: TimeValue) -> str:
    """A date with the preposition that it takes: "on 19 November 2008", "in June 2024"."""
    words = in_words(time)
    if time.edtf[:1] in "[{" or "/" in time.edtf:
        return words if words.startswith(("between", "by", "up to", "from")) else f"from {words}" if " to " in words else words
    if words.startswith(("about", "probably", "perhaps")):
        return words
    return f"on {words}" if time.grain in ("day",) else f"at {words}" if time.grain in ("minute", "hour") else f"in {words}"


def _from_sentence(view: View, query: Query) -> Draft:
    """A date out of the one sentence that covers the question; for words said, the day on which they were said."""
    from tieline.query.clausal import told_of  # here: reading clauses is needed only where no event tells it

    for found in [*search(view, query)[:3], *(search(view, _unspoken(query))[:3] if _SAID.search(query.text) else [])]:
        passage = found.passage
        if _SAID.search(query.text):
            said = [event for i in passage.fact.events if (event := view.events.get(i)) and event.type == "statement" and event.time]
            time = said[0].time if said else _spoken(view, query, found)
            if time and (time.edtf.startswith("[") or query.grain == "year"):
                time = _calendar_unit(time, year=query.grain == "year") or time
            if time:
                return from_passage(found, "date", text=f"{capital(date_phrase(time))}.", value=time.edtf)
        if any(view.events[i].type in query.types & set(MET) for i in passage.fact.events if i in view.events):
            continue  # it tells a visit or meeting, and not the one asked for
        if told_of(view, query, passage) is False:
            continue  # it tells the same of others
        told = moment(view, query, passage) if not query.acts or found.share > SURE else None
        if told and told.time:
            drafted = _told_at(query, found, told, told.time)
            if drafted:
                return drafted
    reported = _reported(view, query) if _WROTE.search(query.text) else None
    if reported:
        return reported
    planned = [hit.event for hit in select(view, query, in_time=False) if hit.event.time]
    if planned and planned[0].time and query.windows:
        why = f"The texts do not say that; {clip(planned[0].title, 120)}: {date_phrase(planned[0].time)}."
        return Draft("unanswered", why, "date", nearest=nearest(view, query))
    return nothing(view, query, "date")


_WROTE = regex(r"\b(write|wrote|said|say|tell|told|publish(?:ed)?)\b", re.I)


def _reported(view: View, query: Query) -> Draft | None:
    """The year or month of the text that reports some words, where nothing tells when they were said."""
    for found in search(view, query, least=0.95)[:1]:
        published = found.passage.document.published
        unit = _calendar_unit(published) if published else None
        spoken = any(view.events[i].type == "statement" for i in found.passage.fact.events if i in view.events)
        if published and unit and spoken:
            text = f"No day is given; the text that reports it is of {in_words(unit)}. {quoted(found.passage)}"
            return from_passage(found, "date", text=text, value=unit.edtf, status="partly")
    return None


_PUT_OFF = regex(r"\b(?:postponed|put off|called off|cancelled|canceled|scrapped|shelved)\b", re.I)


def _told_at(query: Query, found: Found, mention: TimeMention, time: TimeValue) -> Draft | None:
    """A date from a clause: not where the clause denies, and as a plan where it looks ahead."""
    own = clause(found.passage, mention)
    if DENIED.search(own) or _PUT_OFF.search(found.passage.text):
        return None
    if time.edtf.startswith("[") or query.grain == "year":
        time = _calendar_unit(time, year=query.grain == "year") or time
    if query.acts and AHEAD.search(own):
        text = f"Scheduled: {date_phrase(time)}. {quoted(found.passage)}"
        return from_passage(found, "date", text=text, value=time.edtf, status="partly")
    return from_passage(found, "date", text=f"{capital(date_phrase(time))}.", value=time.edtf)


def _unspoken(query: Query) -> Query:
    """A question without its words of speech: who urged something may have "said" it in the texts."""
    return replace(query, words=tuple(term for term in query.words if not _SAID.fullmatch(term.text)))


def _spoken(view: View, query: Query, found: Found) -> TimeValue | None:
    """The day on which somebody whom the question names is known to have spoken in the same text."""
    named = {i for name in query.names for i in name.ids}
    people = {i for i in named if i in view.actors and view.actors[i].kind == "person"}
    speakers = people or named or set(found.passage.fact.actors)
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


def weekday(view: View, query: Query) -> Draft:
    """The day of the week of what a question asks about."""
    hits = choose(view, query)
    events = [hit.event for hit in hits]
    for event in events:
        for passage in view.passages_of(event.evidence):
            named = [day for day in _WEEKDAYS if any(day.casefold() in fold(m.text) for m in passage.times)]
            if named:
                return Draft(
                    "answered",
                    f"On a {named[0]}. {clip(event.title, 200)}.",
                    "date",
                    named[0],
                    citations=cite([event]),
                    reasons=event_reasons(event),
                    facts=(event.id,),
                )
        if event.time and event.time.earliest and event.time.earliest == event.time.latest:
            day = _WEEKDAYS[event.time.earliest.weekday()]
            return Draft(
                "answered",
                f"On a {day}, {in_words(day_value(event.time.earliest))}.",
                "date",
                day,
                citations=cite([event]),
                reasons=event_reasons(event),
                facts=(event.id,),
            )
    for found in search(view, query)[:2]:
        named = [day for day in _WEEKDAYS if any(day.casefold() in fold(m.text) for m in found.passage.times)]
        if named:
            return from_passage(found, "date", text=f"On a {named[0]}.", value=named[0])
    spoken = _from_sentence(view, query) if _SAID.search(query.text) else None
    if spoken and isinstance(spoken.value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", spoken.value):
        day = _WEEKDAYS[dt.date.fromisoformat(spoken.value).weekday()]
        return replace(spoken, text=f"On a {day}, {in_words(spoken.value)}.", value=day)
    return nothing(view, query, "date")
