"""What of a question the evidence of an answer does not account for: no answer stands on words that nothing tells."""

from collections.abc import Iterable, Sequence

from tieline.extract.time_words import may_name_times
from tieline.model.actor import Actor
from tieline.model.span import Span
from tieline.model.token import tokenize
from tieline.query.draft import Draft
from tieline.query.events.pick.select import entities, evidence_stems
from tieline.query.events.pick.shortlist import shortlist
from tieline.query.people.presumed import unmatched
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Act, Name, Query, Term
from tieline.query.reading.words import fold, stem, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.view import Passage, View

# Forms whose own words ("events", "mentioned", "timeline") say what is wanted and tell nothing.
_WHOLE = frozenset(
    ("timeline", "about", "list", "document", "count_documents", "agreement", "published", "publisher", "status", "level", "rank")
)

# Stages that undo others: no word for one is met by an event of another.
CONTRARY = frozenset(("severed", "terminated", "suspended", "cancelled", "rejected", "downgraded", "stalled", "lapsed"))


def unaccounted(view: View, query: Query, draft: Draft) -> tuple[str, ...]:
    """The words and names of a question that neither the evidence of an answer nor the answer itself holds, as they were written."""
    lost = _lost(view, query, draft, _Evidence(view, draft))
    return _lost(view, query, draft, _Evidence(view, draft, pointed=True)) if lost else lost


def _lost(view: View, query: Query, draft: Draft, evidence: "_Evidence") -> tuple[str, ...]:
    lost: list[Term | Name] = [term for term in query.words if not _accounted(view, query, draft, evidence, term)]
    lost += [term for term in unknown_names(view, query) if term not in lost and not evidence.holds(term.stem)]
    lost += unmatched(view, query, draft, evidence.own, evidence.actors)
    names = [name for name in query.names if " ".join(stems(name.text)) not in draft.told]
    lost += [name for name in names if not _named(view, query, evidence, name)]
    return tuple(one.text for one in sorted(lost, key=lambda one: one.span))


def unknown_names(view: View, query: Query) -> tuple[Term, ...]:
    """The words of a question that are written as names and stand nowhere in the texts, those behind its question word included."""
    if query.text.isupper():
        return ()
    taken = [*(name.span for name in query.names), *(window.span for window in query.windows)]
    tokens = [t for t in tokenize(query.text)[1:] if t.text[:1].isupper() and not any(s.touches(Span(t.start, t.end)) for s in taken)]
    terms = (
        Term(stem(t.lower), t.text, Span(t.start, t.end))
        for t in tokens
        if fold(t.text) not in view.lexicon.stop or t.text in view.lexicon.capitals
    )
    return tuple(term for term in terms if is_strange(view, term))


def is_strange(view: View, term: Term) -> bool:
    """Whether the texts hold a word in no form and by no synonym, and no rule of questions knows it."""
    word = term.stem.split()[0]
    if term.text in view.lexicon.capitals:
        return not any(term.text in (actor.name, *actor.aliases) for actor in view.facts.actors)
    if (term.text.isdigit() and len(term.text) < 3) or may_name_times(term.text):
        return False
    return not shortlist(view).sentences(term.stem) and not view.lexicon.knows(word) and not halves(view, term.stem)


def halves(view: View, word: str) -> tuple[str, str] | None:
    """The two words of the texts of which a word is made: "shipbuilding" where they tell of building and of ships."""
    for k in range(3, len(word) - 2) if word.isalpha() and len(word) >= COMPOUND else ():
        one, other = word[:k], stem(word[k:])
        if one in view.index and other in view.index:
            return one, other
    return None


COMPOUND = 8


class _Evidence:
    """Everything that an answer rests on, as one string of stems, and whom it names."""

    def __init__(self, view: View, draft: Draft, *, pointed: bool = False) -> None:
        self.view = view
        events = [view.events[i] for i in draft.facts if i in view.events]
        told = [c for item in draft.items for c in item.citations] + [c for event in events for c in event.evidence]
        passages = _with_context(view, view.passages_of([*draft.citations, *told]), pointed=pointed)
        people = [i for i in draft.facts if i in view.actors]
        documents = self.documents = {one.document.id for one in passages}
        passages += [p for i in people for n in view.by_actor.get(i, ()) if (p := view.passages[n]).document.id in documents]
        sides = {i for fact in draft.facts if (one := view.figures.get(fact)) for i in (*one.subjects, *one.objects)}
        ids = {i for one in passages for i in one.fact.actors} | {i for one in events for i in entities(view, one)} | sides
        self.actors = [view.actors[i] for i in sorted(ids | set(draft.facts)) if i in view.actors]
        self.lands = {fold(land) for one in self.actors for land in (one.country, one.name) if land}
        words = [word for one in self.actors for word in stems(_labels(one))]
        words += [word for text in (draft.text, *draft.reasons, *(item.text for item in draft.items)) for word in stems(text)]
        self.events = bool(events)
        self.stages = frozenset(state for one in events for state in (one.stage or "", one.status))
        self.own = " ".join(["", *(p.joined for p in view.passages_of([*draft.citations, *told])), *stems(draft.text), ""])
        self.text = " ".join([*(one.joined for one in passages), *(evidence_stems(view, one) for one in events), "", *words, ""])

    def holds(self, word: str) -> bool:
        """Whether the evidence holds a stem, a synonym of it, or a noun or verb that says the same."""
        lexicon = self.view.lexicon
        alike = (*lexicon.nouns.get(word, ()), *lexicon.verbs.get(word, ()))
        if covers_text(self.view, word, self.text) or any(f" {way} " in self.text for way in alike):
            return True
        parts = halves(self.view, word)
        return parts is not None and all(f" {part} " in self.text for part in parts)

    def says(self, name: Name) -> bool:
        """Whether the evidence holds a name as the question writes it, or what is of a land in -a: "South American"."""
        own = " ".join(stems(name.text))
        return f" {own} " in self.text or (own.endswith("a") and f" {own}n " in self.text)

    def names(self, name: Name, place: bool) -> bool:
        """Whether the evidence is about somebody whom a name of the question can mean; a town by its own name in the same text."""
        if self.says(name) or {one.id for one in self.actors} & set(name.ids):
            return True
        asked = [self.view.actors[i] for i in name.ids if i in self.view.actors]
        if name.form == "name" and asked and all(one.kind == "person" for one in asked):
            return False  # of the same country is not the same person
        if place:
            return any(self.view.passages[n].document.id in self.documents for i in name.ids for n in self.view.by_actor.get(i, ()))
        return any(fold(land) in self.lands for one in asked for land in (one.country, one.name) if land)


def _named(view: View, query: Query, evidence: "_Evidence", name: Name) -> bool:
    """Whether the evidence is about whom a name can mean; by the name itself, where a question asks what a town is."""
    told = evidence.names(name, _is_place_of(view, query, name))
    return told and (evidence.says(name) or not _is_called(view, query, name))


def _is_called(view: View, query: Query, name: Name) -> bool:
    """Whether a question asks what a town is: no other place of its country tells that."""
    frame = frame_of(view, query) if query.form == "yesno" else None
    places = [view.actors[i].kind == "place" for i in name.ids if i in view.actors]
    return frame is not None and frame.copular and bool(places) and all(places) and bool(set(name.ids) & frame.subject.ids)


def _is_place_of(view: View, query: Query, name: Name) -> bool:
    """Whether a question names a town as that in which something is: "in Pelmara"."""
    inside = query.text[: name.span.start].lower().split()[-1:] in (["in"], ["at"])
    return inside and all(view.actors[i].kind == "place" for i in name.ids if i in view.actors)


def _labels(actor: Actor) -> str:
    return " ".join((actor.name, *actor.aliases, *(role.title for role in actor.roles)))


def _with_context(view: View, passages: Sequence[Passage], *, pointed: bool) -> list[Passage]:
    """Sentences with the one before each and the head of each text. `pointed`: those too to which one points back."""
    numbers: dict[int, None] = {}
    for passage in passages:
        first = view.by_document[passage.document.id][0].number
        back = (one.number for one in _pointed_to(view, passage)) if pointed else ()
        numbers.update(dict.fromkeys((first, *back, max(first, passage.number - 1), passage.number)))
    return [view.passages[number] for number in sorted(numbers)]


def _pointed_to(view: View, passage: Passage) -> list[Passage]:
    from tieline.query.evidence.context import meant, taken_up  # here: most answers need no sentence taken apart

    return [*meant(view, passage), *taken_up(view, passage)]


def _accounted(view: View, query: Query, draft: Draft, evidence: _Evidence, term: Term) -> bool:
    if (
        view.lexicon.is_light(term.stem)
        or term.stem in draft.told
        or evidence.holds(term.stem)
        or any(evidence.holds(verb) for verb in _phrases(view, query, term))
        or any(part.isdigit() and draft.kind == "yesno" for part in term.text.replace(",", "").split("."))
    ):
        return True
    if (query.asked.contains(term.span) and _known(view, term)) or (query.title_span and query.title_span.contains(term.span)):
        return True
    if draft.kind == "actor" and query.title is None and query.form == "who" and draft.status == "partly":
        return False  # whoever is to open a port did not build it
    if evidence.events and _known(view, term) and any(_of_act(act, evidence, term) for act in query.acts):
        return True
    return query.form in _WHOLE and not is_strange(view, term)


def _of_act(act: Act, evidence: _Evidence, term: Term) -> bool:
    """Whether a word names an act, and the events of an answer are of its stage: that ties were begun does not tell that they were cut."""
    opposed = act.stages & CONTRARY and not act.stages & evidence.stages
    return act.span.contains(term.span) and not act.soft and not opposed


def _phrases(view: View, query: Query, term: Term) -> tuple[str, ...]:
    """The verbs of more than one word that a word of a question opens: "walk out"."""
    frame = frame_of(view, query)
    return tuple(verb for verb in frame.verbs if verb.startswith(f"{term.stem} ")) if frame else ()


def _known(view: View, term: Term) -> bool:
    return all(view.lexicon.knows(word) for word in term.stem.split())


def joined(texts: Iterable[str]) -> str:
    """Words in quotation marks, as a list."""
    own = [f'"{text}"' for text in dict.fromkeys(texts)]
    return " or ".join(filter(None, [", ".join(own[:-1]), own[-1]])) if own else ""
