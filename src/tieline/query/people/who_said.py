"""Who said what a question tells, in whatever words: "who thinks the region has a bright outlook"."""

import re
from dataclasses import replace
from functools import cache

from tieline.late import regex
from tieline.query.draft import Draft, from_passage, quoted
from tieline.query.evidence.asked import Sought
from tieline.query.evidence.cover import Hit, covering
from tieline.query.evidence.senses import tells
from tieline.query.people.by_number import teller_of_number
from tieline.query.people.content import content
from tieline.query.people.speakers import paragraph, said_by
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.names import name_index
from tieline.query.reading.query import NOWHERE, Name, Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.clausal import Told, clauses_for
from tieline.query.sentences.search import Found
from tieline.query.sentences.told_in import PLAIN
from tieline.query.sentences.told_who import GROUP
from tieline.query.view import Passage, View

_WHO = regex(
    r"^\W*(?:who(?: else)?|which (?:person|official|speaker|leader|politician|one))\s+"
    r"(?:(?:was|is|has|had|have) (?:been )?(?:said to be )?)?"
    r"(?P<verb>\w+)",
    re.I,
)


@cache
def voicing(lexicon: Lexicon) -> frozenset[str]:
    """The stems of the words by which somebody says, wants or expects what a question tells."""
    words = (word for table in lexicon.tables.get("voicing", ()) for row in table.values() for word in row.split())
    return frozenset(stem(word) for word in words)


# words by which what is said is told as a clause: "who thinks that the region has a bright outlook"
_CLAUSE = regex(
    r"\b(?:that|to|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|should|must|does|did|do|how|why|whether)\b", re.I
)
LEAST, OWN, SURE = 0.7, 0.6, 0.9  # of a question; of its words, what the very words said must tell


BY_WORD = 0.2  # what the very words of a question add, before others for them


def surely_said(view: View, query: Query) -> Draft | None:
    """The one speaker whose words tell all that a question gives."""
    return who_said(view, query, least=SURE)


def who_said(view: View, query: Query, *, least: float = LEAST) -> Draft | None:
    """The one speaker whose words tell what a question gives; None where no words do, or those of two alike."""
    asked = _WHO.match(query.text)
    if asked is None or query.title or stem(asked["verb"].lower()) not in voicing(view.lexicon):
        return None
    terms = tuple((t, min(view.weight(t.stem), 4.0)) for t in query.words if not asked.start("verb") <= t.span.start < asked.end("verb"))
    if len(terms) < 2 and not (terms and (query.names or " " in terms[0][0].stem)):
        return None
    hits = covering(view, query, Sought("list", None, (), terms, query.names, None), least=least)
    speakers = ((hit, teller_of_number(view, query, hit.passage) or speaker_of(view, hit.passage)) for hit in hits)
    told = [(hit, who) for hit, who in speakers if who and _in_words(view, query, hit)]
    if not _CLAUSE.search(query.text, asked.end("verb")) and not _is_plain(view.lexicon, asked["verb"]):
        told = [(hit, who) for hit, who in told if tells(view, stem(asked["verb"].lower()), hit.passage.joined)]
    literal = {hit.passage.number: sum(t.stem in hit.passage.vocabulary for t, _ in terms) / len(terms) for hit, _ in told}
    told.sort(key=lambda one: -(one[0].share + BY_WORD * literal[one[0].passage.number]))
    best = told[0][0].share + BY_WORD * literal[told[0][0].passage.number] if told else 0.0
    if len({who for hit, who in told if hit.share + BY_WORD * literal[hit.passage.number] > best - 0.05}) != 1:
        return None
    hit, who = told[0]
    if _by_others(view, query, who):
        return None
    name = view.actors[who].name
    found = Found(hit.passage, hit.share, hit.missing)
    draft = from_passage(found, "actor", text=f"{name}. {quoted(hit.passage)}", value=name)
    return replace(draft, told=tuple(term.stem for term in query.words if term.stem not in hit.missing))


def _is_plain(lexicon: Lexicon, verb: str) -> bool:
    """Whether a verb only says that something is said: "who mentioned the port", and not "who wanted the port"."""
    return any(verb.lower() in row["says"].split() for row in lexicon.tables.get("voicing", ()) if "says" in row)


def _by_others(view: View, query: Query, who: str) -> bool:
    """Whether a clause with the verb of a question, and all else of it, tells it of others: "both sides announced the end of the talks"."""
    found = clauses_for(view, query)
    told = [one for one in found[1] if one.share >= PLAIN and one.mode == "told"] if found else []
    return bool(told) and not any(who in one.gap.ids or one.gap.ids == frozenset() for one in told if not _is_group(one))


def _is_group(told: Told) -> bool:
    """Whether several sides are the subject of a clause."""
    return bool(GROUP.search(" ".join(unit.text for unit in told.gap.units)))


def _in_words(view: View, query: Query, hit: Hit) -> bool:
    """Whether what is said, and not who says it, holds most of the words asked about."""
    words = f" {' '.join(stems(content(hit.passage.text)))} "
    held = [bool(tells(view, term.stem, words)) for term in query.words if term.stem in hit.passage.stems or tells(view, term.stem, words)]
    return bool(held) and sum(held) >= OWN * len(held)


def speaker_of(view: View, passage: Passage) -> str | None:
    """The one person whose words a sentence gives."""
    events = [view.events[i] for i in passage.fact.events if i in view.events and view.events[i].type == "statement"]
    told = {p.actor for event in events for p in event.participants if p.role == "speaker" and p.actor in view.actors}
    people = {i for i in told if view.actors[i].kind == "person"} or _by_office(view, passage)
    if not people:
        named = {
            i for name in name_index(view).find(passage.tokens) for i in name.ids if i in view.actors and view.actors[i].kind == "person"
        }
        meant = named or set(passage.fact.actors) & view.actors.keys()  # "he said"
        people = {i for i in meant if view.actors[i].kind == "person" and said_by(view, _as_name(view, i), passage)}
    if not people and not told:
        people = {i for one in paragraph(view, passage)[:2] for i in _speakers(view, one)}
    return next(iter(people)) if len(people) == 1 else None


_CLOSES = regex(
    r"[,\"”] (?:the|said the|added the) (?P<title>[a-z-]+(?: [a-z-]+)??)(?: (?:said|says|added|adds|told|noted|explained|stated)\b|\W*$)"
)


def _by_office(view: View, passage: Passage) -> set[str]:
    """The one person of a sentence whose office closes it as that of the speaker: ", the ambassador said"."""
    closes = _CLOSES.search(passage.text)
    title = closes["title"].split()[-1] if closes else ""
    people = view.of_kind(passage.fact.actors, "person") if title else set()
    held = {i for i in people if any(role.title.split()[-1:] == [title] for role in view.actors[i].roles)}
    return set(held) if len(held) == 1 else set()


def _speakers(view: View, passage: Passage) -> set[str]:
    """The people whose words a sentence is known to give."""
    events = [view.events[i] for i in passage.fact.events if i in view.events and view.events[i].type == "statement"]
    told = {p.actor for event in events for p in event.participants if p.role == "speaker"}
    return view.of_kind(told, "person")


def _as_name(view: View, ident: str) -> Name:
    return Name(NOWHERE, view.actors[ident].name, (ident,), "name")
