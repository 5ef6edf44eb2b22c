"""The No to what a sentence says of others and takes one out of: "it applies to Burma, but not to Korea", "the pact was not among them"."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tieline.query.draft import Draft, clip, quoted
from tieline.query.evidence.senses import tells
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.reading.words import stems
from tieline.query.view import Passage, View

LONGEST = 14  # words that what is taken out may have
_STOPS = frozenset((",", ";", ":", ".", "—", "--", "–", "which", "who", "whose", "that", "because", "where", "when", "after", "until"))
_HARD = frozenset((";", ":", "—", "--"))
_NONE = frozenset(("no", "none", "nobody", "neither", "nothing", "never"))


def excepted(view: View, query: Query, draft: Draft) -> Draft:
    """A Yes turned to No where each sentence that it rests on takes out what the question asks about; else as it is."""
    told = view.passages_of(draft.citations)
    if query.negated or not told or not all(takes_out(view, query, one) for one in told):
        return draft
    return replace(draft, text=clip(f"No. {quoted(told[0], 250)}"), value=False)


def takes_out(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence takes out what a question asks about: "signed the accord, but not the memorandum"."""
    words = tuple(token.lower for token in passage.tokens)
    outs, left_outs = _runs(view.lexicon)
    asked = set(stems(query.text))
    for end in _ends(words, outs):
        if (
            not _NONE & set(words[:end])
            and not asked & {"except", "exclud", "exclude"}
            and _asked_in(view, query, passage, end, _stop(words, end))
        ):
            return True
    for run in left_outs:
        for end in _ends(words, (run,)):
            start = next((k + 1 for k in range(end - 1, -1, -1) if words[k] in _HARD), 0)
            if _asked_in(view, query, passage, start, end - len(run), alone=True):
                return True
    return False


def _asked_in(view: View, query: Query, passage: Passage, start: int, end: int, *, alone: bool = False) -> bool:
    """Whether some words of a sentence name what a question asks about, which the rest of it does not."""
    inside = passage.tokens[start:end]
    within = {i for name in name_index(view).find(inside) for i in name.ids}
    rest = (*passage.tokens[:start], *passage.tokens[end:])
    without = {i for name in name_index(view).find(rest) for i in name.ids}
    if any(set(name.ids) & within and not set(name.ids) & without for name in query.names):
        return True
    if not alone and within:
        return False  # somebody else is taken out
    own, other = (f" {' '.join(passage.stems[a:b])} " for a, b in ((start, end), (0, start)))
    behind = f" {' '.join(passage.stems[end:])} "
    return any(
        tells(view, term.stem, own) and not tells(view, term.stem, other) and not tells(view, term.stem, behind) for term in query.words
    )


def _stop(words: tuple[str, ...], start: int) -> int:
    return next((k for k in range(start, min(start + LONGEST, len(words))) if words[k] in _STOPS), min(start + LONGEST, len(words)))


def _ends(words: tuple[str, ...], runs: tuple[tuple[str, ...], ...]) -> Iterator[int]:
    for run in runs:
        for k in range(len(words) - len(run) + 1):
            if words[k : k + len(run)] == run:
                yield k + len(run)


@cache
def _runs(lexicon: Lexicon) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """The words behind which stands what is taken out, and those before which it stands."""
    table = next(iter(lexicon.tables["excepted"]))
    before, behind = (tuple(tuple(run.split()) for run in table[key]) for key in ("before", "behind"))
    return before, behind
