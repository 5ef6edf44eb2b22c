"""Papers that one text tells one by one: "signed an agreement on transit. They also signed a memorandum on tourism"."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from tieline.model.mention import Reading
from tieline.resolve.events.reports.report import Told
from tieline.resolve.events.reports.traits import DEALS

KINDS = ("memorandum", "treaty", "protocol", "convention", "declaration", "contract", "programme")
BINDING = frozenset({"treaty", "protocol", "convention"})
LIGHT = frozenset({"memorandum", "declaration", "programme"})
ONE_MORE = "+"  # behind the kind of a paper that a sentence tells as one more


def with_papers(told: Sequence[Told], reading: Reading, words: Mapping[str, Set[str]]) -> list[Told]:
    """The reports of a text, those of a paper that is new in it with its kind."""
    sentences = {one.index: one.text for one in reading.article.sentences}
    return [_with_paper(one, reading, sentences, words) if one.mention.agreement and one.type in DEALS else one for one in told]


def _with_paper(one: Told, reading: Reading, sentences: Mapping[int, str], words: Mapping[str, Set[str]]) -> Told:
    row = reading.article.words(one.mention.agreement).lower().split() if one.mention.agreement else []
    kind = next((name for name in KINDS if words[f"papers.{name}"] & set(row)), "agreement")
    if not row or row[0] not in words["papers.fresh"]:
        return replace(one, paper=kind)
    more = words["papers.more"] & {word.strip(",.").lower() for word in sentences.get(one.mention.sentence, "").split()}
    return replace(one, paper=kind, fresh=ONE_MORE if more else kind)


def kinds_differ(one: Told, other: Told) -> bool:
    """Whether one tells of a treaty and the other of a memorandum, which no text takes for each other."""
    return any(mine.paper in BINDING and yours.paper in LIGHT for mine, yours in ((one, other), (other, one)))


def is_another(one: Told, other: Told) -> bool:
    """Whether the later of two reports of one text tells of a paper of its own: of another kind, or as one more."""
    later, first = (one, other) if one.mention.trigger > other.mention.trigger else (other, one)
    if one.document != other.document or not later.fresh or not first.paper or later.agreement == first.agreement:
        return False
    if first.zone != "prose" or later.zone != "prose":
        return False
    return later.fresh == ONE_MORE or later.paper != first.paper or bool(first.count) != bool(later.count)
