"""The verdict of the events on a question."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.model.edtf import lies_within, may_overlap
from tieline.model.event import Event
from tieline.model.words import in_words
from tieline.query.draft import Draft, cite, clip, event_item, event_reasons, from_passage, line, quoted
from tieline.query.events.pick.select import REAL
from tieline.query.events.verdict.by_sentences import ASKS_PLAN, WEIGHED, by_sentence
from tieline.query.events.verdict.present import present
from tieline.query.events.verdict.untold import still_ahead, untold
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.reading.titles import holds
from tieline.query.reading.windows import in_window
from tieline.query.sentences.clausal import mode_told
from tieline.query.sentences.search import Found
from tieline.query.times.ahead import asks_ahead
from tieline.query.view import View

_ANY = regex(r"\b(?:any|anything|something|anyone|someone)\b", re.I)
_ALREADY = regex(r"^\W*(?:has|have)\b|\b(?:already|yet|so far|to date)\b", re.I)


def by_events(view: View, query: Query, events: list[Event]) -> Draft:
    """The verdict of events on a question: what is done bears it out, what is cancelled or denied refutes it."""
    events = [e for e in events if not _of_another_office(view, query, e) and not _only_shunned(view, query, e)]
    fitting = [e for e in events if all(in_window(e.time, w) for w in query.windows)]
    done = [e for e in fitting if e.status in REAL]
    if done and query.windows and done[0].time and done[0].time.edtf.startswith("[") and "," in done[0].time.edtf:
        return replace(verdict_of(None, done[0], f"The texts differ. {line(done[0])}."), status="partly", lacks="accord")
    if done and _REFUTED.search(done[0].title) and not _REFUTED.search(query.text):
        return verdict_of(False, done[0], f"No. {line(done[0])}.")
    if done and _EARLIER.search(query.text):
        return _earlier(view, query, done)
    if done and _only_elsewhere(view, query, done[0]):
        return verdict_of(False, done[0], f"No. {quoted(view.passages_of(done[0].evidence)[0], 250)}")
    if done and _is_over(query, done[0]):
        return verdict_of(False, done[0], f"No. {line(done[0])}.")
    later = _last_of_all(fitting, done) if done and asks_ahead(query) else None
    if later is not None:
        return _unreal(view, query, later)
    if len(done) > 1 and asks_ahead(query):
        done = [max(done, key=lambda event: (day_of(event), event.id))]  # the visit of old was no visit to come
    if done:
        return _ended_by(query, done[0]) or verdict_of(True, done[0], f"Yes. {line(done[0])}.")
    if fitting:
        return _unreal(view, query, fitting[0])
    dated = [e for e in events if e.time and e.status in REAL]
    if any(may_overlap(e.time, w.time) for e in dated if e.time for w in query.windows if w.bound in ("in", "between")):
        return Draft("partly", clip(f"Possibly. {line(dated[0])}."), "yesno", None, citations=cite(dated), nearest=(event_item(dated[0]),))
    if dated and _told_of_then(view, query, dated):
        return by_sentence(view, query)
    if dated and all(w.bound in ("in", "before", "until", "as_of", "after", "between", "since") for w in query.windows):
        stayed = present(view, query, dated) if dated[0].type == "visit" else None
        told = stayed or untold(view, query, dated)
        if told is None and _ANY.search(query.text):
            return by_sentence(view, query)  # one of another time leaves open whether there was any then
        return told or verdict_of(False, dated[0], f"No. {line(dated[0])}.")
    planned = [e for e in events if e.status not in REAL and (not (query.windows and e.time) or still_ahead(view, query, e))]
    return _unreal(view, query, planned[0]) if planned else by_sentence(view, query)


_GOES_ON = regex(r"^\W*(?:is|are)\b.*\b(?:negotiating|discussing|talking|in talks|being negotiated|under negotiation)\b", re.I)
_OVER = frozenset({"concluded", "suspended", "stalled", "terminated"})


def _is_over(query: Query, event: Event) -> bool:
    """Whether a question asks whether talks are going on, and what is told of them is that they ended."""
    return event.type == "negotiation" and event.stage in _OVER and _GOES_ON.search(query.text) is not None


def _last_of_all(events: list[Event], done: list[Event]) -> Event | None:
    """What is told as planned or called off for a time after all that was done: "Will he visit Lima?" does not ask of his visit of old."""
    ends = [day for event in done if (day := day_of(event))]
    others = [event for event in events if event.status not in REAL and (day := day_of(event)) and ends and day > max(ends)]
    return max(others, key=lambda event: (day_of(event), event.id), default=None)


def day_of(event: Event) -> str:
    """The day of an event, else that of its first report."""
    when = event.time if event.time and event.time.latest else event.published
    return str(when.latest) if when and when.latest else ""


_EARLIER = regex(r"\b(?:before|previously|earlier|in the past)\W*$", re.I)  # "had he been to Orsenda before?"
_FIRST = regex(
    r"\b(?:first(?:[ -]ever)?|maiden|inaugural)\b[^.;,]{0,40}?\b(?:visit|trip|tour|journey|meeting|talks|summit|encounter)\b", re.I
)


def _earlier(view: View, query: Query, done: list[Event]) -> Draft:
    """Whether something was done before the time last told: one event is no earlier one, and one told as the first has none before it."""
    told = [passage for event in done for passage in view.passages_of(event.evidence)]
    first = next((one for one in told if _FIRST.search(one.text)), None)
    times = list(dict.fromkeys(event.time.edtf for event in done if event.time))
    if len(times) > 1:
        oldest = min(done, key=lambda event: str(event.time.earliest) if event.time else "9")
        return verdict_of(True, oldest, f"Yes. {line(oldest)}.")
    if first:
        return verdict_of(False, done[0], f"No. {quoted(first, 250)}")
    return replace(
        verdict_of(None, done[0], f"The texts tell of one time only: {line(done[0])}."), status="unanswered", nearest=(event_item(done[0]),)
    )


def _of_another_office(view: View, query: Query, event: Event) -> bool:
    """Whether a question asks of a visit by the holder of an office, whom it does not name, and its guest is known to hold another."""
    if not query.title or event.type != "visit" or view.of_kind(query.ids, "person"):
        return False
    owners = sorted({view.actors[i].name for i in view.of_kind(query.ids, "country")} | view.of_kind(query.ids, "country"))
    guests = [view.actors[one.actor] for one in event.participants if one.role == "guest" and one.actor in view.actors]
    known = [role for guest in guests for role in guest.roles]
    return bool(known) and not any(holds(view, role.title, role.of, query.title, owners) for role in known)


def _only_shunned(view: View, query: Query, event: Event) -> bool:
    """Whether somebody of whom a question does not ask is told not to come to a summit, which does not say that it was not held."""
    if event.type != "summit" or event.status != "denied":
        return False
    guests = [one.actor for one in event.participants if one.role == "participant"]
    return len(guests) == 1 and not set(guests) & query.ids and not query.title and not view.of_kind(query.ids, "person")


def _told_of_then(view: View, query: Query, events: list[Event]) -> bool:
    """Whether a sentence on events of another time gives the time asked about as well: it may tell of a second one."""
    told = view.passages_of([citation for event in events for citation in event.evidence])
    exact = [window for window in query.windows if window.bound == "in"]
    return any(m.time and lies_within(m.time, window.time) for passage in told for m in passage.times for window in exact)


def _only_elsewhere(view: View, query: Query, event: Event) -> bool:
    """Whether the sentence that tells an event limits it to another country: "is in force only on the Orsendan side"."""
    asked = view.of_kind(query.ids, "country")
    told = view.passages_of(event.evidence)
    only = _ONLY.search(told[0].text) if asked and told else None
    if only is None:
        return False
    near = [name for name in name_index(view).find(told[0].tokens) if 0 <= name.span.start - told[0].fact.start - only.end() < CLOSE]
    lands = view.of_kind({i for name in near[:1] for i in name.ids}, "country")
    return bool(lands) and not lands & asked


CLOSE = 12  # characters between "only in" and the name of a country
_ONLY = regex(r"\bonly (?:in|on|for|by|at|within)\b(?: the)?", re.I)
_REFUTED = regex(r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|rul(?:e|es|ed|ing) out)\b", re.I)
_LASTED = regex(r"\b(?:stay|remain|last|continue|run|stop over|linger|valid|go on)(?:s|ed|ing)?\b.*\b(?:until|till|through|up to)\b", re.I)


def _ended_by(query: Query, event: Event) -> Draft | None:
    """The verdict on how long something lasted: by its last day, and open where the texts give none."""
    until = next((w for w in query.windows if w.bound == "until"), None)
    if until is None or not _LASTED.search(query.text):
        return None
    time = event.time
    if time is None or time.grain != "interval" or not time.latest or not until.time.latest:
        return replace(verdict_of(None, event, f"Not stated; no text gives its end. {line(event)}."), status="partly")
    value = bool(until.time.earliest and until.time.earliest <= time.latest <= until.time.latest)
    return verdict_of(value, event, f"{'Yes' if value else 'No'}. {line(event)}.")


def verdict_of(value: bool | None, event: Event, text: str) -> Draft:
    """A verdict that rests on one event."""
    return Draft("answered", clip(text), "yesno", value, citations=cite([event]), reasons=event_reasons(event), facts=(event.id,))


def _planned_for_another(query: Query, event: Event) -> bool:
    """Whether the time for which a question says that something was planned is another than that of the plan."""
    asked = [w for w in query.windows if w.bound == "in" and _FOR.search(query.text[: w.span.start])]
    return event.time is not None and any(not may_overlap(event.time, window.time) for window in asked)


_FOR = regex(
    r"\b(?:planned|scheduled|slated|set|due|expected|foreseen)\b[^?,]*\b(?:for|to \w+(?: \w+){0,3} (?:in|on)|due (?:in|on)) (?:the )?$",
    re.I,
)


def _step_towards(view: View, query: Query, event: Event) -> Draft | None:
    """Yes, where what was done towards an event is what a question asks: he was invited, though the visit itself is open."""
    if query.types or query.stages or query.negated:
        return None
    told = next((one for one in view.passages_of(event.evidence) if mode_told(view, query, one) == "told"), None)
    return from_passage(Found(told, 1.0, ()), "yesno", text=f"Yes. {quoted(told, 250)}", value=True) if told else None


def _unreal(view: View, query: Query, event: Event) -> Draft:
    when = f" for {in_words(event.time)}" if event.time else ""
    if event.status in ("denied", "cancelled"):
        return verdict_of(False, event, f"No. {line(event)}.")
    step = _step_towards(view, query, event)
    if step is not None:
        return step
    if event.status == "hypothetical" and WEIGHED.search(query.text):
        return verdict_of(True, event, f"Yes. {quoted(view.passages_of(event.evidence)[0], 250)}")
    if event.status == "hypothetical" and re.match(r"\W*(will|would|going to)\b", query.text, re.I):
        return replace(verdict_of(None, event, f"Not known. It was only under discussion: {event.title}."), status="partly")
    word = {"planned": "scheduled", "hypothetical": "only under discussion"}.get(event.status, "expected")
    if ASKS_PLAN.search(query.text) and event.status != "hypothetical":
        if _planned_for_another(query, event):
            return verdict_of(False, event, f"No. It was {word}{when}: {event.title}.")
        return verdict_of(True, event, f"Yes. It was {word}{when}: {event.title}.")
    if _ALREADY.search(query.text):
        return verdict_of(False, event, f"No. It was {word}{when}: {event.title}.")
    still = still_ahead(view, query, event)
    if still:
        return verdict_of(False, event, f"No, not by {still}. It was then {word}{when}: {event.title}.")
    text = f"Not confirmed. It was {word}{when}: {event.title}; no text reports it as done."
    return replace(verdict_of(None, event, text), status="partly", nearest=(event_item(event),), lacks="outcome")
