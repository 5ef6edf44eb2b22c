"""The countries behind a text: those of a sentence, and the two that an article is about."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from tieline.model.mention import ActorMention, AgreementMention, Reading
from tieline.resolve.actors.homes.letterhead import issuer_of
from tieline.resolve.actors.who import Who

SEVERAL = 3  # countries with which a bulletin deals besides its own
OFTEN = 3  # mentions by which a text is about a country that its opening does not name
_JOINTS = frozenset({"and", "-", "–"})
LEAD = 3  # what the headline or the first sentence names counts as three further mentions


@dataclass(frozen=True)
class Countries:
    """The countries of each sentence, and the two that the article names most."""

    by_sentence: Mapping[int, tuple[str, ...]]
    main: tuple[str, ...]
    first: str | None = None  # the country that the headline or the first sentence names first
    places: Mapping[int, set[str]] = field(default_factory=dict)  # sentence -> countries named there only as a place ("in Panama")
    sections: Mapping[int, tuple[str, str]] = field(default_factory=dict)  # sentence -> the two that its section is about
    fixed: bool = True  # whether the text is about its main two alone, so that they are meant where nobody is named
    most: str | None = None  # the country that the article names more than any other
    joined: Mapping[int, set[str]] = field(default_factory=dict)  # sentence -> countries joined there to a name that nothing explains
    issuer: str | None = None  # the country whose ministry put the text out

    def pair(self, sentence: int) -> tuple[str, ...]:
        """The two countries that a sentence is about where it does not say: those of its section, else those of the article."""
        return self.sections.get(sentence, self.main)

    def complete(self, known: set[str], sentence: int, *, own: bool = True) -> tuple[str, ...]:
        """Two countries for what takes two: those known, with the other one of the sentence, else with those of the article.

        `own`: in an article about one country more than any other, what is told with another is that country's own.
        """
        if len(known) >= 2:
            return tuple(sorted(known))
        here = tuple(
            one
            for one in self.by_sentence.get(sentence, ())
            if one in known or one in self.main or one not in self.places.get(sentence, ())
        )
        beside = not known or not self.first or self.first in here or any(one in self.main for one in here if one not in known)
        if len(here) == 2 and known <= set(here) and beside:
            return here
        joined = self.joined.get(sentence, set())
        if joined and known <= joined and set(here) <= joined:
            return tuple(sorted(joined))  # "Orsenda and Velmar signed": whatever Velmar is, it is the other one
        if known <= set(self.sections.get(sentence, ())) and set(here) <= set(self.sections.get(sentence, ())):
            return self.pair(sentence)
        one = known or (set(here) if len(here) == 1 else set())
        if self.issuer is not None and len(one) == 1 and self.issuer not in one and set(here) <= one | {self.issuer}:
            return tuple(sorted(one | {self.issuer}))
        if not self.fixed:
            own = own and self.most is not None and self.most == self.first and len(one) == 1 and set(here) <= one
            return tuple(sorted(one | {self.most} if own and self.most else one))
        if one and self.first and self.first not in one:
            return tuple(sorted(one | {self.first}))
        return self.main if one <= set(self.main) else tuple(sorted(one))


def countries_of(reading: Reading, who: Who) -> Countries:
    """Which countries an article names, sentence by sentence and on the whole."""
    known: dict[int, tuple[Reading, Countries]] = who.__dict__.setdefault("_countries", {})  # each step of resolution asks for them
    if id(reading) not in known:
        known[id(reading)] = (reading, _countries_of(reading, who))  # with the reading, so that its id stays its own
    return known[id(reading)][1]


def _countries_of(reading: Reading, who: Who) -> Countries:
    found: dict[int, set[str]] = {}
    order: dict[int, list[str]] = {}
    counts: Counter[str] = Counter()
    acting: dict[int, set[str]] = {}
    money = {one.span.start: one.span for one in reading.quantities if one.unit and one.unit.isupper()}
    inside = {place for span in money.values() for place in range(span.start, span.end)}
    made = _where_made(reading)
    for mention in reading.actors:
        if mention.span.start in inside or mention.span.start in made:
            continue  # "U.S. dollars" and "the Orsel accord" name no country
        if mention.kind == "place" and mention.country is None:
            continue  # a city that is no capital stands for no state: "The Orsel Protocols"
        homes = {home for actor in who.at(reading.article.document.id, mention.span) if (home := who.country(actor))}
        if _counts(mention):
            found.setdefault(mention.sentence, set()).update(homes)
            if not _is_place(mention, reading):
                acting.setdefault(mention.sentence, set()).update(homes)
            order.setdefault(mention.sentence, []).extend(sorted(homes))
            counts.update(homes)
    telling = next((index for index in order if len(found[index]) >= 2), None)
    lead = [home for index in dict.fromkeys([*_lead(reading), telling]) if index is not None for home in order.get(index, ())]
    told = Counter(counts)
    counts.update(dict.fromkeys(lead, LEAD))
    sited = {home for home in counts if told[home] == 1} - {home for homes in acting.values() for home in homes}  # once, "in Panama"
    ranked = sorted(counts.keys() - sited, key=lambda one: (-counts[one], one))
    first = next((home for home in lead if home not in sited), None) or next(iter(ranked), None)
    main = tuple(sorted({first, *[one for one in ranked if one != first][:1]})) if first and len(ranked) >= 2 else ()
    by_sentence = {index: tuple(sorted(homes)) for index, homes in found.items()}
    places = {index: homes - acting.get(index, set()) for index, homes in found.items()}
    fixed = _about_two(main, told, {home for index in _lead(reading) for home in order.get(index, ())})
    most = ranked[0] if ranked and (len(ranked) < 2 or counts[ranked[0]] > counts[ranked[1]]) else None
    sections = _sections(reading, by_sentence, first)
    return Countries(by_sentence, main, first, places, sections, fixed, most, _joined(reading, who), issuer_of(reading))


def _where_made(reading: Reading) -> frozenset[int]:
    """Where the cities stand that agreements are called by."""
    deals: dict[int, list[AgreementMention]] = defaultdict(list)
    for deal in reading.agreements:
        deals[deal.sentence].append(deal)
    return frozenset(one.span.start for one in reading.actors if any(is_where_made(one, deal, reading) for deal in deals[one.sentence]))


def is_where_made(actor: ActorMention, mention: AgreementMention, reading: Reading) -> bool:
    """Whether a city in the words for an agreement is where it was made, "the Orsel accord", and none of two that made it."""
    text = reading.article.text
    joined = "-" in (text[actor.span.start - 1 : actor.span.start], text[actor.span.end : actor.span.end + 1])
    return actor.kind == "place" and mention.span.contains(actor.span) and not joined


def _about_two(main: Sequence[str], counts: Mapping[str, int], lead: Set[str]) -> bool:
    """Whether a text is about its main two alone: its opening names them and nobody else, or it names them far more than any other."""
    others = max((count for home, count in counts.items() if home not in main), default=0)
    return len(main) == 2 and (set(main) == lead or max(2 * others, OFTEN - 1) < min(counts[one] for one in main))


def _joined(reading: Reading, who: Who) -> dict[int, set[str]]:
    """By sentence, the countries whose name is joined by "and" or a hyphen to one that is no known name."""
    found: dict[int, set[str]] = {}
    ordered = sorted((one for one in reading.actors if one.form == "name"), key=lambda one: one.span)
    for one, other in pairwise(ordered):
        between = reading.article.text[one.span.end : other.span.start]
        if one.sentence != other.sentence or between.strip() not in _JOINTS or {one.kind, other.kind} != {"country", "unknown"}:
            continue
        state = one if one.kind == "country" else other
        found.setdefault(one.sentence, set()).update(who.at(reading.article.document.id, state.span))
    return found


def _sections(reading: Reading, by_sentence: Mapping[int, tuple[str, ...]], first: str | None) -> dict[int, tuple[str, str]]:
    """The two countries of each section whose heading names them, or names the partner of the country that the article is about."""
    found: dict[int, tuple[str, str]] = {}
    pair: tuple[str, str] | None = None
    for sentence in reading.article.sentences:
        if sentence.zone == "heading":
            named = set(by_sentence.get(sentence.index, ()))
            both = sorted(named if len(named) == 2 else named | {first} if first and len(named) == 1 else ())
            pair = (both[0], both[1]) if len(both) == 2 else None
        if pair:
            found[sentence.index] = pair
    return found | _entries(reading, by_sentence, first)


def _entries(reading: Reading, by_sentence: Mapping[int, tuple[str, ...]], first: str | None) -> dict[int, tuple[str, str]]:
    """The two countries of each entry of a bulletin, which deals with one other country after another."""
    listed: dict[int, list[int]] = defaultdict(list)
    for sentence in reading.article.sentences:
        if sentence.zone == "list":
            listed[sentence.paragraph].append(sentence.index)
    others = {paragraph: {one for at in rows for one in by_sentence.get(at, ())} - {first} for paragraph, rows in listed.items()}
    if first is None or len({one for named in others.values() for one in named}) < SEVERAL:
        return {}
    alone = {paragraph: next(iter(named)) for paragraph, named in others.items() if len(named) == 1}
    return {at: (first, other) for paragraph, other in alone.items() for at in listed[paragraph]}


def _lead(reading: Reading) -> list[int]:
    """The headline and the first sentence of the text: what they name, the article is about."""
    sentences = reading.article.sentences
    headline = next((s.index for s in sentences if s.zone == "headline"), None)
    first = next((s.index for s in sentences if s.zone == "prose"), None)
    return [index for index in (headline, first) if index is not None]


def _counts(mention: ActorMention) -> bool:
    return mention.form in ("name", "demonym", "metonym", "group", "title")


def _is_place(mention: ActorMention, reading: Reading) -> bool:
    """Whether a country is named as the place where something was: "they met in Panama"."""
    return mention.form == "name" and reading.article.text[max(mention.span.start - 4, 0) : mention.span.start].endswith(" in ")
