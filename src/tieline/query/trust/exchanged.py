"""Whether the sentences of an answer tell the deed of a question of another doer, or done to another, than the question names."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from tieline.extract.syntax.clause import Clause
from tieline.late import regex
from tieline.query.draft import Draft
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.query import Name, Query
from tieline.query.reading.words import fold
from tieline.query.sentences.clause_subjects import agent_of, is_passive, subject_of
from tieline.query.sentences.clause_verbs import has_verb
from tieline.query.sentences.exact import shows
from tieline.query.sentences.governed import PREPOSITIONS, led_by
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.view import Passage, View

_ACTING = ("person", "country", "organization", "company")
MUTUAL = frozenset(("meeting", "summit", "negotiation"))  # what two do together, whoever of them is the subject
_TOGETHER = frozenset(("with", "between", "and", "by", "for"))  # before those who do something beside the subject


def of_other_doer(view: View, query: Query, draft: Draft) -> bool:
    """Whether each sentence has its clauses with the verb of a question done by others, whom it names: "France sought", not Orsenda."""
    frame = frame_of(view, query)
    if draft.status != "answered" or draft.value is False or frame is None or frame.copular or frame.asks not in ("object", "adverb"):
        return False
    asked = _asked_doers(query, frame)
    if not asked or _of_both(view, draft):
        return False
    if set(frame.verbs) & set(draft.told) and not any(shows(draft, passage) for passage in view.passages_of(draft.citations)):
        return False  # it is told with another verb: "Pelmara imports rice and sells wool", of what others sell to it
    return _all_told(view, frame, draft, partial(_by_another, view, asked))


_BY = regex(r"\bby (?:the )?$", re.I)


def _asked_doers(query: Query, frame: Frame) -> set[str]:
    """Whom a question has do its deed: its subject, or in the passive whom "by" names."""
    if not frame.passive:
        return set() if frame.subject.head is not None else {i for ids, _ in frame.subject.named for i in ids}
    return {i for name in query.names if _BY.search(query.text[: name.span.start]) for i in name.ids}


def _of_both(view: View, draft: Draft) -> bool:
    """Whether a Yes rests on what two do together, whoever of them is the subject: a meeting, an agreement."""
    events = [view.events[i] for i in draft.facts if i in view.events]
    return draft.kind == "yesno" and any(event.agreement or event.type in MUTUAL for event in events)


def _by_another(view: View, asked: set[str], row: Parsed, clause: Clause) -> bool:
    """Whether a clause names as its doer others than those asked about, who stand nowhere beside its verb as partners."""
    passive = is_passive(row, clause)
    own = agent_of(row, clause) if passive else subject_of(row, clause)
    doing = set(own.ids) if passive else {i for k in clause.subject for i in row.ids.get(row.units[k].start, ())}
    if not doing or not _apart(view, asked, {*doing, *own.ids}):
        return False
    beside = [k for k in range(clause.verb.end, clause.right) if asked & set(row.ids.get(row.units[k].start, ()))]
    return not any(led_by(row, k, clause.verb.end) in _TOGETHER for k in beside)


def of_someone_else(view: View, query: Query, draft: Draft) -> bool:
    """Whether who is given did nothing of it: a clause with the verb of "who" has somebody unnamed as its subject, "a court blocked it"."""
    frame = frame_of(view, query)
    if draft.status != "answered" or frame is None or frame.copular or frame.asks != "subject" or not isinstance(draft.value, str):
        return False
    told = {i for name in re.split(r", | and ", draft.value) for i in view.called.get(name, ())}
    return bool(told) and _all_told(view, frame, draft, partial(_of_unnamed, told))


def _of_unnamed(told: set[str], row: Parsed, clause: Clause) -> bool:
    """Whether the subject of a clause is somebody unnamed, "a court in Torv", and none of those told of."""
    own = subject_of(row, clause)
    opens = row.units[own.places[0]].lower if own.places else ""
    return not is_passive(row, clause) and opens in ("a", "an", "another", "some", "several") and not told & set(own.ids)


def done_to_another(view: View, query: Query, draft: Draft) -> bool:
    """Whether each sentence has in the place that a question gives to somebody another of his kind: "fired Vael", not Rehn."""
    frame = frame_of(view, query)
    if draft.status != "answered" or draft.value is False or frame is None or frame.copular or not frame.rest.named:
        return False
    own = [name for name in query.names if frame.rest.span.start <= name.span.start < frame.rest.span.end and _acts(view, name)]
    checks = [partial(_to_another, view, query, frame, name) for name in own]
    return any(_all_told(view, frame, draft, check) for check in checks)


def _acts(view: View, name: Name) -> bool:
    return name.form != "title" and view.any_is(name.ids, *_ACTING)


def _to_another(view: View, query: Query, frame: Frame, name: Name, row: Parsed, clause: Clause) -> bool:
    """Whether another stands in the place that a question gives to somebody, and he in no such place of the clause."""
    if is_passive(row, clause) != frame.passive or agent_of(row, clause).places:
        return False
    asked, end = set(name.ids), _own_end(row, clause)
    before = fold(query.text[frame.rest.span.start : name.span.start]).split()
    place = next((word for word in reversed(before) if word in PREPOSITIONS), "")
    own = [k for k in range(clause.left, end) if asked & set(row.ids.get(row.units[k].start, ()))]
    if any(k < clause.verb.end or led_by(row, k, clause.verb.end) not in PREPOSITIONS - {place} for k in own):
        return False
    there = (k for k in range(clause.verb.end, end) if row.ids.get(row.units[k].start, ()) and led_by(row, k, clause.verb.end) == place)
    others = [set(row.ids[row.units[k].start]) for k in there]
    return any(_apart(view, asked, one) and _alike(view, asked, one) for one in others)


def _own_end(row: Parsed, clause: Clause) -> int:
    """Where what hangs on the verb of a clause ends: at the next verb, at "that", "which", "if", or at a mark that closes it."""
    end = clause.verb.end
    while end < clause.right and row.units[end].tag not in ("verb", "be", "have", "modal", "do", "relative", "subordinator"):
        if row.units[end].text in (";", ":", "—", "–"):
            break
        end += 1
    return end


def _all_told(view: View, frame: Frame, draft: Draft, other: Callable[[Parsed, Clause], bool]) -> bool:
    """Whether each sentence of an answer has clauses with the very verb of a question, and a check holds of all of them."""
    passages: Sequence[Passage] = view.passages_of(draft.citations)
    for passage in passages:
        row = parsed(view, passage)
        told = [clause for clause in row.clauses if has_verb(frame.verbs, row, clause)]
        if not told or not all(other(row, clause) for clause in told):
            return False
    return bool(passages)


def _apart(view: View, asked: Iterable[str], told: Iterable[str]) -> bool:
    """Whether those who are told of are surely none of those asked about, nor act for them: of two people, or with known countries."""
    one, two = ([view.actors[i] for i in ids if i in view.actors] for ids in (asked, told))
    if not one or not two or {actor.id for actor in one} & {actor.id for actor in two}:
        return False
    if all(actor.kind == "person" for actor in (*one, *two)):
        return True
    if any(actor.kind not in ("country", "person") for actor in one):
        return all(actor.kind in ("country", one[0].kind) and actor.country != one[0].country for actor in two)
    lands = [{actor.name if actor.kind == "country" else actor.country for actor in side} for side in (one, two)]
    return None not in lands[0] | lands[1] and not lands[0] & lands[1]


def _alike(view: View, asked: Iterable[str], told: Iterable[str]) -> bool:
    """Whether those told of are of the same kind as those asked about."""
    kinds = [{view.actors[i].kind for i in ids if i in view.actors} for ids in (asked, told)]
    return bool(kinds[0] & kinds[1])
