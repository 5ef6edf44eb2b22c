"""What somebody said."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tieline.late import regex
from tieline.model.edtf import lies_within
from tieline.model.span import Span
from tieline.query.draft import Draft, clip, from_passage, nothing, passage_item, quoted, with_before
from tieline.query.people.characterized import DESCRIBES, describing
from tieline.query.people.content import content, tells_of
from tieline.query.people.speakers import SPEECH, said_by, sentences_about, speaks, states_speaking
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.query import Name, Query
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.search import Found, search
from tieline.query.view import Passage, View

_ANNOUNCED = regex(r"\b(following|as follows|these|below)\b", re.I)
_COUNTED = regex(r"\W*(first|second|third|fourth|fifth|last|final)(ly)?\b|\W*\(?[1-9a-e][).]\s", re.I)
_SEVERAL = regex(r"\b(two|three|four|five|six|\d) (\w+ )?(things?|steps?|areas?|aspects?|measures?|points?|proposals?|ways?)\b", re.I)
_PROPOSES = regex(r"\b(?:propos|suggest|recommend|advis|advocat|call\w* for)\w*", re.I)
_SHOULD = regex(r"\b(?:should|must|need to|needs to|ought to|propos\w+|suggest\w+|recommend\w+|urg(?:ed|es|ing))\b", re.I)


def said(view: View, query: Query) -> Draft:
    """The words of somebody about something."""
    if _of_a_thing(view, query):
        return nothing(view, query, "statement")
    told = groups_said(view, query) if _by_noun(view, query) else None
    if told or _by_noun(view, query):
        return told or nothing(view, query, "statement")
    speakers = [name for name in query.names if name.span.start >= 0 and speaks(view, name)]
    if all(name.span.start >= query.asked.end for name in speakers):  # "what did Orsenda say about Vael" asks for no words of Vael
        speakers = states_speaking(view, query) or speakers
    strange = _stranger(view, query) if not speakers else ()
    if strange:
        return groups_said(view, query) or _of_stranger(view, query, strange)
    if not speakers:
        return groups_said(view, query) or _by_anybody(view, query)
    speaker = speakers[0]
    found = [one for one in _words_of(view, query, speaker) if not _ONLY_THAT.match(one.passage.text) and _said_then(query, one.passage)]
    if DESCRIBES.search(query.text):
        found = describing(view, query, speaker, found)
    titled = query.title_span is not None and query.title_span.start < query.asked.end
    if query.title and titled and view.any_is(speaker.ids, "country") and stem(query.title.split()[-1]) not in _ANY_OFFICE:
        found = [one for one in found if stem(query.title.split()[-1]) in one.passage.vocabulary]  # the words of another are not his
    if not found:
        return nothing(view, query, "statement", f"The texts quote nothing of {view.actors[speaker.ids[0]].name} on that.")
    found = _with_verb(view, query, [one for one in found if _tells_it(view, query, one.passage)])
    return _quoting(view, query, speaker, _best_words(view, query, speaker, found)) if found else nothing(view, query, "statement")


_ANY_OFFICE = frozenset(stem(word) for word in ("leader", "official", "politician", "diplomat", "representative", "head"))


def groups_said(view: View, query: Query) -> Draft | None:
    """What those said whom the question calls by a noun."""
    from tieline.query.people.groups_said import groups_said as told  # it builds on this module

    return told(view, query)


def _by_noun(view: View, query: Query) -> bool:
    """Whether a question asks for the words of those whom it calls by a noun, and names somebody only behind."""
    from tieline.query.reading.frame import frame_of

    frame = frame_of(view, query)
    behind = query.names and all(name.span.start >= query.asked.end for name in query.names)
    return bool(behind) and frame is not None and frame.subject.head is not None and not frame.subject.named and not query.title


def _said_then(query: Query, passage: Passage) -> bool:
    """Whether words can be of the times that the question gives: by the day of their text, or by a time within these that they name."""
    told = [mention.time for mention in passage.times if mention.time]
    published = passage.document.published
    return published is None or all(
        in_window(published, window) or any(in_window(one, window) and lies_within(one, window.time) for one in told)
        for window in query.windows
    )


def _by_anybody(view: View, query: Query) -> Draft:
    """What is said where the question names no speaker: by a sentence that has its verb."""
    verbs = [word for word in stems(query.text[query.asked.start : query.asked.end])[-1:] if word not in _PLAIN]
    found = search(view, query, terms=query.terms or query.words)
    found = [one for one in found if all(covers_text(view, verb, one.passage.joined) for verb in verbs)]
    found = [one for one in found if verbs or SPEECH.search(one.passage.text)]
    return from_passage(found[0], "statement") if found and query.terms else nothing(view, query, "statement")


def _words_of(view: View, query: Query, speaker: Name) -> list[Found]:
    """The sentences that give words of a speaker, on the topic of the question where it has one."""
    topic = _topic(query)
    others = tuple(name for name in query.names if name is not speaker and not _beside(query, speaker, name))
    if topic or others:
        near = search(view, query, terms=topic, names=others, least=0.6)
        own = (f for f in near if said_by(view, speaker, f.passage))
        return [f for f in own if tells_of(view, f.passage, others, topic, _meant(view, f.passage))]
    spoken = (p for p in sentences_about(view, speaker) if SPEECH.search(p.text) or _quoted_fact(view, speaker, p))
    return [Found(p, 1.0, ()) for p in spoken if said_by(view, speaker, p)]


def _best_words(view: View, query: Query, speaker: Name, found: list[Found]) -> list[Found]:
    """The words of a speaker, the best first: what is proposed, or counted off, where the question asks for that."""
    found = sorted(found, key=lambda f: (-round(f.share + 0.1 * _quoted_fact(view, speaker, f.passage), 1), f.passage.number))
    if _PROPOSES.search(query.text) and not _topic(query):
        found = [f for f in found if counted_off(view, f.passage)] or [f for f in found if _SHOULD.search(f.passage.text)] or found
    if _SEVERAL.search(query.text):
        found = [f for f in found if counted_off(view, f.passage)] or found
    return found


def _quoting(view: View, query: Query, speaker: Name, found: Sequence[Found]) -> Draft:
    top = [f for f in found if f.share >= found[0].share - 0.12][:4]
    passages = (counted_off(view, top[0].passage) if not DESCRIBES.search(query.text) else []) or fitting(top)
    text = " ".join(quoted(p, 280 if len(passages) == 1 else 290 // len(passages)) for p in passages)
    shown = tuple(dict.fromkeys([*passages, *(f.passage for f in top)]))
    return Draft(
        "answered",
        clip(with_before(view, passages[0], text)),
        "statement",
        passages[0].text.strip(),
        items=tuple(passage_item(p) for p in shown),
        citations=tuple(p.citation for p in shown),
        reasons=(f"words of {view.actors[speaker.ids[0]].name} that cover the topic",),
    )


def _of_a_thing(view: View, query: Query) -> bool:
    """Whether a thing of a country, and nobody who speaks for it, is the subject: "what do Orsenda's digital advances offer"."""
    from tieline.query.reading.frame import frame_of

    frame = frame_of(view, query)
    if frame is None or frame.subject.head is None or query.title or any(view.any_is(name.ids, "person") for name in query.names):
        return False
    owner = any(query.text[name.span.end :].startswith(("'s ", "’s ")) for name in query.names)
    bodies = {word for table in view.lexicon.tables.get("speaking", ()) for word in stems(table["bodies"])}
    return owner and not {frame.subject.head, *frame.subject.words} & bodies


# a sentence that tells only where or to whom somebody spoke
_ONLY_THAT = regex(
    r"\W*(?:\w+ ){1,5}(?:made|delivered|gave) (?:the|these|those|his|her|their) (?:remarks?|comments?|statements?|speech|address)\b", re.I
)


_ASKS = regex(r"^\W*what (?:else )?(?:did|does|do|has|have|had)\b", re.I)


def said_with_verb(view: View, query: Query) -> Draft | None:
    """The words of somebody by a verb that tells more than that he spoke: "what did he demand"; None where they are not told."""
    verbs = {verb for own, _ in telling(view.lexicon) for verb in own}
    name = next((one for one in query.names if speaks(view, one)), None)
    behind = query.text[name.span.end :] if name and _ASKS.match(query.text) else ""
    verb = next(iter(behind.split()), "").strip("?.,")
    if name is None or stem(verb.lower()) not in verbs:
        return None
    end = query.text.index(verb, name.span.end) + len(verb)
    draft = said(view, replace(query, form="said", asked=Span(query.asked.start, end)))
    return replace(draft, told=(*draft.told, stem(verb.lower()))) if draft.status == "answered" else None


_WORDS = regex(r"\w+")


def _beside(query: Query, speaker: Name, name: Name) -> bool:
    """Whether a question has somebody speak together with another: "what did Vael and Ruhn pledge"."""
    between = query.text[speaker.span.end : name.span.start]
    words = _WORDS.findall(between)
    return len(words) == 1 and words[0].lower() == "and" if words else "," in between


_CALLED = regex(
    r"\b(?:did|does|has|had|do|have)\s+(?:(?:Mr|Ms|Mrs|Dr|President|Minister|Ambassador)\.?\s+)?(?P<who>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3})"
)


def _stranger(view: View, query: Query) -> tuple[str, ...]:
    """The stems of a name that a question gives to the speaker, which none of the actors carries."""
    called = _CALLED.search(query.text)
    return stems(called["who"]) if called and not any(n.span.contains(Span(*called.span("who"))) for n in query.names) else ()


def _of_stranger(view: View, query: Query, name: tuple[str, ...]) -> Draft:
    """The words of somebody whom the texts name without saying who it is: all of them where one sentence holds them."""
    words = f" {' '.join(name)} "
    spoken = [p for p in view.passages if words in p.joined and SPEECH.search(p.text)]
    terms = [term for term in query.words if term.stem not in name]
    told = [p for p in spoken if all(covers_text(view, t.stem, _with_before(view, p)) for t in terms)]
    if not told:
        return nothing(view, query, "statement")
    return from_passage(Found(told[0], 1.0, ()), "statement", text=with_before(view, told[0], quoted(told[0], 280)))


def _with_before(view: View, passage: Passage) -> str:
    before = view.passages[passage.number - 1] if passage.number else None
    return passage.joined if before is None or before.document is not passage.document else before.joined + passage.joined


def _meant(view: View, passage: Passage) -> str:
    """What the sentence before tells, where one opens with words that stand for it: "It is of great value"."""
    from tieline.query.evidence.context import points_back

    return content(view.passages[passage.number - 1].text) if points_back(view, passage) else ""


_PLAIN = frozenset(
    stem(word) for word in ("say", "tell", "state", "think", "mention", "note", "add", "do", "write", "quote", "cite", "report")
)
_APART = frozenset(stem(word) for word in ("note", "add", "mention", "write"))  # where some sentences have the very verb


def _with_verb(view: View, query: Query, found: list[Found]) -> list[Found]:
    """The sentences that use the verb of the question ("urge", "expect"), where it is a telling one and some do."""
    verbs = [word for word in stems(query.text[query.asked.start : query.asked.end])[-1:] if word not in _PLAIN or word in _APART]
    near = max((f.share for f in found), default=0.0) - 0.12
    return [f for f in found if verbs and f.share >= near and covers_text(view, verbs[0], f.passage.joined)] or found


def _tells_it(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence has the verb of a question where that says more than "say": what is praised stands where somebody praises."""
    asked = stems(query.text[query.asked.start : query.asked.end])[-1:]
    told = [means for verbs, means in telling(view.lexicon) if verbs & set(asked)]
    return not told or any(means & passage.vocabulary or any(covers_text(view, one, passage.joined) for one in asked) for means in told)


@cache
def telling(lexicon: Lexicon) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The verbs that say more than that somebody spoke, with the words by which a sentence tells the same."""
    halves = [row.partition(";") for table in lexicon.tables.get("telling", ()) for row in table.values()]
    return tuple((frozenset(stems(verbs)), frozenset(stems(means))) for verbs, _, means in halves)


def _quoted_fact(view: View, speaker: Name, passage: Passage) -> bool:
    """Whether a sentence is known as words of the speaker."""
    told = [view.events[i] for i in passage.fact.events if i in view.events]
    return any(e.type == "statement" and any(p.role == "speaker" and p.actor in speaker.ids for p in e.participants) for e in told)


def counted_off(view: View, passage: Passage) -> list[Passage]:
    """What "the following" announces: the next sentences that begin with first, secondly, thirdly."""
    own = view.by_document[passage.document.id]
    after = own[passage.number - own[0].number + 1 :][:12]
    return [p for p in after if _COUNTED.match(p.text)] if _ANNOUNCED.search(passage.text) else []


def fitting(found: Sequence[Found]) -> list[Passage]:
    """As many sentences as fit into an answer, the first always."""
    kept, size = [found[0].passage], len(found[0].passage.text)
    for one in found[1:]:
        if size + len(one.passage.text) + 3 <= 290:
            kept.append(one.passage)
            size += len(one.passage.text) + 3
    return sorted(kept, key=lambda p: p.number) if size <= 290 else kept


def _topic(query: Query):  # type: ignore[no-untyped-def]
    skip = query.asked
    return tuple(term for term in query.words if not skip.contains(term.span))
