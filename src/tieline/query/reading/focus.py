"""A follow-up about whoever the last answer told of, kept at that event: "how long did he stay?" is asked of the visit just told."""

import re
from collections.abc import Iterator, Sequence

from tieline.late import regex
from tieline.model.words import in_words
from tieline.query.reading.antecedents import DATE, Topic, at
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question

# forms of questions that ask for a time or for all of a kind, and are no question about the one event just told
_ONWARD = regex(
    r"\b(?:next|then|afterwards?|before|after(?: that)?|earlier|later|again|from (?:there|here))\W*$", re.I
)  # leads away from it
_FREE = frozenset(("when", "years", "count", "list", "timeline", "between", "order", "how_often", "weekday"))


def kept_there(topics: Sequence[Topic], whole: str) -> Iterator[str]:
    """A follow-up made whole, bound to the event that the last answer told where it is of the same kind; else that first, then as it is."""
    query = read_question(topics[0].view, whole)
    later = _next_time(topics[0], query, whole)
    if later:
        yield later
        return
    if query.form in _FREE or _ONWARD.search(whole) or query.windows or query.ordinal:
        yield whole
        return
    near = (topics[:1] if query.types & _ON_A_STAY else topics[:BACK]) if query.types & {*_ON_A_STAY, "agreement"} or query.stages else ()
    event = next((found for topic in near if _fits(topic, query) and (found := _told(topic))), None)
    if event is None:
        yield whole
        return
    kind, when = event
    yield f"{whole.rstrip(' ?')} {when}?"
    if kind not in query.types and query.form != "yesno":
        yield whole


def _next_time(topic: Topic, query: Query, whole: str) -> str | None:
    """A question for when somebody came again, as one for the visits to the same place after the one just told."""
    again = _AGAIN.match(whole)
    visit = next((one for one in topic.events() if one.type == "visit" and one.time), None) if again else None
    if again is None or visit is None or visit.time is None:
        return None
    host = next((part.name for part in visit.participants if part.role == "host"), visit.place)
    guests = {part.actor for part in visit.participants if part.role == "guest"}
    day = DATE.search(visit.time.edtf)
    if not (query.ids & guests and host and day):
        return None
    when = day[0][:4] if visit.time.edtf.startswith("[") else day[0]
    return f"when did {again['who']} visit {host} after {in_words(when)}?"


def _told(topic: Topic) -> tuple[str, str] | None:
    """The kind and the time of the one event that an answer rests on."""
    events = [one for one in topic.events() if one.time]
    times = list(dict.fromkeys(one.time.edtf for one in events if one.time))
    if len(times) != 1 or topic.answer.status == "unanswered" or not DATE.search(times[0]) or times[0].startswith("{"):
        return None
    time = events[0].time
    if time and time.grain == "interval" and time.earliest and time.latest and "/" in time.edtf:
        return events[0].type, f"between {in_words(time.earliest.isoformat())} and {in_words(time.latest.isoformat())}"
    return events[0].type, at(times[0])


_AGAIN = regex(
    r"^\W*when (?:did|will|does) (?P<who>.+?) (?:come|go|return|visit|travel|be)(?: back| there)? (?:again|back|next|a second time)\W*$",
    re.I,
)
BACK = 3  # questions back at which a visit told stays the one that is talked about
_ON_A_STAY = frozenset(("visit", "meeting", "summit"))


def _fits(topic: Topic, query: Query) -> bool:
    """Whether a question is about what happens on a visit, and names nobody but those whom the event has."""
    if not {one.type for one in topic.events()} & _ON_A_STAY:
        return False
    own = {part.actor for one in topic.events() for part in one.participants}
    names = [set(name.ids) for name in query.names]
    people = [ids for ids in names if topic.view.of_kind(ids, "person")]
    homes = {topic.view.actors[i].country for i in own if i in topic.view.actors} | {
        topic.view.actors[i].name for i in own if i in topic.view.actors
    }
    lands = [{topic.view.actors[i].name for i in ids} for ids in names if topic.view.of_kind(ids, "country")]
    return (bool(people) and all(ids & own for ids in people)) or (not people and len(lands) > 1 and all(ids & homes for ids in lands))
