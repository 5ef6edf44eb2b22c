"""The towns in which reports are dated: seats of government and the larger cities of every country."""

import tomllib
from functools import cache
from pathlib import Path

_DATA = Path(__file__).resolve().parents[1] / "data"


@cache
def towns() -> frozenset[str]:
    """Their names in small letters."""
    with (_DATA / "countries.toml").open("rb") as file:
        countries: dict[str, str] = tomllib.load(file)["countries"]
    with (_DATA / "en" / "names" / "cities.toml").open("rb") as file:
        cities: dict[str, str] = tomllib.load(file)["cities"]
    seats = (row.split(";")[2] for row in countries.values() if row.count(";") > 1)
    listed = (row.replace(";", ",") for row in cities.values())
    return frozenset(name.strip(" ()").lower() for row in (*seats, *listed) for name in row.split(",") if name.strip(" ()"))
