"""The examples of the question rules and of the tables beside them, run against the names of the texts that come with the program."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from tieline.rules.load import Rule, Rulebook

if TYPE_CHECKING:
    from tieline.query.reading.lexicon import Lexicon, Phrase
    from tieline.query.view import View


def check_question_rule(rule: Rule, book: Rulebook) -> list[str]:
    """What does not come out of a rule: an example that it does not match or reads otherwise, a reject that it matches."""
    phrase = _phrases(book).get(rule.id)
    if phrase is None:
        return ["no such rule among the forms and acts of questions"]
    return [
        *(f'does not match "{text}"' for one in rule.examples if not _matches(phrase, text := str(one["text"]))),
        *(f'"{one["text"]}" asks for {phrase.fields["form"]}, not {one["means"]}' for one in rule.examples if _asks_otherwise(phrase, one)),
        *(f'matches "{text}", which it must leave' for text in rule.rejects if _matches(phrase, text)),
    ]


def check_question_tables(book: Rulebook) -> list[str]:
    """What does not come out of the tables of wordings, tags and refusals."""
    lexicon = _lexicon(book)
    return [complaint for check in (_wordings, _tags, _refusals) for complaint in check(lexicon)]


def _asks_otherwise(phrase: "Phrase", example: object) -> bool:
    means = example.get("means") if isinstance(example, dict) else None
    return "form" in phrase.fields and means is not None and means != phrase.fields["form"]


def _matches(phrase: "Phrase", text: str) -> bool:
    from tieline.model.token import tokenize
    from tieline.query.reading.names import name_index
    from tieline.query.reading.slots import Marks
    from tieline.query.reading.titles import is_land, is_person
    from tieline.query.reading.windows import find_windows
    from tieline.query.reading.words import stemmed

    view = _view()
    tokens = tokenize(text)
    found = name_index(view).find(tokens)
    spans = {
        "actor": tuple(name.span for name in found),
        "place": tuple(name.span for name in found),
        "person": tuple(name.span for name in found if is_person(view, name)),
        "land": tuple(name.span for name in found if is_land(view, name)),
        "time": tuple(window.span for window in find_windows(text)),
    }
    match = phrase.search(stemmed(tokens), Marks(spans).slots)
    if match is None:
        return False
    plural = tokens[match.end - 1].text.endswith("s")
    return not (phrase.fields.get("plural") and not plural) and not (phrase.fields.get("singular") and plural)


def _wordings(lexicon: "Lexicon") -> Iterator[str]:
    from tieline.query.reading.wordings import plainly

    for table in lexicon.tables.get("wording", ()):
        for one in table:
            for example in one["examples"]:
                read = plainly(lexicon, example["text"])
                if read != example["means"]:
                    yield f'wording "{one["by"]}": "{example["text"]}" is read as "{read}", not as "{example["means"]}"'
            yield from (f'wording "{one["by"]}": changes "{text}"' for text in one.get("rejects", ()) if plainly(lexicon, text) != text)


def _tags(lexicon: "Lexicon") -> Iterator[str]:
    from tieline.query.reading.wordings import plainly

    for table in lexicon.tables.get("tag", ()):
        for one in table:
            yield from (f'tag: leaves "{text}"' for text in one["examples"] if plainly(lexicon, text) == text)
            yield from (f'tag: changes "{text}"' for text in one.get("rejects", ()) if plainly(lexicon, text) != text)


def _refusals(lexicon: "Lexicon") -> Iterator[str]:
    for one in (one for table in lexicon.tables.get("refusal", ()) for one in table):
        yield from (f'{one["id"]}: does not match "{text}"' for text in one["examples"] if _refused(lexicon, text) != one["says"])
        yield from (f'{one["id"]}: matches "{text}"' for text in one.get("rejects", ()) if _refused(lexicon, text) == one["says"])


def _refused(lexicon: "Lexicon", text: str) -> str | None:
    from tieline.model.token import tokenize
    from tieline.query.reading.words import stemmed

    return lexicon.refused(stemmed(tokenize(text)))


@cache
def _lexicon(book: Rulebook) -> "Lexicon":
    from tieline.query.reading.lexicon import lexicon_of

    return lexicon_of(book)


@cache
def _phrases(book: Rulebook) -> "dict[str, Phrase]":
    lexicon = _lexicon(book)
    return {phrase.id: phrase for phrase in (*lexicon.forms, *lexicon.acts)}


@cache
def _view() -> "View":
    from tieline.kb import load

    return load()._view
