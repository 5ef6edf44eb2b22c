"""The plain names of agreements: their parties once, and the words of the texts."""

import pytest

from tieline.resolve.deal_names import deal_name

WORDS = {"before": {"the", "a"}, "heads": {"agreement", "pact"}}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("fisheries agreement", "Almara-Varenda fisheries agreement"),
        ("the Almara-Varenda fisheries agreement", "Almara-Varenda fisheries agreement"),
        ("the Varenda-Almara fisheries agreement", "Almara-Varenda fisheries agreement"),
        ("Varenda fisheries agreement with Almara", "Almara-Varenda fisheries agreement"),
        ("Norvane-Almara fisheries agreement", "Almara-Varenda Norvane-Almara fisheries agreement"),
    ],
)
def test_parties_stand_in_it_once(written: str, name: str) -> None:
    assert deal_name("fisheries", ("Varenda", "Almara"), [written], (), WORDS) == name
