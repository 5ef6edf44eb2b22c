"""The work on an endless text grows with its length: counted in calls and in lines of code, not in seconds."""

from collections.abc import Callable
from itertools import product

import pytest
from growth import grows_with_length, lines_grow_with_parts

import tieline
from tieline.extract.reading import read_mentions
from tieline.resolve.facts import resolve
from tieline.rules.load import shipped
from tieline.text.article import read_article

OPENING = "Tavonia and Corvia signed the accord in Ostrela on 3 May 2011, and the minister said that it was good for the region. "
REPEATED = ("in 2006 and ", "Ada Moor and ", "he ", "which said that ", "Norway and Chile ", "President Ada Moor of Tavonia, ")


def read_whole(text: str) -> object:
    article = read_article(tieline.Document.from_text(text))
    return resolve((read_mentions(article, shipped()),), shipped())


@pytest.mark.parametrize("words", REPEATED, ids=ascii)
def test_twice_the_text_takes_twice_the_steps(words: str) -> None:
    assert grows_with_length(read_whole, OPENING * 2 + words * (5_000 // len(words)))


NAMES = [
    a + b for a, b in product(("Tav", "Cor", "Hal", "Ors", "Pel", "Ren", "Drav", "Vel"), ("onia", "idor", "enda", "mark", "avia", "ora"))
]
MADE_OF_PARTS: dict[str, Callable[[int], str]] = {
    "names of one sentence": lambda n: f"Envoys of {', '.join(NAMES[:n])} met in Ostrela on 3 May 2011.",
    "persons of one sentence": lambda n: f"{', '.join(f'President Ada {name} of {name}' for name in NAMES[:n])} met in Ostrela.",
    "clauses in one another": lambda n: f"Tavonia {'said that Corvia ' * n}signed the accord.",
    "dates of one sentence": lambda n: f"Talks were held on {', '.join(f'{k % 28 + 1} May {1990 + k}' for k in range(n))}.",
    "sums of one sentence": lambda n: f"Tavonia lent Corvia {', '.join(f'{k + 2} million dollars in {1990 + k}' for k in range(n))}.",
    "events of one paragraph": lambda n: " ".join(
        f"In {1980 + k} Tavonia and Corvia signed an accord on {name}." for k, name in enumerate(NAMES[:n])
    ),
    "paragraphs": lambda n: "\n\n".join(
        f"President Ada Moor visited Corvia on {k % 28 + 1} May {1980 + k}, and he praised it." for k in range(n)
    ),
    "agreements": lambda n: " ".join(f"The {name} Accord was signed in {1980 + k}." for k, name in enumerate(NAMES[:n])),
}


@pytest.mark.parametrize("name", MADE_OF_PARTS)
def test_twice_the_parts_take_twice_the_lines(name: str) -> None:
    """What loops over a whole sentence or text inside one call would show here and not among the calls."""
    assert lines_grow_with_parts(read_whole, MADE_OF_PARTS[name], 12)
