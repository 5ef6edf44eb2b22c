import datetime as dt

from tieline.model.document import Document
from tieline.present.page import stops


def texts(*days: str | None) -> list[Document]:
    return [Document.from_text(f"text {number}", id=str(number), published=day) for number, day in enumerate(days)]


def test_each_day_of_publication_is_a_stop_once() -> None:
    found = stops(texts("2011-03-02", "2009-01-05", None, "2011-03-02", "2010-06"))
    assert found == (dt.date(2009, 1, 5), dt.date(2010, 6, 30), dt.date(2011, 3, 2))


def test_very_many_days_are_thinned_and_the_last_one_stays() -> None:
    days = [str(dt.date(2000, 1, 1) + dt.timedelta(days=number)) for number in range(300)]
    found = stops(texts(*days), most=12)
    assert len(found) == 12
    assert str(found[-1]) == days[-1]
    assert list(found) == sorted(found)


def test_many_articles_have_fewer_stops() -> None:
    days = [str(dt.date(2000, 1, 1) + dt.timedelta(days=number)) for number in range(100)]
    assert len(stops(texts(*days), readings=500)) == 10
