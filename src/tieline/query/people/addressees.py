"""To whom somebody spoke, as the sentence with their words tells it: "..., Tove Ruhn told the Torvane Herald"."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft, from_passage, quoted
from tieline.query.people.outlets import outlets
from tieline.query.people.speakers import said_by
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Name, Query
from tieline.query.reading.titles import is_person
from tieline.query.reading.words import stem
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.search import Found
from tieline.query.view import Passage, View

_ASKED = regex(
    r"^\W*(?:(?:to|with) )?(?:whom?|which (?:paper|newspaper|agency|outlet|medium|reporter|house|news agency))\s+"
    r"(?:did|does|do|has|had|was|is)\b"
    r"[^?]*?\b(?:speak|spoke|speaking|talk|talking|talked|tell|told|say|said|address|addressed|confide|confided|comment)\b",
    re.I,
)
_TOLD = regex(
    r"\b(?:told|tells|telling|informed|addressing|addressed|(?:spoke|speaking|speaks|talked|talking) (?:to|with)|interview (?:with|to|for))"
    r" (?:the |a |an )?$",
    re.I,
)
_IDLE = "speak talk tell say address confide comment paper newspaper agency outlet medium reporter house news"
_SPEAKING = frozenset(stem(word) for word in _IDLE.split())


def addressee(view: View, query: Query) -> Draft | None:
    """The one to whom a person said something, best by the sentence that holds what was said; None where no sentence tells."""
    speaker = next((name for name in query.names if is_person(view, name)), None)
    if speaker is None or not _ASKED.match(query.text):
        return None
    terms = [term for term in query.words if term.stem.split()[0] not in _SPEAKING]
    told = []
    for number in sorted({n for i in speaker.ids for n in view.by_actor.get(i, ())}):
        passage = view.passages[number]
        heard = _heard(view, speaker, passage)
        if heard and said_by(view, speaker, passage):
            told.append((sum(bool(covers_text(view, term.stem, passage.joined)) for term in terms), heard, passage))
    if not told:
        return None
    best = max(held for held, _, _ in told)
    kept = [one for one in told if one[0] == best]
    if best * 2 < len(terms) or len({heard for _, heard, _ in kept}) > 1:
        return None
    _, heard, passage = kept[0]
    draft = from_passage(Found(passage, 1.0, ()), "actor", text=f"{heard}. {quoted(passage)}", value=heard)
    told_words = [term.stem for term in query.words if term not in terms or covers_text(view, term.stem, passage.joined)]
    return replace(draft, told=tuple(told_words))


def _heard(view: View, speaker: Name, passage: Passage) -> str | None:
    """Who is named right behind "told" in a sentence, and is not the speaker."""
    for name in name_index(view).find(passage.tokens):
        before = passage.document.text[passage.fact.start : name.span.start]
        if _TOLD.search(before) and not set(name.ids) & set(speaker.ids):
            return _outlet_at(view, passage, name.span.start) or view.actors[name.ids[0]].name
    return None


def _outlet_at(view: View, passage: Passage, start: int) -> str | None:
    """The paper or agency whose name begins at a place, the longest: "Torvane Herald", and not "Torvane"."""
    text = passage.document.text
    return max((name for name in outlets(view) if text.startswith(name, start)), key=len, default=None)
