"""What a question of facts wants for an answer: somebody, a house, a country, a place, a number, or some other thing."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.light import dataclass
from tieline.model.token import tokenize
from tieline.query.reading.frame import AUXILIARY, Frame, frame_of
from tieline.query.reading.query import Name, Query, Term
from tieline.query.reading.words import stem, stems
from tieline.query.view import View

# what the verb of a question, the noun for what it wants, "rate" or "amount", and "company" or "country" weigh beside its other words
VERB, NOUN, BARE, KIND = 0.6, 0.5, 0.3, 0.02
_WHICH = regex(
    r"^\W*(?:and |so |but )?(?:(?:in|to|from|on|at|under|by|with|for|of|among|between|against|into|over) )?(?:which|what)\b(?: of)?", re.I
)
_IS = regex(r"^\W*(?:what|which)(?: is|'s| was| are| were)\s+(?:the |a |an )?(?:name of (?:the |a |an )?)?", re.I)
_STOP_AT = regex(
    r"\b(?:of|in|for|by|to|from|between|with|on|at|that|which|who|according|did|does|do|has|have|had|is|was|are|were|will|would|should|can|could|must|may)\b",
    re.I,
)
_MANNER = regex(r"\W*(?:how|why) (?:did|do|does|was|were|is|are|has|have|will|would|can|could)\b", re.I)
_GOODS = regex(r"\W*how much (?!of\b|is\b|was\b|did\b|does\b|has\b|have\b|will\b|more\b|less\b|money\b|trade\b|aid\b)", re.I)
_PART = regex(r"\bhow much of\b", re.I)
_SIZES = regex(r"\bhow (?:big|long|large|wide|high|tall|deep|far|heavy|fast|old|strong)\b", re.I)


@dataclass(frozen=True)
class Sought:
    """What is wanted: its kind, the unit of a number, the stems of the noun for it, and what a sentence must tell of it."""

    kind: str
    unit: str | None
    noun: tuple[str, ...]
    terms: tuple[tuple[Term, float], ...]
    names: tuple[Name, ...]
    frame: Frame | None


def sought(view: View, query: Query) -> Sought | None:
    """What a question wants; None where it does not ask for a fact of these kinds."""
    if _MANNER.match(query.text):
        return None
    frame = frame_of(view, query)
    noun = _noun(query)
    if frame and not frame.copular and query.form != "count" and (query.form != "where" or frame.wanted.words):
        noun = frame.wanted.words or (_named_noun(query) if query.form == "how_many" else _kind_noun(view, noun))
    kind, unit = _kind(view, query, noun)
    if kind is None:
        return None
    verbs = set(frame.verbs) if frame and not frame.copular else set()
    whole = {verb.split()[0]: verb for verb in verbs if " " in verb}  # "walk out" is one word
    words = [replace(term, stem=whole[term.stem]) if term.stem in whole else term for term in query.words]
    if verbs & view.lexicon.verb_kinds["becomes"]:
        held = _held_by(view, query)
        words = [term for term in words if term.stem not in held]
    terms = [(term, _weight(view, query, term, verbs, noun)) for term in words if term.stem not in AUXILIARY]
    terms += _verb_term(view, query, frame)
    return Sought(kind, unit, noun, tuple(terms), query.names, frame) if terms or len(query.names) > 1 else None


def _held_by(view: View, query: Query) -> frozenset[str]:
    """The stems of the offices that the people named in a question hold by the texts: "when did Brek become harbour minister"."""
    people = (view.actors[i] for name in query.names for i in name.ids if i in view.actors)
    return frozenset(word for actor in people if actor.kind == "person" for role in actor.roles for word in stems(role.title))


def _kind_noun(view: View, noun: tuple[str, ...]) -> tuple[str, ...]:
    """A noun that says only what kind of name is wanted, which the grammar of a question leaves out: "which countries"."""
    return noun if noun[-1:] and any(noun[-1] in own for own in view.lexicon.kinds_asked.values()) else ()


def _verb_term(view: View, query: Query, frame: Frame | None) -> list[tuple[Term, float]]:
    """The verb of a question where its words leave it out as one that often tells nothing: "paid"."""
    if frame is None or frame.copular or query.form not in ("how_many", "how_much", "how_long", "who"):
        return []
    verb = frame.verbs[0].split()[0]
    if verb in view.lexicon.verb_kinds["light"] or any(term.stem in frame.verbs for term in query.words):
        return []
    if verb == "cost" and frame.rest.words:
        return [(Term("cost to", verb, query.asked), min(view.weight(verb), 2.0) * VERB)]  # what it cost somebody is a loss
    way = frame.verbs[0] if frame.verbs[0] in view.lexicon.verbs else verb  # "pay for" has other ways than "pay"
    return [(Term(verb, way, query.asked), min(view.weight(verb), 2.0) * VERB)]


def _weight(view: View, query: Query, term: Term, verbs: set[str], noun: tuple[str, ...]) -> float:
    share = VERB if term.stem in verbs else NOUN if term.stem in noun else 1.0
    if query.title_span and query.title_span.contains(term.span) and verbs:
        share = BARE  # "who preceded him as president"
    if len(query.words) > 1 and term.stem in view.lexicon.quantities["bare"]:
        share = min(share, BARE)  # "inflation rate"
    if term.stem in view.lexicon.verb_kinds["light"] or (term.stem not in verbs and set(term.stem.split()) <= view.lexicon.light):
        share = BARE
    if term.stem in verbs & view.lexicon.verb_kinds["makes"]:
        share = BARE  # "the study, by Tove Ruhn"
    if term.stem in noun and any(term.stem in own for own in view.lexicon.kinds_asked.values()):
        share = KIND  # "which company": its name will do
    return min(view.weight(term.stem), 2.0 if share == VERB else 4.0) * share


def _noun(query: Query) -> tuple[str, ...]:
    """The stems of the noun for what is wanted: "stake" of "what stake does ...", "passengers" of "how many passengers flew ..."."""
    text = query.text
    if query.rule == "count.times":
        return (stem("times"),)
    if query.form == "how_many" and (named := _named_noun(query)):
        return named
    start = _IS.match(text) or _WHICH.match(text)
    rest = text[start.end() :] if start else text[query.asked.end :] if query.form in ("how_many", "how_much", "count") else ""
    found = _STOP_AT.search(rest)
    return stems(rest[: found.start()] if found else rest)[:4]


def _asks_title(query: Query) -> bool:
    """Whether a title stands right behind "which", one word between at most: "which finance minister"."""
    which = _WHICH.match(query.text)
    if which is None or query.title_span is None or query.text[query.title_span.end :].startswith("'"):
        return False
    return len(query.text[which.end() : query.title_span.start].split()) <= 1


def _named_noun(query: Query) -> tuple[str, ...]:
    """The stems of a people that is counted by its name: "how many Cuban Americans live there"."""
    end, found = query.asked.end, []
    for name in query.names:
        if 0 <= name.span.start - end <= 1:
            found.append(name)
            end = name.span.end
    after = query.text[end:].split(maxsplit=1)
    plural = bool(found) and found[-1].text.endswith("s")
    return stems(" ".join(name.text for name in found)) if plural and after else ()


_FOR_WHAT = regex(r"^\W*what (?:is|are|was|were|will|would|did|does|do)\b[^?]*\b(?:for|on)\W*$", re.I)  # "what is the loan for"


def _kind(view: View, query: Query, noun: tuple[str, ...]) -> tuple[str | None, str | None]:
    form = query.form
    if form in ("who", "person") or (form == "list" and query.title and _asks_title(query)):
        return "person", None
    if form in ("how_many", "how_much", "count"):
        if _PART.search(query.text) or query.text.lower().startswith("by how much"):
            return "number", None
        plain = query.unit or ("money" if form == "how_much" else None)
        goods = form == "how_much" and plain == "money" and _GOODS.match(query.text) is not None
        amount = goods and bool(noun) and not set(noun) & (view.lexicon.quantities["money"] | view.lexicon.light)
        frame = frame_of(view, query) if form == "how_much" and plain == "money" else None
        amount = amount or (frame is not None and not frame.copular and bool(set(frame.verbs) & view.lexicon.verb_kinds["measures"]))
        return "number", "size" if amount or (_SIZES.search(query.text) and plain != "money") else plain
    if form == "when":
        return "date", None
    if form == "how_long":
        return "length", None
    nouns = view.lexicon.kinds_asked
    if form == "where":
        return ("country" if set(noun) & nouns["country"] and not set(noun) & nouns["place"] else "place"), None
    if query.rule == "what.cause" or _FOR_WHAT.match(query.text):
        return "thing", None
    if form not in ("what", "list", "agreement", "level", "fragment"):
        return None, None
    last = noun[-1:] if not _IS.match(query.text) else noun[-2:]
    if form == "what" and _asks_title(query):
        return "person", None
    words = set(last) if form != "fragment" else {stem(token.lower) for token in tokenize(query.text)}
    unit = next((name for name, own in view.lexicon.quantities.items() if words & own), None)
    if unit:
        return "number", None if unit in ("bare", "either") else unit
    kind = next((name for name, own in nouns.items() if words & own), None) if form != "fragment" else None
    return (kind or "thing"), None
