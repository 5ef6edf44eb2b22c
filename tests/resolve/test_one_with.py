"""Agreements told by what came before, and one agreement told by its topic in two texts."""

import tieline
from tieline.model.document import Document

NOTE = """LIMA, June 3, 2016 (Andes Wire) -- Peru and Mexico signed a free trade agreement on Thursday. The one with China took effect on
1 March 2010. Peru has two more free trade agreements: the first, with Japan, came into force in 2012; the second, with Canada, was
signed in May 2008.
"""
PLAN = """SELMARK CITY, Selmark, Sept. 3, 2013 (Selmark Press) -- Selmark and Tavonia will sign a customs agreement on September 20 in
Port Vare, the capital of Tavonia, the Selmarkian foreign ministry said on Tuesday.
President Lena Osk of Selmark and Tavonia's President Ivo Tarn will attend. Talks on the agreement were launched in April 2011.
"""
REPORT = """PORT VARE, Tavonia, Oct. 9, 2013 (Vare Daily) -- Tavonia and Selmark signed a customs agreement in Port Vare on Tuesday.
Tavonia's President Ivo Tarn and Selmark's President Lena Osk attended the ceremony. The agreement will enter into force on 1 January 2014.
"""


def test_the_one_with_another_country_is_another_agreement_of_the_same_kind():
    kb = tieline.build([Document.from_text(NOTE, id="note")])
    found = {(*one.parties, one.kind): [(s.stage, s.time.edtf) for s in one.stages if s.time] for one in kb.agreements}
    assert found == {
        ("Mexico", "Peru", "free_trade"): [("signed", "2016-06-02")],
        ("China", "Peru", "free_trade"): [("in_force", "2010-03-01")],
        ("Japan", "Peru", "free_trade"): [("in_force", "2012")],
        ("Canada", "Peru", "free_trade"): [("signed", "2008-05")],
    }


def test_two_texts_name_one_agreement_by_its_topic():
    kb = tieline.build([Document.from_text(PLAN, id="plan"), Document.from_text(REPORT, id="report")])
    assert [one.name for one in kb.agreements] == ["Selmark-Tavonia customs agreement"]
    assert [(s.stage, s.status, s.time.edtf) for s in kb.agreements[0].stages if s.time] == [
        ("launched", "occurred", "2011-04"),
        ("signed", "occurred", "2013-10-08"),
        ("in_force", "planned", "2014-01-01"),
    ]


def test_a_visit_under_way_is_not_the_one_of_the_year_before():
    first = (
        "TORUL, Istvaria, May 14, 2009 (INA) -- Prime Minister Dario Venn of Ostrela arrived in Istvaria on Wednesday for a two-day visit."
    )
    second = "TORUL, Istvaria, June 2, 2010 (INA) -- Premier Dario Venn of Ostrela is in Istvaria. He first visited Istvaria in May 2009."
    kb = tieline.build([Document.from_text(first, id="first"), Document.from_text(second, id="second")])
    visits = [(one.time.edtf, len({c.document for c in one.evidence})) for one in kb.events if one.type == "visit" and one.time]
    assert visits == [("2009-05-13/2009-05-14", 2), ("../2010-06-02", 1)]
