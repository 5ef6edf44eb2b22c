"""A question without what is said around it."""

import re

from tieline.late import regex
from tieline.model.token import tokenize
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.slots import no_slots
from tieline.query.reading.words import stemmed

_INDIRECT = regex(
    r"^\W*(?:do|does|did|is|are|can|could|would|will)\b[^?.,]{0,45}?\b(?:say|know|known|tell|mention|mentioned|state|stated|clear|specify|reveal)"
    r"(?: (?:me|us))?\s+(?=(?:exactly |precisely |roughly |about )?(?:when|who|whom|where|what|how|which|why)\b)",
    re.I,
)


_SAY = regex(
    r"^\W*(?:please |kindly )?(?:say|state|specify|indicate|write down|note)(?: please| exactly)?,?\s+"
    r"(?=(?:exactly |precisely )?(?:when|who|whom|where|how|which|what)\b)",
    re.I,
)
# "can you give me the date of the signing"
_MAY_YOU = regex(
    r"^\W*(?:can|could|would|will) (?:you|anyone|anybody|someone|somebody)(?: please| kindly)?\s+"
    r"(?=(?:give|show|list|name|quote|provide|cite|state)\b)",
    re.I,
)


def strip_courtesy(text: str, lexicon: Lexicon) -> str:
    """A question without greetings, thanks and the like around it."""
    text = _SAY.sub("", _MAY_YOU.sub("", _INDIRECT.sub("", text)))
    for _ in range(4):
        tokens = stemmed(tokenize(text))
        match = next((m for pattern in lexicon.courtesy if (m := pattern.match(tokens, 0, no_slots))), None)
        if match and match.end < len(tokens):
            text = text[tokens[match.end].start :]
            continue
        tail = next(
            (
                m
                for i in range(max(len(tokens) - 7, 1), len(tokens))
                if lexicon.courtesy_words is None or tokens[i].lower in lexicon.courtesy_words
                for p in lexicon.courtesy
                if (m := p.match(tokens, i, no_slots)) and not any(t.text[0].isalnum() for t in tokens[m.end :])
            ),
            None,
        )
        if not tail:
            break
        text = text[: tokens[tail.start].start].rstrip(" ,;-") or text
        if tail.start == 0:
            break
    return text.strip()


_ADVERBIAL = regex(
    r"(?P<head>(?:as of|in|on|by|according to|during|after|before|at|since|for|from|per|under|between|until|within)\b"
    r"(?!\s+(?:what|which|whom|how)\b)[^,?]{2,80}),\s+(?P<rest>.+)",
    re.I | re.S,
)
# The same without a comma, where a year ends it: "By the end of 2010 was the pact in force?"
_UNMARKED = regex(
    r"(?P<head>(?:as of|in|on|by|during|after|before|prior to|since|until)\b(?!\s+(?:what|which|how)\b)[^,?]{0,30}?\b\d{4})\s+"
    r"(?P<rest>(?:is|are|was|were|did|do|does|had|has|have|who|what|which|how|when|where)\b.+)",
    re.I | re.S,
)


def adverbial_last(text: str) -> str:
    """A question with what stands before its first comma ("As of July 2024, ...") at its end."""
    found = _ADVERBIAL.match(text) or _UNMARKED.match(text)
    return f"{found['rest'].rstrip(' ?')} {found['head']}?" if found else text
