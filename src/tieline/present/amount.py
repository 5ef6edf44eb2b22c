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
ORDINALS = {1: "largest", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}


def amount(figure: Figure) -> str:
    """The value of a figure with qualifier and unit."""
    if figure.rank is not None and (figure.value is None or figure.unit == "rank"):
        return ORDINALS.get(figure.rank, f"number {figure.rank}")
    if figure.value is None:
        return ""
    number = scaled(figure.value)
    unit = (figure.unit or "").replace("_", " ")
    words = f"{number}%" if unit == "percent" else number if unit in ("", "count") else f"{number} {unit}"
    return f"{QUALIFIERS.get(figure.qualifier or '', '')} {words}".strip()


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
