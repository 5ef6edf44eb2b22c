"""Titles and names brought together: "Chinese President Hu Jintao", "the Drenaran ambassador, Rosa Idra", "Yue Yunxia, a researcher"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieline.extract.names.pieces import Piece
from tieline.extract.names.title import Title
from tieline.model.token import Token

_CLAUSE = frozenset({"said", "says", "told", "added", "was", "is", "has", "had", "will", "would", "who", "and"})


@dataclass(frozen=True)
class Person:
    """A name with the title beside it, as tokens: the whole from `start` to `end`, the name from `first` to `last`."""

    start: int
    end: int
    first: int
    last: int
    title: Title


def join_titles(tokens: Sequence[Token], pieces: Sequence[Piece], titles: Sequence[Title]) -> tuple[list[Person], list[Title]]:
    """Persons whose title stands beside their name, and the titles that are left alone."""
    names = {piece.start: piece for piece in pieces if piece.kind in ("unknown", "country") and _can_name(piece)}
    ends = {piece.end: piece for piece in pieces if piece.kind == "unknown"}
    countries = {piece.start: piece.end for piece in pieces if piece.kind == "country"}
    persons: list[Person] = []
    used: set[int] = set()
    for title in (titles := _with_styles(tokens, titles)):
        if title.plural and (not title.counterpart or len(_homes(title, pieces)) > 1):
            for listed in _listed(tokens, title, pieces) or _each_after(tokens, title, pieces) or _set_off(tokens, title, pieces):
                persons.append(listed)
                used.add(listed.first)
            continue
        person = _after(tokens, title, names, used) or _before(tokens, title, ends, names, used)
        if person:
            person = _of_country(tokens, person, countries)
            persons.append(person)
            used.add(person.first)
    joined = {(person.title.head, person.title.own_end) for person in persons}
    return persons, [title for title in titles if (title.head, title.own_end) not in joined]


def _set_off_by_comma(tokens: Sequence[Token], title: Title, style: Title) -> bool:
    """Whether a style begins the apposition to an office: "the Omani foreign minister, Sheikh"."""
    return style.start == title.end + 1 and tokens[title.end].text in ",(" and bool(title.lead or title.owner or title.of)


def _explains(tokens: Sequence[Token], last: Title, title: Title) -> bool:
    """Whether an office explains a counterpart: "her Orsendan colleague, Trade Minister"."""
    comma = title.start == last.end + 1 and tokens[last.end].text == "," and not title.plural and not title.counterpart
    return comma and title.owner is None and title.of is None and title.kind != "style"


def _with_styles(tokens: Sequence[Token], titles: Sequence[Title]) -> list[Title]:
    """Titles joined with the style after them: "Army chief Lt. Gen.", "the foreign minister, Dr."; the office is kept."""
    found: list[Title] = []
    for title in titles:
        last = found[-1] if found else None
        joins = last is not None and title.kind == "style" and not last.plural
        if last and joins and title.start == last.own_end == last.end:
            found[-1] = replace(last, own_end=title.own_end, end=title.end)
        elif last and last.counterpart and not last.plural and last.owner and _explains(tokens, last, title):
            found[-1] = replace(title, start=last.start, owner=last.owner, lead=last.lead)
        elif last and joins and _set_off_by_comma(tokens, last, title):
            found[-1] = replace(last, own_end=title.own_end, end=title.own_end)
        else:
            found.append(title)
    return found


def _of_country(tokens: Sequence[Token], person: Person, countries: dict[int, int]) -> Person:
    """A person with the country after the name: "President Osgar Rosk of Orsenda"."""
    title, k = person.title, person.last
    if k != person.end or title.of or title.owner or k + 1 not in countries or tokens[k].lower != "of":
        return person
    return replace(person, end=countries[k + 1], title=replace(title, of=(k + 1, countries[k + 1])))


def _listed(tokens: Sequence[Token], title: Title, pieces: Sequence[Piece]) -> list[Person]:
    """The persons after a plural title: "Presidents Ana Ruiz of Chile, Leo Brandt of Austria and Ama Kone"."""
    by_start = {piece.start: piece for piece in pieces if piece.kind in ("unknown", "country")}
    found: list[Person] = []
    k = title.own_end
    while k in by_start and by_start[k].kind == "unknown":
        name, of = by_start[k], None
        k = end = name.end
        if k + 1 < len(tokens) and tokens[k].lower == "of" and k + 1 in by_start:
            of = (k + 1, by_start[k + 1].end)
            k = end = by_start[k + 1].end
        single = replace(title, words=title.words.removesuffix("s"), plural=False, of=of, own_end=title.own_end)
        found.append(Person(name.start if found else title.start, end, name.start, name.end, single))
        while k < len(tokens) and tokens[k].lower in (",", "and"):
            k += 1
    return _each_home(found, title, pieces) if len(found) > 1 else []


def _each_home(found: list[Person], title: Title, pieces: Sequence[Piece]) -> list[Person]:
    """The persons, each with his country where a title names as many: "Togolese and Beninese presidents A and B"."""
    homes = _homes(title, pieces)
    if len(homes) != len(found) or any(one.title.of for one in found):
        return found
    pairs = zip(found, homes, strict=True)
    return [replace(one, start=one.first, title=replace(one.title, head=one.first, owner=None, of=home)) for one, home in pairs]


def _homes(title: Title, pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """The countries inside a title."""
    return [(piece.start, piece.end) for piece in pieces if piece.kind == "country" and title.start <= piece.start < title.end]


def _set_off(tokens: Sequence[Token], title: Title, pieces: Sequence[Piece]) -> list[Person]:
    """The holders named after a plural title with its countries: "the presidents of Drenara and Malonia, Ila Moor and Tam Brek,"."""
    homes = _homes(title, pieces)
    if len(homes) < 2 or title.end >= len(tokens) or tokens[title.end].text != ",":
        return []
    by_start = {piece.start: piece for piece in pieces if piece.kind == "unknown"}
    names: list[Piece] = []
    k = title.end + 1
    while k in by_start and len(names) <= len(homes):
        names.append(by_start[k])
        k = by_start[k].end
        while k < len(tokens) and tokens[k].lower in (",", "and"):
            k += 1
    if len(names) != len(homes):
        return []
    single = replace(title, words=title.words.removesuffix("s"), plural=False)
    return [
        Person(name.start, name.end, name.start, name.end, replace(single, head=name.start, of=home))
        for name, home in zip(names, homes, strict=True)
    ]


def _each_after(tokens: Sequence[Token], title: Title, pieces: Sequence[Piece]) -> list[Person]:
    """The holders each named after his country: "the envoys from Drenara, Ila Moor, Malonia, Tam Brek, and Orsenda (Ama Kone)"."""
    if title.of is None:
        return []
    lands = {piece.start: piece for piece in pieces if piece.kind == "country"}
    names = {piece.start: piece for piece in pieces if piece.kind == "unknown"}
    single = replace(title, words=title.words.removesuffix("s"), plural=False)
    found: list[Person] = []
    k = title.of[0]
    while (land := lands.get(k)) and land.end < len(tokens) and tokens[land.end].text in ",(—–" and (name := names.get(land.end + 1)):
        start = land.start if found else title.start
        found.append(Person(start, name.end, name.start, name.end, replace(single, of=(land.start, land.end))))
        k = name.end
        while k < len(tokens) and tokens[k].lower in (",", ";", ")", "and", "the"):
            k += 1
    return found if len(found) > 1 else []


def _can_name(piece: Piece) -> bool:
    """An unknown word, or a name shared with a country ("Chad", "Jordan")."""
    return piece.kind == "unknown" or bool(piece.mark and piece.mark.place and piece.mark.place.cased and piece.mark.place.use == "name")


def _after(tokens: Sequence[Token], title: Title, names: dict[int, Piece], used: set[int]) -> Person | None:
    """The name right after a title, or after a comma where the title has a determiner or owner."""
    piece = names.get(title.own_end) or names.get(title.end)
    if piece and piece.kind == "unknown" and piece.start not in used and not piece.letters:
        return Person(title.start, piece.end, piece.start, piece.end, title)
    if (bracketed := _in_brackets(tokens, title, names)) and bracketed.first not in used:
        return bracketed
    end = _after_letters(tokens, title.end)
    comma = end < len(tokens) and tokens[end].text == ","
    piece = names.get(end + 1) if comma else None
    if not piece or piece.kind != "unknown" or piece.letters or piece.start in used or not _sets_off(tokens, title):
        return None
    if piece.end < len(tokens) and tokens[piece.end].text not in ',.;:)—–-"”' and tokens[piece.end].lower not in _CLAUSE:
        return None
    return Person(title.start, piece.end, piece.start, piece.end, title)


def _in_brackets(tokens: Sequence[Token], title: Title, names: dict[int, Piece]) -> Person | None:
    """The holder in brackets behind an office: "the Prime Minister (Ila Moor)"."""
    piece = names.get(title.end + 1) if title.end < len(tokens) and tokens[title.end].text == "(" else None
    if not piece or piece.kind != "unknown" or piece.letters or piece.end >= len(tokens) or tokens[piece.end].text != ")":
        return None
    return Person(title.start, piece.end, piece.start, piece.end, title) if title.lead or title.owner or title.of else None


def _sets_off(tokens: Sequence[Token], title: Title) -> bool:
    """Whether a comma can stand between an office and its holder: "the premier, Ila Moor", "Minister of Trade, Tom Brek"."""
    if title.lead or title.owner or title.of:
        return True
    office = title.words.endswith(("minister", "secretary", "ambassador", "commissioner")) and " " in title.words
    whole = " of " in title.words or " for " in title.words or (office and tokens[title.head].text[0].isupper())
    return whole and not (title.start and tokens[title.start - 1].text in ",;(")


def _after_letters(tokens: Sequence[Token], k: int) -> int:
    """The token after a short form in brackets: "the director of the Nordic Bank (NB), Ila Moor"."""
    bracketed = k + 2 < len(tokens) and tokens[k].text == "(" and tokens[k + 1].text.isupper() and tokens[k + 2].text == ")"
    return k + 3 if bracketed else k


def _before(tokens: Sequence[Token], title: Title, ends: dict[int, Piece], names: dict[int, Piece], used: set[int]) -> Person | None:
    """The name before ", chairman of ...": an apposition after it."""
    if title.start < 2 or tokens[title.start - 1].text not in (",", "—", "–", "("):
        return None
    piece = ends.get(title.start - 1) or (
        ends.get(title.start - 2) if tokens[title.start - 2].text == "." else None
    )  # "X Jr., the minister"
    if not piece or piece.letters or piece.start in used or names.get(title.own_end) or names.get(title.end):
        return None
    if not (title.lead or title.owner or title.of or tokens[title.start - 1].text == ","):
        return None
    if piece.start and tokens[piece.start - 1].lower in ("in", "at", "near") and title.lead == "the" and not (title.owner or title.of):
        return None  # "a plant in Orsetal, the minister noted"
    return Person(piece.start, title.end, piece.start, piece.end, title)
