"""Titles in a sentence: "the visiting Premier of Orsenda", "Foreign Ministers", "Lt. Gen."."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.extract.names.gazetteer import Lexicon
from tieline.extract.names.marks import Mark
from tieline.extract.names.runs import is_capital
from tieline.extract.names.title import Title, title_words
from tieline.extract.names.title_charges import reach_right
from tieline.extract.names.title_names import ends_name, is_name
from tieline.extract.names.title_owners import reach_left
from tieline.extract.names.trailing import body_head
from tieline.model.token import Token

KIN = frozenset(("son", "mother", "father", "nephew", "cousin", "brother", "sister"))  # with a capital behind two names, the last of a name


def find_titles(tokens: Sequence[Token], marks: Sequence[Mark], runs: Sequence[tuple[int, int]], lex: Lexicon) -> list[Title]:
    """The titles of a sentence, from left to right; none shares a token with another."""
    ends = {mark.end: mark for mark in marks}
    starts = {mark.start: mark.end for mark in marks}
    starts |= {start: end for start, end in runs if start not in starts or _is_body(tokens, start, end, lex)}
    barred = {k for start, end in runs for k in range(_heads(tokens, start, end, lex) or end, end)}
    known = {mark.start for mark in marks}
    bodies = {end: start for start, end in runs if body_head(tokens, start, end, lex) is not None}
    found: list[Title] = []
    i = 0
    while i < len(tokens):
        if found and found[-1].own_end == i and _begins_name(tokens, i, lex):
            i += 1
            continue
        title = None if i in barred else _title(tokens, i, ends, starts, bodies, found[-1].end if found else 0, lex)
        if title and not _of_thing(tokens, title, lex):
            title = _of_several(tokens, title, starts, known) if title.plural and title.of else title
            found.append(title)
        i = title.end if title else i + 1
    return found


def _begins_name(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether a word that can be a calling is a given name behind an office: "Prime Minister Dean Orsen"."""
    if not (is_capital(tokens[i]) and lex.has("titles.given", tokens[i].lower)):
        return False
    return i + 1 < len(tokens) and is_name(tokens[i + 1], lex) and tokens[i].start - tokens[i - 1].end == 1


def _of_several(tokens: Sequence[Token], title: Title, starts: dict[int, int], known: set[int]) -> Title:
    """A plural title with all its owners: "the presidents of Drenara and Malonia"."""
    end = title.end
    while end + 1 < len(tokens) and tokens[end].lower in ("and", ","):
        k = end + 1
        while k < len(tokens) and tokens[k].lower in ("and", "the"):
            k += 1
        if k not in starts or (title.of and title.of[0] in known and k not in known):
            break
        end = starts[k]
    return replace(title, end=end)


def _heads(tokens: Sequence[Token], start: int, end: int, lex: Lexicon) -> int | None:
    """The token after the head of an organization whose name goes on with "of" or "for" inside a run."""
    for k in range(start, end - 1):
        if tokens[k + 1].lower in ("of", "for", "on") and lex.has("organizations.heads", tokens[k].lower):
            return k + 1
    return None


def _is_body(tokens: Sequence[Token], start: int, end: int, lex: Lexicon) -> bool:
    """Whether a run is the name of a body of its own, and no house of a country: "Orsendan-Halidoran Business Council"."""
    last = tokens[end - 1].lower
    joint = lex.has("organizations.heads", last) and not lex.has("houses.heads", last)
    return joint or _heads(tokens, start, end, lex) is not None


def _of_thing(tokens: Sequence[Token], title: Title, lex: Lexicon) -> bool:
    """Whether a title only names whose meeting it is: "Leaders' Meeting", "Ministers' Summit"."""
    k = title.own_end
    return k + 1 < len(tokens) and tokens[k].text in "'’" and (is_capital(tokens[k + 1]) or lex.has("things.heads", tokens[k + 1].lower))


def _title(
    tokens: Sequence[Token], i: int, marks: dict[int, Mark], starts: dict[int, int], bodies: dict[int, int], floor: int, lex: Lexicon
) -> Title | None:
    hit = _head(tokens, i, lex)
    if not hit:
        return None
    end, kind, plural, counterpart = hit
    more = _second(tokens, end, lex)
    if more:
        end, kind = more[0], f"{kind} {more[1]}"
    head = _inside(tokens, i, floor, marks, lex)
    words = title_words(tokens, head, end)
    own = Title(head, head, end, kind, words, plural, counterpart, own_end=end)
    if head in bodies and bodies[head] >= floor:
        title = replace(own, start=bodies[head], owner=(bodies[head], head))  # "Bank of Orsenda Governor Ila Moor"
    else:
        title = reach_left(tokens, own, marks, floor, lex)
    return title if "style" in kind.split() and kind == "style" else reach_right(tokens, title, starts, lex)


def _head(tokens: Sequence[Token], i: int, lex: Lexicon) -> tuple[int, str, bool, bool] | None:
    """End, classes, number, and whether it is a counterpart, of the title word at a token."""
    if lex.has("counterparts.words", tokens[i].lower):
        return i + 1, "office", tokens[i].lower.endswith("s"), True
    if i + 1 < len(tokens) and lex.has("counterparts.words", f"{tokens[i].lower} {tokens[i + 1].lower}"):
        return i + 2, "office", False, True
    hit = lex.titles.at(tokens, i)
    if hit and is_capital(tokens[i]) and i > 1 and tokens[i].lower in KIN and is_name(tokens[i - 1], lex) and is_name(tokens[i - 2], lex):
        return None  # "Bui Thanh Son"
    if hit and lex.has("describing.words", tokens[i].lower) and hit[0] < len(tokens) and lex.has("describing.things", tokens[hit[0]].lower):
        return None  # "an official visit"
    if hit and _qualifies(tokens, i, hit[0], lex):
        return None  # "chief" in "chief delegate"
    if hit:
        dotted = hit[0] < len(tokens) and tokens[hit[0]].text == "." and "style" in hit[1] and hit[0] + 1 < len(tokens)
        if dotted and len(tokens[i].text) == 1:
            return None  # the initial of "U. Orsen", and no Burmese "U Orsen"
        if _stands_alone(tokens, i, hit[0], lex):
            return hit[0], "office", False, False
        if hit[1] == "style" and not (is_capital(tokens[i]) and _opens_name(tokens, hit[0] + dotted, lex)):
            return None
        if hit[1] == "style" and _is_office(tokens, hit[0], lex):
            return None  # "the Honourable Minister"
        end = hit[0] + dotted
        return _styles(tokens, end, lex) if hit[1] == "style" else end, hit[1], word_is_plural(tokens[i].lower), False

    word = tokens[i].lower
    if word.endswith("s") and word[:-1] != "" and not word.endswith("ss"):
        single = lex.titles.value(word[:-3] + "y") if word.endswith("ies") else lex.titles.value(word[:-1])
        if single and {"state", "office"} & set(single.split()):
            return i + 1, single, True, False
    if i + 1 < len(tokens) and tokens[i + 1].lower.endswith("s"):
        single = lex.titles.value(f"{word} {tokens[i + 1].lower[:-1]}")
        if single and {"state", "office"} & set(single.split()):
            return i + 2, single, True, False
    return None


def _is_office(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether an office of its own, and no further style, stands at a token."""
    hit = lex.titles.at(tokens, i) if i < len(tokens) else None
    return hit is not None and "office" in hit[1].split() and "style" not in hit[1].split()


def _stands_alone(tokens: Sequence[Token], i: int, end: int, lex: Lexicon) -> bool:
    """Whether a rank means the person who has it: "The admiral smiled"."""
    if not i or tokens[i - 1].lower != "the" or not (tokens[i].text.islower() and lex.has("titles.ranks", tokens[i].lower)):
        return False
    after = tokens[end].lower if end < len(tokens) else ""
    return (
        after in (".", ",", "'s", "")
        or after in lex.words["verbs.speech"]
        or lex.has("clues.personal", after)
        or lex.has("clues.personal_help", after)
    )


def _qualifies(tokens: Sequence[Token], i: int, end: int, lex: Lexicon) -> bool:
    """Whether a title word only qualifies the office that follows at once: "deputy" in "deputy foreign minister"."""
    if end != i + 1 or tokens[i].lower not in ("chief", "deputy", "principal", "acting"):
        return False
    k = end
    while k < len(tokens) and k - end < 3 and tokens[k].lower in lex.words["titles.inside"] and not lex.titles.at(tokens, k):
        k += 1
    hit = lex.titles.at(tokens, k) if k < len(tokens) else None
    return hit is not None and hit[1] != "style"


def _styles(tokens: Sequence[Token], end: int, lex: Lexicon) -> int:
    """The end of further styles after one: "Lt. Gen.", "Prof. Dr."."""
    end = _after_bracket(tokens, end, lex)
    if end + 1 < len(tokens) and tokens[end].lower == "the" and is_capital(tokens[end + 1]):
        end += 1
    while end + 1 < len(tokens) and is_capital(tokens[end]) and (hit := lex.titles.at(tokens, end)) and hit[1] == "style":
        dotted = hit[0] < len(tokens) and tokens[hit[0]].text == "."
        if dotted and len(tokens[end].text) == 1:
            break
        if not _opens_name(tokens, hit[0] + dotted, lex):
            break
        end = _after_bracket(tokens, hit[0] + dotted, lex)
    return end


def _opens_name(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether a name can begin at a token, further styles and a rank's "(ret.)" before it."""
    i = _after_bracket(tokens, i, lex)
    if i + 1 < len(tokens) and tokens[i].lower == "the":
        hit = lex.titles.at(tokens, i + 1)
        return bool(hit and hit[1] == "style" and is_capital(tokens[i + 1]))
    return i < len(tokens) and is_capital(tokens[i])


def _after_bracket(tokens: Sequence[Token], i: int, lex: Lexicon) -> int:
    """The token after a bracket that says an officer has left the service: "Col. (ret.)"."""
    if i + 1 >= len(tokens) or tokens[i].text != "(" or not lex.has("titles.left", tokens[i + 1].lower):
        return i
    return next((k + 1 for k in range(i + 2, min(i + 5, len(tokens))) if tokens[k].text == ")"), i)


def word_is_plural(word: str) -> bool:
    """Whether the first word of a listed title is a plural ("heads of state")."""
    return word == "heads"


def _second(tokens: Sequence[Token], end: int, lex: Lexicon) -> tuple[int, str] | None:
    """A second office joined by "and": "Vice-President and Foreign Minister"."""
    if end + 1 >= len(tokens) or tokens[end].lower not in ("and", "&"):
        return None
    k = end + 1
    while k < len(tokens) and k - end < 4 and tokens[k].lower in lex.words["titles.inside"] and not lex.titles.at(tokens, k):
        k += 1
    hit = lex.titles.at(tokens, k) if k < len(tokens) else None
    return hit if hit and is_capital(tokens[end - 1]) == is_capital(tokens[end + 1]) else None


def _inside(tokens: Sequence[Token], i: int, floor: int, marks: dict[int, Mark], lex: Lexicon) -> int:
    """The first word of the title itself: back over "foreign", "trade and tourism", "vice-", and not into a name of several words."""
    inside = lex.words["titles.inside"]
    while i > floor:
        if (mark := marks.get(i)) and (mark.place or mark.kind == "organization") and mark.end - mark.start > 1:
            break  # "European Union ambassador"
        if tokens[i - 1].lower in inside:
            i -= 1
        elif i - 2 >= floor and tokens[i - 1].lower in ("of", "for") and tokens[i - 2].lower == "ministry" and tokens[i].lower in inside:
            i -= 2  # "Ministry of Foreign Affairs spokeswoman"
        elif (
            i - 2 >= floor and tokens[i - 1].lower in ("and", "-", ",", "&") and tokens[i - 2].lower in inside and tokens[i].lower in inside
        ):
            if tokens[i - 1].text == "," and ends_name(tokens, i - 2, floor, lex):
                break
            i -= 2
        else:
            break
    return i
