"""Words for actors without a name: "the two leaders", "Chinese companies", "the Peruvian side", "the country", pronouns."""

from collections.abc import Sequence
from dataclasses import dataclass

from tieline.extract.names.gazetteer import Lexicon
from tieline.extract.names.marks import Mark
from tieline.extract.names.title_owners import several_owners
from tieline.model.token import Token

NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
PRONOUNS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "hers": "female"}
PLURAL_PRONOUNS = frozenset({"they", "them", "their", "theirs"})
_TWO = frozenset(("two", "pair", "duo"))
_DETERMINERS = frozenset({"the", "these", "those", "all", "both", "this", "that", "its", "their", "his", "her", "such"})
_MODIFIERS = frozenset({
    "small", "large", "big", "neighbouring", "neighboring", "asian", "european", "african", "andean", "latin", "american", "pacific",
    "arab", "nordic", "baltic", "island", "young", "state", "state-owned", "private", "local", "major", "leading", "top", "senior",
    "other", "own", "new", "competent", "competing", "more", "foreign", "some", "several", "many", "steel", "shipping",
    "construction", "mining", "oil", "gas", "fishing", "fruit", "copper", "respective", "federal", "central", "interim", "caretaker",
})  # fmt: skip


_POINTING = frozenset({"the", "this", "that"})
_SEATED = frozenset({"listed", "based", "owned", "run", "backed", "led", "controlled", "registered", "headquartered"})
LONGEST = 5  # words between "the" and the noun in "the state oil company"
_CLAUSE = frozenset({",", ";", "and", "but", "that", "when", "after", "before", "as", "while", "until", '"', "“", "—", "–"})


@dataclass(frozen=True)
class Group:
    """Tokens `start` to `end`: a `form` and `kind` as of actor mentions, the noun, how many, and the country mark that owns it."""

    start: int
    end: int
    head: int
    form: str
    kind: str
    noun: str
    count: int | None = None
    owner: tuple[int, int] | None = None


def find_groups(tokens: Sequence[Token], taken: frozenset[int], marks: Sequence[Mark], lex: Lexicon) -> list[Group]:
    """The groups and references of a sentence. `taken` are tokens that belong to names and titles with names."""
    by_end = {mark.end: mark for mark in marks}
    found: list[Group] = []
    floor = 0
    for i in range(len(tokens)):
        if i in taken or i < floor:
            continue
        group = (
            (None if _owns_land(tokens, i, lex) else _pronoun(tokens, i))
            or _it(tokens, i, lex)
            or _one_of_two(tokens, i, lex)
            or _noun(tokens, i, floor, by_end, lex)
        )
        if group:
            found.append(group)
            floor = group.end
    return found


def _pronoun(tokens: Sequence[Token], i: int) -> Group | None:
    word = tokens[i].lower
    if word in PRONOUNS:
        return Group(i, i + 1, i, "pronoun", "person", word)
    if word in PLURAL_PRONOUNS:
        return Group(i, i + 1, i, "pronoun", "group", word)
    return None


def _owns_land(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether "his" or "her" belongs to "country" or "government", which mean his state together with it."""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return tokens[i].lower in ("his", "her") and (lex.has("groups.one", after) or after in ("government", "authorities"))


def _it(tokens: Sequence[Token], i: int, lex: Lexicon) -> Group | None:
    """The word "it" before what states and firms do: "It recalled its ambassador", "It will build a port"."""
    if tokens[i].lower != "it" or (i and tokens[i - 1].lower not in _CLAUSE):
        return None
    k = i + 1
    while k < len(tokens) and k - i < 4 and lex.has("reference.helpers", tokens[k].lower):
        k += 1
    lists = ("reference.state_acts", "reference.body_acts", "clues.firm_acts")
    acts = k < len(tokens) and any(lex.has(words, tokens[k].lower) for words in lists)
    return Group(i, i + 1, i, "pronoun", "country", "it") if acts else None


def _one_of_two(tokens: Sequence[Token], i: int, lex: Lexicon) -> Group | None:
    """The words "the former" and "the latter" where no noun follows."""
    if tokens[i].lower not in ("former", "latter") or not i or tokens[i - 1].lower != "the":
        return None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    beyond = tokens[i + 2].lower if i + 2 < len(tokens) else ""
    verb = after is None or not after.text[0].isalpha() or after.lower in lex.words["verbs.speech"] or after.lower.endswith("ed")
    present = after is not None and after.lower.endswith("s") and beyond not in lex.words["verbs.speech"] and not after.text[0].isupper()
    return Group(i - 1, i + 1, i, "title", "person", tokens[i].lower) if verb or present else None


def _noun(tokens: Sequence[Token], i: int, floor: int, by_end: dict[int, Mark], lex: Lexicon) -> Group | None:
    end, word = i + 1, tokens[i].lower
    if i + 2 < len(tokens) and f"{word} {tokens[i + 1].lower} {tokens[i + 2].lower}" in lex.words["groups.leaders"]:
        end, word = i + 3, f"{word} {tokens[i + 1].lower} {tokens[i + 2].lower}"
    elif i + 1 < len(tokens) and f"{word} {tokens[i + 1].lower}" in lex.words["groups.leaders"]:
        end, word = i + 2, f"{word} {tokens[i + 1].lower}"
    if word == "state" and i + 1 < len(tokens) and lex.has("groups.of_state", tokens[i + 1].lower):
        return None  # "the state visit"
    if lex.has("groups.seated", word) and (seat := _capital(tokens, end, by_end)):
        return Group(_first_of(tokens, i, floor, lex), seat[1], i, "metonym", "country", "government", None, seat)
    kinds = [kind for kind in ("pair", "leaders", "companies", "people", "state", "one") if lex.has(f"groups.{kind}", word)]
    if not kinds:
        return _body(tokens, i, floor, lex) or _bare_two(tokens, i, lex)
    start, owner, determiner, count, described = _before(tokens, i, floor, by_end)
    if owner and owner[0] == start:
        start = several_owners(tokens, start, by_end, floor)
    if "state" in kinds and owner is None and determiner == "the" and (after := _after_of(tokens, end, by_end)):
        return Group(start, after[1], i, "metonym", "country", word, count, after)
    form = _form(kinds, word, owner, determiner, count, described)
    if form is None:
        return _body(tokens, i, floor, lex)
    return Group(start, end, i, form[0], form[1], word, count, owner)


def _body(tokens: Sequence[Token], i: int, floor: int, lex: Lexicon) -> Group | None:
    """A firm or an organization named before: "the company", "the state oil company", "the agency"; none before a name of its own."""
    kind = next((kind for kind in ("company", "organization") if lex.has(f"bodies.{kind}", tokens[i].lower)), None)
    if kind is None or not tokens[i].text[1:].islower() or _goes_on(tokens, i + 1, lex):
        return None
    k = i
    while k > floor and i - k < LONGEST and tokens[k - 1].text.islower() and tokens[k - 1].lower not in _POINTING:
        if k - 3 >= floor and tokens[k - 1].lower in _SEATED and tokens[k - 2].text == "-":
            k -= 3  # "the London-listed company"
            continue
        if not tokens[k - 1].text.isalpha() or lex.has("bodies.others", tokens[k - 1].lower):
            return None
        k -= 1
    return Group(k - 1, i + 1, i, "title", kind, tokens[i].lower) if k > floor and tokens[k - 1].lower in _POINTING else None


def _goes_on(tokens: Sequence[Token], k: int, lex: Lexicon) -> bool:
    """Whether what follows a noun for a body tells which one: a name, "of", "'s" with a body, or another noun."""
    if k >= len(tokens):
        return False
    after = tokens[k]
    return after.text in "-'’" or after.lower in ("of", "for", "in") or after.text[0].isupper() or lex.has("bodies.things", after.lower)


def _capital(tokens: Sequence[Token], end: int, by_end: dict[int, Mark]) -> tuple[int, int] | None:
    """The capital after "in": "the foreign ministry in Riga"."""
    if end + 1 >= len(tokens) or tokens[end].lower != "in":
        return None
    marks = (by_end.get(stop) for stop in range(end + 2, min(end + 5, len(tokens)) + 1))
    mark = next((one for one in marks if one and one.start == end + 1), None)
    return (mark.start, mark.end) if mark and mark.place and mark.place.use == "capital" else None


def _first_of(tokens: Sequence[Token], i: int, floor: int, lex: Lexicon) -> int:
    """The first word of "the foreign ministry"."""
    while i > floor and (lex.has("titles.inside", tokens[i - 1].lower) or tokens[i - 1].lower == "the"):
        i -= 1
    return i


def _after_of(tokens: Sequence[Token], end: int, by_end: dict[int, Mark]) -> tuple[int, int] | None:
    """The country after "of": "the government of Selvane"."""
    if end + 1 >= len(tokens) or tokens[end].lower != "of":
        return None
    k = end + 2 if tokens[end + 1].lower == "the" else end + 1
    for stop in range(k + 1, min(k + 5, len(tokens)) + 1):
        mark = by_end.get(stop)
        if mark and mark.start == k and mark.place and mark.place.use == "name":
            return k, stop
    return None


def _bare_two(tokens: Sequence[Token], i: int, lex: Lexicon) -> Group | None:
    """The words "the two", "the pair", "the duo" by themselves, before a verb or at the end."""
    nxt = tokens[i + 1] if i + 1 < len(tokens) else None
    if tokens[i].lower not in _TWO or not i or tokens[i - 1].lower != "the":
        return None
    words = lex.words["groups.behind_two"] | lex.words["clues.together"]
    if nxt is None or nxt.lower in words:
        return Group(i - 1, i + 1, i, "group", "group", "two", 2)
    return None


def _before(
    tokens: Sequence[Token], i: int, floor: int, marks: dict[int, Mark]
) -> tuple[int, tuple[int, int] | None, str | None, int | None, bool]:
    """What stands before the noun: start, owner, determiner, count, and whether an adjective describes it."""
    start, owner, determiner, count, described = i, None, None, None, False
    while start > floor:
        before = tokens[start - 1].lower
        mark = marks.get(start) or (marks.get(start - 1) if before == "'s" else None)
        if mark and mark.kind in ("thing", "place") and not mark.place:
            described, start = True, mark.start
        elif mark and owner is None:
            owner, start = (mark.start, mark.end), mark.start
        elif before in NUMBERS or before.isdigit():
            count = NUMBERS.get(before, count)
            determiner = determiner or before
            start -= 1
        elif before in _DETERMINERS and determiner not in _DETERMINERS and (before != "that" or determiner is None):  # "said that a firm"
            determiner, start = before, start - 1
        elif before in _MODIFIERS or (before == "-" and start - 2 >= floor and tokens[start - 1].end == tokens[start].start):
            described = True
            start -= 1
        else:
            break
    return start, owner, determiner, count, described


def _form(
    kinds: Sequence[str], word: str, owner: tuple[int, int] | None, determiner: str | None, count: int | None, described: bool
) -> tuple[str, str] | None:
    if "leaders" in kinds and count:
        return "group", "person"
    if word == "members" and not (owner and count):
        return None
    if "pair" in kinds and (count or (determiner in ("the", "these", "their", "both") and word in ("sides", "parties", "governments"))):
        return "group", "country"
    if "state" in kinds and owner and word not in ("people", "nation"):
        return "metonym", "country"
    if "companies" in kinds and (owner or word.endswith("s")):
        return ("group", "company") if owner or determiner or described or word in ("companies", "firms", "businesses") else None
    if "people" in kinds and (owner or word in ("officials", "negotiators", "lawmakers", "diplomats", "envoys", "ministers")):
        return "group", "group"
    if "leaders" in kinds and determiner in ("the", "their", "both"):
        return "group", "person"
    if "one" in kinds and determiner in ("the", "this", "his", "her", "that", "its") and not owner:
        return "title", "country"
    if "state" in kinds and word in ("government", "authorities") and determiner in ("the", "his", "her", "its"):
        return "title", "country"
    return None
