"""What several tests share: a small set of facts made by hand, so that views and screens are tested without reading a text."""

import gc
import itertools
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tieline.model.actor import Actor, Role
from tieline.model.agreement import Agreement, AgreementStage
from tieline.model.document import Document
from tieline.model.edtf import time_value
from tieline.model.event import Event, Participant
from tieline.model.facts import Facts, SentenceFact
from tieline.model.figure import Figure
from tieline.model.issue import Issue
from tieline.model.span import Citation

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine fails no test
settings.load_profile("steady")


def pytest_collection_finish() -> None:
    """Leave the thousands of tests that now stand ready out of what the garbage collector goes through again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(700, 10, 100)


TEXT = (
    "Orsenda and Halidor sign accord\n"
    "PORT ALMA, March 9 (Halidor News) -- President Ana Sol of Halidor visited Orsenda on Monday. "
    "The two countries signed the Pelmara Accord, worth 2 billion dollars. The accord may enter into force in 2016."
)


def cite(words: str) -> Citation:
    start = TEXT.index(words)
    return Citation(document="pelmara", start=start, end=start + len(words), quote=words)


@pytest.fixture(scope="session", autouse=True)
def _cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the user's cache out of the tests; the processes of one run share a folder."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "cache"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TIELINE_CACHE_DIR", str(folder))
        yield


@pytest.fixture(scope="session")
def facts() -> Facts:
    """Two countries, one president, one accord, three events, one figure, one issue."""
    monday, published = time_value("2015-03-09"), time_value("2015-03-09")
    document = Document(
        id="pelmara",
        title="Orsenda and Halidor sign accord",
        publisher="Halidor News",
        published=published,
        published_basis="dateline",
        text=TEXT,
    )
    starts = [0, TEXT.index("President"), TEXT.index("The two"), TEXT.index("The accord"), len(TEXT)]
    sentences = tuple(
        SentenceFact(document="pelmara", index=i, start=a, end=a + len(TEXT[a:b].rstrip()), zone="prose")
        for i, (a, b) in enumerate(itertools.pairwise(starts))
    )
    sol = Actor(
        id="actor:sol",
        name="Ana Sol",
        kind="person",
        country="Halidor",
        roles=(Role(title="president", of="Halidor", time=monday),),
        evidence=(cite("Ana Sol"),),
    )
    orsenda = Actor(id="actor:orsenda", name="Orsenda", kind="country", aliases=("Orsendan",), evidence=(cite("Orsenda"),))
    halidor = Actor(id="actor:halidor", name="Halidor", kind="country", evidence=(cite("Halidor"),))
    visit = Event(
        id="event:visit",
        type="visit",
        title="Ana Sol visits Orsenda",
        time=monday,
        published=published,
        participants=(Participant(actor=sol.id, name=sol.name, role="guest"), Participant(actor=orsenda.id, name="Orsenda", role="host")),
        place="Orsenda",
        evidence=(cite("visited Orsenda on Monday"),),
        reasons=('"Monday" of 2015-03-09 is 2015-03-09',),
        rules=("events.visit",),
    )
    parties = tuple(Participant(actor=one.id, name=one.name, role="party") for one in (orsenda, halidor))
    signed = Event(
        id="event:signed",
        type="agreement",
        stage="signed",
        title="Pelmara Accord signed",
        participants=parties,
        agreement="agreement:pelmara",
        evidence=(cite("signed the Pelmara Accord"),),
    )
    force = Event(
        id="event:force",
        type="agreement",
        stage="in_force",
        title="Pelmara Accord may enter into force",
        time=time_value("2016"),
        status="hypothetical",
        participants=parties,
        agreement="agreement:pelmara",
        evidence=(cite("may enter into force in 2016"),),
    )
    stages = (
        AgreementStage(stage="in_force", time=force.time, status="hypothetical", event=force.id, evidence=force.evidence),
        AgreementStage(stage="signed", event=signed.id, evidence=signed.evidence),
    )
    accord = Agreement(
        id="agreement:pelmara",
        name="Pelmara Accord",
        kind="accord",
        parties=("Orsenda", "Halidor"),
        stages=stages,
        evidence=(cite("Pelmara Accord"),),
    )
    figure = Figure(
        id="figure:worth",
        measure="agreement_value",
        value=2_000_000_000,
        unit="USD",
        period=time_value("2015"),
        subject="Pelmara Accord",
        evidence=(cite("worth 2 billion dollars"),),
    )
    issue = Issue(kind="unresolved_time", message="No day is given for the signing of the Pelmara Accord", evidence=signed.evidence)
    return Facts(
        documents=(document,),
        sentences=sentences,
        actors=(halidor, sol, orsenda),
        agreements=(accord,),
        events=(force, signed, visit),
        figures=(figure,),
        issues=(issue,),
    )
