"""What somebody means to do, by a clause that says that he will: "what did he promise to open" by "he will open the archive"."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Answering, Draft
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.sentences.clausal import told_of
from tieline.query.view import View

INTENDS = regex(
    r"(?P<asked>\W*(?:in |on |to |with |for )?(?:what|which|whom|where)\b[^?]{0,40}?)\b(?:did|does|do|has|have|is|are|was|were) "
    r"(?P<who>[^?]{2,40}?) (?:promis|pledg|plan|hop|want|intend|vow|aim|wish|seek|offer|prepar|determin|resolv|commit)\w* to "
    r"(?P<rest>[^?]+)",
    re.I,
)


def intended(view: View, query: Query, ask: Answering) -> Draft | None:
    """The answer of a sentence that tells of the deed itself as ahead; None where a question asks for no intention, or none tells it."""
    meant = INTENDS.match(query.text)
    if meant is None:
        return None
    words = f"{meant['asked']}will {meant['who']} {meant['rest']}?"
    told = ask(view, words)
    again = read_question(view, words)
    proved = told.status == "answered" and any(told_of(view, again, passage) for passage in view.passages_of(told.citations))
    return replace(told, told=tuple(term.stem for term in query.words)) if proved else None
