"""Durations, gaps between events, and which of two came first."""

import datetime as dt
import re
from dataclasses import replace
from itertools import pairwise

from tieline.late import regex
from tieline.model.edtf import may_overlap
from tieline.model.event import Event
from tieline.model.span import Citation
from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.query.draft import Draft, cite, clip, event_reasons, from_passage, in_order, nothing
from tieline.query.lengths import length_of
from tieline.query.query import Query
from tieline.query.read import read_question
from tieline.query.search import search
from tieline.query.select import REAL, select
from tieline.query.view import View
from tieline.query.when import choose, edge
from tieline.query.words import stem

_COUNT = r"\d+|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
_LENGTH = regex(rf"\b({_COUNT})[ -](?:consecutive )?(minute|hour|day|week|month|year)s?(?:-long)?\b|\b(day|week|month|year)-?long\b", re.I)
_NUMBERS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
)
_SPLITS = (
    re.compile(r"\b(?:between|from)\b(?P<a>.+?)\b(?:and|to|until|till)\b(?P<b>.+)", re.I),
    re.compile(r"\bafter\b(?P<a>.+?),?\s+(?:did|was|were|do|does|had|is|would|will)\b(?P<b>.+)", re.I),
    re.compile(r"\bbefore\b(?P<b>.+?),?\s+(?:did|was|were|do|does|had|is|would|will)\b(?P<a>.+)", re.I),
    re.compile(r"\b(?:did|was|were|do|does|had|is|would|will)\b(?P<b>.+?)\b(?:after|following|since)\b(?P<a>.+)", re.I),
    re.compile(r"\b(?:did|was|were|do|does|had|is|would|will)\b(?P<a>.+?)\b(?:before)\b(?P<b>.+)", re.I),
    re.compile(r"\bdid it take (?:from|for)?(?P<a>.+?)\b(?:to|until|for)\b(?P<b>.+)", re.I),
)
_COUNTS = frozenset(stem(word) for word in ("year", "each", "three", "two", "four", "li", "lie", "pass", "between", "host", "separ"))
_LETTER = {"day": "D", "week": "W", "month": "M", "year": "Y", "hour": "H", "minute": "M"}


def dated(view: View, words: str) -> Event | None:
    """The event that some words of a question name, if it has a date."""
    query = read_question(view, f"when {words.strip(' ?.,')}")
    events = in_order([hit.event for hit in choose(view, query) if hit.event.time])
    if not (query.names or query.terms or query.windows) and len({_pair(view, event) for event in events}) > 1:
        return None
    return events[0] if events else None


def _pair(view: View, event: Event) -> frozenset[str]:
    """The countries between which an event took place."""
    return frozenset(p.actor for p in event.participants if p.actor in view.actors and view.actors[p.actor].kind == "country")


def between(view: View, query: Query) -> Draft:
    """The time between two events."""
    for pattern in _SPLITS:
        found = pattern.search(query.text)
        if found:
            one = _of_these(view, found["a"], found["b"]) or dated(view, _whose(view, found["a"], found["b"]))
            other = dated(view, _with_subject(found["a"], found["b"]))
            if one and other and one.id != other.id and one.time and other.time:
                return _gap(query, one, other)
    return _each(view, query) or _both(view, query) or nothing(view, query, "duration", "The texts do not date both events.")


_TWO = regex(r"\b(two|both|first and (?:the |his |her |their )?second|consecutive|successive)\b", re.I)


def _both(view: View, query: Query) -> Draft | None:
    """The gap between the only two events of a kind: "between his two visits"."""
    if not _TWO.search(query.text) or not query.types:
        return None
    terms = tuple(t for t in query.terms if t.stem not in _COUNTS and t.stem != "second")
    hits = select(view, replace(query, ordinal=None, terms=terms))
    events = in_order(hit.event for hit in hits if hit.event.time and hit.event.status in REAL)
    apart = [e for n, e in enumerate(events) if not any(f.time and e.time and may_overlap(f.time, e.time) for f in events[:n])]
    return _gap(query, apart[0], apart[1]) if len(apart) == 2 else None


def _of_these(view: View, first: str, second: str) -> Event | None:
    """The first of two, which names nobody, as that of the countries of the second: "after the signing did the Orsendan embassy open"."""
    if read_question(view, f"when {first}").names:
        return None
    names = read_question(view, f"when {second}").names
    lands = [view.actors[i].name for name in names for i in name.ids if i in view.actors and view.actors[i].kind == "country"]
    return dated(view, f"{first} {' '.join(dict.fromkeys(lands))}") if lands else None


def _whose(view: View, first: str, second: str) -> str:
    """The first of two with the names of the second where it has none: "after the first visit did Xi visit Peru again"."""
    if re.match(r"\W*(?:its|their|his|her)\b", first, re.I):
        return f"{first} {_subject(view, second)}"
    names = read_question(view, f"when {second}").names
    own = read_question(view, f"when {first}")
    return first if own.names or own.windows or own.stages else f"{first} {' '.join(name.text for name in names)}"


def _subject(view: View, words: str) -> str:
    """Some words of a question without those that name a stage: "the pact enter into force" gives "the pact"."""
    query = read_question(view, words)
    text = query.text
    for act in sorted((a for a in query.acts if a.stages), key=lambda a: -a.span.start):
        text = f"{text[: act.span.start]} {text[act.span.end :]}"
    return text


def _with_subject(first: str, second: str) -> str:
    """The second of two with what "it" or "its" in it stands for."""
    return re.sub(
        r"\b(?:its|it|they|their|them)\b",
        lambda _: re.sub(r"^\s*(?:the )?(?:signing|conclusion|establishment|announcement|launch|start|signature) of\b", "", first).strip(
            " ,"
        ),
        second,
        flags=re.I,
    )


def _gap(query: Query, one: Event, other: Event) -> Draft:
    first, last = sorted((one, other), key=lambda e: str(e.time and e.time.earliest))
    a, b = edge(query, first) or first.time, edge(query, last) or last.time
    unit = next((u for u in ("day", "week", "month", "year") if re.search(rf"\b{u}s?\b", query.text, re.I)), None)
    words, value, exact = _length(a, b, unit)  # type: ignore[arg-type]
    text = f"{words} ({in_words(a)} to {in_words(b)}). {first.title}; {last.title}."  # type: ignore[arg-type]
    return Draft(
        "answered" if exact else "partly",
        clip(text),
        "duration",
        value,
        citations=cite([first, last]),
        reasons=(*event_reasons(first), *event_reasons(last)),
        facts=(first.id, last.id),
    )


def _length(a: TimeValue, b: TimeValue, unit: str | None) -> tuple[str, str, bool]:
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return "Not known", "", False
    if a.earliest == a.latest and b.earliest == b.latest:
        return _exact(a.earliest, b.earliest, unit)
    if unit == "day":
        low, high = max((b.earliest - a.latest).days, 0), (b.latest - a.earliest).days
        return f"Between {low} and {high} days", f"P{low}D/P{high}D", False
    years = b.earliest.year - a.earliest.year
    same = a.earliest.year == a.latest.year and b.earliest.year == b.latest.year
    if same and years and "year" not in (a.grain, b.grain):
        months = (b.earliest.year - a.earliest.year) * 12 + b.earliest.month - a.earliest.month
        if unit == "month" or months < 24:
            return f"About {months} months", f"P{months}M", True
        return f"About {round(months / 12)} years", f"P{round(months / 12)}Y", True
    if same and 0 < years < 5 and a.grain != b.grain:
        return f"Between {years - 1} and {years} years", f"P{years - 1}Y/P{years}Y", False
    if same and years:
        return f"{years} year{'s' * (years != 1)}", f"P{years}Y", True
    low, high = max(b.earliest.year - a.latest.year, 0), b.latest.year - a.earliest.year
    return f"Between {low} and {high} years", f"P{low}Y/P{high}Y", False


def _exact(a: dt.date, b: dt.date, unit: str | None) -> tuple[str, str, bool]:
    days = (b - a).days
    years = b.year - a.year - ((b.month, b.day) < (a.month, a.day))
    if unit == "year" or (unit is None and years >= 2):
        rest = (b - a.replace(year=a.year + years, day=min(a.day, 28) if a.month == 2 else a.day)).days
        tail = f" and {rest} days" if rest else ""
        if rest > 330:
            return f"Nearly {years + 1} years ({years} years{tail})", f"P{years}Y{rest}D", True
        return f"{years} years{tail}", f"P{years}Y" + (f"{rest}D" if rest else ""), True
    if unit == "month":
        months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day)
        return f"{months} months ({days} days)", f"P{months}M", True
    return f"{days} day{'s' * (days != 1)}", f"P{days}D", True


def _each(view: View, query: Query) -> Draft | None:
    """The gap that repeats between the events of one kind."""
    found = years_of(view, query)
    years = sorted(found)
    gaps = {b - a for a, b in pairwise(years)}
    if len(years) < 3 or len(gaps) != 1:
        return None
    (gap,) = gaps
    word = _NUMBERS[gap] if gap < len(_NUMBERS) else str(gap)
    return Draft(
        "answered",
        f"{word.capitalize()} years each ({', '.join(map(str, years))}).",
        "duration",
        f"P{gap}Y",
        citations=tuple(c for year in years for c in found[year][:1]),
    )


def years_of(view: View, query: Query) -> dict[int, list[Citation]]:
    """The years of the events of one kind, each with what attests it: events, else sentences that cover the question."""
    found: dict[int, list[Citation]] = {}
    for hit in select(view, query, least=0.7):
        time = hit.event.time
        if time and time.earliest and time.latest and time.earliest.year == time.latest.year and not hit.missing:
            found.setdefault(time.earliest.year, []).extend(hit.event.evidence[:1])
    terms = tuple(t for t in query.words if not any(a.rule in ("act.host", "act.visit") and a.span.contains(t.span) for a in query.acts))
    for one in search(view, query, terms=tuple(t for t in terms if t.stem not in _COUNTS), least=0.9):
        times: list[TimeValue | None] = [m.time for m in one.passage.times if m.time and m.time.earliest]
        times = times or [one.passage.document.published]
        for when in times[:1]:
            if when and when.earliest and when.latest and when.earliest.year == when.latest.year:
                found.setdefault(when.earliest.year, []).append(one.passage.citation)
    return found


def how_long(view: View, query: Query) -> Draft:
    """How long something lasted, or has lasted."""
    if query.title and not query.types:
        return nothing(view, query, "duration", "The texts do not say how long that office was held.")
    if _MEASURES.match(query.text) and not query.types:
        return length_of(view, query) or nothing(view, query, "duration")
    for hit in choose(view, replace(query, windows=()) if query.types & {"diplomatic_ties", "partnership", "agreement"} else query)[:3]:
        for passage, citation in ((p, c) for c in hit.event.evidence if (p := view.passage_at(c))):
            told = _LENGTH.search(citation.quote)
            if told and hit.event.type in ("visit", "negotiation", "meeting", "summit", "project"):
                return Draft(
                    "answered",
                    clip(f"{_spell(told[0])}. {hit.event.title}."),
                    "duration",
                    _iso(told),
                    citations=(passage.citation,),
                    reasons=event_reasons(hit.event),
                    facts=(hit.event.id,),
                )
        if query.windows and hit.event.time and hit.event.stage in ("established", "in_force", "upgraded", "started", "launched"):
            words, value, exact = _length(hit.event.time, query.windows[-1].time, None if hit.event.time.grain == "day" else "year")
            return Draft(
                "answered" if exact else "partly",
                clip(f"{words} ({in_words(hit.event.time)} to {in_words(query.windows[-1].time)})."),
                "duration",
                value,
                citations=cite([hit.event]),
                reasons=event_reasons(hit.event),
            )
        if hit.event.time and "/" in hit.event.time.edtf and hit.event.time.earliest and hit.event.time.latest:
            days = (hit.event.time.latest - hit.event.time.earliest).days + 1
            return Draft(
                "answered",
                clip(f"{days} days ({in_words(hit.event.time)}). {hit.event.title}."),
                "duration",
                f"P{days}D",
                citations=cite([hit.event]),
                reasons=event_reasons(hit.event),
                facts=(hit.event.id,),
            )
    for found in search(view, query)[:4] if not query.types & {"visit", "meeting", "summit"} else []:
        told = _LENGTH.search(found.passage.text)
        if told:
            return from_passage(found, "duration", text=f'{_spell(told[0])}. "{clip(found.passage.text, 220)}"', value=_iso(told))
    return nothing(view, query, "duration")


_MEASURES = regex(r"^\W*how long (?:is|are|was|were|will|would)\b(?!.*\b(?:last|take|taken|stay|valid|open|closed|in force|been)\b)", re.I)


def _spell(words: str) -> str:
    parts = re.split(r"[ -]+", words.replace("consecutive ", ""))
    if parts[-1].lower() == "long":
        parts = parts[:-1] if len(parts) > 2 else ["one", parts[0]]
    number = {"a": "one"}.get(parts[0].lower(), parts[0])
    unit = parts[-1].rstrip("s")
    return f"{number.capitalize()} {unit}{'' if number.lower() in ('one', '1') else 's'}"


def _iso(told: re.Match[str]) -> str:
    word = (told[1] or "one").lower()
    number = int(word) if word.isdigit() else {"a": 1, "twenty": 20}.get(word) or (_NUMBERS.index(word) if word in _NUMBERS else 1)
    return f"P{number}{_LETTER[(told[2] or told[3]).lower()]}"


def _options(query: Query) -> tuple[str, list[str]]:
    """What is asked of the options, and the options."""
    text = query.text.strip(" ?")
    split = re.search(r"(?P<stem>.*?)(?:first|earlier|later|last|sooner)?\s*[,:]\s*(?P<a>.+?),? or (?P<b>.+)", text, re.I)
    if split:
        return split["stem"], [*re.split(r",\s*", split["a"]), split["b"]]
    split = re.search(
        r"(?P<a>.+?)\s+(?:planned |scheduled |signed |held )?(?:for )?"
        r"(?:before|after|earlier|later) or (?:before|after|earlier|later)(?: than)?\s+(?P<b>.+)",
        text,
        re.I,
    )
    if split:
        return "?before", [re.sub(r"^(was|were|did|is|does|do)\s+", "", split["a"], flags=re.I), split["b"]]
    split = re.search(r"^(?P<a>.+?) or (?P<b>.+?)(?:,)?\s+(?:come|came|happen|happened|was|were)?\s*(?:first|earlier|later)", text, re.I)
    return ("", [split["a"], split["b"]]) if split else ("", [])


def order(view: View, query: Query) -> Draft:
    """Which of several came first, or the one event that an ordinal names."""
    stem, options = _options(query)
    if len(options) < 2:
        return nothing(view, query, "order")
    if stem == "?before":
        options[1] = _same_act(view, options[0], options[1])
    found: list[tuple[Event, str]] = []
    for option in options:
        event = (
            dated(view, option)
            if stem in ("", "?before")
            else (
                dated(view, f"{re.sub(r'^(which|who|what)( country| president)?', '', stem, flags=re.I).replace('first', '')} {option}")
                or dated(view, option)
            )
        )
        if event is None:
            return nothing(view, query, "order", f"The texts do not date {clip(option, 80)}.")
        found.append((event, option.strip()))
    one, two = found[0][0].time, found[-1][0].time
    if one and two and may_overlap(one, two):
        told = "; ".join(f"{_bare(o)}: {in_words(e.time)}" for e, o in found if e.time)
        return Draft("partly", clip(f"The texts do not tell which came first. {told}."), "order", citations=cite([e for e, _ in found]))
    ordered = sorted(found, key=lambda one: str(one[0].time and one[0].time.earliest))
    events = [event for event, _ in ordered]
    reasons = tuple(reason for event in events for reason in event_reasons(event))
    base = Draft("answered", "", "order", citations=cite(events), facts=tuple(event.id for event in events), reasons=reasons)
    told = "; ".join(f"{_bare(o)}: {in_words(e.time)}{'' if e.status in REAL else f' ({e.status})'}" for e, o in ordered if e.time)
    if stem == "?before":
        word = "Before" if ordered[0][0] is found[0][0] else "After"
        return replace(base, text=clip(f"{word}. {told}."), value=word.lower())
    late = re.search(r"\b(later|last|second)\b", query.text, re.I)
    first = ordered[-1] if late else ordered[0]
    return replace(base, text=clip(f"{_bare(first[1])}. {told}."), value=_bare(first[1]))


def _same_act(view: View, first: str, second: str) -> str:
    """The second of two that is only a name, with what the first one did: "did Orsenda sign its pact before or after Pelmara"."""
    mine, yours = read_question(view, f"when {first}"), read_question(view, f"when {second}")
    bare = len(yours.names) == 1 and not yours.acts and len(yours.words) <= 1 and len(second.split()) <= 3
    subject = mine.names[0].text if mine.names and first.strip().lower().startswith(mine.names[0].text.lower()) else None
    return first.strip().replace(subject, second.strip(" ?."), 1) if bare and subject else second


def _bare(option: str) -> str:
    text = re.sub(r"^(the|a|an)\s+", "", option.strip(" ?.,"), flags=re.I)
    return text[:1].upper() + text[1:]
