"""What `tieline rules try` shows of times: every rule that had a part, and why."""

from tieline.extract.reading import read_mentions
from tieline.model.document import Document
from tieline.present.reading import reading_records, reading_table
from tieline.rules.load import shipped
from tieline.text.article import read_article

SENTENCE = "Talks failed two weeks before 13 May 1999, on Tuesday, and from 2013 to the present."


def test_times_name_their_rules_and_reasons() -> None:
    article = read_article(Document.from_text(SENTENCE, id="s", published="2015-07-17"))
    rows = [row for row in reading_records(read_mentions(article, shipped())) if row["kind"] == "time"]
    assert [(row["text"], row["rule"], row["why"]) for row in rows] == [
        (
            "two weeks before 13 May 1999",
            "time.told.offset + time.calendar.day_month_year",
            ['"two weeks before 13 May 1999" counted from Thursday 1999-05-13 is Thursday 1999-04-29'],
        ),
        ("Tuesday", "time.deictic.weekday", ['"Tuesday" before Friday 2015-07-17 is Tuesday 2015-07-14']),
        ("2013 to the present", "time.calendar.year + time.deictic.now", []),
    ]
    table = reading_table(rows)
    assert [column.name for column in table.columns][-1] == "Why"
    assert all(len(row) == len(table.columns) for row in table.rows)
