"""Slips of the pen in a question, put right by the words that the texts and the question rules use; names are left to the names."""

import re
from collections.abc import Iterator, Sequence

from tieline.extract.syntax.grammar import grammar_of
from tieline.late import regex
from tieline.model.token import Token, tokenize
from tieline.query.amounts.numbers import WORDS
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.names import name_index, sounds
from tieline.query.reading.words import fold, stem
from tieline.query.view import View

_CONTRACTED = regex(r"\b(where|when|who|what|how|why)'d\b(?! (?:been|have))", re.I)
_TURNS = {"2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "6th": "sixth"}  # "the 2nd biggest"
_SHORTENED = (
    (regex(r"\b(they|he|she|we|you|it)'d\b(?= (?:been|\w+ed|met|begun|gone|come|done|made|taken)\b)", re.I), r"\1 had"),
    (regex(r"(?<=[^\W\d_]) ?\+ ?(?=[^\W\d_])"), " and "),
    (regex(r"(?<=[A-Z])'S\b"), "'s"),
    (regex(r"\b(what|where|when|how|which)'s\b", re.I), r"\1 is"),
    (regex(r"\b(what|where|when|how|who|why)s (?=\w)", re.I), r"\1 is "),
    (regex(r"\b(\w+)'ve\b", re.I), r"\1 have"),
    (regex(r"\b(they|we|you)'re\b", re.I), r"\1 are"),
    (regex(r"\b(\w+)'ll\b", re.I), r"\1 will"),
    *((regex(rf"\b{short}[- ](?=\w+est\b|most\b)", re.I), f"{long} ") for short, long in _TURNS.items()),
)
_VOWELS = "aeiou"
FAR = 9  # letters from which two slips are allowed
LONG = 8  # letters from which a word can only seem to be a form of a known one


def mended(view: View, text: str, known: frozenset[str]) -> str:
    """A question whose slips in common words are put right. `known`: further words that are right as they are."""
    tokens = tokenize(text)
    out, last = [], 0
    for i, token in enumerate(tokens):
        found = _as_told(view, token) or _meant(view, text, tokens, i, known)
        if found:
            out.append(text[last : token.start] + found)
            last = token.end
    return "".join(out) + text[last:]


def unabbreviated(lexicon: Lexicon, text: str) -> str:
    """A question with short ways of writing spelt out, before it is read at all: "could u tell me"."""
    text = with_numbers(_CONTRACTED.sub(r"\1 did", text))
    for short, long in _SHORTENED:
        text = short.sub(long, text)
    out, last = [], 0
    for token in tokenize(text):
        full = lexicon.slips.get(token.text)
        if (
            full
            and text[token.end : token.end + 1] not in (".", "'", "-")
            and text[token.start - 1 : token.start] not in (".", "'", "-", "/")
        ):
            out.append(text[last : token.start] + full)
            last = token.end
    return "".join(out) + text[last:]


_SPACED = regex(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d])")
_SHORT = regex(r"(?<![\w.,])(\d+(?:\.\d+)?) ?(k|mn|bn|tn)\b")
_SHORT_FOR = {"mn": "million", "bn": "billion", "tn": "trillion"}
_THOUSANDS = regex(r"(?<![\w.,])(\d{1,3}(?:\.\d+)?) thousand\b(?! million)")
# how sure a number is, which no answer hangs on: "almost 25,000 visitors"; a year is left with what stands before it
_OPEN = regex(r"\W*(?:(?:in|on|at|by|to|from|since|for) )?(?:who|whom|whose|which|what|when|where|how)\b", re.I)
_ABOUT = regex(
    r"(?<!\b(?:what|know|tell|said|says) )(?<!\bsay )(?<!\bhow )"
    r"\b(?:almost|nearly|roughly|approximately|circa|about|around|some|close to|an estimated)"
    r" (?=(?:US)?[$€£]? ?\d)(?!(?:1[89]|20)\d\d\b)",
    re.I,
)


def with_numbers(text: str) -> str:
    """A text whose numbers are spelt as in print: "50 000", "50 thousand" and "almost 50k" as "50000", "2bn" as "2 billion"."""
    text = _THOUSANDS.sub(lambda m: f"{float(m[1]) * 1000:.0f}", text)
    text = _ABOUT.sub("", text) if _OPEN.match(text) else text
    text = _SPACED.sub(lambda m: m[0].replace(" ", ""), text)
    return _SHORT.sub(lambda m: f"{m[1]} {_SHORT_FOR[m[2]]}" if m[2] != "k" else f"{float(m[1]) * 1000:.0f}", text)


def _as_told(view: View, token: Token) -> str | None:
    """A number from ten on as the texts write it, where they only write it so: "fifty" as "50", or the other way round."""
    word = token.lower
    if not (word in WORDS or (word.isdigit() and len(word) == _TENS)) or stem(word) in view.index:
        return None
    other = str(WORDS[word]) if word in WORDS else next((one for one, value in WORDS.items() if str(value) == word), "")
    return other if other and len(other) >= _TENS and stem(other) in view.index else None


_TENS = 2  # figures of a number from ten on


def _meant(view: View, text: str, tokens: Sequence[Token], i: int, known: frozenset[str]) -> str | None:
    """What a word was meant for; None where it is right, or nothing is close."""
    token = tokens[i]
    word = fold(token.text)
    if not word.isalpha() or word in known or _written(view, word) or (word,) in name_index(view).whole:
        return None
    short = view.lexicon.slips.get(word)
    if short:
        return short
    if i and token.text[0].isupper() and not text.isupper():
        return _title(view, tokens, i, word)
    if len(word) < 3:
        return None
    asked = _question_word(view, tokens, i, word) if word not in grammar_of(view.rulebook).forms else None
    inflected = stem(word) in view.index or view.lexicon.knows(word) or stem(word) in view.lexicon.common
    if asked or (inflected and len(word) < LONG) or (word,) in name_index(view).parts or name_index(view).near(word):
        return asked
    if word in grammar_of(view.rulebook).forms:
        return None  # a verb that the texts do not have
    return _inside(view, word) if inflected else _nearly(view, word)


def _title(view: View, tokens: Sequence[Token], i: int, word: str) -> str | None:
    """The title that a word before a name was meant for, with one slip: "Presdient Vael"."""
    if len(word) < LONG or i + 1 >= len(tokens) or not tokens[i + 1].text[0].isupper() or name_index(view).near(word):
        return None
    titles = {one for table in view.lexicon.tables["roles"] for title in table["titles"] for one in title.split() if len(one) >= LONG - 1}
    close = sorted(one for one in titles if one[0] == word[0] and _slips(word, one) == 1)
    return close[0].capitalize() if close else None


def _written(view: View, word: str) -> bool:
    """Whether a word stands so in the texts or the rules, or carries no meaning of its own."""
    lexicon = view.lexicon
    return word in lexicon.stop or word in lexicon.light or word in lexicon.right or word in spellings(view)


def _question_word(view: View, tokens: Sequence[Token], i: int, word: str) -> str | None:
    """The question word that a word at the head or the end was meant for: "hwen did", "hwo many", "established wen"."""
    table = view.lexicon.tables.get("asking", ({},))[0]
    if i > 2 and any(t.text[0].isalnum() for t in tokens[i + 1 :]):
        return None
    after = fold(tokens[i + 1].text) if i + 1 < len(tokens) else ""
    close = [one for one in table.get("words", "").split() if one not in ("was", "were") and _slips(word, one) == 1]
    close = [one for one in close if len(word) > 3 or len(one) > 3 or sorted(one) == sorted(word)]
    turned = [one for one in close if sorted(one) == sorted(word)]
    counted = after in table.get("after_how", "").split()
    best = [one for one in turned or close if (one == "how") == counted] or turned or close
    return best[0] if best else None


def _inside(view: View, word: str) -> str | None:
    """The word meant by one that only seems to be a form of a known word: "agrement" is no form of "agree"."""
    found = _nearly(view, word) if len(word) >= LONG else None
    if found is None or stem(found) == stem(word):
        return None
    same = next((n for n, (a, b) in enumerate(zip(word, found, strict=False)) if a != b), len(word))
    return found if same < len(word) - 3 and found[-3:] == word[-3:] else None


def _nearly(view: View, word: str) -> str | None:
    """The known word from which a word differs least after its first letter: by one slip, or by two where it is long."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    most = 1 if len(word) < FAR else 2
    found = process.extract(word, list(spellings(view)), scorer=DamerauLevenshtein.distance, score_cutoff=most, limit=None)
    fits = [(slips, -len(view.index.get(stem(one), ())), one) for one, slips, _ in found if _starts_alike(one, word) and _likely(word, one)]
    return min(fits)[2] if fits else None


def _likely(word: str, other: str) -> bool:
    """Whether a word can be a slip for another: letters left out, put in, turned round, or of like sound; in long words any letter.

    A short word with another letter in it is more often a word of its own: "peace" is no slip for "place", nor "opec" for "open".
    """
    if len(word) > 7 or (len(other) != len(word) and (len(word) > 3 or not set(word) & set(_VOWELS))) or sorted(word) == sorted(other):
        return True
    if len(word) == 3 and len(other) == 4:
        return _bones(word) == _bones(other)  # "tke" for "take"
    return len(word) > 4 and sum(a != b for a, b in zip(sounds(word), sounds(other), strict=False)) <= _vowel_slips(word, other)


def _bones(word: str) -> str:
    return "".join(sign for sign in word if sign not in _VOWELS)


def _vowel_slips(word: str, other: str) -> int:
    return sum(a != b and a in _VOWELS and b in _VOWELS for a, b in zip(word, other, strict=False))


def _starts_alike(one: str, other: str) -> bool:
    return one[0] == other[0] or (len(other) > 7 and one[0] in _VOWELS and other[0] in _VOWELS)


def _slips(word: str, other: str) -> int:
    from rapidfuzz.distance import DamerauLevenshtein

    return int(DamerauLevenshtein.distance(word, other))


def spellings(view: View) -> dict[str, None]:
    """The words of the texts and of the question rules, as they are written, in order."""
    cache: dict[str, None] | None = view.__dict__.get("_spellings")
    if cache is None:
        kept = view.kept("spellings", lambda: tuple(sorted(_with_forms(view, set(_spelt(view))))))
        cache = view.__dict__["_spellings"] = dict.fromkeys(kept)
    return cache


def _with_forms(view: View, words: set[str]) -> set[str]:
    """Words, with every form of the verbs among them: the rules say "happen", people ask what happened."""
    forms = grammar_of(view.rulebook).forms.items()
    return words | {form for form, readings in forms if len(form) > 3 and form.isalpha() and any(lemma in words for lemma, _ in readings)}


def _spelt(view: View) -> Iterator[str]:
    yield from (fold(t.text) for p in view.passages for t in p.tokens if t.text.isalpha() and len(t.text) > 3)
    rules = (pattern for phrase in (*view.lexicon.forms, *view.lexicon.acts) for pattern in phrase.fields["patterns"])
    yield from (word for pattern in rules for word in re.findall(r"[a-z]{4,}", pattern))
    yield from (word for table in view.lexicon.tables["roles"] for title in table["titles"] for word in title.split())
    yield from ("visit", "meeting", "president", "agreement", "negotiations", "signed", "effect")
