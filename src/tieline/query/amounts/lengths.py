"""How long a thing is, in kilometres or miles."""

import re

from tieline.late import regex
from tieline.query.draft import Draft, from_passage, quoted
from tieline.query.evidence.context import subject_meant
from tieline.query.reading.query import Query
from tieline.query.reading.words import stems
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.search import Found, search
from tieline.query.view import Passage, View

_MEASURE = regex(
    r"(?P<q>(?:about|around|nearly|almost|over|more than|some|roughly) )?(?P<n>(?<![\d.,])\d[\d,]{0,20}(?:\.\d{1,9})?)[\s\u00a0-]*"
    r"(?P<unit>(?:nautical )?(?:kilomet(?:re|er)s?|km|miles?|met(?:re|er)s?))\b",
    re.I,
)


def length_of(view: View, query: Query) -> Draft | None:
    """The length that a sentence gives to the thing asked about; None where none does, or two differ."""
    found: dict[str, tuple[Found, re.Match[str]]] = {}
    for one in search(view, query, least=0.5):
        for passage in (one.passage, *_about_it(view, query, one.passage)):
            for match in _MEASURE.finditer(passage.text):
                if passage is not one.passage or _belongs(view, query, passage, match):
                    found.setdefault(match["n"], (Found(passage, one.share, ()), match))
    if len(found) != 1:
        return None
    one, match = next(iter(found.values()))
    text = f"{match[0][:1].upper()}{match[0][1:]}. {quoted(one.passage)}"
    value = float(match["n"].replace(",", ""))
    return from_passage(Found(one.passage, one.share, ()), "number", text=text, value=int(value) if value == int(value) else value)


def _about_it(view: View, query: Query, passage: Passage) -> tuple[Passage, ...]:
    """The sentence behind one that goes on with the thing asked about by "it": "It is 67 kilometres long"."""
    after = view.passages[passage.number + 1 : passage.number + 2]
    meant = subject_meant(view, after[0]) if after and after[0].document is passage.document else ""
    return after if meant and query.words and all(covers_text(view, term.stem, meant) for term in query.words) else ()


def _belongs(view: View, query: Query, passage: Passage, match: re.Match[str]) -> bool:
    """Whether a length stands beside the noun asked about: "the 350-kilometre line", "a stretch, 5 km long"."""
    before = f" {' '.join(stems(re.split(r';|:(?! ?$)| while | and (?=the )', passage.text[: match.start()])[-1])[-9:])} "
    after = f" {' '.join(stems(passage.text[match.end() :])[:2])} "
    beside = after.split()[:1]  # "the 120-km line" is the pipeline
    near = [t for t in query.words if covers_text(view, t.stem, before) or covers_text(view, t.stem, after) or _ends(t.stem, beside)]
    if not query.words or not near:
        return False
    head = query.words[0]
    behind = f" {' '.join(after.split()[:1])} "  # "the 20-km stretch"
    sure = (
        head in near
        or (head.stem in view.lexicon.generic and bool(near))
        or any(covers_text(view, t.stem, behind) for t in query.words)
        or any(_ends(t.stem, beside) for t in query.words)
    )
    told = passage.joined
    if passage.number and head not in near:
        told += view.passages[passage.number - 1].joined
    return sure and all(t in near or covers_text(view, t.stem, told) for t in query.words)


def _ends(word: str, behind: list[str]) -> bool:
    """Whether a word is a compound that ends with a noun: "pipeline" with "line"."""
    return any(len(noun) > 3 and len(word) > len(noun) + 2 and word.endswith(noun) for noun in behind)
