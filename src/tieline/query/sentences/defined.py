"""What a sentence calls something: "Port A, one of the projects of the initiative", "Peru is the first country to sign one".

Questions ask for the thing by what it is called: "which port is part of the initiative", "which country was the first to sign one".
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tieline.extract.syntax.clause import Clause
from tieline.late import regex
from tieline.light import dataclass
from tieline.model.span import Span
from tieline.query.draft import Draft, capital, clip, from_passage
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.kinds import kinds_of
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.search import search
from tieline.query.sentences.superlatives import ranked_otherwise, ranks
from tieline.query.view import Passage, View

_ASKED = regex(
    r"^\W*(?:what|which(?: (?P<kind>[\w-]+))?) (?:is|was|are|were|became|has become) (?:the name of )?"
    r"(?P<called>(?:(?:the|an?|one of|part of|among)\b|[\w. ]+['\u2019]s? |(?<=are |ere )).{4,}?)\W*$",
    re.I | re.S,
)
_NAME = regex(r"(?:the )?[A-Z][\w'’-]*(?: (?:(?:of|and|for|the) )?[A-Z\d][\w'’-]*)*")
_BELONGS = regex(r"^(?:part of|one of|among)\s+", re.I)
_LOOSE = frozenset(stem(word) for word in ("part", "one", "among", "name"))
_APPOSED = regex(r",\s(?=(?:an?|the|one of|part of)\s)", re.I)
_ENDS = regex(r"[,;:.()\u201c\u201d\"\u2014]")
_LEADS = regex(r"^(?:that|and|but|while|as|of|with|for|in|by|to)\s+", re.I)
_PLACED = regex(r"(?:on|in|at|under|from|since|after|before|during|according|besides?|last|next|ready|able)\b", re.I)
_AS = regex(r"^(?:now |also |still )?(?:as )?", re.I)
_MARKS = " ,.\u201c\u201d\"'"
_COPULAS = frozenset(("be", "become", "remain", "represent", "constitute"))
_CALLED = frozenset(("consider", "call", "regard", "know", "describe", "see", "view", "dub", "name", "deem"))


@dataclass(frozen=True)
class Definition:
    """A thing as a sentence words it, and what the sentence calls it."""

    thing: str
    called: str


def called_so(view: View, query: Query) -> Draft | None:
    """The thing that the texts call what the question does; None where they call nothing so, or two things of which one can be it."""
    asked = _ASKED.match(query.text)
    if asked is None or query.negated or query.windows or query.title or _NAME.fullmatch(asked["called"]):
        return None  # of a name it is asked what it is, and not what is called so
    words = [word for word in stems(asked["called"]) if word not in view.lexicon.stop and word not in _LOOSE]
    if len(words) < 2:
        return None
    fitting = [
        (found, one)
        for found in search(view, query, least=0.5)
        for one in definitions(view, found.passage)
        if _fits(view, one, asked["called"], words, asked["kind"])
    ]
    things = {one.thing.casefold() for _, one in fitting}
    if not fitting or (len(things) > 1 and ranks(asked["called"])):
        return None
    found, one = fitting[0]
    return from_passage(found, "statement", text=f'{capital(one.thing)}. "{clip(found.passage.text.strip(), 220)}"', value=one.thing)


def _fits(view: View, one: Definition, called: str, words: Sequence[str], kind: str | None) -> bool:
    text = f" {' '.join(stems(one.called))} "
    if not all(covers_text(view, word, text) for word in words) or ranked_otherwise(called, one.called):
        return False
    if called.lower().startswith("the ") and _BELONGS.match(one.called):
        return False  # "one of the largest" is not the largest
    if kind is None or covers_text(view, stem(kind.lower()), f" {' '.join(stems(one.thing))} {text}"):
        return True
    named = [view.actors[i].kind for part in one.thing.split(" and ") for i in view.called.get(part, ())[:1]]
    return bool(named) and set(named) <= set(kinds_of(view, kind.lower()))


def definitions(view: View, passage: Passage) -> tuple[Definition, ...]:
    """All that a sentence calls something, worked out once."""
    found: tuple[Definition, ...] | None = passage.__dict__.get("_definitions")
    if found is None:
        tree = parsed(view, passage)
        beside = dict(_apposed(passage, tree))
        found = passage.__dict__["_definitions"] = (*beside.values(), *_said_to_be(passage, tree, beside))
    return found


def _apposed(passage: Passage, tree: Parsed) -> Iterator[tuple[Span, Definition]]:
    """What stands beside a thing between signs, with its place: "the pact, the first of its kind, ..."."""
    text, start = passage.text, passage.fact.start
    finite = [tree.units[clause.verb.start].start for clause in tree.clauses if clause.verb.finite and clause.kind != "relative"]
    for comma in _APPOSED.finditer(text):
        end = _ENDS.search(text, comma.end())
        place = Span(start + comma.end(), start + (end.start() if end else len(text)))
        thing = _before(passage, tree, start + comma.start())
        if thing and not any(place.start <= verb < place.end for verb in finite):
            yield place, Definition(thing, passage.document.text[place.start : place.end].strip())


def _before(passage: Passage, tree: Parsed, place: int) -> str:
    """The noun phrase that ends at a place: what stands behind the last verb, sign or joining word before it."""
    before = [unit.end for unit in tree.units if unit.end <= place and unit.tag in ("sign", "subordinator", "relative")]
    before += [tree.units[clause.verb.end - 1].end for clause in tree.clauses if tree.units[clause.verb.end - 1].end <= place]
    thing = passage.document.text[max(before, default=passage.fact.start) : place].strip(_MARKS)
    while (lead := _LEADS.match(thing)) is not None:
        thing = thing[lead.end() :]
    return "" if _PLACED.match(thing) else thing


def _said_to_be(passage: Passage, tree: Parsed, beside: Mapping[Span, Definition]) -> Iterator[Definition]:
    """What a verb makes of a thing: "the port is considered one of the largest", "Peru was the first country to sign one"."""
    for place, clause in enumerate(tree.clauses):
        verb = clause.verb
        plain = not verb.negated and not verb.modal and clause.subject
        if not plain or not (verb.lemma in _COPULAS or (verb.passive and verb.lemma in _CALLED)):
            continue
        start = tree.units[verb.end - 1].end
        end = tree.units[_right(tree.clauses[place:]) - 1].end
        called = _AS.sub("", passage.document.text[start:end].strip(_MARKS))
        thing = _subject(passage, tree, clause, beside)
        if thing and called and not _PLACED.match(called):
            yield Definition(thing, called)


def _subject(passage: Passage, tree: Parsed, clause: Clause, beside: Mapping[Span, Definition]) -> str:
    """The words of a subject; of one that stands beside a thing ("the port, a project of both, is ..."), that thing."""
    heads = [tree.units[k] for k in clause.subject]
    own = [unit for unit in heads if not any(place.contains(unit.span) for place in beside)]
    if not own:
        return next(one.thing for place, one in beside.items() if place.contains(heads[0].span))
    if any(unit.tag in ("pronoun", "determiner") for unit in own):
        return ""  # "this is ..." names nothing
    if len(own) == 1:
        return own[0].text if own[0].tag == "actor" else _before(passage, tree, own[0].end)
    return " and ".join(unit.text for unit in own) if all(unit.tag in ("actor", "agreement") for unit in own) else ""


def _right(clauses: Iterable[Clause]) -> int:
    """Where a clause ends with the infinitives and relative clauses that hang on it."""
    right = 0
    for clause in clauses:
        if right and clause.kind not in ("infinitive", "relative", "participle"):
            break
        right = max(right, clause.right)
    return right
