"""What made somebody do something, where no conjunction says so: what led to it, by what it was done, or what it was to bring about."""

from collections.abc import Iterator, Sequence

from tieline.extract.syntax.clause import Clause
from tieline.query.draft import Draft, capital, clip, from_passage, quoted
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.sentences.acts_told import acts_told
from tieline.query.sentences.clausal import fits, reach
from tieline.query.sentences.clause_modes import mode_of
from tieline.query.sentences.clause_subjects import agent_of, is_passive, subject_of
from tieline.query.sentences.matching import Region, region
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.search import Found
from tieline.query.sentences.told_text import told_text
from tieline.query.view import View

LEAST = 0.7


def caused(view: View, query: Query) -> Draft | None:
    """The cause or purpose of an act, by the clauses of a sentence that tells it; None where none gives one."""
    frame = frame_of(view, query)
    if frame is None or frame.copular:
        return None
    for found in acts_told(view, query, LEAST)[:4]:
        row = parsed(view, found.passage)
        acts = [clause for clause, share, _ in fits(view, frame, found.passage) if share >= LEAST]
        told = next(filter(None, _told(view, frame, acts, row)), None) if found.passage.fact.zone != "headline" else None
        if told and len(told.split()) > 1:
            text = f"{capital(clip(told, 140))}. {quoted(found.passage, 150)}"
            return from_passage(Found(found.passage, found.share, found.missing), "statement", text=text, value=told)
    return None


def _told(view: View, frame: Frame, acts: Sequence[Clause], row: Parsed) -> Iterator[str]:
    leads = _listed(view, "leads")
    for act in acts:
        before = next((one for one in row.clauses if one.verb.end <= act.verb.start and one.verb.lemma in leads), None)
        if before is not None and act.kind == "infinitive" and not before.verb.negated:  # "the raid led them to recall the envoy"
            yield _led_by(row, before, act)
        agent = agent_of(row, act) if is_passive(row, act) else None
        if agent and agent.units and not _is_somebody(view, agent):
            yield _with_tail(row, agent)  # "was delayed by a dispute over land"
        done_by = (
            subject_of(row, act) if frame.passive and not agent and act.kind == "main" and mode_of(row, act) == ("told", False) else None
        )
        if done_by and done_by.units and not _is_somebody(view, done_by):
            yield from _words(done_by)  # "an anchor had damaged the cable"
        yield from _purpose(row, act)
    yield from _brought_about(view, frame, row)


def _brought_about(view: View, frame: Frame, row: Parsed) -> Iterator[str]:
    """What caused the act where its noun stands for it: "the news caused rioting in the south"."""
    for clause in row.clauses:
        behind = row.text(clause.verb.end, clause.right).split()
        if clause.verb.lemma in _listed(view, "brings") and not clause.verb.negated and set(frame.verbs) & set(behind[:6]):
            yield from _words(subject_of(row, clause))


def _led_by(row: Parsed, lead: Clause, act: Clause) -> str:
    """What leads somebody to an act, behind "by" where it is told so: "were moved to act by the news"."""
    if not is_passive(row, lead):
        cause: Region | None = subject_of(row, lead)
    else:
        by = next((k for k in range(lead.verb.end, len(row.units)) if row.units[k].lower == "by"), None)
        cause = region(row, range(by + 1, max(act.right, by + 2))) if by is not None and by + 1 < len(row.units) else None
    return _with_tail(row, cause) if cause is not None and cause.units else ""


def _listed(view: View, key: str) -> frozenset[str]:
    return frozenset(word for table in view.lexicon.tables.get("reasons", ()) for word in table[key].split())


def _is_somebody(view: View, agent: Region) -> bool:
    """Whether a region is somebody who does things, and not something of his: "by Orsenda's election campaign"."""
    units = [unit for unit in agent.units if unit.tag != "sign"]
    stop = next((k for k, unit in enumerate(units) if unit.tag in ("preposition", "relative") and k), len(units))
    head = units[stop - 1] if stop else None
    owner = "'s" in [unit.tag for unit in units[:stop]] and head is not None and head.tag == "noun"
    if head is None or (not owner and view.of_kind(agent.ids, "person", "country", "organization", "company", "group")):
        return True
    kinds = (stem(head.lower) in view.lexicon.kinds_asked[kind] for kind in ("person", "house", "country"))
    return head.tag in ("pronoun", "actor") or any(kinds) or _does_things(view, head.lower)


def _does_things(view: View, noun: str) -> bool:
    """Whether a noun is one for those who do things: "operators", "the council"."""
    endings = tuple(end for table in view.lexicon.tables.get("reasons", ()) for end in table["endings"])
    doers = _listed(view, "doers")
    plural = noun.endswith(endings) and noun not in _listed(view, "things")
    return plural or bool({noun, noun.removesuffix("s"), noun.removesuffix("es")} & doers)


def _with_tail(row: Parsed, agent: Region) -> str:
    """The words of a cause with what hangs on its end: "a dispute over who would guarantee the loan"."""
    first, last = agent.places[0], agent.places[-1] + 1
    end = next((k for k in range(last, len(row.units)) if row.units[k].tag in ("sign", "time", "coordinator")), len(row.units))
    end = end if last < end and row.units[last].tag in ("preposition", "relative", "subordinator") else last
    while end > first + 1 and row.units[end - 1].tag in ("preposition", "determiner"):
        end -= 1
    return _spelled([unit.text for unit in row.units[first:end]])


def _spelled(words: Sequence[str]) -> str:
    return " ".join(word for word in words if word not in ".!?").replace(" ,", ",").replace(" 's", "'s").replace(" ’s", "’s")


def _words(own: Region) -> Iterator[str]:
    if own.units:
        yield told_text(own, own.units[0].start, own.units[-1].end).rstrip(" .,;")


def _purpose(row: Parsed, act: Clause) -> Iterator[str]:
    """The infinitive that says what something was done for, behind it or ahead: "To stop smuggling, they closed the crossing"."""
    first = row.clauses[0]
    ahead = first.kind == "infinitive" and first.left == 0 and act.kind == "main" and first.right <= act.left
    if ahead and "," in {unit.text for unit in row.units[first.verb.end : act.verb.start]}:
        end = next(k for k in range(first.verb.end, len(row.units)) if row.units[k].text == ",")
        yield " ".join(unit.text for unit in row.units[:end])
    after = next((one for one in row.clauses if one.kind == "infinitive" and one.verb.start >= act.right - 1), None)
    passive_or_full = act.verb.passive or any(phrase.preposition is None for phrase in act.after)
    if after is None or after.left != act.right or not passive_or_full or row.units[after.left].lower != "to":
        return
    end = min(reach(row, after), len(row.units))
    while row.units[end - 1].tag in ("coordinator", "sign") and end > after.verb.end:
        end -= 1  # "to save money and has since ..."
    yield " ".join(unit.text for unit in row.units[after.left : end] if unit.text not in ".!?")
