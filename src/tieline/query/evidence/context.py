"""What stands around a sentence and is understood in it: what it points back to, the question it answers, its paragraph, its heading."""

import re
from collections.abc import Iterator

from tieline.late import regex
from tieline.query.evidence.senses import tells
from tieline.query.reading.words import stems
from tieline.query.sentences.clause_subjects import subject_of
from tieline.query.sentences.parsed import parsed
from tieline.query.view import Passage, View

CLOSE = 0.85  # what a word counts that is told by what a sentence points to
NEAR = 0.6  # what one counts that is told by paragraph, heading or opening
SUBJECT = 0.95  # what one counts that names the subject for which "it" stands
CHAIN = 3
OPENING = 4
PARAGRAPH = 5


def understood(view: View, word: str, passage: Passage) -> float:
    """What a word of a question counts that a sentence leaves to those around it."""
    if tells(view, word, subject_meant(view, passage)):
        return SUBJECT
    share = max((CLOSE * tells(view, word, one.joined) for one in (*meant(view, passage), *taken_up(view, passage))), default=0.0)
    return share or NEAR * tells(view, word, _around(view, passage))


def meant(view: View, passage: Passage) -> list[Passage]:
    """The sentences that one points back to: the one before, and where that points back too, the one before it."""
    found: list[Passage] = []
    while points_back(view, passage) and len(found) < CHAIN:
        before = before_it(view, passage)
        if before is None:
            break
        found.append(before)
        passage = before
    return found


_PRONOUN = regex(
    r"\W*(?:it|they|this|these)\b(?! (?:is|was) (?:said|reported|expected|hoped|understood|clear|likely|known|thought|believed|time))", re.I
)


def subject_meant(view: View, passage: Passage) -> str:
    """The stems of the things of which the sentence before tells something, where one opens with "it" or "they"."""
    kept: str | None = passage.__dict__.get("_subject_meant")
    if kept is None:
        before = before_it(view, passage) if _PRONOUN.match(passage.text) else None
        row = parsed(view, before) if before else None
        told = (subject_of(row, clause).text for clause in row.clauses if clause.kind in ("main", "subordinate")) if row else ()
        kept = passage.__dict__["_subject_meant"] = f" {' '.join(told)} "
    return kept


EARLIER = 14  # sentences back in which the thing may be told that a sentence takes up again


def taken_up(view: View, passage: Passage) -> tuple[Passage, ...]:
    """The nearest sentence before one that tells more of the thing with which it begins: "The ban was imposed in May"."""
    kept: tuple[Passage, ...] | None = passage.__dict__.get("_taken_up")
    if kept is None:
        kept = passage.__dict__["_taken_up"] = tuple(_taken_up(view, passage))
    return kept


# "The ban was imposed", "If completed, the project will help"
_TAKES_UP = regex(r"(?:(?:if|once|when|as|until|though) \w+(?: \w+)?, )?(?:the|this|that|these|those) ", re.I)


def _taken_up(view: View, passage: Passage) -> Iterator[Passage]:
    row = parsed(view, passage) if _TAKES_UP.match(passage.text) else None
    main = next((clause for clause in row.clauses if clause.kind == "main"), None) if row else None
    if row is None or main is None or not main.subject or row.units[main.subject[0]].tag not in ("noun", "agreement"):
        return
    if any(k > 4 for k in main.subject[:1]) or row.named(range(main.subject[0] + 1)):
        return  # it is named, or stands far in
    noun = stems(row.units[main.subject[0]].text)[-1:]
    own = view.by_document[passage.document.id]
    place = passage.number - own[0].number
    for back, one in enumerate(reversed(own[max(place - EARLIER, 0) : place])):
        told = noun and (tells(view, noun[0], one.joined) if back == 0 else f" {noun[0]} " in one.joined)
        if told and one.fact.zone not in ("speaker", "headline"):
            yield one
            return


_BACK = regex(
    r"\W*(?:it|they|he|she|this|these|those|both|all|each|its|their|his|her|most|some"
    r"|(?:between|in|during|at|of|among|for|with|from|under|by) (?:this|that|these|those|them|it|which)"
    r"|the (?:first|second|third|last|two|three|four|other|others|latter|former)(?= (?:dozen|two|three|four|five|\w+s?\b)))\b",
    re.I,
)


def points_back(view: View, passage: Passage) -> bool:
    """Whether a sentence stands for more than it says: it opens with "They", does something to "it", or answers a question."""
    kept: bool | None = passage.__dict__.get("_points_back")
    if kept is None:
        before = before_it(view, passage)
        kept = before is not None and (
            before.text.rstrip(" \"'”’").endswith("?")
            or _BACK.match(passage.text) is not None
            or _does_it(view, passage)
            or _bare(view, passage, before)
        )
        passage.__dict__["_points_back"] = kept
    return kept


def before_it(view: View, passage: Passage) -> Passage | None:
    """The sentence before one in its text; who speaks is none."""
    own = view.by_document[passage.document.id]
    place = passage.number - own[0].number
    return next((one for one in reversed(own[max(place - 2, 0) : place]) if one.fact.zone != "speaker"), None)


SHORT = 7


def _bare(view: View, passage: Passage, before: Passage) -> bool:
    """Whether a sentence of a few words goes on with the one before in its paragraph and names nobody: "Six rounds have been held"."""
    words = passage.text.split()
    if len(words) > SHORT or passage.fact.actors or passage.fact.zone not in ("prose", "list"):
        return False
    apart = "\n\n" in passage.document.text[before.fact.end : passage.fact.start]
    return not apart and not any(word[0].isupper() for word in words[1:]) and words[0].lower() not in ("i", "we", "you")


_IT = frozenset(("it", "them"))


def _does_it(view: View, passage: Passage) -> bool:
    """Whether the first verb of a sentence is done to something told before: "Army engineers finished it in June"."""
    if not _IT & passage.vocabulary:
        return False
    row = parsed(view, passage)
    first = next((clause for clause in row.clauses if clause.kind == "main"), None)
    return first is not None and first.verb.end < len(row.units) and row.units[first.verb.end].lower in _IT


def _around(view: View, passage: Passage) -> str:
    """The words of a sentence's paragraph, of its heading and of the opening of its text, as stems with blanks around each."""
    kept: str | None = passage.__dict__.get("_around")
    if kept is None:
        own = view.by_document[passage.document.id]
        place = passage.number - own[0].number
        near = [*own[:OPENING], *own[max(place - 1, 0) : place], *_paragraph(own, place), *_heading(own, place)]
        kept = passage.__dict__["_around"] = " ".join(one.joined for one in dict.fromkeys(near))
    return kept


def _paragraph(own: tuple[Passage, ...], place: int) -> list[Passage]:
    """The sentences before one in its paragraph, those nearest to it."""
    found: list[Passage] = []
    text = own[place].document.text
    while place and len(found) < PARAGRAPH and "\n\n" not in text[own[place - 1].fact.end : own[place].fact.start]:
        place -= 1
        found.append(own[place])
    return found


def _heading(own: tuple[Passage, ...], place: int) -> list[Passage]:
    """The heading under which a sentence stands."""
    return next(([one] for one in reversed(own[:place]) if one.fact.zone == "heading"), [])
