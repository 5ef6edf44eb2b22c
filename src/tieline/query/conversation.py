"""A talk with the texts: each question may lean on the one before."""

import re
from collections.abc import Callable, Sequence

from tieline.late import regex
from tieline.light import dataclass
from tieline.model.answer import Answer
from tieline.model.event import Event
from tieline.model.figure import Figure
from tieline.model.words import in_words
from tieline.query.ask import ask
from tieline.query.draft import capital, clip, quoted
from tieline.query.one_event import asks_of_event, dated_events, nth, one_of_several, told_of_event
from tieline.query.reading.antecedents import topic_of
from tieline.query.reading.corrections import corrected
from tieline.query.reading.followups import (
    asks_for_figure_time,
    asks_for_ones,
    asks_for_source,
    asks_for_speaker,
    asks_of_part,
    asks_of_told,
    asks_presence,
    clean,
    completed,
    hangs_alone,
    is_fragment,
    is_short,
    points_back,
    pronoun_alone,
    put_right,
    without_opener,
)
from tieline.query.reading.read import read_question
from tieline.query.told_before import around, counts_time, near, of_the_told, tells_deed, tied
from tieline.query.view import View

_ONE_THING = frozenset(("number", "duration", "date", "place", "actor", "rank"))
_AROUND = "looked for in the sentences around what was told"
DEPTH = 4  # questions back that a follow-up can lean on


@dataclass(frozen=True)
class Turn:
    """One question of a conversation as typed and as understood, with its answer."""

    question: str
    read_as: str
    answer: Answer


class Conversation:
    """Questions in a row. What one leaves out ("and the upgrade?", "who signed it?", "before that?") is taken from the last one.

    `turns` are the questions so far, oldest first. An answer's `question` is what was asked, its first reason how a follow-up was read.
    """

    def __init__(self, view: Callable[[], View], ask: Callable[[str], Answer]) -> None:
        self._view, self._ask = view, ask
        self.turns: tuple[Turn, ...] = ()

    def ask(self, question: str) -> Answer:
        """The answer to a question or follow-up; `QuestionError` where it is empty."""
        turn = self._follow(question)
        unclear = None if turn else self._unclear(question)
        turn = turn or unclear or self._alone(question)
        if turn.answer.status == "unanswered" and not unclear:
            turn = self._around(turn) or turn
        self.turns = (*self.turns, turn)
        return turn.answer

    def forget(self) -> None:
        """Start anew: the next question leans on nothing."""
        self.turns = ()

    def _follow(self, question: str) -> Turn | None:
        """The turn of a question that leans on the last one; None where it stands alone, or gets no answer that way."""
        last = self.turns[-1] if self.turns else None
        if last is None or not isinstance(question, str) or not question.strip():
            return None
        view = self._view()
        if asks_for_source(view, question):
            return Turn(question, last.read_as, _sourced(question, last, view))
        if asks_for_speaker(view, question):
            return Turn(question, last.read_as, _spoken(question, last, view) or _sourced(question, last, view))
        named = _named(question, last, view) if asks_for_ones(view, question) else None
        if named:
            return Turn(question, last.read_as, named)
        figured = self._last_told()
        asked = asks_for_figure_time(view, question) and (figured is last or not points_back(view, question))
        dated = _dated(question, figured, view) if asked else None
        if dated and figured is not last:
            read = f'"{question.strip()}" is read as "{figured.read_as}"'
            dated = dated.model_copy(update={"reasons": (read, *dated.reasons)})
        if dated:
            return Turn(question, figured.read_as, dated)
        singled = self._singled(view, question) or self._present(view, question, last)
        if singled:
            return singled
        rest = corrected(clean(question))
        if rest and is_fragment(view, rest):
            return self._put_right(view, question, rest) or self._leaning(view, question, rest, self.turns)
        turn = self._leaning(view, question, rest or question, self.turns)
        return turn if turn is None or turn.answer.status != "unanswered" else self._of_event(view, question, last) or turn

    def _alone(self, question: str) -> Turn:
        """The turn of a question as it stands; one that asks of "that" gets no answer from texts of which nothing was told before."""
        answer = self._ask(question)
        if not self.turns or answer.status == "unanswered":
            return Turn(question, question, answer)
        view, last = self._view(), self.turns[: -DEPTH - 1 : -1]
        told = [c for one in last for c in (*one.answer.citations, *(c for item in one.answer.nearest for c in item.citations))]
        before = view.passages_of(told)
        last_told = {one.number for one in view.passages_of(self._last_told().answer.citations)}
        linked = not asks_of_part(question) or of_the_told(view, last_told, (), answer)
        if not points_back(view, question) or (linked and near(view, before, answer)):
            return Turn(question, question, answer) if self._is_tied(question, question, answer) else _untied(question, question)
        text = "It is not clear what that means here: name it."
        reasons = ("what could be meant stands in none of the sentences told before",)
        return Turn(question, question, Answer.made(question=question, status="unanswered", answer=text, kind="status", reasons=reasons))

    def _is_tied(self, question: str, whole: str, answer: Answer) -> bool:
        """Whether the evidence of an answer is of what the last turn told."""
        view, rest, last = self._view(), corrected(clean(question)), self.turns[-1].answer
        open_still = last.kind == "yesno" and last.status == "unanswered" and is_short(view, question)
        if open_still and not tells_deed(view, read_question(view, whole), answer):
            return False  # "when?" of what is not known to have been
        told = [one for one in self.turns[: -DEPTH - 1 : -1] if one.answer.status != "unanswered"] or [self.turns[-1]]
        part = read_question(view, without_opener(view, rest)) if rest and is_fragment(view, rest) and whole != question else None
        topics = [topic_of(view, one.read_as, one.answer, one.question) for one in told]
        return tied(topics, clean(question), read_question(view, whole), answer, part=part)

    def _around(self, turn: Turn) -> Turn | None:
        """The turn of a question that nothing else answers, by the sentences around what was told last."""
        question = turn.question
        if not self.turns or not asks_of_told(self._view(), question):
            return None
        view, last = self._view(), self._last_told()
        told = view.passages_of(last.answer.citations)
        answer = ask(around(view, told), question) if told else None
        if answer is None or answer.status != "answered" or answer.kind not in _ONE_THING or answer.items:
            return None
        if answer.kind == "number" and counts_time(view, answer):
            return None
        heads = topic_of(view, last.read_as, last.answer).heads()
        if not of_the_told(view, {one.number for one in told}, heads, answer) or not self._is_tied(question, question, answer):
            return None
        read = (f'"{question.strip()}" is read as "{turn.read_as}"',) if turn.read_as != question else ()
        return Turn(question, turn.read_as, answer.model_copy(update={"reasons": (*read, _AROUND, *answer.reasons)}))

    def _last_told(self) -> Turn:
        """The last turn that has an answer, of the few before; the very last where none has."""
        return next((one for one in self.turns[: -DEPTH - 1 : -1] if one.answer.status != "unanswered"), self.turns[-1])

    def _unclear(self, question: str) -> Turn | None:
        """The turn that asks back where "he" stands for nobody sure, or where "for Togo?" goes with nothing that was asked."""
        if not self.turns or not isinstance(question, str) or not question.strip():
            return None
        word = pronoun_alone(self._view(), question)
        if word is None and not hangs_alone(self._view(), question) and one_of_several(self._view(), question) is None:
            return None
        text = (
            f'It is not clear whom "{word}" means here: name the person.' if word else "It is not clear what that belongs to: ask it whole."
        )
        reasons = (f'no one person before can be "{word}"' if word else "no question before has a place for it",)
        return Turn(question, question, Answer.made(question=question, status="unanswered", answer=text, kind="status", reasons=reasons))

    def _of_event(self, view: View, question: str, last: Turn) -> Turn | None:
        """When or where the one event took place that the last answer tells, where a bare question word asks no more."""
        asked = asks_of_event(view, question)
        events = dated_events(view, last.answer)
        answer = told_of_event(question, asked, events[0], last.read_as) if asked and len(events) == 1 else None
        return Turn(question, last.read_as, answer) if answer else None

    def _told_of(self, question: str, word: str, event: Event, before: Turn) -> Turn | None:
        """The turn that tells when or where one of the events of an earlier answer took place."""
        answer = told_of_event(question, word, event, before.read_as)
        whole = f"{word} was it that {event.title}?"
        read = f'"{question.strip()}" is read as "{whole}"'
        return Turn(question, whole, answer.model_copy(update={"reasons": (read, *answer.reasons)})) if answer else None

    def _singled(self, view: View, question: str) -> Turn | None:
        """The turn of a question for one of several events told before: "where was the first?", "and the second?"."""
        words = clean(question)
        asked = one_of_several(view, corrected(words) or words)
        if asked is None:
            return None
        word, turn = asked
        for one in self.turns[: -DEPTH - 1 : -1]:
            events = dated_events(view, one.answer)
            if len(events) < 2 or len({event.type for event in events}) > 1:
                continue
            event = nth(events, turn, self.turns[-1].answer.facts)
            asked_before = [asks_of_event(view, back.question) for back in self.turns[::-1]]
            word = word or next(filter(None, asked_before), "when")
            return self._told_of(question, word, event, one) if event else None
        return None

    def _present(self, view: View, question: str, last: Turn) -> Turn | None:
        """Whether somebody was there, where the text that told of the event says so: "was she there?" after "when was the port opened?"."""
        who = asks_presence(view, question)
        if who is None or not last.answer.citations:
            return None
        whole = f"was {who} present?"
        answer = self._ask(whole)
        if answer.value is None or not {c.document for c in answer.citations} & {c.document for c in last.answer.citations}:
            return None
        read = f'"{question.strip()}" is read as "{whole}"'
        return Turn(question, whole, answer.model_copy(update={"question": question, "reasons": (read, *answer.reasons)}))

    def _leaning(self, view: View, question: str, words: str, turns: tuple[Turn, ...]) -> Turn | None:
        """The turn of a question whose words lean on some turns."""
        known = [one for one in turns[: -DEPTH - 1 : -1] if not _not_understood(view, one)] or list(turns[-1:])
        return self._first(question, completed([topic_of(view, one.read_as, one.answer, one.question) for one in known], words))

    def _first(self, question: str, wholes: Sequence[str]) -> Turn | None:
        """The turn of a question by the first of its readings that has an answer, else by the first of all."""
        tried: list[Turn] = []
        for whole in wholes:
            answer = self._ask(whole)
            reasons = (f'"{question.strip()}" is read as "{whole}"', *answer.reasons)
            tried.append(Turn(question, whole, answer.model_copy(update={"question": question, "reasons": reasons})))
            if answer.status != "unanswered" and not self._repeats(answer):
                if self._is_tied(question, whole, answer):
                    return tried[-1]
                tried[-1] = _untied(question, whole)
        return next((turn for turn in tried if not self._repeats(turn.answer)), None)

    def _repeats(self, answer: Answer) -> bool:
        """Whether a list or row of events tells no more than the last answers did."""
        told = {fact for turn in self.turns[-DEPTH:] for fact in turn.answer.facts}
        return answer.kind in ("series", "list") and bool(answer.facts) and set(answer.facts) <= told

    def _put_right(self, view: View, question: str, words: str) -> Turn | None:
        """The latest question that a correction fits, asked again as meant, and after it whatever has been asked since."""
        for n in range(len(self.turns) - 1, max(-1, len(self.turns) - 1 - DEPTH), -1):
            one = self.turns[n]
            turn = self._first(question, put_right(topic_of(view, one.read_as, one.answer), words))
            if turn is None:
                continue
            before = (*self.turns[:n], turn)
            for later in self.turns[n + 1 :]:
                again = self._leaning(view, question, later.question, before)
                before = (*before, again) if again else before
            return before[-1]
        return None


def _not_understood(view: View, turn: Turn) -> bool:
    """Whether a turn was a fragment that went with nothing before it: what comes after it leans on what was asked earlier."""
    return turn.answer.status == "unanswered" and turn.read_as == turn.question and is_short(view, turn.question)


def _untied(question: str, whole: str) -> Turn:
    """The turn of a question whose answer is of something else than what was told before."""
    text = "The texts do not say that of what was told before."
    reasons = (f'"{question.strip()}" is read as "{whole}"', "what comes closest tells of another time or of something else")
    return Turn(question, whole, Answer.made(question=question, status="unanswered", answer=text, kind="status", reasons=reasons))


_AMONG = regex(r"(?:,|:|-)?\s*\b(?:among (?:them|which|these)|including|namely|such as|comprising)\b:? (?P<them>[^.;]{8,200})", re.I)


def _named(question: str, last: Turn, view: View) -> Answer | None:
    """The things that the last answer counts, where its items or its own sentence name them."""
    answer = last.answer
    if answer.kind not in ("number", "count") or answer.status != "answered":
        return None
    passage = next(iter(view.passages_of(answer.citations)), None)
    among = _AMONG.search(passage.text) if passage else None
    if not answer.items and not among:
        return None
    told = "; ".join(item.text for item in answer.items) if answer.items else f"{capital(among['them'])}" if among else ""
    return Answer.made(
        question=question,
        status="answered",
        answer=clip(f"{told}. {quoted(passage)}" if passage and not answer.items else f"{told}."),
        kind="list" if answer.items else "statement",
        value=len(answer.items) if answer.items else told,
        items=answer.items,
        reasons=(f'what the answer to "{last.read_as}" counts',),
        citations=answer.citations,
        facts=answer.facts,
    )


def _dated(question: str, last: Turn, view: View) -> Answer | None:
    """The time of the one figure that the last answer tells; None where it tells none, or one without a time of its own."""
    figures = [view.figures[one] for one in last.answer.facts if one in view.figures] or _figures_at(last.answer, view)
    period = figures[0].period if len(figures) == 1 and last.answer.kind == "number" and last.answer.status != "unanswered" else None
    if period is None or not period.earliest:
        return None
    passage = next(iter(view.passages_of(figures[0].evidence)), None)
    told = f"{capital(in_words(period))}. {quoted(passage)}" if passage else f"{capital(in_words(period))}."
    return Answer.made(
        question=question,
        status="answered",
        answer=clip(told),
        kind="date",
        value=period.edtf,
        reasons=(f'the time of the figure that answers "{last.read_as}"', *figures[0].reasons),
        citations=figures[0].evidence[:2],
        facts=last.answer.facts,
    )


def _figures_at(answer: Answer, view: View) -> list[Figure]:
    """The figures with the value of an answer in the sentences that it cites."""
    found = (view.figures[one] for passage in view.passages_of(answer.citations) for one in passage.fact.figures if one in view.figures)
    return [one for one in found if one.value == answer.value]


def _spoken(question: str, last: Turn, view: View) -> Answer | None:
    """Whose words the last answer gives; None where no one person's."""
    from tieline.query.people.who_said import speaker_of

    figures = [view.figures[one] for one in last.answer.facts if one in view.figures]
    near = tuple(one for item in last.answer.nearest[:1] for one in item.citations)
    cited = last.answer.citations or tuple(one for figure in figures for one in figure.evidence) or near
    for citation in cited:
        passage = view.passage_at(citation)
        speaker = speaker_of(view, passage) if passage else None
        if passage and speaker:
            return Answer.made(
                question=question,
                status="answered",
                answer=clip(f"{view.actors[speaker].name}. {quoted(passage)}"),
                kind="actor",
                value=view.actors[speaker].name,
                reasons=(f'whose words the answer to "{last.read_as}" gives',),
                citations=(passage.citation,),
                facts=last.answer.facts,
            )
    return None


def _sourced(question: str, last: Turn, view: View) -> Answer:
    """The sentences behind the last answer."""
    cited = last.answer.citations
    if not cited:
        text = "No text says it: the last question had no answer."
        return Answer.made(
            question=question, status="unanswered", answer=text, kind="document", reasons=(f'the last question was "{last.read_as}"',)
        )
    documents = list(dict.fromkeys(one.document for one in cited))
    names = [view.documents[one].title or one for one in documents]
    text = f'{" and ".join(names[:2])}{f" and {len(names) - 2} more" if len(names) > 2 else ""}: "{cited[0].quote}"'
    return Answer.made(
        question=question,
        status="answered",
        answer=text if len(text) <= 300 else text[:296].rsplit(" ", 1)[0] + '…"',
        kind="document",
        value=documents[0],
        reasons=(f'the sentences behind the answer to "{last.read_as}"',),
        citations=cited,
        facts=last.answer.facts,
    )
