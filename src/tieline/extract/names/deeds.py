"""What only states do and have, told of a capitalised word: "X expelled two diplomats", "X closed its border", "sent troops to X"."""

from collections.abc import Sequence
from itertools import pairwise

from tieline.extract.names.gazetteer import Lexicon
from tieline.model.token import Token

SURE = 2
FAR = 6  # words between a deed and what it is done with
_STOPS = frozenset({",", ".", ";", ":", "(", "—", "–"})


def deeds(tokens: Sequence[Token], i: int, lex: Lexicon) -> int:
    """Two where a word does, suffers or has what only states do, suffer and have; one where others may too."""
    if tokens[i].text.isupper() or (i and tokens[i - 1].text.endswith(".") and len(tokens[i - 1].text) > 2):
        return 0  # letters, and "the U.S. Threat": no state
    return max(_does(tokens, i, lex), _suffers(tokens, i, lex), _has(tokens, i, lex))


def _does(tokens: Sequence[Token], i: int, lex: Lexicon) -> int:
    """Two for the subject of a deed of states: "X has imposed duties", "X and Y signed a free trade agreement"."""
    k = i + 1
    paired = k + 1 < len(tokens) and tokens[k].lower == "and" and tokens[k + 1].text[0].isupper()
    if paired:
        k += 2
    while k < len(tokens) and lex.has("evidence.between", tokens[k].lower):
        k += 1
    if k >= len(tokens):
        return 0
    nouns = lex.deeds.get(tokens[k].lower)
    if nouns is None:
        return SURE if _at_war(tokens, k) else 0
    done = any(noun in nouns for noun in _clause(tokens, k + 1))
    return SURE * (done and (paired or not _names_country(tokens, lex)))


def _names_country(tokens: Sequence[Token], lex: Lexicon) -> bool:
    """Whether a sentence names a country of the table: who acts on one and is in none is rather a person ("X sent troops to Peru")."""
    hits = (lex.countries.at(tokens, k) for k in range(len(tokens)))
    return any(hit is not None and hit[1].use != "capital" for hit in hits)


def _at_war(tokens: Sequence[Token], k: int) -> bool:
    """Whether "at war" stands behind a verb: "X and Y have been at war"."""
    words = [token.lower for token in tokens[max(k - 1, 0) : k + 4]]
    return any(pair == ("at", "war") for pair in pairwise(words))


def _clause(tokens: Sequence[Token], k: int) -> list[str]:
    """The few words from a token on, up to the end of the clause; two that belong together as one as well ("free trade")."""
    words: list[str] = []
    for token in tokens[k : k + FAR]:
        if token.lower in _STOPS:
            break
        words.append(token.lower)
    return [*words, *(f"{one} {other}" for one, other in pairwise(words))]


def _suffers(tokens: Sequence[Token], i: int, lex: Lexicon) -> int:
    """Two for whom a deed is done to or a state's thing is shared with: "invaded X", "the border with X", "its ambassador from X"."""
    before = [token.lower for token in tokens[max(i - 5, 0) : i]]
    if before[-1:] == ["the"]:
        before = before[:-1]
    if before and lex.has("deeds_done.to", before[-1]):
        return SURE
    if len(before) > 1 and before[-1] in ("with", "from", "to", "against", "of", "on"):
        phrase = f"{before[-2]} {before[-1]}"
        return SURE if lex.has("deeds_done.sure", phrase) else int(lex.has("deeds_done.weak", phrase))
    return 0


def _has(tokens: Sequence[Token], i: int, lex: Lexicon) -> int:
    """Two for what only states have: "X's third-largest trading partner", "the X-Y border", "X diplomats"."""
    after = [token.lower for token in tokens[i + 1 : i + 7]]
    if after[:1] == ["'s"]:
        pairs = {f"{one} {other}" for one, other in pairwise(after[1:])}
        return SURE * any(lex.has("deeds_done.owned", pair) for pair in pairs)
    if after and lex.has("deeds_done.people", after[0]) and tokens[i + 1].text.islower():
        return SURE
    joined = len(after) > 2 and after[0] in "-–" and tokens[i + 2].text[0].isupper() and after[2] in ("border", "frontier")
    back = i > 1 and tokens[i - 1].text in "-–" and tokens[i - 2].text[0].isupper() and after[:1] in (["border"], ["frontier"])
    return SURE * (joined or back)
