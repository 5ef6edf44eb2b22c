"""Why something happened and on what condition it will: the words in which a text gives it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft, capital, clip, from_passage, nothing, quoted
from tieline.query.events.pick.choice import choose
from tieline.query.events.pick.select import REAL, select
from tieline.query.evidence.asked import Sought
from tieline.query.evidence.cover import covering
from tieline.query.reading.frame import frame_of
from tieline.query.reading.names import name_index
from tieline.query.reading.query import NOWHERE, Act, Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.acts_told import acts_told, bears_act, before_another, cut_off
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.parsed import parsed
from tieline.query.sentences.reason_ends import reason_end
from tieline.query.sentences.search import Found, search
from tieline.query.times.called_off import GIVEN_UP
from tieline.query.view import Passage, View

_ASKED = regex(
    r"\bconditions?\b|\bprovided what\b|\bwhat .*\bdepend|^\W*what (?:would|will|could|might|can|must|should|has to|needs to)\s+"
    r"(?:first )?(?:be done|happen|change|improve|make|let|help|get|cause|allow|lead)\b",
    re.I,
)
_REASON = frozenset(stem(word) for word in ("why", "reason", "cause", "condition", "conditions", "reasons", "caused"))
LEAST = 0.7
_FAR = 0.25  # of what is asked, by which a sentence tells another act than the best one does


_STAY = regex(r"\W*why (?:was|were|is|are) .{2,60}? in \b", re.I)


def why(view: View, query: Query) -> Draft | None:
    """The reason that a sentence gives for what a question asks about; None where none gives one."""
    if not re.match(r"\W*(?:why|for what reason|what (?:was|is|were) the reason|what (?:led|caused))\b", query.text, re.I):
        return None
    from tieline.query.sentences.causes import caused
    from tieline.query.sentences.linked_reasons import linked

    about = _about(query)
    found = _given(view, about, _words(view, "reasons", "plain")) or _charge(view, query) or _need(view, query) or caused(view, about)
    found = found or _sooner_than_blame(view, about, linked(view, about)) or _so_much(view, about)
    if found:
        return found
    dropped = _why_dropped(view, query)
    if dropped:
        return dropped
    if GIVEN_UP.search(query.text):
        return _in_other_words(view, _about(query)) or nothing(view, query, "statement", "The texts give no reason.")
    travels = "visit" in query.types and (query.title is not None or view.any_is(query.ids, "person") or not query.names)
    if travels or (_STAY.match(query.text) and view.any_is(query.ids, "person")):
        stay = query if query.types else replace(query, acts=(*query.acts, Act("visit", NOWHERE, frozenset({"visit"}))))
        return came_for(view, stay) or nothing(view, query, "statement", "The texts give no reason.")
    loose = _words(view, "reasons", "loose")
    found = _given(view, _about(query), loose) or _in_other_words(view, _about(query)) or _given(view, _about(query), loose, headline=True)
    return found or nothing(view, query, "statement", "The texts give no reason.")


def _sooner_than_blame(view: View, query: Query, told: Draft | None) -> Draft | None:
    """The reason of the next sentence; that in the sentence of the act itself, where the next one only tells whom somebody blamed."""
    blamed = told is not None and _BLAMED.search(told.text) is not None
    return (_given(view, query, _words(view, "reasons", "loose")) if blamed else None) or told


_BLAMED = regex(r"\bblam(?:e|es|ed)\b", re.I)
_OVER = frozenset(("suspended", "stalled", "terminated", "severed", "cancelled"))
# what is broken off or stopped is so after, or when, something happened
_STOPPED = regex(
    r"\b(?:br[eo]ak|broke|broken) (?:off|down|up)\b|\b(?:suspend|stall|collapse|interrupt|halt|abandon|freeze|froze|frozen)\w*|\bstopped\b",
    re.I,
)


def _why_dropped(view: View, query: Query) -> Draft | None:
    """Why a plan was given up or put off: the reason in the sentence of the one event that a question takes for not done."""
    stopped = bool(_STOPPED.search(query.text))
    if not query.types or not (query.negated or stopped or GIVEN_UP.search(query.text)):
        return None
    acts = tuple(replace(act, stages=frozenset()) for act in query.acts)
    hits = select(view, replace(query, negated=False, terms=(), ordinal=None, acts=acts))
    given_up = [hit.event for hit in hits if hit.event.status in ("cancelled", "denied") and not hit.missing]
    if stopped:
        given_up = [hit.event for hit in hits if hit.event.stage in _OVER and hit.event.status in REAL]
    if len({(one.time.edtf if one.time else None, one.type) for one in given_up}) != 1:
        return None
    pattern = _pattern([*_words(view, "reasons", "plain"), *_words(view, "reasons", "event")])
    for passage in (one for one in view.passages_of(given_up[0].evidence) if one.fact.zone != "headline"):
        told = _clause(view, passage, pattern, query)
        if told:
            text = f"{capital(clip(told, 140))}. {quoted(passage, 150)}"
            return from_passage(Found(passage, 1.0, ()), "statement", text=text, value=told)
    return None


_SO = regex(r"(?P<why>.{5,}?\bso (?!that\b)[\w-]+(?: [\w-]+){0,3}?) that (?P<act>.+)", re.I | re.S)


def _so_much(view: View, query: Query) -> Draft | None:
    """What was so great that it brought an act about: "the tours were so popular that a guide was hired"."""
    frame = frame_of(view, query)
    for found in acts_told(view, query, LEAST)[:4] if frame and not frame.copular else ():
        told = _SO.match(found.passage.text)
        if frame and told and set(frame.verbs) & set(stems(told["act"])) and bears_act(view, query, found):
            words = told["why"].strip()
            return from_passage(found, "statement", text=f"{capital(clip(words, 140))}. {quoted(found.passage, 150)}", value=words)
    return None


def _charge(view: View, query: Query) -> Draft | None:
    """For what somebody was blamed, punished or praised ("was expelled for fomenting unrest"), or what was said on refusing."""
    own = {term.stem for term in query.words}
    refused = {stem(word) for word in _listed(view, "refuses")}
    if refused & own and (said := _given(view, _about(query), ("saying",))):
        return said
    verbs = {stem(word) for word in _listed(view, "charged")}
    told = _given(view, _about(query), ("for",)) if verbs & own else None
    plain = told is not None and not str(told.value).lower().startswith(_words(view, "reasons", "no_charge"))
    return told if plain and not _LASTS.match(str(told and told.value)) else None


def _need(view: View, query: Query) -> Draft | None:
    """What something is important to or for, where it is asked why it is so."""
    words = _listed(view, "needs") & {token.lower() for token in query.text.rstrip(" ?").split()}
    frame = frame_of(view, query)
    if frame is None or not words:
        return None
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(words))}) (?P<why>(?:to|for|in|because|as|since|if) [^;?!]+)", re.I)
    for found in search(view, query, least=0.8)[:3]:
        told = pattern.search(found.passage.text)
        if told and not found.missing and not _is_asked(query, told["why"]):
            end = reason_end(view, found.passage, *told.span("why"))
            words_ = _QUOTED_END.split(found.passage.text[told.start("why") : end])[0].strip(" ,.")
            return from_passage(found, "statement", text=f"{capital(clip(words_, 140))}. {quoted(found.passage, 150)}", value=words_)
    return None


def _is_asked(query: Query, words: str) -> bool:
    """Whether the words behind "important" are those of the question itself: "why is mining important to Orsenda"."""
    told = [word for word in stems(words) if len(word) > 2]
    return (bool(told) and set(told) <= set(stems(query.text))) or _FOR_NAME.match(words) is not None


_FOR_NAME = regex(r"(?:for|to|in) (?-i:[A-Z][\w'’-]*)(?: (?-i:[A-Z])[\w'’-]*)*\W*(?:$|, )", re.I)  # "valuable for Pelmara" gives no reason


def _listed(view: View, key: str) -> frozenset[str]:
    return frozenset(word for table in view.lexicon.tables.get("reasons", ()) for word in table[key].split())


# how long something goes on, or from when, in words that elsewhere open a reason: "over the next three years", "since the founding"
_TIMED = regex(
    r"(?:(?:over|after|following|for) (?:\w+ ){0,4}?(?:minutes|hours|days?|weeks?|months?|years?|decades?|centur(?:y|ies))\b(?! of\b)"
    r"|since (?:the|its|his|her|their|then|last|from|by|in|on|with|to|as|at|under|through|\d))",
    re.I,
)
# a clause of its own behind "since": "since the court rejected the claim"
_SINCE_THEY = regex(r"since (?:\w+ ){1,7}?(?:\w{3,}ed|was|were|had|began|took|came|went|left|lost|won|fell|rose|made|gave)\b", re.I)
_LASTS = regex(r"for (?:\w+ ){0,2}(?:minutes|hours|days?|weeks?|months?|years?|decades?)\b", re.I)


def _in_other_words(view: View, query: Query) -> Draft | None:
    """The reason in the sentence that tells what is asked by wider senses of its words."""
    terms = tuple((term, min(view.weight(term.stem), 4.0)) for term in query.words)
    given_up = GIVEN_UP.search(query.text) is not None
    pattern = _pattern([*_words(view, "reasons", "plain"), *(_words(view, "reasons", "event") if given_up else ())])
    for hit in covering(view, query, Sought("thing", None, (), terms, query.names, frame_of(view, query)))[:3]:
        if not bears_act(view, query, Found(hit.passage, hit.share, hit.missing)):
            continue
        told = _clause(view, hit.passage, pattern, query, attached=True)
        if told and hit.passage.fact.zone != "headline":
            text = f"{capital(clip(told, 140))}. {quoted(hit.passage, 150)}"
            return from_passage(Found(hit.passage, hit.share, hit.missing), "statement", text=text, value=told)
    return None


def condition(view: View, query: Query) -> Draft | None:
    """The condition that a sentence sets; None where none does."""
    return _given(view, _about(query), _words(view, "conditions", "words"), least=0.6, proved=False) if _ASKED.search(query.text) else None


def _about(query: Query) -> Query:
    words = tuple(term for term in query.words if term.stem not in _REASON)
    return replace(query, words=words)


def _words(view: View, table: str, key: str) -> tuple[str, ...]:
    return tuple(word for one in view.lexicon.tables.get(table, ()) for word in one[key])


def _given(
    view: View, query: Query, cues: Sequence[str], *, least: float = LEAST, headline: bool = False, proved: bool = True
) -> Draft | None:
    """What stands behind one of some cues in the sentence, or the headline, that tells what is asked. `proved`: by its very act."""
    pattern = _pattern(cues)
    told_best = 0.0
    for found in acts_told(view, query, least)[:6]:
        if _of_another(view, query, found.passage) or not _of_all(view, query, found.passage):
            continue
        if proved and (found.share < told_best - _FAR or not bears_act(view, query, found)):
            continue  # "closed its consulate because ..." tells nothing of why it closed the bank, where that is told
        told_best = max(told_best, found.share)
        told = _clause(view, found.passage, pattern, query, attached=proved)
        if told and _TIMED.match(told) and not _SINCE_THEY.match(told):
            continue
        if told and (headline or found.passage.fact.zone != "headline"):
            return from_passage(found, "statement", text=f"{capital(clip(told, 140))}. {quoted(found.passage, 150)}", value=told)
        following = _next(view, found)
        told = _clause(view, following, pattern, query) if following and found.share > 0.85 else None
        if following and told and _OF_SAME.match(following.text):
            return from_passage(
                Found(following, found.share, ()), "statement", text=f"{capital(told)}. {quoted(following, 150)}", value=told
            )
    return None


# how a sentence goes on about the act told in the one before: "It did so because", "The move came after"; not "It closed its bank"
_OF_SAME = regex(
    r"\W*(?:it (?:was|is|ha[ds] (?:been|done|to)|came|comes|follow|d(?:id|oes) so|said|says|act|blame|cite|(?:took|made) (?:this|that|the))"
    r"|(?:this|that|the (?:move|decision|step|reason|measure|delay|break))\b)",
    re.I,
)
# "at Pelmara's request"
_AT_REQUEST = r"at (?:the |its |his |her |their )?(?:[\w'’-]+ ){0,3}[\w-]+['’]s? (?:request|insistence|urging|demand|behest)"


def _pattern(cues: Sequence[str]) -> re.Pattern[str]:
    ahead = "|".join(re.escape(cue).replace(r"\ ", r"\s+") for cue in cues)
    return re.compile(rf"(?<![\w-])(?<!such )(?<!well )(?<!same )(?<!known )(?:(?:{ahead})\b[^.;?!]*|{_AT_REQUEST}\b)", re.I)


def _of_all(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence names or refers to each person whom a question names."""
    people = [name.ids for name in query.names if view.any_is(name.ids, "person")]
    return all(set(ids) & set(passage.fact.actors) for ids in people)


_SUBJECT = regex(r"\b(?:did|does|do|has|have|had|will|would)\s+(?:the )?$", re.I)


def _of_another(view: View, query: Query, passage: Passage) -> bool:
    """Whether the one who is asked about stands in a sentence only after the act: it was done to them, or by another."""
    subject = next((name for name in query.names if _SUBJECT.search(query.text[: name.span.start])), None)
    after = [term for term in query.words if subject and term.span.start >= subject.span.end]
    if subject is None or not after:
        return False
    acts = [i for i, word in enumerate(passage.stems) if covers_text(view, after[0].stem, f" {word} ")]
    own = [name.span.start for name in name_index(view).find(passage.tokens) if set(name.ids) & set(subject.ids)]
    return bool(acts and own) and passage.tokens[acts[0]].start < min(own)


_QUOTED_END = regex(r"[\"”]")  # where what is quoted ends, and who said it follows


def _clause(view: View, passage: Passage, pattern: re.Pattern[str], query: Query, *, attached: bool = False) -> str | None:
    """The words from a cue on, unless the cue stands in what is asked itself or the sentence opens with it."""
    for found in pattern.finditer(passage.text):
        if _DUE.match(found[0]) and _is_infinitive(view, passage, found.start()):
            continue  # "had been due to start in May" gives no reason
        if (
            attached
            and found.start()
            and (cut_off(view, query, passage, found.start()) or before_another(view, query, passage, found.start()))
        ):
            continue
        told = passage.text[found.start() : reason_end(view, passage, *found.span())]
        words = " ".join(_QUOTED_END.split(told)[0].split()).strip(" ,\"'”’")
        if found.start() == 0:
            words = words.split(",")[0]
        if len(words.split()) > 2 and not _tells_act(query, words):
            return words
    return None


_DUE = regex(r"due\s+to\s", re.I)


def _is_infinitive(view: View, passage: Passage, at: int) -> bool:
    """Whether "due to" at a place of a sentence opens an infinitive: "had been due to start in May"."""
    behind = [unit for unit in parsed(view, passage).units if unit.start >= passage.fact.start + at][2:3]
    return bool(behind) and behind[0].tag in ("verb", "be", "have")


def _tells_act(query: Query, words: str) -> bool:
    """Whether what stands behind a cue is what the question itself tells: "since he was expelled" is no reason for the expulsion."""
    told = stems(words)
    own = [term.stem for term in query.words]
    return bool(own) and sum(word in told for word in own) * 2 > len(own)


def _next(view: View, found: Found) -> Passage | None:
    number = found.passage.number + 1
    after = view.passages[number] if number < len(view.passages) else None
    return after if after and after.document is found.passage.document else None


_PURPOSE = regex(
    r"\b(?:(?:to|will) (?:attend|take part in|hold|sign|discuss|mark|open|inaugurate|meet)|for (?:the|an?|his|her|their)) [^.;?!]+", re.I
)


def came_for(view: View, query: Query) -> Draft | None:
    """What a visit was for, as a sentence that tells it gives it right behind its place: "currently in Pelmara for a state visit"."""
    for hit in (hit for hit in choose(view, query) if not hit.missing):
        for passage in view.passages_of(hit.event.evidence):
            told = _PURPOSE.search(passage.text)
            named = view.of_kind(query.ids, "person")
            if told and (not named or _before(view, passage, named, told.start())):
                return from_passage(
                    Found(passage, 1.0, ()), "statement", text=f"{capital(clip(told[0], 150))}. {quoted(passage, 130)}", value=told[0]
                )
    return None


def _before(view: View, passage: Passage, ids: set[str], end: int) -> bool:
    """Whether one of some people is the last to be named before a place in a sentence."""
    people = [n for n in name_index(view).find(passage.tokens) if view.any_is(n.ids, "person")]
    ahead = [name for name in people if name.span.start < passage.fact.start + end]
    return bool(ahead and set(ahead[-1].ids) & ids)
