"""The line of a history: the dates that carry it on, apart from those told in passing."""

from tieline.extract.times.values import Point

ONWARD = 24  # months by which a date may lead on
NEAR = 12  # months within which a second aside makes the first one the line


def story_line(line: Point | None, aside: Point | None, time: Point, *, opens: bool) -> tuple[Point | None, Point | None]:
    """The line and the last aside after a date was told; `opens` where it stands at the head of its sentence.

    "The town fell on 10 March 1975, a year before the campaign planned for 1976. On 11 March ..." goes on in 1975: 1976 is an aside.
    """
    if time.grain in ("decade", "century") or time.year is None:
        return line, aside
    if line is None or opens or _leads_on(line, time):
        return _finer(line, time), None
    if aside is not None and time.month and abs(_months(time) - _months(aside)) <= NEAR:
        return time, None
    return line, time


def _leads_on(line: Point, time: Point) -> bool:
    if time.month is None and time.grain == "year":
        return time.year == line.year
    return 0 <= _months(time) - _months(line) <= ONWARD


def _finer(line: Point | None, time: Point) -> Point:
    """The line keeps its month where only its year is told again."""
    return line if line is not None and time.grain == "year" and line.year == time.year and line.month else time


def _months(point: Point) -> int:
    return (point.year or 0) * 12 + (point.month or 1)
