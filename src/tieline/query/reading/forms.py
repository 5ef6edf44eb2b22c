"""Which form of answer the words of a question ask for."""

from collections.abc import Sequence

from tieline.model.span import Span
from tieline.model.token import Token
from tieline.query.reading.lexicon import Lexicon, Phrase, may_stand
from tieline.query.reading.query import Window
from tieline.query.reading.slots import Marks
from tieline.query.reading.words import stem

_BEGINNINGS = "do be have will would can could shall must didn't isn't wasn't weren't hasn't haven't hadn't"
_AUXILIARIES = frozenset(stem(word) for word in _BEGINNINGS.split())
# A question that begins with an auxiliary asks for yes or no, or for one of these.
_ABOUT_VERDICTS = frozenset({"yesno", "order", "conflict", "document"})
ORDINALS = {
    "first": "first",
    "earliest": "first",
    "initial": "first",
    "maiden": "first",
    "original": "first",
    "1st": "first",
    "second": "second",
    "2nd": "second",
    "third": "third",
    "3rd": "third",
    "fourth": "fourth",
    "last": "last",
    "latest": "last",
    "recent": "last",
    "recently": "last",
    "newest": "last",
    "oldest": "first",
    "final": "last",
    "previous": "previous",
    "next": "next",
    "upcoming": "next",
}
# before "year" or "day" these make a time of it: "exports last year"
_COUNTED_FROM = frozenset(
    stem(word) for word in ("last", "this", "next", "per", "a", "previous", "every", "each", "same", "current", "past")
)


def form_of(lexicon: Lexicon, tokens: Sequence[Token], marks: Marks) -> tuple[Phrase | None, Span]:
    """The phrase by which a question asks, and where it stands; None where none is known."""
    verdict = bool(tokens) and tokens[0].lower in _AUXILIARIES
    for phrase in may_stand(lexicon.forms, tokens):
        if verdict and phrase.fields["form"] not in _ABOUT_VERDICTS:
            continue
        match = phrase.search(tokens, marks.slots)
        if match and phrase.fields["form"] == "when" and _in_time(tokens[match.start : match.end], marks):
            continue
        if match and phrase.fields.get("singular") and _plural(tokens[match.end - 1]):
            continue
        if match and phrase.fields.get("singular") and match.start and tokens[match.start - 1].lower in _COUNTED_FROM:
            continue
        if match and phrase.fields.get("noun") and any(t.lower in _AUXILIARIES for t in tokens[match.start : match.end]):
            continue
        if match and phrase.fields.get("plural") and not _plural(tokens[match.end - 1]):
            continue
        if match and (not phrase.fields.get("whole") or all(not t.text.isalnum() for t in tokens[match.end :])):
            return phrase, Span(tokens[match.start].start, tokens[match.end - 1].end)
    return None, Span(0, 0)


def _in_time(tokens: Sequence[Token], marks: Marks) -> bool:
    """Whether words are part of a time that the question gives: "the first eight months"."""
    return any(span.start <= tokens[0].start and tokens[-1].end <= span.end for span in marks.spans.get("time", ()))


def _plural(token: Token) -> bool:
    return token.text.lower().endswith("s") or token.text.lower() in ("people", "media", "others")


def ordinal_of(raw: Sequence[Token], asked: Span, windows: list[Window]) -> tuple[str | None, Span | None]:
    """Which of several is asked for: a number, first, last or next, and where that word stands."""
    for i, token in enumerate(raw):
        span = Span(token.start, token.end)
        if token.lower in ORDINALS and not any(w.span.touches(span) for w in windows):
            if token.lower in ("last", "next") and i + 1 < len(raw) and raw[i + 1].lower in ("year", "month", "week"):
                continue
            if token.lower == "last" and _lasts(raw, i):
                continue
            return ORDINALS[token.lower], span
    return None, None


_BEFORE_VERB = frozenset(("did", "does", "do", "will", "would", "to", "may", "might", "can", "could", "should", "must"))


def _lasts(raw: Sequence[Token], i: int) -> bool:
    """Whether "last" is the verb of a question of how long: "how long did the talks last", "will the visit last until Friday"."""
    if not any(token.lower == "long" for token in raw[:i]) or not any(token.lower in _BEFORE_VERB for token in raw[:i]):
        return False
    behind = raw[i + 1].lower if i + 1 < len(raw) else "?"
    return not behind.isalnum() or behind in ("until", "till", "in", "for", "altogether", "at", "on", "when", "this", "after")
