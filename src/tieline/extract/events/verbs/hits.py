"""Events told by verbs: the frames that fit a clause."""

from dataclasses import replace

from tieline.extract.events.frame.dates import dated
from tieline.extract.events.frame.frames import Frame, Frames, VerbPhrase
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.events.verbs.form_bars import FORM_BARS, plan_of
from tieline.extract.events.verbs.reach import has_what_it_asks
from tieline.extract.events.verbs.sense_bars import SENSE_BARS
from tieline.extract.events.verbs.tries import Try
from tieline.extract.events.verbs.uses import USES
from tieline.extract.events.verbs.words import rest_of
from tieline.extract.events.who.agents import agent_fits
from tieline.extract.syntax.clause import Clause

ROUND, CLOSE = "negotiation.round", 4  # letters between "round" and the talks that it is one of


def verb_hits(scene: Scene, clause: Clause, frames: Frames) -> list[Hit]:
    """The frames that fit a clause: the closest one, and others for further objects ("established ties and a partnership")."""
    found: list[Hit] = []
    if _held_to_be(scene, clause):
        return found
    lemmas = (*clause.verb.lemmas, "be") if clause.verb.passive else clause.verb.lemmas
    for lemma in lemmas:
        for phrase in frames.verbs.get(lemma, ()):
            if phrase.needed is not None and phrase.needed.isdisjoint(scene.lowers):
                continue
            hit = _fit(scene, clause, phrase, frames)
            if (
                hit is not None
                and found
                and _pronoun(scene, found[0])
                and (not _pronoun(scene, hit) or _later(hit, found[0]) or _is_next_round(scene, hit, found[0]))
            ):
                found[0] = hit
            elif hit is not None and (not found or _joined(scene, found[0], hit)):
                found.append(hit)
    return _with_own_times(scene, found)


def _held_to_be(scene: Scene, clause: Clause) -> bool:
    """Whether a passive says what something is held to be, and not that it is weighed: "is considered one of the largest ports"."""
    if not clause.verb.passive or clause.verb.lemma not in scene.words["regarded"] or clause.verb.end >= len(scene.units):
        return False
    return scene.units[clause.verb.end].tag in ("determiner", "pronoun", "noun", "number", "agreement")


def _with_own_times(scene: Scene, hits: list[Hit]) -> list[Hit]:
    """Each of two things done by one verb with the time right behind it: "established ties in May 1973, and a partnership in 2009"."""
    own = [next((u.span for u in scene.units[hit.theme + 1 : hit.theme + 4] if dated(u)), None) if hit.theme else None for hit in hits]
    return [replace(hit, time=time) for hit, time in zip(hits, own, strict=True)] if len(hits) > 1 and all(own) else hits


def _pronoun(scene: Scene, hit: Hit) -> bool:
    return hit.theme is not None and scene.units[hit.theme].span != hit.theme_span


def _later(one: Hit, other: Hit) -> bool:
    """Whether a pronoun's thing was spoken of more lately in the one reading than in the other."""
    return one.theme_span is not None and other.theme_span is not None and one.theme_span > other.theme_span


def _is_next_round(scene: Scene, one: Hit, other: Hit) -> bool:
    """Whether a number stands for a round of the talks told last: "held the third round of talks in March. The fourth is due in May"."""
    if one.theme_span is None or other.theme_span is None or one.theme is None or one.frame.id != ROUND:
        return False
    numbered = scene.units[one.theme].lower in scene.words.tables["counts"]
    return numbered and 0 <= other.theme_span.start - one.theme_span.end <= CLOSE


def _joined(scene: Scene, one: Hit, other: Hit) -> bool:
    """Whether the themes of two hits of one verb are joined by "and"."""
    if one.theme is None or other.theme is None or one.theme == other.theme or one.frame.type == other.frame.type:
        return False
    low, high = sorted((one.theme, other.theme))
    between = [u for k, u in enumerate(scene.units[low + 1 : high], low + 1) if not (u.tag == "preposition" and dated(scene.units[k + 1]))]
    return any(u.tag == "coordinator" for u in between) and not any(u.tag in ("preposition", "verb") for u in between)


def _fit(scene: Scene, clause: Clause, phrase: VerbPhrase, frames: Frames) -> Hit | None:
    """What a verb phrase tells in a clause; None where it is not there, or tells something else."""
    rest = rest_of(scene, clause, phrase)
    if rest is None:
        return None
    one = Try(scene, clause, phrase, rest[0])
    if any(bar(one) for bar in FORM_BARS) or _for_another_verb(one):
        return None
    found = USES[phrase.use](scene, clause, phrase, rest[0])
    if found is None or (phrase.frame.agent and not agent_fits(scene, clause, phrase.frame)):
        return None
    (head, span), agents = found
    one = replace(one, head=head)
    if not has_what_it_asks(one) or any(bar(one) for bar in SENSE_BARS):
        return None
    words = (phrase.lemma, *(u.lower for u in scene.units[clause.verb.end : rest[0]]))
    frame, trigger = _step(one, frames), (clause.verb.start, rest[0])
    return Hit(frame, trigger, clause, head, span, tuple(agents), rest[1], words=words, status=plan_of(one))


def _for_another_verb(one: Try) -> bool:
    """Whether the words open an infinitive: "agreed to let it go" is no agreement to talks, "called on them to sign" no call."""
    if one.phrase.use == "does" and _opens_infinitive(one.scene, one.phrase, one.end):
        return True
    asked = one.frame.type == "meeting" and one.phrase.lemma in one.scene.words["clause_takers"]
    return asked and any(c.kind == "infinitive" and c.parent is one.clause for c in one.scene.clauses)


def _opens_infinitive(scene: Scene, phrase: VerbPhrase, end: int) -> bool:
    """Whether the "to" that ends a verb phrase opens an infinitive: "they agreed to let it go" is no agreement to talks."""
    ends = phrase.rest is not None and phrase.rest.source.split()[-1:] == ["to"]
    return ends and end < len(scene.units) and scene.units[end].tag == "verb" and scene.units[end].form("base") is not None


def _step(one: Try, frames: Frames) -> Frame:
    """The frame that fits, or the one for its beginning ("started to build the dam") or its return ("opened talks again")."""
    frame, clause = one.frame, one.clause
    begun = clause.parent is not None and clause.parent.verb.lemma in ("begin", "start", "commence")
    if frame.id == "project.built" and (begun or (clause.verb.progressive and not clause.verb.modal)):
        frame = frames.by_id.get("project.started", frame)
    return frames.by_id.get(frame.again, frame) if frame.again and _again(one.scene, clause) else frame


def _again(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells that something is done once more: "opened talks again"."""
    behind = scene.units[clause.verb.start : clause.right]
    return any(u.tag == "adverb" and u.lower in scene.words["once_more"] for u in behind)
