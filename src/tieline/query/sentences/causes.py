"""What made somebody do something, where no conjunction says so: what led to it, by what it was done, or what it was to bring about."""

from collections.abc import Iterator, Sequence

from tieline.extract.syntax.clause import Clause
from tieline.query.draft import Draft, capital, clip, from_passage, quoted
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Query
from tieline.query.sentences.clausal import fits, reach
from tieline.query.sentences.clause_subjects import agent_of, is_passive, subject_of
from tieline.query.sentences.matching import Region
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.search import Found, search
from tieline.query.sentences.told_text import told_text
from tieline.query.view import View

LEAST = 0.7


def caused(view: View, query: Query) -> Draft | None:
    """The cause or purpose of an act, by the clauses of a sentence that tells it; None where none gives one."""
    frame = frame_of(view, query)
    if frame is None or frame.copular:
        return None
    for found in search(view, query, least=LEAST)[:4]:
        row = parsed(view, found.passage)
        acts = [clause for clause, share, _ in fits(view, frame, found.passage) if share >= LEAST]
        told = next(_told(view, acts, row), None) if found.passage.fact.zone != "headline" else None
        if told and len(told.split()) > 1:
            text = f"{capital(clip(told, 140))}. {quoted(found.passage, 150)}"
            return from_passage(Found(found.passage, found.share, found.missing), "statement", text=text, value=told)
    return None


def _told(view: View, acts: Sequence[Clause], row: Parsed) -> Iterator[str]:
    leads = view.lexicon.tables.get("reasons", ({},))[0].get("leads", "").split()
    for act in acts:
        before = next((one for one in row.clauses if one.verb.end <= act.verb.start and one.verb.lemma in leads), None)
        if before is not None and act.kind == "infinitive" and not before.verb.negated:  # "the raid led them to recall the envoy"
            yield from _words(subject_of(row, before))
        agent = agent_of(row, act) if is_passive(row, act) else None
        if agent and not _is_somebody(view, agent):
            yield from _words(agent)  # "was delayed by a dispute over land"
        yield from _purpose(row, act)


def _is_somebody(view: View, agent: Region) -> bool:
    """Whether what stands behind "by" is somebody, and not something of his: "by Orsenda's election campaign"."""
    kinds = ("person", "country", "organization", "company", "group")
    words = [unit.tag for unit in agent.units if unit.tag != "sign"]
    owner = "'s" in words and words[-1] == "noun"
    return not owner and bool(view.of_kind(agent.ids, *kinds))


def _words(own: Region) -> Iterator[str]:
    if own.units:
        yield told_text(own, own.units[0].start, own.units[-1].end).rstrip(" .,;")


def _purpose(row: Parsed, act: Clause) -> Iterator[str]:
    """The infinitive behind a clause that tells what was done: "closed the crossing to stop smuggling"."""
    after = next((one for one in row.clauses if one.kind == "infinitive" and one.verb.start >= act.right - 1), None)
    passive_or_full = act.verb.passive or any(phrase.preposition is None for phrase in act.after)
    if after is None or after.left != act.right or not passive_or_full or row.units[after.left].lower != "to":
        return
    end = min(reach(row, after), len(row.units))
    yield " ".join(unit.text for unit in row.units[after.left : end] if unit.text not in ".!?")
