"""What an interview answers to the very question that is asked: the answer may leave out all that the question says."""

import re

from tieline.late import regex
from tieline.query.draft import Draft, capital, clip, from_passage, quoted
from tieline.query.evidence.asked import Sought, sought
from tieline.query.evidence.context import understood
from tieline.query.evidence.numbers import may_be_asked
from tieline.query.evidence.senses import tells
from tieline.query.reading.query import Query
from tieline.query.sentences.search import Found
from tieline.query.times.dating import date_phrase
from tieline.query.view import Passage, View

LEAST = 0.8  # of a question that the interviewer's must tell
OPENS = 60  # characters into an answer that a number may begin
_ASKS = regex(r"\?[\s\"'”’]*$")
_FORMS = frozenset(("how_many", "how_much", "when", "yesno"))


def answered_there(view: View, query: Query) -> Draft | None:
    """The answer that somebody gives in an interview to a question that says the same; None where nobody is asked it."""
    if query.form not in _FORMS or query.windows:
        return None
    asked = sought(view, query) if query.form != "yesno" else None
    for passage in view.passages:
        answer = _behind(view, passage) if _ASKS.search(passage.text) and _same(view, query, passage) else None
        draft = _read(view, query, asked, passage, answer) if answer else None
        if draft:
            return draft
    return None


def _behind(view: View, passage: Passage) -> Passage | None:
    """The sentence right behind a question, which answers it."""
    own = view.by_document[passage.document.id]
    place = passage.number - own[0].number + 1
    after = next((one for one in own[place : place + 2] if one.fact.zone != "speaker"), None)
    return after if after and not _ASKS.search(after.text) else None


def _same(view: View, query: Query, passage: Passage) -> bool:
    """Whether a question of the text tells what another asks: most of it in its own words."""
    if not query.words:
        return False
    weights = [(term.stem, min(view.weight(term.stem), 4.0)) for term in query.words]
    own = sum(weight * tells(view, word, passage.joined) for word, weight in weights)
    near = sum(weight * (tells(view, word, passage.joined) or understood(view, word, passage)) for word, weight in weights)
    total = sum(weight for _, weight in weights)
    named = {i for one in view.by_document[passage.document.id] for i in one.fact.actors}
    return own >= total / 3 and near >= LEAST * total and all(set(name.ids) & named for name in query.names)


_YES = regex(r"\W*(?:yes|certainly|of course|indeed|absolutely|it (?:has|did|is|was|will)\b(?! not))\b", re.I)
_NO = regex(r"\W*(?:no|not|never|hardly|nobody|none|far from it|(?:it|they|he|she|we) (?:\w+ )?(?:not|never)|\w+ (?:\w+n['’]t))\b", re.I)


def _read(view: View, query: Query, asked: Sought | None, question: Passage, answer: Passage) -> Draft | None:
    found = Found(answer, 1.0, ())
    shown = f"{quoted(question, 90)} {quoted(answer, 170)}"
    if query.form == "yesno":
        value = True if _YES.match(answer.text) else False if _NO.match(answer.text) else None
        text = clip(f"{'Yes' if value else 'No'}. {shown}")
        return from_passage(found, "yesno", text=text, value=value) if value is not None else None
    if query.form == "when":
        dated = [m for m in answer.times if m.time and m.time.earliest]
        if len(dated) != 1 or dated[0].time is None:
            return None
        return from_passage(found, "date", text=clip(f"{capital(date_phrase(dated[0].time))}. {shown}"), value=dated[0].time.edtf)
    fitting = may_be_asked(view, query, asked, answer) if asked and asked.kind == "number" else []
    if not fitting or fitting[0].start - answer.fact.start > OPENS:
        return None
    first = fitting[0]
    number = first.value if first.value is not None else first.words
    return from_passage(found, "number", text=clip(f"{capital(first.words)}. {shown}"), value=number)
