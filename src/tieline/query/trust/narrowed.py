"""Whether a question narrows what it asks by more than the evidence of an answer tells: by whom, per what, by how much, by name."""

import re
from collections.abc import Sequence, Set

from tieline.late import regex
from tieline.model.span import Span
from tieline.query.amounts.figure_words import words_of
from tieline.query.amounts.numbers import numbers
from tieline.query.draft import Draft
from tieline.query.evidence.senses import tells
from tieline.query.reading.country import is_adjective
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.clausal import clauses_with_verb
from tieline.query.sentences.clause_subjects import agent_of
from tieline.query.sentences.parsed import parsed
from tieline.query.view import Passage, View


def narrower(view: View, query: Query, draft: Draft) -> bool:
    """Whether the sentences of an answer leave out, or contradict, what narrows the question."""
    told = view.passages_of(draft.citations)
    if not told:
        return False
    if draft.kind == "number" and (
        _is_no_price(query, draft, told)
        or _counts_no_people(query, draft, told)
        or _is_rate(query, told)
        or _is_level(query, draft, told)
        or _by_others(view, query, told)
        or _came_from_there(view, query, told)
    ):
        return True
    if draft.kind in ("list", "statement") and _nameless(view, query, told):
        return True
    return draft.kind == "yesno" and draft.value is True and (_other_way(view, query, told) or _office_of_another(view, query, told))


_TO = regex(
    r"\b(?:visit(?:ed|s|ing)?|toured|arrived in"
    r"|(?:c[ao]me|went|go|going|travel\w*|flew|flown|return\w*|moved?|sent|exported) (?:back )?to)\W+(?:the )?$",
    re.I,
)


def _came_from_there(view: View, query: Query, told: Sequence[Passage]) -> bool:
    """Whether the sentences count people of the country to which a question has them go: "Orsendan tourists" where Orsenda was visited."""
    name = next((name for name in query.names if _TO.search(query.text[: name.span.start])), None)
    if name is None or not view.any_is(name.ids, "country") or name.form == "demonym":
        return False
    forms = [
        one.form == "demonym" or any(is_adjective(view.rulebook, one.text, view.actors[i].name) for i in one.ids if i in view.actors)
        for passage in told
        for one in name_index(view).find(passage.tokens)
        if set(one.ids) & set(name.ids)
    ]
    return bool(forms) and all(forms)


_WORTH = regex(r"\bhow much\b.*\b(?:worth|cost|costs|pay|paid|valued)\b", re.I)

_MONEY = regex(r"\W*how much money\b", re.I)


def _is_no_price(query: Query, draft: Draft, told: Sequence[Passage]) -> bool:
    """Whether a price is asked for, and a number that is no money is given where the sentence has money too, or money alone is asked."""
    money = _MONEY.match(query.text)
    if not money and not _WORTH.search(query.text):
        return False
    given = [number for passage in told for number in numbers(passage)]
    own = [number for number in given if number.value == draft.value]
    return bool(own) and all(one.unit != "money" for one in own) and (bool(money) or any(one.unit == "money" for one in given))


_PEOPLE = regex(r"\W*how many (?:people|persons)\b", re.I)
_GOODS = regex(
    r"(?: (?:new|used|more|heavy|small|large|old))?"
    r" (?:tractor|lorr|truck|bus|car|crane|ship|boat|train|wagon|plane|aircraft|helicopter|ton|barrel|bag|box|book"
    r"|mile|kilomet|met|hectare|acre|week|day|month|year|hour|minute|per ?cent|dollar|euro|pound"
    r"|megawatt|project|agreement|document|machine|cow)"
    r"(?:s|es|ies|re|res|nes)?\b",
    re.I,
)


def _counts_no_people(query: Query, draft: Draft, told: Sequence[Passage]) -> bool:
    """Whether people are asked for, and the number given counts things or lengths of time: "42 tractors", "six weeks"."""
    if not _PEOPLE.match(query.text):
        return False
    own = [(number, passage) for passage in told for number in numbers(passage) if number.value == draft.value]
    return bool(own) and all(_GOODS.match(passage.document.text, number.end) for number, passage in own)


_RATE = regex(r"\b(?:per (?!cent\b)\w+|(?:in|at|to|for) each\b|apiece|on average|average|a head)\b", re.I)


def _is_rate(query: Query, told: Sequence[Passage]) -> bool:
    """Whether a question asks for so much per something, and no sentence says "per", "each" or "average"."""
    if not _RATE.search(query.text) or any(_SHARED.search(passage.text) for passage in told):
        return False
    own = {word for noun in _PER.findall(query.text) for word in stems(noun)}
    return not any(own & set(stems(noun)) for passage in told for noun in _A.findall(passage.text))


_PER = regex(r"\b(?:per|each|every)\s+([a-z]+)", re.I)
_A = regex(r"\ban?\s+([a-z]+)", re.I)
_SHARED = regex(
    r"\b(?:per|each|every|average|apiece|a head|annual(?:ly)?|yearly|monthly|daily|an? (?:year|month|week|day|ton|tonne|barrel))\b", re.I
)
_BY_HOW = regex(
    r"^\W*by (?:how (?:many|much)|what)\b.*"
    r"\b(?:ris\w+|rose|grow\w*|grew|increas\w+|climb\w*|fall\w*|fell|drop\w*|declin\w+|go (?:up|down))\b",
    re.I,
)
_LEVEL = regex(
    r"\b(?:to|at|reach\w*|hit|hitting|total\w*|of|worth|was|were|is|are)\s+"
    r"(?:about |around |nearly |over |more than |almost |some |an? |record |US)*\W*$",
    re.I,
)


_BY = regex(r"\b(?:fall|rise|drop|increase|decrease|decline|growth|gain|loss|jump|surge|slump|cut|reduction)s? of\s+\D{0,20}$", re.I)
_CHANGED = regex(
    r"\b(?:up|down|ris\w+|rose|gr[eo]w\w*|increas\w+|climb\w*|jump\w*|surg\w+|soar\w*|gain\w*|expand\w*|f[ae]ll\w*|drop\w*|declin\w+"
    r"|decreas\w+|shr[aiu]nk\w*|slump\w*|slid\w*|plung\w+|higher|lower|compared)\b",
    re.I,
)


def _is_level(query: Query, draft: Draft, told: Sequence[Passage]) -> bool:
    """Whether a question asks by how much something changed, and the number given is what it came to."""
    figure = re.search(r"\d[\d.,]*\d|\d", draft.text)
    if not _BY_HOW.search(query.text) or figure is None:
        return False
    if not any(_CHANGED.search(passage.text) for passage in told):
        return True
    before = [passage.text[: passage.text.find(figure[0])] for passage in told if figure[0] in passage.text]
    return bool(before) and all(_LEVEL.search(text) and not _BY.search(text) for text in before)


def _by_others(view: View, query: Query, told: Sequence[Passage]) -> bool:
    """Whether each sentence with the verb of a passive question puts others behind "by" than the question does."""
    frame = frame_of(view, query)
    if frame is None or not frame.passive or " by " not in query.text or not frame.rest.named or not frame.rest.words:
        return False
    wanted = frame.rest.ids
    agents = [agent for passage in told for agent in _agents(view, frame, passage)]
    return bool(agents) and not any(wanted & agent_ids or not text.strip() for agent_ids, text in agents)


def _agents(view: View, frame: Frame, passage: Passage) -> list[tuple[frozenset[str], str]]:
    """Who stands behind "by" in the clauses with the verb of a question: whom they name, and their words."""
    row = parsed(view, passage)
    regions = [agent_of(row, clause) for clause in clauses_with_verb(view, frame, passage)]
    return [(frozenset(region.ids), region.text) for region in regions if region.places]


_NAME_THEM = regex(
    r"^\W*(?:(?:please |can you |could you )*(?:name|list|identify)|what are the names of|give (?:me )?the names of)"
    r" (?:all |some |any |of )*(?:the |those )?",
    re.I,
)
_ONE_HOUSE = regex(r"^\W*[Ww]hich (?:[a-z][\w-]* |[A-Z]\w+ ){0,2}(?:company|firm|bank|corporation|airline|newspaper|institute)\b")

_SEVERAL_OF = regex(r"[A-Z]\w+ [A-Z]\w+s\b")  # "the Lumen Schools"


def _nameless(view: View, query: Query, told: Sequence[Passage]) -> bool:
    """Whether people or houses are to be named, and the sentences name none but those in the question and whole countries."""
    asked = _NAME_THEM.match(query.text)
    words = query.text[asked.end() :].split()[:4] if asked else []
    named = "who" in words or _SEVERAL_OF.match(" ".join(words)) or any(_is_named_kind(view, word) for word in words)
    if not named and not _ONE_HOUSE.match(query.text):
        return False
    known = query.ids | set(stems(query.text))
    return not any(_names_more(view, passage, known) for passage in told)


def _is_named_kind(view: View, word: str) -> bool:
    """Whether a noun is for what has a name of its own: people and houses."""
    kinds = view.lexicon.kinds_asked
    return bool(set(stems(word)) & (kinds["person"] | kinds["house"]))


def _names_more(view: View, passage: Passage, known: Set[str]) -> bool:
    """Whether a sentence names a person, a house, or something with a capital that a question does not."""
    names = name_index(view).find(passage.tokens)
    if any(
        view.actors[i].kind in ("person", "organization", "company", "group")
        for n in names
        for i in n.ids
        if i in view.actors and i not in known
    ):
        return True
    places = [name.span for name in names]
    places += [Span(one.start, one.end) for one in passage.times]
    own = [
        t for t in passage.tokens[1:] if t.text[:1].isupper() and t.text.isalpha() and not any(s.start <= t.start < s.end for s in places)
    ]
    return any(stem(token.lower) not in known for token in own)


def _other_way(view: View, query: Query, told: Sequence[Passage]) -> bool:
    """Whether a question has something rise or fall, and a sentence tells the contrary of that thing: "a slump in copper prices"."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or not frame.subject.head:
        return False
    sets = words_of(view).sets
    ways = (sets["grown"], sets["fallen"])
    other = next((ways[1 - n] for n in (0, 1) if set(frame.verbs) & ways[n]), None)
    return other is not None and any(_turns(passage, frame.subject.head, other) for passage in told)


def _turns(passage: Passage, noun: str, words: frozenset[str]) -> bool:
    """Whether a word of a set stands right before "in" or "of" and a noun."""
    told = passage.stems
    for n, word in enumerate(told):
        if word in words and n + 2 < len(told) and passage.tokens[n + 1].lower in ("in", "of") and noun in told[n + 2 : n + 6]:
            return True
    return False


def _office_of_another(view: View, query: Query, told: Sequence[Passage]) -> bool:
    """Whether what a passive question has done "by" one, a sentence gives to another as its part: "Selvane, as the host of the forum"."""
    frame = frame_of(view, query)
    if frame is None or not frame.passive or " by " not in query.text or frame.copular:
        return False
    wanted = frame.rest.ids
    if not wanted or any(clauses_with_verb(view, frame, passage) for passage in told):
        return False
    owners = [owner for passage in told for owner in _owners(view, frame, passage)]
    return bool(owners) and not any(wanted & owner for owner in owners)


def _owners(view: View, frame: Frame, passage: Passage) -> list[set[str]]:
    """Those named up to four words before a noun that says the verb of a question."""
    found = []
    names = name_index(view).find(passage.tokens)
    for n, token in enumerate(passage.tokens):
        if any(tells(view, verb.split()[0], f" {passage.stems[n]} ") >= 0.85 for verb in frame.verbs):
            start = passage.tokens[max(n - 5, 0)].start
            near = [name for name in names if start <= name.span.start < token.start]
            found += [set(near[-1].ids)] if near else []
    return found
