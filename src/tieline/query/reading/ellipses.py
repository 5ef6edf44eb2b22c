"""Follow-ups that leave out their verb or its object: "did she?", "how many have been?", "why not in 2006?", "who paid?"."""

import re
from collections.abc import Callable, Sequence

from tieline.late import regex
from tieline.query.reading.antecedents import Topic
from tieline.query.reading.read import read_question

_DID = regex(
    r"(?P<aux>did|does|do|has|have|had|will|would|is|was|are|were|can|could|should) (?P<who>he|she|they|it)"
    r"(?P<late> (?:really|ever|indeed|in the end|eventually|actually|then))?",
    re.I,
)
_SO_MANY = regex(
    r"how many (?:of them )?(?P<aux>have been|has been|had been|have|were|was|are|will be|would be)(?: so far| already| in the end)?", re.I
)
_COUNTED = regex(
    r"\W*how many (?P<noun>.+?) (?:will|would|are|is|were|was|have|has|had|should|could)\b(?: [a-z]+){0,2}? (?:be |been |to be )?"
    r"(?P<done>\w+(?:ed|t|n|ht))\b(?P<rest>.*)",
    re.I,
)
_NOT_THEN = regex(r"why not (?P<then>(?:in|on|before|at|by|during|until|earlier|sooner|then)\b.*)", re.I)
_SHOULD = regex(r"(?:supposed|expected|due|meant|scheduled|planned|set|going|able|hoping|likely)?\s*\bto\s+", re.I)
ASKING = regex(
    r"^\W*(?:(?:in|on|by|with|to|from|since|until|at|for)\s+)?(?:when|where|who|whom|whose|why|what|which|how)\b"
    r"(?:\s+(?:long|much|many|big|often|far|year|day|date|city|country))?",
    re.I,
)
AUXILIARY = regex(r"\W*(?:is|are|was|were|did|does|do|has|have|had|will)\b", re.I)
_SUBJECTS = ("person", "country", "company", "organization", "group")

Anew = Callable[[Topic, str], str | None]


def elliptic(topics: Sequence[Topic], words: str, anew: Anew) -> list[str | None] | None:
    """What a follow-up without its verb or object stands for, after each of the last questions; None where it leaves out neither.

    `anew` puts a question with another question word.
    """
    deed, many, then = _DID.fullmatch(words), _SO_MANY.fullmatch(words), _NOT_THEN.fullmatch(words)
    if deed:
        return [_of_that_deed(topics[0], deed["aux"])]
    if many:
        return [_so_many(topic, many["aux"]) for topic in topics]
    if then:
        return [_not_then(topic, then["then"], anew) for topic in topics]
    alone = {entry.strip() for one in topics[0].view.lexicon.tables["follow"] for entry in one["does_alone"].split(";")}
    return [_with_object(topics[0], words)] if words in alone else None


def _of_that_deed(topic: Topic, aux: str) -> str | None:
    """The last question as one for whether it was so: "did she?" after "when was Vael to visit Torv?"."""
    asked = ASKING.match(topic.query.text)
    text = topic.query.text[asked.end() if asked else 0 :].strip(" ?")
    first = AUXILIARY.match(text)
    people = [name for name in topic.query.names if topic.view.any_is(name.ids, *_SUBJECTS)]
    at = topic.query.text.find(text)
    doer = next((one for one in people if first and not text[first.end() : one.span.start - at].strip(" the")), None)
    if doer is None:
        return None
    rest = text[doer.span.end - at :].strip()
    rest = _SHOULD.sub("", rest, count=1) if _SHOULD.match(rest) else rest
    return f"{aux} {doer.text} {rest}?" if rest else None


def _so_many(topic: Topic, aux: str) -> str | None:
    """How many of those counted it was done with: "how many have been?" after "how many nurses will be trained?"."""
    found = _COUNTED.fullmatch(topic.query.text.rstrip(" ?"))
    if found is None or topic.query.windows:
        return None
    return f"how many {found['noun']} {aux}{' been' if aux == 'have' else ''} {found['done']}{found['rest']}?"


def _not_then(topic: Topic, then: str, anew: Anew) -> str | None:
    """Why something was not done at a time: "why not in 2006?" after "when was the accord signed?"."""
    text = (anew(topic, "why") or "").rstrip(" ?")
    done = [act.span.start for act in read_question(topic.view, text).acts if act.stages] if text else []
    return f"{text[: done[-1]]}not {text[done[-1] :]} {then}?" if done else None


def _with_object(topic: Topic, words: str) -> str | None:
    """A question for who did something, with the thing told before: "who paid?" after "what did the school cost?"."""
    thing = topic.thing()
    return f"{words} {'for ' if words.endswith('paid') else ''}{thing}?" if thing else None
