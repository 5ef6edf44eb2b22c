"""Which of the times in a sentence is that of the act asked about."""

import re

from tieline.late import regex
from tieline.model.span import Span
from tieline.model.time import TimeMention
from tieline.query.reading.query import Query, Term
from tieline.query.sentences.clause import around, stems_in
from tieline.query.sentences.cover import covers_text
from tieline.query.times.ahead import asks_ahead
from tieline.query.times.year_behind import year_behind
from tieline.query.view import Passage, View

LEAST = 0.7
INSTEAD = regex(r"\b(?:instead of|rather than|not|unlike|against|compared with)\W*(?:\w+ )?$", re.I)
AHEAD = regex(
    r"\b(?:will|would|is to|are to|was to|were to|due|expected|scheduled|planned|plans?|"
    r"hopes?|(?-i:may)|might|could|should|must|ready|foreseen|yet)\b",
    re.I,
)
DENIED = regex(r"\b(?:not|never|denied|no longer|neither|nor|without|dropped|called off|cancelled|failed)\b|n't\b", re.I)


# a day right behind a verb of saying is that of the saying: "said on Monday it would restart"
_SAID_ON = regex(
    r"\b(?:said|says|told(?: the)?(?: \w+){1,2}|announced|added|stated|declared|reported|confirmed|warned|pledged|promised|vowed|insisted)"
    r"(?: (?:on|late|early|last|in a statement))*\s*$",
    re.I,
)
_UP_TO = regex(r"\b(?:up to|up until|until|till|through to)\s+(?:the )?(?:@|\d)", re.I)
_ASKS_END = regex(r"\b(?:until|till|up to|end|ends|ended|expire\w*|last|lasts|lasted|run|runs|ran|valid|long)\b", re.I)


def moment(view: View, query: Query, passage: Passage) -> TimeMention | None:
    """The time in whose clause the words of a question stand, the nearest to them of several; None where none or two are as good."""
    mentions = [m for m in passage.times if _is_dated(m) and not _to_the_day(passage, m) and not year_behind(passage, m)]
    mentions = [m for m in mentions if not INSTEAD.search(_before(passage, m))]
    if asks_ahead(query):
        mentions = [m for m in mentions if not of_saying(passage, m)]
    if not _ASKS_END.search(query.text):
        mentions = [m for m in mentions if not _UP_TO.search(f"{_before(passage, m)}@") and not _UP_TO.match(m.text)]
    ranked = sorted(((_fit(view, query.words, passage, m), m) for m in mentions), key=lambda one: (-one[0][0], one[0][1], one[1].start))
    if not ranked or ranked[0][0][0] < LEAST:
        return None
    if len(ranked) > 1 and ranked[0][0] == ranked[1][0] and ranked[0][1].time != ranked[1][1].time:
        behind = [m for fit, m in ranked if fit == ranked[0][0] and not _ahead_of_act(view, query.words, passage, m)]
        return behind[0] if len(behind) == 1 else None
    return ranked[0][1]


def _is_dated(mention: TimeMention) -> bool:
    """Whether a mention gives a date, that of a day or month without its year included."""
    return bool(mention.time and (mention.time.earliest or mention.time.edtf.startswith("XXXX-")))


def fits(view: View, query: Query, passage: Passage, mention: TimeMention) -> bool:
    """Whether the clause of a time holds enough of the words of a question."""
    return _fit(view, query.words, passage, mention)[0] >= LEAST


def clause(passage: Passage, mention: TimeMention) -> str:
    """The characters of the clause in which a time stands."""
    spans = around(passage, mention.start, mention.end)
    return " ".join(passage.document.text[span.start : span.end] for span in spans)


def _to_the_day(passage: Passage, mention: TimeMention) -> bool:
    """Whether "the day after" belongs to "ten years to the day after", which is no day of its own."""
    return mention.text.lower().startswith("the day ") and _before(passage, mention).rstrip().lower().endswith(" to")


def of_saying(passage: Passage, mention: TimeMention) -> bool:
    """Whether a time is that on which something was only said: "said on Monday it would restart"."""
    return bool(_SAID_ON.search(passage.document.text[passage.fact.start : mention.start][-50:]))


def _before(passage: Passage, mention: TimeMention) -> str:
    return passage.document.text[passage.fact.start : mention.start][-40:]


def _fit(view: View, words: tuple[Term, ...], passage: Passage, mention: TimeMention) -> tuple[float, int]:
    """How much of the words the clause of a time covers, and how many tokens away the nearest of them is."""
    spans = around(passage, mention.start, mention.end)
    text = stems_in(passage, spans)
    if text.split()[:1] in (["which"], ["who"], ["that"]):
        text = f"{stems_in(passage, (Span(passage.fact.start, spans[0].start),))}{text}"  # a relative clause tells of what stands before it
    covered = [word for word in words if covers_text(view, word.stem, text)]
    if any(word.text[:1].isupper() and word not in covered for word in words):
        return 0.0, 99
    total = sum(min(view.weight(word.stem), 3.0) for word in words)
    share = sum(min(view.weight(word.stem), 3.0) for word in covered) / total if total else 1.0
    return round(share, 1), _distance(view, covered, passage, Span(mention.start, mention.end), spans)


def _distance(view: View, words: list[Term], passage: Passage, span: Span, spans: tuple[Span, ...]) -> int:
    places = [i for i, token in enumerate(passage.tokens) if token.end <= span.start]
    at = places[-1] + 1 if places else 0
    found = [
        abs(i - at)
        for i, (token, stem) in enumerate(zip(passage.tokens, passage.stems, strict=True))
        if any(s.start <= token.start < s.end for s in spans) and any(covers_text(view, word.stem, f" {stem} ") for word in words)
    ]
    return min(found, default=99)


def _ahead_of_act(view: View, words: tuple[Term, ...], passage: Passage, mention: TimeMention) -> bool:
    """Whether a time stands before all words of a question: "said on Monday that it would resume on 3 May"."""
    pairs = zip(passage.tokens, passage.stems, strict=True)
    told = [token.start for token, stem in pairs if any(covers_text(view, word.stem, f" {stem} ") for word in words)]
    return bool(told) and mention.end <= min(told)
