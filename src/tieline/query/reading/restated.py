"""The reading of a question in words, as the first of the reasons for its answer."""

from collections.abc import Iterable, Sequence

from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.query.reading.query import Query
from tieline.query.view import View

MOST = 5  # names or words that are told; the rest are counted


def restated(view: View, query: Query) -> str:
    """What was understood: "the question asks for a date, of an agreement (in force), in 2010"."""
    words = view.lexicon.tables["restated"][0]
    parts = [f"the question asks for {words['forms'].get(query.form, words['forms']['what'])}"]
    kinds = _kinds(query, words)
    parts += [kinds] if kinds else []
    if query.names:
        parts.append("about " + _some([_who(view, name.ids) or name.text for name in query.names], "and"))
    parts += [_when(one.bound, one.time) for one in query.windows]
    if query.terms:
        told = _some([f'"{term.text}"' for term in query.terms], "and")
        parts.append(f"with the word{'s' if ' and ' in told else ''} {told}")
    return ", ".join(parts)


def _kinds(query: Query, words: dict[str, dict[str, str]]) -> str:
    """The kinds of event asked about: "of an agreement (in force or provisionally applied)"."""
    types = _some([words["types"].get(one, one.replace("_", " ")) for one in sorted(query.types)], "or")
    stages = _some([one.replace("_", " ") for one in sorted(query.stages)], "or")
    if types:
        return f"of {types} ({stages})" if stages else f"of {types}"
    return f"of something {stages}" if stages else ""


def _who(view: View, ids: Sequence[str]) -> str:
    """The name that ids share, or the names that they leave open."""
    return _some([view.actors[one].name for one in ids if one in view.actors], "or")


def _when(bound: str, time: TimeValue) -> str:
    told = in_words(time)
    if bound in ("in", "between"):
        if " to " in told and time.grain == "interval":
            return f"from {told}"
        return told if time.grain == "interval" or told[:1].islower() else f"{'on' if time.grain == 'day' else 'in'} {told}"
    return f"{bound.replace('_', ' ')} {told}"


def _some(words: Iterable[str], joint: str) -> str:
    """Words as a list, each once, the first of them; "and 40 more" for the others."""
    own = list(dict.fromkeys(words))
    if len(own) > MOST:
        return ", ".join(own[:MOST]) + f" {joint} {len(own) - MOST} more"
    return ", ".join(own[:-1]) + f" {joint} {own[-1]}" if len(own) > 1 else "".join(own)
