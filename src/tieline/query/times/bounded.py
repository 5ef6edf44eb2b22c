"""Dates that only bound what a sentence tells: "before 1 March 2018" is told as that, and not as the day itself."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.model.time import TimeMention
from tieline.model.words import in_words
from tieline.query.draft import Draft, capital
from tieline.query.times.dating import date_phrase
from tieline.query.view import Passage, View

_BOUND = regex(r"\b(?P<word>before|until|till|by|prior to|(?:no|not) later than)(?: the)?[\s\"“'‘]*$", re.I)
_PLAIN = {"till": "until", "prior to": "before", "not later than": "no later than"}


def bounded(view: View, draft: Draft) -> Draft:
    """A date with the word that bounds it, where every sentence that gives it puts one before it."""
    if draft.status == "unanswered" or not isinstance(draft.value, str):
        return draft
    events = [view.events[one] for one in draft.facts if one in view.events]
    if any(event.time and event.time.edtf == draft.value for event in events):
        return draft  # the day is that of the event
    told = [(passage, one) for passage in view.passages_of(draft.citations) for one in passage.times if one.time]
    given = [(passage, one) for passage, one in told if one.time and one.time.edtf == draft.value]
    words = {_bound(passage, one) for passage, one in given}
    word = words.pop() if len(words) == 1 else None
    time = given[0][1].time if word else None
    if word is None or time is None:
        return draft
    head, phrase, rest = draft.text.partition(capital(date_phrase(time)))
    if phrase and not head:
        return replace(draft, text=f"{capital(word)} {in_words(time)}{rest}")
    head, phrase, rest = draft.text.partition(date_phrase(time))
    return replace(draft, text=f"{head}{word} {in_words(time)}{rest}") if phrase and '"' not in head else draft


def _bound(passage: Passage, mention: TimeMention) -> str | None:
    """The word before a time that bounds it; None where there is none."""
    before = passage.document.text[passage.fact.start : mention.start]
    found = _BOUND.search(before[-40:])
    word = found["word"].lower() if found else None
    return _PLAIN.get(word, word) if word else None
