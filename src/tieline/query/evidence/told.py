"""The last way of answering: the sentence that tells most of what a question asks, read once more with wider senses of its words.

Somebody, a place or a number is picked from it where it stands where the question puts it; where only the sentence
as a whole fits, it is shown as what comes closest, and nothing is claimed.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from tieline.late import regex
from tieline.model.answer import AnswerKind
from tieline.query.amounts.trade_ways import of_all_trade
from tieline.query.draft import Draft, capital, excerpt, from_passage, with_before
from tieline.query.events.pick.objects import only_beside
from tieline.query.events.pick.select import asks_opening, tells_opening
from tieline.query.evidence.asked import Sought, sought
from tieline.query.evidence.context import points_back
from tieline.query.evidence.cover import LEAST, Hit, covering, told_names
from tieline.query.evidence.dates import pick_date
from tieline.query.evidence.lengths import pick_length
from tieline.query.evidence.names import does_by_noun, names_of_kind, pick_name
from tieline.query.evidence.numbers import may_answer, pick_number
from tieline.query.evidence.pick import Pick, clauses_like, denied, only_ahead
from tieline.query.evidence.senses import tells
from tieline.query.people.acting import of_title
from tieline.query.people.in_office import in_office
from tieline.query.people.unnamed import left_open, unnamed
from tieline.query.reading.frame import AUXILIARY
from tieline.query.reading.query import Query
from tieline.query.sentences.clause_verbs import only_idiom
from tieline.query.sentences.parsed import parsed
from tieline.query.sentences.search import Found
from tieline.query.sentences.sided import foreign_to, of_other_land, of_others
from tieline.query.sentences.together import scattered
from tieline.query.sentences.told_who import side_of, team_of
from tieline.query.times.ahead import asks_ahead, asks_plan
from tieline.query.times.to_come import still_ahead
from tieline.query.view import Passage, View

# the forms of questions that the sentence that comes closest may answer
CLOSELY = frozenset(
    ("when", "who", "where", "how_many", "how_much", "count", "what", "list", "agreement", "level", "fragment", "rank", "how_long")
)
SURE = 0.86
HELD = 0.7  # of what a sentence tells of a question, in the pieces around what is picked
BESIDE = 0.4
SLACK = 0.12
BONUS = 0.06
_KINDS: dict[str, AnswerKind] = {
    "person": "actor",
    "house": "actor",
    "country": "place",
    "place": "place",
    "number": "number",
    "length": "duration",
    "date": "date",
}


def told_closely(view: View, query: Query, *, only: Callable[[Passage], bool] | None = None, least: float = LEAST) -> Draft | None:
    """What the sentence that fits best says of what is asked; None where none fits well enough.

    `only`: which sentences count, for a question that says whose words it asks for; `least`: how much of it they must tell.
    """
    asked = sought(view, query)
    hits = _with_verb(view, query, asked, covering(view, query, asked, least=least)) if asked else []
    hits = [hit for hit in hits if only(hit.passage)] if only else hits
    if asked is None or not hits:
        return None
    near = [hit for hit in hits if asked.kind != "thing" or hit.share >= hits[0].share - SLACK][:6]
    if asked.kind in ("person", "house") and any(left_open(query, hit.passage) for hit in near[:2]):
        return None
    for hit in near:
        draft = _drafted(view, query, asked, hit)
        if (
            draft
            and of_title(view, query, draft)
            and in_office(view, query, hit.passage, draft)
            and (asked.kind != "place" or still_ahead(view, query, draft))
        ):
            lost = hit.missing if draft.status == "answered" else ()
            told = tuple(term.stem for term, _ in asked.terms if term.stem not in lost)
            return replace(draft, told=(*told, *told_names(view, query, asked, hit.passage)))
    return None


def _lacks(view: View, asked: Sought, hit: Hit) -> bool:
    """Whether a sentence lacks a word of a question that says more than what sort of answer is wanted."""
    return any(word not in asked.noun and not set(word.split()) <= view.lexicon.light for word in hit.missing)


def _with_verb(view: View, query: Query, asked: Sought, hits: list[Hit]) -> list[Hit]:
    """The sentences, those a little before others in which a clause has the very verb of the question."""
    frame = asked.frame if asked.frame and not asked.frame.copular else None
    hits = [hit for hit in hits if not frame or not only_idiom(frame, parsed(view, hit.passage))]
    own = set(frame.verbs) if frame else set()
    told = {hit.passage.number for hit in hits[:12] if own & hit.passage.vocabulary and clauses_like(view, asked, hit.passage)[1]}
    told |= {hit.passage.number for hit in hits[:12] if does_by_noun(view, query, asked, hit.passage)}
    order = {hit.passage.number: n for n, hit in enumerate(hits)}
    return sorted(hits, key=lambda hit: (-round(hit.share + BONUS * (hit.passage.number in told), 2), order[hit.passage.number]))


def picked(view: View, query: Query) -> Draft | None:
    """The number or name that a question of the form "what price", "which company" asks for, where a sentence gives it surely."""
    asked = sought(view, query)
    if asked is None or asked.kind == "thing":
        return None
    draft = told_closely(view, query)
    return draft if draft and draft.status == "answered" else None


def holds_kind(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence holds a name or number of the kind that "which company", "what price" asks for; true where it asks for neither."""
    asked = sought(view, query)
    if asked is None or asked.kind == "thing":
        return True
    if asked.kind == "length":
        return True
    return may_answer(view, asked, query, passage) if asked.kind == "number" else bool(names_of_kind(view, query, asked, passage))


def _drafted(view: View, query: Query, asked: Sought, hit: Hit) -> Draft | None:
    if denied(view, asked, hit.passage) or (asked.kind == "number" and of_all_trade(view, query, hit.passage)):
        return None
    if asked.kind == "thing":
        return _thing(view, query, asked, hit)
    if asked.kind == "date" and asks_opening(query) and not tells_opening(hit.passage.joined):
        return None
    if asked.kind == "date" and (asks_opening(query) or _IN_FORCE.search(query.text)) and not _of_it(view, asked, hit.passage):
        return None
    pick = _PICKS[asked.kind](view, query, asked, hit)
    if pick is None or pick.held < BESIDE:
        return None
    found = Found(hit.passage, hit.share, hit.missing)
    kind = _KINDS[asked.kind]
    if hit.share < LEAST and (not pick.sure or pick.held < HELD):
        return None
    if asked.kind == "place" and (hit.share < LEAST or hit.missing):
        return None
    sure = pick.sure and hit.share >= SURE and not _lacks(view, asked, hit)
    if not sure and asked.kind == "date" and _to_come(query, hit.passage, pick):
        return None
    if not sure and asked.kind in ("number", "length") and _of_other_thing(view, query, asked, hit):
        return None
    if not sure and asked.kind == "number" and asked.noun and asked.noun[-1] not in hit.passage.vocabulary:
        return None  # the number found counts something else
    if not sure:
        return from_passage(
            found,
            kind,
            text=f"Not said in these words; closest: {_shown(view, asked, hit)}",
            value=pick.value,
            status="partly",
            lacks="words",
        )
    if only_ahead(view, query, asked, hit.passage) or (asked.kind == "number" and _of_later(query, hit.passage)):
        return from_passage(
            found, kind, text=f"Only planned or expected: {pick.text}. {_shown(view, asked, hit, 200)}", value=pick.value, status="partly"
        )
    side = side_of(query) or team_of(query)
    lands = set(side.ids) if side and asked.kind == "person" else set()
    named = pick.text.split(" and ")
    if lands and (
        of_others(view, lands, hit.passage, named) or of_other_land(view, lands, pick.text) or foreign_to(view, lands, hit.passage, named)
    ):
        return None
    if asked.kind == "date" and (asks_ahead(query) or asks_plan(query)):
        text = f"Scheduled: {pick.text}; no text confirms it. {_shown(view, asked, hit, 200)}"
        return from_passage(found, kind, text=text, value=pick.value, status="partly", lacks="outcome")
    return from_passage(found, kind, text=f"{capital(pick.text)}. {_shown(view, asked, hit, 220)}", value=pick.value)


_IN_FORCE = regex(r"\b(?:take|took|taken|taking) effect\b|\binto (?:force|effect)\b|\bin force\b|\bkick\w* in\b", re.I)
_POINTS_BACK = regex(r"\b(?:it|this|they|which|these|both)\b", re.I)


def _of_it(view: View, asked: Sought, passage: Passage) -> bool:
    """Whether a sentence names what a question asks the beginning of, or points back to it."""
    head = asked.frame.subject.head if asked.frame and not asked.frame.copular else None
    return head is None or bool(tells(view, head, passage.joined)) or bool(_POINTS_BACK.search(passage.text))


def _of_other_thing(view: View, query: Query, asked: Sought, hit: Hit) -> bool:
    """Whether a sentence says nothing of the very thing that a question asks a number of: "how much did the visit cost"."""
    acts = [act.span for act in query.acts if act.types & {"visit", "meeting", "summit"} and not act.soft]
    told = [term.stem for term in query.words if any(span.contains(term.span) for span in acts)]
    if told and not any(tells(view, word, hit.passage.joined) for word in told):
        return True
    frame = asked.frame if asked.frame and not asked.frame.copular else None
    heads = [part.head for part in (frame.subject, frame.rest) if part.head][:1] if frame else []
    heads += [word for word in asked.noun[-1:] if asked.kind == "number" and not view.lexicon.is_light(word)]
    return any(not tells(view, head, hit.passage.joined) for head in heads)


def _of_later(query: Query, passage: Passage) -> bool:
    """Whether a question asks for a time that lies behind the text which gives the number: it is a forecast there."""
    published = passage.document.published
    last = published.latest if published else None
    asked = [window.time.earliest for window in query.windows]
    return last is not None and bool(asked) and all(start is not None and start > last for start in asked)


_WAS = regex(r"\b(?:did|was|were|had|has|have)\b", re.I)


def _to_come(query: Query, passage: Passage, pick: Pick) -> bool:
    """Whether a day lies after the text that gives it, where a question asks when something was: no more than near it."""
    published = passage.document.published
    if not _WAS.search(query.text) or asks_plan(query) or published is None or published.latest is None:
        return False
    days = [m.time.earliest for m in passage.times if m.time and m.time.edtf == pick.value and m.time.earliest]
    return bool(days) and min(days) > published.latest


def _thing(view: View, query: Query, asked: Sought, hit: Hit) -> Draft | None:
    found = Found(hit.passage, hit.share, hit.missing)
    if unnamed(view, query, hit.passage.text) or only_beside(view, query, hit.passage) or scattered(view, query, hit.passage):
        return None
    if hit.share >= SURE and not _lacks(view, asked, hit) and not _leaves_out(view, query, asked, hit.passage):
        return from_passage(found, "statement", text=_shown(view, asked, hit, 290))
    if any(word in hit.missing or not tells(view, word, hit.passage.joined) for word in asked.noun[-1:]):
        return None  # it holds nothing of the sort
    if _lacks_deed(view, asked, hit.passage):
        return None
    return from_passage(
        found, "statement", text=f"Not said in these words; closest: {_shown(view, asked, hit)}", status="partly", lacks="words"
    )


def _lacks_deed(view: View, asked: Sought, passage: Passage) -> bool:
    """Whether a sentence has nothing of the verb of a question, where that tells more than what it frames."""
    if asked.frame is None or asked.frame.copular:
        return False
    idle = view.lexicon.framing | view.lexicon.light | AUXILIARY
    return not any(
        verb in idle or tells(view, verb.split()[0], passage.joined) or tells(view, verb, passage.joined) for verb in asked.frame.verbs
    )


_WHAT_IS = regex(r"\W*what (?:is|was|are|were) (?:the|its|their|his|her)\b", re.I)


def _leaves_out(view: View, query: Query, asked: Sought, passage: Passage) -> bool:
    """Whether a sentence leaves to others the very thing that "what is the ..." asks for, and does not point back to it."""
    head = asked.noun[-1:] if len(asked.noun) == 1 and _WHAT_IS.match(query.text) else ()
    return any(not tells(view, word, passage.joined) for word in head) and not points_back(view, passage)


def _shown(view: View, asked: Sought, hit: Hit, most: int = 250) -> str:
    """The words of a sentence that tell what is asked, with the sentence before where it only points back."""
    words = {word for word in hit.passage.stems if any(tells(view, term.stem, f" {word} ") for term, _ in asked.terms)}
    return with_before(view, hit.passage, excerpt(hit.passage, words, most), most)


_PICKS: dict[str, Callable[[View, Query, Sought, Hit], Pick | None]] = {
    "person": pick_name,
    "house": pick_name,
    "country": pick_name,
    "place": pick_name,
    "number": pick_number,
    "length": pick_length,
    "date": pick_date,
}
