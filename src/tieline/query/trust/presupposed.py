"""Whether what a question takes for granted is told at all: "when did Vael praise the plan" of a plan that Orlu praised."""

import re

from tieline.late import regex
from tieline.query.draft import Answering, Draft
from tieline.query.people.speakers import said_by
from tieline.query.people.speech import verbs_of_speech
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Query
from tieline.query.reading.titles import is_person
from tieline.query.sentences.clausal import told_of
from tieline.query.view import View

_GRANTED = regex(r"^\W*(?P<word>when|why)(?: exactly| precisely)? (?P<rest>(?:did|was|were|has|have|had) .{8,})$", re.I)
_WORDS = frozenset(("statement", "other"))


def granted(view: View, query: Query, draft: Draft, ask: Answering) -> bool:
    """Whether the texts may bear out what a question asks the time or reason of."""
    found = _GRANTED.match(query.text) if draft.status != "unanswered" and query.form not in ("published", "between") else None
    if found is None or query.negated:
        return True
    if found["word"].lower() == "why":
        return ask(view, f"{found['rest'][0].upper()}{found['rest'][1:]}").value is not False
    return draft.status != "answered" or draft.kind != "date" or not _of_others(view, query, draft)


def _of_others(view: View, query: Query, draft: Draft) -> bool:
    """Whether what a date rests on is said or done, with the verb of a question, by somebody whom it does not name."""
    frame = frame_of(view, query)
    people = [name for name in query.names if frame is not None and is_person(view, name) and set(name.ids) & frame.subject.ids]
    told = view.passages_of(draft.citations)
    if frame is None or not people or not told:
        return False
    if set(frame.verbs) & verbs_of_speech(view.lexicon)[0]:
        return not any(said_by(view, people[0], passage) for passage in told)
    events = [view.events[one] for one in draft.facts if one in view.events]
    if any(event.type not in _WORDS for event in events):
        return False
    return all(told_of(view, query, passage) is False for passage in told)
