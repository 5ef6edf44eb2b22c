"""Several agreements told at once: "its pacts with Chile and Mexico" are two, each of one country with another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tieline.model.mention import ActorMention, AgreementMention, EventMention, Reading
from tieline.model.span import Span
from tieline.resolve.actors.nearby import by_sentence

TOLD = "one of several agreements told at once"
KIND = "agreement"
NEAR = 14  # characters between a list of partners and the step told of all of them: ", both "
BACK = 3  # sentences in which "those" still means the agreements named
_WITH = re.compile(r"\s+with\s+", re.IGNORECASE)
_THOSE = re.compile(r"\bthose with (?:the )?", re.IGNORECASE)
_OWNER = re.compile(r"^.{1,40}['’]s?\s+")
_JOINTS = re.compile(r"(?:\s|,|and|with|the|&)+", re.IGNORECASE)


def one_by_one(reading: Reading) -> Reading:
    """The reading with one agreement for each partner of a list, and a step that all of them took told of each."""
    near = by_sentence(reading)
    found = {one.span: parts for one in reading.agreements if (parts := _parts(one, reading, near.get(one.sentence, ())))}
    those = list(_those(reading, near))
    if not found and not those:
        return reading
    agreements = [part for one in reading.agreements for part in found.get(one.span, (one,))]
    events = [part for one in reading.events for part in _each(one, found, those, reading)]
    more = [part for parts in those for part in parts]
    return replace(reading, agreements=tuple(sorted((*agreements, *more), key=lambda one: one.span)), events=tuple(events))


def _parts(mention: AgreementMention, reading: Reading, near: Sequence[ActorMention]) -> tuple[AgreementMention, ...]:
    """The agreements that a plural means, each with its two parties; none where it names no list of partners of one country."""
    text = reading.article.text[mention.span.start : mention.span.end]
    found = _WITH.search(text) if mention.plural else None
    if found is None:
        return ()
    place = mention.span.start + found.end()
    partners = _partners(near, place, mention.span.end, reading)
    owner = _owner(near, place, partners)
    if len(partners) < 2 or owner is None:
        return ()
    name = _OWNER.sub("", text[: found.start()]).removesuffix("s")
    return tuple(_part(mention, name, owner, partner, first=k == 0) for k, partner in enumerate(partners))


def _part(mention: AgreementMention, name: str, owner: ActorMention, partner: ActorMention, *, first: bool) -> AgreementMention:
    span = Span(mention.span.start, partner.span.end) if first else partner.span
    parties = (owner.name or owner.text, partner.name or partner.text)
    return replace(mention, span=span, text=name, name=None, parties=parties, plural=False, definite=False)


def _partners(near: Sequence[ActorMention], start: int, end: int, reading: Reading) -> list[ActorMention]:
    """The countries named one behind the other from a place on."""
    found: list[ActorMention] = []
    for one in sorted(near, key=lambda one: one.span):
        if one.kind != "country" or one.form != "name" or one.span.start < start or one.span.end > end:
            continue
        if not _JOINTS.fullmatch(" " + reading.article.text[start : one.span.start]):
            break
        found.append(one)
        start = one.span.end
    return found


def _owner(near: Sequence[ActorMention], place: int, partners: Sequence[ActorMention]) -> ActorMention | None:
    """The country named last before a list of partners, if it is none of them."""
    names = {one.name for one in partners}
    before = [one for one in near if one.kind == "country" and one.span.end <= place and one.form in ("name", "demonym")]
    last = max(before, key=lambda one: one.span, default=None)
    return last if last and last.name not in names else None


def _those(reading: Reading, near: Mapping[int, Sequence[ActorMention]]) -> Iterator[tuple[AgreementMention, ...]]:
    """The agreements told as "those with Chile and Mexico", where the text spoke of agreements just before."""
    for sentence in reading.article.sentences:
        for found in _THOSE.finditer(reading.article.text, sentence.start, sentence.end):
            named = [one for one in reading.agreements if one.span.end <= found.start() and sentence.index - one.sentence <= BACK]
            actors = near.get(sentence.index, ())
            partners = _partners(actors, found.end(), sentence.end, reading)
            owner = _owner(actors, found.start(), partners)
            if not named or owner is None or len(partners) < 2:
                continue
            last = named[-1]
            base = AgreementMention(Span(found.start(), partners[0].span.end), sentence.index, last.text, last.kind, definite=False)
            yield tuple(_part(base, KIND, owner, partner, first=k == 0) for k, partner in enumerate(partners))


def _each(
    event: EventMention,
    found: Mapping[Span, Sequence[AgreementMention]],
    those: Sequence[Sequence[AgreementMention]],
    reading: Reading,
) -> Iterator[EventMention]:
    """A step told of several agreements, once for each of them; any other event as it is."""
    parts = found.get(event.agreement, ()) if event.agreement else ()
    if not parts and event.type == "agreement":
        parts = next((some for some in those if 0 <= event.trigger.start - some[-1].span.end <= NEAR), ())
    if not parts or event.type != "agreement":
        yield event
        return
    names = {part.parties[1] for part in parts}
    countries = {one.span: one.name for one in reading.actors if one.kind == "country"}
    for part in parts:
        others = names - {part.parties[1]}
        own = tuple(arg for arg in event.arguments if countries.get(arg.span) not in others)
        yield replace(event, agreement=part.span, arguments=own, reasons=(*event.reasons, TOLD))
