"""Capitals as one document gives them: "Elberia's capital of Corvane", "Tolvath, capital of Selvane", "the Tambari capital, Denmoor"."""

from collections.abc import Iterable, Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.extract.names.runs import is_capital
from tieline.extract.names.title_names import is_name
from tieline.model.token import Token

_WORDS = ("capital", "capitals")
_BETWEEN = (",", "of", "city", "the", "(", "—", "–")


def find_seats(sentences: Iterable[Sequence[Token]], lex: Lexicon) -> dict[str, str]:
    """The capitals that a document names as such, each with its country. What a text says goes before any table."""
    found: dict[str, str] = {}
    for tokens in sentences:
        for i, token in enumerate(tokens):
            if lex.has("groups.seated", token.lower) and (spoken := _speaking(tokens, i, lex)):
                found.setdefault(*spoken)
            if token.lower in _WORDS:
                seat = _owned(tokens, i, lex) or _of(tokens, i, lex)
                if seat:
                    found.setdefault(*seat)
    return found


def inherited_seats(sentences: Iterable[Sequence[Token]], lex: Lexicon) -> dict[str, str]:
    """The seats of a state that is no more, in a document that names it and never the state that came after."""
    rows = list(sentences)
    words = {token.lower for tokens in rows for token in tokens}
    found: dict[str, str] = {}
    for old, (new, *seats) in lex.successors.items():
        if _named(old, words, lex) and not _named(new, words, lex):
            found.update(dict.fromkeys(seats, old))
    return found


def _named(country: str, words: set[str], lex: Lexicon) -> bool:
    return any(set(form.lower().split()) <= words for form in lex.spellings(country))


def _owned(tokens: Sequence[Token], i: int, lex: Lexicon) -> tuple[str, str] | None:
    """For "Selvane's capital, Tolvath" and "Tolvath, the Selvanese capital"."""
    end = i - 1 if i and tokens[i - 1].lower == "'s" else i
    hit = next(((k, h[1]) for k in range(max(end - 3, 0), end) if (h := lex.countries.at(tokens, k)) and h[0] == end), None)
    if hit is None or hit[1].use == "capital" or (end == i and hit[1].use != "demonym"):
        return None
    name = _after(tokens, i + 1, lex) or _before(tokens, hit[0], lex)
    return (name, hit[1].country) if name else None


def _speaking(tokens: Sequence[Token], i: int, lex: Lexicon) -> tuple[str, str] | None:
    """For "the foreign ministry in Tolvath said Selvane would": a ministry speaks of its own country's next deeds."""
    if i + 5 >= len(tokens) or tokens[i + 1].lower != "in" or not is_name(tokens[i + 2], lex) or lex.countries.at(tokens, i + 2):
        return None
    k = i + 4 + (tokens[i + 4].lower == "that")
    hit = lex.countries.at(tokens, k) if tokens[i + 3].lower in lex.words["verbs.speech"] else None
    own = hit and hit[1].use == "name" and hit[0] < len(tokens) and tokens[hit[0]].lower in ("would", "will")
    return (tokens[i + 2].text, hit[1].country) if hit and own else None


def _of(tokens: Sequence[Token], i: int, lex: Lexicon) -> tuple[str, str] | None:
    """For "Tolvath, the capital of Selvane" and "the capital of Selvane, Tolvath"."""
    k = i + 1
    if k < len(tokens) and tokens[k].lower == "city":
        k += 1
    if k + 1 >= len(tokens) or tokens[k].lower != "of":
        return None
    k += 2 if tokens[k + 1].lower == "the" else 1
    hit = lex.countries.at(tokens, k) if k < len(tokens) else None
    if not hit or hit[1].use != "name" or (hit[0] < len(tokens) and tokens[hit[0]].lower == "'s"):
        return None
    name = _before(tokens, i, lex)
    return (name, hit[1].country) if name else None


def _after(tokens: Sequence[Token], k: int, lex: Lexicon) -> str | None:
    while k < len(tokens) and tokens[k].lower in _BETWEEN:
        k += 1
    end = k
    while end < len(tokens) and end - k < 3 and _names(tokens[end], lex):
        end += 1
    return " ".join(token.text for token in tokens[k:end]) or None


def _before(tokens: Sequence[Token], k: int, lex: Lexicon) -> str | None:
    """The name that ends before "the" and a comma."""
    if k and tokens[k - 1].lower == "the":
        k -= 1
    if k < 2 or tokens[k - 1].text not in (",", "(", "—", "–", "is") or not is_capital(tokens[k - 2]):
        return None
    start = k - 1
    while start and k - 1 - start < 3 and _names(tokens[start - 1], lex):
        start -= 1
    return " ".join(token.text for token in tokens[start : k - 1]) or None


def _names(token: Token, lex: Lexicon) -> bool:
    return is_name(token, lex) or (is_capital(token) and lex.has("compounds.first", token.lower))
