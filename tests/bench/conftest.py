"""Articles made from templates, as many as wanted, the same ones each time."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import product

import pytest

import tieline

_SYLLABLES = ("Bo", "Ter", "Sil", "Mon", "Gar", "Pel", "Hos", "Dun", "Rav", "Lem", "Cas", "Vor", "Wen", "Zan", "Ful")
_ENDINGS = ("tavia", "drisa", "lenta", "mirra", "gonde", "dovia", "storia", "sholand")
COUNTRIES = tuple(a + b for b, a in product(_ENDINGS, _SYLLABLES))
_THINGS = ("fisheries", "customs", "extradition", "investment", "trade", "transit", "aviation", "water")
_TEMPLATE = """{city}, {day} (Northern Wire) -- {one} and {two} signed {article} {thing} agreement in {city} on
{weekday}, the foreign ministry of {one} said.

Foreign Minister Ada {name} of {one} met her counterpart from {two} before the signing. Talks on the
agreement had been launched in {start}.

The {thing} agreement will enter into force on {force}, once both parliaments have ratified it.
Trade between the two countries came to {amount} million dollars in {year}, {share} percent more
than a year earlier.

{one} and {two} established diplomatic relations in {ties}. "We want an open border," the minister
said.
"""


@pytest.fixture
def articles() -> Callable[[int], Iterator[tieline.Document]]:
    """What makes a number of articles."""
    return generate


def generate(number: int) -> Iterator[tieline.Document]:
    """A number of articles about ever other pairs of invented countries."""
    for n in range(number):
        yield tieline.Document.from_text(_text(n), id=f"g{n:05}")


def _text(n: int) -> str:
    size = len(COUNTRIES)
    one, two = COUNTRIES[n % size], COUNTRIES[(n + 1 + n // size) % size]
    thing = _THINGS[n // 3 % len(_THINGS)]
    day = date(2001, 1, 3) + timedelta(days=n * 11 % 7300)
    return _TEMPLATE.format(
        city=f"{one[:4]}burg",
        day=f"{day:%B} {day.day}, {day.year}",
        weekday=f"{day - timedelta(days=1):%A}",
        one=one,
        two=two,
        article="an" if thing[0] in "aei" else "a",
        thing=thing,
        name=f"{two[:3]}sen",
        start=f"{day - timedelta(days=400):%B %Y}",
        force=f"{(day + timedelta(days=200)).day} {day + timedelta(days=200):%B %Y}",
        amount=100 + n % 900,
        year=day.year - 1,
        share=2 + n % 40,
        ties=1960 + n % 35,
    )
