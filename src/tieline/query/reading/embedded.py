"""Questions in the order of a clause, put as questions: "tell me what Vael said about mines" as "what did Vael say about mines"."""

import re
from collections.abc import Sequence

from tieline.extract.syntax.grammar import Grammar, grammar_of
from tieline.late import regex
from tieline.model.token import Token, tokenize
from tieline.query.reading.names import name_index
from tieline.query.view import View

# a question word, with one noun in the plural at most, and the opening of a clause
_CLAUSE = r" (?=(?:the|both|these|he|she|they|it)\b|(?P<name>\w))"
_OPENS = (
    regex(rf"\W*(?:what|whom|who|where|why|how much|how){_CLAUSE}", re.I),
    regex(rf"\W*(?:how many|which|what) (?!(?:is|was|does|has)\b)(?:\w+ )?\w+s{_CLAUSE}", re.I),
)
_OF_VERB = frozenset(("be", "do", "have", "modal"))
_LONGEST = 7  # words of a subject


def as_question(view: View, text: str) -> str:
    """A question with its verb before its subject; itself where it has that order, or asks for the subject."""
    for pattern in _OPENS:
        opens = pattern.match(text)
        put = _put(view, text, opens) if opens else None
        if put:
            return put
    return text


def _put(view: View, text: str, opens: "re.Match[str]") -> str | None:
    """A question in its order, where a subject and its finite verb stand behind the opening, and no other verb."""
    grammar = grammar_of(view.rulebook)
    tokens = tokenize(text)
    first = next((n for n, token in enumerate(tokens) if token.start >= opens.end()), len(tokens))
    at = _after_name(view, tokens, first) if opens["name"] else _after_noun(grammar, tokens, first)
    verb = _finite(grammar, tokens[at].lower) if at else None
    if at is None or verb is None or any(_other_verb(grammar, tokens, n) for n in range(at + 1, len(tokens))):
        return None
    subject = text[tokens[first].start : tokens[at - 1].end]
    return f"{text[: opens.end()]}{verb[0]} {subject} {verb[1]}{text[tokens[at].end :]}"


def _other_verb(grammar: Grammar, tokens: Sequence[Token], n: int) -> bool:
    """Whether a word is an auxiliary, and none behind "to"."""
    return any(grammar.is_a(tokens[n].lower, kind) for kind in _OF_VERB) and tokens[n - 1].lower != "to"


def _after_name(view: View, tokens: Sequence[Token], first: int) -> int | None:
    """The place behind the name that a clause opens with."""
    end = next((name.span.end for name in name_index(view).find(tokens) if name.span.start == tokens[first].start), None)
    return next((n for n, token in enumerate(tokens) if token.start >= end), None) if end else None


def _after_noun(grammar: Grammar, tokens: Sequence[Token], first: int) -> int | None:
    """The place of the first verb in the past behind a noun with its article, or behind a pronoun."""
    if grammar.is_a(tokens[first].lower, "pronoun") and tokens[first].lower != "both":
        return first + 1 if first + 1 < len(tokens) else None
    reach = range(first + 2, min(first + _LONGEST, len(tokens)))
    return next((n for n in reach if any(form == "past" for _, form in grammar.readings(tokens[n].lower))), None)


def _finite(grammar: Grammar, word: str) -> tuple[str, str] | None:
    """The auxiliary and the base form for a verb that has a subject of its own."""
    readings = grammar.readings(word)
    past = next((lemma for lemma, form in readings if form == "past"), None)
    if past:
        return ("did", past)
    present = next((lemma for lemma, form in readings if form == "s"), None)
    return ("does", present) if present else None
