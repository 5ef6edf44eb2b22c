"""A figure in words: "nearly 15 billion USD", "up 9%", "third"."""

from tieline.model.figure import Figure

SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
QUALIFIERS = {
    "over": "over",
    "nearly": "nearly",
    "about": "about",
    "at_least": "at least",
    "up_to": "up to",
    "under": "under",
    "target": "target:",
}
RANKS = {1: "largest", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}


def amount(figure: Figure) -> str:
    """The value of a figure with qualifier and unit."""
    if figure.rank is not None and (figure.value is None or figure.unit == "rank"):
        return RANKS.get(figure.rank, ordinal(figure.rank))
    if figure.value is None:
        return ""
    return f"{QUALIFIERS.get(figure.qualifier or '', '')} {_with_unit(figure.value, figure.unit or '')}".strip()


def _with_unit(value: float, unit: str) -> str:
    if unit in ("ordinal", "rank") and float(value).is_integer():
        return ordinal(int(value))
    if unit == "percent":
        return f"{scaled(value)}%"
    return scaled(value) if unit in ("", "count", "ordinal", "rank") else f"{scaled(value)} {label(unit)}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th, 22nd."""
    last = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


def scaled(value: float) -> str:
    """A number as people write it: 2 billion, 14.5 million, 170, 21.8."""
    for size, name in SCALES:
        if abs(value) >= size:
            return f"{number(value / size)} {name}"
    return number(value)


def number(value: float) -> str:
    """A number with separators for thousands and no idle zeros."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.4f}".rstrip("0").rstrip(".")


def label(word: str) -> str:
    """A word of a closed list as people read it: `in_force` is "in force"."""
    return word.replace("_", " ")
