"""The sentences that tell an act of which a question asks why: those that hold its words, and those whose clause has its verb."""

from tieline.query.evidence.senses import tells
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Query
from tieline.query.sentences.clausal import clauses_for, clauses_with_verb
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.parsed import parsed
from tieline.query.sentences.search import Found, search
from tieline.query.view import Passage, View

SLACK = 0.1
SURE = 0.85  # of a question, told by words alone


def acts_told(view: View, query: Query, least: float) -> list[Found]:
    """The sentences that tell an act, best first: "it earned little" tells what the railway earned, where the railway stands before."""
    found = search(view, query, least=least)
    known = {one.passage.number for one in found}
    clauses = clauses_for(view, query)
    told = [one.found for one in (clauses[1] if clauses else ()) if one.passage.number not in known and not one.denied]
    return [*found, *(one for one in told if one.share >= told[0].share - SLACK)]


def bears_act(view: View, query: Query, found: Found) -> bool:
    """Whether a sentence tells the very act whose reason is asked: by its verb or a word for it, else by all words of the question."""
    frame = frame_of(view, query)
    if frame is None or frame.copular:
        return found.share >= SURE and not found.missing
    if set(frame.verbs) <= view.lexicon.verb_kinds["light"]:
        return found.share >= SURE
    told = clauses_with_verb(view, frame, found.passage) or any(tells(view, verb, found.passage.joined) for verb in frame.verbs)
    asked = set(frame.verbs) & {term.stem for term in query.words}  # in the sentence itself, not in the one before it
    return bool(told) or (not found.missing and any(covers_text(view, verb, found.passage.joined) for verb in asked))


def cut_off(view: View, query: Query, passage: Passage, at: int) -> bool:
    """Whether another main clause, with a subject of its own or behind "but", stands between an act and a place in its sentence."""
    frame = frame_of(view, query)
    acts = clauses_with_verb(view, frame, passage) if frame and not frame.copular else []
    row = parsed(view, passage)
    place = next((k for k, unit in enumerate(row.units) if unit.start - passage.fact.start >= at), len(row.units))
    before = [act for act in acts if act.verb.end <= place]
    if not before:
        return False
    last = before[-1].verb.end
    turn = next((k for k in range(last, place) if row.units[k].lower == "but"), place)  # "threatened to leave, but gave in after a visit"
    return any(
        one.verb.finite
        and one.verb.end <= place
        and (turn < one.verb.start or (one.kind == "main" and one.subject and last <= min(one.subject)))
        for one in row.clauses
    )


def before_another(view: View, query: Query, passage: Passage, at: int) -> bool:
    """Whether a place stands in a clause that "but" sets before the act: "was offered as a way out, but hauliers dislike it"."""
    frame = frame_of(view, query)
    acts = clauses_with_verb(view, frame, passage) if frame and not frame.copular else []
    if not acts:
        return False
    row = parsed(view, passage)
    place = next((k for k, unit in enumerate(row.units) if unit.start - passage.fact.start >= at), len(row.units))
    between = row.units[place : acts[0].verb.start]
    return any(unit.lower == "but" for unit in between[1:])
