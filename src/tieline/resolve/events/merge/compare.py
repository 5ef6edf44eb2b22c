"""Whether two reports tell one event, and why: a recorded judgement."""

import datetime as dt

from tieline.model.time import TimeValue
from tieline.resolve.deals.orders import apart, differ
from tieline.resolve.events.known_by.disputes import may_be_one, same_case, same_measure
from tieline.resolve.events.known_by.many import same_many
from tieline.resolve.events.known_by.papers import is_another, kinds_differ
from tieline.resolve.events.known_by.sums import ALIKE, GIVEN, lots_differ, same_sum
from tieline.resolve.events.merge.times_fit import is_called_off, times_fit
from tieline.resolve.events.reports.offices import offices_differ
from tieline.resolve.events.reports.report import Told
from tieline.resolve.events.reports.traits import (
    DEALS,
    LOOSE,
    MADE,
    NEAR,
    STAGELESS,
    actors_of,
    agree,
    is_short,
    once,
    said,
    step,
    two,
    words_of,
)

EACH = frozenset({"approved", "ratified"})  # what each side does for itself
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
DELAY = dt.timedelta(days=400)  # how much later than planned a thing is opened that only its kind tells
RESUMED = {"established", "restored"}  # recognition switched back, as one text has it, is ties restored in another
TWO = 2
PLACES = ("place", "host")  # the roles of where an act is done
LENDING = "steps.lending"
NEGATED = "verb.negated"  # the rule of plain negation
APART = ("they disagree", "planned for")  # reasons that bring together reports with different days


def same_event(one: Told, other: Told) -> tuple[str, ...]:
    """The reasons why two reports tell one event; none where they do not."""
    if one.type == other.type and {one.root or one.id, other.root or other.id} == {one.root or other.root}:
        return ("the one only names the other again",)
    if not _types_fit(one, other) or not stages_fit(one, other) or not _statuses_fit(one, other):
        return ()
    if one.report and one.report == other.report and one.document != other.document and said(one) == said(other):
        return (f"{one.report} and its reprint say it in the same words",)
    if one.mention.ordinal and other.mention.ordinal and one.mention.ordinal != other.mention.ordinal:
        return ()
    if one.number and other.number and one.number != other.number:
        return ()
    if differ(one.order, other.order) or (
        one.document == other.document and apart(one.order, other.order) and not agree(one.time, other.time)
    ):
        return ()
    if one.again != other.again and (one.document == other.document or not agree(one.time, other.time)):
        return ()
    who = _same_subject(one, other) if one.document == other.document or not _strangers(one, other) else None
    when = times_fit(one, other) if who else None
    if not who or not when or places_differ(one, other):
        return ()
    return (who, when)


def _types_fit(one: Told, other: Told) -> bool:
    if one.type != other.type and {one.type, other.type} <= DEALS and one.agreement and one.agreement == other.agreement:
        return {step(one), step(other)} <= LOOSE or step(one) == step(other)
    return one.type == other.type or ({one.type, other.type} <= ALIKE and bool(one.sums & other.sums))


def _strangers(one: Told, other: Told) -> bool:
    """Whether reports of two texts are about different countries, or share nobody and nothing is known by name."""
    if one.thing and one.thing == other.thing:
        return False
    mine, yours = set(one.countries or one.pair), set(other.countries or other.pair)
    if mine and yours:
        few, many = sorted((mine, yours), key=len)
        return one.type != "summit" and not (few <= many if one.type == "project" else few & many)
    if one.named & other.named:
        few, many = sorted((_capitals(one), _capitals(other)), key=len)
        return not few <= many
    return not (one.agreement or one.visit or actors_of(one) & actors_of(other))


def _capitals(told: Told) -> set[str]:
    """The names in the words of a report, known or not: words with a capital after the first, without those of its dates."""
    quote, time = told.citation.quote, told.mention.time
    start = time.start - told.citation.start if time else 0
    if time and 0 <= start < len(quote):
        quote = quote[:start] + quote[start + time.end - time.start :]
    return {word for word in quote.split()[1:] if word[:1].isupper()}


def stages_fit(one: Told, other: Told) -> bool:
    """Whether the steps of two reports can be one."""
    mine, yours = step(one), step(other)
    if one.type == "agreement" and {mine, yours} == {"signed", "concluded"}:
        return _signed_then(one, other)
    if one.type == "partnership" and {mine, yours} == MADE:
        return _same_level(one, other)
    if one.type == "diplomatic_ties" and {mine, yours} == RESUMED:
        return one.document != other.document and is_short(one.time) and is_short(other.time) and agree(one.time, other.time)
    return mine == yours or (one.type in STAGELESS and {mine, yours} <= LOOSE)


def _same_level(one: Told, other: Told) -> bool:
    """Whether one text has ties raised to the level at which another has a partnership established, at that time."""
    return one.document != other.document and bool(one.agreement) and one.agreement == other.agreement and agree(one.time, other.time)


def _signed_then(one: Told, other: Told) -> bool:
    """Whether a deal told as concluded on a day is the one that another text has signed on that day."""
    days = one.time and other.time and one.time.grain == other.time.grain == "day" and one.time.edtf == other.time.edtf
    named = (
        one.agreement and one.agreement == other.agreement and is_short(one.time) and is_short(other.time) and agree(one.time, other.time)
    )
    return bool(days or named) and one.document != other.document and one.status_class == other.status_class == "done"


def _statuses_fit(one: Told, other: Told) -> bool:
    pair = (one.status_class, other.status_class)
    if set(pair) == {"ahead", "off"}:
        return _gives_up(*((one, other) if pair[0] == "off" else (other, one)))
    if "no" in pair and pair != ("no", "no"):
        return _not_yet(*((one, other) if pair[0] == "no" else (other, one)))
    if one.document == other.document:
        return pair[0] == pair[1] or (one.type == "visit" and _same_stay(one, other))
    return pair in PAIRS or pair[::-1] in PAIRS


def _gives_up(off: Told, plan: Told) -> bool:
    """Whether a later text calls off, or moves, what another one plans for that day."""
    said, before = off.reported()[0], plan.reported()[1]
    dated = agree(off.time, plan.time) and (is_short(off.time) or plan.type == "project") and is_short(plan.time)
    if off.time is None:
        dated = is_called_off(off, plan)
    if plan.type == "project" and plan.thing and plan.thing == off.thing and plan.time and off.time:
        dated = plan.time.edtf == off.time.edtf or dated  # "was to have been finished in 2023"
    return off.document != plan.document and bool(dated and said and before and before <= said)


def _not_yet(no: Told, other: Told) -> bool:
    """Whether a denial only tells that something had not happened yet, or was not in sight, that another text plans or reports later."""
    said, last = no.reported(), other.time.latest if other.time else other.reported()[1]
    if no.document == other.document or other.status_class not in ("done", "ahead") or not once(no) or no.time is not None:
        return False
    yet = "yet" in words_of(no.sentence)
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
    if one.count and other.count and (counted := same_many(one, other)):
        return counted
    if lots_differ(one, other):
        return None
    if one.agreement and one.agreement == other.agreement:
        return None if each_side_alone(one, other) else "both name the same agreement"
    if one.type in ("agreement", "negotiation") and (one.agreement or other.agreement):
        return _same_day(one, other)
    if one.type in GIVEN and one.sides and other.sides and not one.sides & other.sides:
        return None  # what two sides lend is two loans
    if one.type in GIVEN and one.document == other.document and one.step and other.step and one.step != other.step:
        return None  # "took a stake in 2017 and has put in 5 million"
    if one.type == "investment" and one.document == other.document and (_puts_in(one, other) or _puts_in(other, one)):
        return None  # "the loan agreement was signed; firms have put in 5 million"
    if one.type in GIVEN and one.document == other.document and one.sums and other.sums and not one.sums & other.sums:
        return None  # "bought the bank for 7 million, and the mill for 2"
    if one.type in GIVEN and (sums := same_sum(one, other)):
        return sums
    if one.type == "visit":
        return _same_visit(one, other)
    if one.type == "statement":
        return _same_statement(one, other)
    if one.type == "investment":
        shared = one.named & other.named
        parties = not actors_of(one) or not actors_of(other) or actors_of(one) & actors_of(other)
        few, many = sorted((set(one.countries), set(other.countries)), key=len)
        named = few <= many or not (one.loose and other.loose)  # a loan told without a name has only that of its text
        return f"both are about {', '.join(sorted(shared))}" if shared and parties and named else None
    if one.type == "project":
        return _same_project(one, other)
    if one.type == "summit":
        shared = one.named & other.named
        return f"both are about {', '.join(sorted(shared))}" if shared else None
    return _same_people(one, other)


def _puts_in(deal: Told, other: Told) -> bool:
    """Whether one is an agreement on money, and the other money that is put into something and not lent."""
    return bool(deal.agreement and not other.agreement and other.step and other.step != LENDING)


def _same_act(one: Told, other: Told) -> str | None:
    """An embassy opened, a flag raised: one act of the same people, or of the same two, in two texts that date it alike."""
    if one.document == other.document or one.mention.rule != other.mention.rule or one.stage is None:
        return None
    dated = is_short(one.time) and is_short(other.time) and agree(one.time, other.time)
    together = one.persons & other.persons or len(set(one.countries) & set(other.countries)) >= TWO
    if dated and together:
        return "the same act of the same people at that time"
    return _act_kept(one, other)


def _act_kept(one: Told, other: Told) -> str | None:
    """An act that one text plans and another tells as done at that place: an embassy "to be opened before the end of the year"."""
    planned = {one.status_class, other.status_class} in ({"ahead", "done"}, {"ahead", "off"})
    plan, done = (one, other) if one.status_class == "ahead" else (other, one)
    kept = agree(plan.time, done.time) or _kept(plan, done) or plan.time is None
    places = [frozenset(actor for actor, role in told.people if role in PLACES) for told in (one, other)]
    owners = [actors_of(told) - place for told, place in zip((one, other), places, strict=True)]
    here = bool(places[0] & places[1]) or (not all(places) and bool(owners[0] & owners[1]))
    lands = set(one.countries or one.pair) <= set(other.pair) or set(other.countries or other.pair) <= set(one.pair)
    apart = all(owners) and not owners[0] & owners[1]
    return "the same act, planned and done" if planned and kept and here and lands and not apart else None


def _same_number(one: Told, other: Told) -> str | None:
    """The round or session of one number between the same two, of one series or of the only agreement that may be meant."""
    mine, yours = two(one), two(other)
    if len(mine) != 2 or mine != yours or not _series_fit(one, other):
        return None
    return f"both are number {one.number} of its kind between the same two"


def _series_fit(one: Told, other: Told) -> bool:
    if one.type == "negotiation":
        return one.agreement == other.agreement or one.vague or other.vague
    return bool(one.series & other.series) or not (one.series and other.series)


def each_side_alone(one: Told, other: Told) -> bool:
    """Whether two different sides ratified: progress of one agreement, but not one event."""
    if one.stage not in EACH:
        return False
    bodies = [frozenset(actor for actor, role in told.people if role == "agent") for told in (one, other)]
    days = bool(one.time and other.time) and not agree(one.time, other.time)
    if all(bodies) and not bodies[0] & bodies[1] and days:
        return True  # the union's parliament in February, the country's in June
    if days and len(one.sides | other.sides) == 1 and not one.sides & other.sides:
        return True  # "Orsenda's parliament" in June, and one of no country in October
    return bool(one.sides and other.sides) and not one.sides & other.sides


def _same_project(one: Told, other: Told) -> str | None:
    """The same name, or the same step of what the same two countries build at that time, where one text does not name it.

    "The line" or "the link" may be the pipeline of another text; a railway is none.
    """
    if one.firm and other.firm and one.noun != other.noun:
        return None
    if one.part != other.part and ((one.part and other.part) or not agree(one.time, other.time)):
        return None  # the eastern section is not the whole line
    if one.thing and one.thing == other.thing:
        return f"both are about the same {one.noun or 'project'}"
    shared = one.named & other.named
    if shared <= {one.noun, one.topic} and one.sole and other.sole and not one.sole & other.sole:
        return None  # "a bridge at Pelmara", "a bridge at Orsetal"
    if shared:
        return f"both are about {', '.join(sorted(shared))}"
    few, many = sorted((one.countries, other.countries), key=len)
    alike = (one.noun == other.noun or not (one.noun and other.noun)) and len(many) == 2 and bool(few) and set(few) <= set(many)
    unnamed = _is_unnamed(one) or _is_unnamed(other)
    if not alike or not unnamed or one.document == other.document:
        return None
    if one.noun and one.firm and other.firm and len(few) == 2 and (_kept(one, other) or _kept(other, one)):
        return f"the same two countries plan and build a {one.noun}"
    close = is_short(one.time) and is_short(other.time) and agree(one.time, other.time)
    if not close or not (one.noun or other.noun or one.mention.topic or other.mention.topic):
        return None
    return f"the same two countries build a {one.noun or other.noun or 'project'} at that time"


def _is_unnamed(told: Told) -> bool:
    """Whether a thing is told without a name of its own: "the line", "a pipeline"."""
    return told.loose or not told.named or told.named <= {told.noun, told.topic}


def _kept(plan: Told, done: Told) -> bool:
    """Whether one text plans what another tells as done, on that day or up to so much later."""
    due, made = plan.time, done.time
    if plan.status_class != "ahead" or done.status_class != "done" or not (due and made and due.latest and made.earliest and made.latest):
        return False
    return agree(due, made) or dt.timedelta() <= made.earliest - due.latest <= DELAY


def _same_day(one: Told, other: Told) -> str | None:
    """The same two countries take the same step on the same day, and one text does not name the agreement."""
    if one.document == other.document and one.mention.sentence == other.mention.sentence:
        return None  # "signed a treaty and a protocol"
    if is_another(one, other) or kinds_differ(one, other):
        return None  # "They also signed a memorandum on tourism"
    unnamed = one.vague or other.vague
    if unnamed and _sign_together(one, other):
        return "the same people sign in the same days"
    days = one.time and other.time and one.time.grain == other.time.grain == "day" and agree(one.time, other.time)
    same = len(one.countries) == 2 and one.countries == other.countries
    return "the same two countries on the same day" if unnamed and days and same else None


def _sign_together(one: Told, other: Told) -> bool:
    """Whether two texts have the same people sign within days: "on Thursday", "last week"."""
    if one.document == other.document or not one.stage == other.stage == "signed" or len(one.persons & other.persons) < TWO:
        return False
    mine, yours = one.time, other.time
    if not (mine and yours and mine.earliest and mine.latest and yours.earliest and yours.latest):
        return False
    return mine.earliest - NEAR <= yours.latest and yours.earliest - NEAR <= mine.latest and is_short(mine) and is_short(yours)


def _same_visit(one: Told, other: Told) -> str | None:
    if offices_differ(one, other):
        return None  # the president's visit is not that of the trade minister
    if one.visit and one.visit == other.visit:
        return "the same person visits the same country"
    if one.guest and one.guest == other.guest and not (one.visit and other.visit) and one.time and other.time:
        close = all(t.soft or is_short(t.time) for t in (one, other)) and not _in_a_row(one.time, other.time)
        return "the same person travels in the same days" if close else None
    return _same_envoy(one, other) or _same_trip(one, other) or _same_trip(other, one)


def _same_trip(bare: Told, whole: Told) -> str | None:
    """A trip told without the traveller, "the premier's trip to Lima of 5-6 May", and one of those days from a country of its text."""
    if not whole.visit or bare.guest or bare.persons or bare.document == whole.document or bare.soft or whole.soft:
        return None
    host, homes = whole.visit[1], set(whole.countries) - {whole.visit[1]}
    days = bare.time and whole.time and bare.time.edtf == whole.time.edtf and is_short(bare.time) and bare.time.grain in ("day", "interval")
    there = host in actors_of(bare) and not set(bare.countries) - {host} - homes
    return "a trip to the same country on the same days" if days and there and homes and homes <= set(bare.pair) else None


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
    same = nameless and is_short(one.time) and is_short(other.time) and agree(one.time, other.time)
    return "a visitor from the same country to the same country in the same days" if same else None


def _same_people(one: Told, other: Told) -> str | None:
    if one.type == "meeting":
        mine, yours = one.persons, other.persons
        if len(mine & yours) >= 2 or (len(mine) >= 2 and mine == yours):
            return "the same people meet"
        return _same_talks(one, other)
    if one.type == "dispute" and (case := same_case(one, other)):
        return case
    if one.type == "dispute" and not may_be_one(one, other):
        return None
    if one.type == "dispute" and one.document != other.document:
        measure = same_measure(one, other)
        if measure or one.countries != other.countries or not (one.time and other.time):
            return measure
    if one.type == "other":
        return "the same words" if one.citation.quote == other.citation.quote else _same_act(one, other)
    if one.type == "diplomatic_ties" and one.document != other.document and one.countries != other.countries:
        few, many = sorted((set(one.countries), set(other.countries)), key=len)
        return "the same countries" if len(few) >= 2 and few <= many else None
    if len(one.countries) >= 2 and one.countries == other.countries:
        if one.type in ("diplomatic_ties", "partnership"):
            return "both are about the ties of the same two countries"
        if one.type == "dispute" and one.document != other.document and one.mention.rule != other.mention.rule:
            return None  # two quarrels of one day
        shared = actors_of(one) & actors_of(other)
        timed = one.document == other.document or (one.time and other.time) or one.lots & other.lots
        return "the same parties" if len(shared) >= 2 and timed else None
    return None


def _same_talks(one: Told, other: Told) -> str | None:
    """A meeting of two countries in one text, and in another that of persons from the same two on the same day."""
    bare, named = sorted((one, other), key=lambda told: len(told.persons))
    if (
        one.document == other.document
        or bare.persons
        or len(bare.countries) != TWO
        or not set(named.countries or named.pair) <= set(bare.countries)
    ):
        return None
    times = [told.time for told in (one, other) if told.time]
    days = len(times) == 1 or (len(times) == TWO and times[0].edtf == times[1].edtf and times[0].grain == "day")
    given_up = {one.status_class, other.status_class} == {"ahead", "off"} and agree(one.time, other.time)
    return "the same two countries meet on the same day" if days or given_up else None


def _same_statement(one: Told, other: Told) -> str | None:
    if not actors_of(one) & actors_of(other) or (one.document == other.document and one.content != other.content):
        return None
    mine, yours = words_of(one.content), words_of(other.content)
    if mine and yours and len(mine & yours) * 5 < len(mine | yours) * 3:
        return None
    if (not mine or not yours) and not (one.time and other.time and one.time.grain == other.time.grain == "day"):
        return None
    return "the same speaker says the same"


def places_differ(one: Told, other: Told) -> bool:
    """Two towns told apart; a town and a country may be the same place."""
    mine, yours = one.place_actor, other.place_actor
    if one.time and other.time and one.time.grain == "day" and one.time.edtf == other.time.edtf and one.document != other.document:
        return False  # a palace in one text, the town in another
    return bool(one.type == "meeting" and mine and yours and mine != yours and mine not in other.countries and yours not in one.countries)
