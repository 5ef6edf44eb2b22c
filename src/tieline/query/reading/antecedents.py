"""What the last question and its answer were about: the persons, things, places and times that a short word can stand for."""

import re
from collections.abc import Collection, Sequence

from tieline.late import regex
from tieline.light import dataclass
from tieline.model.answer import Answer
from tieline.model.event import Event
from tieline.model.span import Span
from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.query.draft import Draft
from tieline.query.reading.query import NOWHERE, Name, Query
from tieline.query.reading.read import read_question
from tieline.query.view import View

FEW = 6  # words of a fragment that is all about one thing
_ARTICLE = regex(r"\b(?:the|a|an|this|that|its|their)\s+$", re.I)
_TURN = regex(r"\b(?:time|one)\W*$", re.I)  # "for the last time" names no thing
_PART = regex(
    r"\s(?:upgrade|protocol|amendment|annex|extension|upgrade talks|talks|negotiations)\b", re.I
)  # "the FTA upgrade" is not the FTA
_MANY = regex(r"(?:\b(?:talks|negotiations)|\b[a-z-]{3,}[^\Wsiu]s)$", re.I)  # a thing that "they" can mean: "the talks", "exports"
_NOUN = regex(r"\b(?:the|a|an)\s+(?P<noun>[a-z][a-z-]+(?:\s[a-z-]+){0,3})", re.I)
_PRONOUN = regex(r"\b(?:he|him|his|she|her)\b", re.I)
_WHERE = regex(r"\b(?:in|at|to|into|from|near|through|via|outside|around)\s+$", re.I)  # behind it stands where, and no thing
_DOERS = ("country", "company", "organization", "group")
_AT = regex(r"\b(?:in|at|near|through|via|outside|around)\s+$", re.I)  # where something happens
_DONE = regex(r"\w{2,}(?:ed|ing)", re.I)  # "who asked for that" names no thing
_HANGS = regex(r"\s+(?:of|in|on|for|from|at|with|by|to|between)\s*$", re.I)
_HAVING = regex(r"(?:\s+(?:been|being|be|have|had|has|not|ever|yet|already|now|still))+$", re.I)  # of the verb, behind a subject
_BARE = regex(r"^\W*\w+\s+(?:new|old|first|second|next|last|former|present|current|big|planned|joint)\s*$", re.I)
_TWO_WORDS = regex(r" (?P<both>(?P<one>[a-z]+)(?: [a-z]+)?)")
_WORD = regex(r"[^\W\d_][\w-]*")
_COUNT = regex(r"^\W*how many (?P<noun>(?:[a-z-]+ )?[a-z-]{3,}(?:s|men|people))\b(?! of\b)", re.I)
_CROWD = regex(r"\b(?:did|do|have|had|will|were|are) (?:the )?(?P<noun>(?:[\w'-]+ )?(?P<head>[a-z]+))\b")
_PLURAL = regex(r"(?:the )?(?P<noun>(?:[a-z-]+ )?[a-z]{3,}[^\Wsiu]s)(?= |\W*$)")  # "cranes", "patrol boats"
_OPEN = regex(r"\[(\d{4}[\d-]*)\.\.(\d{4}[\d-]*)\]")
DATE = regex(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?")


@dataclass(frozen=True, eq=False)
class Topic:
    """The last question as it was read and as it was typed, and its answer."""

    view: View
    query: Query
    answer: Answer | Draft
    asked: str = ""

    def events(self) -> list[Event]:
        """The events that the answer rests on."""
        return [self.view.events[one] for one in self.answer.facts if one in self.view.events]

    def names(self, *kinds: str) -> list[Name]:
        """The names of the question that mean actors of some kinds."""
        return [
            name
            for name in self.query.names
            if (actor := self.view.actors.get(name.ids[0])) and actor.kind in kinds and name.form != "title"
        ]

    def person(self, word: str = "", named_now: Collection[str] = ()) -> str | None:
        """The one person that "he" or "she" means: whom it meant before, the answer itself, one named in the question or what is told.

        None of those named in the follow-up itself.
        """
        called, actors = self.view.called, self.view.actors
        before = [name for name in self.names("person") if not set(name.ids) & set(named_now)]
        sides = {_side(one) for one in _PRONOUN.findall(self.asked)}
        if _side(word) and sides and _side(word) not in sides:
            before = before[1:]  # "she" was the first of them
        if _side(word) and _side(word) in {_side(one) for one in _PRONOUN.findall(self.asked)} and before:
            return actors[before[0].ids[0]].name
        value = self.answer.value
        if self.answer.kind == "actor" and isinstance(value, str) and value in called and self.answer.status != "unanswered":
            told = [value, *(item.text.split(",")[0] for item in self.answer.items)]
            people = [ident for one in dict.fromkeys(told) for ident in called.get(one, ())[:1] if self._is_person(ident)]
            others = [one for one in people if one not in named_now]
            fit = self._fitting(word, others)
            if fit or not people:
                return actors[fit[0]].name if len(fit) == 1 or (fit and fit[0] == people[0]) else None
        return self._named_person(word, before, named_now)

    def told_person(self, word: str, known: str) -> str | None:
        """The one person besides a known one whom the answer gives, or tells as acting, and for whom a pronoun can stand."""
        called = self.view.called
        told = list(called.get(str(self.answer.value), ())[:1]) if self.answer.kind == "actor" else []
        told += [one.actor for event in self.events() for one in event.participants if one.actor]
        people = [one for one in dict.fromkeys(told) if self._is_person(one) and self.view.actors[one].name != known]
        fit = self._fitting(word, people)
        return self.view.actors[fit[0]].name if len(fit) == 1 else None

    def _named_person(self, word: str, before: Sequence[Name], named_now: Collection[str]) -> str | None:
        """The person for whom a word stands among those of a question, else among those who act in what is told."""
        actors, text = self.view.actors, self.query.text
        named = self._fitting(word, list(dict.fromkeys(name.ids[0] for name in before)))
        if len(named) > 1 and re.fullmatch(r"\s*(?:,|and|&|,\s*and)\s*", text[before[0].span.end : before[1].span.start]):
            return None  # "when did the two meet": either
        if named:
            return actors[named[0]].name
        acting = [one.actor for event in self.events() for one in event.participants if one.actor and one.role != "host"]
        fit = self._fitting(word, [one for one in dict.fromkeys(acting) if self._is_person(one) and one not in named_now])
        return actors[fit[0]].name if len(fit) == 1 else None

    def _fitting(self, word: str, people: list[str]) -> list[str]:
        """Those of some people for whom a pronoun can stand."""
        if not _side(word) or not people:
            return people
        from tieline.query.people.gender import fitting

        return fitting(self.view, word, people)

    def heads(self) -> tuple[str, ...]:
        """The stem of what the last question was about: its thing, else what it counts or has done to something."""
        from tieline.query.reading.frame import frame_of

        frame = frame_of(self.view, self.query)
        parts = (frame.subject, frame.rest, frame.wanted) if frame else ()
        return tuple(dict.fromkeys(part.head for part in parts if part.head and part.head not in part.proper))

    def deal(self) -> str | None:
        """The agreement that the talks are on about which the last question was."""
        deals = [self.view.agreements[one.agreement].name for one in self.events() if one.agreement in self.view.agreements]
        return f"the {deals[0]}" if deals and "negotiation" in self.query.types else None

    def agreement(self) -> str | None:
        """The agreement that the last question was about, in words that can be asked about."""
        if self.answer.kind == "agreement" and isinstance(self.answer.value, str):
            return self.answer.value
        span = self.thing_span() if any(act.rule.startswith("thing.") or act.agreement for act in self.query.acts) else None
        if span:
            return self.query.text[span.start : span.end]
        deals = [self.view.agreements[one.agreement].name for one in self.events() if one.agreement in self.view.agreements]
        return f"the {deals[0]}" if deals else None

    def work(self, words: str) -> str | None:
        """The port, plant or line that the last question named by the noun for it that a follow-up has: "the port"."""
        span = self.thing_span()
        named = span is not None and self.names("place", "organization", "company", "group")
        text = self.query.text[span.start : span.end] if span and named else None
        noun = words.lower().partition(" ")[2]
        return text if text and f" {noun} " in f" {text.lower()} " else None

    def another(self, word: str) -> str | None:
        """The one other person for whom a pronoun stands, known by its gender, in the sentences of the answer or right behind them."""
        passages = self.view.passages_of(self.answer.citations)
        behind = [self.view.passages[one.number + 1] for one in passages if one.number + 1 < len(self.view.passages)]
        near = [*passages, *(one for one in behind if one.document in [passage.document for passage in passages])]
        asked = {i for name in self.names("person") for i in name.ids}
        people = [i for one in near for i in one.fact.actors if self._is_person(i) and i not in asked]
        fit = self._fitting(word, list(dict.fromkeys(people)))
        return self.view.actors[fit[0]].name if len(fit) == 1 else None

    def thing(self) -> str | None:
        """The agreement, project or place that "it" means, in words that can be asked about."""
        if self.answer.kind == "agreement" and isinstance(self.answer.value, str):
            return self.answer.value
        span = self.thing_span()
        if span:
            return self.query.text[span.start : span.end]
        deals = [self.view.agreements[one.agreement].name for one in self.events() if one.agreement in self.view.agreements]
        lands = list(dict.fromkeys(name.text for name in self.names("country") if not _AT.search(self.query.text[: name.span.start])))
        return f"the {deals[0]}" if deals else lands[0] if len(lands) == 1 and not self.events() else self._acting("country")

    def _acting(self, *kinds: str) -> str | None:
        """The one of some kinds that does what the last question tells: "it" after "how much did Togo ask Ghana for?"."""
        from tieline.query.reading.frame import frame_of

        frame = frame_of(self.view, self.query)
        doing = [one.text for one in self.names(*kinds) if frame and frame.subject.ids & set(one.ids)]
        return doing[0] if len(doing) == 1 else None

    def doer(self) -> str | None:
        """The country or firm that "it" means before what only somebody does: the answer itself, else who acts in the question."""
        value, called = self.answer.value, self.view.called
        told = called.get(value, ())[:1] if self.answer.kind == "actor" and isinstance(value, str) else ()
        if told and self.answer.status != "unanswered" and self.view.any_is(told, *_DOERS):
            return self.view.actors[told[0]].name
        return self._acting(*_DOERS)

    def does_it(self) -> bool:
        """Whether the thing of the last question is a firm or body that does what is asked."""
        from tieline.query.reading.frame import frame_of

        frame, things = frame_of(self.view, self.query), self.names("organization", "company")
        return frame is not None and bool(things) and not frame.passive and any(frame.subject.ids & set(one.ids) for one in things)

    def thing_span(self) -> Span | None:
        """Where the last question names its thing, its article included."""
        spans = [act.span for act in self.query.acts if act.rule.startswith("thing.")]
        spans += [name.span for name in self._named_things()]
        if not spans:
            return self._plain_thing()
        spans.sort()
        start, end = spans[-1]
        end = self._noun_behind(end)
        for one in reversed(spans[:-1]):
            if start - one.end <= 1:
                start = min(start, one.start)
        behind = _PART.match(self.query.text, end)
        return self._whole(Span(start, behind.end() if behind else end))

    def _named_things(self) -> list[Name]:
        """The names that a thing can have; a place where something happens is none: "did they sign the pact in Lima?"."""
        named = self.names("place", "organization", "company", "group")
        return [one for one in named if not (self._is_place(one) and _WHERE.search(self.query.text[: one.span.start]))]

    def _is_place(self, name: Name) -> bool:
        return self.view.actors[name.ids[0]].kind == "place"

    def _noun_behind(self, end: int) -> int:
        """Where a name ends with the noun for a work that it stands before: "the Tema plant"."""
        nouns = {words.strip() for one in self.view.lexicon.tables["follow"] for words in one["works"].split(";")}
        behind = _TWO_WORDS.match(self.query.text, end)
        return next((behind.end(one) for one in ("both", "one") if behind and behind[one] in nouns), end)

    def verb(self) -> Span | None:
        """The plain form that tells what is done: "sell" in "what does Ghana sell?"; "exports" is none."""
        from tieline.query.reading.frame import frame_of

        frame = frame_of(self.view, self.query)
        done = [one.span for one in self.query.terms if frame and one.stem in frame.verbs and not one.text.lower().endswith("s")]
        return done[-1] if done else None

    def _whole(self, span: Span) -> Span:
        """A thing with the words right before it, back to their article: "the Chile-Brazil investment treaty"."""
        start = span.start
        for one in reversed(self._attributes()):
            if 0 <= start - one.end <= 1:
                start = one.start
        before = _ARTICLE.search(self.query.text[:start])
        if before:
            return Span(before.start(), span.end)
        before = _ARTICLE.search(self.query.text[: span.start])
        return Span(before.start() if before else span.start, span.end)

    def _attributes(self) -> list[Span]:
        """What can stand before the noun of a thing: names, other words, and acts that are no verb of its life."""
        query = self.query
        spans = [*(one.span for one in query.names), *(one.span for one in query.terms)]
        return sorted([*spans, *(act.span for act in query.acts if not act.stages)])

    def _plain_thing(self) -> Span | None:
        """The words behind an article, or those that no rule and no name stands for: "the upgrade", "trade"."""
        query = self.query
        if query.asked == NOWHERE and len(query.text.split()) <= FEW:
            return Span(0, len(query.text.rstrip(" ?.!")))
        busy = sorted(span for spans in (query.names, query.windows, query.acts) for span in (one.span for one in spans))
        for match in _NOUN.finditer(query.text):
            end = self._subject_end(match.start())
            if end is None:
                end = min([match.end(), *(span.start for span in busy if span.end > match.start("noun"))])
                end = self._told_apart(match.start("noun"), end)
                end = match.start() + len(_HANGS.sub("", query.text[match.start() : end]))
            if _BARE.search(query.text[match.start() : end]):
                continue  # "the new" before a name
            if query.text[match.start("noun") : end].strip() and not _TURN.search(match[0]):
                return Span(match.start(), match.start() + len(query.text[match.start() : end].rstrip()))
        verb = self.verb()
        loose = self._loose()
        terms = [
            term.span
            for term in query.terms
            if not _DONE.fullmatch(term.text)
            and term.text.lower() not in loose
            and term.span != verb
            and not any(one.start < term.span.end and term.span.start < one.end for one in busy)
        ]
        return self._whole(terms[-1]) if terms else None

    def _subject_end(self, start: int) -> int | None:
        """Where the subject of the last question ends that opens at a place: "the memorandum on the joint fund"; None where none does."""
        from tieline.query.reading.frame import frame_of

        frame = frame_of(self.view, self.query)
        subject = frame.subject.span if frame and not frame.copular else NOWHERE
        if not subject.start <= start < subject.end or not self.query.text[subject.end :].strip(" ?"):
            return None
        return start + len(_HAVING.sub("", self.query.text[start : subject.end]))

    def _loose(self) -> set[str]:
        """Words that are no thing, and those told of one."""
        return {word for one in self.view.lexicon.tables["follow"] for word in one["loose"].split()}

    def _told_apart(self, start: int, end: int) -> int:
        """Where a noun ends before what is told of it: "was the station late", "was the ban lifted"."""
        loose = self._loose()
        first = self.query.text.find(" ", start, end)
        words = list(_WORD.finditer(self.query.text, first, end)) if first > 0 else []
        cut = next((one.start() for one in words if one[0].lower() in loose or (_DONE.fullmatch(one[0]) and one.end() == end)), end)
        return len(self.query.text[:cut].rstrip()) if cut < end else end

    def _many(self) -> str | None:
        """The thing of the last question, where its noun is one of many: "the tax talks"."""
        things = [self.thing_span(), *(self._whole(act.span) for act in self.query.acts if not act.stages)]
        texts = [self.query.text[one.start : one.end] for one in things if one]
        return next((text for text in texts if _MANY.search(text)), None)

    def _deals(self) -> str | None:
        """The agreements, more than one, that are told as the answer to what was done: "what was signed there?"."""
        deals = [self.view.agreements[one.agreement].name for one in self.events() if one.agreement in self.view.agreements]
        return f"the {deals[0]}" if self.query.form in ("what", "list") and deals and deals[0].endswith("s") else None

    def _counted(self) -> str | None:
        """Those whom the last question counts or tells of as doing something: "the passengers", "Chinese companies"."""
        found = _COUNT.match(self.query.text)
        if found is None:
            crowds = {word.strip() for one in self.view.lexicon.tables["follow"] for word in one["crowds"].split(";")}
            found = next((one for one in _CROWD.finditer(self.query.text) if one["head"] in crowds), None)
        return f"the {found['noun']}" if found else None

    def several(self) -> str | None:
        """Those whom "they" means: a list of actors in the answer, or the countries or persons of the question."""
        told = [item.text.split(",")[0] for item in self.answer.items if item.text.split(",")[0] in self.view.called]
        if self.answer.kind == "actor" and not told:
            people = [one.name for event in self.events()[:1] for one in event.participants if self._is_person(one.actor)]
            told = people if len(people) == 2 else []
        goods = self._goods() if not told else None
        if goods:
            return goods
        for kind in (("person",), ("country",)) if not (self._deals() or self._counted()) else ():
            named = list(dict.fromkeys(self.view.actors[name.ids[0]].name for name in self.names(*kind)))
            if not told and len(named) > 1:
                told = named
        many = (self._counted() or self._many() or self._deals()) if not told else None
        if many:
            return many
        if not told:
            others = [one for event in self.events()[:1] for one in event.participants if not self._is_person(one.actor)]
            lands = [one for one in others if one.actor and self.view.any_is((one.actor,), "country")]
            told = list(dict.fromkeys(one.name for one in (lands if len(lands) > 1 else others)))
        return " and ".join(told[:2]) if len(told) >= 2 else None

    def _goods(self) -> str | None:
        """The things, more than one, to which the last question has something done: "cranes" in "from whom did Togo buy cranes?"."""
        from tieline.query.reading.frame import frame_of

        frame = frame_of(self.view, self.query)
        span = frame.rest.span if frame and frame.direct and not frame.passive else NOWHERE
        first = _PLURAL.match(self.query.text, span.start) if span != NOWHERE else None
        return f"the {first['noun']}" if first else None

    def place(self, named_now: Collection[str] = ()) -> str | None:
        """The place that "there" means; none of those named in the follow-up itself."""
        if self.answer.kind == "place" and isinstance(self.answer.value, str):
            return self.answer.value
        told = next((one.place for one in self.events() if one.place), None)
        if told and not self.names("place") and self.query.form in ("when", "who") and "visit" not in self.query.types:
            return told  # "who was there?" after "when was the accord of Togo and Ghana signed?"
        named = [name for name in self.names("place") or self.names("country") if not set(name.ids) & set(named_now)]
        return self.view.actors[named[-1].ids[0]].name if named else told

    def time(self) -> str | None:
        """The EDTF of the time that "then" means: a date in the answer, the one time of what it rests on, or one in the question."""
        if self.answer.kind == "date" and isinstance(self.answer.value, str):
            return self.answer.value
        times = list(dict.fromkeys(one.time.edtf for one in self.events() if one.time))
        if len(times) == 1:
            return times[0]
        return self.query.windows[0].time.edtf if len(self.query.windows) == 1 else None

    def told_times(self) -> list[TimeValue]:
        """The periods of the figures that the answer rests on."""
        figures = [self.view.figures[one] for one in self.answer.facts if one in self.view.figures]
        return [one.period for one in figures if one.period]

    def visit(self) -> str | None:
        """The visit that "that visit" means, in words that can be asked about."""
        for event in self.events():
            guest = next((one.name for one in event.participants if one.role == "guest"), None)
            host = event.place or next((one.name for one in event.participants if one.role == "host"), None)
            if event.type == "visit" and guest and host:
                when = f" {at(event.time.edtf)}" if event.time and DATE.match(event.time.edtf) else ""
                return f"{guest}'s visit to {host}{when}"
        return None

    def _is_person(self, actor: str | None) -> bool:
        return actor is not None and actor in self.view.actors and self.view.actors[actor].kind == "person"


def topic_of(view: View, question: str, answer: Answer | Draft, asked: str = "") -> Topic:
    """What a question and its answer were about; `asked`: the question as it was typed."""
    return Topic(view, read_question(view, question), answer, asked)


def _side(word: str) -> str:
    """The one pronoun of each gender: "he" for "his"."""
    return {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}.get(word.lower(), "")


def at(edtf: str) -> str:
    """A time behind its preposition: "on 19 November 2008", "in 2010"; a span by its first part, a day left open by what bounds it."""
    open_day = _OPEN.fullmatch(edtf)
    if open_day:
        year = open_day[1][:4]
        return f"in {year}" if open_day[2].startswith(year) else in_words(edtf)
    first = DATE.search(edtf)
    words = in_words(first[0]) if first else in_words(edtf)
    return f"{'on' if first and len(first[0]) >= 10 else 'in'} {words}"
