"""Why something happened and on what condition it will: the words in which a text gives it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.query.cover import covers_text
from tieline.query.draft import Draft, capital, clip, from_passage, nothing, quoted
from tieline.query.names import name_index
from tieline.query.query import Query
from tieline.query.search import Found, search
from tieline.query.view import Passage, View
from tieline.query.words import stem

_ASKED = re.compile(r"\bconditions?\b|\bprovided what\b|\bwhat .*\bdepend", re.I)
_REASON = frozenset(stem(word) for word in ("why", "reason", "cause", "condition", "conditions", "reasons", "caused"))
LEAST = 0.7


def why(view: View, query: Query) -> Draft | None:
    """The reason that a sentence gives for what a question asks about; None where none gives one."""
    if not re.match(r"\W*(?:why|for what reason|what (?:was|is|were) the reason|what (?:led|caused))\b", query.text, re.I):
        return None
    for cues in ("plain", "loose"):
        found = _given(view, _about(query), _words(view, "reasons", cues))
        if found:
            return found
    stayed = query.types & {"visit", "meeting", "summit"} or not _about(query).words  # why somebody came is told by what they did
    return None if stayed else nothing(view, query, "statement", "The texts give no reason.")


def condition(view: View, query: Query) -> Draft | None:
    """The condition that a sentence sets; None where none does."""
    return _given(view, _about(query), _words(view, "conditions", "words"), least=0.6) if _ASKED.search(query.text) else None


def _about(query: Query) -> Query:
    words = tuple(term for term in query.words if term.stem not in _REASON)
    return replace(query, words=words)


def _words(view: View, table: str, key: str) -> tuple[str, ...]:
    return tuple(word for one in view.lexicon.tables.get(table, ()) for word in one[key])


def _given(view: View, query: Query, cues: Sequence[str], *, least: float = LEAST) -> Draft | None:
    ahead = "|".join(re.escape(cue).replace(r"\ ", r"\s+") for cue in cues)
    pattern = re.compile(rf"(?<![\w-])(?:{ahead})\b[^.;?!]*", re.I)
    for found in search(view, query, least=least)[:6]:
        if _of_another(view, query, found.passage):
            continue
        told = _clause(found.passage, pattern, query)
        if told and found.passage.fact.zone != "headline":
            return from_passage(found, "statement", text=f"{capital(clip(told, 140))}. {quoted(found.passage, 150)}", value=told)
        following = _next(view, found)
        told = _clause(following, pattern, query) if following and found.share > 0.85 else None
        if (
            following
            and told
            and re.match(r"\W*(?:it|this|that|the (?:move|decision|step|reason|measure|delay|break))\b", following.text, re.I)
        ):
            return from_passage(
                Found(following, found.share, ()), "statement", text=f"{capital(told)}. {quoted(following, 150)}", value=told
            )
    return None


_SUBJECT = re.compile(r"\b(?:did|does|do|has|have|had|will|would)\s+(?:the )?$", re.I)


def _of_another(view: View, query: Query, passage: Passage) -> bool:
    """Whether the one who is asked about stands in a sentence only after the act: it was done to them, or by another."""
    subject = next((name for name in query.names if _SUBJECT.search(query.text[: name.span.start])), None)
    after = [term for term in query.words if subject and term.span.start >= subject.span.end]
    if subject is None or not after:
        return False
    acts = [i for i, word in enumerate(passage.stems) if covers_text(view, after[0].stem, f" {word} ")]
    own = [name.span.start for name in name_index(view).find(passage.tokens) if set(name.ids) & set(subject.ids)]
    return bool(acts and own) and passage.tokens[acts[0]].start < min(own)


def _clause(passage: Passage, pattern: re.Pattern[str], query: Query) -> str | None:
    """The words from a cue on, unless the cue stands in what is asked itself or the sentence opens with it."""
    for found in pattern.finditer(passage.text):
        words = " ".join(found[0].split()).strip(" ,\"'”’")
        if len(words.split()) > 2:
            if found.start() == 0 and "," in words:
                return words.split(",")[0]
            return words
    return None


def _next(view: View, found: Found) -> Passage | None:
    number = found.passage.number + 1
    after = view.passages[number] if number < len(view.passages) else None
    return after if after and after.document is found.passage.document else None
