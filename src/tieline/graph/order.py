"""The one order in which events are shown: by time, then by content, so that no run differs from another."""

import datetime as dt
from collections.abc import Iterable

from tieline.model.event import Event
from tieline.model.time import TimeValue
from tieline.model.vocabulary import EVENT_TYPES, STAGES

Key = tuple[bool, dt.date, dt.date]


def time_key(when: TimeValue | None) -> Key:
    """What sorts times: the earliest day first, at the same earliest day the narrower time first, no time at all last."""
    if when is None or (when.earliest is None and when.latest is None):
        return True, dt.date.max, dt.date.max
    first = when.earliest or when.latest or dt.date.max
    return False, first, when.latest or dt.date.max


def event_key(event: Event) -> tuple[Key, int, int, str, str]:
    """What sorts events: time, then type and stage in the order of their lists, then title and id."""
    stage = STAGES.index(event.stage) if event.stage else -1
    return time_key(event.time), EVENT_TYPES.index(event.type), stage, event.title, event.id


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events in order of time; those without a time stand last."""
    return tuple(sorted(events, key=event_key))
