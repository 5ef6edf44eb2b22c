"""Who takes part in what one report tells: which countries act, and whether the other party is no state."""

from collections.abc import Sequence

from tieline.model.mention import ActorMention, EventMention, Reading
from tieline.resolve.actors.who import Who
from tieline.resolve.deals.outsiders import is_of_several, is_with_outsiders
from tieline.resolve.events.reports.report import Context
from tieline.resolve.events.told.participants import Scene, participants

TALKS = frozenset({"negotiation", "agreement"})
ACTING = frozenset({"agent", "donor", "lender", "investor"})


def parties_of(
    m: EventMention, agreement: str | None, guest: str | None, context: Context
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Those who take part in an event with their roles, and their countries."""
    words = context.words
    scene = Scene(
        context.reading,
        context.who,
        context.countries,
        context.nearby,
        words["participants.links"],
        words["participants.sites"],
        words["participants.witnesses"],
        words["participants.delegates"],
        words["participants.helpers"],
        words["participants.chairs"],
        context.told,
    )
    parties = context.deals.groups[agreement].parties if agreement else ()
    return participants(m, scene, parties, context.visits.get(m), guest, alone=_alone(m, agreement, context))


def _alone(m: EventMention, agreement: str | None, context: Context) -> bool:
    """Whether the other party of an agreement or of talks is no state."""
    if agreement and context.deals.groups[agreement].key.alone:
        return True
    if m.type not in TALKS:
        return False
    around, words = context.nearby.get(m.sentence, ()), context.words
    sentence = context.times.sentence(context.reading, m.sentence)
    doers = {words_of.lower().split()[-1] for words_of in _doers(m, context) if words_of.strip()}
    if doers & words["participants.outsiders"] or is_of_several(
        m.trigger, sentence, words["participants.numbers"], words["participants.members"]
    ):
        return True
    return is_with_outsiders(
        m.trigger, sentence, around, words["participants.outsiders"], words["participants.inner"] | words["participants.many"], frozenset()
    )


def _doers(m: EventMention, context: Context) -> list[str]:
    """The words for those who take a step: its actors, and what stands between the beginning of its quote and the verb."""
    article = context.reading.article
    before = article.text[m.span.start : m.trigger.start] if m.span.start < m.trigger.start else ""
    return [before, *(article.words(arg.span) for arg in m.arguments if arg.role in ("party", "agent"))]


def sides_of(m: EventMention, people: Sequence[tuple[str, str]], context: Context) -> frozenset[str]:
    """The countries of those who take a step; in a dispute told without them, the one that its words name right at their start."""
    who, document = context.who, context.reading.article.document.id
    told = frozenset(home for actor, role in people if role in ACTING and (home := who.country(actor)))
    if told or m.type != "dispute":
        return told
    near = [one for one in context.nearby.get(m.sentence, ()) if one.form in ("name", "metonym")]
    first = _doing(m, near, context.reading.article.text)
    text, led = context.reading.article.text, context.words["participants.sites"] | {"on", "with", "against", "by"}
    beside = [
        one
        for one in near
        if one.span.end + 1 == m.trigger.start
        and not led & set(text[max(one.span.start - 12, 0) : one.span.start].lower().split()[-1:])
        and "between" not in text[m.span.start : one.span.start].lower().split()
    ]
    first = first or beside  # "in May, when Tavonia expelled ..."
    return frozenset(home for one in first for actor in who.at(document, one.span) if (home := who.country(actor)))


def _doing(m: EventMention, near: Sequence[ActorMention], text: str) -> list[ActorMention]:
    """Those whose names open the words for an event, one joined to the other: "Tavonia and Orsenda reopened their border"."""
    found: list[ActorMention] = []
    for one in sorted(near, key=lambda each: each.span):
        joined = found and text[found[-1].span.end : one.span.start].strip(" ,").lower() in ("", "and")
        if one.span.end <= m.trigger.start and (one.span.start == m.span.start or joined):
            found.append(one)
    return found


def stay_of(guest: str | None, people: Sequence[tuple[str, str]], who: Who) -> tuple[str, str] | None:
    """Visitor and country of a visit, where the country follows from the text: "the minister's visit was called off"."""
    hosts = {home for actor, role in people if role == "host" and (home := who.country(actor))}
    return (guest, min(hosts)) if guest and len(hosts) == 1 and who.kind(guest) == "person" else None


def own_countries(m: EventMention, context: Context) -> frozenset[str]:
    """The countries that the words for those who take part name, or the homes of those whom they name."""
    who, document = context.who, context.reading.article.document.id
    actors = [actor for arg in m.arguments for actor in who.at(document, arg.span)]
    homes = [who.country(actor) for actor in actors if who.kind(actor) in ("country", "person", "place")]
    return frozenset(home for home in homes if home)


def asserted_by(m: EventMention, reading: Reading, who: Who) -> str | None:
    """The name of whoever is told to have said it, None where the text itself says it."""
    if m.asserted_by is None:
        return None
    found = who.at(reading.article.document.id, m.asserted_by)
    return who.name(found[0]) if found else None
