"""The sentences that tell an act of which a question asks why: those that hold its words, and those whose clause has its verb."""

from tieline.query.reading.query import Query
from tieline.query.sentences.clausal import clauses_for
from tieline.query.sentences.search import Found, search
from tieline.query.view import View

SLACK = 0.1


def acts_told(view: View, query: Query, least: float) -> list[Found]:
    """The sentences that tell an act, best first: "it earned little" tells what the railway earned, where the railway stands before."""
    found = search(view, query, least=least)
    known = {one.passage.number for one in found}
    clauses = clauses_for(view, query)
    told = [one.found for one in (clauses[1] if clauses else ()) if one.passage.number not in known and not one.denied]
    return [*found, *(one for one in told if one.share >= told[0].share - SLACK)]
