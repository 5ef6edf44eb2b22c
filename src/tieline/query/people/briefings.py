"""Who faced the press: "who gave the briefing", "who answered the reporters' questions"."""

import re
from dataclasses import replace
from functools import cache

from tieline.late import regex
from tieline.query.draft import Draft, from_passage, quoted
from tieline.query.people.who_said import speaker_of
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.query import Query
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import stems
from tieline.query.sentences.search import Found
from tieline.query.trust.untimely import times_told
from tieline.query.view import Passage, View

_ASKED = regex(
    r"^\W*(?:who|whose|which \w+(?: \w+)?) (?:was it (?:that|who) )?(?:has |had )?"
    r"(?:(?:gave|gives?|given|held|holds?|hosted|led|conducted|addressed|ran|opened|"
    r"(?:spoke|spoken|talked|commented|appeared) (?:at|in|during))"
    r" (?:an?|the|that|this|his|her|its)? ?(?:\w+'s? ){0,2}(?:\w+ ){0,3}?(?:briefing|(?:press|news|media) conference)s?\b"
    r"|(?:answered|took|fielded|faced|replied to|responded to) (?:an?|the|some)? ?(?:press |media )?(?:questions?|quer(?:y|ies))\b"
    r"|(?:answered|took|fielded|faced|replied to|responded to) (?:an?|the)? ?(?:journalist|reporter|newsmen|correspondent|press|media)\w*"
    r"(?:'s?)? (?:questions?|quer(?:y|ies))\b"
    r"|(?:briefed|met|faced|addressed|spoke to|talked to) (?:the )?(?:press|media|reporters|journalists|newsmen)\b)",
    re.I,
)
_TOLD = regex(
    r"\b(?:briefing|(?:press|news|media) conference|told (?:reporters|journalists|newsmen|the press)"
    r"|briefed (?:the press|reporters|journalists)|in (?:response|reply|answer) to an? (?:question|query)|asked (?:about|whether|if)"
    r"|answering (?:a |journalists' |reporters' )?questions?)\b",
    re.I,
)


def faced_press(view: View, query: Query) -> Draft | None:
    """The one who spoke at a briefing or answered a question there; None where nobody did at that time, or several."""
    if not _ASKED.match(query.text):
        return None
    told = [p for p in view.passages if _TOLD.search(p.text) and _fits(view, query, p)]
    people = {who: passage for passage in reversed(told) if (who := speaker_of(view, passage))}
    if len(people) != 1:
        return None
    ((who, passage),) = people.items()
    name = view.actors[who].name
    draft = from_passage(Found(passage, 1.0, ()), "actor", text=f"{name}. {quoted(passage)}", value=name)
    return replace(draft, told=tuple(term.stem for term in query.words if _of_press(view.lexicon, term.stem)))


@cache
def _press(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word for table in lexicon.tables.get("press", ()) for word in stems(table["words"]))


def _of_press(lexicon: Lexicon, word: str) -> bool:
    """Whether a word of a question only says that the press was faced."""
    return all(part in _press(lexicon) for part in word.split())


def _fits(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence is of the time asked about, and it or its text tells the other words and names of a question."""
    text = " ".join(one.joined for one in view.by_document[passage.document.id])
    days = [*times_told(view, passage), *([passage.document.published] if passage.document.published else [])]
    if not all(any(in_window(day, window) for day in days) for window in query.windows):
        return False
    names = all(any(i in one.fact.actors for i in name.ids for one in view.by_document[passage.document.id]) for name in query.names)
    return names and all(_of_press(view.lexicon, term.stem) or f" {term.stem} " in text for term in query.words)
