"""The same report in two houses is one report with two sources."""

import tieline

BODY = """Togo and Ghana signed a fishing agreement on Tuesday after three years of talks, the two foreign ministries said. The agreement
opens the coastal waters of both states to small boats.

Ghana's president, Kwesi Mensah, arrived in Lome yesterday for a two-day visit. "The sea knows no border," he said at the palace.

Trade between the two countries reached 300 million dollars last year, twice the level of 2010.
"""
FIRST = tieline.Document.from_text(f"News from the coast\n\nLOME, 17 July 2015 (Coast Daily) — {BODY}", id="first")


def built(*others):
    return tieline.build([FIRST, *others])


def test_an_undated_reprint_is_dated_like_its_original():
    kb = built(tieline.Document.from_text(f"Small boats may cross at last\n\nLOME — {BODY}", id="again"))
    again = next(one for one in kb.documents if one.id == "again")
    assert (again.published.edtf, again.published_basis) == ("2015-07-17", "inferred")
    assert "the same report as first" in again.published.derivation[-1]
    assert [(one.kind, one.message) for one in kb.issues] == [
        ("duplicate", "again: the same report as first; counted as one report with two sources.")
    ]
    assert {tuple(sorted({c.document for c in one.evidence})) for one in (*kb.events, *kb.figures)} == {("again", "first")}


def test_the_words_of_a_later_reprint_count_from_the_original():
    later = tieline.Document.from_text(f"Small boats may cross at last\n\n{BODY}", id="later", published="2015-07-23")
    visits = built(later).timeline(type="visit")
    assert [(one.time.edtf, len({c.document for c in one.evidence})) for one in visits] == [("2015-07-16/2015-07-17", 2)]


def test_another_report_is_no_reprint():
    other = tieline.Document.from_text(
        BODY.split("\n\n", maxsplit=1)[0] + "\n\nNothing else was said about it by anybody on that day in Lome.", id="other"
    )
    assert [one.kind for one in built(other).issues].count("duplicate") == 0


def test_a_notice_that_comes_every_week_is_no_reprint():
    notes = [tieline.Document.from_text(BODY, id=f"n{day}", published=f"2015-07-{day}") for day in ("03", "10", "17")]
    kb = tieline.build(notes)
    assert [one.kind for one in kb.issues].count("duplicate") == 0
    assert len(kb.timeline(type="visit")) == 3
