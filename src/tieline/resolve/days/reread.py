"""The times of an article once more, now that its day of publication is known or bounded."""

import datetime as dt
from dataclasses import replace

from tieline.model.mention import Reading
from tieline.model.time import TimeMention, TimeValue
from tieline.rules.load import Rulebook

WIDEST = dt.timedelta(days=3700)


def reread(reading: Reading, published: TimeValue | None, rulebook: Rulebook) -> tuple[TimeMention, ...]:
    """The times of one article, read as if it had been published then. A very wide or open interval fixes nothing."""
    if published is None or not published.earliest or not published.latest or published.latest - published.earliest > WIDEST:
        return reading.times
    from tieline.extract.times import read_times

    document = reading.article.document.model_copy(update={"published": published})
    return tuple(read_times(replace(reading, article=replace(reading.article, document=document)), rulebook))
