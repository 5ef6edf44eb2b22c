"""The way of answering that each form of question takes, loaded when a question takes it."""

import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

from tieline.late import regex
from tieline.query.draft import Draft, nothing
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.view import View

Way = Callable[[View, Query], Draft]

# form -> the module of this package and the function in it
WAYS = {
    "when": "times.when.when",
    "weekday": "times.weekdays.weekday",
    "years": "events.lists.years",
    "who": "people.people.who",
    "person": "people.people.person",
    "where": "events.places.where",
    "how_many": "events.open.how_many",
    "how_much": "amounts.figures.how_many",
    "rank": "amounts.figures.rank",
    "ordinal": "amounts.figures.ordinal",
    "count": "events.lists.count",
    "between": "times.spans.between",
    "how_long": "times.spans.how_long",
    "order": "times.order.order",
    "list": "events.lists.listed",
    "agreement": "events.deals.agreements",
    "timeline": "events.chronicle.timeline",
    "outlook": "events.outlook.outlook",
    "about": "events.everything.about",
    "said": "people.said.said",
    "document": "people.sourced.document",
    "count_documents": "people.sourced.count_documents",
    "published": "people.sourced.published",
    "publisher": "people.sourced.publisher",
    "yesno": "events.yesno.yesno",
    "status": "events.progress.status",
    "level": "events.levels.level",
    "what": "events.open.what",
    "conflict": "ask.conflict",
    "fragment": "events.open.fragment",
}


_RANK = regex(
    r"^\W*(?:who|which|what|since|from)\b.*\b(?:\w+est|most|top|main|leading|principal|chief|number|no|rank\w*|\w+ place"
    r"|first|second|third|fourth|fifth|\d+(?:st|nd|rd|th))\b",
    re.I,
)
# nouns that name what somebody said, which tells of another time than its own
_UTTERS = regex(
    r"\b(?:forecast|prediction|prognosis|estimate|interview|proposal|suggestion|appeal)s?\b|\bdid\b[^?]*?\b(?:predict|forecast|foresee|expect)\b",
    re.I,
)
_CONDITION = regex(r"condition|depend|^\W*what (?:would|will|could|might|can|must|should|has to|needs to)\b", re.I)
_SPOKE_TO = regex(r"\bwhom?\b.*\b(?:did|does|has|had|was)\b.*\b(?:sp[eo]ak|spoke|talk|tell|told|sa[iy]|address|confid|comment)", re.I)
_SAID = regex(r"\W*who (?:else )?(?:has |had )?(?:said|says|stated?|noted?|added|thinks?|thought|believe[sd]?|argue[sd]?)\b", re.I)
_LAST_TIME = regex(r"\b(?:last|previous(?:ly)?|most recent(?:ly)?|before (?:this|that|then|now)|prior to)\b", re.I)
# what some questions ask whatever their form: which they may be, and the function that answers them or gives None
SPECIAL: tuple[tuple[Callable[[Query], bool], str], ...] = (
    (
        lambda query: any(
            word in query.text.lower() for word in ("off", "cancel", "postpon", "put", "delay", "fell", "fall", "schedul", "go ahead")
        ),
        "times.called_off.called_off",
    ),
    (lambda query: query.ordinal in ("first", "last") and bool(query.types or query.stages), "people.first_to.first_to"),
    (lambda query: query.form == "where", "evidence.situated.situated"),
    (lambda query: query.form in ("how_many", "count") and not query.windows, "events.counted_lists.counted"),
    (lambda query: query.form == "when" and bool(_UTTERS.search(query.text)), "times.spoken_when.told_when"),
    (lambda query: query.form == "when" and bool(_LAST_TIME.search(query.text)), "times.last_time.last_time"),
    (lambda query: query.form in ("who", "person") and bool(_SPOKE_TO.search(query.text)), "people.addressees.addressee"),
    (lambda query: "capital" in query.text.lower(), "sentences.capitals.capital"),
    (
        lambda query: (
            query.form != "document" and not (query.types or query.stages) and query.title in (None, "official", "politician", "diplomat")
        ),
        "sentences.kinds.listing",
    ),
    (lambda query: bool(_RANK.search(query.text)), "amounts.ranked.ranked"),
    (lambda query: query.form in ("what", "rank", "status", "about", "fragment", "list", "level"), "amounts.changes.rank_changes"),
    (lambda query: query.form in ("what", "agreement", "list", "status"), "events.open_matters.open_matters"),
    (lambda query: query.form == "yesno" and " or " in query.text, "amounts.changes.up_or_down"),
    (lambda query: query.form in ("yesno", "fragment") and bool(query.windows), "times.states.state"),
    (lambda query: "correct" in query.text.lower() or "wrong" in query.text.lower(), "sentences.corrections.told"),
    (lambda query: "relat" in query.text.lower() or " kin" in query.text.lower(), "people.kinship.related"),
    (lambda query: any(word in query.text.lower() for word in ("why", "reason", "led to", "cause")), "sentences.reasons.why"),
    (lambda query: query.form in ("who", "person", "fragment"), "people.hosts.leader"),
    (lambda query: query.form in ("who", "person") and bool(query.names), "people.hosts.received"),
    (
        lambda query: any(word in query.text.lower() for word in ("particular", "especial", "single", "notably", "above")),
        "events.singled.singled",
    ),
    (
        lambda query: any(word in query.text.lower() for word in ("title", "headline", "heading")),
        "people.headlines.headline",
    ),
    (lambda query: any(word in query.text.lower() for word in ("national", " from", "citizen")), "people.origins.origin"),
    (lambda query: any(word in query.text.lower() for word in ("connect", "link", "join", " run")), "sentences.routes.both_ends"),
    (
        lambda query: any(word in query.text.lower() for word in (" work", " teach", " represent", " employed")),
        "people.workplace.workplace",
    ),
    (lambda query: query.form == "how_long" and "visit" in query.types, "events.singled.trip_length"),
    (
        lambda query: any(word in query.text.lower() for word in ("evolve", "develop", "change", "over time", "years")),
        "events.singled.levels",
    ),
    (lambda query: bool(_CONDITION.search(query.text)), "sentences.reasons.condition"),
    (lambda query: query.form in ("order", "agreement", "list"), "times.several.ordered"),
    (lambda query: " between " in query.text.lower() and query.text[:4].lower() == "what", "times.several.came_between"),
    (lambda query: query.form in ("order", "agreement", "list"), "times.several.first_of"),
)


# questions about the time of events that they name: words without which none is one, and the function that answers it or gives None
ON_EVENTS = (
    (regex(r"\bsame\b", re.I), "times.same_time.same_time"),
    (
        regex(
            r"\b(?:after|since|following|before|prior to|until|till|ahead of|up to|leading up|run-up|during|between"
            r"|in the (?:same )?(?:week|month|year)|within \w+ (?:day|week|month|year)s?)\b",
            re.I,
        ),
        "times.nested.nested",
    ),
    (regex(r"^\W*(?:for )?how (?:old|long|many years)\b", re.I), "times.ages.age"),
)


# the forms that a clause with the verb, subject and object of the question can answer
CLAUSAL = ("when", "where", "who", "how_long", "how_many", "how_much", "yesno", "said", "what")


# the forms that the list of a sentence can answer
LISTING = ("what", "list", "said", "how_many", "count", "agreement")
_SPEAKS = regex(r"\b(?:did|does|do|has|have|had|according to|in the (?:view|opinion|words|eyes) of)\b", re.I)


# what says no more than that nothing was found
OPEN = frozenset(
    (
        "The texts do not say.",
        "The texts give no such figure.",
        "The texts report none.",
        "The texts name nobody in that office.",
        "The texts give no date for that.",
        "The texts do not say how long that was.",
        "The texts do not say when that was.",
    )
)
AHEAD_ONLY = "The texts do not say; there is only a forecast or plan"  # which the sentence itself may tell as a fact
_PAST = regex(r"(?:on |since |in )?(?:when|what|which)\b.*?\b(?:did|was|were|had)\b", re.I)


def answered(view: View, query: Query) -> Draft:
    """The answer of the first way that applies."""
    plain = _function("evidence.whose.whose")(view, query) if " whose " in query.text.lower() else _plainly(view, query)
    if plain:
        return plain
    if "according to" in query.text.lower() and query.form not in ("said", "yesno"):
        own: Draft | None = _function("people.attributed.by_source")(view, query, answered)
        if own:
            return own
    for may_be, place in SPECIAL:
        draft: Draft | None = _function(place)(view, query) if may_be(query) else None
        if draft:
            return draft
    draft = _function("people.who_said.surely_said")(view, query) if query.form == "who" and _SAID.match(query.text) else None
    draft = draft or _named_first(view, query) or way(query.form)(view, query)
    for step in _STEPS:
        draft = step(view, query, draft)
    if query.form == "who" and (draft.status == "unanswered" or draft.text.startswith("Not said in these words")):
        draft = _function("people.who_said.who_said")(view, query) or draft
    if draft.status == "unanswered" and query.form == "when":
        draft = _function("times.spoken_when.told_when")(view, query) or draft
    if draft.status == "unanswered" and _SPEAKS.search(query.text):
        draft = _function("people.attributed.attributed")(view, query) or draft
    if draft.status == "unanswered" and query.unit == "percent":
        draft = _function("amounts.part_of.part_of")(view, query) or draft
    if query.form in LISTING and _function("reading.listing.listing_asked")(view, query):
        draft = _function("events.enumerated.with_members")(view, query, draft)
    if _may_be_another(query, draft):
        draft = _function("evidence.recheck.rechecked")(view, query, draft)
    if query.form == "where":
        draft = _function("events.places.at_site")(view, query, draft)
    return _amended(view, draft)


def _may_be_another(query: Query, draft: Draft) -> bool:
    """Whether the sentence of an answer may give another number, time or turn: not a date that an event gives to what is past."""
    if draft.kind == "date":
        return not draft.facts or bool(_function("times.ahead.asks_ahead")(query) or _function("times.ahead.asks_plan")(query))
    if draft.kind in ("actor", "place"):
        return bool(query.title) or bool(_TURN.search(query.text))
    return draft.kind == "number" or draft.value is True


_TURN = regex(r"\b(?:first|second|third|fourth|fifth|last|only)\b", re.I)


def _from_clause(view: View, query: Query, draft: Draft) -> Draft:
    """What was not found, from a clause that tells it."""
    if draft.status != "unanswered" or query.form not in CLAUSAL or draft.text.startswith("It was"):
        return draft
    told = _function("sentences.told_in.told_in_clause")(view, query)
    if told and query.form == "said" and not _on_topic(view, query, told):
        return draft
    return told if told and _function("people.acting.of_title")(view, query, told) else draft


_POINTS = regex(r"\b(?:it|this|these|them)\b", re.I)


def _on_topic(view: View, query: Query, draft: Draft) -> bool:
    """Whether the sentences of an answer hold a word of what somebody is asked to have spoken about, or point back to where it stands."""
    covers, points_back = _function("sentences.cover.covers_text"), _function("evidence.context.points_back")
    told = view.passages_of(draft.citations)
    if not query.terms or any(points_back(view, passage) or _POINTS.search(passage.text) for passage in told):
        return True
    return any(covers(view, term.stem, passage.joined) for term in query.terms for passage in told)


def _from_office(view: View, query: Query, draft: Draft) -> Draft:
    """Who held an office at about the time asked for, where nobody is known to have held it then."""
    if draft.status != "unanswered" or not (query.title and query.windows and query.form in ("who", "person")):
        return draft
    return _function("people.offices.nearest_in_office")(view, query) or draft


def _from_interview(view: View, query: Query, draft: Draft) -> Draft:
    """What somebody was asked in the same words, and answered."""
    if draft.status != "unanswered" or not view.asks:
        return draft
    return _function("evidence.interview.answered_there")(view, query) or draft


def _from_closest(view: View, query: Query, draft: Draft) -> Draft:
    """What the sentence that comes closest tells, where no other way knows more than that nothing was found."""
    bare = draft.text in OPEN or draft.text.startswith(AHEAD_ONLY)
    if draft.status != "unanswered" or not bare or query.form not in _function("evidence.told.CLOSELY"):
        return draft
    told = _function("evidence.told.told_closely")(view, query)
    if told and told.status != "answered" and draft.text not in OPEN:
        return draft  # what is only planned stays so
    return told if told and not (query.form == "fragment" and draft.kind == "number" and told.kind != "number") else draft


def _done_before_planned(view: View, query: Query, draft: Draft) -> Draft:
    """What was done, instead of what was planned."""
    if draft.status != "partly" or "no text confirms" not in draft.text or query.form != "when" or not _PAST.match(query.text):
        return draft
    told = _function("sentences.told_in.told_in_clause")(view, query)
    return told if told and told.status == "answered" else draft


def _of_that_act(view: View, query: Query, draft: Draft) -> Draft:
    """Somebody who did what is asked, and nothing else."""
    if query.form != "who" or draft.kind != "actor" or draft.status != "answered" or not _of_another_act(view, query, draft):
        return draft
    return _function("evidence.told.told_closely")(view, query) or nothing(view, query, "actor", "The texts name nobody for that.")


def _of_those(view: View, query: Query, draft: Draft) -> Draft:
    """A number that is told of those whom a question names, in their turn."""
    if draft.kind != "number" or draft.status == "unanswered" or query.form not in ("how_much", "how_many"):
        return draft
    if draft.status == "answered" and _between_others(view, query, draft):
        return nothing(view, query, "number")
    if query.ordinal in _TURNS and not _in_turn(view, query, draft):
        return _function("evidence.told.told_closely")(view, query) or nothing(view, query, "number")
    return draft


def _done_there(view: View, query: Query, draft: Draft) -> Draft:
    """The place where what is asked was done, and nothing else."""
    if query.form != "where" or draft.status != "answered":
        return draft
    if _function("evidence.recheck.done_there")(view, query, draft) and _function("times.to_come.still_ahead")(view, query, draft):
        return draft
    told = _function("sentences.told_in.told_in_clause")(view, query) or _function("evidence.told.told_closely")(view, query)
    return told if told and _function("times.to_come.still_ahead")(view, query, told) else nothing(view, query, "place")


def _on_that_day(view: View, query: Query, draft: Draft) -> Draft:
    """The date of what is asked, and of nothing else told beside it."""
    if draft.kind != "date" or draft.status != "answered" or query.form != "when" or not _dates_another(view, query, draft):
        return draft
    told = _function("sentences.told_in.told_in_clause")(view, query)
    return told if told and told.status == "answered" and told.value != draft.value else nothing(view, query, "date")


def _amended(view: View, draft: Draft) -> Draft:
    """A number or date as a later text corrects it."""
    if draft.kind not in ("number", "date") or draft.status == "unanswered":
        return draft
    amended: Draft = _function("sentences.corrections.amended")(view, draft)
    return amended


_ONE_OF_SEVERAL = regex(r"\b(?:round|session)s?\b", re.I)


def _dates_another(view: View, query: Query, draft: Draft) -> bool:
    """Whether a date is that of something else told in the same sentence: a round of the talks, or what another of its verbs tells."""
    events = [view.events[name] for name in draft.facts if name in view.events]
    if query.stages and "round" not in query.stages and not _ONE_OF_SEVERAL.search(query.text):
        return bool(events) and all(one.type == "negotiation" and one.stage == "round" for one in events)
    frame = _function("reading.frame.frame_of")(view, query)
    if frame is None or frame.copular or query.types or query.stages or not events or any(one.type != "dispute" for one in events):
        return False
    tells = _function("evidence.senses.tells")
    verbs = [verb.split()[0] for verb in frame.verbs]
    own = " " + " ".join(stem(word) for one in draft.citations for word in re.findall(r"\w+", one.quote.lower())) + " "
    elsewhere = any(tells(view, verb, passage.joined) for verb in verbs for passage in view.passages_of(draft.citations))
    return elsewhere and not any(tells(view, verb, own) for verb in verbs)


_LEADS = frozenset(stem(word) for word in ("lead", "head", "represent", "chair"))


def _of_another_act(view: View, query: Query, draft: Draft) -> bool:
    """Whether the sentences that name somebody say the verb of a question in no way: he may have done something else."""
    side = _function("sentences.told_in.side_of")(query)
    others = _function("sentences.sided.of_others")
    if side and all(others(view, set(side.ids), passage, (str(draft.value),)) for passage in view.passages_of(draft.citations)):
        return True
    frame = _function("reading.frame.frame_of")(view, query)
    if frame is None or frame.copular or query.title or query.types or query.stages or frame.asks != "subject":
        return False
    tells = _function("evidence.senses.tells")
    told = view.passages_of(draft.citations)
    verbs = [verb.split()[0] for verb in frame.verbs]
    if set(verbs) & _LEADS and any(_function("sentences.sided.of_other_side")(view, query, passage, str(draft.value)) for passage in told):
        return True
    told_or_denied = _function("people.speech.verbs_of_speech")(view.lexicon)
    if set(verbs) & (view.lexicon.verb_kinds["posts"] | told_or_denied[0] | told_or_denied[1]):
        return False
    return bool(told) and not any(tells(view, verb, passage.joined) for verb in verbs for passage in told)


_TURNS = frozenset(("first", "second", "third", "fourth", "fifth"))


def _in_turn(view: View, query: Query, draft: Draft) -> bool:
    """Whether the evidence of an answer says the "first" or "second" that a question does."""
    word = f" {stem(query.ordinal or '')} "
    events = [view.events[one] for one in draft.facts if one in view.events]
    if any(_function("amounts.of_deal.is_counted")(view, query, event) for event in events):
        return True  # a deal that one text counts and another gives the price of
    numbers, beside = _function("amounts.numbers.numbers"), _function("sentences.clause.stems_beside")
    told = ((passage, number) for passage in view.passages_of(draft.citations) for number in numbers(passage))
    return any(word in beside(passage, number.start, number.end) for passage, number in told if number.value == draft.value)


def on_events(view: View, query: Query, text: str) -> Draft | None:
    """The answer to a question that sets one event beside another; None where it does not, or holds words that no text knows."""
    places = [place for words, place in ON_EVENTS if words.search(text)]
    places = [place for place in places if place != "times.nested.nested" or query.form not in ("between", "order")]
    if not places or _function("trust.decline.strangers")(view, query):
        return None
    return next((draft for place in places if (draft := _function(place)(view, text))), None)


def _named_first(view: View, query: Query) -> Draft | None:
    """The number or name that "what price" and "which company" ask for, where a sentence is sure to give it."""
    found: Draft | None = _function("evidence.told.picked")(view, query) if query.form == "what" or query.rule == "count.times" else None
    return found


def _plainly(view: View, query: Query) -> Draft | None:
    """Who did something, or when it began or ended, where a clause tells it with the very words of the question."""
    if query.form not in ("who", "when") or (query.form == "when" and not _EDGE.search(query.text)):
        return None
    found: Draft | None = _function("sentences.told_in.plainly")(view, query)
    return found


_EDGE = regex(r"\b(?:end|begin|began|begun|start|finish|conclu|leav|left|depart|arriv)", re.I)


def _between_others(view: View, query: Query, draft: Draft) -> bool:
    """Whether the one sentence that gives a number tells it of other parties than the question names."""
    passages = view.passages_of(draft.citations)
    return len(passages) == 1 and bool(_function("sentences.clausal.between_others")(view, query, passages[0]))


def way(form: str) -> Way:
    """The function that answers questions of a form."""
    found: Way = _function(WAYS[form])
    return found


def _function(place: str) -> Any:
    module, _, name = place.rpartition(".")
    return getattr(import_module(f"tieline.query.{module}"), name)


# what looks again at the answer of a way, in this order
_STEPS = (
    _from_clause,
    _from_office,
    _from_interview,
    _from_closest,
    _done_before_planned,
    _of_that_act,
    _of_those,
    _done_there,
    _on_that_day,
)
