"""The plain names of agreements: their parties once, and the words of the texts."""

import pytest

import tieline
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


def test_a_city_before_the_noun_is_no_party():
    told = "Ghana and Togo fought over the border. A truce that is called the Algiers agreement was signed on 2 May 2001."
    text = f"3 May 2001\n\nGHANA AND TOGO\n\n{told}"
    kb = tieline.build([tieline.Document.from_text(text, id="a")])
    called = [one for one in kb.agreements if "Algiers" in one.name]
    assert [one.parties for one in called] == [("Ghana", "Togo")]
