"""When somebody came into office, or left it: only by a sentence that says so. An office held at some time is no beginning of it."""

import re

from tieline.late import regex
from tieline.query.draft import Draft, nothing
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.sentences.search import search
from tieline.query.view import View

_TURN = regex(
    r"\b(elected|re-?elected|election|appointed|appointment|sworn|took office|take office|took power|take power|assum\w+|nominated|named as"
    r"|born|birth|die|died|death|resign\w*|step down|stepped down|impeached|ousted|succeed(?:ed)?|retire[ds]?|graduate[ds]?|married"
    r"|leave office|left office|term (?:begin|start|end|expire)\w*|inauguration of president)\b",
    re.I,
)
SURE = 0.9
_BECAME = regex(r"\b(become|became|becomes|start(?:ed)? as|begin as|began as|turn)\b", re.I)


def turn_of_office(view: View, query: Query) -> Draft | None:
    """A refusal where a question asks for a turn in somebody's life or office that no sentence tells; None where it asks for none."""
    told = _TURN.search(query.text)
    became = _BECAME.search(query.text) if query.title else None
    if not told and not became:
        return None
    wanted = told or became
    assert wanted is not None
    words = {stem(word) for word in re.findall(r"[a-z]+", wanted[0].lower())} - {
        stem(w) for w in ("take", "took", "as", "of", "leave", "left")
    }
    for found in search(view, query, least=0.7, in_time=False)[:4]:
        turned = words & found.passage.vocabulary if told else _took_title(found.passage.joined, query.title or "")
        if turned and (any(set(n.ids) & set(found.passage.fact.actors) for n in query.names) or (not query.names and found.share > SURE)):
            return None
    return nothing(view, query, "date", "The texts do not say when that was.", "value")


def _took_title(text: str, title: str) -> bool:
    return bool(re.search(rf" (?:becom|start as|begin as|turn) (?:[\w'-]+ ){{0,4}}{re.escape(title)} ", text))
