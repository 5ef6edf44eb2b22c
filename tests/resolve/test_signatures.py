"""Agreements without a name of their own are known by when and by whom they were signed."""

from growth import grows_with_length

import tieline

NAMED = "GHANA AND TOGO SIGN PACT\n\nGhana and Togo signed a free trade agreement on 5 March 2014, officials of Ghana and Togo said."
LATER = "TOGO AND GHANA\n\nThe agreement between Togo and Ghana lapsed on 1 May 2019. Ghana and Togo signed it in March 2014."
OTHER = "GHANA AND TOGO\n\nGhana and Togo signed a fisheries agreement on 20 March 2014, officials of Ghana and Togo said."


def stages(*texts):
    kb = tieline.build([tieline.Document.from_text(text, id=f"d{n}") for n, text in enumerate(texts)])
    return {event.stage: event.agreement for event in kb.events if event.type == "agreement" and event.stage in ("signed", "lapsed")}, kb


def test_an_unnamed_agreement_joins_the_one_signed_then():
    found, kb = stages(NAMED, LATER)
    assert found["signed"] == found["lapsed"]
    assert len([event for event in kb.events if event.stage == "signed"]) == 1


def test_it_stays_apart_where_two_were_signed_then():
    _, kb = stages(NAMED, LATER, OTHER)
    lapsed = next(event.agreement for event in kb.events if event.stage == "lapsed")
    named = {event.agreement for event in kb.events if event.stage == "signed" and event.evidence[0].document in ("d0", "d2")}
    assert lapsed not in named


def test_words_that_two_steps_share_belong_to_the_first():
    text = "GHANA AND TOGO\n\nGhana and Togo are to sign a Fisheries Accord, initialled in mid-February 2014, officials of both said."
    _, kb = stages(text)
    quotes = {event.stage: event.evidence[0].quote for event in kb.events if event.type == "agreement"}
    assert "Fisheries Accord" in quotes["signed"]
    assert "Fisheries Accord" not in quotes["initialled"]


def test_many_agreements_of_one_pair_cost_no_square():
    def resolved(days):
        texts = [f"GHANA AND TOGO\n\nGhana and Togo signed an agreement on {one} March 2014, officials said." for one in days]
        return tieline.build([tieline.Document.from_text(text, id=f"d{n}") for n, text in enumerate(texts)]).events

    assert grows_with_length(resolved, ["5", "6", "7", "8"] * 8)
