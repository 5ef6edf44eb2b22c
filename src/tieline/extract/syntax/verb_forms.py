"""The forms of all verbs, written out by the first letters of a word: a question meets few of the many, and reads only those."""

from collections.abc import Iterator, Mapping

Readings = tuple[tuple[str, str], ...]
_BY = 2  # letters by which words are kept together


class VerbForms(Mapping[str, Readings]):
    """For every form of a verb its readings as (lemma, form)."""

    def __init__(self, forms: Mapping[str, Readings]) -> None:
        rows: dict[str, list[str]] = {}
        for word, readings in forms.items():
            rows.setdefault(word[:_BY], []).append(" ".join((word, *(f"{lemma}/{form}" for lemma, form in readings))))
        self._written = {start: "\n".join(row) for start, row in rows.items()}
        self._read: dict[str, dict[str, Readings]] = {}

    def __getstate__(self) -> dict[str, dict[str, str]]:
        """What is kept: the forms as they are written."""
        return {"_written": self._written}

    def __setstate__(self, state: dict[str, dict[str, str]]) -> None:
        self._written, self._read = state["_written"], {}

    def _together(self, start: str) -> dict[str, Readings]:
        found = self._read.get(start)
        if found is None:
            rows = (row.split(" ") for row in self._written.get(start, "").split("\n"))
            found = self._read[start] = {word: tuple(map(_reading, readings)) for word, *readings in rows if word}
        return found

    def __getitem__(self, word: str) -> Readings:
        return self._together(word[:_BY])[word]

    def get(self, word: str, default: Readings | None = None) -> Readings | None:  # type: ignore[override]
        """The readings of a word; `default` where it is no form of a known verb."""
        return self._together(word[:_BY]).get(word, default)

    def __iter__(self) -> Iterator[str]:
        return (word for start in self._written for word in self._together(start))

    def __len__(self) -> int:
        return sum(len(self._together(start)) for start in self._written)


def _reading(written: str) -> tuple[str, str]:
    lemma, _, form = written.rpartition("/")
    return lemma, form
