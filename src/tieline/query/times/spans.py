"""Durations, gaps between events, and which of two came first."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tieline.late import regex
from tieline.model.edtf import may_overlap, surely_before
from tieline.model.event import Event
from tieline.model.span import Citation
from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.query.amounts.lengths import length_of
from tieline.query.draft import Draft, cite, clip, event_reasons, from_passage, in_order, nothing
from tieline.query.events.pick.choice import choose
from tieline.query.events.pick.select import MET, REAL, select
from tieline.query.loaded import function
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.reading.words import fold, stem
from tieline.query.sentences.search import search
from tieline.query.times.anchors import completed, dated, others, readings, with_readings
from tieline.query.times.dating import edge
from tieline.query.times.gaps import gap_length, span_words
from tieline.query.view import View

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
_AUX = r"(?:did|was|were|do|does|had|has|is|would|will)"
# How the two events of a question stand in it; `a` is the earlier one where the words say so.
_SPLITS = (
    regex(r"\b(?:between|from)\b(?P<a>.+?)\b(?:and|to|until|till)\b(?P<b>.+)", re.I),
    regex(r"\bseparat\w+\b(?P<a>.+?)\b(?:and|from)\b(?P<b>.+)", re.I),
    regex(rf"\b(?P<how>after|following)\b(?P<a>.+?),?\s+{_AUX}\b(?P<b>.+)", re.I),
    regex(rf"\b(?P<how>before)\b(?P<b>.+?),?\s+{_AUX}\b(?P<a>.+)", re.I),
    regex(rf"\b{_AUX}\b(?P<b>.+?)\b(?P<how>after|following|since)\b(?P<a>.+)", re.I),
    regex(rf"\b{_AUX}\b(?P<a>.+?)\b(?P<how>before)\b(?P<b>.+)", re.I),
    regex(r"\bdid it take (?:from|for)?(?P<a>.+?)\b(?:to|until|for)\b(?P<b>.+)", re.I),
)
_COUNTS = frozenset(
    stem(word)
    for word in (
        "year",
        "each",
        "three",
        "two",
        "four",
        "li",
        "lie",
        "pass",
        "between",
        "host",
        "separ",
        "gap",
        "interval",
        "second",
        "separat",
    )
)
_LETTER = {"day": "D", "week": "W", "month": "M", "year": "Y", "hour": "H", "minute": "M"}


def between(view: View, query: Query) -> Draft:
    """The time between two events."""
    both = _both(view, query) if _OF_TWO.search(query.text) else None
    if both:
        return both
    for pattern in _SPLITS:
        found = pattern.search(query.text)
        told = _between(view, query, found["a"], found["b"], bool(found.groupdict().get("how"))) if found else None
        if told:
            return told
    return _each(view, query) or _both(view, query) or nothing(view, query, "duration", "The texts do not date both events.")


def _between(view: View, query: Query, first: str, second: str, ordered: bool) -> Draft | None:
    """The time between what two runs of words name; `ordered` where the question holds the first for the earlier one."""
    second = completed(_with_subject(first, second), first)
    first = completed(first, second)
    own = _of_these(view, first, second)
    ones = [own] if own else readings(view, _whose(view, first, second))
    rest = [event for event in readings(view, second) if not ones or event.id != ones[0].id]
    if not ones or not rest:
        return None
    one = _nearest(query, ones, rest) if len(ones) > 1 and len(rest) == 1 else ones[0]
    start = edge(query, one) or one.time
    other = next((event for event in rest if event.time and start and surely_before(start, event.time)), rest[0])
    draft = _gap(query, one, other)
    if ordered and one.time and other.time and surely_before(other.time, one.time):
        draft = replace(draft, text=clip(f"It was the other way round: {draft.text[:1].lower()}{draft.text[1:]}"), status="partly")
    apart = [event for event in others(ones, one) if event.id != other.id], [event for event in others(rest, other) if event.id != one.id]
    return with_readings(draft, [(one, apart[0]), (other, apart[1])])


def _nearest(query: Query, ones: Sequence[Event], rest: Sequence[Event]) -> Event:
    """Of several events that words can mean the last that came before the other one."""
    end = (edge(query, rest[0]) or rest[0].time) if rest[0].id not in {one.id for one in ones} else None
    alike = [one for one in ones if (one.type, one.stage) == (ones[0].type, ones[0].stage)]
    before = [one for one in alike if end and (own := edge(query, one) or one.time) and surely_before(own, end)]
    return before[-1] if before else ones[0]


# "between his two visits to Orsenda": the "to" parts nothing
_OF_TWO = regex(r"\bbetween\b(?![^?]*\band\b)[^?]{0,40}?\b(?:two|both|consecutive|successive)\b", re.I)
_TWO = regex(r"\b(two|both|first and (?:the |his |her |their )?second|consecutive|successive)\b", re.I)


def _both(view: View, query: Query) -> Draft | None:
    """The gap between the only two events of a kind: "between his two visits"."""
    if not _TWO.search(query.text) or not query.types:
        return None
    terms = tuple(t for t in query.terms if t.stem not in _COUNTS and not t.stem.startswith("between "))
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
    first, last = sorted((one, other), key=lambda e: str(e.time and (edge(query, e) or e.time).earliest))
    a, b = edge(query, first) or first.time, edge(query, last) or last.time
    unit = next((u for u in ("day", "week", "month", "year") if re.search(rf"\b{u}s?\b", query.text, re.I)), None)
    words, value, exact = gap_length(a, b, unit)  # type: ignore[arg-type]
    text = f"{words} ({span_words(a, b)}). {first.title}; {last.title}."  # type: ignore[arg-type]
    return Draft(
        "answered" if exact else "partly",
        clip(text),
        "duration",
        value,
        citations=cite([first, last]),
        reasons=(*event_reasons(first), *event_reasons(last)),
        facts=(first.id, last.id),
    )


_APART = regex(r"\b(?:between|apart|each|every|separate\w*|lie|lay|interval|gaps?|how often)\b", re.I)


def _each(view: View, query: Query) -> Draft | None:
    """The gap that repeats between the events of one kind."""
    found = years_of(view, query) if _APART.search(query.text) else {}
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
    hosting = any(act.rule == "act.host" for act in query.acts)
    for hit in select(view, query, least=0.7):
        time = hit.event.time
        if not hosting and hit.event.status not in REAL:
            continue
        if time and time.earliest and time.latest and time.earliest.year == time.latest.year and not hit.missing:
            found.setdefault(time.earliest.year, []).extend(hit.event.evidence[:1])
    if not hosting and (query.types & set(MET) or (found and (query.types or query.stages))):
        return found  # a sentence with a year may tell of something else
    terms = tuple(t for t in query.words if not any(a.rule in ("act.host", "act.visit") and a.span.contains(t.span) for a in query.acts))
    for one in search(view, query, terms=tuple(t for t in terms if t.stem not in _COUNTS), least=0.9):
        times: list[TimeValue | None] = [m.time for m in one.passage.times if m.time and m.time.earliest]
        times = times or [one.passage.document.published]
        for when in times[:1]:
            if when and when.earliest and when.latest and when.earliest.year == when.latest.year:
                found.setdefault(when.earliest.year, []).append(one.passage.citation)
    return _of_host(view, query, found)


def _of_host(view: View, query: Query, found: dict[int, list[Citation]]) -> dict[int, list[Citation]]:
    """The years of which the texts say that the country asked about was the host; all where none is asked about as one."""
    lands = [name for name in query.names if view.any_is(name.ids, "country")]
    if len(lands) != 1 or not any(act.rule == "act.host" for act in query.acts):
        return found
    from tieline.query.events.verdict.hosting import hosts

    told = {year: [c for c in own if (one := view.passage_at(c)) and hosts(view, one, lands[0].ids)] for year, own in found.items()}
    return {year: own for year, own in told.items() if own}


_LASTED = regex(r"\b(?:take|took|taken|last|lasted|go on|went on|duration|length)\b", re.I)


def _from_launch_to_end(view: View, query: Query) -> Draft | None:
    """How long talks took, from their launch to their conclusion, where both are dated and are those of one agreement."""
    if "negotiation" not in query.types or query.stages or not _LASTED.search(query.text):
        return None
    act = next(a for a in query.acts if "negotiation" in a.types)
    found = []
    for stage in ("launched", "concluded"):
        asked = replace(query, acts=(replace(act, types=frozenset({"negotiation"}), stages=frozenset({stage})),), ordinal=None)
        hits = [hit.event for hit in select(view, asked) if hit.event.status in REAL and hit.event.time and not hit.missing]
        found.append({event.agreement: event for event in reversed(in_order(hits))})
    both = [one for one in found[0] if one in found[1]]
    if len(both) != 1:
        return None
    return _gap(query, found[0][both[0]], found[1][both[0]])


def how_long(view: View, query: Query) -> Draft:
    """How long something lasted, or has lasted."""
    if query.title and not query.types:
        return nothing(view, query, "duration", "The texts do not say how long that office was held.")
    if _MEASURES.match(query.text) and not query.types:
        return length_of(view, query) or nothing(view, query, "number" if query.text[:4].lower() == "what" else "duration")
    if _PERIOD.match(query.text):
        dated: Draft = function("times.when.when")(view, replace(query, form="when"))
        if dated.status == "answered" and "/" in str(dated.value):
            return dated
    lasted = _from_launch_to_end(view, query)
    if lasted:
        return lasted
    for hit in choose(view, replace(query, windows=()) if query.types & {"diplomatic_ties", "partnership", "agreement"} else query)[:3]:
        drafted = _length_told(view, query, hit.event) or _until_window(query, hit.event) or _days_of(hit.event)
        if drafted:
            return drafted
    near = search(view, query)[:4] if not query.types & {"visit", "meeting", "summit"} else []
    lengths = [(found, _age_told(query, found.passage.text)) for found in near] + [
        (f, _longest_told(view, query, f.passage.text)) for f in near
    ]
    for found, told in lengths:
        if told:
            return from_passage(found, "duration", text=f'{_spell(told[0])}. "{clip(found.passage.text, 220)}"', value=_iso(told))
    return nothing(view, query, "duration")


# "for what period did exports rise": from when to when
_PERIOD = regex(r"^\W*(?:for|in|over|during) (?:which|what) (?:period|months|stretch)\b", re.I)


def _length_told(view: View, query: Query, event: Event) -> Draft | None:
    """The length that the words for an event give it: "a three-day visit"."""
    if event.type not in ("visit", "negotiation", "meeting", "summit", "project"):
        return None
    for passage, citation in ((p, c) for c in event.evidence if (p := view.passage_at(c))):
        told = _LENGTH.search(citation.quote)
        if told and not _of_whole_trip(view, query, citation.quote[told.end() :]):
            lasting = _lasting(event, f"{_spell(told[0])}. {event.title}.", _iso(told), (passage.citation,))
            if event.status in ("planned", "expected") and _TOOK.match(query.text):
                return replace(lasting, status="partly", text=f"Only planned or expected: {lasting.text}")
            return lasting
    return None


_THROUGH = regex(
    r"^[- ]?(?:long )?(?:\w+ ){0,3}?(?:trip|tour|visit|journey|swing|stay) "
    r"(?:in|to|of|through|across|around) (?:the )?(?P<place>[A-Z]\w+(?: [A-Z]\w+)*)"
)


def _of_whole_trip(view: View, query: Query, behind: str) -> bool:
    """Whether a length is that of a trip through somewhere else than the place of which a question asks: of a region, not of one stop."""
    through = _THROUGH.match(behind)
    places = [name for name in query.names if view.any_is(name.ids, "country", "place")]
    if through is None or not places:
        return False
    called = {fold(one) for name in places for one in (name.text, *(view.actors[i].name for i in name.ids if i in view.actors))}
    alike = {fold(view.actors[i].country or "") for name in places for i in name.ids if i in view.actors}
    return fold(through["place"]) not in called | alike


def _until_window(query: Query, event: Event) -> Draft | None:
    """How long what began by an event had lasted at the time that the question gives."""
    if not query.windows or not event.time or event.stage not in ("established", "in_force", "upgraded", "started", "launched"):
        return None
    end = query.windows[-1].time
    words, value, exact = gap_length(event.time, end, None if event.time.grain == "day" else "year")
    text = clip(f"{words} ({in_words(event.time)} to {in_words(end)}).")
    drafted = Draft("answered", text, "duration", value, citations=cite([event]), reasons=event_reasons(event))
    return drafted if exact else replace(drafted, status="partly")


def _days_of(event: Event) -> Draft | None:
    """The days from the first to the last of an event."""
    time = event.time
    if not (time and time.grain == "interval" and time.earliest and time.latest) or time.edtf.startswith("["):
        return None  # some day of several is no length
    days = (time.latest - time.earliest).days + 1
    return _lasting(event, f"{days} days ({in_words(time)}). {event.title}.", f"P{days}D", cite([event]))


def _lasting(event: Event, text: str, value: str | None, citations: tuple[Citation, ...]) -> Draft:
    return Draft("answered", clip(text), "duration", value, citations=citations, reasons=event_reasons(event), facts=(event.id,))


_TOOK = regex(r"\W*how long (?:did|was|were)\b(?!.*\b(?:meant|planned|supposed|expected)\b)", re.I)
_OLD = regex(r"-old\s+(?:[\w-]+ ){0,2}?(?P<what>\w+)", re.I)
_WITHIN = regex(r"\b(?:within|every|each|next|last|past|previous|in|inside|under|less than)\s+(?:the\s+)?$", re.I)
_AWAY = regex(r"\s+(?:ago|later|earlier|before|after|since|old)\b|-old\b", re.I)


def _age_told(query: Query, text: str) -> re.Match[str] | None:
    """How old the thing asked about is called where it is told to be over: "its five-week-old ban"."""
    asked = {term.stem for term in query.words}
    for one in _LENGTH.finditer(text):
        behind = _OLD.match(text, one.end())
        if behind and any(stem(word) in asked for word in behind[0].split()[1:]):
            return one
    return None


def _of_another_thing(view: View, query: Query, told: re.Match[str], behind: str) -> bool:
    """Whether a length stands before the noun of something else: "a two-year chill" says nothing of the contract that ends it."""
    if "-" not in told[0] or told[0].lower().endswith("long"):
        return False
    nouns = [stem(word) for word in behind.split()[:3]]
    asked = {term.stem for term in query.words}
    return not any(noun in asked or noun in view.lexicon.kinds_of_events for noun in nouns)


_EACH = regex(r"an? (?:day|week|month|year)", re.I)


def _longest_told(view: View, query: Query, text: str) -> re.Match[str] | None:
    """The first length of time in a text that is no "a year" of "4,000 tons a year", where there is another; no deadline and no age."""
    found = [one for one in _LENGTH.finditer(text) if not _WITHIN.search(text[: one.start()]) and not _AWAY.match(text, one.end())]
    found = [one for one in found if not _of_another_thing(view, query, one, text[one.end() :])]
    return next((one for one in found if not _EACH.fullmatch(one[0])), found[0] if found else None)


_MEASURES = regex(
    r"^\W*(?:how long (?:is|are|was|were|will|would)\b(?!.*\b(?:last|take|taken|stay|valid|open|closed|in force|been)\b)"
    r"|what(?: is|'s| was| will be) the (?:total |overall |full )?length of\b)",
    re.I,
)


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
