"""What is put off: the old date of an event is cancelled, the new one planned."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tieline.extract.events.carried.stood_for import stood_for
from tieline.extract.events.frame.dates import dated
from tieline.extract.events.frame.frames import Frame, Frames, NounPhrase
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.events.nouns.visits import visit_noun
from tieline.extract.events.status.cues import STRUCK
from tieline.extract.events.when.timing import scheduled
from tieline.extract.events.who.agents import noun_agents
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import attached, is_actor
from tieline.extract.syntax.unit import Unit
from tieline.model.span import Span
from tieline.model.time import TimeMention

WHO_TALKS = frozenset(("person", "group", "country", "organization"))
REACH = 8  # words behind "visit" in which its place stands
FAR = 16  # units behind a verb in which the other day is told
AHEAD = frozenset(("will", "would", "shall"))
BEGUN = {
    "sanction": "dispute.sanctions",
    "curb": "dispute.sanctions",
    "construction": "project.started",
    "service": "project.inaugurated.service",
}
WITH_OFF = {"put": "postponed", "call": "cancelled"}


def postponed(scene: Scene, frames: Frames) -> Iterator[Hit]:
    """The old and the new date of an event that a clause tells to be put off or called off."""
    for clause in scene.clauses:
        change = _change(scene, clause)
        if change is None or clause.verb.negated:
            continue
        found = _event(scene, clause, frames) or (_step(scene, clause, frames) if change == "postponed" else None)
        if found is None:
            continue
        hit, k = found
        hits = list(_changed(scene, clause, _by_subject(scene, clause, hit), k, change, frames))
        if _reduced(clause) and all(one.time is None for one in hits):
            continue  # "the signing, delayed for two years, took place"
        if hit.theme == k and len(hits) > 1:
            hits = [one for one in hits if one.time is not None]  # of duties put off it is told when they start now
        scene.used.update((k, clause.verb.head) if hit.theme == k else (k,))
        yield from hits


def _reduced(clause: Clause) -> bool:
    """Whether a participle tells it of the noun before it: "the opening, postponed until June, ..."."""
    return clause.kind == "participle" and clause.verb.form != "ing" and not clause.verb.passive


def _changed(scene: Scene, clause: Clause, hit: Hit, k: int, change: str, frames: Frames) -> Iterator[Hit]:
    """What one clause changes of the event at a place: its old date is off, its new one planned."""
    units = scene.units
    trigger = (min(k, clause.verb.start), max(k + 1, clause.verb.end))
    both = _from_to(scene, clause) if change == "postponed" else None
    if both is not None:
        yield replace(hit, trigger=trigger, status="cancelled", time=both[0])
        yield replace(hit, trigger=trigger, status="planned", time=both[1])
        return
    if change == "cancelled" and _denied(scene, clause):
        yield from _not_off(hit, trigger, frames)
        return
    new = _new_date(scene, clause) if change == "postponed" else None
    old = _old_date(scene, clause, hit, k, new)
    if _only_weighed(scene, clause):
        yield replace(hit, trigger=trigger, status="hypothetical", time=units[old].span if old is not None else None)
        return
    shift = _length(scene, clause) if old is None and new is not None else None
    when = units[old].span if old is not None else units[new].span if shift and new is not None else None
    yield replace(hit, trigger=trigger, status="cancelled", time=when, shift=shift)
    if new is not None:
        yield replace(hit, trigger=(trigger[0], new + 1), status="planned", time=units[new].span)


def _new_date(scene: Scene, clause: Clause) -> int | None:
    """The place of the date to which something is put off."""
    leads = ("to", "until", "till", *(("for",) if set(clause.verb.lemmas) & scene.words["rescheduling"] else ()))
    after = (m for m in range(clause.verb.end, clause.right) if dated(scene.units[m]))
    return next((m for m in after if _led(scene, m, leads)), None)


def _old_date(scene: Scene, clause: Clause, hit: Hit, k: int, new: int | None) -> int | None:
    """The place of the date for which something had been set: behind the verb, beside its noun, or where it was arranged."""
    units, verb = scene.units, clause.verb
    wide = [m for m in range(verb.end, min(verb.end + 14, len(units))) if dated(units[m])]
    old = next((m for m in wide if m != new and _led(scene, m, ("from", "for"))), None)
    if old is None:
        beside = (m for m in (*range(k + 1, verb.start), *range(k - 1, max(-1, k - 3), -1)) if dated(units[m]))
        old = next((m for m in beside if not _of_another_deed(scene, clause, k, m)), None)
    if old is None and k >= verb.end:
        behind = (m for m in range(k + 1, min(k + REACH, clause.right)) if m != new and dated(units[m]))
        old = next((m for m in behind if _of_period(units[m]) or _of_what_was_set(scene, clause, k)), None)
    if old is None:
        own = _arranged(scene, k) or _due_before(scene, clause)
        return own or scheduled(scene, replace(hit, trigger=(k, k + 1), nominal=True))
    return old


def _of_another_deed(scene: Scene, clause: Clause, k: int, m: int) -> bool:
    """Whether a date is that of what was done before with what is put off: "the signing of the pact, whose text was agreed in May, ..."."""
    inside = [c for c in scene.clauses if c is not clause and k < c.verb.start < m < c.right and c.kind in ("relative", "participle")]
    done = [c for c in inside if c.verb.form in ("past", "part") and not c.verb.modal and not scene.words["was_set"] & set(c.verb.lemmas)]
    return any(not any(u.lower in scene.words["was_set"] for u in scene.units[c.verb.start : c.verb.end + 2]) for c in done)


def _due_before(scene: Scene, clause: Clause) -> int | None:
    """The day of what was to be, in the clause before "but": "it was to have met in February, but the session was put off"."""
    due = next((c for c in reversed(scene.clauses) if c.verb.modal == "was to" and c.verb.end <= clause.left), None)
    if due is None or not any(u.lower == "but" for u in scene.units[due.verb.end : clause.verb.start]):
        return None
    return next((m for m in range(due.verb.end, clause.left) if dated(scene.units[m])), None)


def in_its_place(scene: Scene, hits: Sequence[Hit]) -> list[Hit]:
    """The hits, with two for what is to come not on one day but on another: "will not take effect on Sunday but on 1 November"."""
    return [one for hit in hits for one in _moved_on(scene, hit)]


def _moved_on(scene: Scene, hit: Hit) -> tuple[Hit, ...]:
    clause, units = hit.clause, scene.units
    if clause is None or not clause.verb.negated or clause.verb.modal not in AHEAD or hit.status is not None:
        return (hit,)
    at = next((k for k in range(clause.verb.end, min(clause.verb.end + FAR, len(units))) if units[k].lower == "but"), None)
    if at is None:
        return (hit,)
    old = next((k for k in range(at - 1, clause.verb.start, -1) if dated(units[k])), None)
    new = next((k for k in range(at + 1, min(at + 4, len(units))) if dated(units[k])), None)
    if old is None or new is None or not _led(scene, new, ("on", "in", "only", "from", "at")):
        return (hit,)
    end = (hit.trigger[0], new + 1)
    return (
        replace(hit, status="cancelled", time=units[old].span),
        replace(hit, trigger=end, status="planned", time=units[new].span),
    )


def _from_to(scene: Scene, clause: Clause) -> tuple[Span, Span] | None:
    """The old and the new date where both were read as one range: "put off from 24 June to 1 July"."""
    for k in range(clause.verb.end, min(clause.verb.end + 4, len(scene.units))):
        mention = scene.units[k].mention
        if isinstance(mention, TimeMention) and len(mention.parts) > 1 and scene.units[k - 1].lower == "from":
            first, last = mention.parts[0], mention.parts[-1]
            return Span(first.start, first.end), Span(last.start, last.end)
    return None


def _length(scene: Scene, clause: Clause) -> str | None:
    """How long something is put off, as a way back from its new date: "by two weeks, to 7 April"."""
    for unit in scene.units[clause.verb.end : clause.verb.end + 5]:
        value = unit.mention.timex3.value if isinstance(unit.mention, TimeMention) else None
        if value and value[:1] == "P" and value[1:-1].isdigit() and value[-1] in "DWM":
            return f"-{value}"
    return None


def _by_subject(scene: Scene, clause: Clause, hit: Hit) -> Hit:
    """The hit with those who put off what is theirs: "the two ministers called off their visits", "Togo cancelled the sale of its mill"."""
    if hit.frame.type in STRUCK and not clause.verb.passive and not hit.agents:
        told = [k for k in (*clause.subject, *(p.head for p in clause.after if p.preposition == "to")) if is_actor(scene.units[k])]
        return replace(hit, agents=tuple((hit.frame.agent_role, k) for k in told))
    owned = [k for _, k in hit.agents if scene.units[k].lower in scene.words["owners"]]
    named = [k for k in clause.subject if "person" in scene.kinds[k]]
    if hit.frame.type != "visit" or clause.verb.passive or not owned or len(owned) < len(hit.agents) or not named:
        return hit
    return replace(hit, agents=tuple(("guest", k) for k in named))


def _of_period(unit: Unit) -> bool:
    """Whether a time is a month or longer, which tells when something was due: "called off a trip this month"."""
    time = unit.mention.time if isinstance(unit.mention, TimeMention) else None
    return time is not None and time.grain in ("month", "quarter", "season", "year", "half")


def _of_what_was_set(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether a day behind an event noun is the one for which it was set: "have put off a visit on Sunday", "a planned visit on Sunday"."""
    now = clause.verb.perfect and clause.verb.form == "present" and not clause.verb.modal
    return now or scene.units[k - 1].lower in scene.words["was_planned"]


def _arranged(scene: Scene, k: int) -> int | None:
    """The day for which something was arranged, told behind its noun: "a visit to Lima that had been due to begin on Sunday"."""
    told = next((c for c in scene.clauses if _told_of(c) and k < c.verb.start <= k + 12), None)
    if told is None or told.verb.negated:
        return None
    inner = [c for c in scene.clauses if c.kind == "infinitive" and c.parent is told]
    due = (
        told.verb.modal == "was to"
        or told.verb.lemma in scene.words["was_set"]
        or any(u.lower in scene.words["was_set"] for u in scene.units[told.verb.start : told.verb.end + 2])
    )
    if not due or (told.kind == "participle" and told.verb.form == "ing"):
        return None
    scene.used.update(c.verb.head for c in (told, *inner))
    right = max(c.right for c in (told, *inner))
    return next((m for m in range(told.verb.end, right) if dated(scene.units[m])), None)


def _told_of(clause: Clause) -> bool:
    """Whether a clause can tell of a noun before it: "which was due on Sunday", "that were to have taken place on Monday"."""
    return clause.kind in ("relative", "participle") or (
        clause.kind == "subordinate" and clause.link == "that" and clause.verb.modal == "was to"
    )


def _only_weighed(scene: Scene, clause: Clause) -> bool:
    """Whether it is only thought of to put something off: "may cancel the visit", "is considering putting off the trip"."""
    current: Clause | None = clause
    for _ in range(3):
        if current is None:
            return False
        if current.verb.modal in ("may", "might", "could", "would", "should") or current.link in ("if", "whether", "unless"):
            return True
        held = current.parent if current.kind in ("infinitive", "participle", "subordinate") else None
        if held is not None and held.verb.lemma in scene.words["weighing"]:
            return True
        current = held if current.kind == "infinitive" else None
    return False


def _denied(scene: Scene, clause: Clause) -> bool:
    """Whether it is denied that something was called off: "denied reports that the signing had been cancelled"."""
    current, steps = clause.parent, 0
    while current is not None and steps < 3:
        if current.verb.lemma in scene.words["denying"]:
            return True
        current, steps = current.parent, steps + 1
    return False


def _not_off(hit: Hit, trigger: tuple[int, int], frames: Frames) -> Iterator[Hit]:
    """That an agreement or a project was given up, denied."""
    frame = frames.by_id.get(f"{hit.frame.type}.cancelled")
    if frame is not None:
        yield replace(hit, frame=frame, trigger=trigger, status="denied")


def moved(scene: Scene, frames: Frames) -> Iterator[Hit]:
    """The first date of an event that got another: "the visit, first planned for March, will now begin in April"."""
    units, words = scene.units, scene.words
    for k, unit in enumerate(units):
        first = unit.lower in words["at_first"]
        plan = k + 1 if first else k
        if plan >= len(units) or units[plan].lower not in words["was_planned"]:
            continue
        old = next((m for m in range(plan + 1, min(plan + 4, len(units))) if dated(units[m])), None)
        noun = next((m for m in range(k - 1, max(-1, k - 14), -1) if units[m].lower in frames.nouns), None)
        later = _set_anew(scene, old) if old is not None else None
        if old is None or noun is None or noun in scene.used or (not first and later is None):
            continue
        for phrase in frames.nouns[units[noun].lower]:
            hit = _hit(scene, noun, phrase, scene.clauses[0])
            if hit is not None:
                yield replace(hit, trigger=(noun, old + 1), status="cancelled", time=units[old].span)
                if later is not None:
                    yield replace(hit, trigger=(noun, later + 1), status="planned", time=units[later].span)
                return


def _set_anew(scene: Scene, old: int) -> int | None:
    """The date behind an old one for which the same event is now set: "... will be held on 8 November", "... is now due in May"."""
    units, words = scene.units, scene.words
    later = next((m for m in range(old + 1, min(old + 16, len(units))) if dated(units[m])), None)
    between = units[old + 1 : later] if later is not None else []
    ahead = any(one.tag == "modal" or one.lower in words["was_planned"] for one in between) and all(one.tag != "negator" for one in between)
    anew = ahead and any(one.lower in words["held_then"] for one in between)
    return later if anew or (later is not None and _shifted_to(scene, between, later)) else None


def _shifted_to(scene: Scene, between: Sequence[Unit], later: int) -> bool:
    """Whether the words before a date move something there: "originally set for Thursday but moved to December"."""
    words = scene.words["postponing"] | scene.words["shifting"] | scene.words["put_back"] | WITH_OFF.keys()
    verbs = {one.form("past", "part") for one in between}
    return bool(verbs & words) and _led(scene, later, ("to", "until", "till", "for")) and any(one.tag == "coordinator" for one in between)


def _change(scene: Scene, clause: Clause) -> str | None:
    lemmas = set(clause.verb.lemmas)
    behind = scene.units[clause.verb.end].lower if clause.verb.end < len(scene.units) else ""
    if lemmas & scene.words["postponing"]:
        return "postponed"
    if lemmas & scene.words["calling_off"]:
        return "cancelled"
    if clause.verb.passive and lemmas & scene.words["shifting"] and _has_new_day(scene, clause):
        return "postponed"
    if behind == "back" and lemmas & scene.words["put_back"]:
        return "postponed"
    return next((WITH_OFF[lemma] for lemma in clause.verb.lemmas if lemma in WITH_OFF and behind == "off"), None)


def _has_new_day(scene: Scene, clause: Clause) -> bool:
    """Whether what is moved had a day, or gets one: "the opening, planned for Monday, was moved", "was moved to Friday"."""
    units, words = scene.units, scene.words
    head = max(clause.subject, default=clause.verb.start)
    had = any(one.lower in words["was_planned"] for one in units[head : clause.verb.start])
    behind = units[clause.verb.end : clause.verb.end + 5]
    gets = any(one.lower in ("to", "until", "from") and any(dated(day) for day in behind[k + 1 : k + 3]) for k, one in enumerate(behind))
    return had or gets


def _led(scene: Scene, k: int, words: tuple[str, ...]) -> bool:
    return any(scene.units[m].lower in words for m in range(max(0, k - 2), k))


def _event(scene: Scene, clause: Clause, frames: Frames) -> tuple[Hit, int] | None:
    """The event noun that is put off: the subject of a passive, the object of an active verb."""
    for k in _put_off(scene, clause):
        noun = scene.units[k].lower
        fits = [
            hit
            for phrase in frames.nouns.get(noun, frames.nouns.get(noun.removesuffix("s"), ()))
            if _goes_on(scene, k, phrase) and (hit := _hit(scene, k, phrase, clause)) is not None
        ]
        if fits:
            return next((hit for hit in fits if hit.theme is not None), fits[0]), k
        meant = stood_for(scene, k, clause, frames)
        if meant is not None:
            return meant, k
    return None


def _goes_on(scene: Scene, k: int, phrase: NounPhrase) -> bool:
    """Whether the words that belong to an event noun stand behind it: "entry into force", not "into service"; its day may be elsewhere."""
    needed = phrase.rest.needed if phrase.rest is not None and "<time>" not in phrase.rest.source else None
    return needed is None or not needed.isdisjoint([u.lower for u in scene.units[k + 1 : k + REACH]])


def _step(scene: Scene, clause: Clause, frames: Frames) -> tuple[Hit, int] | None:
    """What is put off that is no event itself, but the thing of one: "delayed the duties until May", "the works were put off to 2012"."""
    for k in _put_off(scene, clause):
        frame = next((frames.by_id[BEGUN[kind]] for kind in BEGUN if kind in scene.kinds[k] and BEGUN[kind] in frames.by_id), None)
        alone = frame is not None and "sanction" in frame.theme and clause.kind != "infinitive"
        if frame is not None and (alone or _new_date(scene, clause) is not None):
            doers = [] if clause.verb.passive else [("party", m) for m in clause.subject if is_actor(scene.units[m])]
            return Hit(frame, (k, k + 1), clause, k, scene.units[k].span, tuple(doers)), k
    return None


def _put_off(scene: Scene, clause: Clause) -> Sequence[int]:
    """What is put off: the subject of a passive, the object of an active verb."""
    slips = bool(set(clause.verb.lemmas) & scene.words["slipping"])  # "the opening has slipped to June"
    own = clause.verb.passive or _reduced(clause) or slips
    return clause.subject if own else [p.head for p in clause.after if p.preposition in (None, "off")]


def _hit(scene: Scene, k: int, phrase: NounPhrase, clause: Clause) -> Hit | None:
    frame = phrase.frame
    if phrase.derived and "contract" in scene.kinds[k]:
        return None  # "cancelled an order for six boats" is told by its verb
    if frame.nominal == "visit":
        told = visit_noun(scene, k, k + 1, frame, clause)
        if told is not None:
            return replace(told, status=None)
        place = _destination(scene, k)
        if place is not None:
            return Hit(frame, (k, k + 1), clause, place, scene.units[place].span, _guests(scene, k), nominal=True)
    if frame.nominal == "between two":
        return _talk(scene, k, frame, clause)
    if frame.nominal != "theme" or not frame.theme:
        agents = _guests(scene, k) or _and_subject(scene, clause, k, noun_agents(scene, k, frame), frame)
        return Hit(frame, (k, k + 1), clause, None, None, agents, nominal=True)
    theme = next((m for m in range(k + 1, min(k + 8, len(scene.units))) if scene.kinds[m] & frame.theme), None)
    if theme is not None:
        return Hit(frame, (k, k + 1), clause, theme, scene.units[theme].span, nominal=True)
    if phrase.derived:
        return None
    span = scene.focus.last(frame.theme, scene.sentence.index, scene.units, scene.kinds, k)
    return Hit(frame, (k, k + 1), clause, None, span, nominal=True) if span else None


def _destination(scene: Scene, k: int) -> int | None:
    """Where a visit leads that is told without its visitor: "a trip to Lima set for Monday was dropped"."""
    near = attached(scene.units, k, min(len(scene.units), k + REACH))
    return next((m for preposition, m in near if preposition in ("to", "in") and "destination" in scene.kinds[m]), None)


def _talk(scene: Scene, k: int, frame: Frame, clause: Clause) -> Hit:
    """A meeting that is put off, with those who were to meet: "cancelled a meeting with the premier"."""
    agents = noun_agents(scene, k, frame)
    return Hit(frame, (k, k + 1), clause, None, None, _and_subject(scene, clause, k, agents, frame), nominal=True)


def _and_subject(scene: Scene, clause: Clause, k: int, agents: Sequence[tuple[str, int]], frame: Frame) -> tuple[tuple[str, int], ...]:
    """Those with whom talks were to be, and whoever called them off: "Orsenda called off talks with Halidor"."""
    others = [m for _, m in agents if scene.kinds[m] & WHO_TALKS]
    alone = len({scene.units[m].lower for m in others}) == 1 or any("person" in scene.kinds[m] for m in others)
    if not others or min(others) < k or not alone or clause.verb.passive:
        return tuple(agents)
    return (*agents, *((frame.agent_role, m) for m in clause.subject if scene.kinds[m] & WHO_TALKS))


def _guests(scene: Scene, k: int) -> tuple[tuple[str, int], ...]:
    near = [m for m in range(max(0, k - 4), k) if scene.kinds[m] & {"person", "group"}]
    return tuple(("guest", m) for m in near)
