"""What was put off or called off, and to when something was put off."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.answer import AnswerStatus
from tieline.model.event import Event
from tieline.query.draft import Draft, capital, cite, clip, event_reasons, from_events, in_order, line
from tieline.query.events.pick.shortlist import shortlist
from tieline.query.reading.query import Query
from tieline.query.reading.windows import in_window
from tieline.query.view import View

GIVEN_UP = regex(
    r"\b(?:cancel\w*|call(?:ed)? off|put off|put back|pushed back|postpon\w*|delayed|f[ae]ll through|fallen through|shelved|scrapped"
    r"|rescheduled|not (?:take place|go ahead)|never (?:took place|went ahead|happened))\b",
    re.I,
)
_NEW = regex(
    r"^\W*(?:to|until|till|for) (?:when|(?:which|what) (?:date|day|month|year))\b|\b(?:new|later) date\b|\b(?:to|until|till) when\b", re.I
)
_WHY = regex(r"^\W*(?:why|for what reason|what (?:was|is) the reason|by whom|who|how long)\b", re.I)
_FORMS = frozenset(("what", "list", "fragment", "count", "how_many", "timeline", "agreement"))
_LOOSE = regex(r"f[ae]ll|fallen|through|off|put|call(?:ed)?|back|pushed|ahead|go|went|new|date|later", re.I)


def called_off(view: View, query: Query) -> Draft | None:
    """The plans that were put off or called off, or the new date of one; None where the question asks for neither."""
    if not GIVEN_UP.search(query.text) or (query.form not in _FORMS and not _NEW.search(query.text)) or _WHY.match(query.text):
        return None
    plans = _plans(view, query)
    if _NEW.search(query.text):
        return _moved_to(view, plans)
    if not plans:
        return None
    draft = from_events(plans, "list")
    return replace(draft, kind="count", unit="count") if query.form in ("count", "how_many") else draft


def _plans(view: View, query: Query) -> list[Event]:
    """The events put off or called off of those, and of the kind, that a question names."""
    keys = shortlist(view).by_key
    named = [set().union(*(keys.get(i, ()) for i in name.ids)) for name in query.names]
    types = query.types - {"agreement", "negotiation"} or query.types
    found = [e for e in view.facts.events if e.status == "cancelled" and all(e.id in ids for ids in named)]
    found = [e for e in found if not types or e.type in types]
    return in_order(e for e in found if all(in_window(e.time, window) for window in query.windows) and _told(view, query, e))


def _told(view: View, query: Query, event: Event) -> bool:
    """Whether the sentences that tell a plan hold the other words of a question."""
    from tieline.query.sentences.cover import covers_text

    text = " ".join(passage.joined for passage in view.passages_of(event.evidence))
    rest = [t for t in query.terms if not (GIVEN_UP.search(t.text) or _LOOSE.fullmatch(t.text) or t.stem in view.lexicon.light)]
    return all(covers_text(view, term.stem, text) for term in rest)


def _moved_to(view: View, plans: Sequence[Event]) -> Draft | None:
    """The date to which the one plan that is meant was moved."""
    found = {new.time.edtf: (old, new) for old in plans for new in _later(view, old) if new.time}
    if len(found) != 1:
        return None
    ((edtf, (old, new)),) = found.items()
    text = clip(f"{capital(line(new))}. Before that: {line(old)}.")
    reasons = (*event_reasons(old), *event_reasons(new))
    status: AnswerStatus = "answered" if new.status in ("occurred", "ongoing") else "partly"
    return Draft(status, text, "date", edtf, citations=cite([new, old]), reasons=reasons, facts=(new.id, old.id))


def _later(view: View, old: Event) -> list[Event]:
    """The later events of the same kind, people and thing as a plan that was given up."""
    people = {p.actor for p in old.participants}
    kind = [e for e in view.by_type.get(old.type, ()) if e.stage == old.stage and e.agreement == old.agreement and e.status != "cancelled"]
    same = [e for e in kind if people and people <= {p.actor for p in e.participants}]
    return [e for e in same if e.time and old.time and e.time.earliest and old.time.latest and e.time.earliest > old.time.latest]
