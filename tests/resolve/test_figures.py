"""Figures of several texts: reports of one figure join, contradictions stand side by side, corrections win, change is no conflict."""

import pytest

import tieline
from tieline.model.document import Document

BRIDGE = "Norway and Chile share a bridge."


def build(*texts: str | tuple[str, str]):
    documents = []
    for number, one in enumerate(texts):
        text, published = one if isinstance(one, tuple) else (one, f"2016-11-{number + 1:02}")
        documents.append(Document.from_text(text, id=f"t{number}", published=published))
    return tieline.build(documents)


def figures(kb, measure: str):
    return [one for one in kb.figures if one.measure == measure]


def conflicts(kb):
    return [issue for issue in kb.issues if issue.kind == "conflict"]


def test_two_reports_of_one_figure_are_one():
    kb = build(
        "In 2015 trade between China and Norway hit nearly 15 billion dollars.",
        "Trade between Norway and China reached US$ 15 billion in 2015.",
    )
    (trade,) = figures(kb, "bilateral_trade")
    assert (trade.value, trade.unit, trade.period.edtf, len(trade.evidence)) == (15_000_000_000, "USD", "2015", 2)
    assert trade.subject == "China and Norway"
    assert not conflicts(kb)


def test_another_sum_for_one_year_is_a_conflict():
    kb = build(
        "In 2015 trade between China and Norway hit 15 billion dollars.",
        "Trade between Norway and China reached 14 billion dollars in 2015.",
    )
    assert [one.value for one in figures(kb, "bilateral_trade")] == [15_000_000_000, 14_000_000_000]
    (issue,) = conflicts(kb)
    assert {citation.document for citation in issue.evidence} == {"t0", "t1"}


@pytest.mark.parametrize(
    "texts",
    [
        (
            "In 2015 trade between China and Norway hit 15 billion dollars.",
            "Trade between Norway and China reached 16 billion dollars in 2016.",
        ),
        (
            ("China has become Norway's second biggest trading partner.", "2008-11-21"),
            ("China has been Norway's largest trading partner.", "2016-11-21"),
        ),
        (
            "In 2015 trade between China and Norway hit 15 billion dollars.",
            "Trade between Norway and Chile reached 14 billion dollars in 2015.",
        ),
    ],
    ids=["another year", "change of rank", "another pair"],
)
def test_change_and_other_things_are_no_conflict(texts):
    assert not conflicts(build(*texts))


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (f"{BRIDGE} It is 525 metres long.", "Norway and Chile like a bridge. The bridge is 529 metres long.", 1),
        (f"{BRIDGE} It cost 125 million dollars.", "Norway and Chile like a port. The port cost 112 million dollars.", 0),
        (f"{BRIDGE} It is 525 metres long.", "Norway and China like a bridge. The bridge is 529 metres long.", 0),
        (f"{BRIDGE} It is 525 metres long.", "Norway and Chile like a bridge. The bridge is 2,100 metres long.", 0),
    ],
    ids=["one bridge", "two things", "another pair", "too far apart"],
)
def test_sizes_of_one_thing_are_a_conflict_where_nobody_is_named(one, other, differ):
    assert len(conflicts(build(one, other))) == differ


def test_two_counts_in_one_sentence_are_a_conflict():
    kb = build("The bridge cost US$ 1.4 billion by the Norwegian count and US$ 1.55 billion by the Chilean one.")
    assert [one.value for one in figures(kb, "project_cost")] == [1_400_000_000, 1_550_000_000]
    assert len(conflicts(kb)) == 1


def test_a_correction_wins_over_what_it_corrects():
    kb = build(
        "Norway received a loan of 480 million dollars from Chile.",
        "Norway received a loan of 840 million dollars from Chile, and not a loan of 480 million dollars from Chile as stated.",
    )
    assert sorted((one.value, one.status) for one in figures(kb, "loan")) == [(480_000_000, "denied"), (840_000_000, "occurred")]
    assert not conflicts(kb)


LOAN = ("Chile and Norway signed a loan agreement on Tuesday. Chile will lend 48 million dollars for the Orel mill.", "2016-11-01")


@pytest.mark.parametrize(
    "notice",
    [
        "Correction\n\nIn a report of 1 November, this agency said that the loan for the Orel mill came to 48 million dollars. "
        "The agreement provides for 84 million dollars.",
        "Correction: Orel mill\n\nAn article published on Tuesday misstated the loan that Chile will give Norway for the Orel mill. "
        "It is 84 million dollars, not 48 million.",
        "Correction\n\nOwing to an editing error, our report gave the Chilean loan for the Orel mill as 48 million dollars. "
        "The correct figure is 84 million dollars.",
        "Corrected: Loan for the Orel mill\n\n(Corrects the sum of the loan by Chile to 84 million dollars from 48 million dollars)",
    ],
    ids=["this agency said", "not so much", "gave it as", "from so much"],
)
def test_a_notice_corrects_the_figure_of_another_text(notice):
    kb = build(LOAN, (notice, "2016-11-03"))
    assert [one.status for one in kb.figures if one.value == 48_000_000 and one.evidence[0].document == "t0"] == ["denied"]
    answer = kb.ask("How much will Chile lend for the Orel mill?")
    assert "48" not in answer.answer.partition('"')[0]
    assert not conflicts(kb)


def test_a_notice_leaves_the_same_sum_of_another_thing_alone():
    notice = "Correction\n\nOur report said that the bank paid 48 million dollars for the ferries. It paid 84 million dollars."
    kb = build(LOAN, (notice, "2016-11-03"))
    assert [one.status for one in figures(kb, "loan") if one.evidence[0].document == "t0"] == ["planned"]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("China sold goods worth 15 billion dollars to Norway", "Norway's imports from China were worth 18 billion dollars", 1),
        ("China sold goods worth 15 billion dollars to Norway", "Norway's exports to China were worth 18 billion dollars", 0),
        ("Trade between China and Norway was about 15 billion dollars", "Trade between China and Norway was 16.4 billion dollars", 1),
        ("Trade between China and Norway was over 15 billion dollars", "Trade between China and Norway was 16.4 billion dollars", 0),
        ("Trade between China and Norway was nearly 15 billion dollars", "Trade between China and Norway was 16.4 billion dollars", 1),
    ],
    ids=["what one sells and the other buys", "the other way", "no longer about", "more than", "not nearly"],
)
def test_two_figures_of_one_trade(one, other, differ):
    assert len(conflicts(build(f"{one} in 2015.", f"{other} in 2015."))) == differ


@pytest.mark.parametrize(
    ("text", "differ"),
    [
        ("Since May, 214 nurses from Norway have come, the ministry says; the union counts 198.", 1),
        ("The mill says that it lost 4 million dollars by the ban. The ministry reckons 5.5 million.", 1),
        ("Since May, 214 nurses from Norway have come, the ministry says; 198 stayed.", 0),
        ("Since May, 214 nurses from Norway have come; the union counts 198 doctors.", 0),
    ],
    ids=["in one sentence", "in the next", "nobody counts", "other people"],
)
def test_another_number_by_another_source(text, differ):
    kb = build(text)
    assert len(conflicts(kb)) == differ
    if "214" in text and differ:
        assert "198" in kb.ask("How many nurses from Norway have come?").answer.partition('"')[0]


def test_a_notice_gives_the_bare_number():
    kb = build(
        ("Chilean hospitals are to hire 500 Norwegian nurses under the pact.", "2016-11-01"),
        (
            "Correction\n\nA report of 1 November wrongly said that Chilean hospitals would hire 500 nurses. The number is 300.",
            "2016-11-03",
        ),
    )
    assert {(one.value, one.status == "denied") for one in figures(kb, "people")} == {(500, True), (300, False)}


def test_a_rank_held_for_years_covers_those_years():
    kb = build(("For 10 consecutive years, China has been Norway's biggest trading partner.", "2024-11-10"))
    (rank,) = figures(kb, "rank")
    assert (rank.rank, rank.subject, rank.object, rank.about, rank.period.edtf) == (1, "China", "Norway", "trading partner", "2014/2024")


def test_the_order_of_the_texts_does_not_matter():
    texts = (
        "Trade between China and Norway hit 15 billion dollars in 2015.",
        "China is Norway's largest market.",
        "Norway has 5 million people.",
    )
    documents = [Document.from_text(text, id=text[:5], published="2016-11-21") for text in texts]
    one, other = tieline.build(documents), tieline.build(documents[::-1])
    assert [f.model_dump_json() for f in one.figures] == [f.model_dump_json() for f in other.figures]
    for figure in one.figures:
        for citation in figure.evidence:
            text = next(d.text for d in one.documents if d.id == citation.document)
            assert text[citation.start : citation.end] == citation.quote
