"""Words of one sentence that a table knows: countries, demonyms, capitals, well-known organizations and regions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieline.extract.names.gazetteer import Lexicon, Place
from tieline.model.token import Token


@dataclass(frozen=True)
class Mark:
    """Tokens `start` to `end` stand for a country (`place`) or for a known name with its kind."""

    start: int
    end: int
    place: Place | None = None
    name: str | None = None
    kind: str = "country"


LONG_FORM = 4  # tokens of a name that may stand after "Republic of"
_MONEY = frozenset({"dollar", "dollars", "yuan", "pound", "pounds", "franc", "francs", "rupees", "pesos", "crowns", "yen", "$"})


def find_marks(tokens: Sequence[Token], lex: Lexicon) -> list[Mark]:
    """The known words of a sentence, from left to right; none shares a token with another."""
    plain = is_plain(tokens)
    found: list[Mark] = []
    i = 0
    while i < len(tokens):
        mark = _mark(tokens, i, lex, plain)
        if mark:
            found.append(mark)
        i = mark.end if mark else i + 1
    return _with_forms(tokens, found, lex)


def _with_forms(tokens: Sequence[Token], marks: Sequence[Mark], lex: Lexicon) -> list[Mark]:
    """The marks, the names of states with their long forms: "Federal Republic of Selvane", "Kingdom of Bhutan"."""
    found: list[Mark] = []
    for mark in marks:
        named = mark.place is not None and mark.place.use == "name" and mark.end - mark.start < LONG_FORM
        start = long_form(tokens, mark.start, lex) if named else mark.start
        found.append(replace(mark, start=start) if start < mark.start and (not found or found[-1].end <= start) else mark)
    return found


def long_form(tokens: Sequence[Token], i: int, lex: Lexicon) -> int:
    """Where the long form of a state's name begins whose last part stands at a token: "Islamic Republic of Orsenda"; `i` if none."""
    k = i - 1
    if k > 0 and tokens[k].lower == "the":
        k -= 1
    if k < 1 or tokens[k].lower != "of" or not lex.has("forms.heads", tokens[k - 1].lower) or not tokens[k - 1].text[0].isupper():
        return i
    head = k = k - 1
    while k and _is_kind(tokens, k - 1, lex):
        k -= 1
    other = k and (tokens[k - 1].lower == "'s" or (tokens[k - 1].text[0].isupper() and not opens(tokens, k - 1, lex)))
    return i if k == head and other and lex.has("forms.shared", tokens[head].lower) else k


def _is_kind(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether a token tells what kind of state follows: "Federal", "People's"."""
    if tokens[i].lower == "'s":
        return i > 0 and tokens[i - 1].lower == "people"
    return tokens[i].text[0].isupper() and lex.has("forms.kinds", tokens[i].lower)


def opens(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether a word with a capital only opens the sentence: "The", "In"."""
    return i == 0 and lex.has("strange.openers", tokens[i].lower)


def is_plain(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is written without capitals, its first word and "I" aside: a quickly typed question."""
    return not any(token.text[0].isupper() for token in tokens[1:] if token.text != "I")


def is_shouted(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is written in capitals: a headline whose capitals say nothing about names."""
    words = [token.text for token in tokens if token.text[0].isalpha() and len(token.text) > 1]
    return len(words) > 1 and sum(word.isupper() for word in words) >= 0.8 * len(words)


def _apart(tokens: Sequence[Token], i: int) -> bool:
    """Whether a currency sign stands apart from the name before it: "gave Ghana $5 million", but "US $5 million" and "NZ$"."""
    name = tokens[i - 1]
    return tokens[i].start > name.end and len(name.text) > 3 and not name.text.isupper()


def _mark(tokens: Sequence[Token], i: int, lex: Lexicon, plain: bool) -> Mark | None:
    if (joined := _joined(tokens, i, lex)) is not None:
        return Mark(i, i + 1, joined, joined.country)
    house = lex.parliaments.get(tokens[i].lower) if tokens[i].text[0].isupper() else None
    if house is not None:
        return Mark(i, i + 1, house, house.country)
    country = lex.countries.at(tokens, i)
    known = lex.known.at(tokens, i)
    if known and (known[1][0] in lex.cities or known[1][1] == "company") and _in_name(tokens, i, known[0], lex):
        known = None
    if known and (not country or known[0] > country[0]) and _fits(tokens, i, known[0], known[1][2], plain, lex):
        return Mark(i, known[0], None, known[1][0], known[1][1])
    if country and _fits(tokens, i, country[0], country[1].cased, plain, lex):
        return Mark(i, country[0], country[1], country[1].country)
    return None


def _joined(tokens: Sequence[Token], i: int, lex: Lexicon) -> Place | None:
    """The country for which the first half of a word stands before a hyphen: "Franco-German talks"."""
    place = lex.joined.get(tokens[i].lower) if i + 2 < len(tokens) and tokens[i + 1].text in "-–" else None
    second = lex.countries.at(tokens, i + 2) if place is not None else None
    return place if second is not None and second[1].use == "demonym" and second[1].country != (place and place.country) else None


def _in_name(tokens: Sequence[Token], i: int, end: int, lex: Lexicon) -> bool:
    """Whether the words for a city or firm stand inside a longer name: "Ila Bergen", "Orsetal Dominion Bank"."""
    if is_shouted(tokens):
        return False
    before = i > 0 and tokens[i - 1].text[0].isupper() and not opens(tokens, i - 1, lex)
    after = end < len(tokens) and tokens[end].text[0].isupper() and not lex.has("strange.words", tokens[end].lower)
    return before or after


def _fits(tokens: Sequence[Token], i: int, end: int, cased: bool, plain: bool, lex: Lexicon) -> bool:
    """Whether the case of the letters and the next word allow the reading as a name."""
    token = tokens[i]
    after = tokens[end].lower if end < len(tokens) else ""
    if after == "-" and end + 1 < len(tokens) and tokens[end + 1].lower in _MONEY:
        return False  # "a 24-million-U.S.-dollar contract"
    if after in _MONEY and not (after == "$" and _apart(tokens, end)):
        return False
    if token.text[0].isupper():
        short = token.lower in ("us", "who", "au", "un", "pm", "car")
        return not short or (token.text.isupper() and not (token.lower in ("who", "car") and is_shouted(tokens)))
    if not cased:
        return True
    if not plain or after in lex.ambiguous.get(token.lower, ()):
        return False
    before = tokens[i - 1].lower if i else ""
    if token.lower == "us":
        return before in ("the", "-", "and", "with", "between", "to") and after not in lex.ambiguous["us"]
    return before not in ("a", "an", "the", "my", "roast", "fried", "bone", "fine") and token.lower != "who"
