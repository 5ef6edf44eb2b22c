"""Questions put another way round: "By whom was the port built?" is "Who built the port?"."""

import re

from tieline.late import regex

# participles with the past form of their verb, where the two differ
_CHANGED = "written=wrote given=gave taken=took drawn=drew spoken=spoke chosen=chose driven=drove begun=began shown=showed known=knew"
_PARTS = dict(pair.split("=") for pair in _CHANGED.split())
_SAME = "made|built|held|led|sold|bought|paid|sent|won|met|told|put|set|brought|found|lent|left|read|run|kept"
_BY_WHOM = regex(
    rf"^\W*by (?:whom|who|which \w+) (?:was|were|is|are|has|have|had|will) (?P<thing>[^?,]{{3,70}}?) (?:be |been )?"
    rf"(?P<verb>\w{{2,}}ed|{_SAME}|{'|'.join(_PARTS)})\b(?P<rest>[^?]*)",
    re.I,
)
_PARTICLES = frozenset(("on", "up", "out", "off", "down", "over", "upon", "to", "for", "with", "into"))
# who, in the texts, somebody of an office is
_NAMED = regex(
    r"(?P<who>^\W*who(?: is|'s| was) (?:the|this|that|an?) [^?]{3,60}?)(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bwere),? (?:who (?:is|was) )?"
    r"(?:named|mentioned|quoted|cited|who appears|who is named|appearing|talked about) in (?:the|these|those|your|one of the|any of the) "
    r"(?:texts?|articles?|corpus|reports?|news|stories|sources|documents)\W*$",
    re.I,
)
_PUBLISHED = regex(
    r"^\W*where did (?P<who>[^?]{2,40}?) (?P<verb>publish|print|write|place|run)\b "
    r"(?P<what>[^?]{0,20}\b(?:article|op-?ed|column|piece|essay)\b[^?]*)",
    re.I,
)


# "Vael's visits to Pelmara - how many?"
_COUNTED = regex(
    r"^\W*(?P<who>\w[\w.-]*(?: [\w.-]+){0,2})'s? (?P<what>(?:\w+ ){0,2}?\w+s)\b"
    r"(?P<rest>(?: (?:to|in|with|of|by|on)\b[^?,:]{1,40})?)\s*[-,:]*"
    r"\s*how (?:many|often)"
    r"(?: (?:times|are there|were there|in all|in total|altogether))?\W*$",
    re.I,
)
# "how long ago were ties established when Vael spoke"
_AGO = regex(
    r"^\W*(?:how long ago|how many years ago|how many years back) (?:was|were|had|did) (?P<a>[^?]{4,60}?)"
    r",? (?:when|at the time when) (?P<b>[^?]{4,60})\W*$",
    re.I,
)


# "list the presidents who met in 2008"
_LISTED = regex(
    r"^\W*(?:list|name|give me|tell me|show me) (?:all )?(?:of )?(?:the )?"
    r"(?P<who>(?:\w+ )?(?:presidents|leaders|ministers|politicians|officials"
    r"|heads of state|ambassadors|countries|companies|people|speakers))(?: of [^?]{3,40}?)?"
    r" (?:who|that|which) (?P<rest>(?!(?:is|are|was|were) )[^?]{4,})",
    re.I,
)
# "which Pelmaran president was in office in 2008"
_OFFICE = r"(?:president|premier|minister|leader|chancellor|king|queen|governor|mayor|ambassador)"
_HELD = regex(
    rf"^\W*(?:which|what) (?P<office>(?:[\w'’-]+ ){{0,2}}{_OFFICE}) (?:was|is|held|stayed) (?:then |currently |still )?"
    r"(?:in (?:office|power)|the office|at the helm)\b(?P<rest>[^?]*)",
    re.I,
)
_IN_LAND = regex(
    r"^ (?:in|over)(?= (?!the\b)[^\W\d])(?! (?:early|late|mid|(?:jan|febr)uary|march|april|may|june|july|august|\w+ber)\b)", re.I
)
# "how many summits were held in Pelmara"
_HELD_IN = regex(
    r"^\W*(?P<many>how many [^?]{2,50}?(?:meetings|summits|forums|conferences)) (?:were|are|have been|has been|was) (?:held|staged|hosted)"
    r" (?:in|by) (?P<land>(?!which\b|what\b|the\b|\d)[^\W\d][\w'’-]*)\W*$",
    re.I,
)
# "quote Gamarra": his words, and not "quote the sentence on the port"
_WRITTEN = r"(?:sentences?|passages?|lines?|evidence|texts?|sources?|words?|exact\w*|articles?|paragraphs?)"
_QUOTED = regex(
    rf"^\W*(?:please )?quote (?:me )?(?P<who>(?!.*\b{_WRITTEN}\b)[\w.'’-]+(?: [\w.'’-]+){{0,3}}?)(?P<rest> (?:on|about) [^?]+)?\W*$", re.I
)
# "the date of his remarks": when he made them
_UTTERS = r"(?:remarks?|statements?|comments?|speech|announcement|pledge|interview)"
_UTTERED = regex(
    rf"^\W*(?:what (?:was|is) )?(?:the )?date of (?P<what>(?:[^?,]{{2,40}}['’]s |the )?(?:[\w-]+ )?{_UTTERS})\b(?P<rest>[^?]*)", re.I
)
# "what was Vael doing in Torv on 3 May"
_DOING = regex(r"^\W*what (?:was|were) (?P<who>[^?]{2,50}?) doing (?P<rest>(?:in|at|on|during) [^?]*)", re.I)
# "list the events of 2024 in order"
_IN_ORDER = regex(
    r"^(?P<list>\W*(?:list|show|give|name|tell) (?:me |us )?(?:all )?(?:the )?(?:main |key )?events\b[^?]*?)"
    r" in (?:the )?(?:right |correct )?(?:chronological |time |date )?(?:order|sequence)\W*$",
    re.I,
)
# "the San Francisco and the Beijing meetings"
_TWO_OF = regex(
    r"\bbetween the (?P<one>[A-Z][\w-]*(?: [A-Z][\w-]*)?|\d{4}) and (?:the )?(?P<other>[A-Z][\w-]*(?: [A-Z][\w-]*)?|\d{4}) "
    r"(?P<noun>meeting|visit|summit|trip|agreement|talk|election|accord)s\b"
)
# "did trade exceed 5 billion dollars": a mark that a number went past
_PASSED = regex(
    r"(?P<head>^\W*(?:did|do|does|has|have|had|is|are|was|were|will|would|when did|in (?:which|what) year did)\b[^?]*?)"
    r"\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped)?|outstrip(?:s|ped)?|(?:go|went|gone|climb|climbed|rise|rose|risen)"
    r" (?:above|beyond|over|past))(?= (?:the )?(?:(?:mark of|level of) )?(?:US)?[$€£¥]? ?\d)",
    re.I,
)


def _apart(found: "re.Match[str]") -> str:
    noun = found["noun"] + ("s" if found["noun"] == "talk" else "")
    return f"between the {found['one']} {noun} and the {found['other']} {noun}"


def turned(text: str) -> str:
    """A question the plain way round; itself where it is so already."""
    text = _TWO_OF.sub(_apart, text)
    text = _PASSED.sub(r"\g<head>reach more than", text)
    by = _BY_WHOM.match(text)
    if by:
        verb, rest = _PARTS.get(by["verb"].lower(), by["verb"]), by["rest"].split()
        particle = f" {rest.pop(0)}" if rest and rest[0].lower() in _PARTICLES else ""
        return f"Who {verb}{particle} {by['thing']} {' '.join(rest)}".strip() + "?"
    named = _NAMED.match(text)
    if named:
        return f"{named['who']}?"
    counted = _COUNTED.match(text)
    if counted:
        return f"How many {counted['what']}{counted['rest'].rstrip()} by {counted['who']}?"
    ago = _AGO.match(text)
    if ago:
        return f"How many years lie between {ago['a']} and {ago['b'].rstrip(' ?')}?"
    listed = _LISTED.match(text)
    if listed:
        return f"Which {listed['who']} {listed['rest'].rstrip(' ?.')}?"
    held = _HELD.match(text)
    if held:
        return f"Who was the {held['office']}{_IN_LAND.sub(' of', held['rest']).rstrip()}?"
    there = _HELD_IN.match(text)
    if there:
        return f"{there['many']} did {there['land']} host?"
    uttered = _UTTERED.match(text)
    if uttered:
        return f"When was {uttered['what']}{uttered['rest'].rstrip()}?"
    doing = _DOING.match(text)
    if doing:
        return f"What did {doing['who']} do {doing['rest'].rstrip()}?"
    in_order = _IN_ORDER.match(text)
    if in_order:
        return in_order["list"]
    his = _QUOTED.match(text)
    if his:
        return f"What did {his['who']} say{his['rest'] or ''}?"
    printed = _PUBLISHED.match(text)
    return f"In which newspaper did {printed['who']} publish {printed['what']}?" if printed else text
