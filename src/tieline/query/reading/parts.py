"""The questions in a question: "When and where did they meet, and who was there?"."""

import re
from collections.abc import Iterator, Sequence

from tieline.late import regex
from tieline.query.reading.coordinated import apart
from tieline.query.view import View

_WH = r"(?:when|who|whom|whose|where|what|how|which|why)"
_AUX = r"(?:did|do|does|was|were|is|are|has|have|had|will|would|can|could)"
_PREPOSITION = r"(?:in|on|at|to|by|with|from|for|since|until|under|through|about|between)"
_ASK = rf"(?:{_PREPOSITION} )?{_WH}\b"
_IF = r"(?:if (?:so|not|yes)\b,? )?"
_IT = r"(?:he|she|it|they|the|this|that|there|his|her|its|their)"
# what parts one question from the next: the end of a sentence, or a word that joins where another question begins
_BREAKS = regex(
    rf"\?+[\s,;]+(?=\w)|\s*[;/]\s*(?={_ASK})|\.\s+(?:and )?(?={_WH} {_AUX}\b)"
    rf"|,?\s+(?:and(?: also)?|or|plus|as well as|but|&)\s+(?={_IF}{_ASK})"
    rf"|,\s+and\s+(?={_IF}{_AUX} \w)|\s+and\s+(?={_IF}(?:did|was|is|were|does|has|will) {_IT}\b)",
    re.I,
)
_COMMA = regex(rf",\s+(?={_ASK})", re.I)
_OPENS = regex(rf"\W*(?:{_ASK}|{_AUX}\b)", re.I)
_INVERTED = regex(rf"\W*{_ASK}(?: (?!{_AUX}\b)[\w'’-]+){{0,2}} {_AUX}\b", re.I)
_NUMBERED = regex(r"^\W*(?:\(?\d{1,2}[.):]|\(?[a-h][.)]|[-*\u2022])\s+", re.I)
_NEXT_NUMBER = regex(r"\?\s+\(?(?:\d{1,2}|[b-h])[.)]\s+", re.I)
_IF_SO = regex(r"^\W*(?:and )?if (?:so|yes)\b,?\s*", re.I)
_IF_NOT = regex(r"^\W*(?:and )?if not\b,?\s*", re.I)
# a question word that asks nothing by itself: "when", "by whom", "for how long", "at what cost", "in which city"
_BARE = regex(
    rf"\W*(?:{_PREPOSITION} )?(?:when|who|whom|where|why(?: not)?|how(?: (?:long|much|many|often|far|old|big))?"
    r"|what(?: (?:cost|price|time|day|year|date))?|which (?:year|day|city|country|place|date))(?: exactly)?\W*",
    re.I,
)
_ASKED = regex(rf"\W*{_ASK}(?:\s+(?:long|much|many|often|far)\b)?", re.I)


def parts_of(view: View, text: str) -> list[str]:
    """The questions in a question, each as it stands there; question words in a row share what the last of them asks."""
    whole = apart(view, text)
    return whole if len(whole) > 1 else [again for one in _filled(list(_pieces(text))) for again in apart(view, one)]


def is_bare(part: str) -> bool:
    """Whether a part is no more than a question word: "by whom"."""
    return bool(_BARE.fullmatch(part))


def opens_question(text: str) -> bool:
    """Whether words begin as a question does."""
    return bool(_OPENS.match(text))


def _pieces(text: str) -> Iterator[str]:
    """A line cut where another question begins; a comma cuts only a row of questions: "Vael, who came in 2012" has a relative clause."""
    text = _NEXT_NUMBER.sub("? ", text)
    rough = _BREAKS.split(text) if _OPENS.match(_NUMBERED.sub("", text)) else [text]
    for piece in rough:
        inner = _COMMA.split(piece)
        row = all(_OPENS.match(one) for one in inner) and (len(rough) > 1 or all(is_bare(one) or _INVERTED.match(one) for one in inner[1:]))
        for one in inner if row else [piece]:
            if one.strip(" ?.,;!"):
                yield _NUMBERED.sub("", one).strip(" ,;")


def _filled(pieces: Sequence[str]) -> list[str]:
    """Pieces, with question words before the first whole question made whole by it, and without "if so"."""
    found: list[str] = []
    waiting: list[str] = []
    for piece in pieces:
        own = _IF_SO.sub("", piece)
        if _IF_NOT.match(own):
            own = re.sub(r"^why(?=\W*$)", "why not", _IF_NOT.sub("", own), flags=re.I)
        if is_bare(own) and not found:
            waiting.append(own.strip(" ?,"))
            continue
        asked = _ASKED.match(own)
        found += [f"{one} {own[asked.end() :].strip() if asked else own}" for one in waiting]
        waiting = []
        found.append(own)
    return [*found, *waiting]
