"""Whether what "which ..." or "list ..." asks for is given: countries for countries, firms for firms, and wars only where wars are told."""

import re
from collections.abc import Sequence, Set

from tieline.late import regex
from tieline.model.span import Span
from tieline.query.draft import Draft
from tieline.query.events.pick.select import MET, evidence_stems
from tieline.query.evidence.senses import tells
from tieline.query.reading.frame import frame_of
from tieline.query.reading.headed import noun_asked
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.reading.slots import no_slots
from tieline.query.reading.words import stem, stemmed, stems
from tieline.query.sentences.clausal import clauses_with_verb
from tieline.query.sentences.clause_subjects import subject_of
from tieline.query.sentences.parsed import parsed
from tieline.query.sentences.told_who import side_of
from tieline.query.view import Passage, View

_KINDS: dict[str, frozenset[str]] = {
    "person": frozenset(("person",)),
    "house": frozenset(("organization", "company", "group")),
    "country": frozenset(("country", "group", "organization")),
    "place": frozenset(("place",)),
}
_SURE = 0.85
# what something is for is another thing than that
_FOR_WHAT = regex(r"^\W*what\b(?:[^?]*\bfor\W*$|[^?]*\bthe (?:purpose|aim|goal|point|use|object) of\b)", re.I)


def of_another_kind(view: View, query: Query, draft: Draft) -> bool:
    """Whether what is given is not of the kind that the noun behind "which" or "list" says."""
    if draft.kind not in ("statement", "list", "series", "actor", "place") or _FOR_WHAT.match(query.text):
        return False
    if draft.kind == "actor" and query.stages & _SIGNED and _not_of_side(view, query, draft):
        return True
    if draft.kind in ("series", "list") and query.form == "what" and query.stages & _SIGNED and _only_met(view, draft):
        return True
    if draft.kind in ("actor", "place") and draft.status == "answered" and query.title is None and _act_untold(view, query, draft):
        return True
    if draft.kind == "actor" and (_is_no_name(draft) or _land_for_people(view, query, draft)):
        return True
    noun = noun_asked(view, query)
    if not noun or stem(noun[-1].lower()) in view.lexicon.open_nouns:
        return False
    head = stem(noun[-1].lower())
    kinds = [kind for kind, own in view.lexicon.kinds_asked.items() if head in own]
    given = _given(view, draft)
    if kinds and given:
        return all(not any(one & _KINDS[kind] for kind in kinds) for one in given)
    events = [view.events[item.fact] for item in draft.items if item.fact in view.events]
    types = view.lexicon.kinds_of_events.get(head, frozenset())
    if events and draft.kind in ("list", "series"):
        return bool(types) and not any(event.type in types or head in evidence_stems(view, event).split() for event in events)
    named = any(item.fact in view.actors for item in draft.items if item.fact)
    if draft.kind == "place" and kinds == ["country"] and not given and draft.value is not None:
        return True
    if draft.kind == "actor" and kinds and not given:
        return not _RUN.search(str(draft.value)[1:])  # "six ministers" names none
    if draft.kind not in ("statement", "list") or named or _lists_members(draft):
        return False
    first = view.passages_of(draft.citations)[:1]  # which the answer shows; the others stand in its items
    if kinds:
        return not any(_names_one(view, query, passage, kinds) for passage in first)
    return bool(first) and not _speaks_of(view, noun[-1].lower(), first[0]) and not _tells_which(view, query, first[0])


_RUN = regex(r"\b[A-Z]\w")


def _only_met(view: View, draft: Draft) -> bool:
    """Whether an answer lists only visits and meetings: nothing that could be signed."""
    events = [view.events[item.fact] for item in draft.items if item.fact in view.events]
    return bool(events) and all(event.type in MET for event in events)


def _act_untold(view: View, query: Query, draft: Draft) -> bool:
    """Whether an answer rests on no event of the types asked about, and its sentence holds none of the words for the act."""
    acts = {act.rule for act in query.acts if (act.types or act.stages) and not act.soft and act.rule != "act.talks"}
    known = [view.events[i] for i in draft.facts if i in view.events]
    if draft.told and {term.stem for term in query.words} <= set(draft.told):
        return False  # all that is asked is told in other words
    if not acts or any(one.type in query.types or one.stage in query.stages for one in known):
        return False
    frame = frame_of(view, query)
    verbs = {verb.split()[0] for verb in frame.verbs} if frame and not frame.copular else set()
    words = {term.stem for term in query.words if any(act.span.contains(term.span) for act in query.acts)} | verbs
    told = view.passages_of(draft.citations)
    return bool(told) and not any(_tells_act(view, acts, one) or any(tells(view, word, one.joined) for word in words) for one in told)


def _land_for_people(view: View, query: Query, draft: Draft) -> bool:
    """Whether "who" is answered by a country that does nothing in its sentence, which names people."""
    given = {i for i in view.called.get(str(draft.value), ()) if i in view.actors}
    told = view.passages_of(draft.citations)
    frame = frame_of(view, query)
    if frame is None or frame.copular or not told or not given or any(view.actors[i].kind != "country" for i in given) or draft.items:
        return False
    rows = [(parsed(view, passage), clause) for passage in told for clause in clauses_with_verb(view, frame, passage)]
    people = any(view.any_is(passage.fact.actors, "person") for passage in told)
    return (
        people
        and bool(rows)
        and not any(given & {*subject_of(row, one).ids, *row.named(range(one.verb.end, one.right))} for row, one in rows)
    )


def _is_no_name(draft: Draft) -> bool:
    """Whether somebody is asked for, and an amount of money or a stretch of a sentence is given."""
    value = str(draft.value)
    return value[:1].isdigit() or value.split()[-1:] in (["and"], ["or"], ["the"], ["of"])


def _tells_act(view: View, acts: Set[str], passage: Passage) -> bool:
    """Whether a sentence holds words by which questions ask for one of some acts: "talks" for "meet"."""
    tokens = stemmed(passage.tokens)
    return any(phrase.search(tokens, no_slots) for phrase in view.lexicon.acts if phrase.id in acts)


def _tells_which(view: View, query: Query, passage: Passage) -> bool:
    """Whether a clause with the verb of "which chapters remain open" gives them itself: "farming and fisheries remain open"."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or not (frame.asks == "subject" or frame.passive):
        return False
    row = parsed(view, passage)
    own = [clause for clause in clauses_with_verb(view, frame, passage) if clause.verb.finite]
    return any(row.units[k].tag in ("noun", "actor") for clause in own for k in subject_of(row, clause).places)


_SIGNED = frozenset(("signed", "initialled"))


def _not_of_side(view: View, query: Query, draft: Draft) -> bool:
    """Whether it is asked who signed for a country, and the answer is a house or group that is not known to be of it."""
    side = side_of(query)
    given = [view.actors[i] for i in view.called.get(str(draft.value), ())]
    if side is None or not given or any(actor.kind == "person" for actor in given):
        return False
    own = {*side.ids, *(view.actors[i].name for i in side.ids if i in view.actors)}
    return not any(actor.country in own for actor in given)


def _given(view: View, draft: Draft) -> list[Set[str]]:
    """For each name in which an answer consists, of what kinds those are whom the texts call by it."""
    if draft.kind in ("actor", "place"):
        names = re.split(r", | and ", str(draft.value))
        return [kinds for name in names if (kinds := {view.actors[i].kind for i in view.called.get(name, ())})]
    return [{view.actors[i].kind} for i in draft.facts if i in view.actors]


def _lists_members(draft: Draft) -> bool:
    """Whether an answer gives the members that a sentence lists, which are held against the question where they are found."""
    quotes = {one.quote for one in draft.citations}
    return bool(draft.items) and not any(
        item.text.strip('"“”… ')[:40] in quote for item in draft.items for quote in quotes if len(item.text) > 60
    )


def _speaks_of(view: View, noun: str, passage: Passage) -> bool:
    """Whether a sentence holds a noun, or another word for it: of "mines" speaks no "mining"."""
    head = stem(noun)
    if head in passage.vocabulary:
        one = noun.removesuffix("s")
        forms = {noun, one, f"{one}s", noun.removesuffix("es"), f"{noun.removesuffix('ies')}y", f"{noun}es"}
        return any(token.lower in forms for token in passage.tokens) or not noun.endswith("s")
    return tells(view, head, passage.joined) >= _SURE


def _names_one(view: View, query: Query, passage: Passage, kinds: Sequence[str]) -> bool:
    """Whether a sentence names one of a kind whom the question does not; other than a country it may have any name with capitals."""
    wanted = {one for kind in kinds for one in _KINDS[kind]}
    names = name_index(view).find(passage.tokens)
    if any(view.any_is((i for i in name.ids if i not in query.ids), *wanted) for name in names):
        return True
    taken = [*(name.span for name in names), *(Span(one.start, one.end) for one in passage.times)]
    asked = set(stems(query.text))
    unknown = (t for t in passage.tokens[1:] if t.text[:1].isupper() and t.text.isalpha() and stem(t.lower) not in asked)
    return kinds != ["country"] and any(not any(span.touches(Span(t.start, t.end)) for span in taken) for t in unknown)
