"""The answers to several questions of one line, brought together: none is lost, and what is not told is named."""

import re
from collections.abc import Sequence

from tieline.late import regex
from tieline.model.answer import AnswerStatus, Item
from tieline.query.draft import LONGEST, Answering, Draft, clip
from tieline.query.reading.antecedents import Topic, topic_of
from tieline.query.reading.followups import completed
from tieline.query.reading.parts import opens_question
from tieline.query.view import View

MOST = 6  # questions of one line that are answered
OPEN = 160  # characters of an answer that leaves something open
_ENDS = regex(r"(?<=[a-z0-9)%\"”]{2})\.\s+(?=\S)")  # of a sentence, and of no initial: "Marco V. Balarezo"
_THEN = regex(
    r"\b(?:then|at (?:that|the) (?:time|point|moment)|(?:that|the same) (?:day|month|year)|(?:on|in) that (?:day|date|month|year))\b"
    r"(?=\W*$)",
    re.I,
)


def answer_parts(view: View, parts: Sequence[str], answer: Answering) -> Draft:
    """The answers to the parts of a line, in their order; a part may lean on those before it, as in a conversation."""
    topics: list[Topic] = []
    drafts: list[Draft] = []
    for part in parts[:MOST]:
        whole, draft = _answered(view, part, topics, drafts, answer)
        topics.insert(0, topic_of(view, whole, draft))
        drafts.append(draft)
    return _together(parts, drafts)


def _answered(view: View, part: str, topics: Sequence[Topic], before: Sequence[Draft], answer: Answering) -> tuple[str, Draft]:
    """How a part was read, and its answer: the first reading that has one."""
    part = _at_that_time(part, before)
    wholes = completed(topics, part) if topics else ()
    tried: list[tuple[str, Draft]] = []
    for whole in wholes or (part,):
        draft = answer(view, whole)
        tried.append((whole, draft))
        if draft.status != "unanswered":
            return tried[-1]
    return tried[0]


def _at_that_time(part: str, before: Sequence[Draft]) -> str:
    """A later question with the date that an earlier one was answered by in the place of "then"."""
    date = next((one.value for one in reversed(before) if one.kind == "date" and isinstance(one.value, str)), None)
    return _THEN.sub(f"{'on' if len(date) == 10 else 'in'} {date}", part) if date and len(date) <= 10 else part


def _together(parts: Sequence[str], drafts: Sequence[Draft]) -> Draft:
    known = [d for d in drafts if d.status != "unanswered"]
    whole = len(drafts) == len(parts) and all(d.status == "answered" for d in drafts)
    status: AnswerStatus = "unanswered" if not known else "answered" if whole else "partly"
    said = [_said(part, d) for part, d in zip(parts, drafts, strict=False)]
    if len(parts) > len(drafts):
        said.append(f"To be asked again: {_asked(parts[len(drafts)])}? (no more than {MOST} questions in a line)")
    return Draft(
        status,
        clip(" ".join(_fitting(said))),
        "list",
        known[0].value if known else None,
        items=tuple(item for part, d in zip(parts, drafts, strict=False) for item in _items(part, d)),
        reasons=tuple(r for d in drafts for r in d.reasons),
        citations=tuple(dict.fromkeys(c for d in known for c in d.citations)),
        nearest=tuple(i for d in drafts for i in d.nearest)[:4],
        facts=tuple(dict.fromkeys(f for d in known for f in d.facts)),
    )


def _items(part: str, draft: Draft) -> tuple[Item, ...]:
    """What a part asks with its whole answer, and whatever that lists."""
    return (Item(text=f"{_asked(part)}? {draft.text}", citations=draft.citations if draft.status != "unanswered" else ()), *draft.items)


def _said(part: str, draft: Draft) -> str:
    """The answer to a part, less what only backs it; what is not told is named, what is only planned or open is told whole."""
    if draft.status == "unanswered":
        return f"Not told: {_asked(part)}?"
    if draft.status == "partly" and len(draft.text) <= OPEN:
        return draft.text
    return _ENDS.split(draft.text, maxsplit=1)[0].rstrip(".") + "."


def _asked(part: str) -> str:
    text = part.strip(" ?.,;!")
    return text[:1].lower() + text[1:] if opens_question(text) else text


def _fitting(said: Sequence[str]) -> list[str]:
    """Answers that stand in one line together: the longest are cut where they are too long."""
    room = LONGEST - len(said)
    share = room
    while sum(min(len(one), share) for one in said) > room:
        share -= 5
    return [clip(one, share) for one in said]
