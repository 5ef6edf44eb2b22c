"""What the texts deny: the No to a question from words such as "denied that", "no such", "has yet to"."""

import re
from collections.abc import Iterator, Set
from functools import cached_property

from tieline.late import regex
from tieline.light import dataclass
from tieline.model.time import TimeMention
from tieline.query.draft import Draft, clip, quoted, source
from tieline.query.events.pick.shortlist import passages
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query, Term, Window
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import stems
from tieline.query.sentences.clause import pieces, stems_in
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.search import PROSE
from tieline.query.view import Passage, View

LEAST = 0.72
SHORT = 0.6  # enough for a short sentence about what the one before names: "They did not collapse."
_PRONOUNS = ("it", "they", "he", "she", "we")
CLOSE = 12
_OPENS_OBJECT = frozenset(("a", "an", "the", "its", "their", "his", "her"))  # of "put off": "a decision", and nothing told before


@dataclass(frozen=True, eq=False)
class Refusals:
    """The cues of `claims.toml` as runs of stems with blanks around each."""

    view: View

    @cached_property
    def before(self) -> tuple[str, ...]:
        """Cues with what they deny after them."""
        return self._runs("before")

    @cached_property
    def after(self) -> tuple[str, ...]:
        """Cues with what they deny before them."""
        return self._runs("after")

    @cached_property
    def harmless(self) -> tuple[str, ...]:
        """Runs that hold a cue and deny nothing."""
        return self._runs("harmless")

    @cached_property
    def opposites(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """Asked and told phrases that exclude each other."""
        tables = [one for group in self.view.lexicon.tables.get("opposites", ()) for one in group]
        return tuple((_runs(one["asked"]), _runs(one["told"])) for one in tables)

    def _runs(self, name: str) -> tuple[str, ...]:
        return _runs(word for table in self.view.lexicon.tables.get("refusals", ()) for word in table[name])


def _runs(words: Iterator[str] | list[str]) -> tuple[str, ...]:
    return tuple(f" {' '.join(stems(word))} " for word in words)


def refusals(view: View) -> Refusals:
    """The cues of a view, made once."""
    found: Refusals | None = view.__dict__.get("_refusals")
    if found is None:
        found = view.__dict__["_refusals"] = Refusals(view)
    return found


def _takes_up(view: View, passage: Passage, people: Set[str]) -> bool:
    """Whether "it" at the head of a sentence takes up what the sentence before tells of somebody: "His visit ... It did not bring"."""
    own = view.by_document[passage.document.id]
    place = passage.number - own[0].number
    opens = passage.tokens[:1] and passage.tokens[0].lower == "it"
    return bool(opens and place and people & set(own[place - 1].fact.actors))


def refused(view: View, query: Query) -> Draft | None:
    """The No of a sentence that denies what a question asks; None where no sentence does."""
    from tieline.query.times.moved import set_anew

    terms = _telling(view, query)
    if not terms:
        return None
    best: tuple[float, Passage] | None = None
    people = view.of_kind(query.ids, "person")
    for passage in _candidates(view, query, terms):
        if people and not people & set(passage.fact.actors) and not _takes_up(view, passage, people):
            continue  # it denies nothing of him
        if (not query.windows and came_at_last(view, passage)) or set_anew(view, query, passage) or _only_stays_away(query, passage):
            continue
        share = _denies(view, query, passage, terms)
        if share >= _least(passage) and (_of_other_people(view, query, passage) or _tells_it_too(view, query, passage)):
            continue
        if share >= _least(passage) and (best is None or share > best[0] + 0.01):
            best = (share, passage)
    if best is None:
        return None
    passage = best[1]
    return Draft(
        "answered",
        clip(f"No. {quoted(passage, 250)}"),
        "yesno",
        False,
        citations=(passage.citation,),
        reasons=(f"denied in {source(passage)}",),
        facts=passage.fact.events[:2],
    )


_TAKES_PLACE = regex(r"\b(?:take place|taken place|happen\w*|held|occur\w*|go ahead)\b", re.I)
_STAYS_AWAY = regex(
    r"\b(?:not|never|n['’]t) (?:be )?(?:attend|take part|taking part|join|com(?:e|ing) to)"
    r"|\b(?:skip|boycott|shun)\w*|\b(?:stay|stays|stayed) away",
    re.I,
)


def _only_stays_away(query: Query, passage: Passage) -> bool:
    """Whether a sentence tells that somebody does not come to what a question asks to have been held."""
    return bool(_TAKES_PLACE.search(query.text) and _STAYS_AWAY.search(passage.text))


def _of_other_people(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence denies of one country what a question asks of another: "Orsendans have not needed a visa for Pelmara"."""
    from tieline.query.sentences.clausal import tells_of_others

    return len(view.of_kind(query.ids, "country")) > 1 and tells_of_others(view, query, passage)


def _tells_it_too(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence that denies something tells what is asked, or denies it of another country: "not in Orsenda, although"."""
    from tieline.query.reading.frame import frame_of
    from tieline.query.sentences.clausal import clauses_with_verb, mode_told
    from tieline.query.sentences.clause_modes import mode_of
    from tieline.query.sentences.parsed import parsed

    frame = frame_of(view, query)
    if query.negated or frame is None or frame.copular:
        return False
    if mode_told(view, query, passage) == "told":
        return True
    row, asked = parsed(view, passage), view.of_kind(query.ids, "country") & set(passage.fact.actors)
    denied = [one for one in clauses_with_verb(view, frame, passage) if mode_of(row, one)[1]]
    lands = [view.of_kind(row.named(range(one.left, one.right)), "country") for one in denied]
    return bool(asked and lands) and all(own and not own & asked for own in lands)


_NOT_UNTIL = regex(r"\bnot\b[^.;:]{1,80}\b(?:until|till)\b", re.I)


def came_at_last(view: View, passage: Passage) -> bool:
    """Whether a sentence tells when something happened at last: "Ties were not restored until 4 May 1990" denies nothing."""
    if not _NOT_UNTIL.search(passage.text):
        return False
    events = [view.events[i] for i in passage.fact.events if i in view.events]
    return any(event.status == "occurred" and event.time for event in events)


def _least(passage: Passage) -> float:
    first = passage.tokens[0].lower if passage.tokens else ""
    return SHORT if len(passage.tokens) <= 8 and first in _PRONOUNS else LEAST


def _telling(view: View, query: Query) -> tuple[Term, ...]:
    taken = [name.span for name in query.names] + [window.span for window in query.windows]
    rest = query.text.lower().find(" during ")
    ties = any(act.rule == "act.recognise" for act in query.acts)
    return tuple(
        term
        for term in query.words
        if not any(span.touches(term.span) for span in taken)
        and not (0 <= rest < term.span.start)
        and not (ties and term.stem.startswith("diplom"))
    )


def _candidates(view: View, query: Query, terms: tuple[Term, ...]) -> list[Passage]:
    """Sentences with one of the rarer words of the question, and those right after one, that deny anything."""
    cues = _cues(view)
    numbers = passages(view, terms, (), SHORT, most=3.0)
    numbers |= {number + 1 for number in numbers}
    return [view.passages[n] for n in sorted(numbers & cues)]


def _cues(view: View) -> frozenset[int]:
    """The numbers of the sentences that hold a cue of denial."""
    found: frozenset[int] | None = view.__dict__.get("_denying")
    if found is None:
        cues = refusals(view)
        runs = (*cues.before, *cues.after, *(run for _, told in cues.opposites for run in told))
        first = {run.split()[0] for run in runs}
        near = {n for word in first for n in view.index.get(word, ())}
        found = view.__dict__["_denying"] = frozenset(
            n for n in near if view.passages[n].fact.zone in PROSE and any(run in view.passages[n].joined for run in runs)
        )
    return found


def _denies(view: View, query: Query, passage: Passage, terms: tuple[Term, ...]) -> float:
    """How well a sentence that denies something covers the question, what stands before counted in part."""
    scope = _scope(view, query, passage)
    hit = [t for t in terms if covers_text(view, t.stem, scope) >= 0.8] if scope else []
    if not hit or not _in_time(passage, query):
        return 0.0
    if _names_other_countries(view, query, passage):
        return 0.0
    near = _near(view, passage)
    text = " ".join(one.joined for one in near)
    head = view.by_document[passage.document.id][:3]
    opening = " ".join(one.joined for one in head)
    total = got = 0.0
    for term in terms:
        weight = min(view.weight(term.stem), 3.0)
        total += weight
        own = covers_text(view, term.stem, f"{passage.joined}{scope}") or 0.85 * covers_text(view, term.stem, text)
        got += weight * (own or 0.6 * covers_text(view, term.stem, opening))
    if not _predicate(view, query, hit) or _of_another_thing(view, query, passage, terms):
        return 0.0
    for name in query.names:
        told = {i for one in (passage, *near) for i in one.fact.actors}
        opened = {i for one in head for i in one.fact.actors}
        if not (told | opened) & set(name.ids):
            return 0.0
        total += 1.0
        got += 1.0 if told & set(name.ids) else 0.8
    return got / total if total else 0.0


_OPENS = frozenset((*_PRONOUNS, "that", "this", "those", "these", "neither", "both", "but"))


def _of_another_thing(view: View, query: Query, passage: Passage, terms: tuple[Term, ...]) -> bool:
    """Whether a sentence denies something of an agreement alone, where a question asks of another thing: of a ban."""
    rest = [term for term in terms if not any(act.span.touches(term.span) for act in query.acts if act.stages)]
    if not rest or not query.stages or (passage.tokens and passage.tokens[0].lower in _OPENS):
        return False
    if any(term.text.lower() in view.lexicon.plain_agreements for term in query.words) or any(act.agreement for act in query.acts):
        return False
    return bool(_agreements(view, passage)) and not any(covers_text(view, term.stem, passage.joined) for term in rest)


def _agreements(view: View, passage: Passage) -> set[str]:
    """The agreements that a sentence tells of."""
    return {view.events[i].agreement or "" for i in passage.fact.events if i in view.events} - {""}


def _predicate(view: View, query: Query, hit: list[Term]) -> bool:
    """Whether what is denied is the act asked about: the stage or the verb of the question, where it names a stage."""
    stages = [act for act in query.acts if act.stages and not act.soft]
    ends = [(act.span.start, act.span.end) for act in stages]  # "bring the accord into force": the accord is not the act
    if not stages or any(
        term.span.start <= start < term.span.end or term.span.start < end <= term.span.end for start, end in ends for term in hit
    ):
        return True
    from tieline.query.reading.frame import frame_of

    frame = frame_of(view, query)
    return frame is not None and any(term.stem in verb.split() for term in hit for verb in frame.verbs)


def _scope(view: View, query: Query, passage: Passage) -> str:
    """The words that a sentence denies, as stems; an empty text where it denies nothing."""
    cues = refusals(view)
    text = passage.joined
    question = f" {' '.join(stems(query.text))} "
    for asked, told in cues.opposites:
        if any(one in text for one in told) and any(one in question for one in asked):
            return f"{text}{question}"
    for run in cues.harmless:
        text = text.replace(run, " ")
    found = []
    for part in pieces(passage):
        own = stems_in(passage, (part,))
        for run in cues.harmless:
            own = own.replace(run, " ")
        found += [" ".join(own[own.find(run) + len(run) - 1 :].split()[:CLOSE]) for run in cues.before if run in own]
        for run in (run for run in cues.after if run in own):
            before, behind = text[: text.find(run)], text[text.find(run) + len(run) - 1 :].split()[:CLOSE]
            own_object = behind[:1] and behind[0] in _OPENS_OBJECT and before.split()[-1:] not in (["be"], ["been"])
            found.append(" ".join(behind) if own_object else f"{before} {' '.join(behind)}")
    if found and any(run in text for run in cues.after) and passage.tokens[0].lower in (*_PRONOUNS, "that", "this", "those", "these"):
        found.append(" ".join(one.joined for one in (*_near(view, passage)[-1:], passage)))
    return f" {' '.join(found)} " if found else ""


def _names_other_countries(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence speaks of countries, and of none that the question names."""
    asked = view.of_kind(query.ids, "country")
    named = {i for name in name_index(view).find(passage.tokens) for i in name.ids if i in view.actors and view.actors[i].kind == "country"}
    return bool(asked and named) and not asked & named


def _near(view: View, passage: Passage) -> tuple[Passage, ...]:
    """The two sentences before one, to which its pronouns may refer."""
    own = view.by_document[passage.document.id]
    place = passage.number - own[0].number
    return own[max(place - 2, 0) : place]


def _in_time(passage: Passage, query: Query) -> bool:
    own = [m for m in passage.times if m.time and m.time.earliest]
    return not own or all(any(in_window(m.time, window) or _same_month(m, window) for m in own) for window in query.windows)


def _same_month(mention: TimeMention, window: Window) -> bool:
    """A month told without its year, which may be that of the question."""
    time, asked = mention.time, window.time
    return bool(
        time
        and time.grain == "month"
        and asked.grain == "month"
        and time.earliest
        and asked.earliest
        and time.earliest.month == asked.earliest.month
        and not any(part.isdigit() for part in mention.text.split())
    )
