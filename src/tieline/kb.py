"""The knowledge base: wiring only."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tieline.errors import KnowledgeBaseError, NotFound
from tieline.present.collection import Collection, Figures, Timeline
from tieline.rules.load import Rulebook, shipped

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    import networkx as nx
    import pandas as pd
    from matplotlib.axes import Axes

    from tieline.model.actor import Actor
    from tieline.model.agreement import Agreement
    from tieline.model.answer import Answer
    from tieline.model.document import Document
    from tieline.model.event import Event
    from tieline.model.facts import Facts
    from tieline.model.issue import Issue
    from tieline.model.mention import Reading
    from tieline.present.export import Exported
    from tieline.query.conversation import Conversation
    from tieline.query.view import View
    from tieline.store.contents import Contents, Held

    Source = str | Path | Document
    Progress = Callable[[int, int, str], None]


class KnowledgeBase:
    """What a set of articles says: events, actors, agreements and figures with their evidence, and answers to questions."""

    def __init__(self, stored: Held, *, path: Path | None = None, kept_as: str | None = None):
        self._stored = stored
        self.path = path
        self._kept_as = kept_as  # the name under which the cache holds these facts and what is made from them
        self._views: dict[tuple[str, ...], KnowledgeBase] = {}

    @property
    def facts(self) -> Facts:
        """Everything that the articles say, brought together."""
        return self._stored.facts

    @property
    def documents(self) -> Collection[Document]:
        """The articles, in the order of their ids."""
        return Collection(self.facts.documents, "Document", self.facts)

    @property
    def events(self) -> Timeline:
        """The events, in order of time."""
        return Timeline(self.facts.events, "Event", self.facts)

    @property
    def actors(self) -> Collection[Actor]:
        """Countries, persons, organizations, companies, places and groups."""
        return Collection(self.facts.actors, "Actor", self.facts)

    @property
    def agreements(self) -> Collection[Agreement]:
        """Agreements with the stages of their life."""
        return Collection(self.facts.agreements, "Agreement", self.facts)

    @property
    def figures(self) -> Figures:
        """Amounts, shares, ranks and counts."""
        return Figures(self.facts.figures, facts=self.facts)

    @property
    def issues(self) -> Collection[Issue]:
        """What could not be read, dated or reconciled."""
        return Collection(self.facts.issues, "Issue", self.facts)

    @property
    def rulebook(self) -> Rulebook:
        """The rules with which the articles were read."""
        return Rulebook(Path(self._stored.rules)) if self._stored.rules else shipped()

    def ask(self, question: str, as_of: str | None = None) -> Answer:
        """The answer to a question, with its evidence; `as_of` keeps to what had been published by that day ("2009-06")."""
        from tieline.query.ask import ask

        return ask(self.as_of(as_of)._view, question, as_of=None if as_of is None else str(as_of))

    def conversation(self, as_of: str | None = None) -> Conversation:
        """A talk with the texts: questions in a row, each of which may lean on the one before ("and the upgrade?", "who signed it?")."""
        from tieline.query.conversation import Conversation

        return Conversation(lambda: self.as_of(as_of)._view, lambda question: self.ask(question, as_of=as_of))

    def timeline(
        self,
        start: str | None = None,
        end: str | None = None,
        actor: str | None = None,
        type: str | None = None,
        agreement: str | None = None,
        status: str | None = None,
        as_of: str | None = None,
    ) -> Timeline:
        """Events in order of time, undated ones last; every filter narrows, `start` and `end` are included."""
        from tieline.graph import timeline

        facts = self.as_of(as_of).facts
        found = timeline(facts, start=start, end=end, actor=actor, type=type, agreement=agreement, status=status)
        return Timeline(found, facts=facts)

    def find(self, name: str) -> Collection[Any]:
        """Whatever carries a name or id, best match first; empty where nothing does."""
        from tieline.query.find import find

        return Collection(find(self._view, name), "Value", self.facts)

    def explain(self, thing: Answer | Event | str) -> tuple[str, ...]:
        """The derivation of an answer, an event or an id, step by step, down to the sentences."""
        from tieline.present.steps import Steps
        from tieline.query.explain import explain

        return Steps(explain(self._view, thing))

    @cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The facts as a networkx graph: events and agreements as nodes, actors attached by role."""
        from tieline.graph.build import build_graph

        return build_graph(self.facts)

    @cached_property
    def actor_graph(self) -> nx.Graph[str]:
        """The actors alone as a networkx graph: an edge for each two that meet in an event, its `weight` the number of events."""
        from tieline.graph.build import project_actors

        return project_actors(self.facts)

    def plot_graph(self, ax: Axes | None = None, *, whole: bool = False, **options: Any) -> Axes:
        """Draw who deals with whom (`actor_graph`), or with `whole` events and agreements too (`graph`), on matplotlib axes."""
        from tieline.present.network import draw

        return draw(self.graph if whole else self.actor_graph, ax, **options)

    def as_of(self, day: str | None) -> KnowledgeBase:
        """What was known by a day: the texts whose latest possible day of publication is on or before it, resolved again."""
        if day is None:
            return self
        from tieline.model.edtf import time_value

        limit = time_value(str(day)).latest  # a year may come as a number, a day as a date
        if limit is None:
            return self
        known = tuple(d.id for d in self.facts.documents if d.published and d.published.latest and d.published.latest <= limit)
        if len(known) == len(self.facts.documents):
            return self
        if known not in self._views:
            self._views[known] = KnowledgeBase(self._known_then(frozenset(known)))
        return self._views[known]

    def page(self, title: str | None = None, as_of: str | None = None) -> str:
        """One HTML file that works from disk: timeline, agreements, figures, actors, marked articles, known by when."""
        from tieline.present.page import View, page_html, stops

        base = self.as_of(as_of)
        views = [View(day, base._known_by(day)) for day in stops(base.facts.documents)]
        return page_html(base.facts, views, title=title, as_of=None if as_of is None else str(as_of))

    def add(self, sources: Iterable[Source] | Source, *, published: str | None = None, metadata: str | Path | None = None) -> None:
        """Read more articles. The result equals a fresh build of all of them."""
        from tieline.making import add_to

        self._become(add_to(self._stored, sources, published=published, metadata=metadata))

    def remove(self, document: str) -> None:
        """Take a document out, by its id. The result equals a fresh build of the others; `NotFound` where there is none."""
        from tieline.making import contents_of

        if document not in {one.id for one in self.facts.documents}:
            raise NotFound(f'No document called "{document}". There are: {", ".join(d.id for d in self.facts.documents[:8])}')
        kept = tuple(one for one in self._stored.readings if one.article.document.id != document)
        paths = {name: path for name, path in self._stored.paths.items() if name != document}
        self._become(contents_of(kept, paths=paths, troubles=self._stored.troubles, rules=self._stored.rules))

    def save(self, path: str | Path | None = None) -> Path:
        """Write one SQLite file, whole or not at all; without a path, the file that this was loaded from."""
        from tieline import __version__
        from tieline.store.contents import Contents
        from tieline.store.write import write

        target = Path(path) if path else self.path
        if target is None:
            raise KnowledgeBaseError("No file to save to; give one: kb.save('mine.tieline').")
        held = self._stored
        write(Contents(held.facts, held.readings, held.paths, held.troubles, held.rules), target, version=__version__)
        self.path = target
        return target

    def export(self, format: str, path: str | Path) -> Exported:
        """Write the facts for another tool (`kb.export("ics", "events.ics")`): gives the files written.

        Formats: graphml, gexf, jsonld, json, sqlite, timelinejs, ics, markdown (a file each), csv, parquet, timeml (a folder each). The
        attribute `notes` of what comes back says what was left out: a calendar, say, holds no event whose day is not known.
        """
        from tieline.present.export import export

        return export(self._stored, format, path)

    def tables(self) -> dict[str, pd.DataFrame]:
        """Every table as a pandas data frame, by name: the kinds, and what hangs on them (roles, stages, participants, evidence) by id."""
        from tieline.present.frames import frame
        from tieline.present.tidy import tidy_tables

        return {name: frame(table) for name, table in tidy_tables(self.facts).items()}

    def __repr__(self) -> str:
        held = {"document": self.facts.documents, "event": self.facts.events, "actor": self.facts.actors}
        counts = (f"{len(values)} {kind}{'' if len(values) == 1 else 's'}" for kind, values in held.items())
        return f"<KnowledgeBase: {', '.join(counts)}>"

    def _repr_html_(self) -> str:
        from tieline.present.html import kb_html

        return kb_html(self.facts)

    @cached_property
    def _view(self) -> View:
        from tieline.query.view import View

        return View(self.facts, self.rulebook, self._kept_as)

    def _become(self, contents: Contents) -> None:
        self._stored = contents
        self._kept_as = None
        self._views = {}
        for name in ("_view", "graph", "actor_graph"):
            self.__dict__.pop(name, None)

    def _known_by(self, day: dt.date) -> Facts:
        known = frozenset(d.id for d in self.facts.documents if d.published and d.published.latest and d.published.latest <= day)
        return self.facts if len(known) == len(self.facts.documents) else self._known_then(known).facts

    def _known_then(self, known: frozenset[str]) -> Contents:
        from tieline.making import contents_of, dated_as

        published = {document.id: document for document in self.facts.documents}
        readings: tuple[Reading, ...] = tuple(
            dated_as(one, published[one.article.document.id]) for one in self._stored.readings if one.article.document.id in known
        )
        return contents_of(readings, rules=self._stored.rules)


def load(path: str | Path | None = None) -> KnowledgeBase:
    """A saved knowledge base; without a path, the bundled texts on China and Peru, built on first use and kept in the user's cache."""
    if path is not None:
        from tieline.store.read import Stored

        return KnowledgeBase(Stored(Path(path)), path=Path(path))
    from tieline.bundled import bundled

    held = bundled()
    return KnowledgeBase(held, kept_as=held.name)


def build(
    sources: Iterable[Source] | Source,
    *,
    save: str | Path | None = None,
    published: str | None = None,
    metadata: str | Path | None = None,
    rules: str | Path | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> KnowledgeBase:
    """A knowledge base of your own: files, folders, globs and `Document` values.

    `published` dates every file, `metadata` names a CSV file (`file,published,title,publisher,url`), `rules` a folder of rules of
    your own; `jobs` processes read at once, with the same result; `progress` is called with (done, total, document id).
    """
    from tieline.making import build_from

    if save is not None:
        from tieline.store.write import check_target

        check_target(Path(save), base=True)
    made = build_from(sources, published=published, metadata=metadata, rules=rules, jobs=jobs, progress=progress)
    kb = KnowledgeBase(made)
    if save is not None:
        kb.save(save)
    return kb
