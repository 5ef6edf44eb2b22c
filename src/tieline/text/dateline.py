"""Datelines: "BEIJING, Nov. 15 (Xinhua) -- ", "DORRIK, 5 October 2021 — ", "BEIJING: ", "The Hague, 11 April 2005. "."""

import re
from typing import NamedTuple

from tieline.model.span import Span
from tieline.text import lexicon
from tieline.text.dates import WrittenDate, written_dates
from tieline.text.towns import towns

WINDOW = 160
LEAST = 60  # characters of prose behind a place and a dash
_AGENCY = re.compile(r"[(/\[](?P<name>[^()/\[\]\d,]{2,50})(?:,[^()/\[\]]{0,30})?[)/\]]")
_SLASHED = re.compile(r"\s?/\s?(?P<name>[\w][^()/\[\],]{2,50}?)\s?/\.?")
_BARE = re.compile(r",\s(?P<name>[A-Z]\w{1,14})(?=\s{1,3}(?:-{1,3}|\u2014|\u2013)\s|\.\s+[\"“]?[^\W\d_])")
_BETWEEN = re.compile(r"\s?[-\u2013\u2014]\s?/(?P<name>[A-Z][^/\[\]\d]{2,50})/(?=\s?[-\u2013\u2014]\s)")
_CITY = re.compile(r"(?P<place>[A-Z][a-zà-ÿ]+(?:[ -][A-Z]?[a-zà-ÿ]+){0,2}) (?:\u2014|--) (?=[\"“]?[A-Z])")
_DASH = re.compile(r"\s*(?:-{2,3}|\u2014|\u2013|-(?=\s)|_(?=\s))\s*")
_COLON = re.compile(r"\s*:\s+")
_CREDIT = re.compile(r"(?:\([^()\n]{4,40}\)|(?:From|By) (?:[Oo]ur|[Aa]|[Tt]he)(?: [A-Z]?[a-z]+){1,3}[,.:]?)\s+(?=[A-Z]{3})")
_TOWN = re.compile(r"(?P<place>[A-Z][^\W\d_.]*(?:[ -][^\W\d_.]+){0,3}):\s+(?=[\"“‘]?[A-Z])")
_PLACED = re.compile(r",\s(?P<place>[A-Z][^\W\d_]*(?:[\s-][A-Z][^\W\d_]*){0,3})(?::|\s-{1,3}|\s?[\u2014\u2013])\s+(?=[\"“]?[^\W\d_])")
_STAMPED = re.compile(
    r"[(\[](?P<name>[A-Z][^()\[\],\d]{1,40}),\s(?P<day>[^()\[\]]{6,30})[)\]]\s*(?:-{1,3}|\u2014|\u2013|:)?\s+(?=[\"“]?[^\W\d_])"
)
_HOUSE_FIRST = re.compile(
    r"(?P<place>[A-Z][^()\[\],\d\n]{1,40}?),?\s[(\[](?P<name>[A-Z][^()\[\],\d]{1,40})[)\]]\s*(?:-{1,3}|\u2014|\u2013|,|:)?\s*(?=[\w(])"
)
_CLOSE = re.compile(r"(?:\.|\s*(?:-{1,3}|\u2014|\u2013|:))\s+(?=[\"“'‘]?[^\W\d_])")
_STOP = re.compile(r"\.\s+(?=[\"“'‘]?[^\W\d_])")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r",?\s*(?P<day>mon|tues|wednes|thurs|fri|satur|sun)day\s*$", re.IGNORECASE)


def weekday_named(words: str) -> int | None:
    """The weekday with which the words of a dateline end, Monday being 0; None where they name none."""
    found = _WEEKDAY.search(words.rstrip(" \t\n:.-\u2014\u2013"))
    return _WEEKDAYS.index(found["day"][:3].lower()) if found else None


class Dateline(NamedTuple):
    """What a dateline says; `span` ends where the prose begins."""

    span: Span
    place: Span | None
    agency: Span | None
    date: WrittenDate | None


def read_dateline(text: str, start: int, end: int, *, bare: bool = False) -> Dateline | None:
    """The dateline with which a paragraph opens, or None. With `bare` a place and a colon are enough, as after a date prefix."""
    if stamped := _stamped(text, start, end) or _house_first(text, start, end):
        return stamped
    if led := _day_first(text, start, end) or _city_alone(text, start, end) or _town_and_colon(text, start, end):
        return led
    credit = _CREDIT.match(text, start, end)  # "(From Our Own Reporter) WELLINGTON, January 6."
    start = credit.end() if credit else start
    window = text[start : min(end, start + WINDOW)]
    dates = (_moved(one, start) for one in written_dates(text, start, start + len(window)))
    date = next((one for one in dates if _before_prose(window, one.span.start)), None)
    agency = _agency(window, date)
    stop = agency.end() if agency else date.span.end if date else 0
    dash = _DASH.search(window, stop, stop + 8) if stop else _DASH.search(window, 0, 60)
    colon = None if dash else _COLON.search(window, 0, 60)
    mark = dash if dash and (not stop or dash.start() <= stop + 2) else colon if bare or (colon and stop) else None
    mark = mark or _full_stop(window, date)
    if mark is None and not (agency and date and agency.end() < len(window)):
        return None
    place = _place(
        window, min(x for x in (date.span.start if date else 999, agency.start() if agency else 999, mark.start() if mark else 999))
    )
    if not _sound(window, place, agency, date, mark):
        return None
    close = mark.end() if mark else agency.end() + 1 if agency else stop
    return Dateline(
        Span(start, min(start + close, end)),
        Span(start + place.start, start + place.end) if place else None,
        Span(start + agency.start("name"), start + agency.end("name")) if agency else None,
        date._replace(span=Span(date.span.start + start, date.span.end + start)) if date else None,
    )


def _moved(date: WrittenDate, start: int) -> WrittenDate:
    """A date of the text as one of the window that begins at a place; the whole text shows in which order it writes figures."""
    return date._replace(span=Span(date.span.start - start, date.span.end - start))


def _stamped(text: str, start: int, end: int) -> Dateline | None:
    """A house and its day in brackets before the prose: "(Ellis Daily News, 6 March 2019) -- "."""
    found = _STAMPED.match(text, start, min(end, start + WINDOW))
    date = next(written_dates(text, found.start("day"), found.end("day")), None) if found else None
    if found is None or date is None or date.span != (found.start("day"), found.end("day")):
        return None
    return Dateline(Span(start, found.end()), None, Span(*found.span("name")), date)


def _house_first(text: str, start: int, end: int) -> Dateline | None:
    """A place and its house before the day: "PORT ELLIS (Gulf Wire) -- 6 March 2019. "."""
    found = _HOUSE_FIRST.match(text, start, min(end, start + WINDOW))
    date = next(written_dates(text, found.end(), min(end, found.end() + 40)), None) if found else None
    if found is None or date is None or date.span.start != found.end() or not date.edtf or not date.day:
        return None
    close = _CLOSE.match(text, date.span.end, end)
    if close is None or not _before_prose(found["place"], len(found["place"])):
        return None
    return Dateline(Span(start, close.end()), Span(*found.span("place")), Span(*found.span("name")), date)


def _day_first(text: str, start: int, end: int) -> Dateline | None:
    """A day with its place behind it: "5 Nov 2013, Port Ellis: "."""
    date = next(written_dates(text, start, min(end, start + 40)), None)
    if date is None or date.span.start != start or not date.edtf or not date.day:
        return None
    place = _PLACED.match(text, date.span.end, min(end, date.span.end + 60))
    return Dateline(Span(start, place.end()), Span(*place.span("place")), None, date) if place else None


def _city_alone(text: str, start: int, end: int) -> Dateline | None:
    """A place and a dash before prose: "Port Ellis — Five new envoys"."""
    found = _CITY.match(text, start, min(end, start + 40))
    if found is None or end - found.end() < LEAST or lexicon.opening("corrections", "head_labels", "foot_labels", "links").match(found[0]):
        return None
    first, *rest = found["place"].split()
    if first.lower() in lexicon.words("starters") or (rest and not rest[-1][0].isupper()):
        return None
    return Dateline(Span(start, found.end()), Span(*found.span("place")), None, None)


def _town_and_colon(text: str, start: int, end: int) -> Dateline | None:
    """A town of the tables and a colon before prose: "Islamabad: Pakistan said on Tuesday"; other labels are no places."""
    found = _TOWN.match(text, start, min(end, start + 40))
    if found is None or end - found.end() < LEAST or text[end - 1] not in '.!?"”’':
        return None  # a headline: "Moscow: Envoys must go"
    if found["place"].lower() not in towns() | lexicon.words("world_seats"):
        return None
    return Dateline(Span(start, found.end()), Span(*found.span("place")), None, None)


def _full_stop(window: str, date: WrittenDate | None) -> re.Match[str] | None:
    """The full stop that ends a dateline of place, comma and day ("The Hague, 11 April 2005. Turkey and ...")."""
    if date is None or date.day is None:
        return None
    if date.span.start <= 2 and date.edtf:
        return _STOP.match(window, date.span.end)
    place = _WEEKDAY.sub("", window[: date.span.start].rstrip(" ,")).rstrip()
    if not window[: date.span.start].rstrip().endswith(",") or len(place.split()) > 4 or not place[:1].isupper():
        return None
    return _STOP.match(window, date.span.end) or (_STOP.match(window, date.span.end - 1) if date.text.endswith(".") else None)


def _before_prose(window: str, position: int) -> bool:
    """Whether only names, commas and brackets stand before a place: no word in small letters but a short link word."""
    small = re.findall(r"(?<![\w'’])[^\W\d_A-ZÀ-Þ][^\W\d_]*", window[:position])
    return position < 80 and all(
        word in ("de", "la", "el", "del", "of", "and", "the", "do", "da", "al", "le", "los", "las") for word in small
    )


def _agency(window: str, date: WrittenDate | None) -> re.Match[str] | None:
    bare = (
        (_BETWEEN.match(window, date.span.end) or _SLASHED.match(window, date.span.end) or _BARE.match(window, date.span.end))
        if date
        else None
    )
    if bare:
        return bare
    for match in _AGENCY.finditer(window, date.span.end if date else 0):
        near = match.start() <= date.span.end + 3 if date else _before_prose(window, match.start())
        return match if near and window[match.start("name")].isupper() else None
    return None


def _place(window: str, stop: int) -> Span | None:
    words = _WEEKDAY.sub("", window[:stop]).rstrip(" ,.\xa0\n\t(*_")
    begin = len(words) - len(words.lstrip(" *_"))
    return Span(begin, len(words)) if len(words) - begin > 1 else None


def _sound(window: str, place: Span | None, agency: re.Match[str] | None, date: WrittenDate | None, mark: re.Match[str] | None) -> bool:
    """Whether the parts make a dateline: a place in capitals, or a place with a date or an agency; or an agency and a dash."""
    if place is None:
        alone = (
            date and date.day and date.edtf and date.span.start <= 2 and mark and mark.start() <= date.span.end + 2 and ":" not in mark[0]
        )
        return bool(mark and (agency or alone))
    words = window[place.start : place.end]
    if words.rsplit(" ", 1)[-1] in ("of", "and", "the"):
        return False  # "Meeting of 12 April 2018"
    if not words[0].isupper() or len(words.split()) > 7 or not _before_prose(window, place.end):
        return False
    if lexicon.opening("corrections", "head_labels", "foot_labels", "links").match(words):
        return False
    first = words.split(",")[0]
    capital = first.upper() == first and len(first) > 2
    return capital or bool(mark and (date or agency)) or bool(date and agency)
