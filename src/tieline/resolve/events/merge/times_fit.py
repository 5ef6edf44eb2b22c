"""Whether the times of two reports can be those of one event."""

import datetime as dt

from tieline.model.edtf import lies_within, may_overlap
from tieline.model.time import TimeValue
from tieline.resolve.events.known_by.sums import GIVEN
from tieline.resolve.events.reports.report import Told
from tieline.resolve.events.reports.traits import NEAR, is_rounded, is_short, once

LEAD = 3  # the last of the first sentences of a text, which tell its news
TALKS = frozenset({"negotiation", "meeting", "summit"})
SLIP = dt.timedelta(days=4)  # by which talks begin later than was said, or end after they began
MATTER = 3  # words that an undated text must share with another to tell the same step of a dispute
RECALLED = dt.timedelta(days=45)  # how long after it a meeting of the same people is told again without its day
DISPUTED = dt.timedelta(days=800)
OLD = dt.timedelta(days=200)
LATE = dt.timedelta(days=3 * 366)


def _is_one(one: Told, other: Told) -> bool:
    """Whether both tell of what happens once: a step in a life, the round of one number."""
    signed = one.type == "trade_deal" and one.stage == "signed" and one.agreement == other.agreement and one.agreement is not None
    return once(one) or signed or (one.number is not None and one.number == other.number)


def times_fit(one: Told, other: Told) -> str | None:
    """Why the times of two reports can be those of one event; None where they cannot."""
    if _months_differ(one, other) or _months_differ(other, one):
        return None
    if one.time and other.time:
        mine, yours = _stay(one.time, soft=one.soft), _stay(other.time, soft=other.soft)
        soft = _soft_times_fit(one, other, mine, yours) if one.soft or other.soft else None
        return soft or _known_times_fit(one, other, mine, yours)
    if _is_one(one, other):
        return None if _news(one, other) or _news(other, one) else "such an event happens once"
    if one.document == other.document:
        return "told in the same text"
    if one.type == "dispute" and len(one.matter & other.matter) >= MATTER and (one.published is None or other.published is None):
        return "one of the texts carries no date"
    if is_called_off(one, other) or is_called_off(other, one):
        return "planned, and called off before its day"
    if _is_named_again(one, other) or _is_named_again(other, one):
        return "a notice of correction speaks of it"
    if one.sums & other.sums and {one.type, other.type} <= GIVEN and (_retold(one, other) or _retold(other, one)):
        return "the same money, told again"
    if _comes_about(one, other) or _comes_about(other, one):
        return "planned without a day, and made in the months after"
    return "reported within days of each other" if _reported_near(one, other) else None


def is_called_off(off: Told, plan: Told) -> bool:
    """Whether one text calls off, without its day, a visit of the same person that another still plans for a day to come."""
    said, due = off.reported()[0], plan.time.latest if plan.time else None
    classes = (off.status_class, plan.status_class) == ("off", "ahead") and off.type == plan.type == "visit"
    return classes and off.time is None and off.visit == plan.visit and bool(off.visit and said and due and said <= due)


def _is_named_again(notice: Told, before: Told) -> bool:
    """Whether a notice of correction names, without a day, what an earlier text tells."""
    said, first = notice.reported()[0], before.time.latest if before.time else before.reported()[0]
    same = notice.mention.rule == before.mention.rule and notice.act == before.act
    return notice.corrects and notice.time is None and same and bool(said and first and dt.timedelta() <= said - first <= OLD)


def _retold(later: Told, before: Told) -> bool:
    """Whether a text tells in its background, and without a day, what an earlier one tells."""
    said, first = later.reported()[0], before.time.earliest if before.time else before.reported()[0]
    back = later.mention.sentence > LEAD or _looks_back(later)
    return later.time is None and later.status_class == "done" and back and bool(said and first and first <= said)


def _looks_back(told: Told) -> bool:
    """Whether a report only tells after what something else is: "Four years after Tavonia lent the money, nothing is built"."""
    return told.sentence.partition(told.citation.quote)[0].lower().split()[-1:] in (["after"], ["since"])


def _comes_about(plan: Told, done: Told) -> bool:
    """Whether one text plans a visit, a loan of a sum or a purchase of so many without saying when, and another has it months later."""
    known = plan.type in ("visit", "other") or plan.sums & done.sums or plan.lots & done.lots
    if not known or plan.status_class != "ahead" or plan.time or done.status_class != "done" or done.soft:
        return False
    said, first = plan.reported()[1], done.time.earliest if done.time else None
    return bool(said and first and dt.timedelta() <= first - said <= OLD and is_short(done.time))


def _months_differ(open_: Told, dated: Told) -> bool:
    """Whether one is told by a month alone, done, and the other is known to have been in another: "in July", and 1 August 2017."""
    if open_.month is None or open_.status_class != dated.status_class or dated.time is None or not is_short(dated.time):
        return False
    first, last = dated.time.earliest, dated.time.latest
    return first is not None and last is not None and open_.month not in (first.month, last.month)


def _news(fresh: Told, dated: Told) -> bool:
    """Whether one is told as news by people of its own, without a date, and the other lies long before that report."""
    published, last = fresh.reported()[0], dated.time.latest if dated.time else None
    if fresh.time or not published or not last or fresh.status_class != "done" or fresh.document != dated.document:
        return False
    return bool(fresh.persons) and not fresh.persons & dated.persons and published - last > OLD


def _soft_times_fit(one: Told, other: Told, mine: TimeValue, yours: TimeValue) -> str | None:
    """One of the times is only that of a report under way: the other may have begun some days before."""
    gap = _gap(mine, yours)
    if gap is not None and gap > NEAR:
        return None
    wide = any(t.earliest and t.latest and (t.latest - t.earliest).days > 200 for t in (mine, yours))
    if wide and one.document != other.document:
        return None
    return f"under way when it was reported ({mine.edtf}, {yours.edtf})"


def _stay(time: TimeValue, *, soft: bool) -> TimeValue:
    """The time of a report under way with the longest that a stay may have lasted before it."""
    if not soft or time.earliest or not time.latest:
        return time
    return time.model_copy(update={"earliest": time.latest - NEAR})


def _known_times_fit(one: Told, other: Told, mine: TimeValue, yours: TimeValue) -> str | None:
    if may_overlap(mine, yours):
        coarse = mine.grain in ("year", "decade") or yours.grain in ("year", "decade") or not (mine.earliest and yours.earliest)
        if mine == yours or _is_one(one, other) or not coarse or lies_within(mine, yours) or lies_within(yours, mine):
            return f"their times agree ({mine.edtf}, {yours.edtf})" if mine.edtf != yours.edtf else f"both date it {mine.edtf}"
        return None
    gap = _gap(mine, yours)
    if one.document == other.document or gap is None or _past_plan(one, other) or _past_plan(other, one):
        return None
    if one.type == "dispute" and one.status_class == other.status_class and is_rounded(mine, yours):
        return f"the one is counted in round numbers ({mine.edtf}, {yours.edtf})"
    slip = NEAR if one.type == "visit" else SLIP if one.type in TALKS else None
    if slip and {one.status_class, other.status_class} == {"ahead", "done"} and gap <= slip:
        return f"announced and reported within days ({mine.edtf}, {yours.edtf})"
    if {one.status_class, other.status_class} != {"done"} and gap <= LATE and _is_one(one, other):
        return f"planned for {mine.edtf} or {yours.edtf}, told again with another date"
    if one.status_class == other.status_class == "done" and _is_one(one, other) and gap <= (DISPUTED if once(one) else NEAR):
        return f"they disagree about the day ({mine.edtf}, {yours.edtf})"
    return None


def _past_plan(plan: Told, done: Told) -> bool:
    """Whether a text still plans for another day what had been done before it appeared."""
    said, last = plan.reported()[0], done.time.latest if done.time else None
    return (plan.status_class, done.status_class) == ("ahead", "done") and bool(said and last and last + NEAR < said)


def _gap(mine: TimeValue, yours: TimeValue) -> dt.timedelta | None:
    gaps = [
        later.earliest - sooner.latest
        for sooner, later in ((mine, yours), (yours, mine))
        if later.earliest and sooner.latest and later.earliest > sooner.latest
    ]
    return min(gaps, default=None)


def _reported_near(one: Told, other: Told) -> bool:
    """Whether an event whose report gives no time can be one that another text dates or reports at that time."""
    (a_first, a_last), (b_first, b_last) = _window(one), _window(other)
    if a_first is None or a_last is None or b_first is None or b_last is None:
        return False
    for undated, dated in ((one, other), (other, one)):
        last = dated.time.latest if dated.time and not dated.soft else None
        if not undated.time and last and undated.type == "meeting" and undated.mention.status == "occurred":
            return last - NEAR <= (undated.reported()[1] or last) <= last + RECALLED
    return a_first - NEAR <= b_last and b_first - NEAR <= a_last and (a_last - a_first).days <= 200 and (b_last - b_first).days <= 200


def _window(told: Told) -> tuple[dt.date | None, dt.date | None]:
    """The time of an event, else the days of its report."""
    if told.time and not told.soft:
        return told.time.earliest, told.time.latest
    return told.reported()
