"""All that a sentence brings up: what its verbs, nouns and patterns tell, what is joined, repeated, put off."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.extract.events.carried.echoes import Model, echoes
from tieline.extract.events.carried.enumerations import enumerated, listed_noun, repeated
from tieline.extract.events.carried.gapping import gapped, joined, shortened
from tieline.extract.events.carried.postponed import in_its_place, moved, postponed
from tieline.extract.events.frame.frames import Frames
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.events.nouns.hits import noun_hits, visiting
from tieline.extract.events.nouns.visits import returned, staying, visit_noun
from tieline.extract.events.pattern_hits import pattern_hits
from tieline.extract.events.status.absent import absent, supposed
from tieline.extract.events.verbs.hits import verb_hits
from tieline.extract.events.when.anniversaries import anniversaries

TOLD_ONCE = frozenset(("meeting", "summit", "aid", "investment", "trade_deal"))


def hits_of(scene: Scene, frames: Frames, before: Sequence[Model]) -> list[Hit]:
    """All hits of a sentence, those that repeat one of them last."""
    off = _first(scene, frames)
    verbal = in_its_place(scene, _by_verbs(scene, frames))
    hits = _with_second_halves(scene, [*_with_guests(off, verbal), *verbal], verbal)
    echoed = [hit for hit in echoes(scene, verbal, before) if not any(hit.clause is other.clause for other in verbal)]
    hits += [*echoed, *shortened(scene, echoed)]
    hits += [*absent(scene, frames), *supposed(scene, frames)]
    hits += _by_nouns(scene, frames, verbal)
    hits += [*visiting(scene, frames), *staying(scene, frames), *returned(scene, frames), *pattern_hits(scene, frames)]
    hits = _with_lists(scene, hits, frames)
    hits += [other for hit in hits for other in joined(scene, hit)]
    return [*hits, *repeated(scene, hits)]


def _first(scene: Scene, frames: Frames) -> list[Hit]:
    """What is put off, and the foundings that anniversaries celebrate: their words tell of nothing else."""
    hits = [*postponed(scene, frames), *moved(scene, frames), *anniversaries(scene, dict(frames.by_id))]
    own = {c.verb.head for c in scene.clauses if c.link == "whose"}  # "the pact, whose text was agreed in May, was put off"
    for hit in hits:
        scene.used.update(set(range(*hit.trigger)) - own)
    return hits


def _with_guests(off: Sequence[Hit], found: Sequence[Hit]) -> list[Hit]:
    """The visits put off, with those who were to come: "was to have come in May, but the visit was put off"."""
    told = [hit for hit in found if hit.frame.type == "visit"]
    kept = []
    for hit in off:
        before = next((one for one in reversed(told) if one.trigger[1] <= hit.trigger[0]), None)
        if hit.frame.type != "visit" or hit.agents or before is None:
            kept.append(hit)
        elif hit.status != "cancelled" or hit.time is not None or (before.clause is not None and before.clause.verb.modal != "was to"):
            kept.append(replace(hit, agents=before.agents))
    return kept


def _by_verbs(scene: Scene, frames: Frames) -> list[Hit]:
    """What the verbs tell; a theme that would tell of it once more is used up."""
    found = [hit for clause in scene.clauses if clause.verb.head not in scene.used for hit in verb_hits(scene, clause, frames)]
    for hit in found:
        scene.used.update(range(*hit.trigger))
        if hit.theme is not None and (_is_of_talks(scene, hit.theme) or hit.frame.type in TOLD_ONCE or _same_type(scene, hit, frames)):
            scene.used.add(hit.theme)
    return [_of_whom(scene, hit, frames) for hit in found]


def _of_whom(scene: Scene, hit: Hit, frames: Frames) -> Hit:
    """A visit told to take place, with guest and host from beside its noun: "the visit to Lima by the premier takes place in May"."""
    noun, frame = hit.theme, frames.by_id.get("visit.paid")
    if hit.frame.id != "visit.took_place" or noun is None or frame is None or scene.units[noun].span != hit.theme_span:
        return hit
    told = visit_noun(scene, noun, noun + 1, frame, hit.clause)
    return replace(hit, frame=frame, agents=told.agents, theme=told.theme, theme_span=told.theme_span) if told is not None else hit


def _is_of_talks(scene: Scene, theme: int) -> bool:
    return bool(scene.kinds[theme] & {"talks", "round"})


def _same_type(scene: Scene, hit: Hit, frames: Frames) -> bool:
    """Whether the theme of a verb would tell of an event of the same type once more: "upheld the ruling"."""
    word = scene.units[hit.theme].lower if hit.theme is not None else ""
    return any(phrase.frame.type == hit.frame.type for phrase in frames.nouns.get(word, ()))


def _with_second_halves(scene: Scene, hits: list[Hit], verbal: Sequence[Hit]) -> list[Hit]:
    """The hits and those of second halves that say less: "Orsenda recognised it in May and Tavonia in June"."""
    second = [*gapped(scene, verbal), *shortened(scene, verbal)]
    scene.gap = min((hit.trigger[0] for hit in second), default=scene.gap)
    return [*(_before_gap(scene, hit) for hit in hits), *second] if second else hits


def _before_gap(scene: Scene, hit: Hit) -> Hit:
    """A hit without those who belong to the second half behind it."""
    if hit.nominal or hit.clause is None or hit.clause.verb.end > scene.gap:
        return hit
    return replace(hit, agents=tuple((role, k) for role, k in hit.agents if k < scene.gap))


def _by_nouns(scene: Scene, frames: Frames, verbal: Sequence[Hit]) -> list[Hit]:
    """What nouns tell, save those that only name again what a verb told."""
    found = [hit for hit in noun_hits(scene, frames) if not _apposed(scene, hit, verbal) and not _same_trip(scene, hit, verbal)]
    scene.used.update(hit.theme for hit in found if hit.theme is not None and hit.frame.type in TOLD_ONCE)
    return found


def _apposed(scene: Scene, hit: Hit, found: Sequence[Hit]) -> bool:
    """Whether a noun only names again what a verb told: "met on Tuesday, their first meeting since May"."""
    k = hit.trigger[0] - 1
    while k > 0 and scene.units[k].tag in ("determiner", "noun", "number", "adverb", "pronoun"):
        k -= 1
    same = any(one.frame.type == hit.frame.type and one.trigger[1] <= k for one in found)
    return same and scene.units[k].text == "," and k + 1 < hit.trigger[0]


def _same_trip(scene: Scene, hit: Hit, found: Sequence[Hit]) -> bool:
    """Whether a noun only says of what kind the journey of the verb is: "arrives in Lima on Thursday on a two-day visit"."""
    if hit.frame.type != "visit" or not any(one.frame.type == "visit" and one.clause is hit.clause for one in found):
        return False
    k = hit.trigger[0] - 1
    while k > 0 and (scene.units[k].tag in ("noun", "number", "adverb", "time") or scene.units[k].lower in ("a", "an")):
        k -= 1
    return scene.units[k].lower in ("on", "for") and scene.units[k + 1].lower in ("a", "an")


def _with_lists(scene: Scene, hits: list[Hit], frames: Frames) -> list[Hit]:
    """The hits with what a list tells one by one in place of the noun for all of it."""
    one_by_one = list(enumerated(scene, frames))
    noun = listed_noun(scene) if one_by_one else None
    return [*(hit for hit in hits if noun is None or (hit.theme != noun and hit.trigger[0] != noun)), *one_by_one]
