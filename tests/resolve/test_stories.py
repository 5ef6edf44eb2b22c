"""Which quotes of several articles tell one event, and which tell two."""

import tomllib
from pathlib import Path

import pytest

import tieline

STORIES = tomllib.loads(Path(__file__).with_name("stories.toml").read_text(encoding="utf-8"))["story"]


@pytest.fixture(scope="module", params=STORIES, ids=lambda story: story["name"])
def story(request):
    texts = request.param["texts"]
    return request.param, tieline.build([tieline.Document.from_text(text, id=name) for name, text in texts.items()])


def places(quotes, texts):
    """Where each quote begins, with its text."""
    told = [(name, words) for name, found in quotes.items() for words in (found if isinstance(found, list) else [found])]
    return [(name, texts[name].index(words)) for name, words in told]


def touching(kb, place):
    """The events, statements apart, of which a quote covers a place."""
    return {event.id: event for event in kb.events for c in event.evidence if c.document == place[0] and c.start <= place[1] + 3 < c.end}


def key(event):
    return "/".join((event.type, event.stage or "-", event.status, event.time.edtf if event.time else "-"))


def test_quotes_of_one_event(story):
    wanted, kb = story
    for row in wanted.get("one", ()):
        found = [touching(kb, place) for place in places(row["quotes"], wanted["texts"])]
        shared = set.intersection(*(set(one) for one in found))
        assert row["means"] in {key(found[0][name]) for name in shared}, [sorted(map(key, one.values())) for one in found]


def test_quotes_of_two_events(story):
    wanted, kb = story
    for row in wanted.get("two", ()):
        found = [touching(kb, place) for place in places(row["quotes"], wanted["texts"])]
        assert all(found), found
        assert not set.intersection(*(set(one) for one in found))


def test_each_plan_without_a_sequel_is_told_once(story):
    wanted, kb = story
    if "plans" in wanted:
        assert [one.message for one in kb.issues if one.kind == "unconfirmed_plan"] == wanted["plans"]
