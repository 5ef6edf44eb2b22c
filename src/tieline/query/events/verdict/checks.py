"""Yes/no questions whose verdict hangs on one word: first, only, a weekday, or the opposite of what the texts say."""

import re
from collections.abc import Callable
from dataclasses import replace

from tieline.late import regex
from tieline.model.event import Event
from tieline.model.span import Span
from tieline.query.amounts.figure_words import words_of
from tieline.query.amounts.measured import measured
from tieline.query.amounts.numbers import WORDS
from tieline.query.draft import Draft, cite, clip, event_reasons, from_passage, in_order, line, quoted
from tieline.query.events.pick.select import MET, REAL, evidence_stems, select
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Query, Term
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.search import search
from tieline.query.times.weekdays import weekday
from tieline.query.view import View

_DAY = regex(r"\b(?:on )?(?:an? )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", re.I)
_ONE_OF = regex(r"\b(?:one of|among) (?:the |its |their )?$", re.I)
_UNIQUE = regex(r"\b(?:was|is|were|are|be) (?:[\w'-]+ ){0,5}the (first|only)\b(?P<rest>.*)", re.I)
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_NOUNS = {"visit": "visit|trip|tour|stay", "meeting": "meeting|talk|encounter", "summit": "summit|meeting"}
Ask = Callable[[View, Query], Draft]


def checked(view: View, query: Query) -> Draft | None:
    """The verdict where such a word decides; None where there is none."""
    return (
        _so_often(view, query)
        or _so_long(view, query)
        or _on_weekday(view, query)
        or _in_turn(view, query)
        or _alone(view, query)
        or _grew(view, query)
    )


_OFTEN = regex(
    r"\b(?P<over>more than (?:twice|(?:two|three|four) times)|at least (?:three|four) times)"
    r"|\b(?P<more>more than (?:once|one time)|at least twice|repeatedly|several times)"
    r"|(?P<only>(?:only|just) once)|(?P<n>twice|(?:two|three|four) times)\b",
    re.I,
)
_NTH = {1: "first", 2: "second", 3: "third", 4: "fourth"}
_TIMES = {"twice": 2, "two times": 2, "three times": 3, "four times": 4}


def _least(words: str) -> int:
    """How often "more than twice" or "at least three times" is at the least."""
    number = next(number for word, number in _TIMES.items() if word in words.lower())
    return number + words.lower().startswith("more")


def _so_often(view: View, query: Query) -> Draft | None:
    """Whether something happened as often as a question says: the texts may not report every time."""
    asked = _OFTEN.search(query.text)
    if not asked or not query.types:
        return None
    from tieline.query.events.lists.lists import count

    outside, words = (tuple(t for t in own if not asked.start() <= t.span.start < asked.end()) for own in (query.terms, query.words))
    draft = count(view, replace(query, terms=outside, words=words, form="count"))
    number = draft.value if isinstance(draft.value, int) else 0
    wanted = _TIMES.get((asked["n"] or "").lower(), 1)
    last = [view.events[i] for i in draft.facts if i in view.events][-1:]
    counted = bool(last) and 0 < number < wanted and _called(view, last[0], _NTH.get(number, ""))
    if counted and not asked["more"]:  # the texts themselves call the last one the second
        return replace(draft, text=clip(f"No. {draft.text}"), kind="yesno", value=False, unit=None)
    over = _least(asked["over"]) if asked["over"] else 0
    wanted = over or wanted
    value = number >= over if over else number > 1 if asked["more"] else bool(asked["n"]) and number == wanted
    if draft.status != "answered" or (not value and number <= wanted):
        text = clip(f"Not stated; the texts tell of {draft.text[:1].lower()}{draft.text[1:]}")
        return replace(draft, text=text, kind="yesno", value=None, unit=None, status="partly") if draft.status == "answered" else None
    hosted = ("host",) if not draft.facts else ()  # counted by its years
    text = clip(f"{'Yes' if value else 'No'}. {draft.text}")
    return replace(draft, text=text, kind="yesno", value=value, unit=None, told=(*draft.told, *hosted))


_SPAN = r"(?P<n>\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -](?P<unit>day|week|month|year)s?"
_LENGTHS = (
    regex(rf"\b(?:for|last(?:ed)?|lasting|takes?|took) (?:for )?(?:only |just |exactly )?{_SPAN}\b", re.I),
    regex(rf"\b{_SPAN}[ -]long\b", re.I),
)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else 1 if word in ("a", "an") else WORDS[word]


_DAYS = {"W": 7}


def _so_long(view: View, query: Query) -> Draft | None:
    """Whether a visit or stay lasted as long as a question says: "did she come for ten days?"."""
    asked = next((found for pattern in _LENGTHS if (found := pattern.search(query.text))), None)
    if not asked or not query.types or not query.types <= set(MET):
        return None
    from tieline.query.times.spans import how_long

    words = tuple(t for t in query.words if not asked.start() <= t.span.start < asked.end())
    terms = tuple(t for t in query.terms if not asked.start() <= t.span.start < asked.end())
    windows = tuple(w for w in query.windows if not w.span.touches(Span(*asked.span())))
    draft = how_long(view, replace(query, words=words, terms=terms, windows=windows, form="how_long"))
    told = re.fullmatch(r"P(\d+)([DWMY])", str(draft.value))
    number, unit = _number(asked["n"].lower()), asked["unit"][0].upper()
    if draft.status != "answered" or not told or (told[2] != unit and {told[2], unit} != {"D", "W"}):
        return None
    value = int(told[1]) * _DAYS.get(told[2], 1) == number * _DAYS.get(unit, 1)
    return replace(draft, text=clip(f"{'Yes' if value else 'No'}. {draft.text}"), kind="yesno", value=value)


def _verdict(value: bool, event: Event, why: str) -> Draft:
    text = clip(f"{'Yes' if value else 'No'}. {why}")
    return Draft("answered", text, "yesno", value, citations=cite([event]), reasons=event_reasons(event), facts=(event.id,))


def _grew(view: View, query: Query) -> Draft | None:
    """Whether something grew or shrank, by the sign of the growth that the texts give."""
    sets = words_of(view).sets
    fell = _shrinks(view, query)
    if query.types or any(t.text[:1].isdigit() for t in query.words) or not (fell or any(t.stem in sets["grown"] for t in query.words)):
        return None
    words = tuple(replace(t, stem="grow", text="grow") if fell and t.stem in sets["fallen"] else t for t in query.words)
    words = (*words, Term("percent", "percent", query.asked))
    draft = measured(view, replace(query, words=words, form="how_much", unit="percent", rule="figure"))
    if draft is None or draft.status != "answered" or not isinstance(draft.value, int | float) or not draft.value:
        return None
    value = (draft.value > 0) != fell
    return replace(draft, text=clip(f"{'Yes' if value else 'No'}. {draft.text}"), kind="yesno", value=value, unit=None)


def _shrinks(view: View, query: Query) -> bool:
    """Whether the verb of a question asks of a fall by itself: "did trade shrink"."""
    fallen = words_of(view).sets["fallen"]
    frame = frame_of(view, query) if any(term.stem in fallen for term in query.words) else None
    return frame is not None and not frame.passive and frame.rest.empty and bool(set(frame.verbs) & fallen)


def _on_weekday(view: View, query: Query) -> Draft | None:
    asked = _DAY.search(query.text)
    if not asked:
        return None
    words = tuple(t for t in query.words if not asked.start() <= t.span.start < asked.end())
    terms = tuple(t for t in query.terms if not asked.start() <= t.span.start < asked.end())
    windows = tuple(w for w in query.windows if not asked.start() <= w.span.start < asked.end())
    draft = weekday(view, replace(query, words=words, terms=terms, windows=windows, form="weekday"))
    if draft.status == "unanswered" or not isinstance(draft.value, str) or any(_never_was(view, fact, query) for fact in draft.facts):
        return None
    same = draft.value.lower() == asked[1].lower()
    days = (asked[1].lower(), draft.value.lower())
    if not same and any(all(day in passage.text.lower() for day in days) for passage in view.passages_of(draft.citations)):
        return None  # both days are told: the clauses say which is whose
    return replace(draft, text=clip(f"{'Yes' if same else 'No'}. {draft.text}"), kind="yesno", value=same)


_ASKS_DONE = regex(r"^\W*(?:did|was|were|has|have|had)\b", re.I)


def _never_was(view: View, fact: str, query: Query) -> bool:
    """Whether an event is told as called off or denied, or only as planned where a question asks whether it was."""
    event = view.events.get(fact)
    return (
        event is not None
        and event.status not in REAL
        and (event.status in ("cancelled", "denied") or _ASKS_DONE.match(query.text) is not None)
    )


_LASTS = regex(
    r"^\W*(?:did|does|do|will|would|could|may|might)\b.*(?<!the )(?<!his )(?<!her )(?<!their )(?<!'s )\blast "
    r"(?:for |only |just |about |around |less |more |longer |an? (?:day|week|month|year|hour)"
    r"|(?:two|three|four|five|\d+) )",
    re.I,
)


def _in_turn(view: View, query: Query) -> Draft | None:
    """Whether a visit or meeting was the first, second or last of its kind."""
    if query.types and query.types <= set(MET) and _LASTS.search(query.text):
        return Draft("unanswered", "The texts do not say how long that was.", "yesno", lacks="value")
    if query.ordinal not in _PLACES or not query.types or not query.types <= set(MET):
        return None
    named = [hit.event for hit in select(view, query) if hit.event.status in REAL]
    places = {view.actors[i].name for name in query.names for i in name.ids if i in view.actors and view.actors[i].kind == "place"}
    named = [event for event in named if event.place in places] or named  # "the Belmora meeting" is none without a place
    people = tuple(name for name in query.names if view.any_is(name.ids, "person")) or query.names
    if query.types == {"visit"}:
        people += tuple(name for name in query.names if name not in people and view.any_is(name.ids, "country"))
    plain = replace(query, names=people, terms=(), windows=(), ordinal=None)
    events = [e for e in in_order(hit.event for hit in select(view, plain)) if e.status in REAL and e.time]
    undone = [e for hit in select(view, plain) if (e := hit.event).status not in REAL and _titled(e, query.ordinal)]
    if undone and not any(_titled(e, query.ordinal) for e in events):
        return _verdict(False, undone[0], f"{line(undone[0])}.") if undone[0].status in ("denied", "cancelled") else None
    other = next((one for one in _PLACES if one not in (query.ordinal, "last") and len(named) == 1 and _called(view, named[0], one)), None)
    if other and len(events) < 2:
        return _verdict(False, named[0], f"It was the {other}: {line(named[0])}.")
    if len(named) == 1 and len(events) < 2 and f" {query.ordinal} " not in evidence_stems(view, named[0]):
        return _uncounted(named[0])
    if not named or len(events) < 2:
        return None
    told = [e for e in events if _called(view, e, query.ordinal)] if query.ordinal != "last" else []
    place = _PLACES[query.ordinal]
    if not told and len(events) <= place:
        return None
    meant = told[-1] if told and query.ordinal != "first" else events[place]
    return _verdict(meant in named, meant, f"The {query.ordinal} that the texts tell of: {line(meant)}.")


def _uncounted(event: Event) -> Draft:
    text = clip(f"Not said: the texts report one and do not count it. {line(event)}.")
    return Draft("partly", text, "yesno", None, citations=cite([event]), reasons=event_reasons(event), facts=(event.id,))


def _called(view: View, event: Event, ordinal: str) -> bool:
    return bool(re.search(rf" {ordinal} (?:\w+ )?(?:{_NOUNS.get(event.type, 'meeting')}) ", evidence_stems(view, event)))


def _titled(event: Event, ordinal: str) -> bool:
    """Whether the title of an event calls it by its turn: "A third meeting did not take place"."""
    return bool(re.search(rf"\b{ordinal} (?:\w+ )?(?:{_NOUNS.get(event.type, 'meeting')})\b", event.title, re.I))


def _alone(view: View, query: Query) -> Draft | None:
    """Whether something is the first or only one of its kind: not by a sentence that calls it "one of the first"."""
    asked = _UNIQUE.search(query.text)
    if not asked or query.types & set(MET):
        return None
    word = asked[1].lower()
    one_of = bool(_ONE_OF.search(query.text[: asked.start(1)]))
    rest = [stem(t) for t in stems(asked["rest"]) if t not in view.lexicon.stop and stem(t) not in view.lexicon.stop]
    best: tuple[float, bool, int] | None = None
    found = search(view, query, terms=tuple(t for t in query.words if t.stem != "only"), least=0.72)[:4]
    for number, one in enumerate(found):
        text = one.passage.text
        for match in re.finditer(r"\b(?:first|only)\b", text, re.I):
            segment = f" {' '.join(stems(re.split(r', and | and is | and was |;', text[match.end() :])[0]))} "
            share = sum(covers_text(view, t, segment) for t in rest) / max(len(rest), 1)
            rare = bool(_ONE_OF.search(text[: match.start()]))
            if (rare or match[0].lower() == word) and (best is None or share > best[0] + 0.01):
                best = (share, not rare, number)
    if best and best[0] >= 0.6:
        passage = found[best[2]].passage
        value = best[1] or one_of
        return from_passage(found[best[2]], "yesno", text=f"{'Yes' if value else 'No'}. {quoted(passage, 250)}", value=value)
    return Draft("unanswered", f"The texts do not say that it was the {word}.", "yesno") if word == "only" else None


def by_opposite(view: View, query: Query, read: Callable[[View, str], Query], ask: Ask) -> Draft | None:
    """No, where the texts say the opposite: "shrink" where they say "grow"."""
    for one, other in _opposites(view):
        for word, instead in ((one, other), (other, one)):
            swapped = re.sub(rf"\b{word}(?:s|es|ed|ing)?\b", instead, query.text, flags=re.I)
            if swapped != query.text:
                draft = ask(view, read(view, swapped))
                if draft.value is True:
                    return replace(draft, text=clip(f"No.{draft.text.removeprefix('Yes.')}"), value=False)
                return None
    return None


def _opposites(view: View) -> tuple[tuple[str, str], ...]:
    tables = [pair for group in view.lexicon.tables.get("antonyms", ()) for pair in group["pairs"]]
    return tuple((one, other) for one, other in tables)
