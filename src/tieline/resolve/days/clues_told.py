"""What dated texts give away about the day of an undated one that tells the same events."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from tieline.model.edtf import may_overlap
from tieline.model.mention import Reading
from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.resolve.days.clues_inside import is_news, later
from tieline.resolve.days.cues import Cues, read_cues
from tieline.resolve.days.dating import Dates
from tieline.resolve.days.told_times import ToldTime, told_times
from tieline.resolve.days.window import Clue
from tieline.resolve.events.merge.merge import Group
from tieline.resolve.events.reports.report import Told
from tieline.resolve.events.reports.traits import once
from tieline.rules.load import Rulebook

WEEK = dt.timedelta(days=6)
LEAD = 3  # the last of the first sentences of a text, which tell its news
_COUNT = re.compile(r"P(\d+)([DWMY])")
Known = tuple[Told, Told, TimeValue]  # a report in an undated text, the report that dates its event, and that time


def told_clues(readings: Sequence[Reading], groups: Sequence[Group], dates: Dates, rulebook: Rulebook) -> tuple[tuple[str, Clue], ...]:
    """What each undated text must have appeared after or before, by what other texts tell of its events."""
    undated = {one.article.document.id: one for one in readings if one.article.document.published is None}
    known = [one for group in groups for one in _known(group, undated)] if undated else []
    cues = read_cues(rulebook) if known else None
    found = [(told.document, clue) for told, source, when in known for clue in _clues(told, source, when)]
    for document in dict.fromkeys(told.document for told, _, _ in known):
        reading = undated[document]
        theirs = [one for one in known if one[0].document == document]
        found += [(document, clue) for clue in _counted(reading, theirs, cues)] if cues else []
    return tuple(found)


def _known(group: Group, undated: Mapping[str, Reading]) -> Iterator[Known]:
    """The reports of one event in undated texts, where dated ones agree about when it was."""
    open_ = [one for one in group.reports if one.document in undated and (one.time is None or one.soft or one.weekday is not None)]
    dated = [one for one in group.reports if one.document not in undated and one.time and not one.soft and one.status_class == "done"]
    if not open_ or not dated:
        return
    source = min(dated, key=_days)
    if source.time and all(may_overlap(one.time, source.time) for one in dated if one.time):
        yield from ((one, source, source.time) for one in open_)


def _days(told: Told) -> tuple[int, str]:
    time = told.time
    return ((time.latest - time.earliest).days if time and time.earliest and time.latest else 10**6, told.id)


def _clues(told: Told, source: Told, when: TimeValue) -> Iterator[Clue]:
    """A text that tells of something as done appeared after it, one that plans it before; where it names the weekday, in that week."""
    first, last = when.earliest, when.latest
    if first is None or last is None or told.status_class not in ("done", "ahead") or not (once(source) or source.type == "dispute"):
        return
    done = told.status_class == "done"
    weekday = told.weekday if first == last and told.mention.sentence <= LEAD else None
    why = f"it {'tells of' if done else 'looks ahead to'} what {source.document} dates {in_words(when)}"
    said = (told.citation, source.citation)
    if weekday is not None and weekday == first.weekday():
        week = (first, first + WEEK) if done else (first - WEEK, first)
        yield Clue(*week, f"{why}, and names its weekday", said)
    elif done:
        yield Clue(first, None, why, said, told.mention.sentence <= LEAD)
    else:
        yield Clue(None, last, why, said)


def _counted(reading: Reading, known: Sequence[Known], cues: Cues) -> Iterator[Clue]:
    """What is news so long after an event that another text dates: "said on Monday, six months after the envoys were expelled"."""
    times = told_times(reading, reading.times, cues)
    for one in times:
        count = _COUNT.fullmatch(one.mention.timex3.value or "")
        follower = next((t for t in one.sentence.tokens if t.start >= one.mention.end), None)
        beside = [other for other in times if other.sentence is one.sentence]
        if not count or follower is None or follower.lower not in cues.since or not is_news(beside, cues):
            continue
        anchors = [
            each for each in known if each[0].mention.sentence == one.sentence.index and each[0].mention.trigger.start > one.mention.end
        ]
        if anchors and not any(other.mention.time for other in beside if other.mention.start > one.mention.end):
            yield from _after(one, min(anchors, key=lambda each: each[0].mention.trigger.start), int(count[1]), count[2])


def _after(one: ToldTime, anchor: Known, count: int, unit: str) -> Iterator[Clue]:
    """The days that lie so long after an event, a count of months and years being rounded."""
    told, source, when = anchor
    if when.earliest is None or when.latest is None:
        return
    if unit in "MY":
        months = count * (12 if unit == "Y" else 1)
        slack = 6 if unit == "Y" else 1
        first, last = later(when.earliest, months - slack), later(when.latest, months + slack)
    else:
        first, last = (day + dt.timedelta(days=count * (7 if unit == "W" else 1)) for day in (when.earliest, when.latest))
        first, last = (first, last + WEEK) if unit == "D" else (first - WEEK, last + WEEK)
    reason = f'what it reports as news comes "{one.citation.quote}" after what {source.document} dates {in_words(when)}'
    yield Clue(first, last, reason, (one.citation, told.citation, source.citation))
