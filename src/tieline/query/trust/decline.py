"""The sentence of a refusal: what is missing, and what the texts say that comes nearest."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.answer import Item
from tieline.model.event import Event
from tieline.model.span import Span
from tieline.model.words import in_words
from tieline.query.draft import STATE, Draft, Lack, clip, nearest, nothing
from tieline.query.loaded import function
from tieline.query.people.presumed import echoes, said_otherwise
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Name, Query, Term
from tieline.query.reading.words import fold
from tieline.query.trust.account import is_strange, joined, unaccounted, unknown_names
from tieline.query.trust.shaded import shaded
from tieline.query.view import View

_ROOM = 110  # characters that what is missing may take before the nearest is left to the list


def borne_out(view: View, query: Query, draft: Draft) -> Draft:
    """An answer whose evidence accounts for all of the question, else a refusal that names what nothing tells."""
    if draft.value is False and draft.status != "unanswered":
        draft = function("trust.told_after_all.told_after_all")(view, query, draft) or draft
    if draft.status == "unanswered":
        return declined(view, query, draft)
    # what a No denies need not be told; only the names must be known
    lost = tuple(term.text for term in unknown_names(view, query)) if draft.value is False else unaccounted(view, query, draft)
    if not lost and not _told_otherwise(view, query, draft) and not (draft.lacks == "words" and _untold(view, query, draft)):
        return draft
    other = _closer(view, query)
    if other:
        return other
    says = view.lexicon.missing.get(draft.kind, "The texts do not say that")
    why = f"{says} ({joined(lost)} is not said of it)." if lost else "The texts do not say."
    near = draft.nearest or draft.items[:2]
    lacks: Lack = "part" if lost else "answer"
    return declined(view, query, Draft("unanswered", why, draft.kind, nearest=near, reasons=draft.reasons, lacks=lacks))


def _untold(view: View, query: Query, draft: Draft) -> bool:
    """Whether a question has words that the texts never use, and for which the sentence of an answer has no others."""
    told = {word for one in draft.told for word in (one, one.split()[0])}
    return any(term.stem not in told for term in strangers(view, query))


def _told_otherwise(view: View, query: Query, draft: Draft) -> bool:
    """Whether the evidence holds the words of a question and says something else with them."""
    if draft.value is not False and (echoes(query, draft) or said_otherwise(view, query, draft) or shaded(view, query, draft)):
        return True
    proved: bool | None = function("trust.proof.proof")(view, query, draft) if draft.value is True else None
    if proved is not None:
        return not proved or _goes_further(view, query, draft)
    return _goes_further(view, query, draft) or _of_somebody_else(view, query, draft) or _leaves_out(view, query, draft)


# What follows is loaded only where it may apply: reading clauses takes longer than most answers.
def _goes_further(view: View, query: Query, draft: Draft) -> bool:
    if draft.kind not in ("yesno", "number", "statement") and query.text[:3].lower() != "why":
        return False
    from tieline.query.trust.scope import goes_further

    return goes_further(view, query, draft)


def _of_somebody_else(view: View, query: Query, draft: Draft) -> bool:
    if draft.kind != "yesno" and not query.names:
        return False
    from tieline.query.trust.sides import of_somebody_else

    return of_somebody_else(view, query, draft)


def _leaves_out(view: View, query: Query, draft: Draft) -> bool:
    if draft.kind not in _HELD and draft.value is not True:
        return False
    kind = "yesno" if draft.value is True else draft.kind
    return any(function(check)(view, query, draft) for check, kinds in _CHECKS.items() if not kinds or kind in kinds) or (
        "visit" in query.types and function("trust.reached.unreached")(view, query, draft)
    )


_HELD = frozenset(("number", "list", "statement", "series", "place", "actor", "date", "duration", "count"))
# the checks of an answer with the kinds of answers that each looks at (none: all)
_CHECKS: dict[str, frozenset[str]] = {
    "trust.misplaced.beside": frozenset(),
    "trust.narrowed.narrower": frozenset(("number", "list", "statement", "yesno")),
    "trust.of_kind.of_another_kind": frozenset(("statement", "list", "series", "actor", "place")),
    "trust.another_deal.another_deal": frozenset(),
    "trust.other_clause.of_other_clause": frozenset(("number",)),
    "trust.other_clause.at_other_deed": frozenset(("place",)),
    "trust.other_clause.set_against": frozenset(("number",)),
    "trust.exchanged.of_other_doer": frozenset(("date", "statement", "place", "number", "duration", "yesno")),
    "trust.exchanged.of_someone_else": frozenset(("actor",)),
    "trust.exchanged.done_to_another": frozenset(("actor", "yesno", "date", "statement", "place", "number")),
    "trust.dated_apart.dated_apart": frozenset(("date",)),
    "trust.numbered.of_another_thing": frozenset(("statement",)),
    "trust.numbered.of_another_turn": frozenset(("yesno",)),
    "trust.openly.beside_theme": frozenset(("statement",)),
    "trust.openly.only_modifies": frozenset(("statement",)),
    "trust.openly.of_other_subject": frozenset(("statement",)),
    "trust.unlike.unlike": frozenset(),
    "trust.undone.undone": frozenset(("number", "actor", "yesno", "date")),
    "trust.untimely.untimely": frozenset(),
    "trust.predicated.unlike_called": frozenset(("yesno",)),
    "trust.sized.only_money": frozenset(("number",)),
    "trust.set_apart.set_apart": frozenset(("yesno", "date", "number", "place", "actor", "duration")),
    "trust.sequence.in_other_order": frozenset(("yesno",)),
    "trust.spoken.told_of_another": frozenset(("yesno", "actor", "document", "date", "place")),
}


def named_only(view: View, query: Query, draft: Draft) -> Draft:
    """An answer that rests on many facts, unless the question names somebody or something that the texts never do."""
    return declined(view, query, nothing(view, query, draft.kind)) if unknown_names(view, query) else draft


def _closer(view: View, query: Query) -> Draft | None:
    """What the sentence that comes closest answers, where all of the question is told by it."""
    from tieline.query.evidence.told import CLOSELY, told_closely

    draft = told_closely(view, query) if query.form in CLOSELY else None
    if draft is not None and draft.kind == "number":
        from tieline.query.evidence.recheck import rechecked

        draft = rechecked(view, query, draft)
    if draft is None or draft.status != "answered" or unaccounted(view, query, draft) or _told_otherwise(view, query, draft):
        return None
    return draft


def declined(view: View, query: Query, draft: Draft) -> Draft:
    """A refusal in one sentence: what is missing, and what is nearest."""
    unknown = strangers(view, query)
    near = _nearest(view, query, draft, unknown)
    missing = _missing(view, query, draft, unknown).rstrip(".")
    told = _line(view, near[0]) if near else ""
    known = not told or len(missing) > _ROOM or told.split(" (")[0].strip('"') in missing
    return replace(draft, text=clip(f"{missing}." if known else f"{missing}; nearest: {told}."), nearest=near, lacks=None)


def strangers(view: View, query: Query) -> tuple[Term, ...]:
    """The words of a question that the texts never use."""
    found = {term.span: term for term in (*unknown_names(view, query), *query.words)}
    return tuple(found[s] for s in sorted(found) if is_strange(view, found[s]) and not view.lexicon.is_light(found[s].stem))


def _proper(query: Query, term: Term) -> bool:
    """Whether a word is written as a name."""
    return term.text[:1].isupper() and term.span.start > 0 and not query.text.isupper()


def _missing(view: View, query: Query, draft: Draft, unknown: Sequence[Term]) -> str:
    """What the texts do not have: a thing that they never mention, else what was asked for."""
    bare, apart = draft.lacks == "answer", draft.lacks == "part"
    if not bare and not apart:
        return draft.text
    names = [term for term in unknown if _proper(query, term)]
    if names:
        return f"The texts never mention {joined(_runs(query, names)[:2])}{_close(view, names)}"
    implied = [name for name in query.names if _only_implied(view, name)]
    if implied:
        return f"The texts never mention {joined([name.text for name in implied])}"
    if apart and not unknown:
        return draft.text
    says = view.lexicon.missing.get(draft.kind, draft.text)
    return f"{says} (they never say {joined(_runs(query, unknown)[:2])})" if unknown else says


def _only_implied(view: View, name: Name) -> bool:
    """Whether a country is known only from a city of it, and named by no text."""
    lands = [view.actors[i] for i in name.ids if i in view.actors and view.actors[i].kind == "country"]
    return bool(lands) and not any(
        fold(called) in fold(" ".join(one.quote.split()))
        for land in lands
        for called in (land.name, *land.aliases)
        for one in land.evidence
    )


_NAME = regex(r"[A-Z][\w'-]*(?: (?:(?:of|the|de|del|la|al|bin|van|von) )?[A-Z][\w'-]*){0,5}")
_QUOTES = '"“”'


def _runs(query: Query, terms: Sequence[Term]) -> list[str]:
    """Words as they stand in the question, with their neighbours of one name: "Pedro Castillo", "United States"."""
    opens = query.text.find(" ") + 1 if not any(term.span.start == 0 for term in query.words) else 0  # past "Did"
    whole = [Span(*m.span()) for m in _NAME.finditer(query.text, opens)]
    found = (next((one for one in whole if one.contains(t.span) and _proper(query, t)), t.span) for t in terms)
    return list(dict.fromkeys(query.text[span.start : span.end] for span in found))


def _close(view: View, names: Sequence[Term]) -> str:
    """A name of the texts that a word may have been meant for."""
    for term in names:
        ids = name_index(view).near(fold(term.text))
        known = [view.actors[i].name for i in ids if i in view.actors]
        if known:
            return f" (did you mean {known[0]}?)"
    return ""


def _nearest(view: View, query: Query, draft: Draft, unknown: Sequence[Term]) -> tuple[Item, ...]:
    """What comes nearest, found without the words that the texts never use."""
    if draft.nearest:
        return draft.nearest
    lost = {term.span for term in unknown}
    kept = tuple(term for term in query.words if term.span not in lost)
    known = replace(query, words=kept, terms=tuple(term for term in query.terms if term.span not in lost))
    return nearest(view, known, number=draft.kind in ("number", "rank", "series")) if kept or query.names else ()


def _line(view: View, item: Item) -> str:
    """An item in a few words: an event with its time behind it, a sentence in quotation marks."""
    event = view.events.get(item.fact) if item.fact else None
    return _event(event) if event else f'"{clip(item.text.strip(_QUOTES), 150).rstrip(".")}"'


def _event(event: Event) -> str:
    state = "" if event.status in ("occurred", "ongoing") or STATE[event.status] in event.title else STATE[event.status]
    told = ", ".join(filter(None, (in_words(event.time) if event.time else "", state)))
    return clip(event.title, 140) + (f" ({told})" if told else "")
