"""Questions that lean on the one before, made whole: "and the upgrade?", "who signed it?", "before that?"."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from tieline.late import regex
from tieline.model.span import Span
from tieline.query.reading.antecedents import DATE, Topic, at
from tieline.query.reading.ellipses import ASKING, AUXILIARY, elliptic
from tieline.query.reading.focus import kept_there
from tieline.query.reading.frame import frame_of
from tieline.query.reading.parts import parts_of
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.reading.recast import recast
from tieline.query.reading.turns import is_turn, turned
from tieline.query.reading.words import plain
from tieline.query.view import View

_LATEST = regex(r"\b(?:the\s+)?(?:most recent(?:ly)?|latest|last|first|next)\b\s*", re.I)
_NOUN_ASKED = regex(
    r"(?:(?:by|with|at|for|under|in|on|over|after|within|since|from|into|to|against|through|out of) )?"
    r"(?:how many|how much|which|what) (?!is\b|was\b|are\b|were\b|did\b|does\b)[a-z-]+",
    re.I,
)
WHOLE = 3  # words above which a fragment that names somebody, and what is asked of him, is a question of its own
_PREPOSITION = regex(r"\b(?:in|on|during|by|as of|since|before|after|until|for)\s+$", re.I)

_MEANINGS: tuple[tuple[str, Callable[[Topic], str | None]], ...] = (
    ("visits", Topic.visit),
    ("times", Topic.time),
    ("deals", Topic.agreement),
    ("works", Topic.thing),
    ("things", Topic.thing),
    ("persons", Topic.person),
    ("several", Topic.several),
    ("places", Topic.place),
)


def table(view: View, name: str) -> list[str]:
    """The entries of one list of follow.toml, the longest first."""
    found = [entry.strip() for one in view.lexicon.tables["follow"] for entry in one.get(name, "").split(";")]
    return sorted(filter(None, found), key=lambda entry: (-len(entry), entry))


def _phrases(view: View, name: str) -> list[str]:
    """The short words of one list that a follow-up can have; of works each noun with "the", "this" and "that"."""
    entries = table(view, name)
    return [f"{word} {noun}" for noun in entries for word in ("the", "this", "that")] if name == "works" else entries


def asks_for_source(view: View, question: str) -> bool:
    """Whether a question asks for no more than the sentences behind the last answer."""
    return _bare_words(_without_opener(view, clean(question))[0]) in table(view, "source")


def asks_for_speaker(view: View, question: str) -> bool:
    """Whether a question asks for no more than who said what the last answer tells."""
    return _bare_words(_without_opener(view, clean(question))[0]) in table(view, "speaker")


def asks_for_ones(view: View, question: str) -> bool:
    """Whether a question asks for no more than the things that the last answer counts."""
    return bare_words(view, question) in table(view, "ones")


def asks_presence(view: View, question: str) -> str | None:
    """The person of whom a question asks no more than whether he was there: "was Vael there?"."""
    found = _THERE.fullmatch(_without_opener(view, clean(question))[0])
    named = read_question(view, clean(question)).names if found else ()
    return found["who"] if found and any(view.any_is(name.ids, "person") for name in named) else None


_THERE = regex(r"(?:was|were) (?P<who>(?-i:[A-Z])[\w'’ .-]+?) (?:also )?(?:there|present)(?: too| as well)?\W*", re.I)


def asks_for_figure_time(view: View, question: str) -> bool:
    """Whether a question asks for no more than the time of the figure that the last answer tells."""
    return _bare_words(_without_opener(view, clean(question))[0]) in table(view, "figure_time")


def completed(topics: Sequence[Topic], question: str) -> tuple[str, ...]:
    """The whole questions that a question can stand for after others, the likeliest first; none where it stands alone.

    `topics` are the last questions, the latest first: what the latest leaves open may stand in one before it.
    """
    return tuple(dict.fromkeys(one for one in _completed(topics, question) if one))


def _completed(topics: Sequence[Topic], question: str) -> Iterator[str | None]:
    view = topics[0].view
    whole = clean(question)
    rest, leaning = _without_opener(view, whole)
    words = _bare_words(rest)
    side = next((side for side in ("before", "after") if words in table(view, side)), None)
    again = words if words in table(view, "bare") else _happened(view, words)
    fragment = is_fragment(view, rest)
    step = next((step for name, step in (("year_before", -1), ("year_after", 1)) if words in table(view, name)), 0) or _years_on(words)
    other = next((one for topic in topics if (one := topic.another(words))), None) if words in _PRONOUNS else None
    left_out = elliptic(topics, words, _asked_anew)
    if left_out is not None:
        yield from _first_reading([one] for one in left_out)
    elif other:
        yield from _first_reading(_changed(topic, other) for topic in topics)
    elif step:
        yield from _first_reading(_year_beside(topic, step) for topic in topics)
    elif side:
        timed = next((topic for topic in topics if topic.time()), None)
        yield from _beside(timed, side, same=words.startswith("the ")) if timed else ()
    elif words in table(view, "ones"):
        return
    elif again or _NOUN_ASKED.fullmatch(words):
        again = again or words
        for_each = topics[:1] if _nobody_known(topics[0]) else topics
        yield from _first_reading([_asked_anew(topic, again)] for topic in for_each)
    elif fragment and (leaning or is_turn(view, words) or _LED.fullmatch(words) or _only_time(read_question(view, rest))):
        changed = _first_reading(_changed(topic, rest) for topic in topics)
        yield from changed
        if is_turn(view, words) or _only_time(read_question(view, rest)):
            return
        if not changed and not _LED.fullmatch(words):
            yield rest
        elif topics[0].answer.status == "unanswered" and _ABOUT.match(whole):
            yield f"What about {rest}"
    else:
        leant = _with_antecedents(topics, rest if leaning else whole)
        if leant:
            yield from kept_there(topics, leant)


_WHERE = r"\b(?:in|at|to|from|near)\s+(?:the\s+)?"
_ABOUT = regex(r"\W*(?:and )?(?:what|how) about\b", re.I)
_PRONOUNS = frozenset(("he", "she", "him", "her"))
_STEP = regex(r"(?:the |in the |in )?(?P<n>\w+) years? (?:(?P<back>earlier|before|previously)|later|after(?:wards)?|on)(?: that)?", re.I)
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def _years_on(words: str) -> int:
    """How many years "two years earlier" goes back, and "ten years later" on; 0 where words are no such step."""
    found = _STEP.fullmatch(words)
    told = found["n"].lower() if found else ""
    number = int(told) if told.isdigit() and len(told) < 3 else _NUMBERS.index(told) if told in _NUMBERS else 0
    return -number if found and found["back"] else number


def pronoun_alone(view: View, question: str) -> str | None:
    """The "he" or "she" of a question that names nobody before it for whom it could stand."""
    parts = parts_of(view, clean(question))
    found = _HE.search(parts[0]) if parts else None
    if found is None:
        return None
    named = [name.span.start for name in read_question(view, parts[0]).names if view.any_is(name.ids, "person")]
    return None if any(start < found.start() for start in named) else found[0].lower()


def points_back(view: View, question: str) -> bool:
    """Whether a question asks of "that" or "it" alone, and not of "that port"."""
    parts = parts_of(view, clean(question))
    return bool(parts) and bool(_POINTS.search(parts[0]))


_POINTS = regex(
    r"\b(?:did|does|do|will|would|was|is|has|had|can|could|should) (?:that|this)(?: (?!is\b|was\b)[a-z]+)?\W*$"
    r"|\b(?:to|for|with|about|from|of|by|on|than|over|after|before) (?:that|this|it|those|them)\W*$"
    r"|\bhow (?:much|many) of (?:that|this|it|those|them)\b",
    re.I,
)


def asks_of_part(question: str) -> bool:
    """Whether a question asks for a part of what was just told: "how much of that will Togo pay?"."""
    return bool(_OF_THAT.match(clean(question)))


_OF_THAT = regex(r"\W*(?:and )?how (?:much|many) of (?:that|this|it|those|them)\b", re.I)


def hangs_alone(view: View, question: str) -> bool:
    """Whether a question is no more than a preposition with what it governs: "for Togo?"."""
    rest = _without_opener(view, clean(question))[0]
    return is_fragment(view, rest) and bool(_LED.fullmatch(_bare_words(rest))) and not _only_time(read_question(view, rest))


_HE = regex(r"\b(?:he|she|him)\b", re.I)


def put_right(topic: Topic, fragment: str) -> tuple[str, ...]:
    """The questions that one can have meant, where a part of it is corrected: "the second visit" after "when did Vael first come?"."""
    return tuple(one for one in _changed(topic, fragment) if one)


def _first_reading(readings: Iterable[Iterable[str | None]]) -> list[str]:
    """What a follow-up can stand for after the latest question that it fits: one before that is another matter, answered or not."""
    return next((found for one in readings if (found := [whole for whole in one if whole])), [])


def clean(question: str) -> str:
    """A question with plain quotes and single blanks."""
    return " ".join(plain(question).split()).strip()


def _bare_words(text: str) -> str:
    return text.lower().strip(" ?!.,;:")


def bare_words(view: View, question: str) -> str:
    """A follow-up in lower case, without what opens it and without its mark."""
    return _bare_words(_without_opener(view, clean(question))[0])


def _without_opener(view: View, text: str) -> tuple[str, bool]:
    """A question without "and" or "what about" before it, and whether there was one."""
    low = text.lower()
    for opener in table(view, "openers"):
        if low.startswith(opener) and low[len(opener) : len(opener) + 1] in (" ", ","):
            return text[len(opener) :].lstrip(" ,"), True
    return text, False


def without_opener(view: View, text: str) -> str:
    """A follow-up without "and" or "what about" before it."""
    return _without_opener(view, text)[0]


def asks_of_told(view: View, question: str) -> bool:
    """Whether a question has a question word and something that it asks for, and asks of nobody by "he" or "she"."""
    rest = without_opener(view, clean(question))
    asked = ASKING.match(rest)
    return asked is not None and bool(rest[asked.end() :].strip(" ?.!")) and not _HE.search(rest) and not _HIS.search(rest)


_HIS = regex(r"\b(?:his|her)\b", re.I)


def is_fragment(view: View, text: str) -> bool:
    """Whether words are no sentence of their own: few, no question word or auxiliary before them."""
    words = _bare_words(text).split()
    verbs = {verb for one in view.lexicon.tables["follow"] for verb in one["verbs"].split()}
    return 0 < len(words) <= 7 and not ASKING.match(text) and words[0] not in verbs


def is_short(view: View, text: str) -> bool:
    """Whether a question is no more than a fragment, or a question word with at most a noun behind it."""
    rest = without_opener(view, clean(text))
    words = _bare_words(rest)
    return is_fragment(view, rest) or words in table(view, "bare") or bool(_NOUN_ASKED.fullmatch(words)) or len(words.split()) < FEW


FEW = 3


def _only_time(query: Query) -> bool:
    return bool(query.windows) and not query.names and not query.acts and not query.terms


def _beside(topic: Topic, side: str, *, same: bool) -> Iterator[str | None]:
    """Before or after what the answer tells: the same question for that time, else whatever happened then; not for "the time before"."""
    time = topic.time()
    if time is None:
        return
    same = same or any(window.bound == side for window in topic.query.windows)
    bound = re.sub(r"^(?:on|in) ", f"{side} ", at(time))
    if topic.answer.kind == "date":
        yield f"{_LATEST.sub('', _undated(topic.query)).rstrip(' ?')} {bound}?"
    counted = topic.answer.kind in ("number", "count") or topic.query.form in ("how_much", "how_many")
    yield f"What happened {bound}?" if not same and not counted else None


def _undated(query: Query) -> str:
    """A question without the times in it: "when did she come" for "when did she come in 2024"."""
    text = query.text
    for window in reversed(query.windows):
        text = f"{_PREPOSITION.sub('', text[: window.span.start])}{text[window.span.end :].lstrip()}"
    return text


def _year_beside(topic: Topic, step: int) -> Iterator[str | None]:
    """The last question for the year before or after the one that it, or its answer, is about."""
    time = topic.time() or next((one.edtf for one in topic.told_times()), None)
    first = DATE.search(time) if time else None
    if first:
        yield from _changed(topic, f"in {int(first[0][:4]) + step}")


_HAPPENED = regex(r"\W*what (?:else )?happened\b", re.I)


def _asked_anew(topic: Topic, words: str) -> str | None:
    """The last question with another question word."""
    text = topic.query.text.rstrip(" ?")
    chosen = _of_chosen(topic, text)
    if chosen is not None:
        return f"{words} {chosen}?" if chosen else None
    anew = recast(topic, words)
    if anew:
        return anew
    if _HAPPENED.match(text):
        return None
    asked = ASKING.match(text)
    rest = text[asked.end() :].strip() if asked else text
    if not asked and is_fragment(topic.view, text):
        rest = f"was {rest}"
    if words == "why not":
        return _why_not(topic)
    if words in ("what for", "for what"):
        return f"why {rest}?" if rest else None
    if words in _WHERE_TO:
        person = topic.person()
        return f"where does {person} go next?" if person else None
    return f"{words} {rest}?" if rest else None


_WHICH = regex(
    r"\W*(?P<led>(?:in|on|at|by|with|to|from|for|over|under) )?(?:which|what|how many) (?P<noun>(?!of\b)[\w'-]+(?: [\w'-]+){0,2}?) "
    r"(?P<rest>(?P<aux>did|does|do|had|has|have|will|would|is|are|was|were)? ?(?P<first>[\w'’-]+).*)",
    re.I,
)
_SUBJECT = regex(r"(?:the|a|an|his|her|its|their|this|that|these|those|he|she|it|they|we|both)\b|(?-i:[A-Z])", re.I)


def _of_chosen(topic: Topic, text: str) -> str | None:
    """What "which firm built the road" asks, with whom the answer names, or its noun behind it; empty where nobody is known."""
    found = _WHICH.fullmatch(text)
    if found is None or ASKING.fullmatch(text[: found.start("rest")].strip()):
        return None
    aux, value = (found["aux"] or "").lower(), topic.answer.value
    if aux in ("did", "does", "do") or (aux and _SUBJECT.match(found["first"])):
        told = found["noun"].islower() and not found["led"]
        return f"{found['rest']} {found['noun']}" if told else None
    if topic.answer.status == "unanswered":
        return ""
    named = topic.answer.kind == "actor" and isinstance(value, str) and value in topic.view.called
    return f"{value} {found['rest']}" if named else None


def _nobody_known(topic: Topic) -> bool:
    """Whether a question for who did something has no answer, so that nothing more can be asked of him."""
    return _of_chosen(topic, topic.query.text.rstrip(" ?")) == ""


_WHERE_TO = frozenset(("where to", "to where"))


def _why_not(topic: Topic) -> str | None:
    """Why something that the last question asked about is not so: "why was the port not opened" after "was the port opened?"."""
    text = topic.query.text.rstrip(" ?")
    aux = AUXILIARY.match(text)
    if aux is None:
        return None
    verb = next((act.span.start for act in topic.query.acts if act.stages and act.span.start > aux.end()), None)
    subject = next((name.span.end + 1 for name in topic.query.names if name.span.start <= aux.end() + 5), None)
    here = verb or subject
    return f"why {text[:1].lower()}{text[1:here]}not {text[here:]}?" if here and here < len(text) else None


def _happened(view: View, words: str) -> str | None:
    """The question word of "when did that happen"."""
    for tail in table(view, "happened"):
        if words.startswith("how ") and tail in ("is it", "is that"):
            continue  # "how long is it?" asks of a thing
        if words.endswith(" " + tail) and words.removesuffix(" " + tail) in table(view, "bare"):
            return words.removesuffix(" " + tail)
    return None


def _changed(topic: Topic, fragment: str) -> Iterator[str | None]:
    """The last question with one part exchanged: a time for a time, an actor for an actor, a thing for a thing."""
    words = fragment.rstrip(" ?.!")
    query, part = topic.query, read_question(topic.view, words)
    if words.lower() in table(topic.view, "aims"):
        span = topic.thing_span()
        yield f"what is the target for {query.text[span.start : span.end]}?" if span and query.form in ("how_much", "how_many") else None
        return
    if words.lower() in table(topic.view, "present"):
        yield _at_present(topic, words)
        return
    turn = turned(topic.view, query, part, words) or _stage_of(query, part, words)
    if turn or is_turn(topic.view, words):
        yield turn
        return
    if _only_time(part):
        if query.windows:
            span = query.windows[-1].span
            before = _PREPOSITION.search(query.text[: span.start])
            start = before.start() if before and _PREPOSITION.match(words.split()[0] + " ") else span.start
            yield query.text[:start] + words + query.text[span.end :]
        else:
            yield f"{query.text.rstrip(' ?')} {words if ' ' in words else f'in {words}'}?"
        return
    crossed = _crossed(query, part, words)
    if crossed:
        yield crossed
        return
    if part.names and part.terms and len(words.split()) > WHOLE:
        told = query.windows[0].span if len(query.windows) == 1 and not part.windows else None
        yield f"{words} in {query.text[told.start : told.end]}?" if told else f"{words}?"
        return
    held = _preposition_changed(query, words)
    if held:
        yield held
        return
    behind = _led_by_preposition(topic, part, words)
    if behind:
        yield behind
        return
    two = topic.names("person")
    if len(two) > 1 and part.names and topic.view.any_is(part.names[0].ids, "person") and not _LED.fullmatch(words):
        # "and Ruhn?" after "when did Vael meet Silan?" is rather whom he met
        yield from (f"{query.text[: one.span.start]}{words}{query.text[one.span.end :]}" for one in (two[-1], two[0]))
        return
    swapped = [place for name in part.names if (place := _place_of(topic, part, name.ids, words)) is not None][:1]
    if swapped:
        start, end = swapped[0]
        own = query.text[end : end + 2] == "'s"
        yield query.text[:start] + (words.removesuffix("'s") if own else words) + query.text[end:]
        return
    if _ADDS.match(words) and not part.names:
        yield f"{query.text.rstrip(' ?')} {words}?"
        return
    yield _thing_changed(topic, words) if not part.names else None


def _at_present(topic: Topic, words: str) -> str | None:
    """The last question for the time of asking: "and now?" after "who was president in 2008?"; None where it asks of a single deed."""
    text = _WAS.sub(lambda found: "is" if found[0].lower() == "was" else "are", _undated(topic.query).rstrip(" ?"), count=1)
    frame = frame_of(topic.view, topic.query)
    lasting = _LASTS.match(text) or (frame is not None and frame.copular)
    return f"{text} {words}?" if lasting and topic.query.form != "when" else None


_WAS = regex(r"\b(?:was|were)\b", re.I)
_LASTS = regex(r"\W*(?:\w+ ){0,4}(?:does|do|has|have)\b", re.I)


_LED = regex(r"(?:for|with|from|to|in|at|by|on behalf of|against) \S.*", re.I)


def _led_by_preposition(topic: Topic, part: Query, words: str) -> str | None:
    """The last question with a name behind it, where none is there to change: "and for Togo?" after "who signed it?"."""
    if not part.names or part.terms or not _LED.fullmatch(words) or topic.query.form not in _OPEN_TO_MORE:
        return None
    place = _place_of(topic, part, part.names[0].ids, words)
    led = words.split(maxsplit=1)[0].lower()
    if place is not None and re.match(rf"{re.escape(led)}\b", topic.query.text[place[0] :], re.I):
        return None  # it changes what stands behind the same word
    kept = _BY_WHOM.sub(r"who \g<done> \g<thing>", topic.query.text.rstrip(" ?"))
    return f"{kept} {words}?" if place is None or topic.query.text[: place[0]].strip() else None


_BY_WHOM = regex(r"^\W*by whom (?:was|were) (?P<thing>.+) (?P<done>\w+ed)$", re.I)
_OPEN_TO_MORE = frozenset(("who", "what", "how_much", "how_many", "when", "yesno", "where", "list", "said", "agreement", "how_long"))

_ADDS = regex(r"(?:as|under|through|during|according to|without|per)\b", re.I)  # opens words that a question takes in behind its own


_MATTER = regex(r"(?P<on>about|on|over|with|against) \S.*", re.I)


def _preposition_changed(query: Query, words: str) -> str | None:
    """The last question with other words behind its last preposition: "and about trade?" after "what did she say about mining?"."""
    found = _MATTER.fullmatch(words)
    place = query.text.lower().rfind(f" {found['on'].lower()} ") if found else -1
    if place < 0 or any(window.span.start > place for window in query.windows):
        return None
    return f"{query.text[: place + 1]}{words}?"


_OF_DEED = regex(r"\S+ (?!(?:to|in|at|from|into|for|with)\b).+", re.I)  # "take effect", and not "go to Lima"


def _other_side(view: View, text: str, verb: Span, words: str) -> str:
    """A question whose "from" becomes "to" where another verb asks for it: "and sell?" after "what did Togo buy from Ghana?"."""
    sides = {name: table(view, name) for name in ("to", "from")}
    old, new = ("from", "to") if words in sides["to"] else ("to", "from") if words in sides["from"] else ("", "")
    here = re.search(rf"\b{old}\b", text[verb.end :]) if old else None
    return f"{text[: verb.end + here.start()]}{new}{text[verb.end + here.end() :]}" if here else text


def _thing_changed(topic: Topic, words: str) -> str | None:
    """The last question with another thing, or with another thing done: "and buy?" after "what does Togo sell?"."""
    text = topic.query.text
    acts = [act.span for act in topic.query.acts if _OF_DEED.fullmatch(text[act.span.start : act.span.end])]
    done = max(acts, key=lambda span: span.end, default=None)
    named = any(act.rule.startswith("thing.") for act in topic.query.acts)
    if any(act.rule.startswith("thing.") for act in read_question(topic.view, words).acts) and topic.names("place") and not named:
        return None  # "and the pact?" after "when did she come to Torv?"
    if topic.does_it() and not read_question(topic.view, words).names:
        return None  # "and the bonus?" after "how much will Orsen spend?"
    thing = topic.thing_span() or (Span(text.index(" ", done.start) + 1, done.end) if done else None)
    if thing is None and " " not in words and words.islower():
        thing = topic.verb()
        text = _other_side(topic.view, text, thing, words) if thing else text
    if thing is None:
        return None
    head = text[: thing.start]
    first, _, others = words.partition(" ")
    return head + (others if others and head.lower().split()[-1:] == [first.lower()] else words) + text[thing.end :]


_DONE = regex(r"[a-z]+(?:ed|ought|ung|un|ent)", re.I)


_CROSSED = regex(r"(?:from )?(?P<a>[\w' .-]+?) to (?P<b>[\w' .-]+)", re.I)


def _crossed(query: Query, part: Query, words: str) -> str | None:
    """The last question with its two sides the other way round: "and Ghana to Togo?" after "how much did Togo sell to Ghana?"."""
    found = _CROSSED.fullmatch(words)
    if found is None or len(part.names) != 2 or len(query.names) != 2:
        return None
    (a, b), (first, second) = part.names, query.names
    if not (set(a.ids) & set(second.ids) and set(b.ids) & set(first.ids)):
        return None
    text = query.text
    return f"{text[: first.span.start]}{found['a']}{text[first.span.end : second.span.start]}{found['b']}{text[second.span.end :]}"


def _stage_of(query: Query, part: Query, words: str) -> str | None:
    """The last question with another thing done: "and interrupted?" after "when were the talks launched?"."""
    done = [act.span for act in query.acts if act.stages and _DONE.fullmatch(query.text[act.span.start : act.span.end])]
    if not part.stages or not done or not _DONE.fullmatch(words):
        return None
    return query.text[: done[-1].start] + words + query.text[done[-1].end :]


def _place_of(topic: Topic, part: Query, ids: Iterable[str], words: str) -> tuple[int, int] | None:
    """Where the last question has an actor of the same kind; behind the same preposition, where the words begin with one."""
    actors = topic.view.actors
    kinds = {actors[one].kind for one in ids if one in actors}
    if part.title and topic.query.title_span:
        return topic.query.title_span
    same = [name for name in topic.names(*sorted(kinds)) if name.text.lower() not in words.lower()]
    first = words.split(maxsplit=1)[0].lower()
    behind = [name for name in same if re.search(rf"\b{re.escape(first)}\s+(?:the\s+)?$", topic.query.text[: name.span.start], re.I)]
    if behind:
        start = topic.query.text.lower().rindex(first, 0, behind[0].span.start)
        return start, behind[0].span.end
    if re.match(_WHERE, words, re.I):
        before = [(re.search(f"{_WHERE}$", topic.query.text[: one.span.start], re.I), one.span.end) for one in same]
        return next(((found.start(), end) for found, end in before if found), None)
    owner = topic.query.owner
    if owner and not same:
        return owner.span
    return same[0].span if same else None


# behind "the two" and "both": what they are two of
_TWO_OF = (
    r"(?:(?<!\bthe two)(?<!\bboth)"
    r"|(?!\s+(?:countr|side|leader|president|premier|minister|nation|part|govern|neighb|capital|men\b|women\b|text|article|agree|deal|compan)))"
)
# "at the time of the visit" is no time told before, "his visit to Torv" no visit told before
_NOT_OF = {"times": r"(?!\s+(?:of|when|that|the)\b)", "visits": r"(?!\s+(?:of|to|by|in|from|that|when|which)\b)", "several": _TWO_OF}

# "the first of them" is one, and no way to put both
_ONE_OF = {"several": r"(?<!first of )(?<!second of )(?<!last of )(?<!other of )(?<!one of )(?<!either of )(?<!neither of )(?<!none of )"}

# what is done to an agreement, and not to the talks on it
_SIGNED = regex(r"\b(?:sign\w*|ratif\w*|initial\w+|(?:into|in) force|take effect|upgrad\w+|approv\w+)\b", re.I)


def _with_antecedents(topics: Sequence[Topic], text: str) -> str | None:
    """A question whose short words are put into full ones; None where none stands in it, or one is open."""
    view, whole = topics[0].view, text
    low = text.lower()
    if any(phrase in low for phrase in table(view, "empty")):
        return None
    attended = next((one for topic in topics if (one := _attended(topic, text))), None)
    if attended:
        return attended
    text = _with_noun(topics[0], text)
    found = text
    parts = parts_of(view, text)
    behind = len(text) - len(parts[0]) if len(parts) > 1 else 0  # what the later questions of a line lean on stands in that line
    for name, meaning in _MEANINGS:
        for words in _phrases(view, name):
            if name == "places" and _EXISTS.match(found):
                continue  # "how many flights were there?"
            match = re.search(rf"{_ONE_OF.get(name, '')}\b{re.escape(words)}\b{_NOT_OF.get(name, '')}", found, re.I)
            if match and match.start() < len(found) - behind:
                named = read_question(view, text).ids if name in ("places", "persons") else frozenset()
                value = _known_from_all(topics, name, text)
                value = value or next((one for topic in topics if (one := _meant(topic, name, meaning, words, named))), None)
                if value is None and name in _NAMED:
                    continue  # "the agreement" may be one that the question itself tells of
                if value is None:
                    return None
                found = _put(found, match, name, words, value)
                if name == "persons":
                    found = _with_another(topics, found, value)
                break
    return found if found != whole else None


def _known_from_all(topics: Sequence[Topic], name: str, text: str) -> str | None:
    """What a short word stands for by what is asked of it, or by several questions at once."""
    if name == "several":
        return _in_a_row(topics)
    if name != "things":
        return None
    return _doer(topics, text) or (topics[0].deal() if _SIGNED.search(text) else None)


def _in_a_row(topics: Sequence[Topic]) -> str | None:
    """The people who are the answers to the last questions, asked of one office or deed for several times: "which of them came back?"."""
    told: list[str] = []
    verbs = _verbs_of(topics[0])
    for topic in topics:
        value = topic.answer.value
        if _verbs_of(topic) != verbs:
            break
        if topic.answer.kind != "actor" or topic.answer.status == "unanswered" or not isinstance(value, str) or topic.answer.items:
            break
        if not topic.view.any_is(topic.view.called.get(value, ()), "person"):
            break
        told.append(value)
    names = list(dict.fromkeys(reversed(told)))
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else None


def _verbs_of(topic: Topic) -> tuple[str, ...]:
    frame = frame_of(topic.view, topic.query)
    return frame.verbs if frame else ()


def _doer(topics: Sequence[Topic], text: str) -> str | None:
    """Who does what a follow-up asks of "it", where only somebody does so: "how much did it borrow?"."""
    does = _ITS_DEED.search(text)
    verbs = table(topics[0].view, "does") if does else ()
    acts = does is not None and any(f"{does['deed'].lower()} ".startswith(f"{one} ") for one in verbs)
    return next((one for topic in topics if (one := topic.doer())), None) if acts else None


_ITS_DEED = regex(
    r"\b(?:did|does|has|had|will|would|could|can|should|must) it (?:(?:also|then|ever|first|really) )?(?P<deed>\w+(?: \w+)?)", re.I
)


_WHO_CAME = regex(
    r"\W*who (?:else )?(?:(?:was|were|came|was present|were present)(?: there| at it)|attended|witnessed)"
    r"(?: it| that| this| the (?:ceremony|signing|opening|event))?\W*",
    re.I,
)
_OCCASIONS = {"signed": "signing", "inaugurated": "inauguration", "initialled": "initialling"}


def _attended(topic: Topic, text: str) -> str | None:
    """A question for those who attended the one signing or opening just told: "who was there?"."""
    stages = {one.stage for one in topic.events()} if _WHO_CAME.fullmatch(text) else set()
    noun, thing = _OCCASIONS.get(stages.pop() or "") if len(stages) == 1 else None, topic.thing()
    return f"who attended the {noun} of {thing}?" if noun and thing else None


_ONE = regex(r"\b(?P<turn>the (?:first|second|third|fourth|fifth|last|latest|next|previous|other) )one\b", re.I)
_COUNTED = regex(r"^\W*(?:how many|which|what) (?P<noun>[a-z-]{3,}s)\b", re.I)


def _with_noun(topic: Topic, text: str) -> str:
    """A question for "the last one" with what the question before counted: "where was the last round?" after "how many rounds?"."""
    counted = _COUNTED.match(topic.query.text)
    if counted is None:
        return text
    noun = re.sub(r"(?<=[sxh])es$|s$", "", re.sub(r"ies$", "ys", counted["noun"]))
    return _ONE.sub(lambda found: found["turn"] + noun, text)


def _with_another(topics: Sequence[Topic], text: str, known: str) -> str:
    """A question with a second person in the place of a second pronoun: "what did he tell her?"."""
    for word in ("he", "him", "she", "her"):
        match = re.search(rf"\b{word}\b", text, re.I)
        people = [topic.told_person(word, known) for topic in topics] if match else []
        other = next((one for one in people if one), None)
        if match and other:
            return _put(text, match, "persons", word, other)
    return text


_EXISTS = regex(
    r"\W*how (?:many|much) (?!(?:people|visitors|guests|ministers|officials|leaders|men|women)\b)"
    r".+? (?:is|are|was|were|will|have|has|had) there\b",
    re.I,
)
_NAMED = frozenset(("deals", "works"))


def _meant(topic: Topic, name: str, meaning: Callable[[Topic], str | None], words: str, named: frozenset[str]) -> str | None:
    """What a short word stands for after a question; "there" is no land that the follow-up itself names."""
    if name == "persons":
        return topic.person(words, named)
    if name == "places":
        return topic.place(named)
    if name == "works":
        return topic.work(words)
    return meaning(topic) or _stay(topic, name)


def _stay(topic: Topic, name: str) -> str | None:
    """The visit that "it" means after a question that names no thing: "how long did it last"."""
    return topic.visit() if name == "things" else None


def _put(text: str, match: re.Match[str], name: str, words: str, value: str) -> str:
    before, after = text[: match.start()], text[match.end() :]
    if name == "times":
        value = _time_words(value, words)
        before = (
            _PREPOSITION.sub("", before)
            if _PREPOSITION.search(before) and not re.search(r"\b(?:since|before|after|until)\s+$", before, re.I)
            else before
        )
        return before + (value if not re.search(r"\b(?:since|before|after|until)\s+$", before, re.I) else value.split(" ", 1)[1]) + after
    if name == "places":
        return f"{before}{'' if re.search(r'(?:to|in|at|from) $', before) else 'in '}{value}{after}"
    owned = words in ("his", "its", "their") or (
        words == "her" and re.match(r"\s+[a-z]", after) and not re.match(r"\s+(?:in|on|at|to|for|when|after|before|there)\b", after)
    )
    return before + value + ("'s" if owned else "") + after


def _time_words(edtf: str, words: str) -> str:
    """The time as finely as it was asked for: "that year" of a day is its year."""
    size = 4 if words.endswith("year") else 7 if words.endswith("month") else 10
    first = DATE.search(edtf)
    return at(first[0][: size + first[0].startswith("-")] if first and (size < 10 or edtf[:1] != "[") else edtf)
