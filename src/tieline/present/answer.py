"""An answer for people: the answer, its reasons, and the sentences that prove it."""

from collections.abc import Iterator, Sequence

from tieline.model.answer import Answer, Item
from tieline.model.clean import one_line
from tieline.model.words import in_words
from tieline.present.lines import BLANK, Line, Lines, Piece, line, section
from tieline.present.sources import Sources

STYLE = {"answered": "good", "partly": "warn", "unanswered": "bad"}


def answer_lines(answer: Answer, sources: Sources, *, why: Sequence[str] = (), verbose: bool = False, quiet: bool = False) -> Lines:
    """The screen of an answer. `why` adds the derivation; `quiet` leaves the answer alone; `verbose` shows offsets and ids."""
    lines: list[Line] = [line(Piece(one_line(answer.answer), STYLE[answer.status]))]
    lines += [_item(item) for item in answer.items]
    if quiet:
        return tuple(lines)
    reasons = [line(one_line(reason), indent=2, lead="- ") for reason in answer.reasons]
    lines += section("Why", reasons if not why else derivation_lines(why))
    lines += section(
        "Sources" if answer.status != "unanswered" else "Looked at", sources.lines(answer.citations, indent=2, verbose=verbose)
    )
    lines += section("The closest that the texts say", _nearest(answer, sources, verbose=verbose))
    if answer.as_of:
        lines += (BLANK, line(Piece(f"As of {in_words(answer.as_of)}: only texts published by then.", "soft")))
    return tuple(lines)


def derivation_lines(steps: Sequence[str]) -> list[Line]:
    """The steps of a derivation; a step that begins with spaces stands below the one before it."""
    found = []
    for step in steps:
        for row in step.splitlines() or [""]:
            depth = len(row) - len(row.lstrip(" "))
            found.append(line(one_line(row), indent=2 + depth, lead="- "))
    return found


def _item(item: Item) -> Line:
    text = one_line(item.text)
    when = in_words(item.time) if item.time else ""
    date = Piece(f"{when}: " if when and when.lower() not in text.lower() else "", "strong")
    return line(date, text, indent=2, lead="- ")


def _nearest(answer: Answer, sources: Sources, *, verbose: bool) -> Iterator[Line]:
    shown = set(answer.citations)
    for item in answer.nearest:
        if item.citations and shown.issuperset(item.citations):
            continue  # it stands above, as a source of the answer
        yield _item(item)
        yield from sources.lines(item.citations[:2], indent=4, verbose=verbose)
