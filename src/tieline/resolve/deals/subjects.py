"""What an agreement is about, by the words around its name: "a memorandum on the inspection of grain", "a grain inspection accord"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from tieline.model.mention import AgreementMention
from tieline.model.token import Sentence, Token

KIN = "kin."
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "this", "that"})
OWNERS = ("'s", "’s", "'", "’")
DESCRIBED = 3  # words between an article and an agreement
LONGEST = 9  # words behind an agreement that can tell what it is about


def subject(mention: AgreementMention, sentence: Sentence | None, words: Mapping[str, Set[str]]) -> frozenset[str]:
    """The telling words of what an agreement is about, in the singular; none where the text does not say."""
    if sentence is None:
        return frozenset()
    before = (*_described(mention, sentence), *_before_head(_inside(mention, sentence), words))
    return _telling(before, words) | led_to(mention, sentence, words)


def led_to(mention: AgreementMention, sentence: Sentence | None, words: Mapping[str, Set[str]]) -> frozenset[str]:
    """The telling words of what "on" leads to behind an agreement, names among them: "on the waters of the Hald"."""
    return _telling((one.lower for one in led(mention, sentence, words, names_too=True)), words) if sentence else frozenset()


def _telling(found: Iterable[str], words: Mapping[str, Set[str]]) -> frozenset[str]:
    dull = words["subjects.idle"] | words["generic"] | words["before"] | words["vague"] | words["heads"]
    return frozenset(kin(_singular(word), words) for word in found if word not in dull)


def kin(word: str, words: Mapping[str, Set[str]]) -> str:
    """The one word that stands for all words of a matter: "tax" and "taxation" tell of one."""
    return next((name.removeprefix(KIN) for name in words if name.startswith(KIN) and word in words[name]), word)


def names(mention: AgreementMention, sentence: Sentence | None, words: Mapping[str, Set[str]]) -> Iterator[str]:
    """The words for an agreement with those that tell what it is about: "agreement on industrial research", "research agreement"."""
    if sentence is None:
        return
    kind = mention.kind.replace("_", " ")
    if row := led(mention, sentence, words):
        yield f"{kind} on {' '.join(one.text for one in row)}"
    if before := _described(mention, sentence):
        yield f"{' '.join(before)} {mention.text.removeprefix('the ')}"


def led(mention: AgreementMention, sentence: Sentence, words: Mapping[str, Set[str]], *, names_too: bool = False) -> Sequence[Token]:
    """The words of the phrase that "on" opens in the words for an agreement or right behind them, up to the first that ends it."""
    tokens = [one for one in sentence.tokens if one.start >= mention.span.start]
    inside = len(_inside(mention, sentence))
    lead = next(
        (k for k, one in enumerate(tokens[: inside + 1]) if k and (one.lower in words["subjects.leads"] or _of_matter(tokens, k, words))),
        None,
    )
    if lead is None:
        return ()
    named = tokens[lead - 1].text[:1].isupper()  # a name of its own: "an Agreement on Industrial Research"
    found: list[Token] = []
    for token in tokens[lead + 1 : lead + 1 + LONGEST]:
        idle = all(one.lower in words["subjects.idle"] for one in found)
        if token.text in OWNERS:
            continue  # "the Hald's waters"
        if not _is_word(token.lower) or (token.lower in words["subjects.stops"] and not (idle and found and token.lower == "in")):
            break
        if token.text.islower() or ((named or names_too) and token.text[:1].isupper()):
            found.append(token)
    return found


def _of_matter(tokens: Sequence[Token], k: int, words: Mapping[str, Set[str]]) -> bool:
    """Whether "of" leads from a treaty to its matter: "a treaty of commerce", but not "the treaty of the two"."""
    if tokens[k].lower != "of" or tokens[k - 1].lower not in words["heads"] or k + 1 >= len(tokens):
        return False
    return tokens[k + 1].text.islower() and tokens[k + 1].lower not in words["subjects.idle"] | words["subjects.stops"]


def _described(mention: AgreementMention, sentence: Sentence) -> list[str]:
    """The words in small letters between an article and the words for an agreement: "the research | agreement"."""
    first = next((one.lower for one in sentence.tokens if one.start >= mention.span.start), "")
    if first in _ARTICLES:
        return []  # "The two also signed | a treaty"
    before = [one for one in sentence.tokens if one.end <= mention.span.start][-DESCRIBED - 1 :]
    at = next((k for k in range(len(before) - 1, -1, -1) if before[k].lower in _ARTICLES), None)
    row = before[at + 1 :] if at is not None else []
    return [one.lower for one in row] if all(one.text.islower() and _is_word(one.lower) for one in row) else []


def _inside(mention: AgreementMention, sentence: Sentence) -> list[Token]:
    return [one for one in sentence.tokens if mention.span.start <= one.start and one.end <= mention.span.end]


def _before_head(inside: Sequence[Token], words: Mapping[str, Set[str]]) -> Iterator[str]:
    """The words in small letters inside the name of an agreement, up to the one that leads to what it is about."""
    for one in inside:
        if one.lower in words["subjects.leads"]:
            return
        if one.text.islower() and _is_word(one.lower):
            yield one.lower


def _is_word(word: str) -> bool:
    return word.replace("-", "").isalpha()


def _singular(word: str) -> str:
    """A plain singular, good enough to compare: "services" and "service", "duties" and "duty"."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
