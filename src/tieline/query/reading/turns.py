"""The turn that a follow-up names: "the second time?", "and the first visit?"."""

import re

from tieline.late import regex
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.view import View

_NTH = r"first|second|third|fourth|fifth|last|latest|most recent|next|other|earlier|previous|later"
TURN = regex(rf"(?:on |at |during |for )?the (?:very )?(?P<turn>{_NTH})(?: (?P<noun>[a-z-]+))?", re.I)
_LAST = frozenset(("last", "latest", "most recent"))
_COUNTED = regex(rf"\b(?:the|his|her|their|its|'s) (?P<turn>{_NTH}) (?=[a-z])(?!time\b)", re.I)  # "the first visit"
_TIME = regex(rf"\s*(?:\bfor the (?:{_NTH}) time|\b(?:the\s+)?(?:{_NTH}))\b(?!\s+(?:year|month|week|day)s?\b)", re.I)


def is_turn(view: View, words: str) -> bool:
    """Whether words name a turn and nothing else: "the second time", "the first visit"."""
    found = TURN.fullmatch(words)
    noun = found["noun"] if found else None
    return found is not None and (noun in (None, "time", "one") or stem(noun or "") in view.lexicon.kinds_of_events)


def turned(view: View, query: Query, part: Query, words: str) -> str | None:
    """The last question for another turn: "when did they meet for the second time?" after "when did they first meet?"."""
    found = TURN.fullmatch(words)
    if found is None or query.windows or not is_turn(view, words) or not _same_kind(view, query, found["noun"]):
        return None
    turn = found["turn"].lower()
    if part.ordinal is None and turn not in _LAST:
        return None
    asked = "last" if turn in _LAST else turn
    counted = _COUNTED.search(query.text)
    if counted:
        return f"{query.text[: counted.start('turn')]}{asked}{query.text[counted.end('turn') :]}"
    return f"{_TIME.sub('', query.text).rstrip(' ?')} for the {asked} time?"


def _same_kind(view: View, query: Query, noun: str | None) -> bool:
    """Whether a question is about what a noun for an event can mean: "the first visit" after "when did he come"."""
    kinds = view.lexicon.kinds_of_events.get(stem(noun), frozenset()) if noun and noun not in ("time", "one") else frozenset()
    return not kinds or bool(kinds & query.types)
