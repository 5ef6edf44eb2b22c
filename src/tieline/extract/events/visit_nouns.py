"""Visits and meetings told by nouns, with those who take part: "on a visit to Lima", "after talks with the premier"."""

from collections.abc import Iterator, Sequence

from tieline.extract.events.agents import acting, noun_agents
from tieline.extract.events.clause_times import clause_time
from tieline.extract.events.dates import dated
from tieline.extract.events.frames import Frame, Frames
from tieline.extract.events.scene import Hit, Scene
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import attached, is_actor, modifiers

REACH = 14
GUEST = 5  # words behind "visit" in which its visitor stands


def home_of(scene: Scene, k: int) -> Clause | None:
    """The clause in which a word stands."""
    inside = [c for c in scene.clauses if c.left <= k < c.right]
    around = [c for c in scene.clauses if k in c.subject and c.verb.finite and c.kind not in ("relative", "participle")]
    holding = [c for c in inside if c.verb.start < k or k in c.subject or c.kind != "participle"]
    return next(iter([c for c in around if c.left <= k] or holding or around or inside), None)


def visit_noun(scene: Scene, k: int, end: int, frame: Frame, clause: Clause | None) -> Hit | None:
    """A visit told by a noun: with the guest beside it, or as what somebody is on, or does something during, before or after."""
    owners = scene.words["owners"]
    guests = [
        m
        for m in modifiers(scene.units, k)
        if scene.kinds[m] & {"person", "group", "unknown", "organization"} or scene.units[m].lower in owners
    ]
    places: list[int] = []
    for preposition, m in attached(scene.units, k, min(len(scene.units), k + REACH)):
        if preposition in ("to", "in", "of", "for") and "destination" in scene.kinds[m]:
            places.append(m)
        elif preposition == "by" and scene.units[k].lower == "arrival":
            continue  # "was welcomed on arrival by the premier"
        elif preposition == "of" and _bidden(scene, k, m):
            continue  # "on a visit at the invitation of the premier"
        elif preposition in ("by", "of") and (scene.kinds[m] & {"person", "full name"} or _goes(scene, k, m)):
            guests.append(m)
    if not guests and places:
        maker = next(
            (
                c
                for c in scene.clauses
                if c.kind == "relative" and k < c.verb.start <= k + 8 and c.verb.lemma in ("make", "pay", "undertake")
            ),
            None,
        )
        paid = _paid_by(scene, k) if maker is None else None
        if paid is not None:
            when = clause_time(scene, paid[1])
            span = scene.units[when[0]].span if when is not None and when[1] == "at" else None
            return Hit(frame, (k, end), clause, places[0], scene.units[places[0]].span, (("guest", paid[0]),), nominal=True, time=span)
        if maker is not None and any("person" in scene.kinds[m] for m in maker.subject):
            made = tuple(("guest", m) for m in maker.subject if "person" in scene.kinds[m])
            scene.used.add(maker.verb.head)
            return Hit(frame, (maker.verb.start, maker.verb.end), maker, places[0], scene.units[places[0]].span, made)
    if guests and all(_anyone(scene, m) for m in guests):
        guests = _instance(scene, k) or guests
    lead = _lead(scene, k)
    if lead is not None and scene.units[lead].lower == "for":
        lead = None  # "arrived for a two-day visit" tells of it by its verb
    if guests and all(scene.units[m].lower in owners for m in guests) and lead is not None:
        guests = _meant(scene, k) or guests  # "Ahead of his visit to Lima, the premier said ..."
    new = bool(places) or scene.units[k - 1].lower in ("a", "an") or any(u.lower in ("a", "an") for u in scene.units[max(0, k - 4) : k])
    apart = _traveller(scene, k, lead) if not guests and lead is not None and new else None
    if not guests and apart is None:
        guests = _planner(scene, k, clause) if new else []
    if not guests and apart is None:
        return None
    guests = guests or ([apart[0]] if apart else [])
    agents = [("guest", m) for m in guests if is_actor(scene.units[m]) or scene.units[m].lower in owners]
    place = places[0] if places else None
    span = scene.units[place].span if place is not None else None
    timed = any(dated(u) for u in scene.units[k : k + 6])
    status = "ongoing" if apart and apart[1] and not timed else None
    if lead is not None and scene.units[lead].lower in scene.words["still_ahead"] and not timed and not _perfect(clause):
        status = "planned"
    return Hit(frame, (k, end), clause, place, span, tuple(agents), nominal=True, status=status)


def _bidden(scene: Scene, k: int, m: int) -> bool:
    """Whether somebody behind the noun of a visit is told as the one who asked for it."""
    return any(unit.lower in scene.words["biddings"] for unit in scene.units[k + 1 : m])


def _paid_by(scene: Scene, k: int) -> tuple[int, Clause] | None:
    """Who paid a visit that an aside tells of: "the visit to Lima made by the emperor in May"."""
    made = next((c for c in scene.clauses if c.kind == "participle" and k < c.verb.start <= k + GUEST and c.verb.form != "ing"), None)
    if made is None or made.verb.lemma not in ("make", "pay", "undertake"):
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


def _lead(scene: Scene, k: int) -> int | None:
    """The preposition that leads an event noun: "during", "after", "on", "at the end of", "ahead of"; by its own word."""
    units = scene.units
    for m in range(k - 1, max(-1, k - 10), -1):
        if units[m].lower in scene.words["stay_leads"] or (
            units[m].lower == "of" and m and units[m - 1].lower.split()[-1] in scene.words["stay_ends"]
        ):
            return m - 1 if units[m].lower == "of" else m
        if units[m].tag not in ("determiner", "noun", "number", "adverb", "time", "quantity", "actor", "'s", "coordinator") and not (
            units[m].tag == "verb" and units[m].form("part", "ing")
        ):
            return None
    return None


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
    home = _acting(scene, k)
    people = [m for m in (home.subject if home is not None else []) if "person" in scene.kinds[m]]
    if not people or (on and home is not None and home.verb.lemma not in ("be", *scene.words["motion"])):
        return None
    return people[0], False


def _acting(scene: Scene, k: int) -> Clause | None:
    """The clause whose subject is on the visit: that in which the noun stands, or the one before which it stands."""
    home = home_of(scene, k)
    if home is not None and home.verb.start > k and home.kind != "main":
        return next((c for c in scene.clauses if c.verb.start > k and c.kind == "main"), home)
    return home


def meeting_noun(scene: Scene, k: int, end: int, frame: Frame, clause: Clause | None) -> Hit | None:
    """A meeting told by a noun: between those beside it, or of somebody beside it with the subject of its clause."""
    agents = noun_agents(scene, k, frame)
    people = [m for _, m in agents if scene.kinds[m] & {"person", "group"}]
    if len(people) == 1 and not _many(scene, people) and _with(scene, k, people[0]):
        agents += [(frame.agent_role, m) for m in _subject(scene, k, people[0])]
        people = [m for _, m in agents if scene.kinds[m] & {"person", "group"}]
    elif not people and not agents and _behind_talks(scene, k, end):
        agents += [(frame.agent_role, m) for m in _several(scene, k)]
        people = [m for _, m in agents if scene.kinds[m] & {"person", "group"}]
    elif not people and _lead(scene, k) is not None:
        agents += [(frame.agent_role, m) for m in _addressed(scene, k)]
        people = [m for _, m in agents if scene.kinds[m] & {"person", "group"}]
    return Hit(frame, (k, end), clause, None, None, tuple(agents), nominal=True) if len(people) > 1 or _many(scene, people) else None


def _behind_talks(scene: Scene, k: int, end: int) -> bool:
    """Whether something is done at talks or behind them: "signed it after two days of talks", "In a call on Friday they agreed"."""
    lead = _lead(scene, k)
    if lead is None:
        return False
    noun, word = scene.units[end - 1].lower, scene.units[lead].lower
    opens = lead <= 1 or scene.units[lead - 1].text == "," or scene.units[lead - 1].lower == "that"
    opening = word in ("in", "during", "at") and opens and noun in scene.words["exchanges"]
    return opening or (word in ("after", "following") and noun in scene.words["occasions"])


def _several(scene: Scene, k: int) -> list[int]:
    """The persons, or the group of them, who are the subject of the clause of an event noun."""
    home = _acting(scene, k)
    named = [m for m in (acting(scene, home) if home is not None and not home.verb.passive else []) if scene.kinds[m] & {"person", "group"}]
    return named if len(named) > 1 or _many(scene, named) or any("delegates" in scene.kinds[m] for m in named) else []


def _addressed(scene: Scene, k: int) -> list[int]:
    """Who spoke to whom at a talk told by a noun: "in a telephone call the premier told the president that ..."."""
    home = _acting(scene, k)
    if home is None or home.verb.passive or home.verb.lemma not in scene.words["addressing"]:
        return []
    speaker = [m for m in home.subject if "person" in scene.kinds[m]][:1]
    hearer = [p.head for p in home.after if p.preposition is None and "person" in scene.kinds[p.head]][:1]
    return [*speaker, *hearer] if speaker and hearer else []


def _many(scene: Scene, people: Sequence[int]) -> bool:
    return any(getattr(scene.units[m].mention, "plural", False) for m in people)


def _with(scene: Scene, k: int, person: int) -> bool:
    """Whether a person is met at a talk told by a noun that a preposition leads: "after talks with the premier"."""
    return person > k and any(u.lower == "with" for u in scene.units[k + 1 : person]) and _lead(scene, k) is not None


def _subject(scene: Scene, k: int, other: int) -> list[int]:
    """The one person who is the subject of the clause of an event noun, but not the other one."""
    home = _acting(scene, k)
    if home is None or home.verb.passive:
        return []
    named = [m for m in home.subject if scene.kinds[m] & {"person"} and m != other]
    parent = home.parent if home.kind == "subordinate" and home.link == "that" else None
    if not named and parent is not None and parent.verb.lemma in scene.words["spoken"]:
        named = [m for m in parent.subject if "person" in scene.kinds[m] and m != other]  # "X said they had agreed, after talks with Y"
    return named[:1]
