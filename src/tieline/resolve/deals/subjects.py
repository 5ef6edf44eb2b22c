"""What an agreement is about, by the words around its name: "a memorandum on the inspection of grain", "a grain inspection accord"."""

from collections.abc import Iterator, Mapping, Sequence, Set

from tieline.model.mention import AgreementMention
from tieline.model.token import Sentence, Token

LONGEST = 9  # words behind an agreement that can tell what it is about


def subject(mention: AgreementMention, sentence: Sentence | None, words: Mapping[str, Set[str]]) -> frozenset[str]:
    """The telling words of what an agreement is about, in the singular; none where the text does not say."""
    if sentence is None:
        return frozenset()
    inside = [one for one in sentence.tokens if mention.span.start <= one.start and one.end <= mention.span.end]
    behind = [one for one in sentence.tokens if one.start >= mention.span.end][: LONGEST + 1]
    dull = words["subjects.idle"] | words["generic"] | words["before"] | words["vague"] | words["heads"]
    found = (*_before_head(inside), *_led(behind, words))
    return frozenset(_singular(word) for word in found if word not in dull)


def _led(behind: Sequence[Token], words: Mapping[str, Set[str]]) -> Iterator[str]:
    """The words of the phrase that "on" opens right behind an agreement, up to the first that ends it."""
    if not behind or behind[0].lower not in words["subjects.leads"]:
        return
    for token in behind[1:]:
        if token.lower in words["subjects.stops"] or not _is_word(token.lower):
            return
        if token.text.islower():
            yield token.lower


def _before_head(inside: Sequence[Token]) -> Iterator[str]:
    """The words in small letters inside the name of an agreement."""
    yield from (one.lower for one in inside if one.text.islower() and _is_word(one.lower))


def _is_word(word: str) -> bool:
    return word.replace("-", "").isalpha()


def _singular(word: str) -> str:
    """A plain singular, good enough to compare: "services" and "service", "duties" and "duty"."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
