"""Ways of asking that say the same as a plainer one, put plainly: "who serves as" as "who was the", "he came, didn't he?" as a question."""

from collections.abc import Iterator
from itertools import pairwise

from tieline.model.token import Token, tokenize
from tieline.query.reading.lexicon import Lexicon, Wording
from tieline.query.reading.words import fold, stemmed
from tieline.rules.pattern import Match

_TRUE = "Is it true that "


def plainly(lexicon: Lexicon, text: str) -> str:
    """A question in plainer words, where the table has them."""
    text = _with_particle(lexicon, _untagged(lexicon, _unaddressed(lexicon, text)))
    tokens = stemmed(tokenize(text))
    words = frozenset(token.lower for token in tokens)
    for wording in lexicon.wordings:
        if wording.words is not None and wording.words.isdisjoint(words):
            continue
        put = _between(wording, text, tokens) if wording.ends else _put(wording, text, tokens)
        if put != text:
            text, tokens = put, stemmed(tokenize(put))
            words = frozenset(token.lower for token in tokens)
    return text


def _put(wording: Wording, text: str, tokens: tuple[Token, ...]) -> str:
    """A question with the first match of a wording put plainly."""
    found = next(_matches(wording, tokens), None)
    if found and any(pattern.search(tokens[: found.start], _none) for pattern in wording.unless):
        return text
    return f"{text[: tokens[found.start].start]}{wording.by}{text[tokens[found.end - 1].end :]}" if found else text


_PARTICLES = frozenset(("back", "off", "up", "down", "out", "over", "home", "through", "away"))
_APART = 6  # words between a verb and its particle
_LINKS = frozenset(("in", "on", "at", "to", "from", "by", "with", "for", "and", "or", "when", "who", "that", "which", "into", "about"))


def _with_particle(lexicon: Lexicon, text: str) -> str:
    """A question with the particle of a verb right behind it: "hand the island back" as "hand back the island"."""
    tokens = tokenize(text)
    own = stemmed(tokens)
    for j in range(3, len(tokens)):
        if tokens[j].lower not in _PARTICLES:
            continue
        for i in range(max(j - _APART, 1), j - 1):
            verb = f"{own[i].lower} {own[j].lower}"
            between = tokens[i + 1 : j]
            if (verb in lexicon.verbs or verb in lexicon.senses) and not any(t.lower in _LINKS or t.text == "," for t in between):
                moved = f"{tokens[i].text} {tokens[j].text} {text[between[0].start : between[-1].end]}"
                return f"{text[: tokens[i].start]}{moved}{text[tokens[j].end :]}"
    return text


def _unaddressed(lexicon: Lexicon, text: str) -> str:
    """A question without what names are addressed by: "Mr Vael" is Vael."""
    tokens = tokenize(text)
    for token, after in reversed(list(pairwise(tokens))):
        start = after.end if after.text == "." else after.start
        if token.lower in lexicon.honorifics and text[start:].strip()[:1].isalpha():
            text = f"{text[: token.start]}{text[start:].lstrip()}"
    return text


def _between(wording: Wording, text: str, tokens: tuple[Token, ...]) -> str:
    """A question of which only what stands between its opening and its close is kept; itself where it has not both."""
    opening = next(_matches(wording, tokens), None)
    start = opening.end if opening else 0
    last = max((n for n, token in enumerate(tokens) if token.text[0].isalnum()), default=0)
    close = next(
        (i for i in range(start + 1, last + 1) for p in wording.ends if (m := p.match(tokens, i, _none)) and m.end == last + 1), None
    )
    if close is None or (wording.patterns and opening is None):
        return text
    return f"{wording.by.strip()} {text[tokens[start].start : tokens[close - 1].end]}{text[tokens[last].end :]}"


def _matches(wording: Wording, tokens: tuple[Token, ...]) -> Iterator[Match]:
    for pattern in wording.patterns:
        found = pattern.match(tokens, 0, _none) if wording.start else pattern.search(tokens, _none)
        if found:
            yield found


def _untagged(lexicon: Lexicon, text: str) -> str:
    """A question without ", isn't it?" at its end; a statement that it made a question asks whether that is true."""
    if "," not in text:
        return text
    tokens = stemmed(tokenize(text))
    for i in (i for i, token in enumerate(tokens) if token.text == "," and i >= len(tokens) - 6):
        ends = [m.end for p in lexicon.tags if (m := p.match(tokens, i, _none))]
        if ends and not any(t.text[0].isalnum() for t in tokens[max(ends) :]):
            told = text[: tokens[i].start].rstrip()
            asks = fold(told.split()[0]) in lexicon.asking if told.split() else True
            return f"{told}?" if asks else f"{_TRUE}{told}?"
    return text


def _none(kind: str, tokens: object, i: int) -> tuple[()]:
    return ()
