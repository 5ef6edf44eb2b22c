"""Events told of one side only: which of two countries did it, and which of two parts of a thing it was done to."""

from tieline.model.event import Event
from tieline.model.span import Span
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Name, Query
from tieline.query.sentences.clause import around
from tieline.query.view import Passage, View

ALONE = frozenset(("ratified", "approved", "rejected", "initialled", "suspended", "terminated"))
# What one does to another, by type and stage: whose doing it was is told by the subject alone.
DONE_TO = frozenset(("filed", "ratified", "approved", "rejected", "suspended", "terminated", "severed", "switched", "downgraded"))
DOING = frozenset(("dispute", "aid", "investment"))
PARTED = frozenset(("project", "investment", "aid", "other", "trade_deal"))


def one_side(view: View, query: Query, event: Event) -> bool:
    """Whether the only country of a question is the one that acted, where one side alone did: "has Orsenda ratified it"."""
    if event.stage not in ALONE:
        return True
    named = [name for name in query.names if _is_country(view, name)]
    actors = {p.actor for p in event.participants if p.role == "agent"}
    if len(named) != 1 or not actors or not _acts(query, named[0]):
        return True
    labels = {view.actors[i].name for i in named[0].ids} | set(named[0].ids)
    homes = {view.actors[i].country for i in actors if i in view.actors}
    return bool(labels & (actors | homes))


def _acts(query: Query, name: Name) -> bool:
    """Whether a country is the subject of what is asked: it stands before the act, or behind "by"."""
    acts = [act.span.start for act in query.acts if act.stages]
    before = query.text[: name.span.start].lower().split()[-1:]
    return before not in (["with"], ["between"], ["and"]) and (not acts or name.span.start < max(acts) or before == ["by"])


def done_by_another(view: View, query: Query, event: Event) -> bool:
    """Whether the sentences that tell what one did to another have somebody else than the question as the one who did it."""
    if event.stage not in DONE_TO and event.type not in DOING:
        return False
    if _in_second_half(view, query, event):
        return False
    from tieline.query.reading.frame import frame_of
    from tieline.query.sentences.clausal import told_of

    frame = frame_of(view, query)
    if event.type == "agreement" and frame is not None and frame.passive and " by " not in query.text:
        return False  # "was it ratified": by whom is not asked, and which agreement is known
    if frame is not None and len(frame.subject.named) > 1 and not frame.rest.named:
        return False  # "did the two sever ties": one did it to the other

    verdicts = [told_of(view, query, passage) for passage in view.passages_of(event.evidence)]
    return False in verdicts and True not in verdicts


def _in_second_half(view: View, query: Query, event: Event) -> bool:
    """Whether words without a verb of their own open with the one asked about: "Orsenda ratified it in May and Halidor in June"."""
    short = [one for one in event.evidence if len(one.quote.split()) <= SHORT]
    names = [
        name
        for one in short
        if (passage := view.passage_at(one))
        for name in name_index(view).find(passage.tokens)
        if name.span.start == one.start
    ]
    return any(set(name.ids) & query.ids for name in names)


SHORT = 6  # words of a second half such as "Halidor in June 2011"


def told_of_another(view: View, query: Query, event: Event) -> bool:
    """Whether the clauses that tell an event name another country, and the one asked about stands in another clause beside them."""
    if event.type not in PARTED:
        return False
    named = [name for name in query.names if _is_country(view, name)]
    if len(named) != 1:
        return False
    wanted = set(named[0].ids)
    verdicts = [_elsewhere(view, wanted, passage, Span(c.start, c.end)) for c in event.evidence if (passage := view.passage_at(c))]
    return bool(verdicts) and all(verdicts)


def _elsewhere(view: View, wanted: set[str], passage: Passage, told: Span) -> bool:
    spans = around(passage, told.start, told.end)
    names = [n for n in name_index(view).find(passage.tokens) if _is_country(view, n)]
    inside = [set(n.ids) for n in names if any(span.touches(n.span) for span in spans)]
    outside = [set(n.ids) for n in names if not any(span.touches(n.span) for span in spans)]
    return bool(inside) and not any(ids & wanted for ids in inside) and any(ids & wanted for ids in outside)


def _is_country(view: View, name: Name) -> bool:
    return view.any_is(name.ids, "country")
