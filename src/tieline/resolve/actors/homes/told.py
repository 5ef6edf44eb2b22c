"""Officers of government by the country of which a text has just told."""

from collections.abc import Mapping, Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.model.mention import ActorMention, Reading
from tieline.resolve.actors.homes.lead import seat_of
from tieline.resolve.actors.homes.offices import can_hold, governs, is_taken, rivals
from tieline.resolve.actors.homes.opposite import opposite_side
from tieline.resolve.actors.homes.speech import speaks
from tieline.resolve.actors.homes.visits import lands_visited
from tieline.resolve.actors.local import Locals

Lands = Mapping[int, Sequence[ActorMention]]  # the countries and places of each sentence


def settle_told(reading: Reading, locals_: Locals, lands: Lands, lex: Lexicon) -> None:
    """An officer of government who speaks right behind a sentence that a country opens is of that country: "Premier X said"."""
    seat = seat_of(reading, lex)
    at_home = any(m.country == seat and m.kind == "country" for here in lands.values() for m in here)
    for one in locals_.persons():
        if one.country is not None or one.is_out or not one.roles or not governs(one):
            continue
        first = min(one.mentions, key=lambda m: m.span)
        told = _set_in(first.sentence, lands, reading)
        opens = first.span.start == reading.article.sentences[first.sentence].start
        if not told and (opens or speaks(first, reading, lex)):
            told = _seat_alone(first.sentence, lands, seat)
        if not told and speaks(first, reading, lex):
            told = _opens_with(first.sentence - 1, lands, reading) or _only(first.sentence - 1, lands, reading)
            told = told if not at_home or told == seat else None
        here = {m.country for m in lands.get(first.sentence, ()) if m.span < first.span}
        if not told or not here <= {told} or not can_hold(one, told, lex):
            continue
        if told not in lands_visited(reading, one) | opposite_side(reading, one, locals_):
            one.countries[told] += not (is_taken(told, one, locals_) or rivals(one, told, locals_))


def _set_in(index: int, lands: Lands, reading: Reading) -> str | None:
    """The country of a sentence that opens with "In Orsenda,", and of the next one that names none."""
    text = reading.article.text
    for k in (index, index - 1):
        here = [m for m in lands.get(k, ()) if m.form == "name" and m.kind == "country"]
        if here or k < 0:
            lead = text[reading.article.sentences[k].start : here[0].span.start].lower() if here else ""
            return here[0].country if lead.strip() in ("in", "in the") and text.startswith(",", here[0].span.end) else None
    return None


def _only(index: int, lands: Lands, reading: Reading) -> str | None:
    """The one country that a sentence of prose names."""
    prose = index >= 0 and reading.article.sentences[index].zone == "prose"
    named = {m.country for m in lands.get(index, ())} if prose else set()
    return next(iter(named)) if len(named) == 1 else None


def _seat_alone(index: int, lands: Lands, seat: str | None) -> str | None:
    """The country of the dateline, where a sentence and the one before it name it, or none, and no other."""
    near = {m.country for k in (index - 1, index) for m in lands.get(k, ())}
    return seat if seat and near <= {seat} else None


def _opens_with(index: int, lands: Lands, reading: Reading) -> str | None:
    """The country with which a sentence of prose opens, and which acts in it."""
    if index < 0 or reading.article.sentences[index].zone != "prose":
        return None
    start = reading.article.sentences[index].start
    first = next((m for m in lands.get(index, ()) if m.form in ("name", "metonym") and m.kind == "country"), None)
    opening = first is not None and first.span.start - start <= len("The ")
    return first.country if first and opening and reading.article.text[first.span.end : first.span.end + 1] == " " else None
