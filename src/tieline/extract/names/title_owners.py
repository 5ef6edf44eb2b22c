"""What stands before a title: its owner, its determiner, the adjectives of several countries."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.extract.names.gazetteer import Lexicon
from tieline.extract.names.marks import Mark
from tieline.extract.names.runs import is_capital
from tieline.extract.names.title import Title
from tieline.extract.names.title_names import is_name, name_start
from tieline.model.token import Token

_POSSESSIVE = ("his", "her", "their", "its", "my", "our")


def reach_left(tokens: Sequence[Token], title: Title, marks: dict[int, Mark], floor: int, lex: Lexicon) -> Title:
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
            k = name_start(tokens, i - 2, floor, lex)
            owner, i = (k, i - 1), k
        elif before == "'s" and owner is None and lead is None and i - 2 >= floor:
            lead, i = before, i - 2
        elif before == ")" and owner is None and (body := _bracketed(tokens, i, floor, lex)) is not None:
            owner, i = (body, i - 3), body  # "the Orsenda Mining Commission (OMC) executive secretary"
        elif before == "that" and (lead or owner or is_capital(tokens[title.head])):
            break  # "agreed that the Finnish president would come"
        elif before in lex.words["titles.before"]:
            lead = before if before in ("the", "a", "an", "two", "three", "several", "whose", *_POSSESSIVE) and lead is None else lead
            i -= 1
        elif before == "-" and i - 2 >= floor and tokens[i - 2].lower in ("then", "ex", "non"):
            i -= 2
        elif (
            before in ("styled", "proclaimed", "appointed", "called")
            and i - 3 >= floor
            and tokens[i - 2].text == "-"
            and tokens[i - 3].lower in ("self", "so")
        ):
            i -= 3
        elif owner is None and is_name(tokens[i - 1], lex) and i == title.start:
            k = name_start(tokens, i - 1, floor, lex)
            owner, i = (k, i), k
        else:
            break
    several = several_owners(tokens, i, marks, floor) if owner and title.plural else i
    if several < i and several > floor and tokens[several - 1].lower in lex.words["titles.before"]:
        lead, several = tokens[several - 1].lower, several - 1
    i = several
    return replace(title, start=i, owner=owner, lead=lead)


def _bracketed(tokens: Sequence[Token], i: int, floor: int, lex: Lexicon) -> int | None:
    """Where the name of a body begins whose letters stand in brackets before a token."""
    if i - 4 < floor or tokens[i - 3].text != "(" or not tokens[i - 2].text.isupper() or not is_name(tokens[i - 4], lex):
        return None
    k = name_start(tokens, i - 4, floor, lex)
    return k if i - 3 - k > 1 else None


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
