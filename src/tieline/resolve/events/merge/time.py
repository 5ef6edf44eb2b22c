"""The time of an event that several reports tell: the narrowest they agree on, or all of them where they disagree."""

import datetime as dt
from collections.abc import Sequence, Set

from tieline.model.edtf import day_value, lies_within, may_overlap
from tieline.model.time import TimeValue
from tieline.resolve.events.reports.report import Told
from tieline.resolve.events.reports.traits import is_rounded, is_vague_count

COARSE = frozenset({"month", "quarter", "season", "half", "year"})
LEAD = 3  # the last of the first sentences of a text, which tell its news
FRESH = dt.timedelta(days=45)  # how long after the day planned the news may be that it was kept


def _corrected(reports: Sequence[Told]) -> list[Told]:
    """The reports without those whose time a correction, made after them, replaces."""
    right = next((one for one in reports if one.corrects and one.time), None)
    if right is None:
        return list(reports)
    return [one for one in reports if one.corrects or not _replaced(one, right)]


def _enacted(reports: Sequence[Told]) -> list[Told]:
    """The reports without the day on which a switch of recognition was announced, where others tell when ties were established."""
    made = [one for one in reports if one.stage == "established"]
    return made if made and any(one.stage == "switched" for one in reports) else list(reports)


def _replaced(one: Told, right: Told) -> bool:
    mine, yours = one.reported()[1], right.reported()[1]
    before = mine is None or yours is None or mine <= yours
    return before and not (one.time and right.time and may_overlap(one.time, right.time))


def _latest_plan(reports: Sequence[Told]) -> TimeValue | None:
    """The time of the plan that was published last: plans are changed, which is no disagreement. None where two came at once."""
    timed = sorted((one for one in reports if one.time and one.reported()[1]), key=lambda one: str(one.reported()[1]))
    if len(timed) < 2 or any(
        not may_overlap(one.time, timed[-1].time) and one.reported()[1] == timed[-1].reported()[1]
        for one in timed
        if one.time and timed[-1].time
    ):
        return None
    return timed[-1].time


def _kept_plan(group: Sequence[Told], level: Sequence[Told]) -> TimeValue | None:
    """The day planned last for what other texts report without their day, if it can be the one that they mean."""
    plans = [one for one in group if one.time and one.status_class == "ahead" and not one.soft]
    plans.sort(key=lambda one: (str(one.reported()[1] or ""), one.document, one.mention.span))
    before = [one.time.latest for one in level if one.time and one.time.latest]
    done = [one for one in group if one.status_class == "done" and (one.time is None or one.soft)]
    days = {one.weekday for one in done if one.weekday is not None}
    # what is built is seldom in time, and who is on a visit is there now
    news = [one.reported()[0] for one in done if one.mention.sentence <= LEAD or one.soft or one.type == "project"]
    kept = [one.time for one in plans if one.time and not one.given_up and not _is_another_weekday(one.time, days)]
    kept = [time for time in kept if not any(day and time.latest and day - time.latest > FRESH for day in news)]
    fitting = [time for time in kept if all(time.earliest is None or time.earliest <= last for last in before)]
    return fitting[-1] if fitting else None


def _to_the_day(kept: TimeValue, level: Sequence[Told]) -> TimeValue:
    """The month planned, with the day of it that reports without a year tell: "on 10 April", planned for April 2023."""
    days = {one.day for one in level if one.day}
    if kept.grain != "month" or len(days) != 1 or kept.earliest is None or kept.latest is None:
        return kept
    (day,) = days
    if not 1 <= day <= kept.latest.day:
        return kept
    why = f"planned for {kept.edtf}, and told with its day"
    return day_value(kept.earliest.replace(day=day), basis="derived", derivation=(*kept.derivation, why))


def _is_another_weekday(time: TimeValue, days: Set[int]) -> bool:
    """Whether a day planned is no such day of the week as the reports tell."""
    return bool(days) and time.grain == "day" and time.earliest is not None and time.earliest.weekday() not in days


def _better(best: TimeValue, one: TimeValue, stays: bool) -> TimeValue:
    """The narrower of two times that agree; for what lasts some days, its days rather than one of them."""
    if stays and _lasts(one) != _lasts(best):
        return one if _lasts(one) else best
    return one if lies_within(one, best) and not lies_within(best, one) else best


def _whole_stay(day: TimeValue, group: Sequence[Told]) -> TimeValue | None:
    """The first and last day planned for a stay of which the reports tell one day between them."""
    plans = [one.time for one in group if one.time and one.status_class == "ahead" and not one.soft and _lasts(one.time)]
    return next((plan for plan in plans if day.grain == "day" and lies_within(day, plan)), None)


def _planned_day(best: TimeValue, group: Sequence[Told]) -> TimeValue | None:
    """The one day of the report, or day or stay planned, of what the reports tell by its month or year alone."""
    if best.grain not in COARSE:
        return None
    news = [one.time for one in group if one.time and one.status_class == "done" and one.soft and one.time.grain == "day"]
    if len({one.edtf for one in news}) == 1 and lies_within(news[0], best):
        return news[0]
    plans = [one.time for one in group if one.time and one.status_class == "ahead" and not one.soft and not one.given_up]
    days = {one.edtf: one for one in plans if one.grain == "day" or _lasts(one)}
    return next((one for one in days.values() if lies_within(one, best)), None) if len(days) == 1 else None


def _lasts(time: TimeValue) -> bool:
    """Whether a time tells the first and the last day."""
    days = time.edtf.split("/")
    return len(days) == 2 and all(len(day) == 10 for day in days) and days[0] != days[1]


def merged_time(group: Sequence[Told]) -> tuple[TimeValue | None, bool]:
    """The time of the event, and whether its reports disagree about it. Only reports as sure as the leading one count."""
    lead = group[0]
    level = _corrected(_enacted([one for one in group if one.time and one.status_class == lead.status_class]))
    told = [one for one in level if not one.soft] or level
    open_ = lead.status_class == "done" and all(one.soft or one.month for one in level)
    kept = _kept_plan(group, level) if open_ else None
    if kept and all(one.month in (None, kept.earliest and kept.earliest.month) for one in level):
        return _to_the_day(kept, level), False
    sure = [one.time for one in told if one.time]
    if not sure:
        return None, False
    stays = lead.type in ("visit", "summit") or (lead.type == "negotiation" and lead.stage == "round")
    best, apart = _narrowest(sure, stays)
    if not apart:
        day = _planned_day(best, group) if lead.status_class == "done" else None
        return day or (_whole_stay(best, group) if stays and lead.status_class == "done" else None) or best, False
    latest = _latest_plan(told) if lead.status_class == "ahead" else None
    return (latest, False) if latest else (_all_of(best, apart), True)


def _narrowest(times: Sequence[TimeValue], stays: bool) -> tuple[TimeValue, list[TimeValue]]:
    """The narrowest time on which the first and those that fit it agree, and the times that do not fit."""
    best = times[0]
    apart: list[TimeValue] = []
    for one in times[1:]:
        if may_overlap(best, one):
            best = _better(best, one, stays)
        elif is_rounded(best, one) and is_vague_count(best) != is_vague_count(one):
            best = one if is_vague_count(best) else best
        elif is_rounded(best, one):
            counted = best.basis == "derived" and one.basis != "derived" and one.grain == "day"
            best = best if best.grain == "day" and not counted else one
        else:
            apart.append(one)
    return best, apart


def _all_of(best: TimeValue, apart: Sequence[TimeValue]) -> TimeValue:
    """All the times that texts give where they disagree, as one set; the first alone where one of them is no plain time."""
    values = sorted({best.edtf: best, **{one.edtf: one for one in apart}}.values(), key=lambda one: (str(one.earliest), one.edtf))
    if any(mark in value.edtf for value in values for mark in "[{/"):
        return best
    return TimeValue(
        edtf=f"[{','.join(value.edtf for value in values)}]",
        earliest=min((v.earliest for v in values if v.earliest), default=None),
        latest=max((v.latest for v in values if v.latest), default=None),
        grain="interval",
        basis="derived",
        derivation=tuple(f"one text says {value.edtf}" for value in values),
    )
