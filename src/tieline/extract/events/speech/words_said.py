"""The words that somebody says, without those that only tell to whom, when and on what occasion."""

from typing import TYPE_CHECKING

from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import phrase_start
from tieline.extract.syntax.unit import NOMINAL, QUOTES
from tieline.model.span import Span

if TYPE_CHECKING:
    from tieline.extract.events.frame.scene import Scene

ENDS = ' \t\n,.;:—–-"“”'
FURTHEST = 8  # units of one phrase that tells of the occasion


def words_said(scene: "Scene", clause: Clause, speaker: int, *, quoted: bool) -> tuple[Span | None, bool]:
    """The words said, and whether they stand before the verb."""
    units, text, base = scene.units, scene.sentence.text, scene.sentence.start
    low = min([k for k in [*clause.subject, speaker, clause.verb.start] if k >= clause.left or k == speaker])
    last = max(speaker, clause.verb.end - 1) if speaker <= clause.verb.end else clause.verb.end - 1
    low = phrase_start(units, low)
    front, rest = text[: units[low].start - base], text[units[last].end - base :]
    closed = bool(low) and units[low - 1].text in {",", "—", "–", "?", "!"} | QUOTES
    full = any(c.kind == "main" and c.verb.finite and c.verb.start < low for c in scene.clauses) or any(q in front for q in QUOTES)
    if closed and full and (clause.kind != "participle" or quoted):
        goes_on = any(q in front for q in QUOTES) and any(q in rest for q in QUOTES)
        return trim(text, base, 0, len(text) if goes_on else len(front)), True
    last = _past_opening(scene, clause, last)
    end = len(text)
    if clause.kind == "participle" and clause.verb.start <= 1:
        end = next(
            (units[min([k for k in c.subject if k >= c.left] or [c.verb.start])].start - base for c in scene.clauses if c.kind == "main"),
            end,
        )
    found = trim(text, base, units[last].end - base, end)
    if found is None or len(text[found.start - base : found.end - base].split()) < 2:
        return None, False
    return found, False


def trim(text: str, base: int, start: int, end: int) -> Span | None:
    """A span without the signs and the "on Friday that" around the words said."""
    head = text[start : min(end, start + 60)]
    cut = head.find(" that ")
    if start and cut >= 0 and len(head[:cut].split()) <= 7 and not any(q in head[:cut] for q in QUOTES):
        start += cut + 6
    while start < end and text[start] in ENDS and text[start] not in '"“':
        start += 1
    while end > start and text[end - 1] in " \t\n,;:—–":
        end -= 1
    return Span(base + start, base + end) if end > start else None


def _past_opening(scene: "Scene", clause: Clause, last: int) -> int:
    """The last unit before the words said: past those spoken to, the time and the occasion ("told reporters in Lima on Monday")."""
    units, k = scene.units, last
    told = set(clause.verb.lemmas) & scene.words["addressing"]
    listener = next((p.head for p in clause.after[:1] if p.preposition is None and p.head > last), None) if told else None
    while k + 1 < len(units):
        unit = units[k + 1]
        if unit.tag == "time" or (unit.text == "," and k > last):
            k += 1
        elif listener is not None and k < listener <= k + FURTHEST and _only_listens(scene, listener):
            k = listener
        elif unit.tag == "preposition" and (end := _occasion(scene, k + 2)):
            k = end
        else:
            break
    return k


def _only_listens(scene: "Scene", k: int) -> bool:
    """Whether a noun phrase behind "told" is for those who listen, and no part of what is said ("told them to leave")."""
    after = scene.units[k + 1] if k + 1 < len(scene.units) else None
    goes_on = after is not None and (after.tag == "negator" or (after.tag == "preposition" and _occasion(scene, k + 2) is None))
    return not goes_on and (scene.units[k].tag == "actor" or scene.units[k].lower in scene.words["listeners"])


def _occasion(scene: "Scene", k: int) -> int | None:
    """The end of a phrase behind a preposition that tells when or on what occasion something is said: "a news conference"."""
    units = scene.units
    for at in range(k, min(k + FURTHEST, len(units))):
        unit, after = units[at], units[at + 1] if at + 1 < len(units) else None
        if unit.tag == "time":
            return at
        last = after is None or after.tag not in NOMINAL or after.tag == "time"
        if unit.lower in scene.words["saying_at"] and last:
            return at
        if unit.tag not in NOMINAL and unit.tag not in ("determiner", "'s", "verb") and unit.text not in ("-", "–"):
            return None
    return None
