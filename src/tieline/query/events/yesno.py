"""Yes, no, or what is not known."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.model.actor import Actor
from tieline.model.answer import AnswerStatus
from tieline.model.edtf import may_overlap, surely_before
from tieline.model.event import Event
from tieline.model.span import Span
from tieline.model.words import in_words
from tieline.query.amounts import figures, numbers
from tieline.query.amounts.measured import quantities_of
from tieline.query.draft import Draft, cite, clip, event_item, event_reasons, from_passage, line, nearest, nothing, quoted
from tieline.query.events.checks import by_opposite, checked
from tieline.query.events.select import REAL, best, evidence_stems, in_window, select
from tieline.query.events.sides import done_by_another
from tieline.query.people.people import _attested
from tieline.query.people.speech import said_by_others, spoken
from tieline.query.reading.query import Name, Query
from tieline.query.reading.read import holds, read_question
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.claims import refused
from tieline.query.sentences.clausal import mode_told, told_of
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.parsed import parsed
from tieline.query.sentences.search import Found, search
from tieline.query.sentences.wanted import only_wanted
from tieline.query.times import anchors
from tieline.query.times.ahead import is_past
from tieline.query.times.put_off import put_off
from tieline.query.view import View

_HEDGED = regex(
    r"\b(will|would|may|might|could|if|once|expected|scheduled|planned|plans|hopes?|to be|under discussion|should|need to|proposed)\b", re.I
)
_OPEN = regex(
    r"\b(under discussion|being discussed|if completed|under negotiation|being negotiated|(?:is|are)(?: also)? negotiating|not yet"
    r"|has yet to|have yet to)\b",
    re.I,
)
_OVER = regex(r"\b(over|finished|ended|completed|done|concluded)\b(?=\W*$| as of| by | at )", re.I)
_NOT = regex(r"\b(not|never|no longer|denied|neither|nor|without)\b|n't\b", re.I)
_SAID = regex(
    r"\b(say|said|says|according to|tell|told|stated|claim|claimed|urge|call|promise|pledge|praise|expect|believe|support|mention)\b",
    re.I,
)
_FIRST = regex(r"\bone of the (first|largest|biggest|main|few)\b", re.I)
_ONLY = regex(r"\b(?:was|is|were|are|be) (?:\w+ ){0,4}the (first|largest|biggest|only|second|third)\b", re.I)


_ALREADY = regex(r"\b(already|yet|so far|to date)\b", re.I)
_CERTAIN = regex(r"\b(certain|sure|definite|fixed|settled|guaranteed|assured|final)\b(?=\W*$)", re.I)


_A_KIND = regex(r"^\W*(?:is|was|are|were|isn't|wasn't|aren't|weren't)\b(?! there).{2,50}?\b(?:an?|one of|part of|considered)\b", re.I)


def yesno(view: View, query: Query) -> Draft:
    """Whether something is so, by the events first and by the sentences after."""
    if query.title:
        drafted = _office(view, query)
        if drafted:
            return drafted
    if query.text[:6].lower() == "should":
        return nothing(view, query, "yesno", "That asks for an opinion; the texts only report.")
    compared = _compared(view, query) or spoken(view, query)
    if compared:
        return compared
    certain = _certain(view, query)
    if certain:
        return certain
    counted = checked(view, query) or _ranked(view, query) or _counted(view, query)
    if counted:
        return counted
    if _A_KIND.match(query.text) and not query.stages:
        drafted = _by_sentence(view, query)
        if drafted.value is True:
            return drafted
    hits = [hit for hit in best(select(view, query, in_time=False, least=0.8)) if not hit.missing]
    hits = [hit for hit in hits if not done_by_another(view, query, hit.event)]
    hits = [hit for hit in hits if not (query.ordinal == "next" and is_past(view, query, hit.event))]
    by_events = bool(hits) and not _SAID.search(query.text)
    drafted = put_off(view, query, _by_events(view, query, [hit.event for hit in hits]) if by_events else _by_sentence(view, query))
    if query.negated or drafted.value is False or (drafted.value is True and not _undated(view, drafted)):
        denied = refused(view, query) if drafted.value is True and not query.negated and query.stages else None
        same = denied and {p.number for p in view.passages_of(drafted.citations)} <= {p.number for p in view.passages_of(denied.citations)}
        return denied if denied and same else drafted
    drafted = put_off(view, query, refused(view, query) or drafted)
    return drafted if drafted.status != "unanswered" else by_opposite(view, query, read_question, _plain_verdict) or drafted


def _plain_verdict(view: View, query: Query) -> Draft:
    counted = _counted(view, query)
    if counted:
        return counted
    hits = [hit for hit in best(select(view, query, in_time=False, least=0.8)) if not hit.missing]
    return _by_events(view, query, [hit.event for hit in hits]) if hits else _by_sentence(view, query)


def _undated(view: View, draft: Draft) -> bool:
    """Whether an answer rests on an event without a date, which a denial may well be about."""
    return any(view.events[i].time is None for i in draft.facts if i in view.events)


def _certain(view: View, query: Query) -> Draft | None:
    """Whether something ahead is certain: not where the texts only expect it."""
    asked = _CERTAIN.search(query.text)
    if not asked:
        return None
    terms = tuple(t for t in query.terms if not asked.start() <= t.span.start < asked.end())
    hits = [hit for hit in best(select(view, replace(query, terms=terms))) if not hit.missing]
    open_ones = [hit.event for hit in hits if hit.event.status in ("expected", "hypothetical")]
    return _verdict(False, open_ones[0], f"No. {line(open_ones[0])}.") if open_ones and len(open_ones) == len(hits) else None


def _office(view: View, query: Query) -> Draft | None:
    """Whether somebody holds an office: no, where the texts give the person another one or the office to another."""
    people = [n for n in query.names if n.form == "name" and any(view.actors[i].kind == "person" for i in n.ids if i in view.actors)]
    offices = [n for n in query.names if n.form == "title"]
    if not people or query.types - {"visit", "meeting", "summit"}:
        return None
    actor = view.actors[people[0].ids[0]]
    title = query.title or ""
    own = [r for r in actor.roles if holds(view, r.title, None, title, ())]
    held = offices[0].ids if offices else _holders(view, title, own[0].of) if own and not query.owner else ()
    if actor.id in held:
        role = own[0] if own else actor.roles[0]
        words = " ".join(word for one in actor.roles for c in one.evidence for word in stems(c.quote))
        if query.ordinal or any(not covers_text(view, term.stem, f" {words} ") for term in query.terms):
            return None  # more is asked for than the office
        if any(not _of_land(view, actor, name, words) for name in query.names if name not in people and name not in offices):
            return None  # nobody calls them that of the country asked about
        if query.windows and not _attested(view, actor, query):
            instead = [view.actors[i] for i in held if i != actor.id and _attested(view, view.actors[i], query)]
            return _other(view, title, actor, instead) if instead else None
        return Draft(
            "answered",
            clip(f"Yes. {actor.name} is called {role.title}" + (f" ({in_words(role.time)})." if role.time else ".")),
            "yesno",
            True,
            citations=role.evidence[:2],
            facts=(actor.id,),
        )
    if not actor.roles:
        return None
    role = actor.roles[0]
    others = ", ".join(view.actors[i].name for i in held if not query.windows or _attested(view, view.actors[i], query))
    of = f" of {view.actors[role.of].name if role.of in view.actors else role.of}" if role.of else ""
    return Draft(
        "answered",
        clip(f"No. The texts call {actor.name} {role.title}{of}; the office was held by {others or 'somebody else'}."),
        "yesno",
        False,
        citations=role.evidence[:2],
        facts=(actor.id,),
    )


def _of_land(view: View, actor: Actor, name: Name, words: str) -> bool:
    """Whether somebody holds an office of, or comes from, what a name of the question means, or the words for the office name it."""
    labels = {*name.ids, *(view.actors[i].name for i in name.ids if i in view.actors)}
    if actor.country in labels or any(role.of in labels for role in actor.roles):
        return True
    return any(f" {' '.join(stems(label))} " in f" {words} " for label in {name.text, *labels})


def _holders(view: View, title: str, of: str | None) -> tuple[str, ...]:
    """Everybody attested in the same office."""
    return tuple(a.id for a in view.facts.actors if any(holds(view, r.title, None, title, ()) and r.of == of for r in a.roles))


def _other(view: View, title: str, actor: Actor, others: list[Actor]) -> Draft:
    names = " and ".join(other.name for other in others)
    citations = tuple(c for other in others for r in other.roles[:1] for c in r.evidence[:1])
    return Draft("answered", clip(f"No. {names} held that office then, not {actor.name}."), "yesno", False, citations=citations)


_COMPARED = regex(r"^\W*(?:did|was|were|had|is|does|do)\s+(?P<a>.+?)\s+(?P<how>before|after)\s+(?P<b>(?!or\b).+)", re.I)


def _compared(view: View, query: Query) -> Draft | None:
    """Whether one event came before or after another that the question names."""
    found = _COMPARED.match(query.text)
    if not found or any(w.bound in ("before", "after") for w in query.windows):
        return None
    second = anchors.with_names(view, found["b"], found["a"])
    one, two = anchors.dated(view, found["a"]), anchors.dated(view, second)
    if not one or not two or one.id == two.id or not one.time or not two.time or may_overlap(one.time, two.time):
        return None
    value = surely_before(one.time, two.time) == (found["how"].lower() == "before")
    return replace(_verdict(value, one, f"{'Yes' if value else 'No'}. {line(one)}; {line(two)}."), citations=cite([one, two]))


def _ranked(view: View, query: Query) -> Draft | None:
    """Whether a rank in the question is the one that the texts give."""
    asked = figures.RANK.search(query.text)
    if not asked or _FIRST.search(query.text):
        return None
    terms = tuple(t for t in query.words if not asked.start() <= t.span.start < asked.end())
    draft = figures.rank(view, replace(query, words=terms, form="rank"))
    if draft.status != "answered" or not isinstance(draft.value, int):
        return None
    same = draft.value == figures._place(asked)
    if not same and any(window.bound in ("until", "as_of", "before", "since", "after") for window in query.windows):
        return None  # a rank of one time is none of another
    return replace(draft, text=clip(f"{'Yes' if same else 'No'}. {draft.text}"), kind="yesno", value=same, unit=None)


def _counted(view: View, query: Query) -> Draft | None:
    """Whether a number in the question is the one that the texts give."""
    asked = next(
        (m for m in numbers.NUMBER.finditer(query.text) if m["n"] and not any(w.span.touches(Span(*m.span())) for w in query.windows)),
        None,
    )
    if not asked or re.match(r"(one|two)$", asked["n"], re.I):
        return None
    number = next((one for one in quantities_of(view, query.text) if one.number and one.number.touches(Span(*asked.span()))), None)
    if number is None or number.number is None or number.kind in ("duration", "ordinal", "rank", "age"):
        return None
    words = tuple(t for t in query.words if not number.span.start <= t.span.start < max(number.number.end, asked.end()))
    unit = numbers.unit_of(asked)
    draft = figures.how_many(
        view, replace(query, words=words, terms=words, form="how_much" if unit else "how_many", unit=unit, asked=Span(*asked.span()))
    )
    if draft.status == "partly" or (draft.status == "unanswered" and draft.citations):
        return replace(draft, status="partly", text=clip(f"Not confirmed. {draft.text}"), kind="yesno", value=None, unit=None)
    if draft.status != "answered" or not isinstance(draft.value, int | float):
        return None
    told, wanted = float(draft.value), float(numbers.value_of(asked) or 0)
    if wanted > told and re.match(r"(more than|over|at least)\b", draft.text, re.I) and number.qualifier in (None, "over", "at_least"):
        return replace(draft, status="partly", text=clip(f"Not stated. {draft.text}"), kind="yesno", value=None, unit=None)
    same = _agrees(told, wanted, number.qualifier)
    return replace(draft, text=clip(f"{'Yes' if same else 'No'}. {draft.text}"), kind="yesno", value=same, unit=None)


def _agrees(told: float, asked: float, qualifier: str | None) -> bool:
    """Whether the number told bears out the number asked about: "more than 100" is borne out by 170."""
    if qualifier in ("over", "at_least"):
        return told >= asked
    if qualifier in ("under", "up_to", "nearly"):
        return told <= asked
    return abs(told - asked) < 1e-6 * max(1.0, abs(told))


def _by_events(view: View, query: Query, events: list[Event]) -> Draft:
    fitting = [e for e in events if all(in_window(e.time, w) for w in query.windows)]
    done = [e for e in fitting if e.status in REAL]
    if done and query.windows and done[0].time and done[0].time.edtf.startswith("[") and "," in done[0].time.edtf:
        return replace(_verdict(None, done[0], f"The texts differ. {line(done[0])}."), status="partly")
    if done and _REFUTED.search(done[0].title) and not _REFUTED.search(query.text):
        return _verdict(False, done[0], f"No. {line(done[0])}.")
    if done:
        return _ended_by(query, done[0]) or _verdict(True, done[0], f"Yes. {line(done[0])}.")
    if fitting:
        return _unreal(query, fitting[0])
    dated = [e for e in events if e.time and e.status in REAL]
    if any(may_overlap(e.time, w.time) for e in dated if e.time for w in query.windows if w.bound in ("in", "between")):
        return Draft("partly", clip(f"Possibly. {line(dated[0])}."), "yesno", None, citations=cite(dated), nearest=(event_item(dated[0]),))
    if dated and all(w.bound in ("in", "before", "until", "as_of", "after", "between", "since") for w in query.windows):
        return _verdict(False, dated[0], f"No. {line(dated[0])}.")
    planned = [e for e in events if e.status not in REAL and not (query.windows and e.time)]
    return _unreal(query, planned[0]) if planned else _by_sentence(view, query)


_REFUTED = regex(r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|rul(?:e|es|ed|ing) out)\b", re.I)
_LASTED = regex(r"\b(?:stay|remain|last|continue|run|stop over|linger|valid|go on)(?:s|ed|ing)?\b.*\b(?:until|till|through|up to)\b", re.I)


def _ended_by(query: Query, event: Event) -> Draft | None:
    """The verdict on how long something lasted: by its last day, and open where the texts give none."""
    until = next((w for w in query.windows if w.bound == "until"), None)
    if until is None or not _LASTED.search(query.text):
        return None
    time = event.time
    if time is None or time.grain != "interval" or not time.latest or not until.time.latest:
        return replace(_verdict(None, event, f"Not stated; no text gives its end. {line(event)}."), status="partly")
    value = bool(until.time.earliest and until.time.earliest <= time.latest <= until.time.latest)
    return _verdict(value, event, f"{'Yes' if value else 'No'}. {line(event)}.")


def _verdict(value: bool | None, event: Event, text: str) -> Draft:
    return Draft("answered", clip(text), "yesno", value, citations=cite([event]), reasons=event_reasons(event), facts=(event.id,))


def _unreal(query: Query, event: Event) -> Draft:
    when = f" for {in_words(event.time)}" if event.time else ""
    if event.status in ("denied", "cancelled"):
        return _verdict(False, event, f"No. {line(event)}.")
    if event.status == "hypothetical" and re.match(r"\W*(will|would|going to)\b", query.text, re.I):
        return replace(_verdict(None, event, f"Not known. It was only under discussion: {event.title}."), status="partly")
    if event.status == "hypothetical":
        return _verdict(False, event, f"No. It was only under discussion: {event.title}.")
    word = "scheduled" if event.status == "planned" else "expected"
    if _ASKS_PLAN.search(query.text):
        return _verdict(True, event, f"Yes. It was {word}{when}: {event.title}.")
    if _ALREADY.search(query.text):
        return _verdict(False, event, f"No. It was {word}{when}: {event.title}.")
    text = f"Not confirmed. It was {word}{when}: {event.title}; no text reports it as done."
    return replace(_verdict(None, event, text), status="partly", nearest=(event_item(event),))


def _by_sentence(view: View, query: Query) -> Draft:
    found = search(view, query, least=0.86)
    asks_said = bool(_SAID.search(query.text))
    ended = _ended(view, query, found[0]) if found else None
    if ended:
        return ended
    if found and _OVER.search(query.text):
        text = f"Not confirmed: no text reports its end. {quoted(found[0].passage, 200)}"
        return Draft("partly", clip(text), "yesno", None, citations=(found[0].passage.citation,), nearest=nearest(view, query))
    if found and _HAPPENED.search(query.text) and query.types and query.types <= {"meeting", "summit", "visit"}:
        text = f"Not confirmed: no text reports it as held. {quoted(found[0].passage, 200)}"
        return Draft("partly", clip(text), "yesno", None, citations=(found[0].passage.citation,), nearest=nearest(view, query))
    found = [one for one in found if not _lacks_act(query, one)] if query.words or _THERE.match(query.text) else []
    verdicts = [verdict for one in found[:3] if (verdict := _judge(view, query, one, asks_said))]
    if verdicts:
        sure = next((one for one in verdicts if one.value is not None), verdicts[0])
        return sure if verdicts[0].value is None and sure.value is True else verdicts[0]
    if found:
        return Draft("unanswered", clip(f"Not stated as a fact: {quoted(found[0].passage)}"), "yesno", nearest=nearest(view, query))
    return _still_open(view, query) or nothing(view, query, "yesno", "Not stated in the texts.")


def _still_open(view: View, query: Query) -> Draft | None:
    """No, where a sentence covers the thing asked about and says that it was still being discussed."""
    terms = tuple(t for t in query.words if not any(a.stages and a.span.contains(t.span) for a in query.acts))
    if len(terms) == len(query.words):
        return None
    for one in search(view, query, terms=terms, least=0.86)[:2]:
        if _OPEN.search(one.passage.text) and re.match(r"\W*will\b", query.text, re.I):
            return Draft("partly", clip(f"Not known. {quoted(one.passage, 250)}"), "yesno", None, citations=(one.passage.citation,))
        if _OPEN.search(one.passage.text):
            return from_passage(one, "yesno", text=f"No. {quoted(one.passage, 250)}", value=False)
    return None


def _ended(view: View, query: Query, found: Found) -> Draft | None:
    """Yes, where the sentence itself says with the word of the question that something is over."""
    asked = _OVER.search(query.text)
    told = _told_of(view, query, found)
    if not asked or f" {stem(asked[1].lower())} " not in f" {' '.join(stems(told))} ":
        return None
    if _HEDGED.search(told) or _NOT.search(told) or _OPEN.search(told) or found.missing:
        return None
    return from_passage(found, "yesno", text=f"Yes. {quoted(found.passage, 250)}", value=True)


_WEIGHED = regex(r"\b(discuss\w*|consider\w*|negotiat\w*|debat\w*)\b", re.I)
_HAPPENED = regex(r"\b(take place|taken place|took place|happen\w*|held|occur\w*|go ahead)\b", re.I)
_THERE = regex(r"\W*(?:is|are|was|were) there\b", re.I)


def _lacks_act(query: Query, found: Found) -> bool:
    """Whether a sentence leaves out an act that the question names: "during his visit"."""
    acts = [act.span for act in query.acts if act.types and not act.soft]
    return any(term.text in found.missing for term in query.words if any(span.contains(term.span) for span in acts))


_ASKS_PLAN = regex(
    r"\b(expected|planned|scheduled|due|slated|set|supposed|foreseen|going|plans?|expects?|to be) (?:to|for)\b"
    r"|\b(planned|scheduled|still to be|yet to be)\b",
    re.I,
)
_BREAKS = regex(r"[,;:—“”\"]+(?=\s|$)|(?<=\s)[“\"—]")


def _told_of(view: View, query: Query, found: Found) -> str:
    """The parts of a sentence, between commas and quotation marks, that hold words of the question; all of it where none has a verb."""
    parts = [part for part in _BREAKS.split(found.passage.text) if part.strip()]
    held = [
        part for part in parts if (text := f" {' '.join(stems(part))} ") and any(covers_text(view, term.stem, text) for term in query.words)
    ]
    told = " , ".join(held)
    row = parsed(view, found.passage)
    verbs = [row.units[clause.verb.head].text for clause in row.clauses if clause.verb.finite]
    return told if any(verb in told for verb in verbs) else found.passage.text


def _judge(view: View, query: Query, found: Found, asks_said: bool) -> Draft | None:
    text = found.passage.text
    people = [name for name in query.names if any(view.actors[i].kind == "person" for i in name.ids if i in view.actors)]
    if any(not set(name.ids) & set(found.passage.fact.actors) for name in people):
        return None
    if not asks_said and (told_of(view, query, found.passage) is False or only_wanted(view, query, found.passage)):
        return None
    if asks_said and said_by_others(view, query, found.passage):
        return None
    if _ONLY.search(query.text) and _FIRST.search(text):
        return from_passage(found, "yesno", text=f"No. {quoted(found.passage, 250)}", value=False)
    if _NOT.search(_told_of(view, query, found)):
        return (
            from_passage(found, "yesno", text=f"No. {quoted(found.passage, 250)}", value=False)
            if not query.negated and not asks_said and found.share > 0.95 and not _HEDGED.search(text)
            else None
        )
    if (
        _HEDGED.search(_told_of(view, query, found))
        and not asks_said
        and not _HEDGED.search(query.text)
        and not _WEIGHED.search(query.text)
    ):
        return _unconfirmed(found)
    if asks_said or _ASKS_PLAN.search(query.text) or _HEDGED.search(query.text):
        return from_passage(found, "yesno", text=f"Yes. {quoted(found.passage, 250)}", value=True)
    mode = mode_told(view, query, found.passage)
    if mode == "denied" and not query.negated:
        return from_passage(found, "yesno", text=f"No. {quoted(found.passage, 250)}", value=False)
    if mode in ("denied", "ahead", "open") or (mode is None and _WANTED.search(_told_of(view, query, found))):
        return _unconfirmed(found)
    return from_passage(found, "yesno", text=f"Yes. {quoted(found.passage, 250)}", value=True)


_WANTED = regex(
    r"\b(?:requir\w+|need\w*|demand\w*|call(?:s|ed|ing)? for|seek\w*|sought|want\w*|request\w*|ask(?:s|ed|ing)? for|urg\w+)\b", re.I
)


def _unconfirmed(found: Found) -> Draft:
    return Draft("partly", clip(f"Not confirmed. {quoted(found.passage, 250)}"), "yesno", None, citations=(found.passage.citation,))


def status(view: View, query: Query) -> Draft:
    """How far something has come: its latest stage, else what a sentence says of it."""
    query = replace(query, windows=tuple(replace(w, bound="as_of") if w.bound == "in" else w for w in query.windows))
    hits = best(select(view, query))
    events = [hit.event for hit in hits if not hit.missing]
    if events:
        last = sorted(events, key=lambda e: (str(e.time.latest or e.time.earliest) if e.time else "0", e.id))[-1]
        return Draft(
            "answered" if last.status in REAL else "partly",
            clip(f"{last.status.capitalize()}: {line(last)}."),
            "status",
            last.stage or last.status,
            citations=cite([last]),
            reasons=event_reasons(last),
            facts=(last.id,),
        )
    found = search(view, query, terms=tuple(t for t in query.words if t.stem not in _PROGRESS), least=0.7)
    return _of_thing(view, query) or (from_passage(found[0], "status") if found else nothing(view, query, "status"))


_PROGRESS = frozenset(stem(word) for word in ("stage", "reach", "reached", "get", "progress", "come", "far", "advance"))


def _of_thing(view: View, query: Query) -> Draft | None:
    """The latest that is told of a project which a question only names."""
    if query.types or not query.names or any(view.actors[i].kind != "place" for n in query.names for i in n.ids if i in view.actors):
        return None
    words = [stems(view.actors[i].name)[0] for name in query.names for i in name.ids]
    own = [e for e in view.by_type.get("project", ()) if all(f" {word} " in evidence_stems(view, e) for word in words)]
    own = [e for e in own if e.time and all(in_window(e.time, window) for window in query.windows)]
    if not own:
        return None
    last = max(own, key=lambda e: (str(e.time and (e.time.latest or e.time.earliest)), e.id))
    text = f"{last.status.capitalize()}: {line(last)}."
    state: AnswerStatus = "answered" if last.status in REAL else "partly"
    return Draft(
        state, clip(text), "status", last.status if last.status not in REAL else last.stage, citations=cite([last]), facts=(last.id,)
    )
