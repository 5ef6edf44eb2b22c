"""Which events and stages the words of a question mean."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tieline.model.span import Span
from tieline.model.token import Token
from tieline.query.reading.lexicon import Lexicon, Phrase, may_stand
from tieline.query.reading.query import Act, Name
from tieline.query.reading.slots import Marks
from tieline.query.reading.words import stem

_TALKS = frozenset(stem(word) for word in ("talks", "negotiations", "negotiating", "round", "rounds", "discussions"))


def acts_of(lexicon: Lexicon, tokens: Sequence[Token], marks: Marks, names: list[Name]) -> list[Act]:
    """The events and stages that the words of a question mean, in order, those inside longer ones left out."""
    found = []
    for phrase in may_stand(lexicon.acts, tokens):
        match = phrase.search(tokens, marks.slots)
        if match:
            fields = phrase.fields
            span = Span(tokens[match.start].start, tokens[match.end - 1].end)
            if not any(span.touches(n.span) and n.span.contains(span) for n in names):
                found.append(
                    Act(
                        phrase.id,
                        span,
                        frozenset(fields.get("types", ())),
                        frozenset(fields.get("stages", ())),
                        fields.get("agreement"),
                        bool(fields.get("soft")),
                        stem(fields["term"]) if "term" in fields else None,
                    )
                )
    return found


def outer(acts: Iterable[Act]) -> list[Act]:
    """Acts without those inside the words of a thing or a stage: the partnership of a "partnership agreement"."""
    own = list(acts)
    return [act for act in own if not any(_covers(other, act) for other in own)]


def _covers(outer: Act, act: Act) -> bool:
    inside = outer.span.contains(act.span) and outer.span != act.span
    return inside and (outer.rule.startswith("thing.") or act.rule == "act.host" or bool(outer.stages and act.stages))


def before_during(text: str, acts: list[Act]) -> list[Act]:
    """The acts before "during", where there are some: what comes after it only says when."""
    place = text.lower().find(" during ")
    main = [act for act in acts if act.span.start < place]
    return main if place >= 0 and any(act.types or act.stages for act in main) else acts


def spoken(text: str, act: Act, rule: Phrase | None) -> bool:
    """Whether "talk about" means words and no negotiations."""
    words = text[act.span.start : act.span.end].lower()
    if " with" in words:
        return False
    if words.startswith(("talked", "talking")):
        return True
    return words.startswith("talk") and rule is not None and rule.fields["form"] in ("document", "who", "said")


def partnered(acts: list[Act]) -> list[Act]:
    """The acts, with the start of a partnership as the raising of relations to it."""
    if not any(act.types == frozenset({"partnership"}) for act in acts):
        return acts
    started = ("act.establish", "act.begin", "act.sign")
    return [replace(act, stages=act.stages | {"upgraded"}) if act.rule in started else act for act in acts]


def started_agreement(acts: list[Act], tokens: Sequence[Token]) -> list[Act]:
    """The acts, with the start of an agreement as its entry into force; talks on it start by themselves."""
    talks = any(token.lower in _TALKS for token in tokens)
    if not talks and any("trade_deal" in act.types for act in acts):  # purchases are concluded by signing them
        acts = [replace(act, stages=act.stages | {"signed"}) if act.rule == "act.conclude" else act for act in acts]
    if talks or not any(act.agreement for act in acts):
        return acts
    over = [act for act in acts if act.rule == "act.conclude" and any(t.lower == "end" and t.start == act.span.start for t in tokens)]
    acts = [replace(act, stages=frozenset({"terminated", "lapsed"})) if act in over else act for act in acts]
    starts = ("act.begin", "act.inaugurate")
    return [replace(act, stages=frozenset({"in_force"})) if act.rule in starts else act for act in acts]
