"""Times of day, as TIMEX3 and EDTF write them."""

from tieline.late import regex

_CLOCK = regex(r"(\d{1,2})[:.]?(\d\d)?(?::\d\d)?\s?(?:hrs|hr|h)?\.?\s?([ap]\.?m)?\.?\s?(utc|gmt|z)?")


NOON = 12


def read_clock(text: str, at: str | None = None, *, after_noon: bool = False) -> str | None:
    """18:00 or 18:00Z for a time of day; None where it is none. `after_noon` tells the half of an hour that does not say its own."""
    if at:
        return at
    match = _CLOCK.match(text)
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        hour = hour % 12 + (12 if match[3][0] == "p" else 0)
    elif after_noon and 0 < hour < NOON and not match[4] and len(match[1]) == len(str(hour)):
        hour += NOON
    if hour > 24 or minute > 59:
        return None
    return f"{hour:02}:{minute:02}" + ("Z" if match[4] else "")
