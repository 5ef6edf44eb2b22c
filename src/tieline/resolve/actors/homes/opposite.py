"""Office holders of the other country: counterparts, those who meet, the last of two."""

from collections.abc import Mapping, Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.model.mention import EventMention, Reading
from tieline.model.span import Span
from tieline.resolve.actors.homes.offices import can_hold, holds_office, is_taken
from tieline.resolve.actors.homes.visits import lands_visited
from tieline.resolve.actors.local import Local, Locals

TWO = 2
SIGNED = frozenset({"signed", "initialled"})


def opposite_side(reading: Reading, one: Local, locals_: Locals) -> set[str]:
    """The countries of those whom a person is told to meet: "talks between President A and Tavonia's premier, B"."""
    own = {mention.span for mention in one.mentions}
    met = [event for event in reading.events if event.type == "meeting" and any(arg.span in own for arg in event.arguments)]
    if not met:
        return set()
    named = {mention.span: local for mention, local in locals_.of_mention.items() if local.kind == "person" and local is not one}
    faced = {land for event in met for arg in event.arguments if arg.span in named and (land := named[arg.span].country)}
    titled = {m.span: m.country for m in reading.actors if m.form == "title" and m.kind == "person" and m.country and not m.inner}
    return faced | {land for event in met for arg in event.arguments if (land := titled.get(arg.span))}


def other_side(reading: Reading, one: Local, locals_: Locals, sides: Sequence[str]) -> str | None:
    """The one of two countries of which a person is who meets an officer of the other: "X met his Orsendan counterpart"."""
    faced = opposite_side(reading, one, locals_) & set(sides) if len(sides) == TWO else set()
    return sides[1 - sides.index(next(iter(faced)))] if len(faced) == 1 else None


def settle_opposite(one: Local, other: Local, names: Sequence[str], home: Local | None = None) -> None:
    """A person whose counterpart is of one main country is of the other; `home`: or else of that country."""
    if one.country is not None or other.country is None or len(names) < 2:
        return
    if home:
        one.countries.update([home.name] if other.country != home.name else [])
        return
    if other.country in names:
        one.countries[names[1 - names.index(other.country)]] += 1


def is_elsewhere(pair: tuple[Local, Local], reading: Reading, names: Sequence[str]) -> bool:
    """Whether the text has an office of one of two counterparts in a third country, so that he may be of that: "the British premier"."""
    titles = {title for one in pair if one.country is None for title in one.titles}
    return any(m.form == "title" and m.title in titles and m.country and m.country not in names for m in reading.actors)


def settle_met(reading: Reading, locals_: Locals, sides: Sequence[str], lex: Lexicon) -> None:
    """In a text about two countries, the office holder who receives or meets one of the one country is of the other.

    So is he who signs with him: "Premier A of Orsenda and Minister B signed an accord".
    """
    named = {mention.span: local for mention, local in locals_.of_mention.items() if local.kind == "person"}
    lands = {m.span: m.country for m in reading.actors if m.kind == "country"}
    for event in reading.events if len(sides) == TWO else ():
        met = [named[arg.span] for arg in event.arguments if arg.span in named] if event.type == "meeting" else []
        if event.stage in SIGNED and not met:
            met = _signers(event, named, lands)
        for one, other in zip(met, reversed(met), strict=True) if len(met) == TWO else ():
            if one.country is None and other.country in sides and holds_office(one, lex):
                land = sides[1 - sides.index(other.country)]
                if not is_taken(land, one, locals_) and can_hold(one, land, lex) and land not in lands_visited(reading, one):
                    one.countries[land] += 1


def _signers(event: EventMention, named: Mapping[Span, Local], lands: Mapping[Span, str | None]) -> list[Local]:
    """The two who sign for two countries: of the first the words tell the country, and no other one is told with whom they sign."""
    people = [(arg.span, named[arg.span]) for arg in sorted(event.arguments, key=lambda arg: arg.span) if arg.span in named]
    if len(people) != TWO or people[0][1].country is None or people[1][0].end > event.trigger.start:
        return []
    told = {lands[arg.span] for arg in event.arguments if arg.span in lands}
    return [local for _, local in people] if told <= {people[0][1].country} else []


def settle_last(reading: Reading, locals_: Locals, names: Sequence[str]) -> None:
    """Of two heads of state or government, one of a main country, the second is of the other."""
    heads = [one for one in locals_.persons() if one.leads_state and not one.is_out]
    if len(heads) == 2 and len(names) == 2 and not is_elsewhere((heads[0], heads[1]), reading, names):
        settle_opposite(heads[0], heads[1], names)
        settle_opposite(heads[1], heads[0], names)
