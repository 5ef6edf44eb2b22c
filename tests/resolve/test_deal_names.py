"""The plain names of agreements: their parties once, and the words of the texts."""

import pytest

from tieline.resolve.deals.deal_names import deal_name

WORDS = {"before": {"the", "a"}, "heads": {"agreement", "pact"}}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("fisheries agreement", "Belmira-Tarvosa fisheries agreement"),
        ("the Belmira-Tarvosa fisheries agreement", "Belmira-Tarvosa fisheries agreement"),
        ("the Tarvosa-Belmira fisheries agreement", "Belmira-Tarvosa fisheries agreement"),
        ("Tarvosa fisheries agreement with Belmira", "Belmira-Tarvosa fisheries agreement"),
        ("Corvane-Belmira fisheries agreement", "Belmira-Tarvosa Corvane-Belmira fisheries agreement"),
    ],
)
def test_parties_stand_in_it_once(written: str, name: str) -> None:
    assert deal_name("fisheries", ("Tarvosa", "Belmira"), [written], (), WORDS) == name
