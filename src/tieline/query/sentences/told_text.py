"""The characters of a region of a sentence."""

from tieline.query.sentences.matching import Region


def told_text(gap: Region, start: int, end: int) -> str:
    """The characters of a region from one place to another."""
    out: list[str] = []
    last = start
    for unit in gap.units:
        if start <= unit.start and unit.end <= end:
            out.append(("" if not out or unit.start == last else " ") + unit.text)
            last = unit.end
    return "".join(out).strip()
