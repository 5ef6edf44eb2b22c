"""Whether an answer is that of another act, topic or turn than a question asks about."""

import re

from tieline.late import regex
from tieline.query.draft import Draft
from tieline.query.loaded import function
from tieline.query.reading.frame import Frame
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.view import View

_POINTS = regex(r"\b(?:it|this|these|them)\b", re.I)


def on_topic(view: View, query: Query, draft: Draft) -> bool:
    """Whether the sentences of an answer hold a word of what somebody is asked to have spoken about, or point back to where it stands."""
    covers, points_back = function("sentences.cover.covers_text"), function("evidence.context.points_back")
    told = view.passages_of(draft.citations)
    if not query.terms or any(points_back(view, passage) or _POINTS.search(passage.text) for passage in told):
        return True
    return any(covers(view, term.stem, passage.joined) for term in query.terms for passage in told)


_ONE_OF_SEVERAL = regex(r"\b(?:round|session)s?\b", re.I)


def dates_another(view: View, query: Query, draft: Draft) -> bool:
    """Whether a date is that of something else told in the same sentence: a round of the talks, or what another of its verbs tells."""
    events = [view.events[name] for name in draft.facts if name in view.events]
    if query.stages and "round" not in query.stages and not _ONE_OF_SEVERAL.search(query.text):
        return bool(events) and all(one.type == "negotiation" and one.stage == "round" for one in events)
    frame = function("reading.frame.frame_of")(view, query)
    if frame is None or frame.copular or query.types or query.stages or not events or any(one.type != "dispute" for one in events):
        return False
    tells = function("evidence.senses.tells")
    verbs = [verb.split()[0] for verb in frame.verbs]
    own = " " + " ".join(stem(word) for one in draft.citations for word in re.findall(r"\w+", one.quote.lower())) + " "
    elsewhere = any(tells(view, verb, passage.joined) for verb in verbs for passage in view.passages_of(draft.citations))
    return elsewhere and not any(tells(view, verb, own) for verb in verbs)


_LEADS = frozenset(stem(word) for word in ("lead", "head", "represent", "chair"))


def of_another_act(view: View, query: Query, draft: Draft) -> bool:
    """Whether the sentences that name somebody say the verb of a question in no way: he may have done something else."""
    side = function("sentences.told_who.side_of")(query)
    others = function("sentences.sided.of_others")
    if side and all(others(view, set(side.ids), passage, (str(draft.value),)) for passage in view.passages_of(draft.citations)):
        return True
    frame = function("reading.frame.frame_of")(view, query)
    if frame is None or frame.copular or query.title or frame.asks not in ("subject", "object"):
        return False
    if (query.types or query.stages) and (frame.asks == "subject" or not _beside_act(query, frame)):
        return False
    tells = function("evidence.senses.tells")
    told = view.passages_of(draft.citations)
    verbs = [verb.split()[0] for verb in frame.verbs]
    if set(verbs) & _LEADS and any(function("sentences.sided.of_other_side")(view, query, passage, str(draft.value)) for passage in told):
        return True
    told_or_denied = function("people.speech.verbs_of_speech")(view.lexicon)
    if frame.asks == "subject" and set(verbs) & (view.lexicon.verb_kinds["posts"] | told_or_denied[0] | told_or_denied[1]):
        return False
    return bool(told) and not any(tells(view, verb, passage.joined) for verb in verbs for passage in told)


def _beside_act(query: Query, frame: Frame) -> bool:
    """Whether the verb of a question is none for the act that it names: "whom did they blame for the lack of a meeting"."""
    verbs = {verb.split()[0] for verb in frame.verbs}
    own = [term.span for term in query.words if term.stem in verbs]
    return bool(own) and not any(act.span.contains(span) for act in query.acts for span in own)


TURNS = frozenset(("first", "second", "third", "fourth", "fifth"))


def in_turn(view: View, query: Query, draft: Draft) -> bool:
    """Whether the evidence of an answer says the "first" or "second" that a question does."""
    word = f" {stem(query.ordinal or '')} "
    events = [view.events[one] for one in draft.facts if one in view.events]
    if any(function("amounts.of_deal.is_counted")(view, query, event) for event in events):
        return True  # a deal that one text counts and another gives the price of
    numbers, beside = function("amounts.numbers.numbers"), function("sentences.clause.stems_beside")
    told = ((passage, number) for passage in view.passages_of(draft.citations) for number in numbers(passage))
    return any(word in beside(passage, number.start, number.end) for passage, number in told if number.value == draft.value)


def between_others(view: View, query: Query, draft: Draft) -> bool:
    """Whether the one sentence that gives a number tells it of other parties than the question names."""
    passages = view.passages_of(draft.citations)
    return len(passages) == 1 and bool(function("sentences.clausal.between_others")(view, query, passages[0]))
