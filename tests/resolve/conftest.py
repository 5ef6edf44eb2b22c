"""Readings made by hand, so that resolution is tested apart from extraction."""

import re
from dataclasses import dataclass, field

import pytest

from tieline.model.actor import Actor
from tieline.model.document import Document
from tieline.model.edtf import time_value
from tieline.model.mention import Argument, Article, EventMention, Reading
from tieline.model.span import Span
from tieline.model.time import TimeMention, Timex3
from tieline.model.token import Sentence
from tieline.resolve.actors.who import Who


@dataclass
class Table:
    """An actor table that knows names by their words."""

    texts: dict[str, str]
    actors: tuple[Actor, ...]
    issues: tuple = field(default=())

    def who(self, document_id, span):
        words = self.texts[document_id][span.start : span.end]
        return tuple(actor.id for actor in self.actors if words in (actor.name, *actor.aliases))


ACTORS = (
    Actor(id="norland", name="Norland", kind="country", aliases=("Norlandic",)),
    Actor(id="sudland", name="Sudland", kind="country"),
    Actor(id="ana", name="Ana Rey", kind="person", aliases=("Rey",), country="Norland"),
    Actor(id="bo", name="Bo Lund", kind="person", aliases=("Lund",), country="Sudland"),
    Actor(id="elk", name="Elk Bay", kind="place", country="Norland"),
)


class Maker:
    """Makes readings from text in which spans are named by their words."""

    def __init__(self):
        self.texts = {}

    def reading(self, name, text, *events, published=None, times=(), partial=None):
        self.texts[name] = text
        sentences, position = [], 0
        for index, part in enumerate(re.split(r"(?<=\.) ", text)):
            sentences.append(Sentence(index, position, position + len(part), part))
            position += len(part) + 1
        document = Document.from_text(text, id=name, published=published)
        mentions = tuple(self.time(text, *one) for one in times)
        told = tuple(self.event(text, sentences, **one) for one in events)
        return Reading(Article(document, tuple(sentences), partial), times=mentions, events=told)

    def span(self, text, words):
        start = text.index(words)
        return Span(start, start + len(words))

    def time(self, text, words, edtf, kind="DATE", timex=None, basis="explicit"):
        span = self.span(text, words)
        value = time_value(edtf, basis=basis) if edtf else None
        return TimeMention(start=span.start, end=span.end, text=words, time=value, timex3=Timex3(type=kind, value=timex or edtf))

    def event(self, text, sentences, *, says, type, who=(), time=None, place=None, **more):
        span = self.span(text, says)
        inside = next(s.index for s in sentences if s.start <= span.start < s.end)
        arguments = tuple(Argument(role, self.span(text, words)) for role, words in who)
        when = self.span(text, time) if time else None
        where = self.span(text, place) if place else None
        return EventMention(span, span, inside, "test", type, arguments=arguments, time=when, place=where, **more)

    def who(self):
        return Who(Table(self.texts, ACTORS))


@pytest.fixture
def make():
    return Maker()
