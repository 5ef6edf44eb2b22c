"""The examples of event and qualifier rules, proved: each sentence must give what its rule says that it means."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tieline.extract.reading import read_mentions
from tieline.model.document import Document
from tieline.model.mention import EventMention, Reading
from tieline.rules.load import Rule, Rulebook
from tieline.text.article import read_article

PUBLISHED = "2015-07-17"


def check_event_rule(rule: Rule, rulebook: Rulebook) -> list[str]:
    """What is wrong with a rule's examples, one line each; empty where all hold.

    `means` is type/stage/status/time; "-" stands for none, "*" for any. A sentence among `rejects` must give no event of the rule.
    """
    where = f"{rule.file}: rule '{rule.id}'"
    problems = []
    for example in rule.examples:
        reading = _read(example, rulebook)
        found = [_meaning(event, reading) for event in reading.events]
        if not any(_agrees(str(example["means"]), one) for one in found):
            given = ", ".join(found) or "no event"
            problems.append(f"{where}: example '{example['text']}': {given} found; {example['means']} would be right")
    wrong = [text for text in rule.rejects if any(event.rule == rule.id for event in _read({"text": text}, rulebook).events)]
    return problems + [f"{where}: rejects '{text}': an event was found; none would be right" for text in wrong]


def _read(example: Mapping[str, Any], rulebook: Rulebook) -> Reading:
    published = str(example.get("published", PUBLISHED))
    document = Document.from_text(str(example["text"]), id="example", published=published)
    article = read_article(document)
    prose = tuple(replace(sentence, zone="prose") for sentence in article.sentences)
    return read_mentions(replace(article, sentences=prose), rulebook)


def _meaning(event: EventMention, reading: Reading) -> str:
    time = next((t.time.edtf for t in reading.times if t.time and event.time == (t.start, t.end)), "-")
    return "/".join((event.type, event.stage or "-", event.status, time))


def _agrees(means: str, found: str) -> bool:
    wanted, given = means.split("/", 3), found.split("/", 3)
    return all(one in ("*", other) for one, other in zip(wanted, given, strict=True))
