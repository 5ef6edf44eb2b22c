"""The parts of a run of capitalised words: countries, organizations, places, things, and names still to be judged."""

from collections.abc import Sequence
from dataclasses import dataclass

from tieline.extract.names.gazetteer import UNLISTED, Lexicon
from tieline.extract.names.marks import Mark
from tieline.extract.names.runs import is_capital, opens_sentence
from tieline.model.token import Token

LETTERS = 4
_MONTHS = ("may", "march", "august", "april", "june")  # those that are names of persons too


@dataclass(frozen=True)
class Piece:
    """Tokens `start` to `end` and what they are: a country mark, "organization", "company", "place", "thing" or "unknown"."""

    start: int
    end: int
    kind: str
    mark: Mark | None = None
    opening: bool = False
    letters: bool = False  # it ends in an acronym, "Senior EC", and so names no person


def cut(tokens: Sequence[Token], run: tuple[int, int], marks: Sequence[Mark], lex: Lexicon) -> list[Piece]:
    """The pieces of a run. `marks` are those that touch it."""
    start, end = run
    opening = opens_sentence(tokens, start)
    while start < end and _is_filler(tokens, start, end, opening and start == run[0], marks, lex):
        start += 1
    while start < end and tokens[start].lower in ("of", "for", "on", "and", "the"):
        start += 1
    while end > start and (lex.has("strange.words", tokens[end - 1].lower) or not tokens[end - 1].text[0].isalpha()):
        if any(mark.start < end <= mark.end for mark in marks) or tokens[end - 1].text.isdigit() or _is_surname(tokens, end - 1, lex):
            break
        end -= 1
    if start >= end:
        return []
    inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
    if len(inside) == 1 and (inside[0].start, inside[0].end) == (start, end):
        return [_marked(inside[0])]
    kind = _head_kind(tokens, start, end, inside, lex)
    if kind == "thing":
        return [Piece(start, end, "thing"), *(_marked(mark) for mark in inside)]
    last = _fields_end(tokens, start, end, lex) if kind == "organization" and not any(mark.end > start + 2 for mark in inside) else end
    if last < end:
        return [Piece(start, last, "organization"), Piece(last, end, "unknown")]
    if kind:
        return [Piece(start, end, kind, _home(tokens, start, inside), opening and start == run[0])]
    return _split(tokens, start, end, inside, opening and start == run[0], lex)


def _fields_end(tokens: Sequence[Token], start: int, end: int, lex: Lexicon) -> int:
    """Where the name of a ministry ends before that of its officer: "Secretary of the Ministry of Trade Tam Brek"."""
    if end - start < 5 or tokens[start].lower not in _OFFICES or tokens[start + 1].lower != "of":
        return end
    k = start + 2
    while k < end and (lex.has("titles.inside", tokens[k].lower) or tokens[k].lower in ("the", "and", "of", "for")):
        k += 1
    named = 2 <= end - k <= 3 and k > start + 2 and all(is_capital(token) and token.text.isalpha() for token in tokens[k:end])
    return k if named and tokens[k - 1].lower not in ("the", "and", "of", "for") else end


_OFFICES = ("ministry", "department", "directorate")


def _home(tokens: Sequence[Token], start: int, marks: Sequence[Mark]) -> Mark | None:
    """The country in a name: "Kenyan Ports", "National Iranian Oil Company", "Electricity of Vietnam"."""
    for mark in marks:
        of = mark.start > start and tokens[mark.start - 1].lower == "of"
        if mark.start == start or (mark.place and (mark.place.use == "demonym" or (of and mark.place.use == "name"))):
            return mark
    return None


def _marked(mark: Mark) -> Piece:
    return Piece(mark.start, mark.end, mark.kind, mark)


def _is_filler(tokens: Sequence[Token], i: int, end: int, opening: bool, marks: Sequence[Mark], lex: Lexicon) -> bool:
    """Whether the first word of a run belongs to the sentence and not to a name."""
    if any(mark.start <= i < mark.end for mark in marks):
        return False
    word = tokens[i].lower
    if _is_surname(tokens, i, lex):
        return False
    if not tokens[i].text[0].isalpha() or (i + 1 < len(tokens) and tokens[i + 1].lower in ("$", "dollar", "dollars")):
        return True
    if i + 1 < end and tokens[i + 1].lower == "of" and lex.has("organizations.heads", word):
        return False  # "Bank of Orsenda"
    if word in ("a", "i") and i + 2 < end and tokens[i + 1].text == "." and tokens[i + 1].start == tokens[i].end:
        return False  # "A. C. S. Orsen"
    if opening and (lex.has("strange.openers", word) or (word.endswith(("ing", "ly")) and len(word) > 4)):
        return not (i + 1 < end and _names_organization(tokens, i, end, lex) and not lex.has("strange.openers", word))
    return word in ("the", "a", "an", "i") or (lex.has("strange.words", word) and i + 1 == end)


def _is_surname(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether the name of a month is somebody's: after a given name or "Mrs", or before a verb of speech ("May said")."""
    if tokens[i].lower not in _MONTHS or not tokens[i].text[0].isupper() or tokens[i].text.isupper():
        return False
    k = i - 1 - (i > 1 and tokens[i - 1].text == ".")
    before = tokens[k] if k >= 0 else None
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if before and before.text[0].isupper() and (lex.titles.value(before.lower) or not lex.has("strange.openers", before.lower)):
        return not lex.has("strange.words", before.lower) or lex.titles.value(before.lower) is not None
    return lex.has("clues.speech", after)


def _names_organization(tokens: Sequence[Token], i: int, end: int, lex: Lexicon) -> bool:
    return any(lex.has("organizations.heads", token.lower) for token in tokens[i + 1 : end])


def _head_kind(tokens: Sequence[Token], start: int, end: int, marks: Sequence[Mark], lex: Lexicon) -> str | None:
    """What the head word of a run makes it: the last telling word before "of" or "for"."""
    stop = next((k for k in range(start, end) if tokens[k].lower in ("of", "for", "on")), end)
    if stop < end - 2 and lex.has("organizations.heads", tokens[end - 1].lower) and lex.has("places.first", tokens[start].lower):
        return "organization"  # "Gulf of Tarn Cooperation Organization"
    for k in range(stop - 1, start - 1, -1):
        if any(mark.start <= k < mark.end and mark.end - mark.start > 1 for mark in marks):
            continue
        word = tokens[k].lower
        several = lex.has("organizations.heads", word) or lex.has("organizations.companies", word)
        word = word[:-1] if word.endswith("s") and not several else word
        alone = k == start == stop - 1 == end - 1
        if k > start and k == stop - 1 and lex.has("things.numerals", word):
            continue  # "Phase II" and "Ysolde II": the words before tell
        if _names_person(tokens, k, end, start, lex):
            continue  # "Bill Halt", "Mark Orsen"
        if lex.has("things.heads", word) or lex.has("things.heads", tokens[k].lower):
            return "thing"
        if lex.has("organizations.companies", word) and not alone:
            return "company"
        if lex.has("organizations.heads", word):
            return "organization"
        if lex.has("places.heads", word) and (alone or k > start or lex.has("places.first", word)):
            return "thing" if alone else "place"
    return None


def _names_person(tokens: Sequence[Token], k: int, end: int, start: int, lex: Lexicon) -> bool:
    """Whether a word for a thing is a given name here: it opens a run, or stands behind an office, and a surname follows."""
    opens = k == start or lex.titles.value(tokens[k - 1].lower) is not None
    if not opens or k + 1 >= end or not lex.has("things.given", tokens[k].lower):
        return False
    after = tokens[k + 1].text
    return after[0].isupper() and len(after) > 2 and not after.isupper() and not lex.has("strange.words", after.lower())


def _split(tokens: Sequence[Token], start: int, end: int, marks: Sequence[Mark], opening: bool, lex: Lexicon) -> list[Piece]:
    """Marks and the words between them. "Santiago Peña", "Michael Jordan" stay whole; "China-Peru", "Chinese Hu" do not."""
    pieces: list[Piece] = []
    i = start
    while i < end:
        mark = next((m for m in marks if m.start == i), None)
        if mark and (_of_office(tokens, mark, end, lex) or not _given_name(tokens, mark, end)) and not _regional(tokens, mark, i, end):
            pieces.append(_marked(mark))
            i = mark.end
        elif tokens[i].text[0].isalpha():
            k = _unknown_end(tokens, i, end, marks, mark, lex)
            pieces.append(Piece(i, k, "unknown", None, opening and i == start, letters=_in_letters(tokens, i, k, lex)))
            i = k
        else:
            i += 1
    return pieces


def _regional(tokens: Sequence[Token], mark: Mark, i: int, end: int) -> bool:
    """Whether the adjective of a region begins a longer name: "Nordic Power"."""
    return mark.kind == "thing" and mark.start == i and mark.end < end <= mark.end + 2 and tokens[mark.end].text[0].isupper()


def _in_letters(tokens: Sequence[Token], i: int, end: int, lex: Lexicon) -> bool:
    """Whether a name ends in a short word in capitals that is no regnal number, where other words have small letters."""
    last = tokens[end - 1]
    short = last.text.isupper() and len(last.text) <= LETTERS and not lex.has("things.numerals", last.lower)
    return short and any(token.text.islower() for token in tokens) and not (end - i > 1 and lex.has("titles.letters", last.lower))


def _given_name(tokens: Sequence[Token], mark: Mark, end: int) -> bool:
    """Whether a capital or shared name is the first part of a longer name."""
    place = mark.place
    if place and place.use == "demonym" and mark.start and tokens[mark.start - 1].lower == "the":
        return False  # "the Finn Pertti Aalto"
    joined = mark.end < end and tokens[mark.end].text[0].isupper() and len(tokens[mark.end].text) > 1
    return bool(
        place
        and joined
        and mark.end - mark.start == 1
        and (place.use == "capital" or place.cased)
        and place.code not in ("CN", "JP", "US", UNLISTED)
    )


def _of_office(tokens: Sequence[Token], mark: Mark, end: int, lex: Lexicon) -> bool:
    """Whether a shared name is the country of an office, and a whole name stands behind it: "Foreign Minister of Georgia Tam Brek"."""
    k, named = mark.start - 1, end - mark.end
    if k < 1 or tokens[k].lower != "of" or named not in (2, 3) or not all(is_capital(token) for token in tokens[mark.end : end]):
        return False
    head = tokens[k - 1].lower
    return lex.titles.value(head) is not None or head in ("affairs", "trade", "defence", "defense", "finance", "justice", "state")


def _is_family_name(tokens: Sequence[Token], k: int, lex: Lexicon) -> bool:
    """Whether a demonym behind a given name ends the name of a person: "Tom Finn," but not "told John German firms"."""
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    closed = (
        after is None or not after.text[0].isalpha() or lex.has("clues.speech", after.lower) or after.lower in ("is", "was", "and", "who")
    )
    return lex.has("given.any", tokens[k - 1].lower) and closed


def _unknown_end(tokens: Sequence[Token], i: int, end: int, marks: Sequence[Mark], own: Mark | None, lex: Lexicon) -> int:
    k = own.end if own else i + 1
    while k < end:
        if k + 1 < end and lex.has("given.any", tokens[k].lower) and lex.has("titles.inside", tokens[k - 1].lower):
            return k  # "Western Hemisphere Affairs John Creel"
        mark = next((m for m in marks if m.start == k), None)
        if mark and mark.end == end and k == i + 1 and _is_family_name(tokens, k, lex):
            return end
        if mark and (tokens[k - 1].text == "-" or (mark.place and mark.place.use == "demonym")):
            return k - 1 if tokens[k - 1].text == "-" else k
        if mark:
            return mark.end if mark.end == end else k
        k += 1
    return k
