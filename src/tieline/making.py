"""From sources to the contents of a knowledge base: read each article, then resolve over all of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tieline.errors import SourceError
from tieline.extract.reading import read_mentions
from tieline.model.document import Document
from tieline.model.issue import Issue
from tieline.model.mention import Reading
from tieline.resolve.facts import resolve
from tieline.rules.load import Rulebook, shipped
from tieline.store.contents import Contents, Held
from tieline.text.article import read_article
from tieline.text.checks import text_issues
from tieline.text.sources import Source, read_sources

Progress = Callable[[int, int, str], None]


def build_from(
    sources: Iterable[Source] | Source,
    *,
    published: str | None = None,
    metadata: str | Path | None = None,
    rules: str | Path | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Contents:
    """The contents of a knowledge base made from sources; see `tieline.build`."""
    folder = _rules_folder(rules)
    found = read_sources(sources, published=published, metadata=metadata)
    readings = read_all(found.documents, folder, jobs=jobs, progress=progress)
    return contents_of(readings, paths=found.paths, troubles=found.issues, rules=folder)


def add_to(held: Held, sources: Iterable[Source] | Source, *, published: str | None = None, metadata: str | Path | None = None) -> Contents:
    """The contents with more sources. Documents whose id must change, because a new file has the same name, are read again."""
    found = read_sources(sources, published=published, metadata=metadata, known=held.paths.values())
    new = {document.id: document for document in found.documents}
    names = {path: name for name, path in found.paths.items()}
    kept, renamed = [], []
    for reading in held.readings:
        document = reading.article.document
        name = names.get(held.paths.get(document.id, ""), document.id)
        if name in new:
            _refuse_other(document, new[name], same_file=held.paths.get(document.id) == found.paths.get(name, ""))
        elif name == document.id:
            kept.append(reading)
        else:
            renamed.append(_as_given(document).model_copy(update={"id": name}))
    readings = kept + list(read_all([*renamed, *found.documents], held.rules))
    return contents_of(readings, paths=found.paths, troubles=(*held.troubles, *found.issues), rules=held.rules)


def contents_of(
    readings: Iterable[Reading], *, paths: Mapping[str, str] | None = None, troubles: Sequence[Issue] = (), rules: str | None = None
) -> Contents:
    """Facts resolved over readings, with what they were made from."""
    ordered = tuple(sorted(readings, key=lambda one: one.article.document.id))
    facts = resolve(ordered, _rulebook(rules))
    problems = sorted({*troubles, *text_issues([one.article.document for one in ordered])}, key=lambda one: (one.kind, one.message))
    facts = facts.model_copy(update={"issues": (*problems, *facts.issues)})
    names = {one.article.document.id for one in ordered}
    kept = {name: path for name, path in sorted((paths or {}).items()) if name in names}
    return Contents(facts, ordered, kept, tuple(sorted(set(troubles), key=lambda one: (one.kind, one.message))), rules)


def read_all(documents: Sequence[Document], rules: str | None, *, jobs: int = 1, progress: Progress | None = None) -> tuple[Reading, ...]:
    """The reading of each document, in their order, by one process or several."""
    results = []
    for document, reading in zip(documents, _readings(documents, rules, jobs), strict=True):
        results.append(reading)
        if progress:
            progress(len(results), len(documents), document.id)
    return tuple(results)


def dated_as(reading: Reading, document: Document) -> Reading:
    """A reading whose document carries the day of publication found with all texts: what was inferred then is kept."""
    if document.published_basis != "inferred":
        return reading
    dated = reading.article.document.model_copy(update={"published": document.published, "published_basis": "inferred"})
    return replace(reading, article=replace(reading.article, document=dated))


def _readings(documents: Sequence[Document], rules: str | None, jobs: int) -> Iterator[Reading]:
    if jobs <= 1 or len(documents) < 2:
        rulebook = _rulebook(rules)
        yield from (read_mentions(read_article(document), rulebook) for document in documents)
        return
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial
    from multiprocessing import get_context

    with ProcessPoolExecutor(min(jobs, len(documents)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(partial(_read_one, rules), documents, chunksize=max(1, min(32, len(documents) // (4 * jobs))))


def _read_one(rules: str | None, document: Document) -> Reading:
    return read_mentions(read_article(document), _rulebook(rules))


def _rulebook(rules: str | None) -> Rulebook:
    return _extended(rules) if rules else shipped()


_books: dict[str, Rulebook] = {}


def _extended(rules: str) -> Rulebook:
    if rules not in _books:
        _books[rules] = Rulebook(Path(rules))
    return _books[rules]


def _rules_folder(rules: str | Path | None) -> str | None:
    if rules is None:
        return None
    folder = Path(rules).expanduser()
    if not folder.is_dir():
        raise SourceError(f"{rules}: no such folder of rules; lay it out like tieline/data (for example en/time/mine.toml).")
    return str(folder.resolve())


def _as_given(document: Document) -> Document:
    """A document as the user gave it, without what reading it has found."""
    given = document.published_basis == "given"
    return document if given else document.model_copy(update={"published": None, "published_basis": "none", "published_evidence": ()})


def _refuse_other(old: Document, new: Document, *, same_file: bool) -> None:
    if not same_file and old.text != new.text:
        raise SourceError(f"There is already another document called '{new.id}'; give this one another id, or remove the other first.")
