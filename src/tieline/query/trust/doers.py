"""Whether a Yes tells of somebody else than the question: another who did it, another owner, another side acted for."""

import re
from collections.abc import Sequence

from tieline.extract.syntax.clause import Clause
from tieline.late import regex
from tieline.model.event import Event
from tieline.model.span import Citation
from tieline.query.draft import Draft
from tieline.query.events.verdict.by_sentences import SAID
from tieline.query.evidence.sides import owned_by_others
from tieline.query.people.speech import verbs_of_speech
from tieline.query.reading.country import is_adjective
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Name, Query
from tieline.query.reading.words import fold, stem, stems
from tieline.query.sentences.clausal import clauses_with_verb
from tieline.query.sentences.clause_subjects import agent_of, subject_of
from tieline.query.sentences.parsed import parsed
from tieline.query.sentences.sided import acts_for
from tieline.query.view import Passage, View

# Parts in an event of those who do nothing in it.
_IDLE = frozenset(("host", "state", "addressee", "target", "recipient", "witness"))
_SPEAKS = frozenset(stem(word) for word in ("speak", "talk", "comment", "brief", "address", "react", "respond", "reply", "answer"))
_WITNESS = frozenset(stem(word) for word in ("attend", "witness", "watch", "oversee", "observe", "see", "join", "host", "preside"))


def by_others(view: View, query: Query, draft: Draft, told: Sequence[Passage]) -> bool:
    """Whether what a Yes rests on tells of others than the question, or the place or length given is that of what others did."""
    if draft.kind in ("place", "duration", "number", "date"):
        events = any(i in view.events for i in draft.facts)
        if not events:
            return _done_by_others(view, query, told)
        return draft.kind != "date" and _not_the_doer(view, query, draft, told)
    if draft.kind != "yesno" or draft.value is not True or query.negated:
        return False
    if (
        _not_the_doer(view, query, draft, told)
        or _left_out(view, query, told)
        or _for_another(view, query, draft)
        or _absent(view, query, draft)
    ):
        return True
    verbs = _verbs(view, query)
    by_events = any(i in view.events for i in draft.facts)
    return all(
        (not by_events and owned_by_others(view, query, passage, verbs)) or _acts_for_another(view, query, passage) for passage in told
    )


def _done_by_others(view: View, query: Query, told: Sequence[Passage]) -> bool:
    """Whether in each clause with the verb of a question people do it, and not the one of whom that asks."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or frame.passive or set(frame.verbs) & _SPEAKS.union(*verbs_of_speech(view.lexicon)):
        return False
    wanted = view.of_kind(frame.subject.ids, "person")
    rows = [(parsed(view, passage), clause) for passage in told for clause in clauses_with_verb(view, frame, passage)]
    doing = [view.of_kind(subject_of(row, clause).ids | agent_of(row, clause).ids, "person") for row, clause in rows]
    return bool(wanted and doing) and all(people and not people & wanted for people in doing)


def _verbs(view: View, query: Query) -> list[str]:
    """The verbs of a question, as stems, and the word behind a people, which is none of its things: "Pelmarans live"."""
    frame = frame_of(view, query)
    lands = {actor.name for actor in view.actors.values()}
    people = [name for name in query.names if name.text.endswith("s") and name.text not in lands]
    behind = [word for name in people for word in stems(query.text[name.span.end :])[:1]]
    return [*(frame.verbs if frame is not None else ()), *behind]


def _not_the_doer(view: View, query: Query, draft: Draft, told: Sequence[Passage]) -> bool:
    """Whether the one who by a question did something has no part in the events, and is the subject of no sentence."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or frame.passive or SAID.search(query.text):
        return False
    if set(frame.verbs) & _WITNESS:
        return False
    people = [ids for ids, _ in frame.subject.named if view.any_is(ids, "person")]
    events = [view.events[i] for i in draft.facts if i in view.events]
    events = [event for event in events if not query.types or event.type in query.types]
    if any(_signed_by_others(view, frame, event, set(ids)) for ids in people for event in events):
        return True
    return any(not any(_has_part(event, ids) for event in events) and not _is_subject(view, frame, told, set(ids)) for ids in people)


def _signed_by_others(view: View, frame: Frame, event: Event, ids: set[str]) -> bool:
    """Whether sentences on a signature say by name who signed, and never that it was the one asked about, whoever else was there."""
    if event.stage not in ("signed", "initialled"):
        return False
    told = [(one, passage) for one in event.evidence for passage in view.passages_of([one])]
    rows = [(parsed(view, passage), clause) for one, passage in told for clause in _clauses_in(view, frame, passage, one)]
    doing = [subject_of(row, clause).ids | agent_of(row, clause).ids for row, clause in rows]
    return any(view.any_is(own, "person") for own in doing) and not any(ids & own for own in doing)


def _clauses_in(view: View, frame: Frame, passage: Passage, told: Citation) -> list[Clause]:
    """The clauses with the verb of a question within the words that tell an event; all of its sentence where none lies in them."""
    units = parsed(view, passage).units
    found = clauses_with_verb(view, frame, passage)
    return [one for one in found if told.start <= units[one.verb.head].start < told.end] or found


def _has_part(event: Event, ids: Sequence[str]) -> bool:
    return any(one.actor in ids and one.role not in _IDLE for one in event.participants)


def _is_subject(view: View, frame: Frame, told: Sequence[Passage], ids: set[str]) -> bool:
    """Whether somebody does what sentences tell with the verb of a question, or, where none has it, is the subject of any clause."""
    rows = [(passage, parsed(view, passage)) for passage in told]
    doing = [(row, clause) for passage, row in rows for clause in clauses_with_verb(view, frame, passage)]
    if any(ids & (subject_of(row, clause).ids | agent_of(row, clause).ids) for row, clause in doing):
        return True
    if not doing and any(ids & subject_of(row, clause).ids for _, row in rows for clause in row.clauses):
        return not any(_journey_of_another(view, passage, ids) for passage in told)
    return any(_has(view, passage, ids) for passage in told)


_JOURNEY = regex(r"['’]s? (?:[\w-]+ ){0,3}?(?:visit|trip|tour|stay)\b", re.I)


def _journey_of_another(view: View, passage: Passage, ids: set[str]) -> bool:
    """Whether a sentence tells of a journey that is somebody else's: "Rehn answered a query about Vael's visit"."""
    text = passage.document.text
    named = [name for name in name_index(view).find(passage.tokens) if _JOURNEY.match(text, name.span.end)]
    people = [set(name.ids) for name in named if view.any_is(name.ids, "person")]
    return bool(people) and not any(ids & own for own in people)


def _has(view: View, passage: Passage, ids: set[str]) -> bool:
    """Whether a sentence names what is somebody's: "Vael's visit"."""
    text = passage.document.text
    return any(ids & set(name.ids) and text[name.span.end :][:1] in ("'", "’") for name in name_index(view).find(passage.tokens))


_WITHOUT = regex(r" (?:without|rather than|instead of|in the absence of) (?:the |its |their |his |her |a |an |both )?")


def _left_out(view: View, query: Query, told: Sequence[Passage]) -> bool:
    """Whether a sentence says that something came about without the one who by a question did it."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or frame.subject.empty:
        return False
    asked = [" ".join(words) for _, words in frame.subject.named] + [" ".join(frame.subject.words)]
    return any(
        passage.joined[match.end() :].startswith(f"{words} ")
        for passage in told
        for match in _WITHOUT.finditer(passage.joined)
        for words in asked
        if words
    )


_BEHALF = regex(r"\b(?:for|on behalf of)\s+(?:the )?$")


def _owns(view: View, name: Name) -> bool:
    """Whether a name only says whose the thing behind it is: "for Pelmaran firms"."""
    return any(is_adjective(view.rulebook, name.text, view.actors[i].name) for i in name.ids if i in view.actors)


_MET = frozenset(("meeting", "summit", "negotiation"))


def _absent(view: View, query: Query, draft: Draft) -> bool:
    """Whether a Yes to a meeting rests on one of which somebody asked about is no part, and whose own words leave him out."""
    people = [set(name.ids) for name in query.names if view.any_is(name.ids, "person") and name.form != "title"]
    events = [view.events[i] for i in draft.facts if i in view.events and view.events[i].type in _MET]
    if len(people) < 2 or not events or not query.types & _MET:
        return False
    return not any(all(_was_there(view, event, ids) for ids in people) for event in events)


def _was_there(view: View, event: Event, ids: set[str]) -> bool:
    """Whether somebody takes part in an event, or the words that tell it name him."""
    if any(one.actor in ids for one in event.participants):
        return True
    words = {word for i in ids if i in view.actors for word in stems(view.actors[i].name.split()[-1])}
    return any(words & set(stems(citation.quote)) for citation in event.evidence)


def _for_another(view: View, query: Query, draft: Draft) -> bool:
    """Whether a question has somebody act for a country, and the texts have him act only for others, or know him as another's."""
    side = next((name for name in query.names if _BEHALF.search(query.text[: name.span.start]) and not _owns(view, name)), None)
    lands = view.of_kind(side.ids, "country") if side else set()
    frame = frame_of(view, query) if lands else None
    people = view.of_kind(frame.subject.ids, "person") if frame and not frame.copular else set()
    if not people:
        return False
    told = {i for one in people for i in acts_for(view, one, {c.document for c in draft.citations})}
    homes = {view.actors[i].country for i in people if view.actors[i].country}
    return not told & lands if told else bool(homes) and not homes & {*lands, *(view.actors[i].name for i in lands)}


_APPOSED = regex(r"\b([A-Z][\w'-]+)\s*\(([^()]{2,40})\)")


def _acts_for_another(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence gives in brackets another country than the one for which a question has somebody act."""
    asked = [name for name in query.names if _BEHALF.search(query.text[: name.span.start])]
    if not asked:
        return False
    labels = {*stems(asked[0].text), *(i for name in asked for i in name.ids)}
    acting = set(fold(query.text[: asked[0].span.start]).split())
    for name, side in _APPOSED.findall(passage.text):
        ids = set(name_index(view).whole.get((fold(side),), ()))
        if fold(name) in acting and not labels & {*stems(side), *ids}:
            return True
    return False
