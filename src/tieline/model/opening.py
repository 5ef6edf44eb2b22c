"""How a text begins, for people: what it is called where it has no title."""

import re

from tieline.model.clean import clip, one_line

# what stands before the first words of a text: a stamp, and a dateline such as "PORT ALMA, March 9 (Halidor News) --" or "PORT ALMA:"
OPENINGS = (
    re.compile(r"(?:date|published|updated)?:?\s*\d{4}-\d\d-\d\d\S*\s+", re.IGNORECASE),
    re.compile(r"[A-Z][A-Z .'-]{2,40}(?:, [^\n]{2,60}?)?(?: ?(?:--|—|–) ?|: )"),
)


def first_words(text: str, *, most: int = 70) -> str:
    """What stands in for a title: how the text begins, behind stamps and the dateline, in at most so many characters."""
    text = text[:1200].lstrip("\ufeff \n\t")
    for opening in OPENINGS:
        if found := opening.match(text):
            text = text[found.end() :]
    return clip(one_line(text[:400]), most)
