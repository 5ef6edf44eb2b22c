"""Values as a line of plain text, as a Python prompt shows them."""

from tieline.model.actor import Actor
from tieline.model.agreement import Agreement
from tieline.model.amount import amount, label
from tieline.model.answer import Answer
from tieline.model.base import Value
from tieline.model.clean import clip, one_line
from tieline.model.document import Document
from tieline.model.event import Event
from tieline.model.figure import Figure
from tieline.model.issue import Issue
from tieline.model.opening import first_words
from tieline.model.phrases import about, kind_words, offices, stage_words
from tieline.model.span import Citation
from tieline.model.time import TimeMention, TimeValue
from tieline.model.words import in_words

WIDE = 160


def plain(value: Value) -> str | None:
    """What a value says of itself in one line; None where it has no line of its own."""
    said = _said(value)
    return f"<{type(value).__name__} {clip(one_line(said), WIDE)}>" if said is not None else None


def answer_text(answer: Answer) -> str:
    """An answer with the words that prove it, for `print`."""
    quotes = [f'  "{one_line(one.quote)}" ({one_line(one.document)} {one.start}-{one.end})' for one in answer.citations]
    items = [f"  - {one_line(one.text)}" for one in answer.items]
    return "\n".join([one_line(answer.answer), *items, *quotes])


def _said(value: Value) -> str | None:
    match value:
        case Event():
            told = f"{kind_words(value)}, {value.status}, {_count(value.evidence)}"
            return f"{in_words(value.time) if value.time else 'undated'}: {clip(value.title, WIDE - 60)} ({told})"
        case Agreement():
            return f"{value.name}: {'; '.join(map(stage_words, value.stages)) or 'no stages'}"
        case Actor():
            office = offices(value.roles)
            return f"{value.name} ({value.kind})" + (f": {office}" if office else "")
        case Figure():
            said = (f"{label(value.measure)}: {amount(value)}", about(value), in_words(value.period) if value.period else "")
            return ", ".join(filter(None, said))
        case Document():
            when = in_words(value.published) if value.published else "undated"
            return f'{value.id}: "{clip(value.title or first_words(value.text), 80)}", {when}, {len(value.text):,} characters'
        case Issue():
            return f"{label(value.kind)}: {value.message}"
        case Answer():
            return f"{value.status}: {value.answer} ({_count(value.citations)})"
        case Citation():
            return f'{value.document} {value.start}-{value.end}: "{value.quote}"'
        case TimeValue():
            exact = value.earliest and value.earliest == value.latest
            return value.edtf if exact else f"{value.edtf}: {value.earliest or 'open'} to {value.latest or 'open'}"
        case TimeMention():
            return f'"{value.text}" at {value.start}: {value.time.edtf if value.time else value.timex3.value or "not known"}'
    return None


def _count(citations: tuple[Citation, ...]) -> str:
    return f"{len(citations)} quote{'' if len(citations) == 1 else 's'}"
