"""The words by which an article shows where it stands in time, read from data/en/dating."""

from dataclasses import dataclass

from tieline.rules.load import Rulebook

FOLDER = "en/dating"


@dataclass(frozen=True)
class Cues:
    """Word lists in lower case; `weekdays` begin with Monday, `ordinals` with the first."""

    ahead: frozenset[str]
    this_year: tuple[str, ...]
    own_years: tuple[str, ...]
    since: frozenset[str]
    weekdays: tuple[str, ...]
    near_days: frozenset[str]
    ordinals: tuple[str, ...]
    stays: frozenset[str]
    spoken: frozenset[str]

    def weekday(self, text: str) -> int | None:
        """The weekday (Monday 0) that an expression names alone, as in "Monday" or "on Monday morning"; None for any other."""
        words = text.lower().split()
        found = [self.weekdays.index(word) for word in words if word in self.weekdays]
        return found[0] if found and len(words) <= 2 and words[0] in (*self.weekdays, "on") else None


def read_cues(rulebook: Rulebook) -> Cues:
    """The word lists of the rule files, a user's own added to the shipped ones."""
    lists: dict[str, list[str]] = {}
    for _, table in rulebook.tables(FOLDER):
        for name, words in table.items():
            if isinstance(words, list):
                lists.setdefault(name, []).extend(str(word).lower() for word in words)
    return Cues(
        frozenset(lists.get("ahead", ())),
        tuple(lists.get("this_year", ())),
        tuple(lists.get("own_years", ())),
        frozenset(lists.get("since", ())),
        tuple(lists.get("weekdays", ())),
        frozenset(lists.get("near_days", ())),
        tuple(lists.get("ordinals", ())),
        frozenset(lists.get("stays", ())),
        frozenset(lists.get("spoken", ())),
    )
