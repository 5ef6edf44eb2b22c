"""The reason that stands beside the sentence which tells an act: in the next one, or in the one before."""

import re
from dataclasses import replace

from tieline.extract.syntax.clause import Clause
from tieline.late import regex
from tieline.model.token import tokenize
from tieline.query.draft import Draft, capital, clip, from_passage, quoted
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Query
from tieline.query.reading.slots import no_slots
from tieline.query.reading.words import stemmed
from tieline.query.sentences.acts_told import acts_told
from tieline.query.sentences.clausal import clauses_with_verb, told_of
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.reason_ends import reason_end
from tieline.query.sentences.search import Found
from tieline.query.view import Passage, View

LEAST = 0.7
SURE = 0.85  # of a question, told by words alone
LOOKED_AT = 3


def linked(view: View, query: Query) -> Draft | None:
    """The reason that the next sentence gives for what one tells, or that the one before is; None where neither says so."""
    for found in acts_told(view, query, LEAST)[:LOOKED_AT]:
        if found.passage.fact.zone == "prose" and _tells_act(view, query, found):
            draft = _told_behind(view, found) or _told_before(view, found)
            if draft:
                return draft
    return None


def _tells_act(view: View, query: Query, found: Found) -> bool:
    """Whether a sentence tells the very act whose reason is asked, by a clause or by nearly all words of the question."""
    frame = frame_of(view, query)
    if frame is None or frame.copular:
        return found.share >= SURE
    told = told_of(view, query, found.passage)
    return bool(told) or (told is None and found.share >= SURE and not clauses_with_verb(view, frame, found.passage))


def _neighbour(view: View, passage: Passage, step: int) -> Passage | None:
    number = passage.number + step
    other = view.passages[number] if 0 <= number < len(view.passages) else None
    return other if other and other.document is passage.document and other.fact.zone == "prose" else None


def _told_behind(view: View, found: Found) -> Draft | None:
    """What the next sentence gives as the reason: "They do so because ...", "The reason is that ...", "It cites ..."."""
    after = _neighbour(view, found.passage, 1)
    start = (_opening(view, after, "behind") or _cited(view, after)) if after else None
    if after is None or start is None:
        return None
    told = after.text[start : reason_end(view, after, start, len(after.text))].strip(" ,.;")
    if len(told.split()) < 2:
        return None
    text = f"{capital(clip(told, 140))}. {quoted(after, 150)}"
    return _with_both(from_passage(Found(after, found.share, ()), "statement", text=text, value=told), found.passage)


def _told_before(view: View, found: Found) -> Draft | None:
    """The sentence before, where one opens with what points back to a reason: "For this reason ..."."""
    before = _neighbour(view, found.passage, -1)
    if before is None or _opening(view, found.passage, "ahead") is None or len(before.text) > 200:
        return None
    text = f"{quoted(before, 200)} {quoted(found.passage, 90)}"
    return _with_both(from_passage(Found(before, found.share, ()), "statement", text=text), found.passage)


def _with_both(draft: Draft, act: Passage) -> Draft:
    """A reason that cites the sentence of the act as well."""
    return replace(draft, citations=(*draft.citations, act.citation))


def _opening(view: View, passage: Passage, key: str) -> int | None:
    """Where the words go on behind those with which a sentence opens that points to a reason; None where it opens otherwise."""
    tokens = tokenize(passage.text)
    ends = [m.end for pattern in view.lexicon.reason_openings[key] if (m := pattern.match(stemmed(tokens), 0, no_slots))]
    if not ends or max(ends) >= len(tokens):
        return None
    start = tokens[max(ends)].start
    bare = key == "behind" and not _NAMES_REASON.search(passage.text[:start])
    return start if not bare or _opens_reason(view, passage.text[start:]) else None


_NAMES_REASON = regex(r"\b(?:reason|cause|explanation|aim|purpose|goal|object|intention|idea)\b", re.I)


def _opens_reason(view: View, text: str) -> bool:
    """Whether words behind "it was" or "they did so" open a reason: "because ...", "in protest at ..."."""
    words = " ".join(text.lower().split()[:3]) + " "
    return any(words.startswith(f"{one} ") for one in view.lexicon.tables["reasons"][0]["opens"])


_POINTS = frozenset(("it", "they", "he", "she", "both"))


def _cited(view: View, passage: Passage) -> int | None:
    """Where the reason opens that those who did something give: "They cite rising prices"."""
    cites = view.lexicon.tables["reasons"][0]["cites"].split()
    row = parsed(view, passage)
    main = [c for c in row.clauses if c.verb.lemma in cites and c.kind == "main" and c.verb.finite and not c.verb.negated]
    if not main or main[0].verb.end >= len(row.units):
        return None
    points = row.units[0].lower in _POINTS or main[0].verb.lemma == "blame"  # whoever blames a thing blames it for what was just told
    return row.units[main[0].verb.end].start - passage.fact.start if points and "for" not in _behind(row, main[0]) else None


def _behind(row: Parsed, clause: Clause) -> set[str]:
    return {unit.lower for unit in row.units[clause.verb.end : clause.right]}
