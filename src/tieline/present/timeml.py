"""Time expressions as TimeML 1.2.1: the text with TIMEX3 tags around them."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from tieline.model.shape import Part, ends_of
from tieline.model.time import TimeMention, TimeValue, Timex3

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">
"""
UNKNOWN = "XXXX-XX-XX"
CREATION = "t0"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
Given = Mapping[str, str | None]


def timeml(text: str, mentions: Sequence[TimeMention], *, name: str = "", published: TimeValue | None = None) -> str:
    """A TimeML document; what stands in its TEXT is the text given, character by character (U+FFFD for those that XML forbids).

    A range written with two endpoints is tagged at these. What has no words of its own, a range over two tags or the endpoints of "the
    first half of 2006", stands behind TEXT; `beginPoint`, `endPoint` and `anchorTimeID` name the tags, t0 the day of publication.
    """
    tagged = _tagged(mentions)
    tids = {place: f"t{number}" for number, place in enumerate(tagged, start=1)}
    bare = _Bare(tids, tagged)
    anchors = _Anchors(tids, tagged, published)
    parts, position = [], 0
    for place, mention in tagged.items():
        given = {"tid": tids[place], **_attributes(mention.timex3), **bare.ends(mention.timex3), **anchors.of(place, mention.timex3)}
        parts += [_words(text[position : mention.start]), _tag(given, text[mention.start : mention.end])]
        position = mention.end
    parts.append(_words(text[position:]))
    for mention in mentions:
        ends = [tids.get(_place(one)) for one in mention.parts]
        if ends and all(ends) and mention.timex3.beginPoint:
            bare.add({**_attributes(mention.timex3), "beginPoint": ends[0], "endPoint": ends[-1]})
    rest = "".join(f"{_tag(given)}\n" for given in bare.made)
    return f"{HEAD}<DOCID>{_words(name)}</DOCID>\n<DCT>{_creation(published)}</DCT>\n<TEXT>{''.join(parts)}</TEXT>\n{rest}</TimeML>"


def _tagged(mentions: Sequence[TimeMention]) -> dict[tuple[int, int], TimeMention]:
    """The mentions to tag by place: endpoints instead of their range, and of those in each other the outer one."""
    found, position = {}, 0
    for one in sorted((one for mention in mentions for one in (mention.parts or (mention,))), key=lambda one: (one.start, -one.end)):
        if one.start >= position:
            found[_place(one)] = one
            position = one.end
    return found


def _place(mention: TimeMention) -> tuple[int, int]:
    return mention.start, mention.end


class _Bare:
    """The tags without words: made where an endpoint is not among the tags in the text."""

    def __init__(self, tids: Mapping[tuple[int, int], str], tagged: Mapping[tuple[int, int], TimeMention]):
        self.made: list[Given] = []
        self.next = len(tids) + 1
        self.known: dict[str | None, str] = {}
        for place, one in tagged.items():
            if one.timex3.type in ("DATE", "TIME"):
                self.known.setdefault(one.timex3.value, tids[place])

    def add(self, given: Given) -> str:
        """The id of a new tag."""
        tid = f"t{self.next}"
        self.next += 1
        self.made.append({"tid": tid, **given})
        return tid

    def ends(self, timex3: Timex3) -> Given:
        """The ids of the endpoints of a range."""
        return {"beginPoint": self._point(timex3.beginPoint), "endPoint": self._point(timex3.endPoint)}

    def _point(self, value: str | None) -> str | None:
        if value and value not in self.known:
            self.known[value] = self.add({"type": "TIME" if "T" in value else "DATE", "value": value})
        return self.known[value] if value else None


class _Anchors:
    """What an expression counts from: the day of publication, or the last expression before it with the value."""

    def __init__(self, tids: Mapping[tuple[int, int], str], tagged: Mapping[tuple[int, int], TimeMention], published: TimeValue | None):
        self.day = _bounds(published)
        self.by_value: dict[str | None, list[tuple[int, str]]] = {}
        for place, one in tagged.items():
            self.by_value.setdefault(one.timex3.value, []).append((place[0], tids[place]))

    def of(self, place: tuple[int, int], timex3: Timex3) -> Given:
        """The attributes that tell it."""
        if not timex3.temporalFunction:
            return {}
        if timex3.anchor == self.day:
            return {"temporalFunction": "true", "anchorTimeID": CREATION}
        same = self.by_value.get(timex3.anchor, [])
        before = bisect_left(same, (place[0], ""))
        return {"temporalFunction": "true", "anchorTimeID": same[before - 1][1] if before else None}


def _bounds(published: TimeValue | None) -> str | None:
    if published is None or published.earliest is None or published.latest is None:
        return None
    return str(published.earliest) if published.earliest == published.latest else f"{published.earliest}/{published.latest}"


def _attributes(timex3: Timex3) -> Given:
    return {
        "type": timex3.type,
        "value": timex3.value or UNKNOWN,
        "mod": timex3.mod,
        "quant": timex3.quant,
        "freq": timex3.freq,
    }


def _shared(published: TimeValue | None) -> str | None:
    """What the first and the last day of a time have in common: "2016" of any day from September to December 2016."""
    first, last = ends_of(published) if published else (None, None)
    if not first or not last or first.year != last.year:
        return None
    same = first if first == last else Part(first.year, first.month if first.month == last.month else None)
    return "-".join([f"{same.year:04}", *(f"{part:02}" for part in same[1:] if part)])


def _creation(published: TimeValue | None) -> str:
    day = _shared(published) or ""
    given = {"tid": CREATION, "type": "DATE", "value": day or UNKNOWN, "temporalFunction": "false", "functionInDocument": "CREATION_TIME"}
    return _tag(given, day, empty=False)


def _tag(given: Given, text: str = "", *, empty: bool = True) -> str:
    start = "<TIMEX3 " + " ".join(f"{key}={quoteattr(_legal(value))}" for key, value in given.items() if value is not None)
    return f"{start}>{_words(text)}</TIMEX3>" if text or not empty else f"{start}/>"


def _words(text: str) -> str:
    return escape(_legal(text), {"\r": "&#13;"})


def _legal(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
