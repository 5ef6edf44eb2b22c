"""Whether an answer rests on what its sentence tells of another than the one asked about: a predecessor, an older survey."""

import re
from itertools import pairwise

from tieline.late import regex
from tieline.model.token import tokenize
from tieline.query.draft import Draft
from tieline.query.events.verdict.excepted import takes_out
from tieline.query.evidence.senses import tells
from tieline.query.reading.query import Query
from tieline.query.reading.words import stems
from tieline.query.view import Passage, View

_OWNED = regex(r"^['’]s?\s+(\w+(?:\s\w+){0,2})")
_NEW = regex(r"\bnew (?P<noun>[a-z]{3,})", re.I)
_OLDER = r"\b(?:first|second|third|fourth|fifth|previous|earlier|old|older|last)\s+{noun}\b"
_BUT = regex(r",?\s+but\s+(?=(?:an?|the|its|their|no)\s)", re.I)
LONGEST = 7  # words of what stands behind "but" without a verb of its own


def set_apart(view: View, query: Query, draft: Draft) -> bool:
    """Whether all sentences of an answer tell of another: of somebody's predecessor, of an older one, of what stands before "but"."""
    told = view.passages_of(draft.citations)
    if not told:
        return False
    if draft.kind != "yesno" and not query.negated and all(takes_out(view, query, one) for one in told):
        return True
    return all(_of_kin(view, query, one) or _of_older(query, one) for one in told) or _before_but(view, query, draft)


def _of_kin(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence names a person asked about only as whose predecessor or spokesman another is."""
    tables = view.lexicon.tables["related"]
    related, asked = (frozenset(word for table in tables for word in table.get(name, "").split()) for name in ("people", "asked"))
    if not (related | asked).isdisjoint(token.lower for token in tokenize(query.text)):
        return False
    for name in query.names:
        if not view.any_is(name.ids, "person"):
            continue
        last = name.text.split()[-1]
        behind = [passage.text[found.end() :] for found in re.finditer(rf"\b{re.escape(last)}\b", passage.text)]
        pronoun = any(token.lower in ("he", "she", "his", "her", "him") for token in passage.tokens)
        if behind and not pronoun and all(_is_owned_by(related, rest) for rest in behind):
            return True
    return False


def _is_owned_by(related: frozenset[str], behind: str) -> bool:
    """Whether what stands behind a name makes it the owner of somebody: "'s former adviser"."""
    owned = _OWNED.match(behind)
    return owned is not None and not related.isdisjoint(owned[1].lower().split())


def _of_older(query: Query, passage: Passage) -> bool:
    """Whether a question asks of a new thing, and a sentence tells of an older one alone."""
    asked = _NEW.search(query.text)
    if asked is None:
        return False
    older = re.search(_OLDER.format(noun=re.escape(asked["noun"])), passage.text, re.I)
    return older is not None and not re.search(r"\bnew\b", passage.text, re.I)


def _before_but(view: View, query: Query, draft: Draft) -> bool:
    """Whether what tells an event has its deed before "but", and what is asked about behind it: "signed a loan, but a pact ..."."""
    quotes = [view.events[i].evidence[0].quote for i in draft.facts if i in view.events]
    if quotes and all(_parted(view, query, quote) for quote in quotes):
        return True
    told = view.passages_of(draft.citations)
    return draft.kind in ("date", "yesno") and all(_deed_before(view, query, passage) for passage in told)


def _deed_before(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence has the deed asked about before "but" alone, and the thing asked about behind it alone."""
    acts = [act.span for act in query.acts if not act.soft]
    deeds = [term for term in query.words if any(span.contains(term.span) for span in acts)]
    things = [term for term in query.words if term not in deeds]
    for before, behind in pairwise(_BUT.split(passage.text)):
        head, tail = (f" {' '.join(stems(part))} " for part in (before, behind))
        early = any(tells(view, term.stem, head) and not tells(view, term.stem, tail) for term in deeds)
        if early and any(tells(view, term.stem, tail) and not tells(view, term.stem, head) for term in things):
            return True
    return False


def _parted(view: View, query: Query, quote: str) -> bool:
    for before, behind in pairwise(_BUT.split(quote)):
        head, tail = (f" {' '.join(stems(part))} " for part in (before, behind))
        if len(tail.split()) <= LONGEST and any(tells(view, term.stem, tail) > tells(view, term.stem, head) for term in query.words):
            return True
    return False
