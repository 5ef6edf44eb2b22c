"""Stretches of text that recall an event of other texts become reports of it: of the one event that fits, and of none where two do."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from tieline.model.mention import Reading
from tieline.model.quantity import QuantityMention
from tieline.model.span import Span
from tieline.model.time import TimeValue
from tieline.resolve.actors.nearby import by_sentence
from tieline.resolve.actors.pairs import countries_of
from tieline.resolve.actors.who import Who
from tieline.resolve.cite import cite
from tieline.resolve.days.dating import Dates
from tieline.resolve.days.times import TimeTable
from tieline.resolve.deals.deals import AgreementTable
from tieline.resolve.events.known_by.disputes import LIFTING, telling
from tieline.resolve.events.merge.merge import Group
from tieline.resolve.events.recalled.known import Key, Known, index, known_events
from tieline.resolve.events.recalled.stretches import Stretch, stretches
from tieline.resolve.events.reports.report import Context, Told
from tieline.resolve.events.reports.traits import agree, is_short

KIN = {"visit": "met", "meeting": "met", "summit": "met", "aid": "given", "investment": "given", "agreement": "deal", "trade_deal": "deal"}
PAIR = 2
PERSONAL = frozenset({"visit", "meeting"})  # of which several may fall into one month
CODE = 3  # letters of a currency
CLEAR = 2  # how strongly something must recall the one event


@dataclass(frozen=True)
class Table:
    """All that is known when texts are searched for what they recall."""

    who: Who
    times: TimeTable
    deals: AgreementTable
    dates: Dates
    words: Mapping[str, Set[str]]


def recall(groups: Sequence[Group], readings: Sequence[Reading], table: Table, barred: Mapping[str, int]) -> tuple[Group, ...]:
    """The groups, each with the stretches of other texts that recall it."""
    events = index(known_events(groups, table.who, table.words["measures.plain"]))
    more: dict[int, list[tuple[Told, str]]] = {}
    for reading in readings:
        taken: set[int] = set()
        for stretch, one, reason in _recalled(reading, events, table):
            if id(one.group) in taken:
                continue
            told = _report(one, stretch, reading, table)
            if told.id not in barred:
                taken.add(id(one.group))
                more.setdefault(id(one.group), []).append((told, reason))
    return tuple(_with(group, more.get(id(group), ())) for group in groups)


def _with(group: Group, more: Sequence[tuple[Told, str]]) -> Group:
    if not more:
        return group
    lead = group.reports[0]
    said = [f"{lead.citation.quote!r} ({lead.document}) and {told.citation.quote!r} ({told.document}): {why}" for told, why in more]
    return Group([*group.reports, *(told for told, _ in more)], [*group.reasons, *said])


def _recalled(reading: Reading, events: Mapping[Key, Sequence[Known]], table: Table) -> Iterator[tuple[Stretch, Known, str]]:
    """The stretches of a text that recall one event, with that event and why."""
    who = table.who
    context = Context(reading, who, table.times, table.deals, table.dates, countries_of(reading, who), {}, {}, by_sentence(reading), {})
    document = reading.article.document.id
    for stretch in stretches(reading, context, table.words["recalled.leading"]):
        if any(f" {word} " in stretch.words for word in table.words["recalled.against"]):
            continue
        kinds = {KIN.get(one.type, one.type) for one in stretch.events}
        found = [
            (score, one, why)
            for one in _candidates(stretch, context, events)
            if KIN.get(one.type, one.type) not in kinds and _telling(one, stretch, table.words)
            for score, why in [_score(one, stretch, context)]
            if score >= CLEAR
        ]
        best = max((score for score, *_ in found), default=0)
        top = {id(one.group): (one, why) for score, one, why in found if score == best}
        if len(top) == 1:
            one, why = next(iter(top.values()))
            if document not in one.documents:
                yield stretch, one, why


def _telling(one: Known, stretch: Stretch, words: Mapping[str, Set[str]]) -> list[Span]:
    """Where the words stand in a stretch that can tell such an event; for a dispute some of those by which it is told."""
    if one.type == "dispute":
        return _of_dispute(one, stretch, words)
    listed = words.get(f"recalled.{one.type}.{one.stage}", ()) or words.get(f"recalled.{one.type}", ())
    return list(stretch.places(listed))


def _of_dispute(one: Known, stretch: Stretch, words: Mapping[str, Set[str]]) -> list[Span]:
    """The words for its kind of step, or the whole stretch where it shares the words by which the step is told."""
    lead = one.group.reports[0]
    lifting = list(stretch.places(words["recalled.lifting"]))
    if lead.act == LIFTING or lifting:
        return lifting if lead.act == LIFTING else []
    named = list(stretch.places(words.get(f"recalled.{lead.step}", ()))) if lead.step else []
    shared = one.words & telling(stretch.words, words["measures.plain"])
    return named or ([stretch.span] if len(shared) >= PAIR else [])


def _candidates(stretch: Stretch, context: Context, events: Mapping[Key, Sequence[Known]]) -> list[Known]:
    """The events whose key stands in a stretch, each once."""
    found: dict[int, Known] = {}
    for key in _keys(stretch, context):
        for one in events.get(key, ()):
            found[id(one)] = one
    return list(found.values())


def _keys(stretch: Stretch, context: Context) -> Iterator[Key]:
    lands = sorted({*_lands(stretch, context), *context.countries.pair(stretch.sentence.index)})
    deals = _deals(stretch, context)
    names = stretch.words.split()
    for time in _days(stretch):
        if not time.earliest or not time.latest:
            continue
        for type_ in KIN | {"negotiation": "", "diplomatic_ties": "", "partnership": "", "project": "", "dispute": ""}:
            if is_short(time):
                yield from ((type_, time.earliest.year, time.earliest.month, land) for land in lands)
            yield from ((type_, time.earliest.year, each) for each in (*deals, *names))
    for each in _sums(stretch):
        yield from (("sum", type_, *each, land) for type_ in ("aid", "investment", "trade_deal") for land in lands)


def _days(stretch: Stretch) -> list[TimeValue]:
    return [one.time for one in stretch.times if one.time and one.timex3.type in ("DATE", "TIME")]


def _lands(stretch: Stretch, context: Context) -> set[str]:
    return {home for actor in stretch.actors if (home := context.who.country(actor))}


def _deals(stretch: Stretch, context: Context) -> list[str]:
    document = context.reading.article.document.id
    return [deal for one in stretch.agreements if (deal := context.deals.at(document, one.span))]


def _money(stretch: Stretch) -> Iterator[tuple[QuantityMention, tuple[float, str]]]:
    for one in stretch.quantities:
        if one.unit and len(one.unit) == CODE and one.unit.isupper() and one.value is not None:
            yield one, (float(one.value), one.unit)


def _sums(stretch: Stretch) -> list[tuple[float, str]]:
    return [each for _, each in _money(stretch)]


def _score(one: Known, stretch: Stretch, context: Context) -> tuple[int, str]:
    """How strongly a stretch recalls an event, and by what; 0 where something tells of another."""
    lands = _lands(stretch, context)
    if lands - one.lands or _others(one, stretch, context):
        return 0, ""
    days = _days(stretch)
    if days and not any(agree(day, one.time) for day in days):
        return 0, ""
    person = min(max(len(one.persons & {*stretch.actors}), len(one.called & stretch.names)), PAIR)
    deal = bool(one.agreements & set(_deals(stretch, context)))
    name = any(f" {name} " in stretch.words for name in one.names)
    money = bool(one.sums & set(_sums(stretch)))
    pair = len(one.lands) >= PAIR and one.lands <= {*lands, *context.countries.pair(stretch.sentence.index)}
    month = any(is_short(day) and is_short(one.time) and agree(day, one.time) for day in days)
    year = bool(days) and (pair or deal or name or person == PAIR)
    close = month and pair and (one.type not in PERSONAL or any(day.grain == "day" for day in days))
    score = (2 if close else 1 if year else 0) + person + deal + name + (2 if money and pair else 0)
    said = {"its people": bool(person), "its agreement": deal, "its name": name, "its money": money, "its time": year}
    return score, f"told in passing, known by {', '.join(word for word, is_so in said.items() if is_so)}"


def _others(one: Known, stretch: Stretch, context: Context) -> bool:
    """Whether a stretch names people of whom nobody takes part, or another agreement, or other money."""
    people = {actor for actor in stretch.actors if context.who.kind(actor) == "person"}
    if one.type in ("visit", "meeting") and people and one.persons and not people & one.persons and not one.called & stretch.names:
        return True
    deals = {deal for deal in _deals(stretch, context) if context.deals.groups[deal].key.words}
    if one.agreements and deals and not one.agreements & deals:
        return True
    sums = set(_sums(stretch))
    return bool(one.sums and sums and not one.sums & sums)


def _quote(one: Known, stretch: Stretch, table: Table) -> Span:
    """The words that recall an event: from the word that tells it to its time, or to its money."""
    words = _telling(one, stretch, table.words)
    days = [Span(day.start, day.end) for day in stretch.times if day.time and agree(day.time, one.time)]
    money = [quantity.span for quantity, each in _money(stretch) if each in one.sums]
    if not (days or money) or stretch.span in words:
        return stretch.span
    pairs = [
        Span(min(each.start for each in (word, *money, day)), max(each.end for each in (word, *money, day)))
        for word in words
        for day in days or money
    ]
    return min(pairs, key=lambda span: (span.end - span.start, span.start))


def _report(one: Known, stretch: Stretch, reading: Reading, table: Table) -> Told:
    """A report of an event at the words that recall it."""
    lead, document = one.group.reports[0], reading.article.document.id
    span = _quote(one, stretch, table)
    mention = replace(lead.mention, span=span, trigger=span, sentence=stretch.sentence.index)
    return replace(
        lead,
        id=f"{document}:{span.start}-{span.end}:{lead.type}:{lead.stage or '-'}:recalled",
        document=document,
        report=table.dates.report(document),
        mention=mention,
        time=None,
        published=table.dates[document].published,
        citation=cite(reading.article, span),
        sentence=stretch.sentence.text,
        zone=stretch.sentence.zone,
        worded="",
        root=lead.root or lead.id,
    )
