"""What stands behind a title: the portfolio, the house, the country."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.extract.names.gazetteer import Lexicon
from tieline.extract.names.runs import is_capital
from tieline.extract.names.title import Title, title_words
from tieline.model.token import Token

_MINISTERIAL = ("minister", "secretary", "ministers", "undersecretary", "commissioner")
_BARE = ("minister", "cabinet minister", "deputy minister", "junior minister", "state minister", "minister of state", "cabinet secretary")
_TAILS = ("relations",)  # "External Relations": no field by itself
CHARGE = 3  # words of one charge of a minister
_STYLES_OF = ("dr", "mr", "mrs", "ms", "prof", "sir", "hon", "gen", "sheikh", "h")


def reach_right(tokens: Sequence[Token], title: Title, starts: dict[int, int], lex: Lexicon) -> Title:
    """The title with "of ..." and "to ..." after it."""
    of = post = None
    title = _with_field(tokens, title, starts, lex)
    end = title.end
    for _ in range(2):
        charged = _charged(tokens, end)
        end = end + charged if charged else end
        if end + 1 >= len(tokens) or tokens[end].lower not in ("of", "for", "to", "with", "at", "on", "in", "from"):
            break
        if tokens[end].lower == "to" and (title.counterpart or lex.has("titles.unsent", title.words) or title.words.endswith(" minister")):
            break
        k = end + 1
        lower = _portfolio(tokens, k, title, lex) or (_charge(tokens, k, lex) if charged else None)
        if lower and tokens[end].lower in ("of", "for"):
            end = lower
            title = replace(title, own_end=end, words=title_words(tokens, title.head, end))
            continue
        if tokens[end].lower == "on" and {"state", "office"} & set(title.kind.split()) and not title.words.startswith("spokes"):
            break  # "briefed the President on the Commission"
        if tokens[k].lower == "the" and k + 1 < len(tokens):
            k += 1
        if tokens[end].lower == "of" and _is_own_state(tokens, k, starts, lex):
            end = k + 1  # "the President of the Republic": the office at the head of his own
            continue
        if k not in starts:
            end = _own_house(tokens, end, k, title, lex)
            break
        if is_capital(tokens[k]) and (office := lex.titles.at(tokens, k)) and office[0] < starts[k]:
            break  # "an aide to President Ila Moor"
        while starts[k] + 1 in starts and tokens[starts[k]].lower == "'s":
            k = starts[k] + 1
        recalled = tokens[end].lower == "from" and title.lead in ("its", "their")  # "recalled its envoy from Orsenda"
        if tokens[end].lower == "to" or recalled or (tokens[end].lower in ("in", "at") and title.owner):
            post = (k, starts[k])
            hit = lex.countries.at(tokens, k)
            if tokens[end].lower == "to" and hit and hit[1].use == "demonym" and of is None:
                of, post = post, None  # "an adviser to the Togolese president"
                if _holds(tokens, hit[0], lex):
                    break  # "an adviser to Togolese President Ila Moor": of the same country
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
    return replace(title, end=end, of=of or title.of, post=post)


def _own_house(tokens: Sequence[Token], end: int, k: int, title: Title, lex: Lexicon) -> int:
    """Where a title ends behind the house of its own state, which a name follows: "the speaker of the parliament, Ila Moor,"."""
    housed = _house(tokens, k, lex) if tokens[end].lower == "of" and "office" in title.kind.split() and not title.plural else 0
    named = housed and housed + 2 < len(tokens) and tokens[housed].text == "," and all(map(is_capital, tokens[housed + 1 : housed + 3]))
    return housed if named else end


def _is_own_state(tokens: Sequence[Token], k: int, starts: dict[int, int], lex: Lexicon) -> bool:
    """Whether "the Republic" or "the Union" alone stands at a token."""
    alone = starts.get(k, k + 1) == k + 1 and k + 1 < len(tokens) and tokens[k + 1].lower != "of"
    return alone and tokens[k - 1].lower == "the" and is_capital(tokens[k]) and lex.has("forms.heads", tokens[k].lower)


def _holds(tokens: Sequence[Token], k: int, lex: Lexicon) -> bool:
    """Whether an office with the name of its holder begins at a token."""
    hit = lex.titles.at(tokens, k)
    return bool(hit and is_capital(tokens[k]) and hit[0] < len(tokens) and is_capital(tokens[hit[0]]))


def _with_field(tokens: Sequence[Token], title: Title, starts: dict[int, int], lex: Lexicon) -> Title:
    """A title with the field, and the letters of the body, set off behind it: "the Acting Director, Corporate Affairs, OBN, Mr Orsen"."""
    k, inside = title.end + 1, lex.words["titles.inside"]
    if not is_capital(tokens[title.head]) or title.end >= len(tokens) or tokens[title.end].text != ",":
        return title
    end = k
    while end < len(tokens) and tokens[end].lower in inside and (is_capital(tokens[end]) or tokens[end].lower == "and"):
        end += 1
    if end == k or end >= len(tokens) or tokens[end].text != ",":
        return title
    title = replace(title, end=end, own_end=end, words=title_words(tokens, title.head, end).replace(",", ""))
    letters = end + 2 < len(tokens) and tokens[end + 1].text.isupper() and len(tokens[end + 1].text) > 1 and tokens[end + 2].text == ","
    return replace(title, of=(end + 1, end + 2), end=end + 2) if letters else title


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


def _portfolio(tokens: Sequence[Token], k: int, title: Title, lex: Lexicon) -> int | None:
    """The end of a portfolio ("foreign affairs", "Trade and Tourism", "the Environment") that begins at a token."""
    inside = lex.words["titles.inside"]
    ministerial = title.words.endswith(_MINISTERIAL)
    if ministerial and tokens[k].lower == "the" and k + 1 < len(tokens) and tokens[k + 1].lower in inside:
        k += 1
    if tokens[k].lower not in inside:
        return (_listed_charges(tokens, k, lex) or _odd_charge(tokens, k, title, lex)) if ministerial else None
    if not ministerial and k + 1 < len(tokens) and is_capital(tokens[k + 1]) and lex.has("organizations.heads", tokens[k + 1].lower):
        return None  # "director of Port Authority Velma"
    return _rest(tokens, k, lex)


def _rest(tokens: Sequence[Token], k: int, lex: Lexicon) -> int:
    """Where a portfolio ends that has begun before a token."""
    inside = lex.words["titles.inside"]
    while k < len(tokens):
        if tokens[k].lower in inside or (tokens[k].lower in _TAILS and tokens[k - 1].lower in inside):
            k += 1
            continue
        odd = k + 1 < len(tokens) and is_capital(tokens[k]) and tokens[k + 1].lower in ("and", ",", "&")  # "National Archives and"
        held = _held(tokens, k + 1 + odd, inside) if odd or tokens[k].lower in ("and", ",", "&") else 0
        if not held or (odd and (held >= len(tokens) or lex.titles.at(tokens, held))):
            break
        k = held
    return k


def _listed_charges(tokens: Sequence[Token], k: int, lex: Lexicon) -> int | None:
    """Where a list of charges ends whose first holds no word of a portfolio: "Archives, Lotteries and National Records"."""
    first = k
    while k < len(tokens) and is_capital(tokens[k]) and not lex.countries.at(tokens, k) and not lex.titles.at(tokens, k):
        k += 1
    listed = first < k < len(tokens) and k - first <= CHARGE and tokens[k].lower in (",", "and", "&")
    end = _held(tokens, k + 1, lex.words["titles.inside"]) if listed else 0
    if end and tokens[end - 1].lower not in ("prime", "deputy", "foreign") and not (end < len(tokens) and lex.titles.at(tokens, end)):
        return _rest(tokens, end, lex)
    return None


def _odd_charge(tokens: Sequence[Token], k: int, title: Title, lex: Lexicon) -> int | None:
    """Where the charge of a minister without another ends that no list of portfolios holds: "the Minister of Archives,"."""
    end = k
    while end < len(tokens) and end - k < CHARGE and is_capital(tokens[end]) and not lex.countries.at(tokens, end):
        end += 1
    closed = end < len(tokens) and (tokens[end].text in ",.;)" or tokens[end].lower in lex.words["verbs.speech"])
    bare = title.words in _BARE and not title.plural and tokens[title.own_end].lower in ("of", "for")
    return end if bare and closed and k < end and not lex.has("organizations.heads", tokens[end - 1].lower) else None


def _held(tokens: Sequence[Token], k: int, inside: frozenset[str]) -> int:
    """Where a further part of a portfolio ends, the name of a region before it: "East African Cooperation"; 0 where none begins."""
    for end in range(k, min(k + 5, len(tokens))):
        if tokens[end].lower in inside:
            return end + 1
        if end > k and "-" in (tokens[end].text, tokens[end - 1].text):
            continue  # "Co-operatives"
        if (tokens[end].text == "," and end > k) or tokens[end].lower == "the":
            continue
        if not is_capital(tokens[end]) or tokens[end].lower in _STYLES_OF:
            return 0
    return 0
