"""Capitals that a text gives to another country than the table does: what the text says goes for all texts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tieline.extract.names.gazetteer import Lexicon
from tieline.model.mention import ActorMention, Reading
from tieline.resolve.actors.naming import fold


def settle_seats(readings: Sequence[Reading], lex: Lexicon) -> tuple[Reading, ...]:
    """The readings, with every mention of a moved capital in the country that a text states for it."""
    moved = _moved(readings, lex)
    if not moved:
        return tuple(readings)
    return tuple(replace(one, actors=tuple(_settled(mention, moved) for mention in one.actors)) for one in readings)


def _moved(readings: Sequence[Reading], lex: Lexicon) -> Mapping[str, str]:
    """City to country, where a text and the table differ; the first text in order wins."""
    found: dict[str, str] = {}
    for reading in readings:
        for mention in reading.actors:
            if mention.country and mention.country not in lex.successors and _is_seat(mention):
                known = lex.countries.value(mention.text)
                if known and known.use == "capital" and known.country != mention.country:
                    found.setdefault(fold(mention.text), mention.country)
    return found


def _is_seat(mention: ActorMention) -> bool:
    return mention.form == "metonym" or (mention.form == "name" and mention.kind == "place")


def _settled(mention: ActorMention, moved: Mapping[str, str]) -> ActorMention:
    country = moved.get(fold(mention.text)) if _is_seat(mention) else None
    if country is None:
        return mention
    return replace(mention, country=country, name=country if mention.form == "metonym" else mention.name)
