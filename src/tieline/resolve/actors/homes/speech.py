"""Office holders who speak: in whose capital, and of whose deeds."""

import re
from collections.abc import Mapping, Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.model.mention import ActorMention, Reading
from tieline.resolve.actors.local import Local

NEAR = 24  # characters between a speaker and the capital where he speaks
_SAID_IN = re.compile(r" (?:said|says|announced|told \w+)(?: here| today)? in ")


def speaks_in(one: Local, by_sentence: Mapping[int, Sequence[ActorMention]], reading: Reading) -> str | None:
    """The country in whose capital a minister speaks who visits nobody: "Industry Minister X said in Canberra"."""
    text = reading.article.text
    for mention in one.mentions[:3]:
        for place in by_sentence.get(mention.sentence, ()):
            between = text[mention.span.end : place.span.start] if place.kind == "place" else ""
            if 0 < len(between) <= NEAR and _SAID_IN.fullmatch(between):
                return place.country
    return None


_SAYS_THAT = re.compile(
    r" (?:said|says|told [\w ]{1,24}?|announced|confirmed|added|stressed|pledged|declared|vowed|explained)"
    r"(?: (?:on )?(?:\w{3,6}day|today|yesterday|here))?(?: that)? "
)
_OWN_DEEDS = re.compile(
    r" (?:would|will|wants|wanted|hopes|hoped|plans|planned|has agreed|had agreed|has decided|had decided|was ready|is ready) (?!be )"
)


def speaks_of(one: Local, by_sentence: Mapping[int, Sequence[ActorMention]], names: Sequence[str], reading: Reading) -> str | None:
    """The main country of whose next deeds a minister speaks: "Foreign Minister X told reporters that Orsenda would buy lorries"."""
    text = reading.article.text
    for mention in one.mentions[:3]:
        for land in by_sentence.get(mention.sentence, ()):
            between = text[mention.span.end : land.span.start] if land.kind == "country" and land.form == "name" else ""
            if land.country in names and _SAYS_THAT.fullmatch(between) and _OWN_DEEDS.match(text, land.span.end):
                return land.country
    return None


def acting_beside(
    one: Local, by_sentence: Mapping[int, Sequence[ActorMention]], names: Sequence[str], reading: Reading, lex: Lexicon
) -> str | None:
    """The one main country that acts in the sentence in which its officer speaks: "Panama has switched, President X said"."""
    mention = min((mention for mention in one.mentions if mention.title), key=lambda one: one.span, default=None)
    if mention is None or not speaks(mention, reading, lex):
        return None
    acting = [m for m in by_sentence.get(mention.sentence, ()) if m.form in ("name", "metonym") and m.kind == "country"]
    first = [m for m in acting if m.span < mention.span][:1]
    return first[0].country if first and first[0].country in names and first[0].span.start - mention.span.start < 400 else None


def speaks(mention: ActorMention, reading: Reading, lex: Lexicon) -> bool:
    """Whether a verb of speech stands right beside a mention."""
    text, words = reading.article.text, lex.words["reference.speech"]
    before = text[max(mention.span.start - 16, 0) : mention.span.start].lower().split()
    after = text[mention.span.end : mention.span.end + 24].lower().replace(",", " ").split()
    return bool(words & {*before[-1:], *after[:2]})
