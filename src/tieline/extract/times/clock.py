"""Times of day, as TIMEX3 and EDTF write them."""

from tieline.late import regex

_CLOCK = regex(r"(\d{1,2})[:.]?(\d\d)?(?::\d\d)?\s?(?:hrs|hr|h)?\.?\s?([ap]\.?m)?\.?\s?(utc|gmt|z)?")


def read_clock(text: str, at: str | None = None) -> str | None:
    """18:00 or 18:00Z for a time of day; None where it is none."""
    if at:
        return at
    match = _CLOCK.match(text)
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        hour = hour % 12 + (12 if match[3][0] == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    return f"{hour:02}:{minute:02}" + ("Z" if match[4] else "")
