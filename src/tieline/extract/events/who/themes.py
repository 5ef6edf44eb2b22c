"""What an event happens to: the first thing of a class that its frame wants."""

from collections.abc import Iterator, Sequence

from tieline.extract.events.frame.dates import dated
from tieline.extract.events.frame.focus import REACH
from tieline.extract.events.frame.frames import Frame, VerbPhrase
from tieline.extract.events.frame.scene import Scene
from tieline.extract.syntax.clause import Clause, Phrase
from tieline.model.span import Span

NEXT = 1  # sentences over which "it" means a meeting
Theme = tuple[int, Span]  # the head of what an event happens to, and the words that name it


def theme_of(scene: Scene, heads: Sequence[int], frame: Frame) -> tuple[int | None, Span | None] | None:
    """The first head of a class that the frame wants; a pronoun stands for what was spoken of last."""
    if not frame.theme:
        return None, None
    for k in (_whole_head(scene, head, frame) for head in heads):
        inside = _held(scene, k)
        if inside is not None and scene.kinds[inside] & frame.theme:
            return inside, scene.units[inside].span
        if inside is not None and scene.kinds[inside] and not _only(scene, k, frame):
            continue  # "blocked shipments of oil" tells of oil
        if scene.kinds[k] & frame.theme and not of_noun(scene, k, frame):
            thing = _paper_on(scene, k, heads, frame)
            return thing, scene.units[thing].span
        found = _part_of(scene, k, frame) or _meant_by_pronoun(scene, k, frame) or _through(scene, k, frame)
        if found:
            return found
    return None


def _paper_on(scene: Scene, k: int, heads: Sequence[int], frame: Frame) -> int:
    """The agreement that is on a thing, for the thing: "an agreement on visa exemption, signed in June, was ratified"."""
    units = scene.units
    if units[k].tag != "noun":
        return k
    papers = (m for m in heads if m < k and units[m].tag == "agreement" and scene.kinds[m] & frame.theme)
    return next((m for m in papers if units[m + 1].lower in ("on", "for", "about", "concerning", "regarding")), k)


def _is_partitive(scene: Scene, k: int) -> bool:
    return k + 1 < len(scene.units) and scene.units[k + 1].lower == "of"


def _part_of(scene: Scene, k: int, frame: Frame) -> Theme | None:
    """What is counted out of a whole: "one of our consuls", "three of them will be delivered"."""
    unit = scene.units[k]
    counted = unit.tag in ("number", "quantity") or unit.lower in scene.words["counting"] | scene.words["quantifying"]
    if not counted or not _is_partitive(scene, k):
        return None
    member = _member(scene, k, frame)
    if member is not None:
        return member
    back = k + 2 < len(scene.units) and scene.units[k + 2].lower in ("them", "these", "which")
    meant = _last(scene, k, frame) if back and not frame.named and not _others_told(scene, k, frame) else None
    return (k, meant) if meant else None


def _meant_by_pronoun(scene: Scene, k: int, frame: Frame) -> Theme | None:
    """What "it" or "this" stands for: the last of its class that was spoken of."""
    if scene.units[k].lower not in scene.words["back"] or _is_partitive(scene, k) or frame.named:
        return None
    span = None if _opens_clause(scene, k) or _of_other(scene, k) else _last(scene, k, frame)
    return (k, span) if span else None


def _through(scene: Scene, k: int, frame: Frame) -> Theme | None:
    """What stands behind "of" after a word that tells nothing of its own: "the text of the treaty", "plans for a railway"."""
    unit = scene.units[k]
    planned = unit.lower in scene.words["plans"] and "project" in frame.theme
    open_ = planned or unit.lower in scene.words["transparent"] or (unit.tag == "time" and _is_partitive(scene, k))
    return _member(scene, k, frame) if open_ else None


def _member(scene: Scene, k: int, frame: Frame) -> Theme | None:
    member = next((m for _, m in _of(scene, k) if scene.kinds[m] & frame.theme), None)
    return None if member is None else (member, scene.units[member].span)


def _last(scene: Scene, k: int, frame: Frame) -> Span | None:
    reach = NEXT if frame.type == "meeting" else REACH
    return scene.focus.last(frame.theme, scene.sentence.index, scene.units, scene.kinds, k, reach)


def _only(scene: Scene, k: int, frame: Frame) -> bool:
    """Whether a word is nothing else than what its frame wants: "the first shipment of tea" is a first cargo before it is tea."""
    return bool(scene.kinds[k]) and scene.kinds[k] <= frame.theme


def _others_told(scene: Scene, k: int, frame: Frame) -> bool:
    """Whether the sentence has told of several other things, which "them" goes back to: "50 clinics opened, and 70 percent of them are"."""
    several = [n for n in range(k) if scene.units[n].tag == "noun" and scene.units[n].lower.endswith("s")]
    return bool(several) and not any(scene.kinds[n] & frame.theme for n in several)


def _whole_head(scene: Scene, k: int, frame: Frame) -> int:
    """The noun that two kinds before it describe together: "a road and rail bridge" is a bridge."""
    units = scene.units
    if k + 3 >= len(units) or units[k].tag != "noun" or units[k + 1].lower != "and":
        return k
    last = k + 2
    while last + 1 < len(units) and units[last + 1].tag == "noun":
        last += 1
    row = all(one.tag in ("noun", "adjective") for one in units[k + 2 : last + 1])
    return last if last > k + 2 and row and scene.kinds[last] & frame.theme else k


def _held(scene: Scene, k: int) -> int | None:
    """What a word that only holds or measures is filled with: "a shipment of rice", "the first tranche of a loan"."""
    if scene.units[k].lower not in scene.words["holding"] or k + 1 >= len(scene.units) or scene.units[k + 1].lower != "of":
        return None
    last = None
    for m in range(k + 2, min(k + 8, len(scene.units))):
        if scene.units[m].tag not in ("determiner", "noun", "number", "quantity", "actor", "agreement"):
            break
        if scene.units[m].tag in ("noun", "agreement"):
            last = m
    return last


def _opens_clause(scene: Scene, k: int) -> bool:
    """Whether a "that" opens what is said: "decide that the army was to blame"."""
    after = scene.units[k + 1] if k + 1 < len(scene.units) else None
    return scene.units[k].lower == "that" and after is not None and after.tag in ("actor", "noun", "pronoun", "determiner", "agreement")


def of_noun(scene: Scene, k: int, frame: Frame) -> bool:
    """Whether a country only tells whose a thing is: "attacks Tavonian farm rules"."""
    behind = scene.units[k + 1] if k + 1 < len(scene.units) else None
    return scene.kinds[k] & frame.theme == {"country"} and behind is not None and behind.tag in ("noun", "actor", "'s")


def _of_other(scene: Scene, k: int) -> bool:
    """Whether a relative word hangs on a noun of another class: "the coffee year which ended"."""
    if scene.units[k].tag != "relative" or k == 0:
        return False
    return scene.units[k - 1].tag == "noun"  # its own antecedent is among the heads already


def _goes_on(scene: Scene, k: int) -> bool:
    """Whether a list goes on behind a unit: "and", or a comma and "and"."""
    behind = scene.units[k + 1 : k + 3]
    return any(u.tag == "coordinator" for u in (behind[1:] if behind and behind[0].text == "," else behind[:1]))


def objects(scene: Scene, clause: Clause, end: int, phrase: VerbPhrase) -> list[int]:
    """The heads of the direct object, or of what follows the last preposition of the verb phrase."""
    found: list[int] = []
    inside = phrase.split
    behind = scene.reaching(clause, end) if inside or end > clause.right else None
    if behind is not None:
        return [p.head for p in behind.after if p.preposition is None] + [p.head for p in clause.after if p.preposition is None]
    for p in clause.after:
        if p.head < end and (not inside or p.preposition is not None):
            continue
        if not found and scene.units[p.head].tag == "time" and not _length_of(scene, p.head):
            continue
        plain = phrase.rest is None or phrase.rest.source in scene.words["particles"]
        if not found and p.preposition in ("from", "with", "to", "in") and scene.units[p.head].tag == "actor" and plain:
            continue  # "signed with Orsenda a treaty of friendship"
        apposed = bool(found) and scene.units[found[-1]].tag == "actor" and _one_phrase(scene, found[-1], p.head)
        if found and p.preposition == "in" and scene.units[found[-1]].tag == "quantity":
            found.append(p.head)  # "froze 2 billion dollars in assets"
            continue
        if found and p.preposition is not None and p.preposition != "of" and not apposed:
            if scene.units[p.head].tag == "time" and _goes_on(scene, p.head):
                continue  # "established ties in 1973 and a partnership in 2015"
            break
        if p.preposition is None or apposed or (not found and phrase.rest is not None and p.head >= end):
            if scene.units[p.head].tag != "time" or _length_of(scene, p.head):
                found.append(p.head)
        elif p.preposition == "of" and found and scene.units[found[-1]].lower in scene.words["transparent"] | scene.words["carrying"]:
            found.append(p.head)
        elif not found and not _aside(scene, clause, p):
            break
    return found


def _one_phrase(scene: Scene, owner: int, head: int) -> bool:
    """Whether an actor stands before a head in its own noun phrase: "handed over Sorrelian jets", "a Sorrelian hotel chain"."""
    return head > owner and all(unit.tag in ("noun", "number") for unit in scene.units[owner + 1 : head])


def _aside(scene: Scene, clause: Clause, p: Phrase) -> bool:
    """Whether words about place or manner stand before the object: "concluded in substance in Lima the negotiations on ..."."""
    behind = next((one for one in clause.after if one.head > p.head), None)
    closes = scene.units[p.head].tag == "time"  # "received at the palace today the envoy of Orsenda"
    opens = closes or (p.head + 1 < len(scene.units) and scene.units[p.head + 1].tag in ("determiner", "preposition", "agreement", "time"))
    return (
        p.preposition in scene.words["asides"]
        and opens
        and behind is not None
        and (behind.preposition is None or _aside(scene, clause, behind))
    )


def _length_of(scene: Scene, k: int) -> bool:
    """Whether a time only says how long something was: "ended 82 years of relations", "held three days of talks"."""
    return scene.units[k].tag == "time" and k + 1 < len(scene.units) and scene.units[k + 1].lower == "of" and not dated(scene.units[k])


def _of(scene: Scene, head: int) -> Iterator[tuple[str, int]]:
    k = head + 1
    if k < len(scene.units) and scene.units[k].lower in ("of", "on", "for"):
        while k + 1 < len(scene.units) and k < head + 9:
            k += 1
            if scene.kinds[k]:
                yield "of", k
            if scene.units[k].tag in ("sign", "verb", "preposition", "be", "modal"):
                break


def slot(scene: Scene, kind: str, i: int) -> Iterator[tuple[int, object]]:
    """Where a slot of a class may end that opens at a unit."""
    k = i
    while k < len(scene.units) and k < i + 7:
        if kind in scene.kinds[k]:
            yield k + 1, scene.units[k].span
        if kind in ("time", "year") and scene.units[k].tag not in ("determiner", "adverb"):
            break
        if (
            scene.units[k].tag not in ("determiner", "noun", "number", "verb", "adverb", "time", "quantity", "actor", "'s")
            and scene.units[k].text != "-"
        ):
            break
        k += 1
