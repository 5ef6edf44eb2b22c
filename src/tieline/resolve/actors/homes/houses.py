"""The countries of ministries that a text names without one: "the Foreign Ministry said"."""

from collections.abc import Mapping, Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.model.mention import ActorMention, Reading
from tieline.resolve.actors.homes.lead import seat_of
from tieline.resolve.actors.homes.speech import speaks
from tieline.resolve.actors.local import Locals

FAR = 400  # characters before a ministry that speaks in which its country acts


def settle_houses(reading: Reading, locals_: Locals, by_sentence: Mapping[int, Sequence[ActorMention]], lex: Lexicon) -> None:
    """The country of a ministry told without one: that of the dateline, or else the one that acts in the sentence in which it speaks."""
    open_ = [one for one in locals_.all if one.kind == "organization" and one.country is None and _is_ministry(one.name)]
    seat = seat_of(reading, lex) if open_ else None
    for one in open_:
        found = seat or next((land for m in one.mentions[:3] if (land := _acting(m, by_sentence, reading, lex))), None)
        if found:
            one.countries[found] += 1


def _is_ministry(name: str) -> bool:
    """Whether a name is that of an office which every government has."""
    words = name.lower().split()
    led = words[0] == "ministry" and words[1:2] in (["of"], ["for"])
    return led or (len(words) <= 4 and (words[-1] == "ministry" or words[-2:] == ["foreign", "office"]))


def _acting(mention: ActorMention, by_sentence: Mapping[int, Sequence[ActorMention]], reading: Reading, lex: Lexicon) -> str | None:
    """The country with which the sentence opens that a ministry says: "Orsenda has expelled two envoys, the Foreign Ministry said"."""
    if not speaks(mention, reading, lex):
        return None
    acting = (m for m in by_sentence.get(mention.sentence, ()) if m.form in ("name", "metonym") and m.kind == "country")
    first = next(acting, None)
    near = first is not None and first.span < mention.span and mention.span.start - first.span.start < FAR
    return first.country if first is not None and near else None
