"""Whether somebody said, or denied, something: by the speaker of the sentence that holds it."""

import re
from dataclasses import replace
from functools import cache

from tieline.late import regex
from tieline.model.token import tokenize
from tieline.query.draft import Draft, clip, from_passage, quoted
from tieline.query.people.speakers import said_by
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.query import Name, Query
from tieline.query.reading.words import fold, stem
from tieline.query.sentences.clause_subjects import subject_of
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.parsed import parsed
from tieline.query.sentences.search import Found, search
from tieline.query.sentences.superlatives import ranked_otherwise
from tieline.query.view import Passage, View

_BETWEEN = regex(
    r"^\s*(?:ever|never|not|really|actually|also|once|indeed|already|publicly|n't|himself|herself)?\s*(?:ever |also )?(?P<verb>\w+)\b", re.I
)
_NO = regex(r"\b(?:no|not|never|nothing|nobody|none|neither|nor|without)\b|n't\b", re.I)
_DENIAL = regex(r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|not true|untrue|false|unfounded)\b", re.I)
LEAST = 0.86
SURE = 0.95


def spoken(view: View, query: Query) -> Draft | None:
    """The verdict on "did X say that ...?"; None where the question is another, or no sentence holds what was said."""
    speaker = next((name for name in query.names if _speaks(view, name)), None)
    found = _BETWEEN.match(query.text[speaker.span.end :]) if speaker else None
    if speaker is None or found is None or not query.text[: speaker.span.start].strip().isalpha():
        return None
    told, denied = verbs_of_speech(view.lexicon)
    verb = stem(found["verb"].lower())
    if verb not in told and verb not in denied:
        return None
    start = speaker.span.end + found.start("verb")
    terms = tuple(term for term in query.words if not term.span.start <= start < term.span.end)
    names = tuple(name for name in query.names if name is not speaker)
    content = query.text[speaker.span.end + found.end() :]
    found_ones = search(view, replace(query, words=terms, names=names), least=LEAST)[:8]
    fitting = [
        one for one in found_ones if bool(_NO.search(content)) == bool(_NO.search(one.passage.text)) or _DENIAL.search(one.passage.text)
    ]
    own = next((one for one in fitting if _is_subject(view, speaker, one.passage) or said_by(view, speaker, one.passage)), None)
    if own and ranked_otherwise(content, own.passage.text):
        return from_passage(own, "yesno", text=f"No. {quoted(own.passage, 250)}", value=False)
    if own:
        value = bool(_DENIAL.search(own.passage.text)) == (verb in denied)
        return from_passage(own, "yesno", text=f"{'Yes' if value else 'No'}. {quoted(own.passage, 250)}", value=value)
    sure = len(terms) > 1 and bool(fitting) and fitting[0].share > SURE  # one word says too little of what was said
    return _by_another(view, fitting[0]) if sure and verb in told else None


def _by_another(view: View, found: Found) -> Draft | None:
    """No, where somebody else is known to have said it."""
    other = _other(view, found.passage)
    text = f"No. The texts give that to {other}: {quoted(found.passage, 200)}"
    return from_passage(found, "yesno", text=clip(text), value=False) if other else None


def _is_subject(view: View, speaker: Name, passage: Passage) -> bool:
    """Whether a verb of saying or denying in a sentence has the speaker as its subject."""
    told, denied = verbs_of_speech(view.lexicon)
    row = parsed(view, passage)
    saying = (c for c in row.clauses if stem(c.verb.lemma) in told | denied and not c.verb.passive)
    return any(set(speaker.ids) & subject_of(row, clause).ids for clause in saying)


def said_by_others(view: View, query: Query, passage: Passage) -> bool:
    """Whether the verbs of saying in a sentence have other subjects than the one who, by the question, said it."""
    told, denied = verbs_of_speech(view.lexicon)
    tokens = tokenize(query.text)[:9]
    at = next((n for n, token in enumerate(tokens) if n > 1 and stem(token.lower) in told | denied), None)
    if at is None:
        return False
    row = parsed(view, passage)
    saying = (told | denied) - {stem("call")}  # "called this fiction" gives no words of its own
    subjects = [subject_of(row, c) for c in row.clauses if stem(c.verb.lemma) in saying and not c.verb.passive]
    wanted = {i for name in query.names if name.span.end <= tokens[at].start for i in name.ids}
    words = [stem(token.lower) for token in tokens[1:at] if fold(token.text) not in view.lexicon.stop]
    fits = any(wanted & one.ids or (words and covers_text(view, words[-1], one.text)) for one in subjects)
    meant = _PRONOUNS | _BOTH if sum(name.span.end <= tokens[at].start for name in query.names) > 1 else _PRONOUNS
    return bool(subjects) and not fits and not any(unit.lower in meant for one in subjects for unit in one.units)


_PRONOUNS = frozenset(("he", "she", "it", "they", "i", "we"))
_BOTH = frozenset(("two", "both"))


def _other(view: View, passage: Passage) -> str | None:
    """Who is known to have said a sentence."""
    events = [view.events[i] for i in passage.fact.events if i in view.events and view.events[i].type == "statement"]
    names = {p.name for event in events for p in event.participants if p.role == "speaker"}
    return next(iter(names)) if len(names) == 1 else None


def _speaks(view: View, name: Name) -> bool:
    return view.any_is(name.ids, "person", "organization", "company", "country")


@cache
def verbs_of_speech(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the verbs of saying, and of those of denying."""
    tables = lexicon.tables.get("speech", ())
    told, denied = (frozenset(stem(word) for table in tables for word in table[key].split()) for key in ("told", "denied"))
    return told, denied
