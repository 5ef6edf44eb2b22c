from pathlib import Path

import pytest

import tieline
from tieline.kb import KnowledgeBase

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def kb() -> KnowledgeBase:
    """The five texts that come with the project."""
    return tieline.build([SEEDS])
