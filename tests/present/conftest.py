"""Words that try to be something else in one format or another."""

import pytest

from tieline.model.facts import Facts

EVIL = (
    "=cmd|' /C calc'!A0 </script><script>alert(1)</script> [x](javascript:alert(1)) ![i](http://x/y.png) <b onmouseover=a()>b</b> "
    "http://evil.example www.evil.example `code` *bold* _low_ | # 1. END:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:faked;a,b\\n "
    "\x00\x1b[2J\u202eabc\u2066 ]]> <!ENTITY x> &amp; &#60; \ud800 \ufffe \"'); DROP TABLE events;-- שלום"
)


@pytest.fixture
def evil() -> str:
    """The words."""
    return EVIL


@pytest.fixture
def hostile(facts: Facts) -> Facts:
    """The facts with such words wherever a text can bring them; their ids stay as they are."""
    document = facts.documents[0]
    start = len(document.text)
    cited = (facts.events[0].evidence[0].model_copy(update={"start": start, "end": start + len(EVIL), "quote": EVIL}),)
    odd = {"title": EVIL, "publisher": EVIL, "text": document.text + EVIL * 2, "url": "javascript:alert(1)"}
    told = {"title": EVIL, "place": EVIL, "content": EVIL, "reasons": (EVIL,), "evidence": cited, "asserted_by": EVIL}
    named = {"name": EVIL, "aliases": (EVIL,), "evidence": cited}
    return facts.model_copy(
        update={
            "documents": (document.model_copy(update=odd),),
            "events": tuple(one.model_copy(update=told) for one in facts.events),
            "actors": tuple(one.model_copy(update=named) for one in facts.actors),
            "agreements": tuple(one.model_copy(update=named) for one in facts.agreements),
            "figures": tuple(one.model_copy(update={"subject": EVIL, "about": EVIL, "evidence": cited}) for one in facts.figures),
            "issues": tuple(one.model_copy(update={"message": EVIL}) for one in facts.issues),
        }
    )
