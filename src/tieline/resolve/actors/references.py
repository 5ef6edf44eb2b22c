"""Words without a name, in one document: pronouns, titles alone, "the two leaders", "the country"; and whom they mean there."""

from dataclasses import dataclass, field

from tieline.extract.names.gazetteer import Lexicon
from tieline.model.mention import ActorMention, Reading
from tieline.resolve.actors import bodies, lands, pronouns, titled, together
from tieline.resolve.actors.homes.settling import settle_homes
from tieline.resolve.actors.local import Local, Locals
from tieline.resolve.actors.opposites import find_opposites, given_offices, told_offices
from tieline.resolve.actors.servants import serve
from tieline.resolve.actors.story import BODIES, Story
from tieline.resolve.actors.titled import OPPOSITE

_NAMELESS = ("title", "group", "pronoun")


@dataclass
class Pointers:
    """What the nameless mentions of a document point at: actors of the document, and what is left for other documents."""

    to: dict[ActorMention, tuple[Local, ...]] = field(default_factory=dict)
    open: list[ActorMention] = field(default_factory=list)


def find_pointers(reading: Reading, locals_: Locals, lex: Lexicon) -> Pointers:
    """Whom the nameless mentions of a document mean, read from its beginning to its end."""
    story = Story(reading, locals_, lex)
    told_offices(story)
    given_offices(story)
    settle_homes(reading, locals_, story.main, story.home, find_opposites(story), lex)
    left: list[ActorMention] = []
    for mention in story.mentions:
        local = locals_.of_mention.get(mention)
        found = (local,) if local else _point(mention, story)
        if local and local.kind == "person":
            serve(mention, local, story)
        if found:
            story.note(mention, found)
            if local is None:
                story.to[mention] = found
        elif mention.form in _NAMELESS:
            left.append(mention)
    return Pointers(story.to, left)


def _point(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The step that fits the form of a mention."""
    if mention.form == "pronoun":
        return pronouns.pronoun(mention, story)
    if mention.kind in BODIES and not mention.plural:
        return bodies.body(mention, story)
    if mention.form == "title":
        return titled.titled(mention, story) if mention.kind == "person" else lands.land(mention, story)
    if mention.form != "group":
        return ()
    if mention.kind == "company" and not (mention.title or "").endswith("s"):
        return bodies.body(mention, story)
    several = together.owned(mention, story)
    if several or mention.kind == "country":
        return several or together.lands(mention, story)
    if mention.kind == "person" and not (mention.country and " and " not in mention.text):
        return together.leaders(mention, story)
    return together.either(mention, story) if mention.title == "two" else ()


__all__ = ["OPPOSITE", "Pointers", "find_pointers"]
