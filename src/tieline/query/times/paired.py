"""The time that a sentence gives to the one of several asked about: "came into force in March for Orsenda and in May for Selvane"."""

from collections.abc import Iterator
from dataclasses import replace

from tieline.late import regex
from tieline.model.time import TimeMention
from tieline.query.draft import Draft, capital, clip, quoted
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.times.dating import date_phrase
from tieline.query.view import Passage, View

_LINK = r"(?:for|in|at|by|to|with|from)"
_BEHIND = regex(rf"\s{_LINK}\s(?:the\s)?")
_BEFORE = regex(rf"\b{_LINK}\s(?:the\s)?$")
_THEN = regex(r",?\s(?:(?:in|on|at)\s)?(?:the\s)?")
TWO = 2


def of_its_own(view: View, query: Query, draft: Draft) -> Draft:
    """A date that stands beside another name than the one asked about, as that beside this one; else as it is."""
    names = {ident for name in query.names for ident in name.ids}
    for passage in view.passages_of(draft.citations):
        pairs = list(_pairs(view, passage))
        own = [mention for mention, ids in pairs if ids & names]
        times = {mention.time.edtf for mention, _ in pairs if mention.time}
        if len(times) < TWO or len(own) != 1 or own[0].time is None:
            continue
        of_another = draft.status == "answered" and draft.value in times - {own[0].time.edtf}
        if not of_another and draft.lacks != "accord":
            continue
        text = clip(f"{capital(date_phrase(own[0].time))}. {quoted(passage)}")
        return replace(draft, status="answered", text=text, value=own[0].time.edtf, citations=(passage.citation,), facts=(), nearest=())
    return draft


def _pairs(view: View, passage: Passage) -> Iterator[tuple[TimeMention, set[str]]]:
    """The times of a sentence, each with the name that stands right behind or before it with a word of place or side."""
    text = passage.document.text
    names = name_index(view).find(passage.tokens)
    for mention in (one for one in passage.times if one.time and one.time.earliest):
        for name in names:
            start, end = name.span.start, name.span.end
            behind = mention.end <= start and _BEHIND.fullmatch(text, mention.end, start)
            before = end <= mention.start and _THEN.fullmatch(text, end, mention.start) and _BEFORE.search(text, passage.fact.start, start)
            if behind or before:
                yield mention, set(name.ids)
                break
