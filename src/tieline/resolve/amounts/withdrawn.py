"""Figures that a text takes back: denied wherever they stand, and the right one told of what the wrong one was told of."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tieline.model.edtf import surely_before
from tieline.resolve.amounts.told_figures import ToldFigure

STANDING = frozenset({"occurred", "ongoing", "planned", "expected"})
NEAR = 3  # sentences between a value and the one that replaces it
NAME = 4  # letters with which a demonym begins like the name of its country
LONG = 5  # letters of a word that tells what a sentence is about
ALIKE = 2  # such words, the measure counted, shared with a notice of correction, without which it speaks of something else
FRESH = dt.timedelta(days=21)  # within which a report is set right
UNMEASURED = "quantity"  # the measure of a number of which no word tells what it measures
Places = Mapping[str, Sequence[ToldFigure]]


def corrected(told: Sequence[ToldFigure]) -> list[ToldFigure]:
    """The reports, those denied which a text withdraws while it gives another value for the same thing."""
    places: dict[str, list[ToldFigure]] = defaultdict(list)
    for one in told:
        places[one.document].append(one)
    rights = {id(one): right for one in told if one.status == "denied" and (right := _right(one, places))}
    withdrawn: dict[tuple[object, ...], list[ToldFigure]] = defaultdict(list)
    for one in told:
        if id(one) in rights:
            withdrawn[_sum(one)].append(one)
    found, meant = [], dict[int, tuple[ToldFigure, ToldFigure]]()
    for one in told:
        by = next((other for other in withdrawn.get(_sum(one), ()) if other is not one and _akin(one, other)), None)
        if by is None or one.status not in STANDING:
            found.append(one)
            continue
        meant.setdefault(id(rights[id(by)]), (by, one))
        found.append(replace(one, status="denied", reasons=(*one.reasons, f"withdrawn in {by.document}")))
    beside = {id(right): wrong for wrong in told if (right := rights.get(id(wrong)))}
    return [_told_right(new, beside.get(id(old)), meant.get(id(old))) for old, new in zip(told, found, strict=True)]


def _right(wrong: ToldFigure, places: Places) -> ToldFigure | None:
    """The value that a text gives near one that it withdraws, for the same thing: the nearest."""
    if wrong.mention.unit in ("rank", "ordinal"):
        return None
    near = [
        other
        for other in places[wrong.document]
        if other.status != "denied"
        and (_alike(other, wrong) or _only_number(other, wrong))
        and abs(other.mention.sentence - wrong.mention.sentence) <= NEAR
    ]
    return min(near, key=lambda other: abs(other.mention.span.start - wrong.mention.span.start), default=None)


def _alike(one: ToldFigure, other: ToldFigure) -> bool:
    """Whether two values measure one thing; "head" may stand for "head of cattle"."""
    heads = [(each.mention.unit or "").split(" ")[0] for each in (one, other)]
    return one.mention.measure == other.mention.measure and heads[0] == heads[1]


def _only_number(right: ToldFigure, wrong: ToldFigure) -> bool:
    """Whether the next sentence of a notice sets a number right without saying of what: "The number is 300"."""
    bare = right.mention.measure == UNMEASURED and right.mention.unit == "count"
    return bool(wrong.notice) and bare and right.mention.sentence == wrong.mention.sentence + 1


def _told_right(right: ToldFigure, wrong: ToldFigure | None, meant: tuple[ToldFigure, ToldFigure] | None) -> ToldFigure:
    """A value told in place of a wrong one, with whose it is and what it measures: "The sum is 13 million"."""
    if wrong is None or right.status == "denied":
        return right
    if not right.subjects and not right.objects and wrong.mention.sentence == right.mention.sentence - 1:
        right = replace(right, subjects=wrong.subjects, objects=wrong.objects)
    if meant is None or not meant[0].notice:
        return right
    notice, first = meant
    mention = right.mention
    if mention.measure == UNMEASURED:
        mention = replace(
            mention,
            measure=first.mention.measure,
            unit=first.mention.unit,
            subject_text=first.mention.subject_text,
            rule=first.mention.rule,
        )
    subjects, objects = (right.subjects, right.objects) if right.subjects or right.objects else (first.subjects, first.objects)
    why = f"{notice.document} corrects what {first.document} says"
    more = tuple(one.citation for one in (notice, first) if one.citation != right.citation)
    return replace(right, mention=mention, subjects=subjects, objects=objects, more=more, reasons=(*right.reasons, why))


def _akin(one: ToldFigure, withdrawn: ToldFigure) -> bool:
    """Whether a value is the one withdrawn: it shares an actor with it or stands in its text, or a notice of correction speaks of it."""
    same = one.mention.measure == withdrawn.mention.measure
    if same and (one.document == withdrawn.document or {*one.subjects, *one.objects} & {*withdrawn.subjects, *withdrawn.objects}):
        return True
    if not withdrawn.notice or one.document == withdrawn.document or _is_later(one, withdrawn):
        return False
    alike = same and one.mention.measure != UNMEASURED
    if alike and _is_fresh(one, withdrawn):
        return True
    return len(_words(one.citation.quote, one) & _words(withdrawn.notice, withdrawn)) + alike >= ALIKE


def _is_later(one: ToldFigure, notice: ToldFigure) -> bool:
    """Whether a report surely appeared after a notice."""
    return bool(one.published and notice.published and surely_before(notice.published, one.published))


def _is_fresh(one: ToldFigure, notice: ToldFigure) -> bool:
    """Whether a report appeared in the weeks before a notice, which then speaks of the same sum and measure."""
    first = one.published.earliest if one.published else None
    said = notice.published.latest if notice.published else None
    return first is not None and said is not None and dt.timedelta() <= said - first <= FRESH


def _words(text: str, one: ToldFigure) -> set[str]:
    """The names, so far as a demonym shares them, and the longer words of a text, those of a figure itself left out."""
    words = (word.strip(".,;:()\"'“”’") for word in text.replace(one.mention.text or " ", " ").split())
    kept = (word for word in words if word.isalpha() and len(word) >= (NAME if word[0].isupper() else LONG))
    return {word[:NAME].lower() if word[0].isupper() else word for word in kept}


def _sum(one: ToldFigure) -> tuple[object, ...]:
    return one.mention.unit, one.mention.value
