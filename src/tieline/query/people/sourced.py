"""Which text says something, who published it and when, and how many texts do."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.answer import Item
from tieline.model.words import in_words
from tieline.query.draft import Draft, clip, from_passage, nothing, passage_item, quoted, source
from tieline.query.loaded import function
from tieline.query.people.outlets import called, house, outlets
from tieline.query.reading.query import Name, Query
from tieline.query.reading.titles import is_person
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import fold, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.search import Found, search
from tieline.query.sentences.texts import by_label
from tieline.query.view import View

_PROPER = regex(r"(?<!^)\b[A-Z]\w+(?: [A-Z]\w+)+")


def document(view: View, query: Query) -> Draft:
    """Which text says something, with the sentence."""
    labelled = by_label(view, query)
    if labelled:
        return labelled
    claimed = _CLAIM.match(query.text)
    if claimed and not _ATTRIBUTED.match(claimed["claim"]):
        return _of_claim(view, query, claimed["claim"])
    return _of_words(view, query)


# what a question takes a text to say: that has to be so before a text can be named for it
_CLAIM = regex(
    r"^[^?]*?\b(?:says?|said|states?|stated|reports?|reported|tells?|told(?: us)?|proves?|shows?|confirms?|mentions?"
    r"|claims?|knows?|evidence|proof|sources?|support|supports|demonstrates?)(?: (?:is there|there is|do (?:we|you) have))?"
    r"(?: for the (?:claim|fact|statement))? that"
    r" (?P<claim>[^?]{6,})",
    re.I,
)
_ATTRIBUTED = regex(r"^(?:it|this|that|these|those|he|she|they)\b", re.I)


def _of_claim(view: View, query: Query, claim: str) -> Draft:
    """The texts that bear out what a question takes one to say; none where the verdict on it is no Yes."""
    told: Draft = function("ask.drafted")(view, f"Is it true that {claim.rstrip()}?")
    if told.value is not True:
        near = told.nearest or tuple(passage_item(one) for one in view.passages_of(told.citations)[:2])
        return replace(nothing(view, query, "document", "None of the texts says so."), nearest=near)
    passages = view.passages_of(told.citations)
    names = list(dict.fromkeys(one.document.id for one in passages))
    if not names:
        return _of_words(view, query)
    label = called(view, passages[0].document) if len(names) == 1 else ", ".join(names[:5])
    return Draft(
        "answered",
        clip(f"{label}: {quoted(passages[0], max(290 - len(label), 60))}"),
        "document",
        names[0],
        citations=tuple(one.citation for one in passages[:4]),
        items=tuple(passage_item(one) for one in passages[:5]),
        reasons=(f"{source(passages[0])} bears it out", *told.reasons),
        told=tuple(term.stem for term in query.words),
    )


def _of_words(view: View, query: Query) -> Draft:
    """The texts whose sentences hold the words of a question."""
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


_FROM = regex(r"\b(?:are|were|come|came|date) from\b", re.I)  # "are from 2016": of that year


def count_documents(view: View, query: Query) -> Draft:
    """In how many texts something stands."""
    if not query.words and not query.names:
        windows = [replace(one, bound="in") if one.bound == "since" and _FROM.search(query.text) else one for one in query.windows]
        every = [one for one in view.facts.documents if all(in_window(one.published, window) for window in windows)]
        if not every:
            return nothing(view, query, "count", "None of the texts is known to be of that time.")
        items = tuple(Item(text=called(view, one), time=one.published) for one in every)
        citations = tuple(p.citation for one in every for p in view.by_document.get(one.id, ())[:1])
        return Draft(
            "answered", f"{len(every)} text{'s' * (len(every) != 1)}.", "count", len(every), "count", items=items, citations=citations[:8]
        )
    query = replace(query, words=tuple(t for t in query.words if not _ABOUT.fullmatch(t.text)))
    found = search(view, query, least=0.75)
    names = list(dict.fromkeys(f.passage.document.id for f in found))
    if not names:
        return nothing(view, query, "count", "None of the texts says so.")
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
    from tieline.query.people.text_ages import by_age

    aged = by_age(view, query)
    if aged:
        return aged
    query = replace(query, words=tuple(t for t in query.words if not _COMES_OUT.fullmatch(t.text)))
    documents = _of_outlet(view, query, documents_of(view, query))
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
        told=tuple(
            word for name in query.names for word in (*stems(name.text), " ".join(stems(name.text))) if _tells(view, document.id, name)
        ),
    )


_COMES_OUT = regex(r"appear\w*|com(?:e|es|ing)|came|out|r[ua]n|print\w*|carr(?:y|ied)|publish\w*|releas\w*|issu\w*|post\w*", re.I)


def _of_outlet(view: View, query: Query, found: Sequence[str]) -> Sequence[str]:
    """Of some texts those that name the paper or agency that a question names; all where it names none."""
    named = [fold(name) for name in outlets(view) if fold(name) in fold(query.text)]
    own = [one.id for one in view.facts.documents if any(name in fold(one.text) for name in named)]
    return found if not named else [one for one in found if one in own] or (own if len(own) == 1 else [])


def _tells(view: View, document: str, name: Name) -> bool:
    """Whether a text holds a name anywhere, the lines above and below it included."""
    return fold(name.text) in fold(view.documents[document].text)


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
            asked = tuple(term.stem for term in query.words)  # whatever its text tells
            shown = (view.by_document[ident][0].citation,)
            return Draft("answered", f"{document.publisher}.", "actor", document.publisher, citations=shown, told=asked)
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
