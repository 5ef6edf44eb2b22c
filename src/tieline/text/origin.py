"""Where an article comes from: title, publisher, place and day of publication, each as the text states it."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tieline.model.document import PublishedBasis
from tieline.model.edtf import time_value
from tieline.model.markup import unmarked
from tieline.model.mention import PartialDate
from tieline.model.span import Citation, Span
from tieline.model.time import TimeValue
from tieline.text import lexicon
from tieline.text.blocks import strip
from tieline.text.dateline import weekday_named
from tieline.text.dates import WrittenDate, address_dates, written_dates
from tieline.text.zones import Layout, Unit

DELAY = dt.timedelta(days=45)  # between a dateline and the issue that carries it
_YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?![\d,])")
_EDGES = " \t\r\n\xa0,.;:|*_#[](){}/©–—-"
_STAMP = re.compile(r"[(\[]?(?P<name>[^\W\d_][^()\d\n:|]{1,40}?)[)\]]\s*\d")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?(?P<name>[^\W\d_][^\d\n.,;|]{1,50})", re.IGNORECASE)
_TITLED = re.compile(rf"(?:{lexicon.alternatives('title_labels')})\s*[:=]\s*(?P<name>[^\n]+)", re.IGNORECASE)
_STEPS = re.compile(r"\w\s[>»›]\s\w")
_BEHIND = re.compile(r"\s(?:\||::|»|-|–|—)\s(?P<name>[A-Z][^|:»\n]{2,40})$")
_SOURCED = re.compile(
    r"(?:source|publisher|publication|newspaper|outlet|published (?:by|in))\s*:\s*"
    r"(?P<name>[^\W\d_a-z][^\n|:;/\d]{1,60}?)\s*(?:\[edited\])?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_BRACKET = re.compile(r"\(([^()\d]{3,40})\)")


class Found(NamedTuple):
    """A date of publication, complete or not, with the kind of place where it stands."""

    date: WrittenDate
    basis: PublishedBasis


class Publication(NamedTuple):
    """When an article was published as far as it says so itself."""

    published: TimeValue | None
    basis: PublishedBasis
    evidence: tuple[Span, ...]
    partial: PartialDate | None
    written: TimeValue | None = None  # the day of the dateline, where the issue that carries it is of a later day


def read_publication(text: str, page: Layout) -> Publication:
    """The day of publication that the text states. Without a year it stays partial: no clock and no guess completes it."""
    found = list(_dates(text, page))
    whole = [one for one in found if one.date.edtf]
    partial = next((one for one in found if not one.date.edtf and one.basis in ("dateline", "header") and one.date.day), None)
    if whole:
        best = _finest(whole)
        value = time_value(best.date.edtf or "", derivation=(f'"{best.date.text}" in the {best.basis}',))
        return Publication(value, best.basis, (best.date.span,), None, _written(partial, value) or _weekday_written(text, page, value))
    year = _copyright_year(text, page.units)
    if partial and year:
        edtf = f"{text[year.start : year.end]}-{partial.date.month:02}-{partial.date.day:02}"
        reason = f'"{partial.date.text}" in the {partial.basis}, the year in the footer'
        return Publication(time_value(edtf, derivation=(reason,)), "footer", (partial.date.span, year), None)
    if partial:
        date = partial.date
        return Publication(None, "none", (), PartialDate(date.span, date.text, date.month, date.day or 1, date.weekday))
    if year:
        return Publication(time_value(text[year.start : year.end], derivation=("the year in the footer",)), "footer", (year,), None)
    return Publication(None, "none", (), None)


def _written(partial: Found | None, issued: TimeValue) -> TimeValue | None:
    """The day of a dateline without a year, in the days before the issue: "AMMAN, Oct. 23" in the paper of October 24, 1956."""
    if partial is None or not issued.earliest or issued.earliest != issued.latest:
        return None
    for year in (issued.earliest.year, issued.earliest.year - 1):
        try:
            day = dt.date(year, partial.date.month, partial.date.day or 1)
        except ValueError:
            continue
        if dt.timedelta(0) < issued.earliest - day <= DELAY:
            return time_value(day.isoformat(), derivation=(f'"{partial.date.text}" in the dateline, the year of the issue',))
    return None


def _weekday_written(text: str, page: Layout, issued: TimeValue) -> TimeValue | None:
    """The day of a dateline with a weekday alone, in the week before the issue: "AMMAN, Thursday" in Friday's paper."""
    line = page.dateline
    if line is None or line.date is not None or not issued.earliest or issued.earliest != issued.latest:
        return None
    named = weekday_named(text[line.span.start : line.span.end])
    back = (issued.earliest.weekday() - named) % 7 if named is not None else 0
    if not back:
        return None
    day = issued.earliest - dt.timedelta(days=back)
    return time_value(day.isoformat(), derivation=("the weekday in the dateline, in the week before the issue",))


def read_title(text: str, units: Iterable[Unit]) -> str | None:
    """The headline on one line, without Markdown signs, or None."""
    units = tuple(units)
    labelled = (_TITLED.match(text, unit.start, unit.end) for unit in units if unit.zone == "header")
    named = next((match for match in labelled if match), None)
    if named:
        return text[named.start("name") : named.end("name")].strip(_EDGES + "\"'") or None
    unit = next((unit for unit in units if unit.zone == "headline"), None)
    return _suffix(unmarked(" ".join(text[unit.start : unit.end].split()).strip("# ")).strip("*_ "))[0] or None if unit else None


def read_place(text: str, page: Layout) -> str | None:
    """The place of the dateline, or the one beside the date in the head."""
    if page.dateline and page.dateline.place:
        return _tidy_place(text[page.dateline.place.start : page.dateline.place.end])
    for unit in page.units:
        if unit.zone == "header":
            for date in written_dates(text, unit.start, unit.end):
                before = text[unit.start : date.span.start].strip(_EDGES)
                named = before[:1].isupper() and len(before.split()) <= 3 and before.replace(" ", "").isalpha()
                if named and not _is_label(before):
                    return before
    return None


def read_publisher(text: str, page: Layout) -> str | None:
    """The house that the dateline, a stamp, the footer or a letterhead names."""
    if page.dateline and page.dateline.agency:
        return text[page.dateline.agency.start : page.dateline.agency.end].strip(_EDGES)
    for zone in ("header", "footer", "byline"):
        for unit in page.units:
            if unit.zone == zone and (name := _house(text[unit.start : min(unit.end, unit.start + 300)])):
                return name
    headline = next((unit for unit in page.units if unit.zone == "headline"), None)
    return _suffix(text[headline.start : headline.end])[1] if headline else None


def _suffix(line: str) -> tuple[str, str | None]:
    """A headline and the house that a page's title names behind it: "Pact signed | The Torvane Times"."""
    found = _BEHIND.search(line)
    if not found:
        return line, None
    name = found["name"].strip(_EDGES)
    named = all(word[0].isupper() or word in ("of", "the", "and", "for") for word in name.split())
    last = name.split()[-1].lower() if name else ""
    if not named or (last not in lexicon.words("houses") and "." not in name):
        return line, None
    return line[: found.start()], name


def citations(document: str, text: str, spans: Sequence[Span]) -> tuple[Citation, ...]:
    """Citations of spans of one document."""
    return tuple(Citation(document=document, start=s.start, end=s.end, quote=text[s.start : s.end]) for s in spans)


def _dates(text: str, page: Layout) -> Iterator[Found]:
    """Candidates, the most trustworthy first."""
    zones: dict[str, list[WrittenDate]] = {}
    for unit in page.units:
        if unit.zone in ("prefix", "header", "byline", "footer") or (unit.zone == "headline" and _carries_day(text, unit)):
            zones.setdefault("header" if unit.zone in ("byline", "headline") else unit.zone, []).extend(_unit_dates(text, unit))
    if not zones and (source := next((unit for unit in page.units if _tells_source(text, unit)), None)):
        zones["header"] = _unit_dates(text, source)
    if "header" in zones:
        zones["header"] = _own_first(text, zones["header"])
    if page.dateline and page.dateline.date:
        zones["dateline"] = [page.dateline.date]
    for basis in ("prefix", "dateline", "header", "footer"):
        for date in zones.get(basis, ()):
            yield Found(date, basis)


def _tells_source(text: str, unit: Unit) -> bool:
    """Whether a line in brackets below the head tells where it all appeared: "(Interview in The Torvane Ledger, 15 May 2010)"."""
    line = text[unit.start : unit.end]
    dates = [date for date in written_dates(text, unit.start, unit.end) if date.day and date.edtf] if unit.zone == "heading" else []
    if not dates or line[:1] not in "([" or line[-1:] not in ")]":
        return False
    return not text[dates[-1].span.end : unit.end].strip(_EDGES) and bool(lexicon.anywhere("houses").search(line))


def _unit_dates(text: str, unit: Unit) -> list[WrittenDate]:
    """The dates of a stamp; those of later versions go to the end."""
    end = min(unit.end, unit.start + 600)
    found = [*written_dates(text, unit.start, end)] or [*address_dates(text, unit.start, end)]
    dates = [date for date in found if not _follows(text, unit, date, "readers_dates")]
    return sorted(dates, key=lambda date: _follows(text, unit, date, "later_versions"))


def _own_first(text: str, dates: Sequence[WrittenDate]) -> list[WrittenDate]:
    """The dates of the head, those that it calls the day of publication first."""
    own = lexicon.anywhere("own_dates")
    return sorted(dates, key=lambda date: not own.search(text, max(date.span.start - 20, 0), date.span.start))


def _follows(text: str, unit: Unit, date: WrittenDate, words: str) -> bool:
    return bool(lexicon.anywhere(words).search(text, max(unit.start, date.span.start - 20), date.span.start))


def _finest(found: Sequence[Found]) -> Found:
    """The first candidate that names a day; else the first."""
    return next((one for one in found if one.date.day and ".." not in (one.date.edtf or "") and "," not in (one.date.edtf or "")), found[0])


_ISSUE = re.compile(r"\b(?:issue|edition|number|bulletin|week|day) (?:of|for|dated)(?: the)? $", re.IGNORECASE)
_APART = re.compile(r"(?:\s[|–—·•]|\s--?|[,;:])\s+$")


def _carries_day(text: str, unit: Unit) -> bool:
    """Whether a headline gives the day of publication: by its occasion, or with a day set apart at its end."""
    if _is_occasion(text, unit):
        return True
    whole = [date for date in written_dates(text, unit.start, unit.end) if date.day and date.edtf]
    before = text[unit.start : whole[-1].span.start] if whole else ""
    last = whole and not text[whole[-1].span.end : unit.end].strip(_EDGES)
    return bool(last and (_ISSUE.search(before) or _APART.search(before)))


def _is_occasion(text: str, unit: Unit) -> bool:
    return bool(lexicon.anywhere("occasions").search(text, unit.start, unit.end))


def _copyright_year(text: str, units: Iterable[Unit]) -> Span | None:
    for unit in units:
        if unit.zone == "footer" and (match := _YEAR.search(text, unit.start, unit.end)):
            return Span(*match.span())
    return None


def _tidy_place(words: str) -> str:
    """The place without a byline's rest; names in capitals take small letters ("SAN JOSE, Costa Rica" gives "San Jose, Costa Rica")."""
    parts = [" ".join(part.split()) for part in words.strip(_EDGES).split(",") if part.strip()]
    return ", ".join(part.title() if part.isupper() and len(part) > 3 else part for part in parts)


def _is_label(words: str) -> bool:
    return bool(
        lexicon.opening("head_labels", "readers_dates").match(words)
        or lexicon.anywhere("houses").search(words)
        or lexicon.anywhere("occasions").search(words)
    )


def _house(line: str) -> str | None:
    """The name of a publisher in a stamp or footer: what is left beside the date, where it names a house."""
    line = re.sub(r"[*_]{1,3}", "", line)
    if _STEPS.search(line):
        return None  # "Home > News > World"
    sourced = _SOURCED.search(line)
    if sourced and sourced["name"][:1].isupper() and len(sourced["name"].split()) <= 6:
        return sourced["name"].strip(_EDGES)
    stamp = _STAMP.match(line)
    if stamp:
        return stamp["name"].strip(_EDGES)
    rights = _RIGHTS.search(line)
    if rights:
        return rights["name"].strip(_EDGES) or None
    for piece in [*_BRACKET.findall(line), *re.split(r"[|;\n()]|\s[–—-]\s|\s{3,}", line)]:
        name = _its_house(_without_dates(piece))
        if (
            name
            and len(name.split()) <= (10 if " of " in name else 6)
            and name[0].isupper()
            and lexicon.anywhere("houses").search(name)
            and not lexicon.opening("head_labels").match(name)
        ):
            return name
    return None


def _its_house(name: str) -> str:
    """The house among the parts of a line that names its author or place as well: "Tam Brek, The Torvane Ledger"."""
    houses = lexicon.words("houses")
    parts = [part.strip(_EDGES) for part in name.split(",")]
    return next((part for part in parts if part[:1].isupper() and len(part.split()) > 1 and part.split()[-1].lower() in houses), name)


def _without_dates(piece: str) -> str:
    date = next(written_dates(piece), None)
    name = piece[: date.span.start] if date and date.span.start > 3 else piece[date.span.end :] if date else piece
    span = strip(name, 0, len(name))
    return re.sub(r"^(?:source|by|from)\s*:?\s+", "", name[span.start : span.end].strip(_EDGES), flags=re.IGNORECASE)
