"""Persons whom a text gives to a body or country by "its": "Tarvo said its director, Ila Moor, had left"."""

from tieline.model.mention import ActorMention
from tieline.resolve.actors.local import Local
from tieline.resolve.actors.story import BODIES, Story

_OWNER = "its "


def serve(mention: ActorMention, person: Local, story: Story) -> None:
    """Give a person called "its director" to the body or country of which the text has just told, where it is a single one."""
    if mention.form != "name" or not mention.title or mention.of or not _led_by_its(mention, story):
        return
    owner = _owner(mention, story)
    if owner is None:
        return
    person.roles[:] = [(title, of or (owner.name if told is mention else of), told) for title, of, told in person.roles]
    home = owner.name if owner.kind == "country" else owner.country
    if home and person.country is None:
        person.countries[home] += 1


def _led_by_its(mention: ActorMention, story: Story) -> bool:
    words = mention.text.lower()
    start = mention.span.start
    before = story.reading.article.text[max(start - len(_OWNER), 0) : start].lower()
    return words.startswith(_OWNER) or words.partition(", ")[2].startswith(_OWNER) or before == _OWNER


def _owner(mention: ActorMention, story: Story) -> Local | None:
    """The one body named before in the sentence, or in the one before it; else the one country."""
    for k in (mention.sentence, mention.sentence - 1):
        named = list(dict.fromkeys(one for at, one in story.bodies[-8:] if at == k and one.kind in BODIES))
        named = named or list(dict.fromkeys(one for at, one in story.countries[-8:] if at == k))
        if named:
            return named[0] if len(named) == 1 else None
    return None
