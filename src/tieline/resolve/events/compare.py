"""Whether two reports tell one event, and why: a recorded judgement."""

import datetime as dt
from collections.abc import Iterator

from tieline.model.edtf import lies_within, may_overlap
from tieline.model.time import TimeValue
from tieline.resolve.events.disputes import may_be_one, same_measure
from tieline.resolve.events.report import Told
from tieline.resolve.events.sums import ALIKE, GIVEN, same_sum

# What happens once in the life of its subject: there a differing date is a disagreement, not another event.
ONCE = {
    "agreement": {"initialled", "signed", "approved", "ratified", "provisionally_applied", "in_force", "terminated", "lapsed"},
    "negotiation": {"launched", "concluded"},
    "diplomatic_ties": {"established", "severed", "switched", "restored"},
    "partnership": {"established", "upgraded"},
    "project": {"started", "completed", "inaugurated"},
}
EACH = frozenset({"approved", "ratified"})  # what each side does for itself
FAMILIES = {"switched": "established", "lapsed": "terminated"}
# Deals whose reports name now one step, now another, now none.
STAGELESS = frozenset({"investment", "aid", "trade_deal"})
LOOSE = frozenset({None, "announced", "concluded", "signed"})
PAIRS = frozenset(
    {
        ("done", "done"),
        ("ahead", "ahead"),
        ("ahead", "done"),
        ("maybe", "maybe"),
        ("no", "no"),
        ("off", "off"),
        ("maybe", "done"),
        ("maybe", "ahead"),
    }
)
MADE = {"established", "upgraded"}  # two words for one step: ties are upgraded to a partnership, which is thereby established
MATTER = 3  # words that an undated text must share with another to tell the same step of a dispute
NEAR = dt.timedelta(days=15)
RECALLED = dt.timedelta(days=45)  # how long after it a meeting of the same people is told again without its day
DISPUTED = dt.timedelta(days=800)
OLD = dt.timedelta(days=200)
LATE = dt.timedelta(days=3 * 366)
NEGATED = "verb.negated"  # the rule of plain negation
APART = ("they disagree", "planned for")  # reasons that bring together reports with different days


def family(stage: str | None) -> str | None:
    """The stage under which reports of one change are compared."""
    return FAMILIES.get(stage, stage) if stage else None


def once(told: Told) -> bool:
    """Whether such an event happens once in the life of its subject."""
    return told.stage in ONCE.get(told.type, ())


def same_event(one: Told, other: Told) -> tuple[str, ...]:
    """The reasons why two reports tell one event; none where they do not."""
    if one.type == other.type and {one.root or one.id, other.root or other.id} == {one.root or other.root}:
        return ("the one only names the other again",)
    if not _types_fit(one, other) or not _stages_fit(one, other) or not _statuses_fit(one, other):
        return ()
    if one.report and one.report == other.report and one.document != other.document and _said(one) == _said(other):
        return (f"{one.report} and its reprint say it in the same words",)
    if one.mention.ordinal and other.mention.ordinal and one.mention.ordinal != other.mention.ordinal:
        return ()
    if one.number and other.number and one.number != other.number:
        return ()
    if one.again != other.again and (one.document == other.document or not _agree(one.time, other.time)):
        return ()
    who = _same_subject(one, other) if one.document == other.document or not _strangers(one, other) else None
    when = _times_fit(one, other) if who else None
    if not who or not when or _places_differ(one, other):
        return ()
    return (who, when)


def _types_fit(one: Told, other: Told) -> bool:
    return one.type == other.type or ({one.type, other.type} <= ALIKE and bool(one.sums & other.sums))


def _strangers(one: Told, other: Told) -> bool:
    """Whether reports of two texts are about different countries, or share nobody and nothing is known by name."""
    mine, yours = set(one.countries or one.pair), set(other.countries or other.pair)
    if mine and yours:
        few, many = sorted((mine, yours), key=len)
        return one.type != "summit" and not (few <= many if one.type == "project" else few & many)
    if one.named & other.named:
        few, many = sorted((_capitals(one), _capitals(other)), key=len)
        return not few <= many
    return not (one.agreement or one.visit or _actors(one) & _actors(other))


def _said(told: Told) -> tuple[str, str]:
    """The words of a report, without regard to how its lines are broken."""
    return " ".join(told.sentence.split()), " ".join(told.citation.quote.split())


def _capitals(told: Told) -> set[str]:
    """The names in the words of a report, known or not: words with a capital after the first, without those of its dates."""
    quote, time = told.citation.quote, told.mention.time
    start = time.start - told.citation.start if time else 0
    if time and 0 <= start < len(quote):
        quote = quote[:start] + quote[start + time.end - time.start :]
    return {word for word in quote.split()[1:] if word[:1].isupper()}


def _agree(mine: TimeValue | None, yours: TimeValue | None) -> bool:
    """Whether two known times can be one."""
    return mine is not None and yours is not None and may_overlap(mine, yours)


def _stages_fit(one: Told, other: Told) -> bool:
    mine, yours = family(one.stage), family(other.stage)
    if one.type == "agreement" and {mine, yours} == {"signed", "concluded"}:
        return _signed_then(one, other)
    if one.type == "partnership" and {mine, yours} == MADE:
        return _same_level(one, other)
    return mine == yours or (one.type in STAGELESS and {mine, yours} <= LOOSE)


def _same_level(one: Told, other: Told) -> bool:
    """Whether one text has ties raised to the level at which another has a partnership established, at that time."""
    return one.document != other.document and bool(one.agreement) and one.agreement == other.agreement and _agree(one.time, other.time)


def _signed_then(one: Told, other: Told) -> bool:
    """Whether a deal told as concluded on a day is the one that another text has signed on that day."""
    days = one.time and other.time and one.time.grain == other.time.grain == "day" and one.time.edtf == other.time.edtf
    return bool(days) and one.document != other.document and one.status_class == other.status_class == "done"


def _statuses_fit(one: Told, other: Told) -> bool:
    pair = (one.status_class, other.status_class)
    if "no" in pair and pair != ("no", "no"):
        return _not_yet(*((one, other) if pair[0] == "no" else (other, one)))
    if one.document == other.document:
        return pair[0] == pair[1] or (one.type == "visit" and _same_stay(one, other))
    return pair in PAIRS or pair[::-1] in PAIRS


def _not_yet(no: Told, other: Told) -> bool:
    """Whether a denial only tells that something had not happened yet, or was not in sight, that another text plans or reports later."""
    said, last = no.reported(), other.time.latest if other.time else other.reported()[1]
    if no.document == other.document or other.status_class not in ("done", "ahead") or not once(no) or no.time is not None:
        return False
    yet = "yet" in _words(no.sentence)
    if not yet and any(NEGATED in reason for reason in no.mention.reasons):
        return False  # "was not signed at the ceremony": told of that day, whatever came later
    if other.status_class == "ahead" and yet:
        return True
    return bool(said[1] and last and said[1] <= last)


def _same_stay(one: Told, other: Told) -> bool:
    """Whether one is only what lies ahead in a visit under way ("during his stay he will also attend")."""
    ahead = one if one.status_class == "ahead" else other
    rest = other if ahead is one else one
    if ahead.status_class != "ahead" or ahead.time is not None or rest.status_class != "done":
        return False
    last, published = (rest.time.latest if rest.time else None), rest.reported()[0]
    return rest.mention.status == "ongoing" or bool(last and published and last >= published - NEAR)


def _same_subject(one: Told, other: Told) -> str | None:
    """What shows that both are about the same thing."""
    if one.number and one.number == other.number and (counted := _same_number(one, other)):
        return counted
    if one.agreement and one.agreement == other.agreement:
        return None if _each_side_alone(one, other) else "both name the same agreement"
    if one.type in ("agreement", "negotiation") and (one.agreement or other.agreement):
        return _same_day(one, other)
    if one.type in GIVEN and one.sides and other.sides and not one.sides & other.sides:
        return None  # what two sides lend is two loans
    if one.type in GIVEN and (sums := same_sum(one, other)):
        return sums
    if one.type == "visit":
        return _same_visit(one, other)
    if one.type == "statement":
        return _same_statement(one, other)
    if one.type == "investment":
        shared = one.named & other.named
        parties = not _actors(one) or not _actors(other) or _actors(one) & _actors(other)
        few, many = sorted((set(one.countries), set(other.countries)), key=len)
        named = few <= many or not (one.loose and other.loose)  # a loan told without a name has only that of its text
        return f"both are about {', '.join(sorted(shared))}" if shared and parties and named else None
    if one.type == "project":
        return _same_project(one, other)
    if one.type == "summit":
        shared = one.named & other.named
        return f"both are about {', '.join(sorted(shared))}" if shared else None
    return _same_people(one, other)


def _same_number(one: Told, other: Told) -> str | None:
    """The round or session of one number between the same two, of one series or of the only agreement that may be meant."""
    mine, yours = _two(one), _two(other)
    if len(mine) != 2 or mine != yours or not _series_fit(one, other):
        return None
    return f"both are number {one.number} of its kind between the same two"


def _two(told: Told) -> tuple[str, ...]:
    """The two between whom something is: those it names, else those of its text where it names nobody else."""
    return told.countries if len(told.countries) == 2 or not set(told.countries) <= set(told.pair) else told.pair


def _series_fit(one: Told, other: Told) -> bool:
    if one.type == "negotiation":
        return one.agreement == other.agreement or one.vague or other.vague
    return bool(one.series & other.series) or not (one.series and other.series)


def _each_side_alone(one: Told, other: Told) -> bool:
    """Whether two different sides ratified: progress of one agreement, but not one event."""
    return one.stage in EACH and bool(one.sides and other.sides) and not one.sides & other.sides


def _same_project(one: Told, other: Told) -> str | None:
    """The same name, or the same step of what the same two countries build at that time, where one text does not name it.

    "The line" or "the link" may be the pipeline of another text; a railway is none.
    """
    if one.firm and other.firm and one.noun != other.noun:
        return None
    shared = one.named & other.named
    if shared:
        return f"both are about {', '.join(sorted(shared))}"
    few, many = sorted((one.countries, other.countries), key=len)
    alike = (one.noun == other.noun or not (one.noun and other.noun)) and len(many) == 2 and bool(few) and set(few) <= set(many)
    unnamed = one.loose or other.loose or not (one.named and other.named)
    if not alike or not unnamed or one.document == other.document:
        return None
    close = _is_short(one.time) and _is_short(other.time) and _agree(one.time, other.time)
    if not close or not (one.noun or other.noun or one.mention.topic or other.mention.topic):
        return None
    return f"the same two countries build a {one.noun or other.noun or 'project'} at that time"


def _same_day(one: Told, other: Told) -> str | None:
    """The same two countries take the same step on the same day, and one text does not name the agreement."""
    if one.document == other.document and one.mention.sentence == other.mention.sentence:
        return None  # "signed a treaty and a protocol"
    unnamed = one.vague or other.vague
    days = one.time and other.time and one.time.grain == other.time.grain == "day" and _agree(one.time, other.time)
    same = len(one.countries) == 2 and one.countries == other.countries
    return "the same two countries on the same day" if unnamed and days and same else None


def _same_visit(one: Told, other: Told) -> str | None:
    if one.visit and one.visit == other.visit:
        return "the same person visits the same country"
    if one.guest and one.guest == other.guest and not (one.visit and other.visit) and one.time and other.time:
        close = all(t.soft or _is_short(t.time) for t in (one, other)) and not _in_a_row(one.time, other.time)
        return "the same person travels in the same days" if close else None
    return _same_envoy(one, other)


def _in_a_row(mine: TimeValue, yours: TimeValue) -> bool:
    """Whether one stay begins on the day on which the other ends: the next leg of a tour."""
    sooner, later = sorted((mine, yours), key=lambda one: str(one.earliest))
    lasting = all(one.earliest and one.latest and one.earliest < one.latest for one in (mine, yours))
    return lasting and sooner.latest == later.earliest


def _same_envoy(one: Told, other: Told) -> str | None:
    """A person and "Tavonia's ruler", both from one country to another in the same days."""
    homes = [set(told.countries) - {told.visit[1]} for told in (one, other) if told.visit]
    nameless = not (one.persons and other.persons)
    if len(homes) < 2 or not one.visit or not other.visit or one.visit[1] != other.visit[1] or homes[0] != homes[1] or len(homes[0]) != 1:
        return None
    same = nameless and _is_short(one.time) and _is_short(other.time) and _agree(one.time, other.time)
    return "a visitor from the same country to the same country in the same days" if same else None


def _is_short(time: TimeValue | None) -> bool:
    """Whether a time is known to a month or so."""
    return bool(time and time.earliest and time.latest and (time.latest - time.earliest).days <= 31)


def _same_people(one: Told, other: Told) -> str | None:
    if one.type == "meeting":
        mine, yours = one.persons, other.persons
        if len(mine & yours) >= 2 or (len(mine) >= 2 and mine == yours):
            return "the same people meet"
        return None
    if one.type == "dispute" and not may_be_one(one, other):
        return None
    if one.type == "dispute" and one.document != other.document and (one.countries != other.countries or not (one.time and other.time)):
        return same_measure(one, other)
    if one.type == "other":
        return "the same words" if one.citation.quote == other.citation.quote else None
    if one.type == "diplomatic_ties" and one.document != other.document and one.countries != other.countries:
        few, many = sorted((set(one.countries), set(other.countries)), key=len)
        return "the same countries" if len(few) >= 2 and few <= many else None
    if len(one.countries) >= 2 and one.countries == other.countries:
        if one.type in ("diplomatic_ties", "partnership"):
            return "both are about the ties of the same two countries"
        shared = _actors(one) & _actors(other)
        timed = one.document == other.document or (one.time and other.time)
        return "the same parties" if len(shared) >= 2 and timed else None
    return None


def _actors(told: Told) -> set[str]:
    return {actor for actor, _ in told.people}


def _same_statement(one: Told, other: Told) -> str | None:
    if not _actors(one) & _actors(other) or (one.document == other.document and one.content != other.content):
        return None
    mine, yours = _words(one.content), _words(other.content)
    if mine and yours and len(mine & yours) * 5 < len(mine | yours) * 3:
        return None
    if (not mine or not yours) and not (one.time and other.time and one.time.grain == other.time.grain == "day"):
        return None
    return "the same speaker says the same"


def _words(content: str | None) -> set[str]:
    return {word.strip(".,;:\"'“”’").lower() for word in (content or "").split()}


def _places_differ(one: Told, other: Told) -> bool:
    """Two towns told apart; a town and a country may be the same place."""
    mine, yours = one.place_actor, other.place_actor
    return bool(one.type == "meeting" and mine and yours and mine != yours and mine not in other.countries and yours not in one.countries)


def _is_one(one: Told, other: Told) -> bool:
    """Whether both tell of what happens once: a step in a life, the round of one number."""
    return once(one) or (one.number is not None and one.number == other.number)


def _times_fit(one: Told, other: Told) -> str | None:
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
    return "reported within days of each other" if _reported_near(one, other) else None


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
    if one.document == other.document or gap is None:
        return None
    if one.type == "visit" and {one.status_class, other.status_class} == {"ahead", "done"} and gap <= NEAR:
        return f"announced and reported within days ({mine.edtf}, {yours.edtf})"
    if {one.status_class, other.status_class} != {"done"} and gap <= LATE and _is_one(one, other):
        return f"planned for {mine.edtf} or {yours.edtf}, told again with another date"
    if one.status_class == other.status_class == "done" and _is_one(one, other) and gap <= (DISPUTED if once(one) else NEAR):
        return f"they disagree about the day ({mine.edtf}, {yours.edtf})"
    return None


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


def _months(time: TimeValue | None) -> Iterator[tuple[int, int]]:
    """The first and the last month of a short time."""
    if time and time.earliest and time.latest and _is_short(time):
        yield from dict.fromkeys((day.year, day.month) for day in (time.earliest, time.latest))


def keys(told: Told) -> Iterator[tuple[object, ...]]:
    """The blocks in which a report is compared: only reports that share one can be the same event."""
    if told.number:
        yield (told.type, "number", told.number, *_two(told))
    yield from (("sum", *one) for one in sorted(told.sums))
    base = (told.type, None if told.type in STAGELESS and told.stage in LOOSE else family(told.stage))
    if told.type != "statement":
        yield (*base, "root", told.root or told.id)
    if told.report:
        yield (*base, told.report, _said(told))
    if told.agreement:
        yield (*base, "agreement", told.agreement)
        if told.type == "agreement" and told.stage == "concluded":
            yield (told.type, "signed", "agreement", told.agreement)
        if told.type == "partnership" and told.stage in MADE:
            yield (told.type, "made", told.agreement)
    if told.type == "visit":
        if told.guest:
            yield (*base, told.guest)
        if told.visit and len(told.countries) == 2:
            yield (*base, "between", *told.countries)
    elif told.type == "statement":
        sign = tuple(sorted(_words(told.content), key=lambda word: (-len(word), word))[:3])
        yield from ((*base, actor, told.time.edtf if told.time else None, sign) for actor, _ in told.people[:3])
        if told.time and told.time.grain == "day" and not told.content:
            yield from ((*base, actor, told.time.edtf) for actor, _ in told.people[:3])
    elif told.type in ("project", "summit", "investment"):
        yield from ((*base, name) for name in sorted(told.named))
        if told.type == "project" and 1 <= len(told.countries) <= 2:
            yield from ((*base, "built", month, country) for month in _months(told.time) for country in told.countries)
    elif told.type == "meeting":
        people = sorted(told.persons)
        yield from ((*base, a, b) for i, a in enumerate(people) for b in people[i + 1 :])
    elif told.type == "other":
        yield (*base, told.citation.quote)
    elif told.type == "dispute":
        yield from ((*base, country) for country in told.countries[:6])
    elif len(told.countries) >= 2:
        pairs = [(a, b) for i, a in enumerate(told.countries) for b in told.countries[i + 1 :]]
        yield from ((*base, *pair) for pair in pairs[:6])
