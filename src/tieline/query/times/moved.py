"""Plans that were put off: the day to which one was moved, and plans that a later one takes the place of."""

import re
from collections.abc import Sequence

from tieline.late import regex
from tieline.model.event import Event
from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.query.draft import Draft, from_passage, quoted
from tieline.query.reading.query import Query
from tieline.query.reading.windows import in_window
from tieline.query.sentences.search import Found
from tieline.query.times.ahead import asks_ahead
from tieline.query.view import Passage, View

BEHIND = 2  # sentences behind that which tells a plan as given up, in which its new day can stand
MOVED = regex(
    r"\b(?:moved|postponed|put off|put back|pushed back|deferred|delayed|rescheduled|brought forward|shifted)\b[^.;]{0,40}?"
    r"\b(?:to|until|till|for)\s*(?:the )?$",
    re.I,
)


def moved_to(view: View, events: Sequence[Event]) -> Draft | None:
    """The day to which a plan that was given up is told to be moved, by its sentence or one of the next; None where none tells."""
    for event in events:
        for passage in view.passages_of(event.evidence):
            for near in _near(view, passage):
                for mention in near.times:
                    before = near.document.text[near.fact.start : mention.start]
                    if mention.time and mention.time.earliest and MOVED.search(before):
                        text = f"Put off to {in_words(mention.time)}; no text confirms it. {quoted(near)}"
                        return from_passage(
                            Found(near, 1.0, ()), "date", text=text, value=mention.time.edtf, status="partly", lacks="outcome"
                        )
    return None


def new_day(passage: Passage) -> TimeValue | None:
    """The one day to which a sentence tells something to be moved: "was to have come this week and has put off its trip to May"."""
    text = passage.document.text
    found = [m.time for m in passage.times if m.time and m.time.earliest and MOVED.search(text[passage.fact.start : m.start])]
    return found[0] if len(found) == 1 else None


def set_anew(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence that puts something off tells its new day too, which a question about what is to come can mean."""
    if not asks_ahead(query) and query.form != "when":
        return False
    told = [view.events[i] for i in passage.fact.events if i in view.events]
    off = [one for one in told if one.status == "cancelled"]
    ahead = [one for one in told if one.status in ("planned", "expected") and any(_same(one, other) for other in off)]
    return any(one.time and all(in_window(one.time, window) for window in query.windows) for one in ahead)


def _near(view: View, passage: Passage) -> Sequence[Passage]:
    own = view.by_document[passage.document.id]
    at = passage.number - own[0].number
    return own[at : at + BEHIND + 1]


def standing(events: Sequence[Event]) -> list[Event]:
    """Some plans without those that a text tells as given up where another day is told, or that one told later gave up."""
    ahead = [one for one in events if one.status in ("planned", "expected") and one.time]
    kept = [one for one in events if one.status != "cancelled" or not any(_same(one, other) for other in ahead)]
    gone = [one for one in events if one.status == "cancelled"]
    return [one for one in kept if one.status not in ("planned", "expected") or not any(_gave_up(late, one) for late in gone)]


def _same(one: Event, other: Event) -> bool:
    return (one.type, one.stage) == (other.type, other.stage) and one is not other


def _gave_up(late: Event, plan: Event) -> bool:
    """Whether an event without a day tells, in a text of a later day, that a plan was given up."""
    if not _same(late, plan) or late.time or not (late.published and plan.published):
        return False
    after = late.published.earliest and plan.published.latest and late.published.earliest > plan.published.latest
    return bool(after) and {p.actor for p in plan.participants if p.role == "guest"} <= {p.actor for p in late.participants}
