"""Whether the evidence of a Yes goes as far as the question: all of it, only this, more than that, so many."""

import re
from collections.abc import Sequence
from functools import cache

from tieline.late import regex
from tieline.light import dataclass
from tieline.model.span import Span
from tieline.query.amounts.numbers import NUMBER, value_of
from tieline.query.draft import Draft
from tieline.query.events.verdict.by_sentences import SAID
from tieline.query.evidence.senses import tells
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.clausal import clauses_with_verb, told_of
from tieline.query.view import Passage, View


@dataclass(frozen=True)
class Scope:
    """Words that widen or narrow a question, and those by which evidence does the same, as stems."""

    asked: frozenset[str]
    told: frozenset[str]
    loose: tuple[str, ...]


def goes_further(view: View, query: Query, draft: Draft) -> bool:
    """Whether a question claims more of all, of only one, of more and less, or of a number than the evidence of a Yes."""
    cited = view.passages_of(draft.citations)
    if _is_growth(query, draft, cited) or _why_so(query, cited) or _of_no_act(view, query, draft, cited):
        return True
    if draft.kind == "statement":
        return _lacks_stage(view, query, draft, cited)
    if draft.kind != "yesno" or draft.value is not True or _denies(query):
        return False
    told = _telling(view, query, draft)
    return bool(told) and (
        _wider(view, query, draft, told)
        or _compares(query, told)
        or _other_number(query, told, draft)
        or _lacks_verb(view, query, draft, told)
    )


_WHY_NOT = regex(r"^\W*why\b.*(?:\b(?:not|never)\b|n't\b)", re.I)
_LACKING = regex(
    r"\b(?:not|no|never|without|refus\w+|declin\w+|fail\w*|reject\w*|postpon\w*|delay\w*|cancel\w*|stay\w* away|boycott\w*|miss\w*"
    r"|lack\w*|call\w* off|put off)\b|n't\b",
    re.I,
)


def _why_so(query: Query, cited: Sequence[Passage]) -> bool:
    """Whether the reason given for something that is not so is one for which it is."""
    return bool(_WHY_NOT.search(query.text)) and not any(_LACKING.search(passage.text) for passage in cited)


def _denies(query: Query) -> bool:
    """Whether a question itself denies: "had they no ties"; not where it asks whether somebody said that there were none."""
    denial = _DENIED.search(query.text)
    return denial is not None and (denial[0].lower() != "no" or not SAID.search(query.text))


def _lacks_verb(view: View, query: Query, draft: Draft, told: Sequence[Passage]) -> bool:
    """Whether a Yes rests on a sentence without the verb of the question, nor a word that says the same."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or any(i in view.events for i in draft.facts):
        return False
    verbs = [verb for verb in frame.verbs if not set(verb.split()) <= _EMPTY]
    if not verbs or set(verbs) & set(draft.told):
        return False
    text = " ".join(passage.joined for passage in told)
    return not any(tells(view, verb, text) for verb in verbs)


def _lacks_stage(view: View, query: Query, draft: Draft, cited: Sequence[Passage]) -> bool:
    """Whether "what did X sign" is answered by sentences that speak of no signing."""
    frame = frame_of(view, query)
    if frame is None or frame.asks != "object" or not any(act.stages and not act.soft for act in query.acts):
        return False
    if any(view.events[i].stage in query.stages for i in draft.facts if i in view.events):
        return False
    return bool(cited) and not any(tells(view, verb.split()[0], passage.joined) for verb in frame.verbs for passage in cited)


def _of_no_act(view: View, query: Query, draft: Draft, cited: Sequence[Passage]) -> bool:
    """Whether a number is asked of what somebody did to somebody, and neither its sentence nor the one before says the verb."""
    if draft.kind != "number" or len(cited) != 1:
        return False
    frame = frame_of(view, query)
    if any(i in view.figures for i in draft.facts) or _PERCENT.match(draft.text):
        return _share_of_another(view, query, draft, cited[0])
    if frame is None or frame.copular or frame.asks != "object" or not (frame.subject.named and frame.rest.named):
        return False
    before = [view.passages[cited[0].number - 1]] if cited[0].number else []
    verbs = [verb for verb in frame.verbs if not set(verb.split()) <= _EMPTY]
    return bool(verbs) and not any(_does(view, frame, verb.split()[0], passage) for verb in verbs for passage in (*before, cited[0]))


_PERCENT = regex(r"[^\d]{0,20}[\d.,]+\s?(?:%|per ?cent\b|pct\b)", re.I)


def _share_of_another(view: View, query: Query, draft: Draft, passage: Passage) -> bool:
    """Whether a share is given for how much somebody did of something, from a sentence that does not tell of the deed."""
    frame = frame_of(view, query)
    if not _PERCENT.match(draft.text) or _SHARE.search(query.text) or frame is None or frame.copular or frame.asks != "object":
        return False
    verbs = [verb.split()[0] for verb in frame.verbs if not set(verb.split()) <= _EMPTY]
    return bool(verbs) and frame.subject.named != () and not any(tells(view, verb, passage.joined) >= _SURE for verb in verbs)


def _does(view: View, frame: Frame, verb: str, passage: Passage) -> bool:
    """Whether a sentence has the verb of a question, or a noun that says the same: a "fund" is not what somebody funds."""
    if tells(view, verb, passage.joined) < _SURE:
        return False
    words = set(view.lexicon.verbs.get(verb, ())) - set(view.lexicon.nouns.get(verb, ())) - set(view.lexicon.senses.get(verb, ()))
    others = [word for word in passage.stems if word not in words]
    return bool(clauses_with_verb(view, frame, passage)) or tells(view, verb, f" {' '.join(others)} ") >= _SURE


_SURE = 0.85
_EMPTY = frozenset(stem(word) for word in ("do", "have", "be", "take", "make", "give", "get", "go", "come", "happen", "hold", "say", "set"))


_DENIED = regex(r"\b(?:not|never|neither|nor|no)\b|n't\b", re.I)
_SHARE = regex(
    r"\b(?:what|which|how (?:big|large|high)) (?:an? |the )?(?:percentage|percent|per cent|share|proportion|part|fraction)\b", re.I
)
_GROWTH = regex(
    r"\b(?:by|up|down|grew|grow|grows|growing|rose|risen|rise|rising|fell|fallen|fall|falling|increas\w+|decreas\w+|declin\w+"
    r"|climb\w+|jump\w+|dropp?\w*|shr[aiu]nk)\s+(?:by |of |to )?(?:more than |over |nearly |about |around |some |almost |a )?$",
    re.I,
)


def _is_growth(query: Query, draft: Draft, told: Sequence[Passage]) -> bool:
    """Whether a share is asked for, and what is given says by how much something grew or fell."""
    if draft.kind != "number" or len(told) != 1 or not _SHARE.search(query.text) or _GROWS.search(query.text):
        return False
    words = draft.text.split(" ")[0]
    at = told[0].text.find(words)
    return at > 0 and bool(_GROWTH.search(told[0].text[:at]))


_GROWS = regex(r"\b(?:grow|grew|rise|rose|increas\w+|fall|fell|declin\w+|drop\w*|chang\w+|gain\w*|climb\w*|jump\w*|up|down|growth)\b", re.I)


def _telling(view: View, query: Query, draft: Draft) -> Sequence[Passage]:
    """The sentences an answer rests on: those that tell with the verb of the question what it asks, where there are such."""
    cited = view.passages_of(draft.citations)
    own = [passage for passage in cited if told_of(view, query, passage)]
    return own or cited


def _wider(view: View, query: Query, draft: Draft, told: Sequence[Passage]) -> bool:
    given = {*stems(draft.text), *(word for passage in told for word in passage.vocabulary)}
    text = _TURN_OF_EVENT.sub(" ", _plain(query)) if len(told) > 1 else _plain(query)
    asked = f" {' '.join(stems(text))} "
    for scope in _scopes(view.lexicon):
        left = asked
        for run in scope.loose:
            left = left.replace(run, " ")
        if scope.asked & set(left.split()) and not scope.told & given:
            return True
    return False


# The turn of an event beside another is taken from their order: "before her first visit to Orsenda".
_TURN_OF_EVENT = regex(
    r"\b(?:first|second|third)\s+(?=(?:[\w-]+ ){0,2}?(?:visit|trip|tour|stay|meeting|summit|talks|round|encounter)s?\b)", re.I
)


def _plain(query: Query) -> str:
    """The words of a question without its times: "the first eight months" is no first."""
    text = query.text
    for window in query.windows:
        text = text[: window.span.start] + " " * (window.span.end - window.span.start) + text[window.span.end :]
    return text


@cache
def _scopes(lexicon: Lexicon) -> tuple[Scope, ...]:
    tables = [one for group in lexicon.tables.get("scope", ()) for one in group]
    runs = [tuple(f" {' '.join(stems(run))} " for run in one["loose"]) for one in tables]
    words = [tuple(frozenset(stem(word) for word in one[key].split()) for key in ("asked", "told")) for one in tables]
    return tuple(Scope(asked, told, run) for (asked, told), run in zip(words, runs, strict=True))


_SPELT = "a|an|once|twice|one|two|three|four|five|six|seven|eight|nine|ten|half|dozens?|hundreds?|thousands?|millions?|billions?"
_THAN = regex(rf"\b(?:more|less|fewer|worse|better|\w{{2,}}er)\b[^?,;]*?\bthan\b(?!\W*(?:\d|(?:US)?[$€£¥]|(?:{_SPELT})\b))", re.I)
_WEIGHED = regex(r"\b(?:than|compar\w+|against|exceed\w*|surpass\w*|overt(?:ake|ook|aken)|outstrip\w*|outpac\w*|outweigh\w*)\b", re.I)


def _compares(query: Query, told: Sequence[Passage]) -> bool:
    """Whether a question sets one thing over another, and no sentence does."""
    if not _THAN.search(query.text):
        return False
    return not any(_WEIGHED.search(passage.text) and _THAN.search(passage.text) for passage in told)


_EXACT = regex(r"\b(?:exactly|precisely)\b", re.I)
_INEXACT = regex(
    r"\b(?:nearly|almost|about|around|roughly|some|over|more than|less than|under|approximately|up to|at least|close to)\s+\W*$",
    re.I,
)
_LOW, _HIGH = 0.8, 1.25  # how far from a number about so many may be
_BOUND = regex(
    r"\b(?:(?P<over>(?:more|greater|higher|larger|bigger|better)\b[^,;?]{0,60}?\bthan|over|above|exceed\w*|top(?:ped|s)?|surpass\w*"
    r"|at least|upwards of|beyond)"
    r"|(?P<under>(?:less|fewer|lower|smaller)\b[^,;?]{0,60}?\bthan|under|below|at most|up to)"
    r"|(?P<near>nearly|almost|about|around|roughly|some|approximately|close to|just over|just under))"
    r"\s+(?:the |a |an |US)?\W{0,2}$",
    re.I,
)
# "the two countries" counts nothing: the evidence may call them "both"
_PAIR = regex(r"two\s+(?:sides|countries|nations|governments|states|neighbou?rs|parties|peoples|leaders|presidents|ministers)\b", re.I)
_FREE = regex(r"\b(?:between|from|not)\b", re.I)


def _other_number(query: Query, told: Sequence[Passage], draft: Draft) -> bool:
    """Whether a question gives a number, or a bound to one, that no number of the evidence meets."""
    if _FREE.search(query.text):
        return False
    taken = [window.span for window in query.windows] + [name.span for name in query.names]
    asked = [m for m in NUMBER.finditer(query.text) if m["n"] and not any(span.touches(Span(*m.span())) for span in taken)]
    asked = [m for m in asked if not _PAIR.match(query.text, m.start())]
    wanted = [(m, value) for m in asked if (value := value_of(m)) is not None and m["n"].lower() != "one"]
    texts = [draft.text, *(p.text for p in told)]
    given = [
        (value, _INEXACT.search(text[: m.start("n")]))
        for text in texts
        for m in NUMBER.finditer(text)
        if m["n"] and (value := value_of(m)) is not None
    ]
    if wanted and _EXACT.search(query.text) and not any(value == own and not loose for _, value in wanted for own, loose in given):
        return True
    return any(not any(_meets(query.text[: m.start("n")], value, own) for own, _ in given) for m, value in wanted)


def _meets(before: str, value: float, own: float) -> bool:
    """Whether a number of the evidence is the one that a question gives, or fits the bound before that."""
    bound = _BOUND.search(before)
    if bound is None or own == value:
        return own == value
    if bound["over"]:
        return own > value
    return own < value if bound["under"] else _LOW * value <= own <= _HIGH * value
