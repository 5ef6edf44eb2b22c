"""What stands behind a title: the portfolio, the house, the country."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.extract.names.gazetteer import Lexicon
from tieline.extract.names.runs import is_capital
from tieline.extract.names.title import Title
from tieline.model.token import Token

_STYLES_OF = ("dr", "mr", "mrs", "ms", "prof", "sir", "hon", "gen", "sheikh", "h")


def reach_right(tokens: Sequence[Token], title: Title, starts: dict[int, int], lex: Lexicon) -> Title:
    """The title with "of ..." and "to ..." after it."""
    of = post = None
    end = title.end
    for _ in range(2):
        charged = _charged(tokens, end)
        end = end + charged if charged else end
        if end + 1 >= len(tokens) or tokens[end].lower not in ("of", "for", "to", "with", "at", "on", "in", "from"):
            break
        if tokens[end].lower == "to" and (lex.has("titles.unsent", title.words) or title.words.endswith(" minister")):
            break
        k = end + 1
        lower = _portfolio(tokens, k, lex) or (_charge(tokens, k, lex) if charged else None)
        if lower and tokens[end].lower in ("of", "for"):
            end = lower
            title = replace(title, own_end=end, words=" ".join(token.lower for token in tokens[title.head : end]))
            continue
        if tokens[k].lower == "the" and k + 1 < len(tokens):
            k += 1
        if k not in starts:
            break
        while starts[k] + 1 in starts and tokens[starts[k]].lower == "'s":
            k = starts[k] + 1
        if tokens[end].lower == "to" or (tokens[end].lower in ("in", "at") and title.owner):
            post = (k, starts[k])
            hit = lex.countries.at(tokens, k)
            if tokens[end].lower == "to" and hit and hit[1].use == "demonym" and of is None:
                of, post = post, None  # "an adviser to the Togolese president"
        elif of is None:
            of = (k, starts[k])
        end = starts[k]
        housed = _house(tokens, end, lex)
        if housed:
            end = housed
            if of is None:
                of, post = post or of, None  # "adviser to the Indian government"
        if end + 1 < len(tokens) and tokens[end].text == "," and end + 1 not in starts:
            break
    return replace(title, end=end, of=of, post=post)


def _charged(tokens: Sequence[Token], k: int) -> int:
    """How many words of "in charge of" and "responsible for" stand before their last."""
    words = [token.lower for token in tokens[k : k + 3]]
    return 2 if words == ["in", "charge", "of"] else int(words[:2] == ["responsible", "for"])


def _charge(tokens: Sequence[Token], k: int, lex: Lexicon) -> int | None:
    """Where the capitalised words of a charge end: "East African Community Affairs"; None where no word of a portfolio closes them."""
    found = None
    while k < len(tokens) and (is_capital(tokens[k]) or tokens[k].lower in ("and", "&")):
        k += 1
        found = k if tokens[k - 1].lower in lex.words["titles.inside"] else found
    return found


def _house(tokens: Sequence[Token], k: int, lex: Lexicon) -> int:
    """Where the house behind an owner ends: "foreign ministry" in "for the Chinese foreign ministry"; 0 where none stands there."""
    k += tokens[k].lower == "'s" if k < len(tokens) else 0
    end = 0
    while k < len(tokens) and (lex.has("houses.heads", tokens[k].lower) or tokens[k].lower in lex.words["titles.inside"]):
        k += 1
        end = k if lex.has("houses.heads", tokens[k - 1].lower) else end
    return end


def _portfolio(tokens: Sequence[Token], k: int, lex: Lexicon) -> int | None:
    """The end of a portfolio ("foreign affairs", "Trade and Tourism") that begins at a token."""
    inside = lex.words["titles.inside"]
    if tokens[k].lower not in inside:
        return None
    while k < len(tokens):
        if tokens[k].lower in inside:
            k += 1
            continue
        held = _held(tokens, k + 1, inside) if tokens[k].lower in ("and", ",", "&") else 0
        if not held:
            break
        k = held
    return k


def _held(tokens: Sequence[Token], k: int, inside: frozenset[str] | set[str]) -> int:
    """Where a further part of a portfolio ends, the name of a region before it: "East African Cooperation"; 0 where none begins."""
    for end in range(k, min(k + 5, len(tokens))):
        if tokens[end].lower in inside:
            return end + 1
        if end > k and "-" in (tokens[end].text, tokens[end - 1].text):
            continue  # "Co-operatives"
        if tokens[end].text == "," and end > k:
            continue
        if not is_capital(tokens[end]) or tokens[end].lower in _STYLES_OF:
            return 0
    return 0
