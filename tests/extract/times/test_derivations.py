"""Derivations end with the value that they explain, and an anniversary tells the year from which it counts."""

import pytest

from tieline.extract.times import find_times

STEPS = [
    ("Talks ran between January and September.", "January and September",
     '"January and September" before Friday 2008-11-21 is 2008-01 to 2008-09'),
    ("In 1920 he fled; in March of that year he died.", "March", '"March of that year" counted from 1920 is 1920-03'),
    ("In 1920 he fled; in March of that year he died.", "that year", '"March of that year" counted from 1920 is 1920'),
    ("They will attend the Nov. 22-23 summit.", "Nov. 22-23",
     '"Nov. 22-23" after Friday 2008-11-21 is Saturday 2008-11-22 to Sunday 2008-11-23'),
    ("He played on 2 December.", "2 December", '"2 December" near Friday 2008-11-21 is Tuesday 2008-12-02'),
    ("They marked the 40th anniversary of ties this year.", "this year", "an anniversary of 40 years in 2008 counts from 1968"),
    ("On 3 May 2007 the tenth anniversary was kept.", "3 May 2007", "an anniversary of 10 years in 2007 counts from 1997"),
    ("The twenty-fifth anniversary falls in 2010.", "2010", "an anniversary of 25 years in 2010 counts from 1985"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "step"), STEPS)
def test_last_step(text: str, words: str, step: str) -> None:
    mention = next(one for one in find_times(text, "2008-11-21") if one.text == words)
    assert mention.time is not None
    assert mention.time.derivation[-1] == step


@pytest.mark.parametrize(
    "text", ["They met in 2007. The 40th anniversary was loud.", "An anniversary in 2007.", "The 40th anniversary, 2007-2008."]
)
def test_no_founding(text: str) -> None:
    assert not any("anniversary" in step for one in find_times(text, "2008-11-21") if one.time for step in one.time.derivation)
