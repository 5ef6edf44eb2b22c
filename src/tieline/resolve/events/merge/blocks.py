"""The blocks in which reports are compared: only those that share one can be the same event."""

from collections.abc import Callable, Iterator

from tieline.model.time import TimeValue
from tieline.resolve.events.reports.report import Told
from tieline.resolve.events.reports.traits import DEALS, LOOSE, MADE, STAGELESS, is_short, said, step, two, words_of

Base = tuple[str, str | None]  # the type and the step of a report
Blocks = Iterator[tuple[object, ...]]


def _months(time: TimeValue | None) -> Iterator[tuple[int, int]]:
    """The first and the last month of a short time."""
    if time and time.earliest and time.latest and is_short(time):
        yield from dict.fromkeys((day.year, day.month) for day in (time.earliest, time.latest))


def _built(told: Told) -> Iterator[tuple[object, ...]]:
    """The blocks of what is built: the thing itself, its kind between two, and when one of them built something."""
    if told.thing:
        yield "thing", told.thing
    if told.firm and len(told.countries) == 2:
        yield "kind", told.noun, *told.countries
    if 1 <= len(told.countries) <= 2:
        yield from (("built", month, country) for month in _months(told.time) for country in told.countries)


def _paired(told: Told, base: tuple[object, ...]) -> Iterator[tuple[object, ...]]:
    """The blocks of what is between two countries; ties restored are compared with those established."""
    pairs = [(a, b) for i, a in enumerate(told.countries) for b in told.countries[i + 1 :]]
    if told.type == "diplomatic_ties" and step(told) in ("established", "restored"):
        yield from ((told.type, "made", month, *pair) for month in _months(told.time) for pair in pairs[:6])
    yield from ((*base, *pair) for pair in pairs[:6])


def keys(told: Told) -> Blocks:
    """The blocks in which a report is compared: only reports that share one can be the same event."""
    if told.number:
        yield (told.type, "number", told.number, *two(told))
    yield from (("sum", *one) for one in sorted(told.sums))
    base = (told.type, None if told.type in STAGELESS and step(told) in LOOSE else step(told))
    if told.type != "statement":
        yield (*base, "root", told.root or told.id)
    if told.count:
        yield (*base, "many", *two(told))
        yield (*base, "count", told.count)
    if told.report:
        yield (*base, told.report, said(told))
    if told.agreement:
        yield from _of_deal(told, base)
    of_type = _OF_TYPE.get(told.type)
    if of_type:
        yield from of_type(told, base)
    elif len(told.countries) >= 2:
        yield from _paired(told, base)


def _of_deal(told: Told, base: Base) -> Blocks:
    if told.type in DEALS:
        yield ("deal", None if step(told) in LOOSE else step(told), told.agreement)
    yield (*base, "agreement", told.agreement)
    if told.type == "agreement" and told.stage == "concluded":
        yield (told.type, "signed", "agreement", told.agreement)
    if told.type == "partnership" and told.stage in MADE:
        yield (told.type, "made", told.agreement)


def _of_visit(told: Told, base: Base) -> Blocks:
    if told.guest:
        yield (*base, told.guest)
    if told.time and not told.soft and is_short(told.time):
        yield (*base, "days", told.time.edtf)
    if told.visit and len(told.countries) == 2:
        yield (*base, "between", *told.countries)


def _of_statement(told: Told, base: Base) -> Blocks:
    sign = tuple(sorted(words_of(told.content), key=lambda word: (-len(word), word))[:3])
    yield from ((*base, actor, told.time.edtf if told.time else None, sign) for actor, _ in told.people[:3])
    if told.time and told.time.grain == "day" and not told.content:
        yield from ((*base, actor, told.time.edtf) for actor, _ in told.people[:3])


def _of_thing(told: Told, base: Base) -> Blocks:
    yield from ((*base, name) for name in sorted(told.named))
    if told.type == "project":
        yield from ((*base, *key) for key in _built(told))


def _of_meeting(told: Told, base: Base) -> Blocks:
    people = sorted(told.persons)
    yield from ((*base, a, b) for i, a in enumerate(people) for b in people[i + 1 :])
    yield (*base, "two", *two(told))


def _of_other(told: Told, base: Base) -> Blocks:
    yield (*base, told.citation.quote)
    yield from ((*base, told.mention.rule, month) for month in _months(told.time))
    yield from ((*base, told.mention.rule, actor) for actor, role in told.people if role in ("place", "host", "party", "agent"))


def _of_dispute(told: Told, base: Base) -> Blocks:
    yield from ((*base, country) for country in (told.countries or told.pair)[:6])


_OF_TYPE: dict[str, Callable[[Told, Base], Blocks]] = {
    "visit": _of_visit,
    "statement": _of_statement,
    "project": _of_thing,
    "summit": _of_thing,
    "investment": _of_thing,
    "meeting": _of_meeting,
    "other": _of_other,
    "dispute": _of_dispute,
}
