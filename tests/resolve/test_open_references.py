"""What the texts leave open about who is meant is told as an issue, at its place."""

import pytest

import tieline


def opened(text):
    kb = tieline.build([tieline.Document.from_text(text, id="a", published="2012-10-02")])
    found = [one for one in kb.issues if one.kind == "open_reference"]
    return [(one.evidence[0].quote, text[one.evidence[0].start : one.evidence[0].end]) for one in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zambian and Malian ministers met in Kasane on Sunday. He promised to reopen the bridge.", ["He"]),
        ("Their foreign ministers will meet on 9 October, the radio said.", ["Their foreign ministers"]),
        ("Kenya's president, Ana Mwangi, left for Togo on Monday. She will sign a treaty there.", []),
        ("Chile and Peru signed a treaty on Monday. The two countries will meet again in May.", []),
    ],
)
def test_words_for_nobody_known_are_issues(text, words):
    assert opened(text) == [(word, word) for word in words]
