"""What a sentence lists, where a question asks which or how many: "which sectors", "name the areas", "how many goods"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.light import dataclass
from tieline.model.answer import Item
from tieline.query.draft import Draft, capital, clip, count_word, excerpt, from_passage, in_a_row, nothing, passage_item, quoted
from tieline.query.evidence.asked import Sought
from tieline.query.evidence.cover import covering
from tieline.query.evidence.senses import tells
from tieline.query.people.said import counted_off
from tieline.query.people.speakers import said_by
from tieline.query.reading.listing import Asked, listing_asked
from tieline.query.reading.query import Name, Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.enumerations import Enumeration, enumerations
from tieline.query.sentences.search import Found
from tieline.query.view import Passage, View

SURE = 0.86  # of a question, where only the place of a list tells that it answers


def with_members(view: View, query: Query, draft: Draft) -> Draft:
    """An answer with what its sentence lists set first; what was not found, from the sentence that lists it."""
    if draft.status == "answered" and draft.kind in ("statement", "list"):
        passages = view.passages_of(draft.citations)
        told = enumerated(view, query, passages if len(passages) == 1 else ())
        if told is None or not set(told.citations[:1]) <= set(draft.citations):
            return draft
        shown = view.passages_of(told.citations[:1])
        return told if any(_tells_all(view, query, one) for one in shown) else nothing(view, query, "list")  # a list of something else
    if draft.status == "unanswered" or draft.lacks == "words":
        return enumerated(view, query) or draft
    return draft


def _tells_all(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence tells each word of a question but the noun for what is listed."""
    asked = listing_asked(view, query)
    loose = _idle(view) | ({asked.noun, *asked.before} if asked else set())
    words = [term for term in query.words if term.stem not in loose and not _SAYS.fullmatch(term.text) and " " not in term.stem]
    return all(tells(view, term.stem, passage.joined) or view.lexicon.is_light(term.stem) for term in words)


def enumerated(view: View, query: Query, shown: Sequence[Passage] = ()) -> Draft | None:
    """The members of the one list that a question asks for; of a sentence in `shown`, where an answer has them."""
    asked = listing_asked(view, query)
    if asked is None:
        return None
    announced = _announced(view, query, asked, shown)
    if announced:
        return announced
    told = [(one, _fitting(view, query, asked, one.passage)) for one in _telling(view, query, asked, shown)]
    told = sorted(((one, fit) for one, fit in told if fit.lists), key=lambda pair: -pair[0].share - pair[1].share)
    if not told or (len(told) > 1 and told[1][0].share + told[1][1].share > told[0][0].share + told[0][1].share - 0.02):
        return None
    found, lists = told[0][0], told[0][1].lists
    if told[0][1].share < 0.1 and found.share < SURE:
        return None
    draft = _counted(found, lists) if query.form in ("how_many", "count") else _listed(found, lists)
    if draft is None or (asked.number and _NUMBERS.get(asked.number.lower(), asked.number) != str(len(draft.items))):
        return None
    return replace(draft, told=(asked.noun, *asked.before, *stems(asked.number or ""), *_idle(view)))


_NUMBERS = {word: str(n) for n, word in enumerate(["two", "three", "four", "five", "six", "seven", "eight"], 2)}


def _idle(view: View) -> frozenset[str]:
    """The stems of verbs that say only that somebody listed something."""
    return view.lexicon.listed["verbs"]


def _telling(view: View, query: Query, asked: Asked, shown: Sequence[Passage]) -> list[Found]:
    """The sentences that cover a question but for the noun for what is listed and the verbs of listing, best first."""
    if shown:
        return [Found(passage, 1.0, ()) for passage in shown]
    loose = _idle(view) | {asked.noun, stem(asked.number or asked.noun), *asked.before}
    terms = tuple((term, min(view.weight(term.stem), 4.0)) for term in query.words if term.stem not in loose)
    speaker = _speaker(view, query)
    names = tuple(name for name in query.names if name is not speaker)
    if terms or names:
        hits = covering(view, query, Sought("list", None, (), terms, names, None))
        found = [Found(hit.passage, hit.share, hit.missing) for hit in hits]
    else:
        found = [Found(view.passages[n], 1.0, ()) for i in (speaker.ids if speaker else ()) for n in _turns(view, i)]
    return [one for one in found if speaker is None or said_by(view, speaker, one.passage)]


def _turns(view: View, speaker: str) -> list[int]:
    """The numbers of the sentences that name somebody, and of those right behind them."""
    named = view.by_actor.get(speaker, ())
    return sorted({n + k for n in named for k in (0, 1) if n + k < len(view.passages)})


def _speaker(view: View, query: Query) -> Name | None:
    """Who, by the question, gives the list: "did Vael name", "according to Vael"."""
    people = [n for n in query.names if view.any_is(n.ids, "person")]
    return people[0] if len(people) == 1 and _SAYS.search(query.text) else None


_SAYS = regex(
    r"\baccording to\b|\b(?:list|name|mention|identif|giv|gave|cit|sa[iy]|specif|call|describ|propos|suggest|want|hop|wish|urg|expect|see"
    r"|saw|recommend|not|speak|spoke|talk|refer)"
    r"(?:e|es|ed|s|d|y|ies|ied)?\b",
    re.I,
)


@dataclass(frozen=True)
class Fit:
    """The lists of a sentence that answer, and how surely: by the very noun asked for, one like it, or their place alone."""

    lists: tuple[Enumeration, ...]
    share: float


def _fitting(view: View, query: Query, asked: Asked, passage: Passage) -> Fit:
    """The lists of a sentence that tell what is asked for: called so by the sentence, or, where any will do, those that stand in place."""
    asks = {term.stem for term in query.words}
    lists = [one for one in enumerations(view, passage) if len(one.members) > 1 and _lists_things(query, passage, one)]
    lists = [one for one in lists if not any(set(stems(member)) <= asks for member in one.members)]  # "traditional and emerging" fields
    named = [one for one in lists if any(tells(view, asked.noun, f" {kind} ") for kind in one.kinds)]
    own = {term.stem for term in query.words} - {asked.noun, *asked.before}
    called = view.lexicon.listed["told"]
    fresh = [one for one in lists if len(one.members) > 2 and not own & {word for m in one.members for word in stems(m)}]
    fresh = [one for one in fresh if one in named or not one.kinds & called]  # "advantages such as" are no areas
    if not asked.loose:
        named = [one for one in named if len(one.members) > 2 or asked.noun in one.kinds]
        return Fit(tuple(named), 0.2 * bool(named))
    told = [one for one in lists if one in named or one in fresh]
    share = 0.0
    for words in (set(asked.before), own):
        places = [sum(any(tells(view, word, f" {kind} ") for kind in one.kinds | one.lead) for word in words) for one in told]
        told = [one for one, hit in zip(told, places, strict=True) if hit == max(places)]
        share += 0.1 * bool(places and words and max(places))
    literal = any(asked.noun in one.kinds for one in told)
    return Fit(tuple(told), share + 0.2 * literal + 0.1 * any(one in named for one in told))


def _lists_things(query: Query, passage: Passage, one: Enumeration) -> bool:
    """Whether the members of a list are things: no whole sentence, none whom the question names, no two words for one thing.

    "the Belt and Road projects" and "Orsendan and Pelmaran leaders" join words of one thing, and name none by itself.
    """
    named = {name.text for name in query.names}
    if any(len(m) > len(passage.text) * 0.6 or m in named for m in one.members):
        return False
    first, last = one.members[0], one.members[-1].split()
    return not (
        len(one.members) == 2 and first.split()[-1][:1].isupper() and last[0][:1].isupper() and len(last) > 1 and last[-1].islower()
    )


def _listed(found: Found, lists: Sequence[Enumeration]) -> Draft:
    members = tuple(dict.fromkeys(m for one in lists for m in one.members))
    text = f"{capital(in_a_row(members))}. {_quote(found.passage, lists, 290 - len(in_a_row(members)))}"
    items = tuple(Item.made(text=m, citations=(found.passage.citation,)) for m in members)
    return replace(from_passage(found, "list", text=clip(text), value=in_a_row(members)), items=items)


def _counted(found: Found, lists: Sequence[Enumeration]) -> Draft | None:
    if len(lists) != 1:
        return None
    members, whole = lists[0].members, lists[0].whole
    word = count_word(len(members)) if whole else f"At least {count_word(len(members)).lower()}"
    text = f"{word} named: {in_a_row(members)}. {_quote(found.passage, lists, 230 - len(in_a_row(members)))}"
    items = tuple(Item.made(text=m, citations=(found.passage.citation,)) for m in members)
    draft = from_passage(found, "number", text=clip(text), value=len(members), status="answered" if whole else "partly")
    return replace(draft, kind="count", items=items)


def _announced(view: View, query: Query, asked: Asked, shown: Sequence[Passage]) -> Draft | None:
    """What "the following" announces, told in sentences that begin with first, second, third."""
    points = view.lexicon.listed["points"]
    if asked.noun not in points:
        return None
    for one in _telling(view, query, asked, shown):
        told = counted_off(view, one.passage)
        if len(told) > 1 and asked.number in (None, str(len(told)), count_word(len(told)).lower()):
            items = tuple(passage_item(passage) for passage in told)
            word = count_word(len(told))
            text = " ".join(quoted(passage, 260 // len(told)) for passage in told)
            draft = from_passage(one, "list", text=clip(f"{word}: {text}"), value=text)
            draft = replace(draft, kind="count", value=len(told)) if query.form in ("how_many", "count") else draft
            citations = tuple(passage.citation for passage in (one.passage, *told))
            return replace(draft, items=items, citations=citations, told=(asked.noun, *stems(asked.number or ""), *_idle(view)))
    return None


def _quote(passage: Passage, lists: Sequence[Enumeration], room: int) -> str:
    """The sentence, from a little before its list where it is long."""
    text = " ".join(passage.text.split())
    if len(text) <= room:
        return f'"{text}"' if '"' not in text else text
    words = {word for one in lists for word in (*one.lead, *(own for m in one.members for own in stems(m)))}
    return excerpt(passage, words, max(room, 60))
