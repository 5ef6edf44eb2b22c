"""What a clause gives of what is asked: its time, its place, its subject, its number, its length."""

import re
from collections.abc import Sequence

from tieline.extract.syntax.unit import Unit
from tieline.late import regex
from tieline.model.edtf import edtf_away, time_value
from tieline.model.span import Span
from tieline.model.time import TimeMention, TimeValue
from tieline.query.reading.query import Query
from tieline.query.reading.windows import in_window
from tieline.query.sentences.clausal import Told, reach
from tieline.query.sentences.parsed import time_at
from tieline.query.view import View


def time_of(view: View, query: Query, told: Told) -> TimeValue | None:
    """The one time that a clause gives to what it tells."""
    counted = _counted_back(told)
    if counted:
        return counted
    found = [*_next_to_verb(told)] or [time for time in _times(told) if time]
    found = list({time.edtf: time for time in found}.values())
    if len(found) == 1:
        return found[0]
    return None if found else (_antecedent(told) or _fronted(told) or _of_event(view, query, told) or _label(view, told))


def _label(view: View, told: Told) -> TimeValue | None:
    """The day that stands alone before a sentence, as the label of an entry: "*3 May 1996.* Talks open in the old mill"."""
    passage = told.passage
    before = view.passages[passage.number - 1] if passage.number else None
    if before is None or before.document is not passage.document or len(before.times) != 1 or told.clause.kind != "main":
        return None
    mention = before.times[0]
    bare = before.text.strip(" *_.:-–—•#\n\t") == mention.text.strip()
    return mention.time if bare and mention.time and mention.time.earliest else None


def _antecedent(told: Told) -> TimeValue | None:
    """The time right before "where" or "when": "met in Vienna on 3 October, where they initialled the text"."""
    units, start = told.row.units, told.clause.left - 1
    if told.clause.kind != "relative" or start < 1 or units[start].lower not in ("where", "when"):
        return None
    before = start - 2 if units[start - 1].text == "," else start - 1
    if units[before].tag in ("actor", "noun") and units[start].lower == "where":
        before -= 2  # "on 3 October in Vienna, where"
    mention = time_at(units[before]) if before >= 0 else None
    return mention.time if mention and mention.time and mention.time.earliest else None


def _next_to_verb(told: Told) -> list[TimeValue]:
    """The time right behind a verb: "signed on 3 June 2008 and in force since 2011"."""
    units, end = told.row.units, told.clause.verb.end
    k = end + (end < len(units) and units[end].tag == "preposition" and units[end].lower not in ("until", "till", "by"))
    mention = time_at(units[k]) if k < len(units) else None
    return [mention.time] if mention and mention.time and mention.time.earliest else []


def _fronted(told: Told) -> TimeValue | None:
    """The time at the head of the sentence, where its first verb is that of the clause but for what stands between commas."""
    units, clause = told.row.units, told.clause
    heads = clause.subject or clause.antecedent
    if clause.kind != "main" or not heads or clause.left == 0:
        return None
    first = min(heads)
    if any(units[k].tag in ("verb", "be", "have", "modal", "subordinator", "relative") for k in range(first)):
        return _opening(told)
    found = [m.time for k in range(first) if (m := time_at(units[k])) and m.time and m.time.earliest]
    return found[0] if len(found) == 1 else None


def _opening(told: Told) -> TimeValue | None:
    """The time that opens a sentence before a comma, whatever stands between it and the first clause: "In June, after ..., it closed"."""
    units = told.row.units
    main = next((one for one in told.row.clauses if one.kind == "main"), None)
    k = next((n for n in range(min(2, len(units))) if time_at(units[n])), None)
    mention = time_at(units[k]) if k is not None else None
    closed = k is not None and k + 1 < len(units) and units[k + 1].text == ","
    return mention.time if closed and main is told.clause and mention and mention.time and mention.time.earliest else None


def _times(told: Told) -> list[TimeValue | None]:
    units, clause = told.row.units, told.clause
    times: list[TimeValue | None] = []
    loose: list[TimeValue | None] = []
    for k in range(clause.left, reach(told.row, clause)):
        mention = time_at(units[k])
        if k > clause.verb.end and _next_verb(units, k):
            break
        if mention is None or mention.time is None or not (mention.time.earliest or mention.time.edtf.startswith("XXXX-")):
            continue
        after = units[k + 1] if k + 1 < len(units) else None
        before = units[k - 1] if k else None
        inside = (after is not None and after.tag in ("noun", "agreement") and (before is None or before.tag != "preposition")) or (
            before is not None and before.lower in ("of", "until", "till", "than")
        )
        (loose if inside else times).append(mention.time)
    return times or (loose if len(loose) == 1 and clause.verb.start > clause.left else [])


def _next_verb(units: Sequence[Unit], k: int) -> bool:
    """Whether "and" with a verb of the same subject stands at a place: "begins in the first camp and ends on 14 December"."""
    if units[k].tag != "coordinator" or k + 2 >= len(units):
        return False
    after = units[k + 1]
    return after.form("s", "past") is not None and after.tag in ("noun", "verb") and units[k + 2].tag in ("preposition", "time")


def _of_event(view: View, query: Query, told: Told) -> TimeValue | None:
    """The time of the event that was read from the clause."""
    units, clause = told.row.units, told.clause
    span = Span(units[clause.verb.start].start, units[clause.verb.end - 1].end)
    times = {
        event.time.edtf: event.time
        for i in told.passage.fact.events
        if (event := view.events.get(i)) and event.time and event.type != "statement"
        if not query.types or event.type in query.types
        if any(c.document == told.passage.document.id and Span(c.start, c.end).touches(span) for c in event.evidence)
    }
    return next(iter(times.values())) if len(times) == 1 else None


_NUMBERS = (
    "a one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
)
_NUMBER = _NUMBERS.split()
_COUNTED = regex(
    rf"\b(?P<n>\d+|the|{'|'.join(_NUMBER)})\s+(?P<unit>day|week|month|year)s?(?P<exact>\s+to the day)?\s+(?P<way>after|before)\b", re.I
)


def _counted_back(told: Told) -> TimeValue | None:
    """The time that "three years after Orsenda had filed the case" gives to the filing, from that of the clause before."""
    clause, units, passage = told.clause, told.row.units, told.passage
    verb = units[clause.verb.start].start - passage.fact.start
    counted = [m for m in _COUNTED.finditer(passage.text) if m.end() <= verb]
    if not counted:
        return None
    match = counted[-1]
    between = [c for c in told.row.clauses if match.end() <= units[c.verb.start].start - passage.fact.start < verb]
    dates = [m.time for m in passage.times if m.time and m.time.earliest and m.end - passage.fact.start <= match.start()]
    if between or not dates or dates[-1] is None or dates[-1].earliest is None:
        return None
    word = match["n"].lower()
    count = int(word) if word.isdigit() else 1 if word == "the" else max(_NUMBER.index(word), 1)
    sign = -1 if match["way"].lower() == "after" else 1
    return _moved(dates[-1], sign * count, match["unit"][0].upper(), exact=bool(match["exact"]))


def _moved(time: TimeValue, count: int, unit: str, *, exact: bool) -> TimeValue | None:
    """The time so many days, weeks, months or years from another, where that one is known finely enough."""
    fine = time.grain == "day" or unit == "Y" or (unit == "M" and time.grain == "month")
    edtf = edtf_away(time.earliest, count, unit, exact=exact and time.grain == "day") if time.earliest and fine else None
    return time_value(edtf) if edtf else None


def length_of(told: Told) -> TimeMention | None:
    """The length of time that a clause gives."""
    found = [
        m
        for k in range(told.clause.verb.end, told.clause.right)
        if (m := time_at(told.row.units[k])) and m.timex3.type == "DURATION" and m.time is None
    ]
    return found[0] if len(found) == 1 else None


def in_time(query: Query, told: Told, time: TimeValue | None) -> bool:
    """Whether a clause can be of the times that a question gives: by its own time, else by the day of its text."""
    own = [one for one in _times(told) if one and one.earliest] if time is None else []
    if own:  # of several times it is one of them, and not the day of its text
        return all(any(in_window(one, window) for one in own) for window in query.windows)
    when = time or told.passage.document.published
    return all(in_window(when, window) for window in query.windows)
