"""A second look at the answer of a way: at what it did not find, and at whether it is that of the question."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.another import TURNS, between_others, dates_another, in_turn, of_another_act, on_topic
from tieline.query.draft import Draft, nothing
from tieline.query.loaded import function
from tieline.query.reading.query import Query
from tieline.query.view import View

# the forms that a clause with the verb, subject and object of the question can answer
CLAUSAL = ("when", "where", "who", "how_long", "how_many", "how_much", "yesno", "said", "what")
# the forms that the list of a sentence can answer
LISTING = ("what", "list", "said", "how_many", "count", "agreement")
_HOLDS = regex(r"^\W*what (?:else )?(?:did|does|do|have|has|had)\b.*\b(?:fear|complain|demand|warn|worry|doubt|insist|ask)", re.I)
_SPEAKS = regex(r"\b(?:did|does|do|has|have|had|according to|in the (?:view|opinion|words|eyes) of)\b", re.I)
_PAST = regex(r"(?:on |since |in )?(?:when|what|which)\b.*?\b(?:did|was|were|had)\b", re.I)


def looked_at_again(view: View, query: Query, draft: Draft) -> Draft:
    """The answer after all steps, in their order."""
    for step in _STEPS:
        draft = step(view, query, draft)
    return draft


def _may_be_another(query: Query, draft: Draft) -> bool:
    """Whether the sentence of an answer may give another number, time or turn: not a date that an event gives to what is past."""
    if draft.kind == "date":
        return not draft.facts or bool(function("times.ahead.asks_ahead")(query) or function("times.ahead.asks_plan")(query))
    if draft.kind in ("actor", "place"):
        return bool(query.title) or bool(_TURN.search(query.text))
    return draft.kind == "number" or draft.value is True


_TURN = regex(r"\b(?:first|second|third|fourth|fifth|last|only)\b", re.I)


def _from_clause(view: View, query: Query, draft: Draft) -> Draft:
    """What was not found, from a clause that tells it."""
    if draft.status != "unanswered" or query.form not in CLAUSAL or draft.lacks == "event":
        return draft
    told = function("sentences.told_in.told_in_clause")(view, query)
    if told and query.form == "said" and not on_topic(view, query, told):
        return draft
    return told if told and function("people.acting.of_title")(view, query, told) else draft


_BEGAN = regex(
    r"\W*when (?P<aux>did|do|does) (?P<who>.+?) (?:start|begin|resume|restart) (?:to )?(?P<verb>\w+ing)\b(?P<rest>[^?]*)",
    re.I,
)


def _since_then(view: View, query: Query, draft: Draft) -> Draft:
    """When something began that by a text has been going on since: "lorries have been crossing again since Monday"."""
    began = _BEGAN.match(query.text) if draft.status == "unanswered" and query.form == "when" else None
    if began is None:
        return draft
    asked = function("reading.read.read_question")(view, f"since when have {began['who']} been {began['verb']}{began['rest']}?")
    told = function("sentences.told_in.told_in_clause")(view, asked)
    since = told and any(_SINCE.search(passage.text) for passage in view.passages_of(told.citations))
    return told if told and since and told.status == "answered" else draft


_SINCE = regex(r"\bsince\b", re.I)


def _from_figure(view: View, query: Query, draft: Draft) -> Draft:
    """A number that "what is the deficit" asks for, from the figures of the texts."""
    if draft.status != "unanswered" or query.form != "what" or not _WHAT_IS.match(query.text):
        return draft
    asked = function("evidence.asked.sought")(view, query)
    if asked is None or asked.kind != "number":
        return draft
    unit = asked.unit if asked.unit in ("money", "percent") else None
    found = function("amounts.figures.how_many")(view, replace(query, form="how_much", unit=unit, rule="figure"))
    return found if found.status == "answered" else draft


_WHAT_IS = regex(r"\W*what(?: is|'s| was| are| were)\b", re.I)


_BEFORE_HIM = regex(
    r"\W*who (?:(?:was|were) (?P<office>[^?]{3,60}?) before|preceded|came before|went before) (?P<name>(?-i:[A-Z])[^?]*?)"
    r"(?: (?:as|in (?:the )?(?:office|post|job)|at)\b[^?]*)?\W*$",
    re.I,
)


def _who_before(view: View, query: Query, draft: Draft) -> Draft:
    """Who held a post before somebody, by what a text calls his predecessor or says of whom he succeeded."""
    asked = _BEFORE_HIM.match(query.text) if draft.status == "unanswered" and query.form in ("who", "person") else None
    if asked is None:
        return draft
    for words in (f"who was {asked['name']}'s predecessor?", f"whom did {asked['name']} succeed?"):
        again = function("reading.read.read_question")(view, words)
        found: Draft | None = function("evidence.told.told_closely")(view, again)
        if found and found.status == "answered":
            return replace(found, told=(*found.told, *(term.stem for term in query.words)))
    return draft


_GOES_TO = regex(
    r"\W*(?:to whom|who)\b[^?]*\b(?:sold|given|awarded|leased|lent|handed|granted|promised|bought|purchased|acquired|received|got"
    r"|obtained|won|rented|took over)\b",
    re.I,
)


def _to_whom(view: View, query: Query, draft: Draft) -> Draft:
    """To whom a thing went, where nobody is known to have taken it."""
    if draft.status != "unanswered" or query.form != "who" or not _GOES_TO.match(query.text):
        return draft
    found: Draft | None = function("people.recipients.recipient")(view, query)
    return replace(found, told=tuple(word for term in query.words for word in (term.stem, *term.stem.split()))) if found else draft


def _from_office(view: View, query: Query, draft: Draft) -> Draft:
    """Who held an office at about the time asked for, where nobody is known to have held it then."""
    if draft.status != "unanswered" or not (query.title and query.windows and query.form in ("who", "person")):
        return draft
    return function("people.offices.nearest_in_office")(view, query) or draft


def _from_interview(view: View, query: Query, draft: Draft) -> Draft:
    """What somebody was asked in the same words, and answered."""
    if draft.status != "unanswered" or not view.asks:
        return draft
    return function("evidence.interview.answered_there")(view, query) or draft


def _from_closest(view: View, query: Query, draft: Draft) -> Draft:
    """What the sentence that comes closest tells, where no other way knows more than that nothing was found."""
    if (
        draft.status != "unanswered"
        or draft.lacks not in ("answer", "value", "fact")
        or query.form not in function("evidence.told.CLOSELY")
    ):
        return draft
    told = function("evidence.told.told_closely")(view, query)
    if told and draft.lacks == "fact" and (told.status != "answered" or _is_the_hoped(view, query, draft, told)):
        return draft  # what is only planned stays so
    return told if told and not (query.form == "fragment" and draft.kind == "number" and told.kind != "number") else draft


def _is_the_hoped(view: View, query: Query, draft: Draft, told: Draft) -> bool:
    """Whether an answer gives as a fact the very number that is known as asked for or planned: "asked for a loan of 50 million"."""
    hoped = {view.figures[one].value for one in draft.facts if one in view.figures}
    old: bool = function("amounts.from_to.asks_old")(query.text)
    return told.kind == "number" and told.value in hoped and not old and not _ASKS_FOR.search(query.text)


_GOT = regex(
    r"\W*how much(?: money)? (?:(?:did|has|have|had) (?P<who>.+?) (?:get|got|receive|received|obtain|obtained|borrow|borrowed|secured?)"
    r"|(?:was|were|has|have) (?P<given>.+?) (?:been )?(?:given|lent|awarded|promised))\b(?P<rest>[^?]*)",
    re.I,
)


def _granted(view: View, query: Query, draft: Draft) -> Draft:
    """What somebody was granted, where a question asks what he got and the number found is what he asked for."""
    asked = _GOT.match(query.text) if draft.kind == "number" and query.form == "how_much" else None
    sought = asked is not None and _only_sought(view, draft)
    if asked is None or not (sought or draft.status == "unanswered"):
        return draft
    who, rest = asked["who"] or asked["given"], re.sub(r"\bfrom\b", "by", asked["rest"])
    wholes = [f"how much was {who} {verb}{rest}?" for verb in ("granted", "lent")]
    wholes += [] if " by " in rest else [f"how much was {who} granted?"]
    for words in wholes:
        again = function("reading.read.read_question")(view, words)
        found: Draft | None = function("amounts.figures.how_many")(view, again)
        if found is None or found.status != "answered":
            found = function("evidence.told.told_closely")(view, again)
        if found and found.status == "answered" and not any(_ASKS_FOR.search(one.text) for one in view.passages_of(found.citations)):
            return replace(found, told=tuple(term.stem for term in query.words))
    told = f"The texts do not say what came of it: {draft.text}"
    return replace(draft, status="unanswered", text=told, value=None, citations=()) if sought else draft


def _only_sought(view: View, draft: Draft) -> bool:
    """Whether a number is one that somebody asked for."""
    figures = [view.figures[one] for one in draft.facts if one in view.figures]
    passages = view.passages_of([one.evidence[0] for one in figures] or draft.citations)
    return draft.status != "answered" and bool(passages) and all(_ASKS_FOR.search(passage.text) for passage in passages)


_ASKS_FOR = regex(
    r"\b(?:ask(?:s|ed|ing)? (?:\S+ ){0,3}?for|request(?:s|ed|ing)?|s(?:eeks|ought|eeking)|appl(?:y|ies|ied) for"
    r"|want(?:s|ed)?|demand(?:s|ed)?)\b",
    re.I,
)


def _done_before_planned(view: View, query: Query, draft: Draft) -> Draft:
    """What was done, instead of what was planned."""
    if draft.lacks != "outcome" or query.form != "when" or not _PAST.match(query.text):
        return draft
    told = function("sentences.told_in.told_in_clause")(view, query)
    return told if told and told.status == "answered" else draft


def _of_that_act(view: View, query: Query, draft: Draft) -> Draft:
    """Somebody who did what is asked, and nothing else."""
    if query.form != "who" or draft.kind != "actor" or draft.status != "answered" or not of_another_act(view, query, draft):
        return draft
    return function("evidence.told.told_closely")(view, query) or nothing(view, query, "actor", "The texts name nobody for that.")


def _governed(view: View, query: Query, draft: Draft) -> Draft:
    """Whom the preposition of "for whom" governs in the sentence of an answer, and not who speaks there."""
    if query.form != "who" or draft.kind != "actor" or draft.status != "answered" or not _BY_WHOM.match(query.text):
        return draft
    held: bool = function("people.recipients.is_governed")(view, query, draft)
    return draft if held else nothing(view, query, "actor", "The texts name nobody for that.")


_BY_WHOM = regex(r"\W*(?:for|with|from|against|towards?) whom\b", re.I)


def _of_those(view: View, query: Query, draft: Draft) -> Draft:
    """A number that is told of those whom a question names, in their turn."""
    if draft.kind != "number" or draft.status == "unanswered" or query.form not in ("how_much", "how_many"):
        return draft
    if draft.status == "answered" and between_others(view, query, draft):
        return nothing(view, query, "number")
    if query.ordinal in TURNS and not in_turn(view, query, draft):
        return function("evidence.told.told_closely")(view, query) or nothing(view, query, "number")
    return draft


def _done_there(view: View, query: Query, draft: Draft) -> Draft:
    """The place where what is asked was done, and nothing else."""
    if query.form != "where" or draft.status != "answered":
        return draft
    if function("evidence.recheck.done_there")(view, query, draft) and function("times.to_come.still_ahead")(view, query, draft):
        return draft
    told = function("sentences.told_in.told_in_clause")(view, query) or function("evidence.told.told_closely")(view, query)
    return told if told and function("times.to_come.still_ahead")(view, query, told) else nothing(view, query, "place")


def _on_that_day(view: View, query: Query, draft: Draft) -> Draft:
    """The date of what is asked, and of nothing else told beside it."""
    if draft.kind != "date" or draft.status != "answered" or query.form != "when" or not dates_another(view, query, draft):
        return draft
    told = function("sentences.told_in.told_in_clause")(view, query)
    return told if told and told.status == "answered" and told.value != draft.value else nothing(view, query, "date")


def _amended(view: View, query: Query, draft: Draft) -> Draft:
    """A number or date as a later text corrects it."""
    if draft.kind not in ("number", "date") or draft.status == "unanswered":
        return draft
    amended: Draft = function("sentences.corrections.amended")(view, draft)
    return amended


def _by_its_verb(view: View, query: Query, draft: Draft) -> Draft:
    """The number of the clause with the verb of the question, where the sentence answered has that verb nowhere."""
    if draft.kind != "number" or draft.status != "answered" or query.form != "how_many" or "according to" in query.text.lower():
        return draft
    if not function("trust.other_clause.lacks_verb")(view, query, draft):
        return draft
    told: Draft | None = function("sentences.told_in.told_in_clause")(view, query)
    return told if told and told.status == "answered" and told.kind == "number" else draft


def _as_of_now(view: View, query: Query, draft: Draft) -> Draft:
    """The number of today, where the sentence sets it against an earlier one."""
    if draft.kind != "number" or draft.status != "answered" or query.form != "how_many":
        return draft
    now: Draft = function("amounts.as_of_now.as_of_now")(view, query, draft)
    return now


def _leaving(view: View, query: Query, draft: Draft) -> Draft:
    """When somebody leaves, by the day of the next stop of the journey."""
    if draft.status != "unanswered" or query.form != "when":
        return draft
    return function("times.onward.leaving")(view, query) or draft


def _of_trade(view: View, query: Query, draft: Draft) -> Draft:
    """How much was sold or bought, by a sentence that tells it with the noun: "fish exports"."""
    if draft.status != "unanswered" or query.form != "how_much":
        return draft
    other = function("reading.active.by_trade_noun")(query.text)
    told: Draft | None = function("ask.answer_one")(view, other) if other else None
    return replace(told, told=tuple(term.stem for term in query.words)) if told and told.status == "answered" else draft


def _of_another_year(view: View, query: Query, draft: Draft) -> Draft:
    """The number of the year asked about, by the sentence that tells it beside that of another year; none of another year instead."""
    if query.form not in ("how_much", "how_many") or not query.windows or draft.lacks == "fact":
        return draft
    untimely = draft.status == "answered" and draft.kind == "number" and function("amounts.other_years.of_other_time")(view, query, draft)
    if draft.status != "unanswered" and not untimely:
        return draft
    told = function("amounts.other_years.beside")(view, query, function("ways.answered"))
    return told or (nothing(view, query, "number", "The texts give no such figure.") if untimely else draft)


def _who_said(view: View, query: Query, draft: Draft) -> Draft:
    """Who said something, where nobody is known to have done it."""
    if query.form != "who" or not (draft.status == "unanswered" or draft.lacks == "words"):
        return draft
    return function("people.who_said.who_said")(view, query) or draft


def _from_speech(view: View, query: Query, draft: Draft) -> Draft:
    """What was not found, from what somebody said: the time that he named, what he holds, a part of a whole."""
    if draft.status == "unanswered" and query.form == "when":
        draft = function("times.spoken_when.told_when")(view, query) or draft
    if draft.status == "unanswered" and _SPEAKS.search(query.text):
        draft = function("people.attributed.attributed")(view, query) or draft
    if draft.status == "unanswered" and query.form == "what" and query.names:
        draft = function("people.said.said_with_verb")(view, query) or draft
    if draft.status == "unanswered" and query.form == "what" and _HOLDS.match(query.text):
        draft = function("people.groups_said.groups_said")(view, query) or draft
    if draft.status == "unanswered" and query.unit == "percent":
        draft = function("amounts.part_of.part_of")(view, query) or draft
    return draft


def _from_part(view: View, query: Query, draft: Draft) -> Draft:
    """What somebody did, where it is asked what part he played."""
    if draft.status != "unanswered" or not _PART.search(query.text):
        return draft
    return function("sentences.courses.played")(view, query) or draft


_PART = regex(r"\b(?:role|part|function)\b", re.I)


def _with_members(view: View, query: Query, draft: Draft) -> Draft:
    """All that the list of a sentence names, where a list is asked for."""
    if query.form not in LISTING or not function("reading.listing.listing_asked")(view, query):
        return draft
    listed: Draft = function("events.lists.enumerated.with_members")(view, query, draft)
    return listed


def _rechecked(view: View, query: Query, draft: Draft) -> Draft:
    """The number, time or turn that the sentence of an answer gives to what is asked."""
    if not _may_be_another(query, draft):
        return draft
    held: Draft = function("evidence.recheck.rechecked")(view, query, draft)
    return held


def _of_its_own(view: View, query: Query, draft: Draft) -> Draft:
    """The date that a sentence gives to the one of several whom a question names."""
    if draft.kind != "date" or draft.status == "unanswered" or not query.names:
        return draft
    own: Draft = function("times.paired.of_its_own")(view, query, draft)
    return own


def _at_site(view: View, query: Query, draft: Draft) -> Draft:
    """The place within a town that a text gives to what is asked where."""
    if query.form != "where":
        return draft
    placed: Draft = function("events.lists.places.at_site")(view, query, draft)
    return placed


def _by_name(view: View, query: Query, draft: Draft) -> Draft:
    """Both people by name, where a sentence only says "the two leaders"."""
    if draft.kind != "actor" or draft.status == "unanswered" or not str(draft.value).lower().startswith(("the two ", "both ", "they")):
        return draft
    named: Draft = function("people.in_sentence.by_name")(view, draft)
    return named


_STEPS = (
    _from_clause,
    _since_then,
    _from_figure,
    _from_office,
    _from_interview,
    _from_closest,
    _granted,
    _done_before_planned,
    _of_that_act,
    _who_before,
    _to_whom,
    _governed,
    _of_those,
    _done_there,
    _on_that_day,
    _who_said,
    _from_speech,
    _from_part,
    _with_members,
    _by_its_verb,
    _rechecked,
    _as_of_now,
    _leaving,
    _of_trade,
    _of_another_year,
    _of_its_own,
    _at_site,
    _amended,
    _by_name,
)
