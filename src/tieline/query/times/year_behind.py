"""Years that only go on with the day or month before them."""

from tieline.model.time import TimeMention
from tieline.query.view import Passage


def year_behind(passage: Passage, mention: TimeMention) -> bool:
    """Whether it is the year of the day or month right before it: "on 26 March of that year"."""
    text = passage.document.text
    return any(text[one.end : mention.start].strip() == "of" for one in passage.times if one.end <= mention.start)
