"""The countries of office holders whom a text gives none, by the surest sign first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tieline.extract.names.gazetteer import Lexicon
from tieline.model.mention import ActorMention, Reading
from tieline.resolve.actors.homes.deeds import settle_signers
from tieline.resolve.actors.homes.houses import settle_houses
from tieline.resolve.actors.homes.lead import settle_at_home
from tieline.resolve.actors.homes.offices import can_hold, holds_office, is_taken, only_side
from tieline.resolve.actors.homes.opposite import is_elsewhere, opposite_side, other_side, settle_last, settle_met, settle_opposite
from tieline.resolve.actors.homes.speech import acting_beside, speaks_in, speaks_of
from tieline.resolve.actors.homes.told import settle_told
from tieline.resolve.actors.homes.visits import (
    guest_of_other,
    lands_visited,
    settle_companions,
    settle_posted,
    settle_visiting,
    visitor_of,
)
from tieline.resolve.actors.kinship import by_relations
from tieline.resolve.actors.local import Local, Locals
from tieline.resolve.actors.nearby import in_sentences

UNION = "European Union"  # no president of a state sits in its capital


@dataclass(frozen=True, slots=True)
class _Sides:
    """What the signs of one text are read against."""

    reading: Reading
    locals_: Locals
    lex: Lexicon
    names: Sequence[str]  # the countries that the text is about
    sides: Sequence[str]  # the two sides of its story; none where that is not clear
    home: Local | None  # the country of the dateline
    by_sentence: Mapping[int, Sequence[ActorMention]]


def settle_homes(
    reading: Reading, locals_: Locals, main: Sequence[Local], home: Local | None, opposites: Sequence[tuple[Local, Local]], lex: Lexicon
) -> None:
    """Fill in the country of office holders, the surest sign first.

    `main` are the two countries a text is about, `home` that of its dateline, `opposites` the pairs of a person and his counterpart.
    """
    names = [one.name for one in main]
    sides = names if _about_two(main, locals_) else _with_visited(names, reading)
    _stated(reading, locals_, names)
    settle_signers(reading, locals_)
    if home is None or home.name not in names:
        settle_at_home(reading, locals_, lex)
    _settle_opposites(reading, main, home, opposites)
    settle_posted(locals_, sides)
    settle_companions(reading, locals_)
    by_relations(reading, locals_)
    text = _Sides(reading, locals_, lex, names, sides, home, _countries(reading))
    _settle_open(text, [one for one in locals_.persons() if one.country is None and holds_office(one, lex)])
    settle_last(reading, locals_, sides)
    settle_told(reading, locals_, text.by_sentence, lex)
    settle_met(reading, locals_, sides, lex)
    settle_at_home(reading, locals_, lex)
    settle_companions(reading, locals_)
    by_relations(reading, locals_)


def _settle_opposites(reading: Reading, main: Sequence[Local], home: Local | None, opposites: Sequence[tuple[Local, Local]]) -> None:
    """The countries of a person and his counterpart: of the main two, or of the dateline's where that is a third one of weight."""
    names = [one.name for one in main]
    third = home if home and home not in main and len(main) == 2 and 2 * len(home.mentions) >= len(main[1].mentions) else None
    for one, other in opposites:
        if len(main) > 1 and (len(main[1].mentions) < 2 or is_elsewhere((one, other), reading, names)):
            continue
        seat = third or (home if other.country not in names and one.country not in names else None)
        settle_opposite(one, other, names, seat)
        settle_opposite(other, one, names, seat)


def _settle_open(text: _Sides, open_: Sequence[Local]) -> None:
    """The countries of those whom no title, signature or counterpart gives one: by houses, visits and words, heads of states first."""
    settle_houses(text.reading, text.locals_, text.by_sentence, text.lex)
    settle_visiting(text.reading, open_, text.sides, text.home)
    heads = [one for one in open_ if one.leads_state and one.country is None]
    rivals = heads if len(heads) > 1 and text.home else []  # of several heads only a visit tells which is whose
    for one in rivals:
        found = visitor_of(text.reading, one, text.by_sentence, text.sides)
        found = found or (None if text.sides != text.names else only_side(one, text.sides, text.locals_, text.lex))
        if found and can_hold(one, found, text.lex) and not is_taken(found, one, text.locals_):
            one.countries[found] += 1
    left = [one for one in rivals if one.country is None]
    for one in [one for one in open_ if one.country is None and (one not in rivals or [one] == left)]:
        found = next((sign for sign in _signs(text, one) if _can_be_of(text, one, sign)), None)
        if found and found not in lands_visited(text.reading, one) | opposite_side(text.reading, one, text.locals_):
            one.countries[found] += 1


def _can_be_of(text: _Sides, one: Local, country: str | None) -> bool:
    return bool(country) and not is_taken(country, one, text.locals_) and can_hold(one, country, text.lex)  # type: ignore[arg-type]


def _signs(text: _Sides, one: Local) -> Iterator[str | None]:
    """What may tell of which country somebody is, the surest sign first."""
    reading, names, sides, home = text.reading, text.names, text.sides, text.home
    yield speaks_in(one, text.by_sentence, reading)
    yield speaks_of(one, text.by_sentence, names, reading)
    yield visitor_of(reading, one, text.by_sentence, sides)
    yield guest_of_other(reading, one, sides)
    if sides != names:
        yield other_side(reading, one, text.locals_, sides)
    if sides == names and UNION not in sides:
        yield only_side(one, sides, text.locals_, text.lex)
    if home and home.name in names and home.name != UNION and one.leads_state:
        yield home.name
    if not one.is_out:
        yield acting_beside(one, text.by_sentence, names, reading, text.lex)


def _about_two(main: Sequence[Local], locals_: Locals) -> bool:
    """Whether a text is about two countries, so that who is not of the one is of the other: any third is named seldom."""
    others = [len(one.mentions) for one in locals_.all if one.kind == "country" and one not in main]
    return len(main) == 2 and 2 * max(others, default=0) < len(main[1].mentions)


def _with_visited(names: Sequence[str], reading: Reading) -> list[str]:
    """The one country that a text names and the one whose town it has somebody visit, as its two sides; none where that is not clear."""
    if len(names) != 1:
        return []
    places = {m.span: m.country for m in reading.actors if m.kind == "place" and m.country and m.country not in names}
    visits = (event for event in reading.events if event.type == "visit")
    hosts = {land for event in visits for arg in event.arguments if arg.role == "host" and (land := places.get(arg.span))}
    return [*names, *hosts] if len(hosts) == 1 else []


def _stated(reading: Reading, locals_: Locals, names: Sequence[str]) -> None:
    """The country that a title alone gives to the one person who holds it: "Selvane's prime minister ... Prime Minister X".

    In a text about two countries, the title of a third is somebody else's: "The Corvian president came too".
    """
    told: dict[str, set[str]] = {}
    for mention in reading.actors:
        if mention.form == "title" and mention.title and mention.country and (len(names) < 2 or mention.country in names):
            told.setdefault(mention.title, set()).add(mention.country)
    for title, countries in told.items():
        holders = [one for one in locals_.persons() if title in one.titles]
        open_ = [one for one in holders if one.country is None and all(of is None for _, of, _ in one.roles)]
        left = countries - {one.country for one in holders if one.country}
        left -= opposite_side(reading, open_[0], locals_) if len(open_) == 1 else set()  # "his Orsendan counterpart" is another
        if len(open_) == 1 and len(left) == 1:
            open_[0].countries[next(iter(left))] += 1


def _countries(reading: Reading) -> Mapping[int, Sequence[ActorMention]]:
    return in_sentences(one for one in reading.actors if one.kind in ("country", "place") and one.country and not one.inner)
