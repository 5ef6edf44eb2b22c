"""What several tests share: a small set of facts made by hand, so that views and screens are tested without reading a text."""

import itertools
import os
from collections.abc import Iterator

import pytest

from tieline.model.actor import Actor, Role
from tieline.model.agreement import Agreement, AgreementStage
from tieline.model.document import Document
from tieline.model.edtf import time_value
from tieline.model.event import Event, Participant
from tieline.model.facts import Facts, SentenceFact
from tieline.model.figure import Figure
from tieline.model.issue import Issue
from tieline.model.span import Citation

TEXT = (
    "Varenda and Meridor sign accord\n"
    "PORT ALMA, March 9 (Meridor News) -- President Ana Sol of Meridor visited Varenda on Monday. "
    "The two countries signed the Almara Accord, worth 2 billion dollars. The accord may enter into force in 2016."
)


def cite(words: str) -> Citation:
    start = TEXT.index(words)
    return Citation(document="almara", start=start, end=start + len(words), quote=words)


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
        id="almara",
        title="Varenda and Meridor sign accord",
        publisher="Meridor News",
        published=published,
        published_basis="dateline",
        text=TEXT,
    )
    starts = [0, TEXT.index("President"), TEXT.index("The two"), TEXT.index("The accord"), len(TEXT)]
    sentences = tuple(
        SentenceFact(document="almara", index=i, start=a, end=a + len(TEXT[a:b].rstrip()), zone="prose")
        for i, (a, b) in enumerate(itertools.pairwise(starts))
    )
    sol = Actor(
        id="actor:sol",
        name="Ana Sol",
        kind="person",
        country="Meridor",
        roles=(Role(title="president", of="Meridor", time=monday),),
        evidence=(cite("Ana Sol"),),
    )
    varenda = Actor(id="actor:varenda", name="Varenda", kind="country", aliases=("Varendan",), evidence=(cite("Varenda"),))
    meridor = Actor(id="actor:meridor", name="Meridor", kind="country", evidence=(cite("Meridor"),))
    visit = Event(
        id="event:visit",
        type="visit",
        title="Ana Sol visits Varenda",
        time=monday,
        published=published,
        participants=(Participant(actor=sol.id, name=sol.name, role="guest"), Participant(actor=varenda.id, name="Varenda", role="host")),
        place="Varenda",
        evidence=(cite("visited Varenda on Monday"),),
        reasons=('"Monday" of 2015-03-09 is 2015-03-09',),
        rules=("events.visit",),
    )
    parties = tuple(Participant(actor=one.id, name=one.name, role="party") for one in (varenda, meridor))
    signed = Event(
        id="event:signed",
        type="agreement",
        stage="signed",
        title="Almara Accord signed",
        participants=parties,
        agreement="agreement:almara",
        evidence=(cite("signed the Almara Accord"),),
    )
    force = Event(
        id="event:force",
        type="agreement",
        stage="in_force",
        title="Almara Accord may enter into force",
        time=time_value("2016"),
        status="hypothetical",
        participants=parties,
        agreement="agreement:almara",
        evidence=(cite("may enter into force in 2016"),),
    )
    stages = (
        AgreementStage(stage="in_force", time=force.time, status="hypothetical", event=force.id, evidence=force.evidence),
        AgreementStage(stage="signed", event=signed.id, evidence=signed.evidence),
    )
    accord = Agreement(
        id="agreement:almara",
        name="Almara Accord",
        kind="accord",
        parties=("Varenda", "Meridor"),
        stages=stages,
        evidence=(cite("Almara Accord"),),
    )
    figure = Figure(
        id="figure:worth",
        measure="agreement_value",
        value=2_000_000_000,
        unit="USD",
        period=time_value("2015"),
        subject="Almara Accord",
        evidence=(cite("worth 2 billion dollars"),),
    )
    issue = Issue(kind="unresolved_time", message="No day is given for the signing of the Almara Accord", evidence=signed.evidence)
    return Facts(
        documents=(document,),
        sentences=sentences,
        actors=(meridor, sol, varenda),
        agreements=(accord,),
        events=(force, signed, visit),
        figures=(figure,),
        issues=(issue,),
    )
