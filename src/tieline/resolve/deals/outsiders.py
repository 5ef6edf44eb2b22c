"""Agreements and talks with somebody who is no state: banks, creditors, firms, lawmakers. No second country is missing there."""

from collections.abc import Sequence, Set

from tieline.model.mention import ActorMention
from tieline.model.span import Span
from tieline.model.token import Sentence, Token

REACH = 16  # words behind an agreement among which "with ..." still says with whom it is
PHRASE = 7  # words of that phrase
BEFORE = 3  # words before an agreement that say what kind it is
SEVERAL = 7  # words around a verb in which those who act are counted
MOST = 200  # states there can be
_WITH = frozenset({"with", "between", "among"})
_STOPS = frozenset({";", ".", ",", "that", "which", "who", "on", "over", "after", "before", "in", "at", "said"})
_FIRMS = ("organization", "company")


def is_with_outsiders(
    place: Span, sentence: Sentence | None, around: Sequence[ActorMention], outsiders: Set[str], inner: Set[str], heads: Set[str]
) -> bool:
    """Whether the words around an agreement say that its other party is no state: "a deal with creditor banks", "a plea deal"."""
    if sentence is None:
        return False
    before = [token.lower for token in sentence.tokens if token.end <= place.end][-BEFORE - 1 :]
    if any(word in inner for word in before):
        return True
    behind = [token for token in sentence.tokens if token.start >= place.end][:REACH]
    at = next((k for k, token in enumerate(behind) if token.lower in _WITH), None)
    if at is None or any(token.text in (";", ".") or (token.lower in heads and k) for k, token in enumerate(behind[:at])):
        return False  # "was ended by an agreement with the bank": that is with the bank
    return _names_outsider(behind[at + 1 : at + 1 + PHRASE], around, outsiders)


def is_by_outsiders(place: Span, sentence: Sentence | None, outsiders: Set[str]) -> bool:
    """Whether those who are no state stand right before an agreement as its makers: "lawmakers reached an agreement"."""
    before = [token.lower for token in sentence.tokens if token.end <= place.start][-BEFORE:] if sentence is not None else []
    return any(word in outsiders for word in before)


def is_of_several(place: Span, sentence: Sentence | None, numbers: Set[str], members: Set[str]) -> bool:
    """Whether more than two take a step together: "the six nations agreed", "signed by 12 member states"."""
    if sentence is None:
        return False
    at = next((k for k, token in enumerate(sentence.tokens) if token.end > place.start), 0)
    near = sentence.tokens[max(0, at - SEVERAL) : at + SEVERAL]
    counted = [k for k, one in enumerate(near) if one.lower in numbers or (one.text.isdigit() and 2 < int(one.text) < MOST)]
    return any(after.lower in members for k in counted for after in near[k + 1 : k + 1 + BEFORE])


def _names_outsider(phrase: Sequence[Token], around: Sequence[ActorMention], outsiders: Set[str]) -> bool:
    for token in phrase:
        if token.lower in _STOPS:
            return False
        here = next((one for one in around if one.span.start <= token.start < one.span.end), None)
        if here is not None and here.kind in _FIRMS and here.form == "name":
            return not here.country
        if token.lower.rsplit("-", 1)[-1] in outsiders and (here is None or here.kind != "country"):
            return True
    return False
