"""The verdict of the sentences on a question."""

import re

from tieline.late import regex
from tieline.query.draft import Draft, clip, from_passage, nearest, nothing, quoted
from tieline.query.events.verdict.hosting import hosted_by_another
from tieline.query.evidence.senses import tells
from tieline.query.people.speech import said_by_others
from tieline.query.reading.frame import frame_of
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.clausal import mode_told, told_of
from tieline.query.sentences.clause_verbs import verbs_of
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.parsed import parsed
from tieline.query.sentences.search import Found, search
from tieline.query.sentences.superlatives import ranked_otherwise
from tieline.query.sentences.wanted import only_wanted
from tieline.query.view import Passage, View

_HEDGED = regex(
    r"\b(will|would|(?-i:may)|might|could|if|once|expected|scheduled|planned|plans|hopes?|to be|under discussion|should|need to"
    r"|proposed)\b",
    re.I,
)
_OPEN = regex(
    r"\b(under discussion|being discussed|if completed|under negotiation|being negotiated|(?:is|are)(?: also)? negotiating|not yet"
    r"|has yet to|have yet to)\b",
    re.I,
)
_OVER = regex(r"\b(over|finished|ended|completed|done|concluded)\b(?=\W*$| as of| by | at )", re.I)
_NOT = regex(r"\b(not|never|no longer|denied|neither|nor|without)\b|n't\b", re.I)
SAID = regex(
    r"\b(say|said|says|according to|tell|told|stated|claim|claimed|urge|call|promise|pledge|praise|expect|believe|support|mention)\b",
    re.I,
)
FIRST = regex(r"\bone of the (first|largest|biggest|main|few)\b", re.I)
ASKS_PLAN = regex(
    r"\b(expected|planned|scheduled|due|slated|set|supposed|foreseen|going|plans?|expects?|to be) (?:to|for)\b"
    r"|\b(planned|scheduled|still to be|yet to be)\b|\bdue (?:in|at|on|here|there)\b"
    r"|^\W*(?:is|are|was|were)(?:n't)? [^?]*\b(?:coming|going|travelling|traveling|flying|heading|visiting|returning)\b",
    re.I,
)


def by_sentence(view: View, query: Query) -> Draft:
    """The verdict of the sentence that covers a question."""
    if len(query.words) < 2 and not (query.names or query.acts or query.windows or _THERE.match(query.text)):
        return nothing(view, query, "yesno", "Not stated in the texts.", "answer")  # one word tells no more than what is asked about
    found = search(view, query, least=0.86)
    asks_said = bool(SAID.search(query.text))
    ended = _ended(view, query, found[0]) if found else None
    if ended:
        return ended
    if found and _OVER.search(query.text):
        text = f"Not confirmed: no text reports its end. {quoted(found[0].passage, 200)}"
        return Draft("partly", clip(text), "yesno", None, citations=(found[0].passage.citation,), nearest=nearest(view, query))
    if found and _HAPPENED.search(query.text) and query.types and query.types <= {"meeting", "summit", "visit"}:
        text = f"Not confirmed: no text reports it as held. {quoted(found[0].passage, 200)}"
        return Draft("partly", clip(text), "yesno", None, citations=(found[0].passage.citation,), nearest=nearest(view, query))
    found = (
        [one for one in found if not _lacks_act(query, one) and _tells_stage(view, query, one)]
        if query.words or _THERE.match(query.text)
        else []
    )
    verdicts = [verdict for one in found[:3] if (verdict := _judge(view, query, one, asks_said))]
    if verdicts:
        sure = next((one for one in verdicts if one.value is not None), verdicts[0])
        return sure if verdicts[0].value is None and sure.value is True else verdicts[0]
    if found:
        return Draft("unanswered", clip(f"Not stated as a fact: {quoted(found[0].passage)}"), "yesno", nearest=nearest(view, query))
    return _still_open(view, query) or nothing(view, query, "yesno", "Not stated in the texts.", "answer")


def _still_open(view: View, query: Query) -> Draft | None:
    """No, where a sentence covers the thing asked about and says that it was still being discussed."""
    if SAID.search(query.text):
        return None  # what somebody said is none of what others still discuss
    acts = [a.span for a in query.acts if a.stages]
    terms = tuple(t for t in query.words if not any(span.contains(t.span) for span in acts) and not _READY.fullmatch(t.text))
    if len(terms) == len(query.words):
        return None
    for one in search(view, query, terms=terms, least=0.86)[:2]:
        if _OPEN.search(one.passage.text) and _AHEAD.search(query.text):
            return Draft("partly", clip(f"Not known. {quoted(one.passage, 250)}"), "yesno", None, citations=(one.passage.citation,))
        if _OPEN.search(one.passage.text) and _PLANNED.search(query.text):
            return from_passage(one, "yesno", text=f"Yes. {quoted(one.passage, 250)}", value=True)
        if _OPEN.search(one.passage.text):
            return from_passage(one, "yesno", text=f"No. {quoted(one.passage, 250)}", value=False)
    return None


# words by which a question asks what is to come, of which a text that still discusses it decides nothing
_AHEAD = regex(
    r"^\W*will\b|^\W*(?:is|are|was|were)(?:n['’]t)?\b[^?]*"
    r"\b(?:expected|likely|due|going|set|supposed|scheduled|certain|sure|bound|about|hoped) to\b",
    re.I,
)
_READY = regex(
    r"ready|operational|operating|operation|running|use|usable|available|functional|working|complete[d]?|finished|built|done"
    r"|exist(?:s|ed)?|existing"
    r"|service|under way|underway|live|active|agreed|settled|decided|finali[sz]ed",
    re.I,
)


def _ended(view: View, query: Query, found: Found) -> Draft | None:
    """Yes, where the sentence itself says with the word of the question that something is over."""
    asked = _OVER.search(query.text)
    told = _told_of(view, query, found)
    if not asked or f" {stem(asked[1].lower())} " not in f" {' '.join(stems(told))} ":
        return None
    if _HEDGED.search(told) or _NOT.search(told) or _OPEN.search(told) or found.missing:
        return None
    return from_passage(found, "yesno", text=f"Yes. {quoted(found.passage, 250)}", value=True)


WEIGHED = regex(r"\b(discuss\w*|consider\w*|negotiat\w*|debat\w*)\b", re.I)


def asks_open(text: str) -> bool:
    """Whether a question itself asks for what is planned, possible or being weighed: not of "the planned cuts", nor of "the talks"."""
    text = _ALREADY.sub(" ", text)
    return bool(ASKS_PLAN.search(text) or _HEDGED.search(text) or WEIGHED.search(text))


# a plan that only tells which thing is meant, and talks that somebody or something has done something to
_ALREADY = regex(
    r"\b(?:the|a|an|its|their|his|her|this|that|any)(?: [a-z-]+)? (?:planned|proposed|scheduled|expected|threatened)(?= [a-z])"
    r"|(?<=^did )(?:[a-z-]+ ){0,4}negotiations\b|\bplans(?=\W*$)",
    re.I,
)


_HAPPENED = regex(r"\b(take place|taken place|took place|happen\w*|held|occur\w*|go ahead)\b", re.I)
_PLANNED = regex(
    r"\b(?:plan|plans|proposal|project|idea|talk|talks|discussion|discussions|negotiations?)"
    r"(?: (?:now|also|still|under way))? (?:to|for|of|about|on)\b(?!\W*$)",
    re.I,
)
_THERE = regex(r"\W*(?:is|are|was|were) there\b", re.I)
_HAS = regex(r"^\W*(?:do|does|did)(?:n['’]t)?\b[^?]*\bhave\b(?! to\b)|^\W*(?:has|have|had)\b[^?]{0,40}?\b(?:an?|any|got)\b", re.I)


def _lacks_act(query: Query, found: Found) -> bool:
    """Whether a sentence leaves out an act that the question names: "during his visit"."""
    acts = [act.span for act in query.acts if act.types and not act.soft]
    return any(term.text in found.missing for term in query.words if any(span.contains(term.span) for span in acts))


def _tells_stage(view: View, query: Query, found: Found) -> bool:
    """Whether a sentence itself says the stage that a question names ("signed"), where the question says it with a word of its own."""
    spans = [act.span for act in query.acts if act.stages and not act.soft]
    own = [term for term in query.words if any(span.contains(term.span) for span in spans)]
    told = [term for term in own if tells(view, term.stem, found.passage.joined)]
    return not own or bool(told)


_BREAKS = regex(r"[,;:—“”\"]+(?=\s|$)|(?<=\s)[“\"—]")


def _told_of(view: View, query: Query, found: Found) -> str:
    """The parts of a sentence, between commas and quotation marks, that hold words of the question; all of it where none has a verb."""
    parts = [part for part in _BREAKS.split(found.passage.text) if part.strip()]
    held = [
        part for part in parts if (text := f" {' '.join(stems(part))} ") and any(covers_text(view, term.stem, text) for term in query.words)
    ]
    told = " , ".join(held)
    row = parsed(view, found.passage)
    verbs = [row.units[clause.verb.head].text for clause in row.clauses if clause.verb.finite]
    return told if any(verb in told for verb in verbs) else found.passage.text


_STILL = regex(r"\bstill\b|\bbeing (?:negotiated|discussed|built)\b|\bunder (?:negotiation|way|construction)\b|\bongoing\b", re.I)
_CLOSED = regex(r"\bconclu(?:de|sion)\w*|\bwrapp\w+ up\b|\bcomplet(?:ed|ion)\b|\bfinali[sz]\w+|\bcame to an end\b", re.I)


def _judge(view: View, query: Query, found: Found, asks_said: bool) -> Draft | None:
    text = found.passage.text
    people = [name for name in query.names if view.any_is(name.ids, "person")]
    if any(not set(name.ids) & set(found.passage.fact.actors) for name in people):
        return None
    if not asks_said and (told_of(view, query, found.passage) is False or only_wanted(view, query, found.passage)):
        return None
    if (asks_said and said_by_others(view, query, found.passage)) or _by_another(view, query, found.passage):
        return None
    if _not_host(view, query, found.passage) or _names_no_deed(view, query, found.passage):
        return None
    if _BESIDE.match(query.text) and not query.types and not _TOGETHER.search(_APART.sub(" ", text)):
        away = _AWAY.search(text) and found.share > 0.95
        return from_passage(found, "yesno", text=f"No. {quoted(found.passage, 250)}", value=False) if away else None
    if _STILL.search(query.text) and _CLOSED.search(text):
        return None
    given_up = ASKS_PLAN.search(query.text) and _GIVEN_UP.search(text) and not _GIVEN_UP.search(query.text) and not query.negated
    if given_up or ranked_otherwise(query.text, text):
        return from_passage(found, "yesno", text=f"No. {quoted(found.passage, 250)}", value=False)
    if not asks_said and _only_named(view, query, found):
        return _unconfirmed(found)
    mode = "denied" if _none_of_it(view, query, found.passage) else _mode(view, query, found)
    if mode == "denied":
        sure = not query.negated and not asks_said and found.share > 0.95
        return from_passage(found, "yesno", text=f"No. {quoted(found.passage, 250)}", value=False) if sure else None
    if WILL.match(query.text) and _WAS_DUE.search(_told_of(view, query, found)):
        return _unconfirmed(found)  # a plan that is over, of which nothing more is told
    open_asked = asks_said or asks_open(query.text)
    if mode == "told" or open_asked:
        return from_passage(found, "yesno", text=f"Yes. {quoted(found.passage, 250)}", value=True)
    if mode == "open" and found.share > 0.9 and not query.negated and _PERFECT.match(query.text) and _STILL_WEIGHED.search(text):
        return from_passage(found, "yesno", text=f"No. {quoted(found.passage, 250)}", value=False)
    return _unconfirmed(found)


WILL = regex(r"^\W*will\b", re.I)
_WAS_DUE = regex(r"\b(?:had been (?:due|scheduled|set|planned|slated|expected|supposed|meant)|(?:was|were) to have)\b", re.I)
_PERFECT = regex(r"^\W*(?:has|have)\b", re.I)
_STILL_WEIGHED = regex(
    r"\b(?:is|are) (?:\w+ly |still |also |now )?(?:considering|weighing|mulling|contemplating|debating|pondering) \w+ing\b", re.I
)


_GIVEN_UP = regex(
    r"\b(?:plans?|idea|project|proposal|scheme)s?\b[^.;,]{0,120}\b(?:was|were|has been|have been|had been|is|are)\b[^.;,]{0,20}"
    r"\b(?:shelved|scrapped|dropped|abandoned|called off|cancelled|canceled|given up|axed|ditched|buried|rejected|withdrawn)\b"
    r"|\b(?:shelved|scrapped|dropped|abandoned|called off|cancelled|canceled|gave up|given up|axed|ditched)\b[^.;,]{0,30}"
    r"\b(?:plans?|idea|project|proposal|scheme)s?\b",
    re.I,
)
# whether one was with another: told by words of company, and not by a plan for it
_BESIDE = regex(r"^\W*(?:is|are|was|were)(?:n['’]t)?\b[^?]+\b(?:with|alongside|beside|accompanied by)\s+(?!whom\b)[^?]{2,40}\W*$", re.I)
_TOGETHER = regex(r"\b(?:with|accompan\w+|together|alongside|beside|joined|joins|brought|among|includ\w+)\b", re.I)
_APART = regex(
    r"\b(?:was|were|is|are|had|due|meant|expected|supposed|unable|not)(?: been)? to (?:\w+ )?(?:accompany|join|be with|come with)\b"
    r"|\bwithout\b",
    re.I,
)
_AWAY = regex(r"\b(?:stay(?:ed|s|ing)|remain(?:ed|s|ing)) (?:in|at|behind|home|on|away)\b|\bleft behind\b|\bwithout\b|\babsent\b", re.I)


def _none_of_it(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence has the verb of a question beside "no": "it had no plans to leave", "imports no gas", "has no embassy"."""
    if _THERE.match(query.text) or _HAS.match(query.text):
        things = {term.stem for term in query.words}
        held = [k for k, word in enumerate(passage.stems) if word in things]
        return any({"no", "without", "neither"} & set(passage.stems[max(k - 2, 0) : k]) for k in held)
    words = passage.stems
    frame = frame_of(view, query)
    own = {verb.split()[0] for verb in frame.verbs} if frame and not frame.copular else set()
    places = [k for k, word in enumerate(words) if word in own]
    return any("no" in words[max(k - 2, 0) : k] or (words[k + 1 : k + 2] == ("no",) and words[k + 2] not in _COMPARED) for k in places)


_COMPARED = frozenset(stem(word) for word in ("less", "fewer", "more", "longer", "later", "sooner", "earlier", "doubt", "secret"))


def _mode(view: View, query: Query, found: Found) -> str:
    """How a sentence tells what is asked: told, denied, ahead or open; by its clause with the verb of the question, else by its words."""
    mode = mode_told(view, query, found.passage)
    if mode is not None:
        return mode
    told = _told_of(view, query, found)
    words = ((_NOT, "denied"), (_HEDGED, "ahead"), (_WANTED, "open"))
    return next((mode for pattern, mode in words if pattern.search(told)), "told")


def _not_host(view: View, query: Query, passage: Passage) -> bool:
    """Whether a question asks whether a country is the host, and a sentence gives another one."""
    lands = [name.ids for name in query.names if view.any_is(name.ids, "country")]
    return len(lands) == 1 and any(act.rule == "act.host" for act in query.acts) and hosted_by_another(view, passage, lands[0])


def _names_no_deed(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence has the one thing that a question names, and not its verb: "was the fund paid out?"."""
    frame = frame_of(view, query) if len(query.words) < 2 and not (query.names or query.acts) else None
    return frame is not None and not frame.copular and told_of(view, query, passage) is None


def _by_another(view: View, query: Query, passage: Passage) -> bool:
    """Whether somebody else stands right before the verb of a question, where that is none of the verbs that the grammar knows."""
    if not query.names or not _OF_DOING.match(query.text.lstrip()) or frame_of(view, query) is not None:
        return False
    doer = query.names[0]
    verb = next((term.stem for term in query.words if term.span.start >= doer.span.end), None)
    at = next((token.start for token, own in zip(passage.tokens, passage.stems, strict=True) if own == verb), None)
    before = [name for name in name_index(view).find(passage.tokens) if at is not None and name.span.end <= at]
    return bool(before) and not set(before[-1].ids) & set(doer.ids)


_OF_DOING = regex(r"\b(?:did|has|have|had)\b", re.I)


def _only_named(view: View, query: Query, found: Found) -> bool:
    """Whether a sentence names what a question asks to have been done only by a noun, as what others speak about: "his attendance"."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or not frame.verbs or not _OF_DOING.match(query.text.lstrip()):
        return False
    row = parsed(view, found.passage)
    verbs = {word for clause in row.clauses for word in verbs_of(row, clause)}
    if any(tells(view, verb, f" {' '.join(verbs)} ") for verb in frame.verbs):
        return False
    nouns = [u for u in row.units if u.tag == "noun" and any(covers_text(view, v, f" {' '.join(stems(u.text))} ") for v in frame.verbs)]
    return bool(nouns) and any(_ASKED_ABOUT.search(found.passage.text[: max(u.start - found.passage.fact.start, 0)]) for u in nouns)


_ASKED_ABOUT = regex(r"\b(?:query|question|asked|remarks?|comment\w*|inquir\w+|regarding|concerning|about|on the subject of)\b", re.I)
_WANTED = regex(
    r"\b(?:requir\w+|need\w*|demand\w*|call(?:s|ed|ing)? for|seek\w*|sought|want\w*|request\w*|ask(?:s|ed|ing)? for|urg\w+)\b", re.I
)


def _unconfirmed(found: Found) -> Draft:
    return Draft("partly", clip(f"Not confirmed. {quoted(found.passage, 250)}"), "yesno", None, citations=(found.passage.citation,))
