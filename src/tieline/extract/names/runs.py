"""Runs of capitalised words: where a name may stand, and how far it reaches."""

from collections.abc import Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.model.token import Token

_ABBREVIATIONS = frozenset({
    "zh", "sh", "ch", "kh", "ts", "yu", "ya", "ye", "dz", "dzh", "th", "ph", "gh", "iu", "ia",  # initials of names from other scripts
    "st", "dr", "mr", "mrs", "ms", "gen", "col", "sen", "rep", "gov", "mt", "ft", "prof", "lt", "maj", "capt", "sr", "jr",
})  # fmt: skip
_AFTER_HYPHEN = frozenset({
    "based", "led", "backed", "born", "made", "funded", "style", "wide", "bound", "owned", "built", "speaking", "sponsored",
    "controlled", "held", "run", "friendly", "language", "related", "listed", "brokered", "occupied", "trained", "dominated",
    "hosted", "facing", "to", "and", "in", "year", "old", "day", "month", "week", "term", "level", "free", "awaited", "scale", "range",
})  # fmt: skip
LONGEST_SYLLABLE = 5
# "Fishermen's Union", "Businessmen's Council", but not "Yemen's Aden Port"
_COLLECTIVE = ("people", "women", "children", "workers", "smen", "ermen", "seamen", "firemen", "policemen", " men")


def is_capital(token: Token) -> bool:
    """Whether a token is a word with a capital letter."""
    return token.text[0].isupper()


def find_runs(tokens: Sequence[Token], lex: Lexicon, closed: frozenset[int]) -> list[tuple[int, int]]:
    """The runs of a sentence as (first token, end token). No run enters a token of `closed` (times, for one)."""
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(tokens):
        if (
            i in closed
            or not is_capital(tokens[i])
            or (i and _hyphenated(tokens, i))
            or _letters(tokens, i, lex)
            or _after_letters(tokens, i, lex)
        ):
            i += 1
            continue
        if _describes_state(tokens, i, lex):
            i += 3
            continue
        end = _reach(tokens, i, lex, closed)
        found.append((i, end))
        i = end
    return found


def opens_sentence(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token is the first word of a sentence or of a quotation, where a capital says little."""
    return i == 0 or (tokens[i - 1].text in "\"“‘':—–•-*(" and (i == 1 or tokens[i - 1].text not in "'(-"))


def _hyphenated(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token hangs on a lower-case word by a hyphen ("pro-Taiwan" stays open, "e-Commerce" does not)."""
    return i > 1 and tokens[i - 1].text == "-" and tokens[i - 1].end == tokens[i].start and tokens[i - 2].text in ("e", "E")


def _after_letters(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether a small word has its capital only from the full stop of an abbreviation before it: "the U.S. Would impose"."""
    before = tokens[i - 1].text if i else ""
    letters = len(before) > 2 and before[1] == "." and before.endswith(".")
    return letters and lex.has("strange.openers", tokens[i].lower) and not lex.titles.at(tokens, i)  # "U.S. Under Secretary"


def _describes_state(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether a word with a hyphen only describes the country behind it: "Cash-strapped Orsenda", "Oil-rich Halidor"."""
    if i + 3 >= len(tokens) or tokens[i + 1].text != "-" or not tokens[i + 2].text.islower() or len(tokens[i + 2].text) <= 2:
        return False
    joined = tokens[i].end == tokens[i + 1].start and tokens[i + 1].end == tokens[i + 2].start
    return joined and lex.countries.at(tokens, i) is None and lex.countries.at(tokens, i + 3) is not None


def _letters(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether a token is the letters of a rank after a name, set off by commas: "Ettienne, QC, MP"."""
    return i > 1 and tokens[i - 1].text == "," and tokens[i].text.isupper() and lex.has("titles.letters", tokens[i].lower)


def _reach(tokens: Sequence[Token], start: int, lex: Lexicon, closed: frozenset[int]) -> int:
    end = start + 1
    while end < len(tokens):
        step = 0 if _after_letters(tokens, end, lex) else _step(tokens, start, end, lex)
        if not step or any(k in closed for k in range(end, end + step)):
            return end
        end += step
    return end


def _step(tokens: Sequence[Token], start: int, i: int, lex: Lexicon) -> int:
    """How many tokens the run grows by at token `i`; 0 where it ends."""
    last, token = tokens[i - 1], tokens[i]
    spaced = token.start > last.end
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if is_capital(token):
        return 1 if token.start - last.end <= 3 or last.text == "." else 0
    if after is None:
        return 0
    if token.text == "-" and not spaced and after.start == token.end and after.text[0].isalpha():
        if _syllable(tokens, start, i):
            return 2
        return 2 if after.lower not in _AFTER_HYPHEN and (is_capital(after) or len(after.text) > 1) else 0
    if token.text == "+" and not spaced and after.start == token.end and is_capital(after):
        return 2  # "S+P Orsen"
    if token.text == "." and not spaced and is_capital(after) and (len(last.text) == 1 or last.lower in _ABBREVIATIONS):
        return 2
    if token.text in "'’" and not spaced and last.lower.endswith("s") and is_capital(after):
        return 2 if _headed(tokens, i + 1, lex) else 0
    if token.lower == "'s" and f" {last.lower}".endswith(_COLLECTIVE) and is_capital(after):
        return 2
    return _particle(tokens, i, lex) or _link(tokens, start, i, lex)


def _syllable(tokens: Sequence[Token], start: int, i: int) -> bool:
    """Whether a hyphen joins the small syllables of a given name of the east: "Moon Jae-in", "Chou En-lai", "Prayut Chan-o-cha"."""
    last, after = tokens[i - 1], tokens[i + 1]
    if i - 1 <= start or len(last.text) > LONGEST_SYLLABLE or len(after.text) > LONGEST_SYLLABLE or not after.text.islower():
        return False
    beyond = tokens[i + 2].text if i + 2 < len(tokens) else ""
    return after.lower not in ("based", "led", "born", "made", "run", "held", "wide", "old") and (len(after.text) > 1 or beyond == "-")


def _particle(tokens: Sequence[Token], i: int, lex: Lexicon) -> int:
    """Lower-case parts of a personal name ("de la", "bin", "al-") up to the next capital."""
    k = i
    while k < len(tokens) and k - i < 3 and tokens[k].lower in lex.words["particles.words"] and not is_capital(tokens[k]):
        k += 1
        if k < len(tokens) and tokens[k].text == "-":
            k += 1
    return k - i + 1 if i < k < len(tokens) and is_capital(tokens[k]) else 0


def _headed(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether the capitals from a token on hold the head word of an organization or of a thing."""
    heads = lex.words["organizations.heads"] | lex.words["things.heads"]
    for token in tokens[i : i + 4]:
        if not is_capital(token):
            return False
        if token.lower in heads:
            return True
    return False


def _own_head(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether another organization begins at a token: "Bank of Orsenda and Finance Ministry"."""
    return i + 1 < len(tokens) and is_capital(tokens[i + 1]) and lex.has("organizations.heads", tokens[i + 1].lower)


def _headed_soon(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether a word of two capitals after "and" is the head of an organization: "Ports and Harbours Authority"."""
    return i + 1 < len(tokens) and is_capital(tokens[i + 1]) and lex.has("organizations.heads", tokens[i + 1].lower)


def _of_one_body(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether "and" joins two fields of one body: "Investment and Development Agency", "Trade and Industry Ministry"."""
    inside = lex.words["titles.inside"]
    if not (tokens[i - 1].lower in inside and tokens[i + 1].lower in inside and is_capital(tokens[i + 1])) or lex.known.at(tokens, i + 1):
        return False
    for token in tokens[i + 2 : i + 4]:
        if not is_capital(token):
            return False
        if lex.has("organizations.heads", token.lower):
            return True
    return False


def _is_office(word: str, lex: Lexicon) -> bool:
    """Whether a word is an office, so that a person's name follows it: "House Speaker Jim Wright of Texas"."""
    return bool({"state", "office"} & set((lex.titles.value(word) or "").split()))


def _portfolio(tokens: Sequence[Token], start: int, i: int) -> int:
    """How far the fields of a ministry reach behind a comma: "the Ministry of Agriculture, Food and Rural Affairs"."""
    head = start + (tokens[start].lower == "the")
    if tokens[head].lower not in ("ministry", "department") or tokens[head + 1].lower != "of":
        return 0
    k, joined = i, False
    while k + 1 < len(tokens) and tokens[k].lower in (",", "and") and is_capital(tokens[k + 1]) and not joined:
        joined = tokens[k].lower == "and" or (tokens[k].text == "," and tokens[k + 1].lower == "and")
        k += 1
        while k < len(tokens) and is_capital(tokens[k]):
            k += 1
    return k - i if joined else 0


def _link(tokens: Sequence[Token], start: int, i: int, lex: Lexicon) -> int:
    """How far "of", "for", "and" or "&" reaches inside the name of an organization, a place or a thing."""
    word = tokens[i].lower
    if word == ",":
        return _portfolio(tokens, start, i)
    if word == "&":
        return 2 if is_capital(tokens[i + 1]) else 0
    held = [token.lower for token in tokens[start:i]]
    if word in ("of", "for", "on"):
        heads = (
            lex.words["organizations.heads"] | lex.words["places.heads"] | {"republic", "kingdom", "democratic", "company", "corporation"}
        )
        if word != "on" or len(held) > 1:
            heads |= lex.words["things.heads"]  # "Talks on the Sorrel Pact" are no name
        k = i + 2 if tokens[i + 1].lower == "the" and i + 2 < len(tokens) else i + 1
        goes_on = held[-1] in heads or {"of", "for"} & set(held) or not any(_is_office(one, lex) for one in held)
        return k - i + 1 if is_capital(tokens[k]) and goes_on and any(one in heads for one in held) else 0
    if word == "and" and tokens[i - 1].lower.endswith("s") and is_capital(tokens[i + 1]) and _headed_soon(tokens, i + 1, lex):
        return 2
    if word == "and" and _of_one_body(tokens, i, lex):
        return 2
    if word == "and" and ("of" in held or "for" in held) and is_capital(tokens[i + 1]) and not _own_head(tokens, i + 1, lex):
        return 2 if tokens[i + 1].lower in lex.words["titles.inside"] | lex.words["things.heads"] | {"cooperation"} else 0
    return 0
