"""Events: what verbs, nouns and patterns tell of, with who, when, where and how sure."""

from tieline.extract.events.reader import read_events

__all__ = ["read_events"]
