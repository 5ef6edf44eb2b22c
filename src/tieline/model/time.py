"""Dates as precise as their text, and no more: EDTF with bounds; TIMEX3 beside it."""

import datetime as dt
from typing import Literal

from pydantic import Field

from tieline.model.base import Value

Grain = Literal["minute", "hour", "day", "week", "month", "quarter", "season", "half", "year", "decade", "century", "interval"]
Basis = Literal["explicit", "relative", "derived", "inferred"]


class TimeValue(Value):
    """A date or interval: its EDTF form (ISO 8601-2) with the earliest and latest day it can mean.

    `earliest` and `latest` are None where the interval is open, and before year 1, which no calendar of Python holds.
    """

    edtf: str
    earliest: dt.date | None = None
    latest: dt.date | None = None
    grain: Grain = "day"
    basis: Basis = "explicit"
    derivation: tuple[str, ...] = ()


class Timex3(Value):
    """A time expression as ISO-TimeML annotates it."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    beginPoint: str | None = None  # noqa: N815 (the standard's spelling)
    endPoint: str | None = None  # noqa: N815
    anchor: str | None = None
    temporalFunction: bool = False  # noqa: N815
    functionInDocument: str | None = None  # noqa: N815


class TimeMention(Value):
    """Words that name a time. `time` is None for a duration, a set, and an expression that nothing fixes."""

    start: int
    end: int
    text: str
    time: TimeValue | None = None
    timex3: Timex3
    parts: tuple["TimeMention", ...] = Field(default=())
    rule: str | None = None
