"""What is put off: the old date of an event is cancelled, the new one planned."""

from collections.abc import Iterator
from dataclasses import replace

from tieline.extract.events.frames import Frames, NounPhrase
from tieline.extract.events.scene import Hit, Scene
from tieline.extract.events.timing import dated
from tieline.extract.events.visit_nouns import visit_noun
from tieline.extract.syntax.clause import Clause
from tieline.model.time import TimeMention

WITH_OFF = {"put": "postponed", "call": "cancelled"}


def postponed(scene: Scene, frames: Frames) -> Iterator[Hit]:
    """The old and the new date of an event that a clause tells to be put off or called off."""
    for clause in scene.clauses:
        change = _change(scene, clause)
        if change is None or clause.verb.negated:
            continue
        found = _event(scene, clause, frames)
        if found is None:
            continue
        hit, k = found
        verb, units = clause.verb, scene.units
        after = [m for m in range(verb.end, clause.right) if dated(units[m])]
        new = next((m for m in after if _led(scene, m, ("to", "until", "till"))), None) if change == "postponed" else None
        wide = [m for m in range(verb.end, min(verb.end + 14, len(units))) if dated(units[m])]
        old = next((m for m in wide if m != new and _led(scene, m, ("from", "for"))), None)
        if old is None:
            old = next((m for m in (*range(k + 1, verb.start), *range(k - 1, max(-1, k - 3), -1)) if dated(units[m])), None)
        trigger = (min(k, clause.verb.start), max(k + 1, clause.verb.end))
        if change == "cancelled" and _denied(scene, clause):
            yield from _not_off(hit, trigger, frames)
            continue
        shift = _length(scene, clause) if old is None and new is not None else None
        when = units[old].span if old is not None else units[new].span if shift and new is not None else None
        yield replace(hit, trigger=trigger, status="cancelled", time=when, shift=shift)
        if new is not None:
            yield replace(hit, trigger=(trigger[0], new + 1), status="planned", time=scene.units[new].span)


def _length(scene: Scene, clause: Clause) -> str | None:
    """How long something is put off, as a way back from its new date: "by two weeks, to 7 April"."""
    for unit in scene.units[clause.verb.end : clause.verb.end + 5]:
        value = unit.mention.timex3.value if isinstance(unit.mention, TimeMention) else None
        if value and value[:1] == "P" and value[1:-1].isdigit() and value[-1] in "DWM":
            return f"-{value}"
    return None


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
        if old is None or noun is None or (not first and later is None):
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
    ahead = any(one.tag == "modal" or one.lower in words["was_planned"] for one in between)
    return later if ahead and any(one.lower in words["held_then"] for one in between) else None


def _change(scene: Scene, clause: Clause) -> str | None:
    lemmas = set(clause.verb.lemmas)
    behind = scene.units[clause.verb.end].lower if clause.verb.end < len(scene.units) else ""
    if lemmas & scene.words["postponing"]:
        return "postponed"
    if lemmas & scene.words["calling_off"]:
        return "cancelled"
    if behind == "back" and lemmas & scene.words["put_back"]:
        return "postponed"
    return next((WITH_OFF[lemma] for lemma in clause.verb.lemmas if lemma in WITH_OFF and behind == "off"), None)


def _led(scene: Scene, k: int, words: tuple[str, ...]) -> bool:
    return any(scene.units[m].lower in words for m in range(max(0, k - 2), k))


def _event(scene: Scene, clause: Clause, frames: Frames) -> tuple[Hit, int] | None:
    """The event noun that is put off: the subject of a passive, the object of an active verb."""
    own = clause.verb.passive or bool(set(clause.verb.lemmas) & scene.words["slipping"])  # "the opening has slipped to June"
    heads = clause.subject if own else [p.head for p in clause.after if p.preposition in (None, "off")]
    for k in heads:
        fits = [hit for phrase in frames.nouns.get(scene.units[k].lower, ()) if (hit := _hit(scene, k, phrase, clause)) is not None]
        if fits:
            return next((hit for hit in fits if hit.theme is not None), fits[0]), k
    return None


def _hit(scene: Scene, k: int, phrase: NounPhrase, clause: Clause) -> Hit | None:
    frame = phrase.frame
    if frame.nominal == "visit":
        told = visit_noun(scene, k, k + 1, frame, clause)
        if told is not None:
            return replace(told, status=None)
    if frame.nominal != "theme" or not frame.theme:
        return Hit(frame, (k, k + 1), clause, None, None, _guests(scene, k), nominal=True)
    theme = next((m for m in range(k + 1, min(k + 8, len(scene.units))) if scene.kinds[m] & frame.theme), None)
    if theme is not None:
        return Hit(frame, (k, k + 1), clause, theme, scene.units[theme].span, nominal=True)
    span = scene.focus.last(frame.theme, scene.sentence.index, scene.units, scene.kinds, k)
    return Hit(frame, (k, k + 1), clause, None, span, nominal=True) if span else None


def _guests(scene: Scene, k: int) -> tuple[tuple[str, int], ...]:
    near = [m for m in range(max(0, k - 4), k) if scene.kinds[m] & {"person", "group"}]
    return tuple(("guest", m) for m in near)
