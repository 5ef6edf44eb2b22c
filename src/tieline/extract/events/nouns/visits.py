"""Visits told by nouns, with those who take part: "on a visit to Lima", "the premier's trip"."""

from collections.abc import Iterator

from tieline.extract.events.frame.dates import dated
from tieline.extract.events.frame.frames import Frame, Frames
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.events.nouns.leads import acting_clause, home_of, lead_of
from tieline.extract.events.when.clause_times import clause_time
from tieline.extract.events.who.agents import acting
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import attached, is_actor, modifiers

REACH = 14
GUEST = 5  # words behind "visit" in which its visitor stands
MAKER = 8  # words behind "visit" in which the verb stands by which somebody made it
PAYING = ("make", "pay", "undertake")


def visit_noun(scene: Scene, k: int, end: int, frame: Frame, clause: Clause | None) -> Hit | None:
    """A visit told by a noun: with the guest beside it, or as what somebody is on, or does something during, before or after."""
    guests, places = _beside(scene, k)
    place = places[0] if places else None
    if not guests and (made := _made(scene, (k, end), frame, clause, place)) is not None:
        return made
    lead = _leading(scene, k)
    guests = _named(scene, k, guests, lead)
    apart = None
    if not guests and _is_new(scene, k, place):
        apart = _traveller(scene, k, lead) if lead is not None else None
        guests = [apart[0]] if apart is not None else _planner(scene, k, clause)
    if not guests:
        return None
    owners = scene.words["owners"]
    agents = tuple(("guest", m) for m in guests if is_actor(scene.units[m]) or scene.units[m].lower in owners)
    span = scene.units[place].span if place is not None else None
    status = _status(scene, k, lead, clause, is_on=apart is not None and apart[1])
    return Hit(frame, (k, end), clause, place, span, agents, nominal=True, status=status)


def _beside(scene: Scene, k: int) -> tuple[list[int], list[int]]:
    """The guests and the places that stand with the noun of a visit: "the premier's visit to Lima"."""
    owners, visitors = scene.words["owners"], {"person", "group", "unknown", "organization"}
    guests = [m for m in modifiers(scene.units, k) if scene.kinds[m] & visitors or scene.units[m].lower in owners]
    places: list[int] = []
    for preposition, m in attached(scene.units, k, min(len(scene.units), k + REACH)):
        if any(unit.lower in scene.words["visits"] for unit in scene.units[k + 1 : m]):
            break  # "will end his tour with a trip to Lima"
        if preposition == "in" and any(scene.units[j].tag == "coordinator" and scene.units[j + 1].lower == "in" for j in range(k + 1, m)):
            break  # "met in Lima during the premier's visit and in Accra"
        if preposition in ("to", "in", "of", "for") and "destination" in scene.kinds[m]:
            places.append(m)
        elif preposition == "from" and scene.units[k].lower in ("visit", "visits") and "country" in scene.kinds[m] and not guests:
            guests.append(m)  # "a visit from Orsenda"
        elif preposition == "by" and scene.units[k].lower == "arrival":
            continue  # "was welcomed on arrival by the premier"
        elif preposition == "of" and _bidden(scene, k, m):
            continue  # "on a visit at the invitation of the premier"
        elif preposition in ("by", "of") and (scene.kinds[m] & {"person", "full name"} or _goes(scene, k, m)):
            guests.append(m)
    return guests, places


def _made(scene: Scene, trigger: tuple[int, int], frame: Frame, clause: Clause | None, place: int | None) -> Hit | None:
    """A visit with those who are told behind it to have made it: "the visit to Lima that the premier paid", "that he paid to Lima"."""
    maker = _maker(scene, trigger[0])
    if place is None and maker is not None:
        place = next((p.head for p in maker.after if p.preposition in ("to", "in", None) and "destination" in scene.kinds[p.head]), None)
    span = scene.units[place].span if place is not None else None
    if maker is not None:
        people = tuple(("guest", m) for m in maker.subject if "person" in scene.kinds[m])
        if people:
            scene.used.add(maker.verb.head)
        return Hit(frame, (maker.verb.start, maker.verb.end), maker, place, span, people) if people else None
    paid = _paid_by(scene, trigger[0])
    if paid is None or place is None:
        return None
    when = clause_time(scene, paid[1])
    time = scene.units[when[0]].span if when is not None and when[1] == "at" else None
    return Hit(frame, trigger, clause, place, span, (("guest", paid[0]),), nominal=True, time=time)


def returned(scene: Scene, frames: Frames) -> Iterator[Hit]:
    """The visit that another one returns, with who made it: "is returning the visit that the premier paid to Lima in May"."""
    frame = frames.by_id.get("visit.paid")
    for k in sorted(scene.used):
        again = frame is not None and "visit" in scene.kinds[k] and k > 0 and scene.units[k - 1].lower in ("the", "a", "that")
        if again and frame is not None and (made := _made(scene, (k, k + 1), frame, None, None)) is not None:
            yield made


def _maker(scene: Scene, k: int) -> Clause | None:
    """The relative clause that tells who made a visit."""
    near = (c for c in scene.clauses if c.kind == "relative" and k < c.verb.start <= k + MAKER)
    return next((c for c in near if c.verb.lemma in PAYING), None)


def _leading(scene: Scene, k: int) -> int | None:
    """The preposition that leads the noun of a visit, where it does not go with a verb: "arrived for a two-day visit"."""
    lead = lead_of(scene, k)
    return None if lead is not None and scene.units[lead].lower == "for" else lead


def _named(scene: Scene, k: int, guests: list[int], lead: int | None) -> list[int]:
    """The guests of a visit, with whoever is meant by an owner told first or as one of many."""
    if guests and all(_anyone(scene, m) for m in guests):
        guests = _instance(scene, k) or guests
    if guests and lead is not None and all(scene.units[m].lower in scene.words["owners"] for m in guests):
        return _meant(scene, k) or guests  # "Ahead of his visit to Lima, the premier said ..."
    return guests


def _is_new(scene: Scene, k: int, place: int | None) -> bool:
    """Whether a visit is told with its place, or as one not spoken of before."""
    return place is not None or any(u.lower in ("a", "an") for u in scene.units[max(0, k - 4) : k])


def _status(scene: Scene, k: int, lead: int | None, clause: Clause | None, *, is_on: bool) -> str | None:
    """The status that the words that lead a visit give it where no time follows, None where they give none."""
    if any(dated(u) for u in scene.units[k : k + 6]):
        return None
    if lead is not None and scene.units[lead].lower in scene.words["still_ahead"] and not _perfect(clause):
        return "planned"
    return "ongoing" if is_on else None


def _bidden(scene: Scene, k: int, m: int) -> bool:
    """Whether somebody behind the noun of a visit is told as the one who asked for it."""
    return any(unit.lower in scene.words["biddings"] for unit in scene.units[k + 1 : m])


def _paid_by(scene: Scene, k: int) -> tuple[int, Clause] | None:
    """Who paid a visit that an aside tells of: "the visit to Lima made by the emperor in May"."""
    made = next((c for c in scene.clauses if c.kind == "participle" and k < c.verb.start <= k + GUEST and c.verb.form != "ing"), None)
    if made is None or made.verb.lemma not in PAYING:
        return None
    guest = next((p.head for p in made.after if p.preposition == "by" and "person" in scene.kinds[p.head]), None)
    return (guest, made) if guest is not None else None


def _goes(scene: Scene, k: int, m: int) -> bool:
    """Whether a name that nothing explains is that of a visitor: "the visit of Ana Sorel to Lima"."""
    behind = scene.units[m + 1].lower if m + 1 < len(scene.units) else ""
    return "unknown" in scene.kinds[m] and behind == "to" and m - k <= GUEST


def _anyone(scene: Scene, k: int) -> bool:
    """Whether a guest is told by his office only, as one of many: "the first visit by a Togolese premier"."""
    before = scene.units[k - 1].lower if k else ""
    return "person" in scene.kinds[k] and (scene.units[k].lower.startswith(("a ", "an ")) or before in ("a", "an"))


def _instance(scene: Scene, k: int) -> list[int]:
    """Who that one is: the person whom the clause is about, "X was met at the airport in the first visit by a Togolese premier"."""
    home = home_of(scene, k)
    named = [m for m in (home.subject if home is not None else []) if "person" in scene.kinds[m] and not _anyone(scene, m)]
    return named[:1] if home is not None and home.verb.start < k else []


def _planner(scene: Scene, k: int, clause: Clause | None) -> list[int]:
    """Who considers, plans or cancels a visit of his own: "the premier is considering a trip to Lima"."""
    if clause is None or clause.verb.passive:
        return []
    off = clause.verb.lemma in ("call", "put") and [one.lower for one in scene.units[clause.verb.end : clause.verb.end + 1]] == ["off"]
    closed = clause.verb.lemma in scene.words["closing"] and any(p.head == k and p.preposition == "with" for p in clause.after)
    if closed:
        return [m for m in acting(scene, clause) if "person" in scene.kinds[m]][:1]  # "will end his tour with a trip to Lima"
    if clause.verb.lemma not in scene.words["travelling"] and not off:
        return []
    if k not in [p.head for p in clause.after if p.preposition in (None, "off" if off else None)][:1]:
        return []
    return [m for m in acting(scene, clause) if "person" in scene.kinds[m]][:1]


def staying(scene: Scene, frames: Frames) -> Iterator[Hit]:
    """The visits of those told to be somewhere: "the premier, in Lima on Monday for talks with the president, said ..."."""
    frame, units = frames.by_id.get("visit.paid"), scene.units
    for k in range(len(units) - 4):
        opened = units[k + 1].text == "," and units[k + 2].lower in ("in", "at") and scene.kinds[k] & {"person"}
        place = next((m for m in range(k + 3, k + 5) if opened and m < len(units) and "destination" in scene.kinds[m]), None)
        if frame is None or place is None or any(units[m].tag != "determiner" for m in range(k + 3, place)):
            continue
        end = place + 1
        time = next((m for m in range(end, min(end + 3, len(units))) if dated(units[m])), None)
        purpose = end < len(units) and units[end].lower == "for"
        acts = any(k in clause.subject and clause.verb.start > place for clause in scene.clauses)
        if (time is not None and acts) or purpose:
            when = units[time].span if time is not None else None
            yield Hit(frame, (k + 2, end), None, place, units[place].span, (("guest", k),), nominal=True, time=when, status=None)


def _perfect(clause: Clause | None) -> bool:
    return clause is not None and clause.verb.perfect and clause.verb.form == "past"


def _meant(scene: Scene, k: int) -> list[int]:
    """The person of the main clause, where an owner is told before anybody is named: "During her visit, Premier X ..."."""
    if any("person" in scene.kinds[m] and scene.units[m].lower not in scene.words["owners"] for m in range(k)):
        return []
    clause = next((c for c in scene.clauses if c.verb.start > k and c.kind == "main"), None)
    return [m for m in (clause.subject if clause else []) if "person" in scene.kinds[m] and m > k][:1]


def _traveller(scene: Scene, k: int, lead: int) -> tuple[int, bool] | None:
    """Who is on a visit told beside the name, and whether the visit goes on: "the premier, on a visit to Lima, met ..."."""
    units = scene.units
    before = lead
    while before > 1 and units[before - 1].lower in ("currently", "now", "is", "who", "presently"):
        before -= 1
    on = units[lead].lower in ("on", "paying")
    if before > 1 and units[before - 1].text == "," and "person" in scene.kinds[before - 2]:
        return before - 2, on
    home = acting_clause(scene, k)
    people = [m for m in (home.subject if home is not None else []) if "person" in scene.kinds[m]]
    if not people or (on and home is not None and home.verb.lemma not in ("be", *scene.words["motion"])):
        return None
    return people[0], False
