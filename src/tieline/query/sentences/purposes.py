"""What something is for, in the words of a text: what it is meant, was made or is used to do, and the aim that it has."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tieline.extract.syntax.clause import Clause
from tieline.late import regex
from tieline.query.draft import Draft, capital, clip, from_passage, nothing, quoted
from tieline.query.reading.frame import Part, frame_of
from tieline.query.reading.query import Query, Term
from tieline.query.reading.words import stems
from tieline.query.sentences.matching import fit, region
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.purpose_words import purpose_in_words
from tieline.query.sentences.reason_ends import reason_end
from tieline.query.sentences.reasons import came_for
from tieline.query.sentences.search import Found, search
from tieline.query.sentences.themes import theme_share
from tieline.query.view import Passage, View

_FOR = regex(
    r"^\W*what (?:is|are|was|were|will) (?P<thing>.+?) (?:(?:meant|intended|used|designed|there|good|needed|spent) )?(?:be )?for\W*$", re.I
)
_MEANT = regex(
    r"^\W*what (?:is|are|was|were) (?P<thing>.+?) (?:meant|intended|supposed|designed|expected|built|set up|created|founded) to"
    r" (?:do|achieve|bring about)\W*$",
    re.I,
)
_AIM = regex(
    r"^\W*what (?:is|are|was|were) the (?:\w+ )?(?:purpose|aim|goal|objective|object|point|intention|idea)s?"
    r" (?:of|behind) (?P<thing>.+?)\W*$",
    re.I,
)
_STAYS = frozenset(("visit",))
_WAYS = (_FOR, _MEANT, _AIM)
LEAST = 0.7
MOST = 30


def purpose(view: View, query: Query) -> Draft | None:
    """The purpose that a sentence tells of a thing; a refusal where none does; None where a question asks for something else."""
    asked = next((match for way in _WAYS if (match := way.match(query.text))), None) if query.form == "what" else None
    return (_by_clauses(view, query, asked) if asked else None) or purpose_in_words(view, query) or _untold(view, query, asked)


def _untold(view: View, query: Query, asked: re.Match[str] | None) -> Draft | None:
    """A refusal, where a question asks for nothing but the purpose of a thing."""
    if asked is None or query.types & _STAYS or _other(view, asked):
        return None
    part = _part(view, query, *asked.span("thing"))
    if part.empty or (part.head is None and view.any_is(part.ids, "country", "person")):
        return None
    return nothing(view, query, "statement", "The texts do not say what it is for.", "value")


def _other(view: View, asked: re.Match[str]) -> bool:
    """Whether "for" belongs to the word before it: "what is the town known for"."""
    return asked["thing"].rsplit(" ", 1)[-1].lower() in _listed(view, "other")


def _by_clauses(view: View, query: Query, asked: re.Match[str]) -> Draft | None:
    """What the clauses say that have a thing for their subject or object."""
    if query.types & _STAYS:
        return came_for(view, query)
    part = _part(view, query, *asked.span("thing"))
    if _other(view, asked) or part.empty or (part.head is None and view.any_is(part.ids, "country", "person")):
        return None  # the aim of somebody is not what something is for
    told = ((passage, words) for passage in _candidates(view, query, part) for words in _of_thing(view, part, passage))
    passage, words = next(told, (None, ""))
    if passage is None:
        return None
    text = f"{capital(clip(words, 140))}. {quoted(passage, 150)}"
    draft = from_passage(Found(passage, 1.0, ()), "statement", text=text, value=words)
    return replace(draft, told=tuple(term.stem for term in query.words))


def _part(view: View, query: Query, start: int, end: int) -> Part:
    """The thing that a question asks about as a part of a clause."""
    frame = frame_of(view, query)
    whole = frame.subject if frame else Part()
    told = stems(query.text[start:end])
    named = tuple((name.ids, stems(name.text)) for name in query.names if start <= name.span.start and name.span.end <= end)
    first = stems(query.text[start : _phrase_end(query.text, start, end)])
    own = tuple(word for word in whole.words if word in told) or tuple(w for w in told if not named and w not in view.lexicon.stop)
    return Part(own, next((word for word in reversed(first) if word in own), None), named)


def _phrase_end(text: str, start: int, end: int) -> int:
    """Where the first noun phrase of some words ends: before "of", "in" and the like."""
    found = re.search(r"\s(?:of|in|on|for|between|from|to|with|at)\s", text[start:end])
    return start + found.start() if found else end


def _candidates(view: View, query: Query, part: Part) -> list[Passage]:
    """The sentences that name the thing, and those right behind them."""
    terms = tuple(Term(word, word, query.asked) for word in part.words)
    names = tuple(name for name in query.names if set(name.ids) & part.ids)
    found = search(view, query, terms=terms, names=names, least=0.75, in_time=False)[:MOST]
    numbers = dict.fromkeys(one.passage.number for one in found if one.passage.fact.zone == "prose")
    numbers |= dict.fromkeys(n + 1 for n in list(numbers) if n + 1 < len(view.passages))
    return [view.passages[n] for n in numbers if view.passages[n].fact.zone == "prose"]


def _of_thing(view: View, part: Part, passage: Passage) -> Iterator[str]:
    """The words of a sentence that tell what a thing is for, the surest first."""
    row = parsed(view, passage)
    for clause in row.clauses:
        if clause.verb.lemma in _listed(view, "meant") and theme_share(view, part, row, clause, passage) >= LEAST:
            yield from _infinitive(view, passage, row, clause)
    for clause in row.clauses:
        if not clause.verb.negated and _concerns(view, part, row, clause, passage):
            yield from _by_cue(view, passage, row, clause)
    yield from _hanging(view, part, row, passage)


def _listed(view: View, key: str) -> frozenset[str]:
    return frozenset(word for table in view.lexicon.tables.get("purposes", ()) for word in table[key].split())


def _concerns(view: View, part: Part, row: Parsed, clause: Clause, passage: Passage) -> bool:
    """Whether a thing is what a clause is about: its subject or its object."""
    if theme_share(view, part, row, clause, passage) >= LEAST:
        return True
    after = region(row, range(clause.verb.end, clause.right))
    return bool(after.places) and fit(view, part, after, after, passage) >= LEAST


def _infinitive(view: View, passage: Passage, row: Parsed, clause: Clause) -> Iterator[str]:
    """What stands behind "is meant": "to allow the stock to recover", "for traders"."""
    k = clause.verb.end
    while k < len(row.units) and row.units[k].tag == "adverb":
        k += 1
    if k < len(row.units) and row.units[k].lower in ("to", "for", "as", "at"):
        yield _to_end(view, passage, row, k)


def _by_cue(view: View, passage: Passage, row: Parsed, clause: Clause) -> Iterator[str]:
    """What stands behind "in order to", "so that" in a clause."""
    for k in range(clause.verb.end, len(row.units) - 2):
        run = " ".join(unit.lower for unit in row.units[k : k + 3])
        if run == "in order to" or run.startswith(("so that ", "so as to")):
            yield _to_end(view, passage, row, k)
            return


def _hanging(view: View, part: Part, row: Parsed, passage: Passage) -> Iterator[str]:
    """The infinitive that hangs on the thing or on what was done with it: "a loan to build a port", "a pact, aiming to ..."."""
    heads = {word for word in (part.head, *(part.words[-1:] if part.head is None else ())) if word}
    places = [k for k, unit in enumerate(row.units) if heads & set(stems(unit.text)) or _named_at(part, row, k)]
    for clause in row.clauses:
        aims = clause.kind == "participle" and clause.verb.lemma in _AIMS and any(at < clause.verb.start for at in places)
        yield from _infinitive(view, passage, row, clause) if aims else ()
    for clause in (one for one in row.clauses if one.kind == "infinitive" and not one.verb.passive and places):
        k = clause.left if row.units[clause.left].lower == "to" else clause.verb.start
        before = [at for at in places if at < k]
        between = row.units[before[-1] + 1 : k] if before else ()
        if before and row.units[k].lower == "to" and all(unit.tag in _WITHIN or _made(view, unit.verbs) for unit in between):
            yield _to_end(view, passage, row, k)


_AIMS = frozenset(("aim", "mean", "intend", "design"))
_WITHIN = frozenset(("preposition", "determiner", "noun", "actor", "number", "quantity", "time", "adverb", "agreement", "'s", "sign"))


def _made(view: View, verbs: tuple[tuple[str, str], ...]) -> bool:
    """Whether a word is a verb for making or giving the thing: "a levy, introduced in 2015 to pay for roads"."""
    return any(lemma in _listed(view, "made") for lemma, _ in verbs)


def _named_at(part: Part, row: Parsed, k: int) -> bool:
    return part.head is None and any(set(ids) & set(row.ids.get(row.units[k].start, ())) for ids, _ in part.named)


def _to_end(view: View, passage: Passage, row: Parsed, k: int) -> str:
    """The words from a place to where they go on about something else."""
    start = row.units[k].start - passage.fact.start
    end = reason_end(view, passage, start, len(passage.text))
    return " ".join(re.split(r"[\"”;]", passage.text[start:end])[0].split()).strip(" ,.;:'’")
