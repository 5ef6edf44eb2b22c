"""The words by which a question asks for people, and those that say that somebody speaks."""

import re

from tieline.late import regex
from tieline.query.reading.words import stem

WHICH_TITLE = regex(r"\W*(?:which|what)\b", re.I)
SPEAKS = regex(r"^\W*(?:who|which|what)\b[^,?]{0,40}?\b(?:spoke|speaks|told|tells|says|said|comment\w*|remark\w*)\b", re.I)
SAID = regex(r"\b(say|said|says|tell|told|stated|pledge\w*|promise\w*|praise\w*|urge\w*|expect\w*|wrote|write|believe\w*|call\w*)\b", re.I)
# Titles that anybody in a text may carry.
ANY = frozenset(stem(word) for word in ("official", "politician", "diplomat"))
