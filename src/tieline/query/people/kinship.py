"""How people are related, as the texts put it."""

import re

from tieline.late import regex
from tieline.query.draft import Draft, capital, clip, quoted
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Name, Query
from tieline.query.reading.words import fold
from tieline.query.view import Passage, View

_ASKED = regex(r"\b(related|relation|relationship|kin|relatives?|connected)\b", re.I)


_KIN = frozenset(("relat", "relativ", "kin", "kinship", "famili", "brother", "sister", "cousin", "married", "mari"))


def related(view: View, query: Query) -> Draft | None:
    """The kinship of the people of a question, or that there is none; None where the question asks for no such thing."""
    people = [name for name in query.names if view.any_is(name.ids, "person")]
    if not people or not _ASKED.search(query.text):
        return None
    kin, none = _words(view, "words"), _words(view, "none")
    ways = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(kin, key=len, reverse=True)))})\b", re.I)
    told = [(_fit(view, people, p), p) for p in _sentences(view, people) if ways.search(p.text) or any(one in fold(p.text) for one in none)]
    told = [(share, p) for share, p in told if (share > 0.6 or len(people) == 1) and not _of_another(view, people, p, ways)]
    if not told:
        return None
    _share, passage = max(told, key=lambda one: (one[0], _published(one[1]), -one[1].number))
    denied = next((one for one in none if one in fold(passage.text)), None)
    word = ways.search(passage.text)
    text = "They are not related" if denied or not word else capital(word[0])
    yesno = query.form == "yesno"
    answer = f"{'No' if denied else 'Yes'}. {quoted(passage, 240)}" if yesno else f"{text}. {quoted(passage, 240)}"
    value: str | bool = (not denied) if yesno else text
    return Draft(
        "answered",
        clip(answer),
        "yesno" if yesno else "statement",
        value,
        citations=(passage.citation,),
        facts=passage.fact.events[:1],
        told=tuple(t.stem for t in query.words if t.stem in _KIN),
    )


_APPOSED = re.compile(r"[(,]\s*(?:the |a |an )?(?:[\w'’-]+ ){0,4}$")


def _of_another(view: View, asked: list[Name], passage: Passage, ways: re.Pattern[str]) -> bool:
    """Whether the word of kinship stands in brackets or commas right behind another person: "Jonas Tarn (the minister's cousin)"."""
    word = ways.search(passage.text)
    opens = _APPOSED.search(passage.text[: word.start()]) if word else None
    if word is None or opens is None:
        return False
    at = passage.fact.start + opens.start()
    named = [one for one in name_index(view).find(passage.tokens) if one.span.end <= at]
    people = [one for one in named if view.any_is(one.ids, "person")]
    return bool(people) and not set(people[-1].ids) & {i for name in asked for i in name.ids}


def _words(view: View, key: str) -> tuple[str, ...]:
    return tuple(word for table in view.lexicon.tables.get("kin", ()) for word in table[key])


def _sentences(view: View, people: list[Name]) -> list[Passage]:
    numbers = {n for name in people for i in name.ids for n in view.by_actor.get(i, ())}
    numbers |= {n for name in people for word in name.text.split() for n in view.index.get(fold(word), ())}
    return [view.passages[n] for n in sorted(numbers)]


def _fit(view: View, people: list[Name], passage: Passage) -> float:
    """The share of the people who are named or referred to."""
    words = set(fold(passage.text).replace("'", " ").replace("’", " ").replace(",", " ").split())
    return sum(_called(view, name, passage, words) for name in people) / len(people)


def _called(view: View, name: Name, passage: Passage, words: set[str]) -> float:
    """Whether a sentence names somebody: for certain, or by a surname that may also be another's."""
    if set(name.ids) & set(passage.fact.actors) or set(fold(name.text).split()) <= words:
        return 1.0
    surnames = {fold(view.actors[i].name.split()[-1]) for i in name.ids if i in view.actors}
    return 0.4 if surnames & words else 0.0


def _published(passage: Passage) -> str:
    when = passage.document.published
    return str(when.latest) if when and when.latest else ""
