"""By which names the things are known that projects, summits and investments are about."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import takewhile

from tieline.model.mention import ActorMention, EventMention, Reading
from tieline.model.span import Span
from tieline.model.token import Sentence, Token
from tieline.resolve.actors.who import Who
from tieline.resolve.events.reports.report import Context, Told

LEAD = 4  # sentences that tell what an article is about
KEPT = 24  # events told before among which the same thing is looked for
BACK = 6  # sentences in which "the port" still means the one named
NAMED = frozenset({"project", "summit", "investment"})
# Words of names that tell nothing apart.
DULL = frozenset({"port", "railway", "bank", "bay", "project", "the", "of", "new", "international", "line", "work", "construction", "it"})
JOINING = frozenset({"linking", "joining", "connecting", "between"})
REACH = 13  # words behind a noun in which its site is told, and one more
KINDS = 3  # words of a kind that can stand between a name and its noun, and one more
PHRASE = 40  # characters before a noun in which its article stands
_OPENED = re.compile(r"\b(?:the|an?|this|that|its|their)\s|[,.;:]\s")
_NAME = re.compile(r"[^\W\d_]+")


def proper_names(
    m: EventMention, around: Sequence[ActorMention], first: int, reading: Reading, who: Who, others: Set[str] = frozenset()
) -> frozenset[str]:
    """Proper names of the thing: places, companies and capitalised words of the topic, no countries and no persons."""
    if m.type not in NAMED:
        return frozenset()
    document = reading.article.document.id
    spans: list[Span] = [arg.span for arg in m.arguments] + [span for span in (m.topic,) if span]
    actors = [actor for span in spans for actor in who.at(document, span)]
    bodies = ("place", "organization", "company")
    doers = {a for arg in m.arguments if m.type == "project" for a in who.at(document, arg.span) if who.kind(a) in bodies[1:]}
    told = set(who.at(document, m.topic)) if m.topic else set()
    names = [who.name(a) for a in actors if who.kind(a) in bodies and (a not in doers or a in told)]  # who builds it gives it no name
    if m.topic:
        countries = {part.lower() for a in actors if who.kind(a) in ("country", "person") for part in who.name(a).split()}
        words = [found for found in _NAME.finditer(reading.article.words(m.topic)) if m.topic.start + found.start() != first]
        names += [found[0] for found in words if found[0][0].isupper() and found[0].lower() not in countries]
    if not names and m.topic and _is_new(m.topic, reading):
        return frozenset(word.lower() for word in _NAME.findall(reading.article.words(m.topic))) - DULL
    if not names and others & set(modifiers(m.topic, reading)):
        return frozenset(modifiers(m.topic, reading))
    if not names:
        inside = [a for near in around if m.span.contains(near.span) for a in who.at(document, near.span)]
        names = [who.name(a) for a in inside if who.kind(a) == "place"]
    return frozenset(word.lower() for name in names for word in _NAME.findall(name) if word[0].isupper()) - DULL


def built_before(told: Told, context: Context) -> Told:
    """A project told as "the port" with the name that a built thing of the text had last: "Chancay Port"."""
    if told.type != "project" or told.named or (told.topic and _NAME.search(told.topic) and told.topic[0].isupper()):
        return told
    for index in range(told.mention.sentence, max(told.mention.sentence - BACK, -1), -1):
        sentence = context.times.sentence(context.reading, index)
        names = list(_built(sentence, context.words)) if sentence and sentence.zone != "link" else []
        names = [(name, noun) for name, noun in names if not _is_country(name, index, context)]
        if names:
            noun = next((word for word in (told.topic or "").lower().split() if word in context.nouns), "")
            named = frozenset(names[-1][0].lower().split()) - DULL
            return replace(told, named=named, topic=told.topic if noun else names[-1][1], loose=index != told.mention.sentence)
    return told


def _is_country(name: str, sentence: int, context: Context) -> bool:
    """Whether a name beside a noun is that of a country: "the railway of Orsenda" has no name of its own."""
    near = context.nearby.get(sentence, ())
    return any(one.kind == "country" and set(name.split()) & set(one.text.split()) for one in near)


def with_noun(told: Told, context: Context) -> Told:
    """A project with the kind of what is built: by its topic, the words of its sentence before its verb, else those told before."""
    if told.type != "project":
        return told
    own = (*told.modifiers, *_NAME.findall((told.topic or "").lower()))
    words = [word for word in own if word in context.built]
    if words:
        return replace(told, noun=context.built[words[-1]], firm=True)
    for index in range(told.mention.sentence, max(told.mention.sentence - BACK, -1), -1):
        sentence = context.times.sentence(context.reading, index)
        tokens = sentence.tokens if sentence and sentence.zone != "link" else ()
        inside = [one for one in tokens if one.lower in context.built]
        before = [one for one in inside if index != told.mention.sentence or one.start < told.mention.span.end]
        if chosen := (before[-1:] or inside[:1]):
            return replace(told, noun=context.built[chosen[0].lower])
    return told


def _like(told: Told, before: Sequence[Told]) -> frozenset[str]:
    """The names of the project told before that carries a word of this one's own: "the metre-gauge line"."""
    near = (one.named for one in reversed(before[-KEPT:]) if one.type == "project" and one.named & set(told.modifiers))
    return next(near, frozenset())


def _is_new(topic: Span, reading: Reading) -> bool:
    """Whether the thing is brought in as a new one ("an extension to the north")."""
    words = reading.article.text[max(topic.start - 4, 0) : topic.start + 3].lower().split()
    return any(word in ("a", "an") for word in words[-3:])


def modifiers(topic: Span | None, reading: Reading) -> tuple[str, ...]:
    """The words in small letters between the article and the noun of a thing: "the old metre-gauge line"."""
    if topic is None:
        return ()
    words = _NAME.findall(_OPENED.split(reading.article.text[max(topic.start - PHRASE, 0) : topic.end].lower())[-1])
    return tuple(word for word in words if word not in DULL)


def lead_names(context: Context) -> frozenset[str]:
    """The places and built things that the first lines of an article name: what it is about where no project is named."""
    lead = [s for s in context.reading.article.sentences if s.zone in ("headline", "prose")][:LEAD]
    document, who = context.reading.article.document.id, context.who
    telling = [one for one in lead if any(token.lower in context.nouns or token.lower in context.built for token in one.tokens)]
    actors = [a for one in telling for near in context.nearby.get(one.index, ()) for a in who.at(document, near.span)]
    names = [who.name(a) for a in actors if who.kind(a) == "place"]
    names += [name for one in lead for name, _ in _built(one, context.words)]
    return frozenset(word.lower() for name in names for word in _NAME.findall(name) if word[0].isupper()) - DULL


def part_of(told: Told, words: Mapping[str, Set[str]]) -> str:
    """Which part of a thing a report is about: "tavonian section", "first phase"; nothing where it is about the whole."""
    row = [word.strip(".,;:").lower() for word in told.sentence.split()]
    near = told.citation.quote.lower()
    for k, word in enumerate(row[1:], 1):
        if row[k + 1 : k + 2] == ["of"] and set(row[k + 2 : k + 4]) & words["projects.spans"] | set(
            filter(str.isdigit, row[k + 2 : k + 3])
        ):
            continue  # "the second half of 2022", "the last part of the year"
        if word in words["projects.parts"] and f"{row[k - 1]} {word}" in near and row[k - 1] not in ("the", "a", "an", "its", "this"):
            return row[k - 1]
    return ""


def sole_names(context: Context) -> dict[str, frozenset[str]]:
    """The words of the name that a text has for the only thing of a kind that it names, by kind: "bridge", "dam"."""
    found: dict[str, set[str]] = {}
    for sentence in context.reading.article.sentences:
        if sentence.zone in ("headline", "prose", "list", "correction"):
            for name, noun in _built(sentence, context.words):
                if noun in context.built and not _is_country(name, sentence.index, context):
                    found.setdefault(context.built[noun], set()).add(name.lower())
    return {kind: frozenset(min(names).split()) - DULL for kind, names in found.items() if len(names) == 1}


def _built(sentence: Sentence, words: Mapping[str, Set[str]]) -> Iterator[tuple[str, str]]:
    """The capitalised word beside a noun for what is built, and the noun: "Pelmara gas pipeline", "the port of Pelmara"."""
    tokens = () if sentence.text.isupper() else sentence.tokens  # in shouted lines every word has a capital
    nouns, kinds = words["projects.nouns"], words["projects.kinds"]
    for i, token in enumerate(tokens):
        if token.lower in nouns:
            k = next((k for k in range(i - 1, max(i - 1 - KINDS, 0), -1) if tokens[k].text not in kinds and tokens[k].text != "-"), 0)
            if k > 0 and tokens[k].text[:1].isupper():
                yield tokens[k].text, token.lower
            name = _site(_beyond(tokens[i + 1 : i + REACH]))
            if name:
                yield name, token.lower


def _beyond(behind: Sequence[Token]) -> Sequence[Token]:
    """The words behind a noun for what is built, without those for the two that it joins: "a bridge linking A and B at Orsetal"."""
    if not behind or behind[0].lower not in JOINING:
        return behind
    at = next((k for k, token in enumerate(behind) if token.lower in ("at", "near")), len(behind))
    plain = all(token.text[:1].isupper() or token.lower in ("and", "the", "with", "to") for token in behind[1:at])
    return behind[at:] if plain else behind


def _site(behind: Sequence[Token]) -> str | None:
    """The names behind a noun for what is built: "the port of Pelmara", "a dam on the Nam Pel", "a bridge over the Nam Pel at Orsetal"."""
    words = [one.lower for one in behind]
    start = 2 if words[:2] in (["on", "the"], ["over", "the"], ["across", "the"]) else 1 if words[:1] in (["of"], ["at"], ["near"]) else 0
    if not start or len(behind) <= start or not behind[start].text[:1].isupper():
        return None
    run = list(takewhile(lambda one: one.text[:1].isupper(), behind[start:]))
    if start == 1:
        return run[0].text
    town = behind[start + len(run) :][:2]
    at = len(town) == 2 and town[0].lower in ("at", "near", "in") and town[1].text[:1].isupper()
    return f"{run[-1].text} {town[1].text}" if at else run[-1].text


def with_names(told: Sequence[Told], lead: frozenset[str]) -> list[Told]:
    """Projects told without a name ("the port") get the name that the article gave last, else the one it gives next."""
    found: list[Told] = []
    last = frozenset[str]()
    built = next((one.named for one in told if one.type == "project" and one.named), lead)
    given = next((one.named for one in told if one.type in ("project", "investment") and one.named), lead)
    for one in told:
        if one.type in ("project", "investment"):
            last = (one.named if one.type == "project" else None) or last
            found.append(
                one
                if one.named
                else replace(one, named=_like(one, found) or last or (built if one.type == "project" else given), loose=True)
            )
            last = found[-1].named if one.type == "project" else last
        else:
            found.append(one)
    return found
