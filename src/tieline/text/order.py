"""Whether a text writes the day or the month first where both are figures: 09/11/2010."""

import re
from functools import lru_cache

from tieline.text import lexicon

_FIGURES = re.compile(r"(?<![\w./-])(\d{1,2})([/.-])(\d{1,2})\2(?:19|20)\d\d(?![\d/])")
_NAMES = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAY_NAME = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_NAMES})\b", re.IGNORECASE)
_NAME_DAY = re.compile(rf"\b(?:{_NAMES})\.?\s\d{{1,2}}\b(?![:\d])", re.IGNORECASE)
_LEGEND = re.compile(r"\(\s?(mm?[/.-]dd?|dd?[/.-]mm?)[/.-]yy(?:yy)?\s?\)", re.IGNORECASE)  # "03/06/2019 (MM/DD/YYYY)"
WINDOW = 20_000  # characters from the head of a text in which its habits show


@lru_cache(maxsize=64)
def day_first(text: str) -> bool | None:
    """True for day and month, False for month and day, None where nothing shows it.

    Another date in figures that allows one order alone decides; else how the text writes its other dates; else its spelling.
    """
    head = text[:WINDOW]
    if legend := _LEGEND.search(head):
        return legend[1].lower().startswith("d")
    pairs = [(int(found[1]), int(found[3])) for found in _FIGURES.finditer(head)]
    clear = [(one > 12, two > 12) for one, two in pairs]
    return _more(sum(one for one, _ in clear), sum(two for _, two in clear), _written(head))


def _written(head: str) -> bool | None:
    days, names = len(_DAY_NAME.findall(head)), len(_NAME_DAY.findall(head))
    british, american = (len(lexicon.anywhere(side).findall(head)) for side in ("british", "american"))
    return _more(days, names, _more(british, american, None))


def _more(one: int, other: int, open_: bool | None) -> bool | None:
    """Whether the first count is the greater one; what else is known where they are equal."""
    return one > other if one != other else open_
