"""Titles: "Peruvian President", "Panama's Vice-President and Foreign Minister", "chairman of the Peruvian Association of Exporters"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieline.extract.names.gazetteer import Lexicon
from tieline.extract.names.marks import Mark
from tieline.extract.names.runs import is_capital
from tieline.model.token import Token

_STYLES_OF = ("dr", "mr", "mrs", "ms", "prof", "sir", "hon", "gen", "sheikh", "h")
_POSSESSIVE = ("his", "her", "their", "its", "my", "our")


@dataclass(frozen=True)
class Title:
    """A title in tokens: `start` to `end` with all that belongs to it, `head` its first own word.

    `owner` are the tokens of the country, place or organization it belongs to, `of` those after "of", `post` those after "to".
    `lead` is the word before it: a determiner or "his". `kind` names the classes of its head word.
    """

    start: int
    head: int
    end: int
    kind: str
    words: str
    plural: bool = False
    counterpart: bool = False
    lead: str | None = None
    owner: tuple[int, int] | None = None
    own_end: int = 0
    of: tuple[int, int] | None = None
    post: tuple[int, int] | None = None


def find_titles(tokens: Sequence[Token], marks: Sequence[Mark], runs: Sequence[tuple[int, int]], lex: Lexicon) -> list[Title]:
    """The titles of a sentence, from left to right; none shares a token with another."""
    ends = {mark.end: mark for mark in marks}
    starts = {mark.start: mark.end for mark in marks}
    starts |= {start: end for start, end in runs if start not in starts or _heads(tokens, start, end, lex) is not None}
    barred = {k for start, end in runs for k in range(_heads(tokens, start, end, lex) or end, end)}
    known = {mark.start for mark in marks}
    found: list[Title] = []
    i = 0
    while i < len(tokens):
        if found and found[-1].own_end == i and _begins_name(tokens, i, lex):
            i += 1
            continue
        title = None if i in barred else _title(tokens, i, ends, starts, found[-1].end if found else 0, lex)
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


def _of_thing(tokens: Sequence[Token], title: Title, lex: Lexicon) -> bool:
    """Whether a title only names whose meeting it is: "Leaders' Meeting", "Ministers' Summit"."""
    k = title.own_end
    return k + 1 < len(tokens) and tokens[k].text in "'’" and (is_capital(tokens[k + 1]) or lex.has("things.heads", tokens[k + 1].lower))


def _title(tokens: Sequence[Token], i: int, marks: dict[int, Mark], starts: dict[int, int], floor: int, lex: Lexicon) -> Title | None:
    hit = _head(tokens, i, lex)
    if not hit:
        return None
    end, kind, plural, counterpart = hit
    more = _second(tokens, end, lex)
    if more:
        end, kind = more[0], f"{kind} {more[1]}"
    head = _inside(tokens, i, floor, lex)
    words = " ".join(token.lower for token in tokens[head:end]).split(" (")[0].replace(" - ", "-").replace(" .", "")
    title = _reach_left(tokens, Title(head, head, end, kind, words, plural, counterpart, own_end=end), marks, floor, lex)
    return title if "style" in kind.split() and kind == "style" else _reach_right(tokens, title, starts, lex)


def _head(tokens: Sequence[Token], i: int, lex: Lexicon) -> tuple[int, str, bool, bool] | None:
    """End, classes, number, and whether it is a counterpart, of the title word at a token."""
    if lex.has("counterparts.words", tokens[i].lower):
        return i + 1, "office", tokens[i].lower.endswith("s"), True
    if i + 1 < len(tokens) and lex.has("counterparts.words", f"{tokens[i].lower} {tokens[i + 1].lower}"):
        return i + 2, "office", False, True
    hit = lex.titles.at(tokens, i)
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


def _inside(tokens: Sequence[Token], i: int, floor: int, lex: Lexicon) -> int:
    """The first word of the title itself: back over "foreign", "trade and tourism", "vice-"."""
    inside = lex.words["titles.inside"]
    while i > floor:
        if tokens[i - 1].lower in inside:
            i -= 1
        elif (
            i - 2 >= floor and tokens[i - 1].lower in ("and", "-", ",", "&") and tokens[i - 2].lower in inside and tokens[i].lower in inside
        ):
            if tokens[i - 1].text == "," and _ends_name(tokens, i - 2, floor, lex):
                break
            i -= 2
        else:
            break
    return i


def _ends_name(tokens: Sequence[Token], k: int, floor: int, lex: Lexicon) -> bool:
    """Whether a word before a comma ends a longer name: "from Orsetal Steel, Transport Minister X said"."""
    while k > floor and tokens[k - 1].lower in lex.words["titles.inside"]:
        k -= 1
    before = tokens[k - 1] if k > floor else None
    return before is not None and is_name(before, lex) and not lex.countries.at(tokens, k - 1)


def _reach_left(tokens: Sequence[Token], title: Title, marks: dict[int, Mark], floor: int, lex: Lexicon) -> Title:
    """The title with the owner and the determiner before it."""
    i, owner, lead = title.start, None, None
    while i > floor:
        before = tokens[i - 1].lower
        mark = marks.get(i) or (marks.get(i - 1) if before == "'s" else None)
        if mark and mark.kind == "thing":
            i = mark.start
        elif mark and owner is None:
            owner, i = (mark.start, mark.end), mark.start
        elif before == "'s" and owner is None and i - 2 >= floor and is_name(tokens[i - 2], lex):
            k = _back(tokens, i - 2, floor, lex)
            owner, i = (k, i - 1), k
        elif before == "'s" and owner is None and lead is None and i - 2 >= floor:
            lead, i = before, i - 2
        elif before == "that" and (lead or owner or is_capital(tokens[title.head])):
            break  # "agreed that the Finnish president would come"
        elif before in lex.words["titles.before"]:
            lead = before if before in ("the", "a", "an", "two", "three", "several", *_POSSESSIVE) and lead is None else lead
            i -= 1
        elif before == "-" and i - 2 >= floor and tokens[i - 2].lower in ("then", "ex"):
            i -= 2
        elif (
            before in ("styled", "proclaimed", "appointed")
            and i - 3 >= floor
            and tokens[i - 2].text == "-"
            and tokens[i - 3].lower == "self"
        ):
            i -= 3
        elif owner is None and is_name(tokens[i - 1], lex) and i == title.start:
            k = _back(tokens, i - 1, floor, lex)
            owner, i = (k, i), k
        else:
            break
    several = several_owners(tokens, i, marks, floor) if owner and title.plural else i
    if several < i and several > floor and tokens[several - 1].lower in lex.words["titles.before"]:
        lead, several = tokens[several - 1].lower, several - 1
    i = several
    return replace(title, start=i, owner=owner, lead=lead)


def several_owners(tokens: Sequence[Token], i: int, ends: dict[int, Mark], floor: int) -> int:
    """Where the adjectives of several countries begin that end before a token: "Zambian, Malian and" before "Chadian ministers"."""
    while i - 1 > floor and tokens[i - 1].lower in ("and", ",") and not _is_owner(ends.get(i), "capital"):
        k = i - 1 - (tokens[i - 2].text == "," and tokens[i - 1].lower == "and")
        if not _is_owner(ends.get(k), "demonym"):
            break
        i = ends[k].start
    return i


def _is_owner(mark: Mark | None, use: str) -> bool:
    return bool(mark and mark.place and mark.place.use == use)


def is_name(token: Token, lex: Lexicon) -> bool:
    """Whether a capitalised word can be (part of) a name: no weekday, no "The", no "In"."""
    return (
        is_capital(token)
        and token.text.isalpha()
        and not (lex.has("strange.words", token.lower) or lex.has("strange.openers", token.lower))
    )


def _may_open(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether a word belongs to a name that goes on after it: "Foreign" in "Foreign Office"."""
    return is_name(tokens[i], lex) or (i > 0 and is_capital(tokens[i]) and lex.has("titles.inside", tokens[i].lower))


def _back(tokens: Sequence[Token], i: int, floor: int, lex: Lexicon) -> int:
    """The first of the capitalised words that end at a token."""
    while i - 1 >= floor and _may_open(tokens, i - 1, lex) and tokens[i].start - tokens[i - 1].end <= 1:
        i -= 1
    return i


def _reach_right(tokens: Sequence[Token], title: Title, starts: dict[int, int], lex: Lexicon) -> Title:
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
