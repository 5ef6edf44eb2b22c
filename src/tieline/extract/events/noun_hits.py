"""Events told by nouns: "the signing of the accord", "her visit to Lima"."""

from collections.abc import Iterator

from tieline.extract.events.agents import around, noun_agents
from tieline.extract.events.frames import Frame, Frames, NounPhrase
from tieline.extract.events.scene import Hit, Scene
from tieline.extract.events.themes import slot
from tieline.extract.events.timing import dated
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import attached, is_actor, modifiers


def noun_hits(scene: Scene, frames: Frames) -> Iterator[Hit]:
    """The events of all event nouns that no verb has taken."""
    for k, unit in enumerate(scene.units):
        if k in scene.used or unit.tag not in ("noun", "verb") or unit.lower not in frames.nouns:
            continue
        if unit.tag == "verb" and any(c.verb.start <= k < c.verb.end for c in scene.clauses):
            continue
        fits = [hit for phrase in frames.nouns[unit.lower] if (hit := _noun_fit(scene, k, phrase)) is not None]
        named = [hit for hit in fits if hit.theme != k]
        if fits:  # of things spoken of before, the last one is meant: "its completion"
            yield named[0] if named else max(fits, key=lambda hit: (hit.theme_span is not None, hit.theme_span or unit.span))


def _noun_fit(scene: Scene, k: int, phrase: NounPhrase) -> Hit | None:
    end = k + 1
    if phrase.rest is not None:
        match = phrase.rest.match(scene.units, end, lambda kind, tokens, i: slot(scene, kind, i))  # type: ignore[arg-type]
        if match is None:
            return None
        end = match.end - 1 if dated(scene.units[match.end - 1]) else match.end
    frame, clause = phrase.frame, home_of(scene, k)
    if frame.nominal == "visit":
        return _visit_noun(scene, k, end, frame, clause)
    if frame.nominal == "between two":
        return _meeting_noun(scene, k, end, frame, clause)
    if frame.nominal == "light":
        subject = clause is not None and k in clause.subject and clause.verb.lemma in scene.words["light"]
        return Hit(frame, (k, end), clause, None, None, tuple(noun_agents(scene, k, frame)), nominal=True) if subject else None
    if frame.nominal == "free" and not scene.kinds[k] & frame.theme:
        return None
    if frame.nominal == "free":
        present = tuple(noun_agents(scene, k, frame))
        near = any(dated(u) for u in (*scene.units[max(0, k - 4) : k], *scene.units[end : end + 5]))
        return Hit(frame, (k, end), clause, None, None, present, nominal=True) if present or near else None
    theme = next((m for _, m in _of_chain(scene, end) if scene.kinds[m] & frame.theme), None)
    if theme is None:
        back = [m for m in range(max(0, k - 3), k) if scene.kinds[m] & frame.theme and scene.units[m].tag in ("noun", "agreement")]
        theme = back[-1] if back else None
    if theme is None:
        span = scene.focus.last(frame.theme, scene.sentence.index, scene.units, scene.kinds, k) if phrase.bare or _its(scene, k) else None
        return Hit(frame, (k, end), clause, k, span, (), nominal=True) if span else None
    agents = around(scene, [theme], len(scene.units), frame) + noun_agents(scene, k, frame)
    return Hit(frame, (k, end), clause, theme, scene.units[theme].span, tuple(agents), nominal=True)


def visiting(scene: Scene, frames: Frames) -> Iterator[Hit]:
    """The visit in "the visiting prime minister"."""
    frame = frames.by_id.get("visit.paid")
    for k, unit in enumerate(scene.units):
        if frame is not None and is_actor(unit) and "visiting" in unit.lower.split()[:2]:
            yield Hit(frame, (k, k + 1), None, None, None, (("guest", k),), nominal=True, status="ongoing")


def _its(scene: Scene, k: int) -> bool:
    return k > 0 and scene.units[k - 1].lower in ("its", "their")


def _of_chain(scene: Scene, end: int) -> Iterator[tuple[str, int]]:
    """The nouns behind a nominal trigger: "conclusion of substantial negotiations to upgrade the pact"."""
    units = scene.units
    if end < len(units) and units[end].lower == "by":
        end = _behind_doer(scene, end)
    if end >= len(units) or units[end].lower not in ("of", "for", "on", "to"):
        return
    if units[end].lower == "to" and end + 1 < len(units) and units[end + 1].form("base"):
        return  # "the decision to suspend work"
    for m in range(end + 1, min(end + 9, len(units))):
        if units[m].tag in ("sign", "be", "modal", "relative", "subordinator"):
            return
        if m > end + 1 and units[m].tag == "preposition":
            return
        yield units[end].lower, m


def _behind_doer(scene: Scene, by: int) -> int:
    """Where the thing follows on the doer: "the lifting by Orsenda, in two steps, of the ban"."""
    for m in range(by + 1, min(by + 12, len(scene.units))):
        if scene.units[m].lower == "of" and is_actor(scene.units[by + 1]):
            return m
        if scene.units[m].tag in ("be", "modal", "relative", "subordinator", "verb"):
            break
    return by


def home_of(scene: Scene, k: int) -> Clause | None:
    """The clause in which a word stands."""
    inside = [c for c in scene.clauses if c.left <= k < c.right]
    around = [c for c in scene.clauses if k in c.subject and c.verb.finite and c.kind != "relative"]
    holding = [c for c in inside if c.verb.start < k or k in c.subject or c.kind != "participle"]
    return next(iter([c for c in around if c.left <= k] or holding or around or inside), None)


def _visit_noun(scene: Scene, k: int, end: int, frame: Frame, clause: Clause | None) -> Hit | None:
    guests = [
        m
        for m in modifiers(scene.units, k)
        if scene.kinds[m] & {"person", "group", "unknown", "organization"} or scene.units[m].lower in scene.words["owners"]
    ]
    places: list[int] = []
    for preposition, m in attached(scene.units, k, min(len(scene.units), k + 14)):
        if preposition in ("to", "in", "of") and "destination" in scene.kinds[m]:
            places.append(m)
        elif preposition in ("by", "of") and "person" in scene.kinds[m]:
            guests.append(m)
    apart = _traveller(scene, k) if not guests else None
    if not guests and apart is None:
        return None
    guests = guests or [apart[0]] if apart else guests
    agents = [("guest", m) for m in guests if is_actor(scene.units[m]) or scene.units[m].lower in scene.words["owners"]]
    place = places[0] if places else None
    span = scene.units[place].span if place is not None else None
    status = "ongoing" if apart and apart[1] and not any(dated(u) for u in scene.units[k : k + 6]) else None
    return Hit(frame, (k, end), clause, place, span, tuple(agents), nominal=True, status=status)


def _traveller(scene: Scene, k: int) -> tuple[int, bool] | None:
    """Who is on a visit told beside the name, and whether the visit goes on: "the premier, on a visit to Lima, met ..."."""
    units = scene.units
    on = next((m for m in range(k - 1, max(0, k - 6), -1) if units[m].lower in ("on", "during", "paying")), None)
    if on is None or any(units[m].tag == "verb" and units[m].lower != "paying" for m in range(on, k)):
        return None
    before = on - 1 if units[on - 1].text == "," else on
    while before > 1 and units[before - 1].lower in ("currently", "now", "is", "who"):
        before -= 1
    if units[on - 1].text == "," and "person" in scene.kinds[before - 1]:
        return before - 1, units[on].lower != "during"
    home = home_of(scene, k)
    people = [m for m in (home.subject if home is not None else []) if "person" in scene.kinds[m]]
    return (people[0], False) if people and units[on].lower == "during" else None


def _meeting_noun(scene: Scene, k: int, end: int, frame: Frame, clause: Clause | None) -> Hit | None:
    agents = noun_agents(scene, k, frame)
    people = [m for _, m in agents if scene.kinds[m] & {"person", "group"}]
    several = len(people) > 1 or any(getattr(scene.units[m].mention, "plural", False) for m in people)
    return Hit(frame, (k, end), clause, None, None, tuple(agents), nominal=True) if several else None
