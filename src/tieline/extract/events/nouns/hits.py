"""Events told by nouns: "the signing of the accord", "her visit to Lima"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tieline.extract.events.frame.dates import dated
from tieline.extract.events.frame.frames import BARGAINS, Frame, Frames, NounPhrase
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.events.nouns.borne import is_borne_out
from tieline.extract.events.nouns.leads import home_of
from tieline.extract.events.nouns.meetings import meeting_noun
from tieline.extract.events.nouns.visits import visit_noun
from tieline.extract.events.when.adjuncts import beyond_adjuncts, match_around
from tieline.extract.events.when.timing import scheduled
from tieline.extract.events.who.agents import around, noun_agents
from tieline.extract.events.who.themes import of_noun, slot
from tieline.extract.syntax.nouns import is_actor
from tieline.extract.syntax.unit import Unit

REACH = 10
TOGETHER = frozenset(("meeting", "summit"))

DESCRIBED = frozenset(
    ("dispute", "project", "aid", "investment", "trade_deal", "agreement")
)  # where a noun before another only describes it


def noun_hits(scene: Scene, frames: Frames) -> Iterator[Hit]:
    """The events of all event nouns that no verb has taken."""
    told = 0  # where the words of the last event noun end: "telephone conversation" is one
    for k, unit in enumerate(scene.units):
        if k < told or k in scene.used or unit.tag not in ("noun", "verb") or unit.lower not in frames.nouns:
            continue
        if unit.tag == "verb" and any(c.verb.start <= k < c.verb.end for c in scene.clauses):
            continue
        if _only_modifies(scene, k, frames):
            continue
        fits = [hit for phrase in frames.nouns[unit.lower] if (hit := _noun_fit(scene, k, phrase)) is not None]
        named = [hit for hit in fits if hit.theme != k]
        if fits:  # of things spoken of before, the last one is meant: "its completion"
            best = (
                _first_told(scene, named) if named else max(fits, key=lambda hit: (hit.theme_span is not None, hit.theme_span or unit.span))
            )
            told = best.trigger[1]
            yield best


def _first_told(scene: Scene, fits: list[Hit]) -> Hit:
    """The first reading of a noun with its thing; one that asks for a time only where one is there."""
    timed = any(dated(u) for u in scene.units)
    return next((hit for hit in fits if timed or not hit.frame.dated), fits[0])


def _only_modifies(scene: Scene, k: int, frames: Frames) -> bool:
    """Whether an event noun describes another noun, or is a verb: "the ruling party", "summit meeting", "after hearing the report"."""
    units = scene.units
    if k + 1 >= len(units):
        return False
    after, ing = units[k + 1], units[k].lower.endswith("ing")
    if ing and after.tag == "determiner":
        return k == 0 or units[k - 1].tag != "determiner"
    told_twice = after.tag == "noun" and any(
        one.frame.type in TOGETHER and one.frame.nominal != "theme" for one in frames.nouns.get(after.lower, ())
    )
    same = any(one.rest is None and one.frame.type in TOGETHER and one.frame.nominal != "theme" for one in frames.nouns[units[k].lower])
    described = units[k].lower in scene.words["describing"] and (after.tag in ("actor", "noun") or "unknown" in scene.kinds[k + 1])
    return described or (told_twice and same)


def _noun_fit(scene: Scene, k: int, phrase: NounPhrase) -> Hit | None:
    end = k + 1
    if phrase.frame.type in DESCRIBED and _describes(scene, k):
        return None
    if phrase.rest is not None:
        match = phrase.rest.match(scene.units, end, lambda kind, tokens, i: slot(scene, kind, i))  # type: ignore[arg-type]
        match = match or match_around(scene, phrase.rest, end, end=len(scene.units))
        if match is None:
            return None
        end = match.end - 1 if dated(scene.units[match.end - 1]) else match.end
    frame, clause = phrase.frame, home_of(scene, k)
    if frame.nominal == "visit":
        return visit_noun(scene, k, end, frame, clause)
    if frame.nominal == "between two" and scene.kinds[k] == {"summit"} and scene.units[k - 1].lower == "summit":
        return None  # "at their summit meeting in Lima"
    if frame.nominal == "between two":
        return meeting_noun(scene, k, end, frame, clause)
    if frame.nominal == "light":
        subject = clause is not None and k in clause.subject and clause.verb.lemma in scene.words["light"]
        return Hit(frame, (k, end), clause, None, None, tuple(noun_agents(scene, k, frame)), nominal=True) if subject else None
    if frame.nominal == "free" and (not scene.kinds[k] & frame.theme or _on_margins(scene, k)):
        return None
    if frame.nominal == "free":
        present = tuple(noun_agents(scene, k, frame))
        near = any(dated(u) for u in (*scene.units[max(0, k - 4) : k], *_own(scene, end)))
        near = near or scheduled(scene, Hit(frame, (k, end), clause, nominal=True)) is not None
        return Hit(frame, (k, end), clause, None, None, present, nominal=True) if present or near else None
    led = phrase.rest is not None and scene.units[end - 1].tag == "preposition"  # "the decision on"
    chain = (m for _, m in _of_chain(scene, end - led) if scene.kinds[m] & frame.theme)
    theme = next((m for m in chain if not _before_head(scene, m) and not of_noun(scene, m, frame)), None)
    theme = _of_which(scene, k, end, frame.theme) if theme is None else theme
    if theme is None:
        back = [m for m in range(max(0, k - 3), k) if scene.kinds[m] & frame.theme and _joined_up(scene, m, k)]
        theme = back[-1] if back else None
    if theme is None:
        if led or phrase.derived or _of_somebody(scene, k, frame):
            return None
        span = scene.focus.last(frame.theme, scene.sentence.index, scene.units, scene.kinds, k) if phrase.bare or _its(scene, k) else None
        return Hit(frame, (k, end), clause, k, span, (), nominal=True) if span else None
    if frame.type in BARGAINS and _purpose(scene, k):
        return None
    if phrase.derived and not is_borne_out(scene, k, theme, frame):
        return None
    agents = around(scene, [theme], len(scene.units), frame) + noun_agents(scene, k, frame)
    return Hit(frame, (k, end), clause, theme, scene.units[theme].span, tuple(agents), nominal=True)


def _of_somebody(scene: Scene, k: int, frame: Frame) -> bool:
    """Whether an event is that of a person who takes office, and of no work spoken of before: "came for Vael's inauguration"."""
    if frame.type != "project" or k < 1:
        return False
    units = scene.units
    owner = units[k - 2].mention if k > 1 and units[k - 1].tag == "'s" else None
    return units[k - 1].lower in ("his", "her") or getattr(owner, "kind", None) == "person"


def _on_margins(scene: Scene, k: int) -> bool:
    """Whether a gathering only tells beside what others met: "on the sidelines of the Gulf Council summit"."""
    before = [unit.lower for unit in scene.units[max(0, k - 8) : k]]
    return any(word in scene.words["margins"] and after == "of" for word, after in pairwise(before))


def _of_which(scene: Scene, k: int, end: int, wanted: frozenset[str]) -> int | None:
    """The thing before an aside that tells of it: "an air accord, the signature of which is due in May"."""
    units = scene.units
    if end + 1 >= len(units) or units[end].lower != "of" or units[end + 1].lower != "which":
        return None
    return next((m for m in range(k - 1, max(-1, k - REACH), -1) if scene.kinds[m] & wanted), None)


def _purpose(scene: Scene, k: int) -> bool:
    """Whether a noun only tells what money is for: "a credit for the purchase of tractors"."""
    before = k - 1
    while before > 0 and scene.units[before].tag in ("determiner", "number"):
        before -= 1
    paid = {"credit", "loan", "money", "funds", "relief", "agreement", "contract"}
    given = any(scene.kinds[m] & paid for m in range(max(0, before - 4), before))
    return given and scene.units[before].lower == "for"


def _joined_up(scene: Scene, m: int, k: int) -> bool:
    """Whether a thing stands before an event noun in one noun phrase: "the treaty signing", not "a statement announcing the signing"."""
    return scene.units[m].tag in ("noun", "agreement") and not any(u.tag in ("verb", "determiner", "sign") for u in scene.units[m + 1 : k])


def _own(scene: Scene, end: int) -> Sequence[Unit]:
    """The words behind a noun up to the next verb, a few of them: "the session of the committee in Lome in June"."""
    stop = next(
        (m for m in range(end, min(end + REACH, len(scene.units))) if scene.units[m].tag in ("verb", "be", "modal", "sign")), end + 5
    )
    return scene.units[end : max(stop, min(end + 5, len(scene.units)))]


def _describes(scene: Scene, k: int) -> bool:
    """Whether a noun stands before another one that it describes: "the ruling party", "handover talks"; a ceremony tells of its event."""
    after = scene.units[k + 1] if k + 1 < len(scene.units) else None
    return after is not None and after.tag in ("noun", "actor", "agreement") and after.lower not in scene.words["ceremonies"]


def _before_head(scene: Scene, k: int) -> bool:
    """Whether a noun only describes the one behind it: "the East Terminal memorandum"."""
    return k + 1 < len(scene.units) and scene.units[k].tag == "noun" and scene.units[k + 1].tag == "agreement"


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
    end += end < len(units) and units[end].lower in scene.words["ceremonies"]
    end = beyond_adjuncts(scene, end)
    if end >= len(units) or units[end].lower not in ("of", "for", "on", "to", "from"):
        return
    if units[end].lower == "to" and end + 1 < len(units) and units[end + 1].form("base"):
        return  # "the decision to suspend work"
    for m in range(end + 1, min(end + 9, len(units))):
        if units[m].tag in ("be", "modal", "relative", "subordinator") or (units[m].tag == "sign" and units[m].text != "-"):
            return
        if units[m].tag == "verb" and units[m - 1].tag == "coordinator":
            return  # "a renewal of the programmes and sought an agreement"
        if m > end + 1 and units[m].tag == "preposition" and not (units[m].lower == "in" and units[m - 1].tag == "quantity"):
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
