"""Those who bring two others together and are no party to what these agree on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tieline.model.mention import ActorMention, EventMention

if TYPE_CHECKING:
    from tieline.resolve.events.told.participants import Scene

TWO = 2
REACH = 90  # characters between a name and what it leads


def helping(m: EventMention, scene: "Scene") -> list[str]:
    """Those who brought the two sides of talks together: "talks between A and B brokered by Corvia"."""
    found = (one for one in scene.nearby.get(m.sentence, ()) if m.span.contains(one.span) and not one.inner and only_helped(one, scene))
    return [actor for one in found for actor in scene.at(one.span)]


def only_helped(mention: ActorMention, scene: "Scene") -> bool:
    """Whether an actor only helped others to a step, "after mediation by Corvia", or lost by it, "beating Corvian bidders"."""
    text = scene.reading.article.text
    before = text[max(mention.span.start - 40, 0) : mention.span.start].lower().split()
    before = before[:-1] if before[-1:] == ["the"] else before
    return any(" ".join(before[-n:]) in scene.helpers for n in (1, 2, 3, 4))


def chairing(m: EventMention, scene: "Scene", people: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Those who lead or host the talks of two other countries ("Corvia's minister will chair the first round"), and these two."""
    text = scene.reading.article.text
    near = scene.nearby.get(m.sentence, ())
    led = [one for one in near if 0 <= m.trigger.start - one.span.end <= REACH]
    led = [one for one in led if scene.chairs & set(text[one.span.end : m.trigger.end].lower().split())]
    led += [one for one in near if m.span.contains(one.span) and only_helped(one, scene)]
    theirs = {actor for one in led for actor in scene.at(one.span)}
    theirs |= {home for actor in theirs if (home := scene.who.country(actor))}
    others = {home for actor in people if (home := scene.who.country(actor)) and home not in theirs}
    pair = set(scene.countries.pair(m.sentence)) if theirs else set()
    if not others and len(pair) == TWO and not pair & theirs:
        others = pair
    return (frozenset(theirs), frozenset(others)) if len(others) >= TWO else (frozenset(), frozenset())
