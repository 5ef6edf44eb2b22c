"""From a question to an answer: read it, send it to the way of answering that its form asks for, write the answer down."""

import re
from dataclasses import replace

from tieline.errors import QuestionError
from tieline.late import regex
from tieline.model.answer import Answer
from tieline.model.markup import unmarked
from tieline.model.span import Span
from tieline.model.token import tokenize
from tieline.query.draft import Draft, clip, measure_first, nothing
from tieline.query.reading.active import actively
from tieline.query.reading.becoming import becoming
from tieline.query.reading.by_effect import by_effect
from tieline.query.reading.by_much import by_first
from tieline.query.reading.by_noun import by_verb
from tieline.query.reading.courtesy import adverbial_last, strip_courtesy
from tieline.query.reading.declared import dated, emphatic, inverted
from tieline.query.reading.embedded import as_question
from tieline.query.reading.imposed import MEASURE, as_imposed
from tieline.query.reading.parts import parts_of
from tieline.query.reading.query import Bound, Query, Window
from tieline.query.reading.read import read_question
from tieline.query.reading.restated import restated
from tieline.query.reading.spelling import unabbreviated
from tieline.query.reading.tongue import foreign
from tieline.query.reading.topics import in_its_year, restarted, source_last, source_named, time_last, topic_last, with_thing
from tieline.query.reading.turned import turned
from tieline.query.reading.windows import find_windows
from tieline.query.reading.wordings import plainly
from tieline.query.reading.words import plain, stemmed
from tieline.query.trust.decline import borne_out, declined, named_only, strangers
from tieline.query.trust.presupposed import granted
from tieline.query.view import View
from tieline.query.ways import answered, on_events

LONGEST = 600
SHORT = 60  # characters of an answer that is no more than a number and what it is of
_VERB = r"(?:is|are|was|were|did|had|has|met|began|took|went|came|left|\w{3,}ed)"
_OFFICE = (
    r"(?:\w+ )?(?:president|premier|minister|ambassador|envoy|chair\w*|head|leader|king|queen|chancellor|governor|mayor|host|hosts|guest)"
)
_CLAUSE = regex(
    r",?\s+(?:when|while|at the time(?: when)?|by the time"
    rf"|as(?! of\b| an?\b| the\b| {_OFFICE}\b)(?=.*\b{_VERB}\b))\s+(?P<clause>.+)$",
    re.I,
)


_DURING = regex(r",?\s+(?:during|on the occasion of|at the time of|in the course of)\s+(?P<clause>.+)$", re.I)

# The time of the text itself: what holds then is what it tells.
_NOW = regex(
    r",?\s+(?:(?:when|by the time|at the time|on the day|at the date|on the date|as)(?: of)? (?:(?:this|the) )?(?:press |news )?"
    r"(?:report|article|story|text|interview|release|note|briefing)(?: (?:was|is) (?:published|written|issued|released))?"
    r"|by then|at that time)(?=\W*$)",
    re.I,
)


# What was once expected of the thing asked about, between commas.
_ASIDE = regex(
    r",\s*(?:(?:which|that) (?:was|had been) |first |originally |once )?(?:expected|planned|scheduled|due|foreseen|promised)\b[^,?]{3,80},",
    re.I,
)


def conflict(view: View, query: Query) -> Draft:
    """Whether the texts agree on what a question asks: the answer to it, and from how many texts it comes."""
    rest = query.text[query.asked.end :]
    words = re.sub(r"^\W*(on|about|over|in|regarding)\b", "", rest, flags=re.I).strip(" ?")
    asked = words if re.match(r"(when|where|who|how|what|which)\b", words, re.I) else f"what about {words}"
    draft = answer_one(view, asked)
    if draft.kind == "number" and draft.status == "partly" and draft.lacks != "accord":
        draft = nothing(view, query, "yesno")
    if draft.status == "unanswered":
        return draft
    if draft.lacks == "meaning":
        return replace(draft, kind="yesno", value=None)
    differ = draft.lacks == "accord" or (draft.kind != "count" and len({i.time.edtf for i in draft.items if i.time}) > 1)
    value = differ if _DIFFER.search(query.text[: query.asked.end]) else not differ
    texts = len({c.document for c in draft.citations})
    return replace(
        draft, text=clip(f"{'Yes' if value else 'No'}. {draft.text} ({texts} text{'s' * (texts != 1)})"), kind="yesno", value=value
    )


_DIFFER = regex(r"\b(?:disagree|differ|conflict|contradict|contradiction|discrepanc|inconsisten)", re.I)


def ask(view: View, question: str, as_of: str | None = None) -> Answer:
    """The answer of the texts to a question. `as_of` is kept in the answer: give a view of what had been published by then."""
    if not isinstance(question, str) or not question.strip():
        raise QuestionError('The question is empty; ask something such as "when did the FTA take effect".')
    draft = _unmarked(drafted(view, question[:LONGEST]))
    return Answer.made(
        question=question,
        status=draft.status,
        answer=clip(draft.text),
        kind=draft.kind,
        value=draft.value,
        unit=draft.unit,
        items=draft.items,
        reasons=tuple(dict.fromkeys(draft.reasons)),
        citations=draft.citations,
        nearest=draft.nearest,
        as_of=as_of,
        facts=draft.facts,
    )


def _unmarked(draft: Draft) -> Draft:
    """An answer in plain words where its text is written in Markdown; what it cites stays as it is written."""
    if not any("*" in one or "_" in one or "](" in one or "`" in one for one in (draft.text, str(draft.value))):
        return draft
    value = unmarked(draft.value) if draft.kind == "statement" and isinstance(draft.value, str) else draft.value
    items, nearest = (tuple(one.model_copy(update={"text": unmarked(one.text)}) for one in row) for row in (draft.items, draft.nearest))
    return replace(draft, text=unmarked(draft.text), value=value, items=items, nearest=nearest)


# what brings a question into its plain order, each step after the ones before it
_TURNS = (
    time_last,
    restarted,
    topic_last,
    in_its_year,
    source_named,
    source_last,
    adverbial_last,
    with_thing,
    by_first,
    by_effect,
    becoming,
    actively,
)


def drafted(view: View, question: str) -> Draft:
    """The answer to a question as it was put, all that is said around it included."""
    text = unabbreviated(view.lexicon, " ".join(plain(question).split()))
    if " one" in text:
        from tieline.query.reading.ones import with_nouns

        text = with_nouns(view.lexicon, text)
    text = plainly(view.lexicon, turned(strip_courtesy(emphatic(text), view.lexicon)))
    for turn in _TURNS:
        text = turn(text)
    text = by_verb(view.lexicon, inverted(view, dated(view, as_question(view, text))))
    declined = _declined(view, text)
    if declined:
        return declined
    text, over_all = _over_all(view, text)
    if over_all:
        return named_only(view, read_question(view, text), over_all)
    parts = parts_of(view, text)
    if len(parts) > 1:
        from tieline.query.together import answer_parts

        return answer_parts(view, parts, lambda own, part: _or_closest(own, part, answer_one(own, part)))
    return _or_closest(view, text, answer_one(view, text))


def _or_closest(view: View, text: str, draft: Draft) -> Draft:
    """An answer, or the sentence that comes closest to an open question of which nothing was found."""
    loosely = draft.lacks == "words" and draft.kind == "statement"
    if not (draft.status == "unanswered" or loosely) or not _OPENS.match(text):
        return draft
    from tieline.query.evidence.closest import closest

    return closest(view, read_question(view, text)) or draft


_OPENS = regex(r"^\W*(?:and |so |but )?(?:[a-z]+ )?(?:what|which|whose|how|why)\b", re.I)


# Words without which a question sets no plan against its outcome, sums nothing up over all texts, and asks for no state on a day.
_PLANS = regex(
    r"plann|suppos|meant|^\W*when (?:was|were) .* to |expect|schedul|aim|announc|hop|fores|promis|intend|due|set\b|predict|forecast"
    r"|want|\bto\b[^?]*[;,.]",
    re.I,
)
_MORE = regex(
    r"^\W*(?:by )?how (?:many|much) (?:more|fewer|less|bigger|larger|higher|lower|smaller|greater)\b.*\bthan\b|\bdifference\b.*\bbetween\b",
    re.I,
)
_LARGER = regex(r"\b(?:faster|slower|quicker|stronger|more|less|bigger|larger|higher|greater|smaller|lower)\b.*\b(?:than|or)\b", re.I)
_LEAVES = regex(r"\b(?:besides|than|from|except|excluding|not counting|in addition to)\b", re.I)
_COSTS = regex(r"\bcost|\blen[dt]|\bloan|by whom", re.I)
_CLEFT = regex(
    r"^.{0,30}\b(?:(?:was|is|were)(?:n't)? (?:it|that|this)|(?:it|that|this) (?:was|is|were))\b.*\b(?:who|whom|that|which|when|where)\b",
    re.I,
)
_FALSE = regex(r"^\W*(?:is|was) (?:it|that) (?:a )?(?:false|untrue|incorrect|wrong|inaccurate|lie|myth|mistake|not)\b", re.I)
_WHICH_OF = regex(r"\W*(?:which(?: ones?)?|who) of ", re.I)
_WHICH_LAND = regex(r"\W*(?:which|what) (?:country|nation|state|government) ", re.I)
_STANDS = regex(
    r"\b(?:which|what)\b.*\b(?:(?:state|status|situation|standing) of|in (?:force|effect))\b|\b(?:whatever|any|every|which) year\b", re.I
)


def _over_all(view: View, text: str) -> tuple[str, Draft | None]:
    """A question less what somebody aimed at, and its answer where several facts give it; each way is loaded where it may apply."""
    found: Draft | None = None
    if _PLANS.search(text):
        from tieline.query.times.planned import planned, without_aim

        text = without_aim(text)
        found = planned(view, text, answer_one)
    if found is None and _CLEFT.match(text):
        from tieline.query.events.verdict.clefts import cleft

        found = cleft(view, text, answer_one)
    if found is None and _FALSE.match(text):
        from tieline.query.events.verdict.falsely import falsely

        found = falsely(view, text, answer_one)
    if found is None and _WHICH_OF.match(text):
        from tieline.query.events.verdict.which_of import which_of

        found = which_of(view, text, answer_one)
    if found is None and _WHICH_LAND.match(text):
        from tieline.query.people.which_land import which_land

        found = which_land(view, text, answer_one)
    if found is None and _LEAVES.search(text):
        from tieline.query.left_out import without

        found = without(view, text, answer_one)
    if found is None and " or " in text:
        from tieline.query.events.verdict.clefts import of_two

        found = of_two(view, text, answer_one)
    if found is None and _MORE.search(text):
        from tieline.query.amounts.differences import difference

        found = difference(view, text, answer_one)
    if found is None and _LARGER.search(text):
        from tieline.query.amounts.compared import compared

        found = compared(view, text, answer_one)
    if found is None and _COSTS.search(text):
        from tieline.query.amounts.sums import sums

        found = sums(view, text)
    if found is None and _STANDS.search(text):
        from tieline.query.times.standing import standing

        found = standing(view, text)
    return text, found


_COUNTS_NOTHING = regex(r"\W*how (?:many|much) (?:are|were|is|was|have|has|had|will) (?:there|they|it|those)(?: be| been)?\W*", re.I)


# a year right before or behind a noun for a deed
_DEED = regex(r"\b\d{4} (?:[a-z-]+ ){0,2}?(?:agree|treat|pact|accord|conv|prot|deal|contr|memo|chart|decl|lease)|[a-z] of \d{4}\b", re.I)


def answer_one(view: View, text: str) -> Draft:
    """The answer to one question; a clause such as "when the pact took effect" gives the time at which it is asked."""
    text = _ASIDE.sub(" ", _NOW.sub(" already", text))
    shifted = _SHIFTED.search(text)
    if shifted:
        text = _on_that_day(view, text, shifted)
    query = read_question(view, text)
    if query.form == "when" and _DEED.search(text):
        from tieline.query.reading.deeds import with_deeds

        query = with_deeds(view, query)
    if _asks_nothing(view, query, text):
        return Draft("unanswered", "That is too short to answer: name an event, a person or an agreement.", "status")
    if query.rule == "date.fragment" and query.title and _CLAUSE.search(query.text):
        text = f"Who was {text}"
        query = read_question(view, text)
    clause = _CLAUSE.search(query.text)
    if clause and clause.start() > 0 and _never_then(view, clause["clause"]):
        return declined(view, query, Draft("unanswered", "The texts tell nothing of the kind for that time.", "statement"))
    leaning = on_events(view, query, text)
    if leaning:
        leaning = borne_out(view, query, leaning)
        return replace(leaning, reasons=(restated(view, query), *leaning.reasons))
    clause = clause or (_DURING.search(query.text) if query.form in ("level", "rank", "status", "agreement") else None)
    then = _at_that_time(view, query, clause) if clause and clause.start() > 0 and query.form != "when" else None
    if then:
        return then
    draft = _finished(view, query, borne_out(view, query, answered(view, query)))
    if draft.status != "unanswered" and text[:4].lower() in ("when", "why ") and not granted(view, query, draft, answer_one):
        draft = declined(view, query, nothing(view, query, draft.kind))
    if draft.status == "unanswered" and " to " in query.text:
        from tieline.query.sentences.intended import intended

        draft = intended(view, query, answer_one) or draft
    if draft.status == "unanswered" and MEASURE.search(query.text):
        draft = as_imposed(view, query, answer_one) or draft
    return replace(draft, reasons=(restated(view, query), *draft.reasons))


# forms that ask for something without another word: "who published it", "is anything planned"
_ALONE = ("count_documents", "document", "outlook", "agreement", "published", "publisher")


def _asks_nothing(view: View, query: Query, text: str) -> bool:
    """Whether a question names nothing that could be looked for."""
    if _COUNTS_NOTHING.fullmatch(text):
        return True
    if query.words or query.names or query.windows or query.acts or (query.ordinal and query.form in ("timeline", "status")):
        return False
    return query.form not in _ALONE and not _names_thing(view, query)


def _at_that_time(view: View, query: Query, clause: "re.Match[str]") -> Draft | None:
    """The answer to a question at the time that its clause gives: "who was president when the pact took effect"."""
    joined = _joined(view, query, clause)
    if joined and joined.status != "unanswered":
        return joined
    of_people = query.form in ("who", "person")
    told = (_in_office(view, query, clause) if of_people else None) or joined
    if told:
        return told
    undated = of_people and not clause[0].lower().lstrip(" ,").startswith("as")
    return nothing(view, query, "actor", "The texts do not date what the question refers to.") if undated else None


def _finished(view: View, query: Query, draft: Draft) -> Draft:
    """An answer with rival figures beside it, its measure first, or the very words asked for first."""
    if draft.kind == "number" and draft.status == "answered":
        draft = _with_rivals(view, query, draft)
    if draft.kind in ("number", "duration"):
        return replace(draft, text=measure_first(draft.text))
    if draft.kind == "date":
        from tieline.query.times.bounded import bounded

        return bounded(view, draft)
    if draft.kind == "statement" and draft.status == "answered":
        from tieline.query.sentences.exact import exactly

        exact = exactly(view, query, draft)
        return _with_rivals(view, query, exact) if len(exact.text.partition('"')[0]) <= SHORT else exact
    return draft


def _with_rivals(view: View, query: Query, draft: Draft) -> Draft:
    """An answer with what other texts give in place of its number, where they do."""
    if not view.at_odds:
        return draft
    from tieline.query.amounts.measured import with_rivals

    return with_rivals(view, query, draft)


def _names_thing(view: View, query: Query) -> bool:
    """Whether a question of plain words alone has a thing in it that the texts name: "when is the report due"."""
    from tieline.query.reading.frame import frame_of

    frame = frame_of(view, query)
    return frame is not None and any(part.head in view.index for part in (frame.subject, frame.rest, frame.wanted))


# "the day before the signing", "on the day of the signing": a day counted from an event
_SHIFTED = regex(
    r",?\s*\b(?:(?:on )?(?:the|one|a) (?P<unit>day|year) (?P<side>before|after|following)"
    r"|on the (?:very |same )?(?P<same>day|date)(?: of| that| when| on which| in which)?)"
    r" (?P<clause>(?!(?:that|this|it|before|after|following|as)\b)[^?,]+)(?=\W*$)",
    re.I,
)


def _on_that_day(view: View, text: str, shifted: re.Match[str]) -> str:
    """A question with the date in the place of "the day before the signing", where the texts date the signing so finely."""
    from tieline.query.reading.relative import moved
    from tieline.query.times.anchors import dated

    event = dated(view, shifted["clause"])
    time, unit = event.time if event else None, (shifted["unit"] or "day").lower()
    if (
        time is None
        or time.earliest is None
        or (unit == "day" and time.grain != "day")
        or time.earliest.year != (time.latest or time.earliest).year
    ):
        return text
    steps = 0 if shifted["same"] else -1 if shifted["side"].lower() == "before" else 1
    day = moved(time.earliest, unit, steps)
    told = f" on {day.isoformat()}" if unit == "day" else f" in {day.year}"
    return f"{text[: shifted.start()]}{told}{text[shifted.end() :]}"


_BY_THEN = regex(r"^\W*(?:had|have|has)\b|\balready\b", re.I)


def _in_office(view: View, query: Query, clause: re.Match[str]) -> Draft | None:
    """Who held an office, by the sentence that tells what the clause of a question names."""
    from tieline.query.people.offices import in_one_sentence

    told = in_one_sentence(view, read_question(view, query.text[: clause.start()]), clause["clause"])
    return borne_out(view, query, told) if told else None


_CAME = regex(r"\b(?:came|come|comes)(?=\W*$)", re.I)  # "when Vael came" names no place
_IN_OFFICE = regex(r"\s+(?:in (?:office|power|charge)|at the helm)\W*$", re.I)


def _joined(view: View, query: Query, clause: re.Match[str]) -> Draft | None:
    from tieline.query.times.anchors import dated

    told = _CAME.sub("arrived", clause["clause"])
    event = dated(view, told)
    asked = query.text[: clause.start()]
    main = read_question(view, _IN_OFFICE.sub("", asked) if query.title else asked)
    own = find_windows(clause["clause"])
    time = event.time if event else own[-1].time if own else None
    if time is None or not (main.words or main.names):
        return None
    if strangers(view, read_question(view, f"when {clause['clause']}")):
        return declined(view, query, nothing(view, query, "statement"))
    bound: Bound = "as_of" if main.form == "yesno" and _BY_THEN.search(main.text) else "in"
    main = replace(main, windows=(*main.windows, Window(bound, time, Span(*clause.span()))))
    draft = borne_out(view, main, answered(view, main))
    return replace(
        draft, reasons=(restated(view, main), f"the time asked about is {time.edtf}{f': {event.title}' if event else ''}", *draft.reasons)
    )


def _never_then(view: View, words: str) -> bool:
    """Whether a clause with a time of its own is about somebody of whom nothing is told for that time: "when Vael spoke in 2012"."""
    own = find_windows(words)
    if not own:
        return False
    from tieline.model.edtf import may_overlap
    from tieline.query.events.pick.select import MET
    from tieline.query.reading.titles import is_person
    from tieline.query.times.anchors import dated
    from tieline.query.trust.untimely import times_told

    then = read_question(view, f"when {words}")
    people = [name.ids for name in then.names if is_person(view, name)]
    if not people or dated(view, words):
        return False
    told = (view.passages[n] for ids in people for i in ids for n in view.by_actor.get(i, ()))
    return bool(then.types & set(MET)) or not any(may_overlap(one, own[-1].time) for passage in told for one in times_told(view, passage))


_CHAT = regex(
    r"\W*(?:(?:thanks?|thank you|thx|ok|okay|hi|hello|hey|bye|goodbye|cheers|yes|no|cool|great|nice|so much|a lot|very much"
    r"|help|help me|exit|quit|start|stop|test|menu|q)\W*)+",
    re.I,
)
_SUM = regex(
    r"\W*(?:what(?: is|'s)?|how much is|calculate|compute|solve)?[\s\d.,+*/x^()%=-]*\d[\s.,]*[-+*/x^%]\s*\d[\s\d.,+*/x^()%=?-]*", re.I
)


def _declined(view: View, text: str) -> Draft | None:
    if len(text) < 40 and _CHAT.fullmatch(text):
        return Draft("unanswered", "Ask about what the texts report: an event, a person, an agreement, a figure.", "status")
    if len(text) < 80 and _SUM.fullmatch(text):
        return Draft("unanswered", "That is a sum, and no question about what the texts report.", "status")
    other = foreign(view.lexicon, text)
    if other:
        return Draft("unanswered", other, "status")
    tokens = stemmed(tokenize(text))
    said = view.lexicon.refused(tokens)
    return Draft("unanswered", f"{said}.", "status") if said else None
