"""What somebody said, and which text says so."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from tieline.late import regex
from tieline.model.answer import Item
from tieline.model.span import Span
from tieline.model.words import in_words
from tieline.query.draft import Draft, clip, from_passage, nothing, passage_item, quoted, source, with_before
from tieline.query.people.content import content, tells_of
from tieline.query.people.outlets import called, house, outlets
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Name, Query
from tieline.query.reading.titles import is_person
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.search import Found, search
from tieline.query.sentences.texts import by_label
from tieline.query.view import Passage, View

_ANNOUNCED = regex(r"\b(following|as follows|these|below)\b", re.I)
_COUNTED = regex(r"\W*(first|second|third|fourth|fifth|last|final)(ly)?\b|\W*\(?[1-9a-e][).]\s", re.I)
_QUOTED = regex(r"\b(as saying|was quoted|according to|said|added|told)\b", re.I)
_PROPER = regex(r"(?<!^)\b[A-Z]\w+(?: [A-Z]\w+)+")
_SEVERAL = regex(r"\b(two|three|four|five|six|\d) (\w+ )?(things?|steps?|areas?|aspects?|measures?|points?|proposals?|ways?)\b", re.I)
_PROPOSES = regex(r"\b(?:propos|suggest|recommend|advis|advocat|call\w* for)\w*", re.I)
_SHOULD = regex(r"\b(?:should|must|need to|needs to|ought to|propos\w+|suggest\w+|recommend\w+|urg(?:ed|es|ing))\b", re.I)
_SPEECH = regex(
    r"\b(said|says|saying|told|added|adding|noted|noting|wrote|urged|hailing"
    r"|praised|pledged|believe|(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )expected"
    r"|according to|stressed|quoted|voicing|voiced|remarks?)\b|[“”\"]",
    re.I,
)


def said(view: View, query: Query) -> Draft:
    """The words of somebody about something."""
    speakers = [name for name in query.names if name.span.start >= 0 and _speaks(view, name)] or _states(view, query)
    strange = _stranger(view, query) if not speakers else ()
    if strange:
        return _of_stranger(view, query, strange)
    if not speakers:
        verbs = [word for word in stems(query.text[query.asked.start : query.asked.end])[-1:] if word not in _PLAIN]
        found = search(view, query, terms=query.terms or query.words)
        found = [one for one in found if all(covers_text(view, verb, one.passage.joined) for verb in verbs)]
        return from_passage(found[0], "statement") if found and query.terms else nothing(view, query, "statement")
    speaker = speakers[0]
    others = tuple(name for name in query.names if name is not speaker and not _beside(query, speaker, name))
    found = (
        [
            f
            for f in search(view, query, terms=_topic(query), names=others, least=0.6)
            if said_by(view, speaker, f.passage) and tells_of(view, f.passage, others, _topic(query), _meant(view, f.passage))
        ]
        if _topic(query) or others
        else []
    )
    if not found and not _topic(query) and not others:
        found = [Found(p, 1.0, ()) for p in _all(view, speaker) if _SPEECH.search(p.text)]
    if not found:
        return nothing(view, query, "statement", f"The texts quote nothing of {view.actors[speaker.ids[0]].name} on that.")
    found = _with_verb(view, query, [one for one in found if _tells_it(view, query, one.passage)])
    if not found:
        return nothing(view, query, "statement")
    found = sorted(found, key=lambda f: (-round(f.share + 0.1 * _quoted_fact(view, speaker, f.passage), 1), f.passage.number))
    if _PROPOSES.search(query.text) and not _topic(query):
        found = [f for f in found if counted_off(view, f.passage)] or [f for f in found if _SHOULD.search(f.passage.text)] or found
    if _SEVERAL.search(query.text):
        found = [f for f in found if counted_off(view, f.passage)] or found
    top = [f for f in found if f.share >= found[0].share - 0.12][:4]
    passages = counted_off(view, top[0].passage) or _fit(top)
    text = " ".join(quoted(p, 280 if len(passages) == 1 else 290 // len(passages)) for p in passages)
    text = with_before(view, passages[0], text)
    return Draft(
        "answered",
        clip(text),
        "statement",
        passages[0].text.strip(),
        items=tuple(passage_item(p) for p in dict.fromkeys([*passages, *(f.passage for f in top)])),
        citations=tuple(p.citation for p in dict.fromkeys([*passages, *(f.passage for f in top)])),
        reasons=(f"words of {view.actors[speaker.ids[0]].name} that cover the topic",),
    )


FAR = 60  # characters behind "according to" in which its name stands
_AND = regex(r"\W*(?:and|,)\W*", re.I)


def _beside(query: Query, speaker: Name, name: Name) -> bool:
    """Whether a question has somebody speak together with another: "what did Vael and Ruhn pledge"."""
    return bool(_AND.fullmatch(query.text[speaker.span.end : name.span.start]))


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
    spoken = [p for p in view.passages if words in p.joined and _SPEECH.search(p.text)]
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


_DESCRIBES = regex(r"\b(?:describe[ds]?|characteri[sz]e[ds]?|call|calls|called|term|termed|see|view|regard|portray|label)\b", re.I)
_COPULA = regex(
    r"(?:\b(?:is|are|was|were|as|become|became|called|calls)|,)\s+(?:considered |seen as |regarded as |one of |called )?(?:an?|the|one)\b",
    re.I,
)


def _characterizes(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence says what the thing asked about is: "Pelmara Bridge, a landmark project, is considered one of ..."."""
    wanted = [word for name in query.names for word in stems(name.text)] + [t.stem for t in _topic(query)]
    for match in _COPULA.finditer(passage.text):
        before = stems(passage.text[: match.start()])[-4:]
        if set(before) & set(wanted):
            return True
    return False


def _with_verb(view: View, query: Query, found: list[Found]) -> list[Found]:
    """The sentences that use the verb of the question ("urge", "expect"), where it is a telling one and some do."""
    if _DESCRIBES.search(query.text):
        return [f for f in found if _characterizes(view, query, f.passage)] or found
    verbs = [word for word in stems(query.text[query.asked.start : query.asked.end])[-1:] if word not in _PLAIN]
    near = max((f.share for f in found), default=0.0) - 0.12
    return [f for f in found if verbs and f.share >= near and covers_text(view, verbs[0], f.passage.joined)] or found


def _tells_it(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence has the verb of a question where that says more than "say": what is praised stands where somebody praises."""
    asked = stems(query.text[query.asked.start : query.asked.end])[-1:]
    told = [means for verbs, means in _telling(view.lexicon) if verbs & set(asked)]
    return not told or any(means & passage.vocabulary or any(covers_text(view, one, passage.joined) for one in asked) for means in told)


@cache
def _telling(lexicon: Lexicon) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
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


def _fit(found: list[Found]) -> list[Passage]:
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


def _speaks(view: View, name: Name) -> bool:
    return any(view.actors[i].kind in ("person", "group", "organization") for i in name.ids if i in view.actors)


_SUBJECT = regex(r"\b(?:did|does|do|has|have|had)\s+(?:the\s+)?$", re.I)


def _states(view: View, query: Query) -> list[Name]:
    """The state whose words a question asks for: "what did Orsenda say about the ruling"; it speaks through those who hold its offices."""
    lands = [name for name in query.names if any(view.actors[i].kind == "country" for i in name.ids if i in view.actors)]
    asked = [name for name in lands if _SUBJECT.search(query.text[: name.span.start])][:1]
    return [replace(name, ids=(*name.ids, *_officials(view, name))) for name in asked]


def _officials(view: View, land: Name) -> list[str]:
    """The ids of those whom the texts call holders of an office of a state, and of its offices."""
    own = set(land.ids) | {view.actors[i].name for i in land.ids if i in view.actors}
    kinds = ("person", "organization", "group")
    return [one.id for one in view.facts.actors if one.kind in kinds and (one.country in own or any(role.of in own for role in one.roles))]


def _all(view: View, speaker: Name) -> list[Passage]:
    return [view.passages[n] for i in speaker.ids for n in view.by_actor.get(i, ())]


def said_by(view: View, speaker: Name, passage: Passage) -> bool:
    """Whether a sentence is the speaker's: by its statement, else by who stands nearest to the words of speech."""
    told = [view.events[i] for i in passage.fact.events if i in view.events and view.events[i].type == "statement"]
    speakers = {p.actor for event in told for p in event.participants if p.role == "speaker"}
    if speakers:
        return not speakers.isdisjoint(speaker.ids)
    if _only_according(view, speaker, passage):
        return False
    if set(speaker.ids) & set(passage.fact.actors) and _SPEECH.search(passage.text):
        return _nearest_to_speech(view, speaker, passage)
    if _SPEECH.search(passage.text):
        return False
    return any(set(speaker.ids) & set(p.fact.actors) and _QUOTED.search(p.text) for p in paragraph(view, passage))


def _only_according(view: View, speaker: Name, passage: Passage) -> bool:
    """Whether no more than "according to" makes the words somebody's, and it is somebody else's: "..., according to the palace"."""
    if {found[0].lower() for found in _SPEECH.finditer(passage.text)} != {"according to"}:
        return False
    source = passage.text.lower().rpartition("according to")[2][:FAR]
    own = [view.actors[i] for i in speaker.ids if i in view.actors]
    return not any(name.lower() in source for one in own for name in (one.name, *one.aliases))


def _nearest_to_speech(view: View, speaker: Name, passage: Passage) -> bool:
    """Whether no other person stands nearer to a word of speech than the speaker does."""
    places: dict[str, list[int]] = {}
    for name in name_index(view).find(passage.tokens):
        people = [i for i in name.ids if i in view.actors and view.actors[i].kind == "person"]
        at = next((n for n, token in enumerate(passage.tokens) if token.start >= name.span.start), 0)
        places.setdefault("own" if set(people) & set(speaker.ids) else "other", []).extend([at] if people else [])
    if not places.get("own"):
        present = {i for i in passage.fact.actors if i in view.actors and view.actors[i].kind == "person"}
        return present <= set(speaker.ids)
    speech = [n for n, token in enumerate(passage.tokens) if _SPEECH.fullmatch(token.text)]
    gap = {who: min((abs(a - b) for a in at for b in speech), default=99) for who, at in places.items()}
    return not places.get("other") or not speech or gap["own"] < gap["other"]


def paragraph(view: View, passage: Passage) -> list[Passage]:
    """The sentences after a sentence in its paragraph."""
    own = view.by_document[passage.document.id]
    found = []
    place = passage.number - own[0].number
    for one, two in pairwise(own[place : place + 6]):
        if "\n" in passage.document.text[one.fact.end : two.fact.start]:
            break
        found.append(two)
    return found


def document(view: View, query: Query) -> Draft:
    """Which text says something, with the sentence."""
    labelled = by_label(view, query)
    if labelled:
        return labelled
    query = replace(query, words=tuple(t for t in query.words if not _ABOUT.fullmatch(t.text)))
    found = search(view, query, least=0.75) or _over_text(view, query)
    if not found:
        return nothing(view, query, "document", "None of the texts says so.")
    first = found[0]
    names = list(dict.fromkeys(f.passage.document.id for f in found if f.share >= first.share - 0.05))
    label = called(view, first.passage.document) if len(names) == 1 else ", ".join(names[:5])
    return Draft(
        "answered",
        clip(f"{label}: {quoted(first.passage, max(290 - len(label), 60))}"),
        "document",
        names[0],
        citations=tuple(f.passage.citation for f in found[:4]),
        items=tuple(passage_item(f.passage) for f in found[:5]),
        reasons=(f"{source(first.passage)} covers what was asked",),
    )


_ABOUT = regex(r"talks?|talking|deals?|discuss(?:es)?|covers?|speaks?|contains?|refers?|describes?|reports?|writes?|treats?|quotes?", re.I)


def _over_text(view: View, query: Query) -> list[Found]:
    """The first sentence, that holds a word asked for, of the texts whose sentences together cover the question."""
    found = []
    for ident in documents_of(view, query)[:1]:
        own = view.by_document[ident]
        hits = [p for p in own if any(covers_text(view, t.stem, p.joined) for t in query.words)]
        found += [Found(p, 0.75, ()) for p in hits[:1] or own[:1]]
    return found


def count_documents(view: View, query: Query) -> Draft:
    """In how many texts something stands."""
    if not query.words and not query.names:
        every = view.facts.documents
        items = tuple(Item(text=called(view, one), time=one.published) for one in every)
        citations = tuple(p.citation for one in every for p in view.by_document.get(one.id, ())[:1])
        return Draft("answered", f"{len(every)} texts.", "count", len(every), "count", items=items, citations=citations[:8])
    query = replace(query, words=tuple(t for t in query.words if not _ABOUT.fullmatch(t.text)))
    found = search(view, query, least=0.75)
    names = list(dict.fromkeys(f.passage.document.id for f in found))
    if not names:
        return Draft("answered", "None of the texts.", "count", 0, "count")
    return Draft(
        "answered",
        clip(f"{len(names)}: {', '.join(names)}."),
        "count",
        len(names),
        "count",
        citations=tuple(f.passage.citation for f in found[:5]),
        items=tuple(passage_item(f.passage) for f in found[:5]),
    )


def published(view: View, query: Query) -> Draft:
    """When a text was published: the one whose sentences cover the question."""
    documents = documents_of(view, query)
    if not documents:
        return nothing(view, query, "date")
    document = view.documents[documents[0]]
    if not document.published:
        return Draft("unanswered", "That text carries no date, and nothing in it fixes one.", "date")
    inferred = document.published_basis == "inferred"
    citations = document.published_evidence or (view.by_document[document.id][0].citation,)
    text = f"{'The text is undated; by what it says, ' if inferred else ''}{in_words(document.published)}."
    return Draft(
        "partly" if inferred else "answered",
        clip(f"{text} {document.title or ''}"),
        "date",
        document.published.edtf,
        citations=citations,
        reasons=(f"publication date by its {document.published_basis}",),
    )


def publisher(view: View, query: Query) -> Draft:
    """Who published a text."""
    known = query.ids
    others = [name for name in query.names if is_person(view, name)] if _INTERVIEWED.search(query.text) else []
    for one in search(view, query, least=0.9)[:2] if not others else ():
        names = outlets(view)
        own = [i for i in one.passage.fact.actors if i in view.actors and view.actors[i].kind == "organization" and i not in known]
        told = [view.actors[i].name for i in own if any(name in names for name in (view.actors[i].name, *view.actors[i].aliases))]
        if told:
            return from_passage(one, "actor", text=f"{told[0]}. {quoted(one.passage)}", value=told[0])
    printed = _in_outlet(view, query)
    if printed:
        return printed
    for ident in documents_of(view, query) if not others else ():
        document = view.documents[ident]
        if document.publisher:
            return Draft(
                "answered", f"{document.publisher}.", "actor", document.publisher, citations=(view.by_document[ident][0].citation,)
            )
        name = house(view, document)
        if name:
            passage = next(p for p in view.by_document[ident] if name in p.text)
            return from_passage(Found(passage, 1.0, ()), "actor", text=f"{name}. {quoted(passage)}", value=name)
    return nothing(view, query, "actor")


_PRINTED = regex(
    r"newspapers?|papers?|daily|agency|outlet|magazine|carr(?:y|ied)|publish(?:ed)?|ran|run|print(?:ed)?|gave|give|appear(?:ed)?|which|media"
    r"|talk(?:ed)?|spoke|speak|told|tell|grant(?:ed)?|to|who|whom",
    re.I,
)


_INTERVIEWED = regex(r"\binterview(?:ed|s)?\b", re.I)


def _in_outlet(view: View, query: Query) -> Draft | None:
    """The newspaper or agency that a sentence names, where it covers the rest of the question."""
    terms = tuple(t for t in query.words if not _PRINTED.fullmatch(t.text))
    sets = [{n for i in name.ids for n in view.by_actor.get(i, ())} for name in query.names]
    named = [Found(view.passages[n], 1.0, ()) for n in sorted(set.intersection(*sets))] if sets else []
    asked = [name for name in query.names if is_person(view, name)] if _INTERVIEWED.search(query.text) else []
    for one in search(view, query, terms=terms, least=0.75)[:8] if terms else named:
        if any(not set(name.ids) & set(one.passage.fact.actors) for name in asked):
            continue  # somebody else was interviewed
        for name, shown in outlets(view).items():
            if name in one.passage.text and any(one.passage.citation.start <= c.start < one.passage.citation.end for c in shown):
                return from_passage(one, "actor", text=f"{name}. {quoted(one.passage)}", value=name)
    return None


def _names_title(question: str, title: str) -> bool:
    """Whether a question holds three words of a title in a row."""
    words, asked = stems(title), f" {' '.join(stems(question))} "
    return any(f" {' '.join(words[n : n + 3])} " in asked for n in range(len(words) - 2))


def documents_of(view: View, query: Query) -> list[str]:
    """The texts that cover a question, best first: its publisher, names and words, taken over the whole text."""
    scored = []
    for ident, document in view.documents.items():
        passages = view.by_document.get(ident, ())
        words = {stem for p in passages for stem in p.vocabulary}
        actors = {a for p in passages for a in p.fact.actors}
        outlet = (document.publisher or "").lower()
        if not all(in_window(document.published, window) for window in query.windows):
            continue
        if any(name not in document.text and name.lower() not in outlet for name in _PROPER.findall(query.text)):
            continue
        if any(t.stem not in words and t.text.lower() not in outlet for t in query.words):
            continue
        score = sum(min(view.weight(t.stem), 3) for t in query.words if t.stem in words) + 3 * bool(query.windows)
        score += sum(3 for t in query.words if t.text.lower() in (document.publisher or "").lower())
        score += sum(3 * (bool(set(n.ids) & actors)) for n in query.names)
        score += sum(3 for n in query.names if (document.publisher or "?").lower() == n.text.lower())
        score += 8 * _names_title(query.text, document.title or (passages[0].text if passages else ""))
        head = passages[0].fact.actors if passages else ()
        score += sum(1 for n in query.names if set(n.ids) & set(head))
        scored.append((-score, ident))
    return [ident for score, ident in sorted(scored) if score < -2]
