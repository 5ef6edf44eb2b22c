"""What something is for: what a loan pays for, what a fund is to do, what a plant is meant to make."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft, capital, clip, from_passage, quoted
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.sentences.search import Found, search
from tieline.query.view import Passage, View

_ASKED = regex(
    r"^\W*(?:what|for what)\b(?:(?: (?:is|are|was|were|will|would))[^?]*\b(?:for|used for|used|spent on|go to|go towards|pay for"
    r"|finance|fund)\W*$"
    r"|[^?]*\b(?:is|are|was|were|'s) the (?:purpose|aim|goal|point|use|object) of\b|(?: does| do| did)[^?]*\b(?:pay for|finance"
    r"|fund|cover)\W*$)",
    re.I,
)
_USE = (
    r"pay for|finance|fund|go (?:to|towards|into)|be (?:used|spent|invested|put|devoted|set aside) (?:for|to|on|in|towards)"
    r"|cover the|help (?:to )?\w+"
)
_DOES = regex(
    rf"\b(?:(?:will|would|should|shall|is to|are to|was to|were to) (?:{_USE})|(?:pays|paid) for|(?-i:finances|financed|funded)(?= [a-z])"
    r"|(?:is|are|was|were|be) (?:meant|intended|earmarked|destined|designed|used|needed|supposed) (?:for|to))\b[^.;?!]+",
    re.I,
)
_TO = regex(
    r"\b(?:to (?:help )?(?:pay for|finance|fund|build|buy|purchase|construct|modernis\w+|moderniz\w+|expand|upgrade|repair|rebuild"
    r"|restore|extend|electrify"
    r"|dredge|improve|equip|support|develop|complete|renew|replace|train|cover|rescue|rehabilitate|double|widen)"
    r"|for (?:the )?(?:construction|purchase|building|modernisation|modernization|expansion|repair|reconstruction|rehabilitation"
    r"|upgrading|development"
    r"|extension|restoration|electrification|renewal|training|financing|delivery|supply) of)[^.;?!,]+",
    re.I,
)
NEAR = 60  # characters behind the thing in which its purpose stands
_ASKING = frozenset(
    stem(word) for word in ("used", "use", "spent", "spend", "pay", "finance", "fund", "purpose", "aim", "goal", "point", "object", "cover")
)
_POINTS = regex(
    r"\W*(?:it|this|they|these|the (?:money|sum|funds?|cash|loan|credit|grant|facility|project|deal|agreement|contract|plant))\b", re.I
)


def purpose_in_words(view: View, query: Query) -> Draft | None:
    """What something that a question names is for, in the words of the text; None where it asks no such thing, or no sentence has them."""
    if not _ASKED.match(query.text):
        return None
    words = tuple(term for term in query.words if term.stem not in _ASKING)
    if not words and not query.names:
        return None
    for found in search(view, replace(query, words=words), terms=words, least=0.8)[:4]:
        told = _told(view, found.passage, words[-1].stem if words else None)
        if told:
            passage, said = told
            draft = from_passage(
                Found(passage, 1.0, ()), "statement", text=f"{capital(clip(said, 160))}. {quoted(passage, 130)}", value=said
            )
            cited = tuple(dict.fromkeys((*draft.citations, found.passage.citation)))
            return replace(draft, citations=cited, told=tuple(term.stem for term in query.terms if term.stem in _ASKING))
    return None


def _told(view: View, passage: Passage, head: str | None) -> tuple[Passage, str] | None:
    """The sentence that tells what a thing is for, and its words: the one that names the thing, else the next where that points back."""
    after = view.passages[passage.number + 1] if passage.number + 1 < len(view.passages) else None
    place = next((token.end for token, word in zip(passage.tokens, passage.stems, strict=False) if word == head), passage.fact.start)
    start = max(0, place - passage.fact.start)
    own = _DOES.search(passage.text, start) or _TO.search(passage.text, start)
    if own and own.start() - start <= NEAR:
        return passage, _plain(own[0])
    if after and after.document is passage.document and _POINTS.match(after.text):
        then = _DOES.search(after.text) or _TO.search(after.text)
        return (after, _plain(then[0])) if then else None
    return None


_MEANT = regex(r"^(?:is|are|was|were|be) (?:(?:meant|intended|earmarked|destined|designed|used|needed|supposed) )?(?=to\b|for\b)", re.I)


def _plain(words: str) -> str:
    return _MEANT.sub("", " ".join(words.split())).strip(" ,")
