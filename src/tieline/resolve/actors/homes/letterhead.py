"""The country whose ministry or other house has put a text out: "FOREIGN MINISTRY OF ORSENDA / Press service"."""

from tieline.model.mention import Reading

HEAD = 8  # sentences of a text among which its letterhead stands
HOUSES = frozenset(("ministry", "embassy", "government", "presidency", "chancellery", "chancery"))
SPEECH = frozenset((":", "?", "says", "said"))


def issuer_of(reading: Reading) -> str | None:
    """The one country that the letterhead names with a house of its own; None where it names none or several."""
    article = reading.article
    heads = {one.index: one.text for one in article.sentences[:HEAD] if one.zone == "header" and _is_house(one.text)}
    named = [one for one in reading.actors if one.sentence in heads and one.country and one.kind in ("country", "organization")]
    for index, words in heads.items():
        here = list(dict.fromkeys(one.country for one in named if one.sentence == index))
        if len(here) == 1 or (here and "embassy of" in words.lower()):
            return here[0]  # "EMBASSY OF ORSENDA IN HALIDOR"
    return None


def _is_house(words: str) -> bool:
    """Whether a line names a house of a state: a few words, none of them spoken."""
    row = words.lower().replace(",", " ").split()
    return len(row) <= HEAD and bool(HOUSES & set(row)) and not SPEECH & set(row)
