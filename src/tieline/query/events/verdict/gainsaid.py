"""The No to what one sentence claims and the next takes back: "He put the ceiling at 5,000. The ministry called that untrue."."""

from dataclasses import replace

from tieline.query.draft import Draft, clip, quoted
from tieline.query.reading.words import stems
from tieline.query.view import Passage, View

LONGEST = 25  # words of a sentence that does no more than take back the one before
NEAR = 4  # words between one that points back and what is said of it
_NOT = frozenset(("not", "nobody", "never", "no"))


def gainsaid(view: View, draft: Draft) -> Draft:
    """A Yes turned to No, with both sentences, where the one behind each that it rests on takes it back; else as it is."""
    told = view.passages_of(draft.citations)
    within = [one for one in told if _untrue_itself(view, one)]
    if within and len(within) == len(told):
        return replace(draft, text=clip(f"No. {quoted(within[0], 250)}"), value=False)
    behind = [_next(view, passage) for passage in told]
    back = [one for one in behind if one is not None and _takes_back(view, one)]
    if not told or len(back) < len(told):
        return draft
    text = clip(f"No. {quoted(back[0], 120)} That was said of: {quoted(told[0], 140)}")
    cited = (*draft.citations, *(one.citation for one in back))
    return replace(draft, text=text, value=False, citations=tuple(dict.fromkeys(cited)))


def _next(view: View, passage: Passage) -> Passage | None:
    after = passage.number + 1
    found = view.passages[after] if after < len(view.passages) else None
    return found if found is not None and found.document.id == passage.document.id else None


def _takes_back(view: View, passage: Passage) -> bool:
    """Whether a sentence says of what stands before it that it is not so."""
    if len(passage.tokens) > LONGEST:
        return False
    table = next(iter(view.lexicon.tables["gainsaid"]))
    points, as_what, done = ([tuple(stems(one)) for one in table[name]] for name in ("points", "as_what", "done"))
    places = [(at, end) for run in points for at, end in _runs(passage.stems, run)]
    said = [at for run in as_what for at, end in _runs(passage.stems, run) if passage.stems[end : end + 1] != ("that",)]
    denied = [end for run in done for _, end in _runs(passage.stems, run)]
    said = [at for at in said if not _NOT & set(passage.stems[max(at - NEAR, 0) : at])]
    return any(0 <= at - end <= NEAR for _, end in places for at in said) or any(at == end for at, _ in places for end in denied)


def _untrue_itself(view: View, passage: Passage) -> bool:
    """Whether a sentence calls untrue the report that it tells: "The report that Halva would sell the ferry is without foundation"."""
    table = next(iter(view.lexicon.tables["gainsaid"]))
    reports = {tuple(stems(one))[-1] for one in table["points"] if " " in one}
    opened = next((k for k, word in enumerate(passage.stems) if word in reports and passage.stems[k + 1 : k + 2] == ("that",)), None)
    if opened is None or any(token.lower in ("he", "she", "they") for token in passage.tokens[:opened]):
        return False
    said = [at for run in table["as_what"] for at, _ in _runs(passage.stems, tuple(stems(run)))]
    return any(at > opened and not _NOT & set(passage.stems[max(at - 2, 0) : at]) for at in said)


def _runs(words: tuple[str, ...], run: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where some words stand in a row in others: first and end."""
    size = len(run)
    return [(k, k + size) for k in range(len(words) - size + 1) if words[k : k + size] == run]
