"""Guards of the periods that reports are about."""

from tieline.extract.times.captures import Captures
from tieline.extract.times.guards import UNIT_ENDS, after, before, calendar_unit, guard, month_name

TIME_LEADS = frozenset(("by", "until", "till", "since", "from", "before", "after", "around"))


@guard
def that_time(text: str, start: int, end: int, caps: Captures) -> bool:
    """By that time; "that time" alone may be an occasion."""
    return before(text, start) in TIME_LEADS


@guard
def one_single(text: str, start: int, end: int, caps: Captures) -> bool:
    """A single day, week or longer."""
    return not (caps.text("unit") or "s").endswith("s") and text[end : end + 1] != "-"


@guard
def closed_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """A plural unit that nothing is joined to."""
    return text[end : end + 1] not in ("-", "'", "’")


@guard
def month_spoken(text: str, start: int, end: int, caps: Captures) -> bool:
    """September the third; not "September, the third monthly decline"."""
    if "," in text[start:end] and " the " in text[start:end] and after(text, end).islower():
        return False
    return month_name(text, start, end, caps)


@guard
def year_end(text: str, start: int, end: int, caps: Captures) -> bool:
    """Year-end, the year's end; "year end" in two words only where nothing that it describes follows."""
    joined = "-" in text[start:end] or "'" in text[start:end] or "’" in text[start:end]
    return calendar_unit(text, start, end, caps) and (joined or after(text, end) == "" or after(text, end).lower() in UNIT_ENDS)
