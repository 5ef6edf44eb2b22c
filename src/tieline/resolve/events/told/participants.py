"""Who takes part in an event: those its words name, the states behind them, and the two that an agreement or an article fixes."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from tieline.model.mention import ActorMention, EventMention, Reading
from tieline.model.span import Span
from tieline.resolve.actors.pairs import Countries
from tieline.resolve.actors.who import Who
from tieline.resolve.events.told.mediators import chairing, helping, only_helped

# What takes two countries: told without them, it is about those of its sentence, its section or its article.
BETWEEN = frozenset({"agreement", "negotiation", "partnership", "diplomatic_ties", "trade_deal", "project"})
# Where whoever stands inside the words for an event takes part in it.
OPEN = frozenset(
    {"agreement", "negotiation", "partnership", "diplomatic_ties", "project", "trade_deal", "investment", "aid", "meeting", "dispute"}
)
STATES = frozenset({"visit", "meeting", "dispute", "investment", "aid"})  # where states stand behind persons and firms
TALKS = frozenset({"diplomatic_ties", "agreement", "negotiation", "partnership", "dispute"})  # where a capital can act for its state
TALKED = frozenset({"agreement", "negotiation", "partnership", "meeting"})  # where a country behind "in" is only the place
ENVOYS = frozenset(
    {"dispute.expulsion", "dispute.expulsion.declared", "ties.downgraded.missions", "ties.upgraded.missions"}
)  # steps against envoys or missions of another
MISSIONS = frozenset({"ties.downgraded.missions", "ties.upgraded.missions"})  # "upgraded its mission in Orsenda"
BY_PLACE = frozenset({"visit.sent", "visit.awaited"})  # visits whose host only stands behind "to" or "in"
MEDIATED = frozenset({"negotiation", "meeting", "summit"})
HOUSES = frozenset({"embassy.opened", "embassy.closed"})  # houses of one state in another
CURBS = ("dispute.sanctions", "dispute.ban", "dispute.quota", "dispute.trade", "dispute.flow", "dispute.lasting", "curbs.")
FORCE = ("dispute.border", "dispute.seizure", "dispute.consulate", "dispute.note", "force.")  # what one state does to another
GIVEN = frozenset({"aid", "investment"})
COURT = frozenset({"filed", "settled"})
ACTING = frozenset({"agent", "party", "host", "guest", "visitor", "patient", "donor", "partner", "investor", "participant"})
TALKING = frozenset({"meeting", "summit"})
RECENT, REACH, WIDE = 6, 3, 120  # meetings, sentences, characters within which those who met are looked for
TWO = 2
JOINT = frozenset(("joint", "mixed", "bilateral", "intergovernmental"))
PANELS = frozenset(("committee", "commission", "council", "board", "panel", "group"))
NEAR = 50  # characters from a verb to the seat of an envoy
SIGNED = frozenset({"agreement", "partnership", "diplomatic_ties", "trade_deal"})
WITNESS = "witness"
GAP = 6  # words between the persons of a list
_NAMED = frozenset({"person", "organization", "company", "country"})

_NOT_BY = re.compile(r"\b(?:not|than) (?:by )?(?:the )?$", re.IGNORECASE)

People = tuple[tuple[str, str], ...]  # (actor id, role), in order of telling


@dataclass(frozen=True)
class Scene:
    """What is known of an article when it is asked who took part."""

    reading: Reading
    who: Who
    countries: Countries
    nearby: Mapping[int, Sequence[ActorMention]]
    links: Set[str] = frozenset()  # words that may stand between persons and their step
    sites: Set[str] = frozenset()  # words before a place where something was
    witnesses: Set[str] = frozenset()  # words behind a signing before those who only watched it
    delegates: Set[str] = frozenset()  # nouns for those who meet for their states and are not named
    helpers: Set[str] = frozenset()  # words before those who only helped others to a step
    chairs: Set[str] = frozenset()  # verbs behind those who only lead the talks of others
    told: Mapping[str, Sequence[EventMention]] = field(default_factory=dict)  # the events of each type, by where their words end

    def at(self, span: Span | None) -> tuple[str, ...]:
        """The actors that the words of a span mean."""
        return self.who.at(self.reading.article.document.id, span)


def participants(
    m: EventMention, scene: Scene, parties: Iterable[str], visit: tuple[str, str] | None, guest: str | None, *, alone: bool = False
) -> tuple[People, tuple[str, ...]]:
    """Who takes part, each with a role, and the countries that the event is about; `alone`: its other party is no state."""
    people = dict.fromkeys(_told(m, scene))
    people |= dict.fromkeys((actor, "party") for actor in _unclaimed(m, scene, {actor for actor, _ in people}))
    people |= dict.fromkeys((actor, "party") for actor in _included(m, scene) if actor not in {one for one, _ in people})
    led, between = chairing(m, scene, [actor for actor, _ in people]) if m.type == "negotiation" else (frozenset(), frozenset())
    others = _ruled_out(m, scene) | led
    people = {one: None for one in people if one[0] not in others}
    if m.type == "visit":
        people |= dict.fromkeys(_sides(people, visit, guest, m, scene))
    if m.type in GIVEN:
        people |= dict.fromkeys(_given(m, scene, [actor for actor, _ in people]))
    people |= dict.fromkeys((country, "party") for country in _posted(m, scene, people))
    people |= dict.fromkeys((actor, "patient") for actor in _envoys(m, scene) if actor not in {one for one, _ in people})
    people |= dict.fromkeys((land, "party") for actor in [actor for actor, _ in people] for land in scene.who.joint(actor))
    known = {actor for actor, _ in people}
    court = m.type == "dispute" and m.stage == "filed"  # the body that is to hear a case is no other side of it
    alone = alone or (not court and any(role == "party" and _is_no_states(actor, scene) for actor, role in people))
    homes = {home for actor in known if (home := scene.who.country(actor))} | set(parties) | between
    homes |= _tellers(m, scene, homes)
    unnamed = all(_is_joint(actor, scene) for actor in known)
    both = not alone and (_takes_two(m, homes, fixed=scene.countries.fixed) or (unnamed and _unnamed_talks(m, scene)))
    told = _told_before(m, scene, homes) if both else ()
    countries = told or (scene.countries.complete(homes, m.sentence, own=m.type != "diplomatic_ties") if both else tuple(sorted(homes)))
    if m.type in MEDIATED:
        people |= dict.fromkeys((actor, "mediator") for actor in (*helping(m, scene), *sorted(led)) if actor not in known)
    if m.type in BETWEEN | STATES | TALKING:
        role = "party" if m.type in BETWEEN or m.type == "dispute" else "state"
        people |= dict.fromkeys((country, role) for country in countries if country not in known)
    return tuple(people), countries


def _tellers(m: EventMention, scene: Scene, homes: set[str]) -> set[str]:
    """The country of whoever tells what was done with one other: "the minister said no accord had been signed with Tavonia"."""
    if m.asserted_by is None or m.type not in BETWEEN or len(homes) != 1:
        return set()
    told = {home for actor in scene.at(m.asserted_by) if (home := scene.who.country(actor))}
    about = {*scene.countries.main, scene.countries.first}
    text = scene.reading.article.text
    beside = all(text[max(arg.span.start - 9, 0) : arg.span.start].lower().removesuffix("the ").endswith("with ") for arg in m.arguments)
    return told if len(told) == 1 and told <= about and m.arguments and beside else set()


def _ruled_out(m: EventMention, scene: Scene) -> Set[str]:
    """The persons whom a text names only to say that it was not they: "was signed by A, not by B"."""
    text = scene.reading.article.text
    near = (one for one in scene.nearby.get(m.sentence, ()) if one.kind == "person")
    return {actor for one in near if _NOT_BY.search(text[max(one.span.start - 12, 0) : one.span.start]) for actor in scene.at(one.span)}


def _last_told(m: EventMention, scene: Scene, kind: str) -> list[EventMention]:
    """The last few events of a type that are told before another, the nearest first."""
    same = scene.told.get(kind, ())
    upto = bisect_right(same, m.trigger.start, key=lambda one: one.trigger.end)
    return list(reversed(same[max(upto - RECENT, 0) : upto]))


def _told_before(m: EventMention, scene: Scene, homes: set[str]) -> tuple[str, ...]:
    """The two sides of the curb told last, for one told without both: "The ban, first introduced in May, was extended"."""
    if m.type != "dispute" or not m.rule.startswith(CURBS):
        return ()
    for other in _last_told(m, scene, "dispute"):
        sides = {home for actor, _ in _told(other, scene) if (home := scene.who.country(actor))}
        if m.sentence - other.sentence > REACH or not other.rule.startswith(CURBS):
            break
        if len(sides) == TWO and homes <= sides:
            return tuple(sorted(sides))
    return ()


def _posted(m: EventMention, scene: Scene, people: Collection[tuple[str, str]]) -> list[str]:
    """The country of the capital where an envoy sits who is called home, or a mission stands: "recalled its ambassador in Lima"."""
    if m.rule in HOUSES:
        return [home for actor, role in people if role == "host" and scene.who.is_city(actor) and (home := scene.who.country(actor))]
    homes = {home for actor, _ in people if (home := scene.who.country(actor))}
    if m.rule not in ENVOYS or len(homes) != 1:
        return []
    text = scene.reading.article.text
    for one in scene.nearby.get(m.sentence, ()):
        led = text[max(one.span.start - 5, 0) : one.span.start].split()[-1:] in (["in"], ["to"], ["from"])
        near = m.trigger.start <= one.span.start <= m.trigger.end + NEAR
        seat = (actor for actor in scene.at(one.span) if scene.who.is_city(actor) or (m.rule in MISSIONS and one.form == "name"))
        country = next((scene.who.country(actor) or actor for actor in seat), None)
        if led and near and country and country not in homes:
            return [country]
    return []


def _envoys(m: EventMention, scene: Scene) -> list[str]:
    """The envoys named against whom a step is taken: "summoned the Orsendan ambassador, Ila Moor"."""
    if m.rule not in ENVOYS:
        return []
    named = (one for one in scene.nearby.get(m.sentence, ()) if one.kind == "person" and one.form == "name" and m.span.contains(one.span))
    struck = (one for one in named if any(one.span.contains(arg.span) and one.span != arg.span for arg in m.arguments))
    return [actor for one in struck for actor in scene.at(one.span) if scene.who.kind(actor) == "person"]


def _given(m: EventMention, scene: Scene, known: Sequence[str]) -> People:
    """Who gets a grant or an investment of one of the two that a text is about: the other, unless somebody else is named beside."""
    pair = set(scene.countries.pair(m.sentence))
    homes = {home for actor in known if (home := scene.who.country(actor))}
    here = set(scene.countries.by_sentence.get(m.sentence, ()))
    got = [arg for arg in m.arguments if arg.role in ("recipient", "host")]
    if len(homes) != 1 or not (homes | here) <= pair or (got and len(m.arguments) > 1):
        return ()
    role = "party" if got else "recipient" if m.type == "aid" else "host"  # "its loan to Orsenda" is the other's
    return tuple((one, role) for one in sorted(pair - homes))


def _is_no_states(actor: str, scene: Scene) -> bool:
    """Whether an actor is a body or firm that belongs to no country: the World Bank."""
    who = scene.who
    no_states = who.kind(actor) in ("organization", "company") and who.country(actor) is None and not who.joint(actor)
    return no_states and not _is_joint(actor, scene)


def _is_joint(actor: str, scene: Scene) -> bool:
    """Whether a body is by its name one of two countries, whichever: the Joint Economic Commission."""
    words = set(scene.who.name(actor).lower().split())
    return scene.who.kind(actor) == "organization" and bool(words & JOINT) and bool(words & PANELS)


def _takes_two(m: EventMention, homes: set[str], *, fixed: bool) -> bool:
    """Whether an event is between two countries: agreements and the like, cases at a court, disputes told without party and place."""
    one = len(homes) == 1
    envoys = m.rule in ENVOYS and one  # "recalled its ambassador": from the other of the two
    curbed = one and m.type == "dispute" and m.rule.startswith(CURBS + FORCE) and fixed  # "raised the duties": on the goods of the other
    return m.type in BETWEEN or envoys or curbed or (m.type == "dispute" and (m.stage in COURT or not (homes or m.place)))


def _unnamed_talks(m: EventMention, scene: Scene) -> bool:
    """Whether a gathering is told without anybody in a text about two countries: "The summit planned for May fell through"."""
    return m.type in TALKING and scene.countries.fixed


def _told(m: EventMention, scene: Scene) -> list[tuple[str, str]]:
    """The actors of the roles that the words of the event fill."""
    return [(actor, WITNESS if _looks_on(arg.span, m, scene) else arg.role) for arg in m.arguments for actor in scene.at(arg.span)]


def _looks_on(span: Span, m: EventMention, scene: Scene) -> bool:
    """Whether somebody only watched a signing: "was signed by the two ministers in the presence of the premier"."""
    if m.type not in SIGNED or span.start < m.trigger.end:
        return False
    between = " ".join(scene.reading.article.text[m.trigger.end : span.start].lower().split())
    return any(f"{words} " in f"{between} " for words in scene.witnesses)


def _unclaimed(m: EventMention, scene: Scene, known: set[str]) -> list[str]:
    """For an event whose own roles name nobody: whoever its words name, or whoever stands right before its verb."""
    if m.type not in OPEN or any(arg.role in ACTING and scene.at(arg.span) for arg in m.arguments):
        return []
    near = [one for one in scene.nearby.get(m.sentence, ()) if not one.inner]
    near = [one for one in near if not only_helped(one, scene)]
    found = [one for one in _inside(m, near) if not _is_house(one, scene)] or list(_before(m, near, scene))
    if m.type == "dispute":
        found = [one for one in found if one.span.end <= m.trigger.start and _is_state(one) and not _is_site(one, scene)]
    if m.type in TALKED:
        found = [one for one in found if not (one.kind == "country" and one.form == "name" and _lies_in(one, scene))]
    ids = [actor for one in found for actor in _acting_for(one, m, scene)]
    ids = ids or (_couple(m, scene) if m.type == "meeting" else [])
    return [actor for actor in dict.fromkeys(ids) if actor not in known and scene.who.kind(actor) in _NAMED]


def _acting_for(mention: ActorMention, m: EventMention, scene: Scene) -> tuple[str, ...]:
    """The actors of a mention; for a capital that acts ("when Tarvo broke with Pelmara"), the country that it stands for."""
    actors = scene.at(mention.span)
    if m.type not in TALKS or mention.kind == "country" or _is_site(mention, scene):
        return actors
    return tuple((scene.who.country(actor) or actor) if scene.who.is_city(actor) else actor for actor in actors)


def _is_state(mention: ActorMention) -> bool:
    """Whether a mention names a state itself or by its capital, not a thing or people of it."""
    return mention.kind in ("country", "place") and mention.form in ("name", "metonym")


def _is_site(mention: ActorMention, scene: Scene) -> bool:
    """Whether a place is where something was: a small word of place stands before it, or a dateline's comma behind it."""
    text = scene.reading.article.text
    before = text[max(mention.span.start - 12, 0) : mention.span.start].lower().split()
    return bool(before) and before[-1].strip(",") in scene.sites


def _lies_in(mention: ActorMention, scene: Scene) -> bool:
    """Whether "in" stands before a name: "signed at a summit held in Orsenda"."""
    return scene.reading.article.text[: mention.span.start][-4:].lower().split()[-1:] == ["in"]


def _is_house(mention: ActorMention, scene: Scene) -> bool:
    """Whether a house is only where something was: "signed the accord at the Orsendan foreign ministry"."""
    text = scene.reading.article.text
    led = text[max(mention.span.start - 8, 0) : mention.span.start].lower().split()
    return mention.kind == "organization" and "at" in led[-2:]


def _inside(m: EventMention, near: Sequence[ActorMention]) -> list[ActorMention]:
    """The actors inside the words of an event, but for those of its speaker, agreement and place."""
    apart = [span for span in (m.asserted_by, m.content, m.agreement, m.place, m.topic) if span]
    return [one for one in near if m.span.contains(one.span) and not any(span.touches(one.span) for span in apart)]


def _before(m: EventMention, near: Sequence[ActorMention], scene: Scene) -> Iterator[ActorMention]:
    """The persons right before a verb, as in "President A of Orsenda and the visiting premier, B, cut the ribbon"."""
    text, place = scene.reading.article.text, m.trigger.start
    for one in reversed(near):
        if one.span.end > place or one.kind != "person":
            continue
        between = text[one.span.end : place].replace(",", " ").split()
        if len(between) > GAP or (between and not {word.lower() for word in between} <= scene.links and place == m.trigger.start):
            return
        yield one
        place = one.span.start


def _couple(m: EventMention, scene: Scene) -> list[str]:
    """The two persons named last, for "they met"; nobody where others met: "customs experts will meet"."""
    words = scene.reading.article.text[m.span.start : m.trigger.start].lower().split()
    if set(words) & scene.delegates:
        return []
    before = _met_before(m, scene)
    if before:
        return before
    seen = [one for at in (m.sentence - 1, m.sentence) for one in scene.nearby.get(at, ()) if one.span.end <= m.trigger.start]
    ids = list(dict.fromkeys(a for one in reversed(seen) for a in scene.at(one.span) if scene.who.kind(a) == "person"))
    return ids[:2] if len(ids) >= 2 else []


def _met_before(m: EventMention, scene: Scene) -> list[str]:
    """The two persons whose talks the last sentences told of: "X is to see Y on May 14. ... The two met on Monday"."""
    for other in _last_told(m, scene, "meeting"):
        if m.sentence - other.sentence > REACH:
            break
        ids = dict.fromkeys(a for arg in other.arguments for a in scene.at(arg.span) if scene.who.kind(a) == "person")
        if len(ids) == TWO:
            return list(ids)
    return []


def _included(m: EventMention, scene: Scene) -> list[str]:
    """Who is named of many that somebody met: "talks with officials including the premier, X, and the minister, Y"."""
    text = scene.reading.article.text
    at = text.find("including", m.trigger.end, m.trigger.end + WIDE)
    if m.type != "meeting" or at < 0 or set(text[m.trigger.end : at]) & set(".;\n"):
        return []
    found: list[str] = []
    place = at + len("including")
    for one in scene.nearby.get(m.sentence, ()):
        if one.inner or one.kind != "person" or one.span.start < place:
            continue
        if len(text[place : one.span.start].split()) > GAP:
            break
        found += scene.at(one.span)
        place = one.span.end
    return found


def _sides(people: Collection[tuple[str, str]], visit: tuple[str, str] | None, guest: str | None, m: EventMention, scene: Scene) -> People:
    """The country visited and the one that the visitor comes from; the pair of the text tells one of them where the other is known."""
    pair = set(scene.countries.pair(m.sentence))
    home = scene.who.country(guest) if guest else None
    told = [one for one, role in people if role == "host" and (scene.who.is_city(one) or scene.who.kind(one) == "country")]
    host = visit[1] if visit else scene.who.country(told[0]) if told else _host(m, home, pair, scene)
    if guest and home is None and host in pair and scene.who.holds_office(guest):
        home = next((one for one in sorted(pair) if one != host), None)
    places = scene.at(m.place) if m.rule in BY_PLACE and not told else ()
    host = next((scene.who.country(place) or host for place in places), host)
    known = {actor for actor, _ in people}
    found = (*((place, "host") for place in places), (host, "host"), (home, "state"))
    return tuple((one, role) for one, role in found if one and one not in known)


def _host(m: EventMention, home: str | None, pair: set[str], scene: Scene) -> str | None:
    """The country visited where nothing says it: the other of the two that the text is about, if no third one is named beside."""
    here = set(scene.countries.by_sentence.get(m.sentence, ()))
    if home is None or home not in pair or not here <= pair or scene.at(m.place):
        return None
    return next((one for one in sorted(pair) if one != home), None)
