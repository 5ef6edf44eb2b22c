"""The three ways in which a verb tells of an event: done to its theme, happening to it, or done by several to each other."""

from collections.abc import Callable, Iterator

from tieline.extract.events.frame.frames import Frame, VerbPhrase
from tieline.extract.events.frame.scene import Scene
from tieline.extract.events.when.clause_times import clause_time
from tieline.extract.events.who.agents import acting, agents_of, around, sent, several, takes_no_part
from tieline.extract.events.who.themes import objects, theme_of
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import is_actor, modifiers
from tieline.model.span import Span
from tieline.model.time import TimeMention

ACTED_ON = frozenset(("meeting", "investment"))  # where the theme can act itself: "the bank bought", "the ministers met"
FURTHER = 12  # units before the noun right before a participle among which its own noun may stand
DESTINATION, NEARBY = frozenset(("destination",)), 2  # sentences over which "there" means the place told last
NO_OBJECT = frozenset(("demonstrate", "follow"))  # verbs that tell of no event where they have an object
FAR = 40  # sentences over which "both sides still have to ratify" means the agreement told last

Theme = tuple[int | None, Span | None]
Agents = list[tuple[str, int]]
Found = tuple[Theme, Agents] | None


def does(scene: Scene, clause: Clause, phrase: VerbPhrase, end: int) -> Found:
    """A verb with its theme as object, or as subject of a passive."""
    frame, verb = phrase.frame, clause.verb
    if verb.passive and verb.lemma in scene.words["agreed_that"] and [scene.units[k].lower for k in clause.subject] == ["it"]:
        return None  # "it was agreed that the issue can wait"
    if verb.passive or (clause.kind == "participle" and verb.form != "ing"):
        theme, agents = theme_of(scene, [*clause.subject, *_further(scene, clause)], frame), _by(scene, clause, frame)
        if theme == (None, None) and frame.theme_role and clause.subject:
            theme = clause.subject[0], scene.units[clause.subject[0]].span
        if theme is None and verb.passive and phrase.lemma in scene.words["giving"]:
            theme = theme_of(scene, objects(scene, clause, end, phrase), frame)  # "was awarded the contract"
            agents += [("party" if frame.agent_role == "party" else "recipient", k) for k in clause.subject if is_actor(scene.units[k])]
    else:
        theme, agents = _active(scene, clause, phrase, end)
    if theme is None:
        return None
    narrow = frame.narrow.get(phrase.lemma)
    doers = ([] if verb.passive else [*clause.subject, *(k for _, k in agents)]) + [p.head for p in clause.after if p.preposition == "by"]
    allowed = {narrow, "authority"} if narrow == "country" else {narrow}
    told = doers or narrow != "court"  # "the claim was dismissed in May" by whoever judges
    if narrow and told and not any(allowed & scene.kinds[k] for k in doers):
        return None
    return theme, agents


def _further(scene: Scene, clause: Clause) -> Iterator[int]:
    """The nouns before the one right before a participle, to which it may belong: "a contract on buying Orsendan gas signed in May"."""
    if clause.kind != "participle" or not clause.subject:
        return
    for k in range(clause.subject[0] - 1, max(-1, clause.subject[0] - FURTHER), -1):
        unit = scene.units[k]
        if unit.tag in ("sign", "coordinator", "be", "have", "modal", "relative", "subordinator") or (
            unit.tag == "verb" and unit.form("ing") is None
        ):
            return
        if k + 1 < len(scene.units) and scene.units[k + 1].tag in ("preposition", "aside"):
            yield k


def _active(scene: Scene, clause: Clause, phrase: VerbPhrase, end: int) -> tuple[Theme | None, Agents]:
    frame = phrase.frame
    theme, agents = theme_of(scene, objects(scene, clause, end, phrase), frame), agents_of(scene, clause, frame)
    agents += _inside(scene, clause, end) if frame.abroad and frame.type == "dispute" else []
    if theme is None and clause.kind == "relative" and clause.subject != clause.antecedent:
        theme = theme_of(scene, clause.owned or _told_of(scene, clause, phrase, end), frame)
    if theme is None and frame.type not in ACTED_ON and _bare_participle(scene, clause):
        theme, agents = theme_of(scene, clause.subject, frame), _by(scene, clause, frame)
    if theme == (None, None) and frame.theme_role:
        heads = objects(scene, clause, end, phrase)
        told = [k for k in heads if is_actor(scene.units[k]) or any(is_actor(scene.units[m]) for m in modifiers(scene.units, k))]
        theme = next(((k, scene.units[k].span) for k in (*reversed(told), *heads)), theme)
    if theme is None and phrase.lemma in frame.loose and not _has_object(scene, clause, end):
        span = scene.focus.last(frame.theme, scene.sentence.index, scene.units, scene.kinds, clause.verb.start, FAR)
        theme = (None, span) if span else None
    return theme, agents


def _told_of(scene: Scene, clause: Clause, phrase: VerbPhrase, end: int) -> list[int]:
    """The antecedent of a relative clause as its object, "a plant he opened"; none where it has another, "for which he laid a stone".

    Who is given something is no other: "the loan that Tavonia gave Orsenda".
    """
    to_whom = phrase.lemma in scene.words["giving"]
    other = any(
        p.preposition is None
        and p.head >= end
        and scene.units[p.head].tag not in ("number", "time")
        and not (to_whom and is_actor(scene.units[p.head]))
        for p in clause.after[:1]
    )
    return [] if other else clause.antecedent


def _by(scene: Scene, clause: Clause, frame: Frame) -> Agents:
    """Who does what a passive tells; nobody who only helped: "were resumed after mediation by Corvia"."""
    doers = (p.head for p in clause.after if p.preposition == "by" and is_actor(scene.units[p.head]))
    return [(frame.agent_role, k) for k in doers if not takes_no_part(scene, k)]


def _has_object(scene: Scene, clause: Clause, end: int) -> bool:
    return any(p.preposition is None and p.head >= end and scene.units[p.head].tag not in ("number", "time") for p in clause.after[:2])


def _bare_participle(scene: Scene, clause: Clause) -> bool:
    """Whether a verb without auxiliary may be read as a passive: "launched in May and concluded in June"."""
    verb = clause.verb
    at = scene.clauses.index(clause)
    after = scene.clauses[at + 1] if at + 1 < len(scene.clauses) else None
    if (
        verb.lemma in scene.words["spoken"] | scene.words["announcing"]
        and after is not None
        and after.verb.finite
        and after.left <= clause.right
    ):
        return False  # "the builder announced it had signed"
    return (
        verb.end - verb.start == 1
        and scene.units[verb.head].form("part") is not None
        and not any(p.preposition is None and scene.units[p.head].tag != "time" for p in clause.after[:2] if p.head <= verb.end + 3)
    )


def happens(scene: Scene, clause: Clause, phrase: VerbPhrase, end: int) -> Found:
    """A verb with its theme as subject; for visits, the traveller is the subject."""
    frame = phrase.frame
    if clause.verb.passive and phrase.lemma != "be":
        return None
    if frame.type == "visit" and "visit" not in frame.theme:
        theme, agents = _travel(scene, clause, phrase, end)
        able = clause.verb.modal in ("can", "could") and not any("person" in scene.kinds[k] for _, k in agents)
        return (theme, agents) if agents and (frame.status or not able) else None
    if phrase.lemma in NO_OBJECT and _has_object(scene, clause, end):
        return None  # "the loan demonstrated good relations", "the draft treaty followed the formula"
    if not frame.theme:
        return (None, None), agents_of(scene, clause, frame) + (_against(scene, clause, end, frame) if frame.type == "dispute" else [])
    if _only_ahead(scene, phrase, end) or (phrase.lemma == "apply" and _applied_for(scene, clause)):
        return None
    found = theme_of(scene, clause.subject, frame)
    return (found, around(scene, clause.subject, clause.verb.start, frame)) if found is not None else None


def _applied_for(scene: Scene, clause: Clause) -> bool:
    """Whether somebody asks for something: "applied for a seat", "the seat for which it applied"."""
    return any(
        u.lower == "for" for u in (*scene.units[max(0, clause.left - 2) : clause.left], *scene.units[clause.left : clause.right][:8])
    )


def _only_ahead(scene: Scene, phrase: VerbPhrase, end: int) -> bool:
    """Whether an infinitive behind the verb tells what is meant: "has failed to open its market", "talks are due to begin"."""
    if end >= len(scene.units) or scene.units[end].lower != "to":
        return False
    words = phrase.rest.source.split()[-1:] if phrase.rest is not None else []
    return phrase.lemma == "fail" or (phrase.lemma == "be" and bool(set(words) & scene.words["scheduled"]))


def _against(scene: Scene, clause: Clause, end: int, frame: Frame) -> Agents:
    """Against whom a step is told by a whole phrase: "handed the Ghanaian embassy a note of protest", "took Togo to court"."""
    inside = [k for k in range(clause.verb.end, min(end, len(scene.units))) if scene.kinds[k] & {"country", "person"}]
    leads = ("with", "to", "against", *(("in", "into", "inside") if frame.abroad else ()))  # "bombed a camp in Togo"
    behind = [p.head for p in clause.after if p.head >= end and p.preposition in leads and "country" in scene.kinds[p.head]]
    return [("patient", k) for k in (*inside, *behind[:1]) if is_actor(scene.units[k])]


def _inside(scene: Scene, clause: Clause, end: int) -> Agents:
    """The country in which something is done by another: "bombed a rebel camp in Togo"."""
    there = [
        p.head for p in clause.after if p.head >= end and p.preposition in ("in", "into", "inside") and "country" in scene.kinds[p.head]
    ]
    return [("patient", k) for k in there[:1] if is_actor(scene.units[k])]


def _travel(scene: Scene, clause: Clause, phrase: VerbPhrase, end: int) -> tuple[Theme, Agents]:
    """The place that somebody goes to, and who goes; nobody where neither place nor time nor the word "visit" is there."""
    frame, lemma, units = phrase.frame, phrase.lemma, scene.units
    turned = next((u.lower for u in units[clause.verb.end : clause.verb.end + 3] if u.tag in ("preposition", "subordinator")), "")
    if lemma in scene.words["coming"] and turned in scene.words["elsewhere"]:
        return (None, None), []
    far = len(units) if lemma != "be" else end + (5 if units[end - 1].lower == "at" else 3)  # "was at the match in Lima"
    homeward = any(units[k].lower == "home" for k in range(clause.verb.end, end))
    there = [] if homeward else [p for p in clause.after if end - 1 <= p.head < far and p.preposition not in scene.words["not_there"]]
    place = next((p.head for p in there if "destination" in scene.kinds[p.head]), None)
    if units[end - 2].lower == "from" and "destination" in scene.kinds[end - 1] and end - 1 >= clause.verb.end:
        place = end - 1  # "returned yesterday from Lima"
    if place is None and lemma == "spend":
        place = next((p.head for p in clause.before if p.preposition == "in" and "destination" in scene.kinds[p.head]), None)
    if place is None and clause.link == "where":
        place = next((k for k in clause.antecedent if "destination" in scene.kinds[k]), None)  # "in Lima, where he stayed for a day"
    if place is None and lemma in scene.words["motion"] and end < len(units) and "unknown" in scene.kinds[end]:
        place = end  # a town that no table knows
    travellers = [k for k in acting(scene, clause) if scene.kinds[k] & frame.agent or units[k].lower in scene.words["persons"]]
    travellers += [m for k in travellers for m in sent(scene, k, clause.verb.start) if m not in travellers]
    agents = [(frame.agent_role, k) for k in travellers]
    agents = [(role, k) for role, k in agents if units[k].lower.split()[-1] not in scene.words["private"]]
    if place is not None:
        return (place, units[place].span), agents
    if units[end - 1].lower == "there":
        back = scene.focus.last(DESTINATION, scene.sentence.index, units, scene.kinds, end - 1, NEARBY)
        return ((end - 1, back), agents) if back is not None else ((None, None), [])
    told = lemma == "fly" and units[end - 1].lower == "in"  # "had flown in from Lima"
    told = told or any(units[k].lower in scene.words["visit_ends"] for k in range(clause.verb.end, end))
    awaited = end > 1 and units[end - 2].lower in ("due", "expected") and units[end - 1].lower in ("on", "in")
    told = told or (awaited and end < len(units) and units[end].tag == "time")
    person = any(scene.kinds[k] & {"person", "delegates", "unknown"} for k in clause.subject)
    timed = lemma in scene.words["coming"] and person and clause_time(scene, clause) is not None and not _has_object(scene, clause, end)
    if timed and not told and frame.stage == "concluded":
        timed = _on_a_day(scene, clause)  # "left in July" may be a post
    return (None, None), agents if told or timed else []


def _on_a_day(scene: Scene, clause: Clause) -> bool:
    at = clause_time(scene, clause)
    mention = scene.units[at[0]].mention if at is not None else None
    return isinstance(mention, TimeMention) and (mention.time is None or mention.time.grain in ("day", "hour", "minute"))


def reciprocal(scene: Scene, clause: Clause, phrase: VerbPhrase, end: int) -> Found:
    """A verb whose subjects do something with each other: "the two ministers met"."""
    partner = any(p.preposition == "with" and scene.kinds[p.head] & {"person", "group"} for p in clause.after)
    if clause.verb.passive or not (several(scene, acting(scene, clause)) or partner):
        return None
    return (None, None), agents_of(scene, clause, phrase.frame)


USES: dict[str, Callable[[Scene, Clause, VerbPhrase, int], Found]] = {"does": does, "happens": happens, "reciprocal": reciprocal}
