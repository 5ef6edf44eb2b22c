"""What texts correct: the wrong value, the right one, and answers that rest on a wrong one."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.light import dataclass
from tieline.model.words import in_words
from tieline.query.amounts.numbers import numbers
from tieline.query.draft import Draft, clip, passage_item, quoted
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.view import Passage, View

_RIGHT = regex(
    r"\b(?:the )?(?:correct|right|true|actual) (?:figure|number|amount|sum|date|total|rate|value|spelling|name|year|day)s?"
    r" (?:is|was|are|were)\b"
    r"|\bshould have (?:read|said|been|stated)\b",
    re.I,
)
_WRONG = regex(
    r"\b(?:earlier version|wrongly|mistakenly|erroneously|incorrectly|misstated|gave the"
    r"|said that|stated that|(?:was|were) (?:also )?(?:said|stated|reported) to|as the article stated|in error)\b",
    re.I,
)
_CORRECTION = regex(r"^\W*(?:correction|corrected|clarification|corrigendum)\b", re.I)
_ASKED = regex(r"\b(?:correct(?:ed|ion|ions|s)?|corrigendum|wrong(?:ly)?|mistakes?|errors?)\b", re.I)


@dataclass(frozen=True)
class Correction:
    """The sentence with the wrong value and the one with the right; both are one where it holds both."""

    wrong: Passage
    right: Passage


def corrections(view: View) -> tuple[Correction, ...]:
    """All corrections of the texts, found once."""
    found: tuple[Correction, ...] | None = view.__dict__.get("_corrections")
    if found is None:
        candidates = {n for word in ("correct", "right", "true", "actual", "should") for n in view.index.get(word, ())}
        pairs = [Correction(_before(view, p), p) for p in (view.passages[n] for n in sorted(candidates)) if _RIGHT.search(p.text)]
        notices = [p for own in view.by_document.values() if _is_notice(own) for p in own]
        pairs += [Correction(p, p) for p in notices if ";" in p.text and _WRONG.search(p.text)]
        pairs += [Correction(p, after) for p in notices if _GAVE.search(p.text) and (after := _next(view, p)) and _IT_WAS.match(after.text)]
        pairs += [
            Correction(p, after) for p in (view.passages[n] for n in view.index.get(stem("version"), ())) if (after := _put_right(view, p))
        ]
        found = view.__dict__["_corrections"] = tuple(pairs)
    return found


_EARLIER = regex(r"\b(?:earlier|previous|first|original) version\b", re.I)
_GAVE = regex(r"\b(?:gave|put|stated|said|wrote|reported)\b", re.I)
_IT_WAS = regex(
    r"\W*(?:in fact,? |actually,? )?(?:it|they|there|this|that) (?:was|were|is|are|came|amounted|costs?|took|holds?|has|have) ", re.I
)
_PUT_RIGHT = regex(r"\W*(?:in fact,? |actually,? )?(?:it|they|he|she|this|that|these|those|the [\w ]{3,40}?) \w+\b", re.I)


def _put_right(view: View, passage: Passage) -> Passage | None:
    """The sentence behind "an earlier version said that ..." that gives the right value: "They were 46 million."."""
    after = _next(view, passage)
    return after if after and _EARLIER.search(passage.text) and _PUT_RIGHT.match(after.text) else None


def _next(view: View, passage: Passage) -> Passage | None:
    own = view.by_document[passage.document.id]
    place = passage.number - own[0].number + 1
    return own[place] if place < len(own) else None


def _is_notice(own: tuple[Passage, ...]) -> bool:
    return bool(own and (_CORRECTION.match(own[0].text) or _CORRECTION.match(own[0].document.title or "")))


def _before(view: View, passage: Passage) -> Passage:
    own = view.by_document[passage.document.id]
    place = passage.number - own[0].number
    return own[place - 1] if place else passage


def told(view: View, query: Query) -> Draft | None:
    """What a text corrects, for a question that asks so."""
    if query.form == "yesno" or not re.match(r"\W*(?:what|which|how)\b", query.text, re.I) or not _ASKED.search(query.text):
        return None
    if query.terms and any(t.stem not in ("correct", "correction", "wrong", "mistak", "error") for t in query.terms):
        return None
    own = [p for group in view.by_document.values() if _is_notice(group) for p in group if p.fact.zone in ("prose", "correction", "list")]
    own += [p for p in view.passages if p.fact.zone == "correction" and p not in own]
    shown = own or [one.right for one in corrections(view)]
    if not shown:
        return None
    text = " ".join(quoted(p, 140) for p in shown[:3])
    return Draft(
        "answered",
        clip(text),
        "list",
        len(shown),
        items=tuple(passage_item(p) for p in shown),
        citations=tuple(p.citation for p in shown[:6]),
    )


def amended(view: View, draft: Draft) -> Draft:
    """An answer with the right value where a text corrects the one it gives."""
    if draft.status == "unanswered" or draft.kind not in ("number", "date") or not draft.value:
        return draft
    for one in corrections(view):
        changed = _number(view, draft, one) if draft.kind == "number" else _date(draft, one)
        if changed:
            citations = tuple(dict.fromkeys((one.right.citation, one.wrong.citation, *draft.citations)))[:4]
            return replace(changed, status="answered", citations=citations, reasons=(*draft.reasons, "corrected by a later notice"))
    return draft


def _number(view: View, draft: Draft, one: Correction) -> Draft | None:
    wrong = [n for n in numbers(one.wrong) if n.value == draft.value]
    right = [n for n in numbers(one.right) if n.value is not None and n.value != draft.value]
    right = [n for n in right if not wrong or n.unit == wrong[0].unit]
    if not wrong or len(right) != 1:
        return None
    text = f"{right[0].words}, by a correction. {quoted(one.right, 200)}"
    return replace(draft, value=right[0].value, text=clip(text))


def _date(draft: Draft, one: Correction) -> Draft | None:
    times = {m.time.edtf: m for m in one.wrong.times if m.time and m.time.earliest}
    if draft.value not in times:
        return None
    right = [
        m
        for m in one.right.times
        if m.time and m.time.edtf != draft.value and (one.right is not one.wrong or m.start > times[draft.value].start)
    ]
    if len(right) != 1 or right[0].time is None:
        return None
    text = f"{capital_date(in_words(right[0].time))}, by a correction. {quoted(one.right, 200)}"
    return replace(draft, value=right[0].time.edtf, text=clip(text))


def capital_date(words: str) -> str:
    """A date at the start of a sentence."""
    return f"On {words}" if words[:1].isdigit() and " " in words else words[:1].upper() + words[1:]
