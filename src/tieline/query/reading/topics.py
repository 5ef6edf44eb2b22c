"""What a question sets before itself as its topic, put where it belongs: "The upgrade talks - when did they end?"."""

import re

from tieline.late import regex

_ASKS = (
    r"(?:when|where|who|whom|whose|what|which|how|why|did|does|do|is|was|were|are|has|have|had|will|would|can|could"
    r"|(?:in|on|at|to|by|from|with|for) (?:which|what|whom)|(?:since|until|by) (?:when|which|what)|(?:by|for) how)"
)
# "The upgrade talks - when did they end?", "Chancay port: is it open?"
_TOPIC = regex(
    rf"(?P<topic>[^?!:;,]{{3,70}}?)(?P<sign>\s*:|\s*;|,| -+| \.\.+|\.\.+)\s*(?:so |and |but )?(?P<rest>{_ASKS}\b[^?!]+)[?!. ]*", re.I
)
# "vael and ruhn 2008 what did they sign"
_UNPARTED = regex(
    r"(?P<topic>[^?!:;,]{3,60}?)(?P<sign>\s)(?P<rest>(?:when|where|who|what|which|how|why) (?:\w+ )?"
    r"(?:did|was|were|is|are|do|does|has|had|will) (?:they|he|she|it|that|this)\b[^?!]*)[?!. ]*",
    re.I,
)
_TELLS = regex(
    rf"^\W*{_ASKS}\b|\b(?:is|are|was|were|did|does|do|has|had|have|will|would|can|could|said|says|told|it|he|she|they|we|you|i|me|my|if|that)\b"
    r"|^\W*(?:in|on|at|by|as|since|until|before|after|between|during|from|for|to|according|within|and|or|but|so|also|then|ok|hi)\b",
    re.I,
)
_ABOUT = regex(
    r"^\W*(?:about|concerning|regarding|on the subject of|as (?:for|to|regards|concerns)|when it comes to"
    r"|with re(?:gard|spect) to|in the case of|re|topic|subject|question about)\b\W*",
    re.I,
)
_POINTS = regex(r"\b(?:it|that|this|they|them|he|she|him)\b(?! (?:the|a|an|\w+s)\b)", re.I)
_ITS = regex(r"\b(?:its|their|his|her)\b", re.I)


def topic_last(text: str) -> str:
    """A question without its topic set before it: "The upgrade talks - when did they end?" as "when did the upgrade talks end?"."""
    found = _TOPIC.fullmatch(text) or _UNPARTED.fullmatch(text)
    topic = _ABOUT.sub("", found["topic"]).strip() if found else ""
    if found is None or not topic or _TELLS.search(topic) or len(topic.split()) > 9:
        return text
    for words, by in ((_ITS, f"{topic}'s"), (_POINTS, topic)):
        put, number = words.subn(lambda _, by=by: by, found["rest"], count=1)
        if number:
            return f"{put}?"
    return f"{found['rest']} of {topic}?" if found["sign"] != "," or _ABOUT.match(text) else text


# "According to Vael, which sectors ...": whose words are asked for, set before the question
_SOURCE = regex(
    r"^\W*(?P<by>according to [^,?]{2,60}|in the (?:view|opinion|words) of [^,?]{2,60}),\s*"
    r"(?P<rest>(?:(?:in|on|to|for|from|of|by|with) )?(?:which|who|whom|where|when|how many|how much|how long"
    r"|what (?!is\b|are\b|was\b|were\b|did\b|does\b|do\b|will\b|would\b|should\b|can\b|has\b|have\b|must\b)\w)[^?]+?)\W*$",
    re.I,
)


# whose words are asked for, said in other ways: "by Vael's account", "in her telling", "per Vael", "as Vael put it"
_ACCOUNT = regex(
    r"\b(?:(?:by|in|on) (?P<whose>(?!(?:his|her|its|their|the|which|what|whose)\b)\w[\w.-]*(?: [A-Z][\w.-]*){0,3})['’]s? (?:own )?"
    r"(?:account|view|opinion|words|telling|eyes|reckoning|estimation|judge?ment)"
    r"|(?-i:per|as per) (?P<per>(?-i:[A-Z])[\w.-]*(?: (?-i:[A-Z])[\w.-]*){0,3})"
    r"|as (?P<put>(?-i:[A-Z])[\w.-]*(?: (?-i:[A-Z])[\w.-]*){0,3}) (?:puts?|saw|sees|told|tells|described|describes) it)(?=\W|$)",
    re.I,
)


def source_named(text: str) -> str:
    """A question with "according to" before the one whose words it asks for."""
    return _ACCOUNT.sub(lambda found: f"according to {found['whose'] or found['per'] or found['put']}", text, count=1)


def source_last(text: str) -> str:
    """A question with whose words it asks for behind it: "which sectors ..., according to Vael?"."""
    found = _SOURCE.match(text)
    return f"{found['rest']}, {found['by']}?" if found else text


# "how long ago (in 2024) were ties established": a time in brackets within a question
_BRACKETED = regex(r"\s*\((?P<time>(?:(?:in|on|by|as of|until|since|during) )[^()?]{2,25})\)(?=\s*\w)", re.I)


def time_last(text: str) -> str:
    """A question with the time that stands in brackets within it at its end."""
    found = _BRACKETED.search(text)
    return f"{text[: found.start()]}{text[found.end() :].rstrip(' ?.')} {found['time']}?" if found else text


_IN_TEXT = regex(
    r",?\s*\b(?:according to|in|by|as per|per|as told in|says) the (?P<year>(?:19|20)\d\d) (?:news )?"
    r"(?:text|article|report|piece|story|document|one)\b,?",
    re.I,
)
_BY_YEAR = {"last": -1, "previous": -1, "this": 0, "next": 1}
_YEAR_OF = regex(r"\b(?P<in>(?:in |of |during |for )?)(?:the )?(?P<which>last|previous|this|next) year\b(?P<own>'s)?", re.I)


def in_its_year(text: str) -> str:
    """A question that counts a year from that of a text with the year itself: "last year according to the 2016 text" is 2015."""
    source = _IN_TEXT.search(text)
    if source is None or not _YEAR_OF.search(text):
        return text
    year = int(source["year"])
    rest = f"{text[: source.start()]} {text[source.end() :]}"
    told = _YEAR_OF.sub(lambda m: f"{'' if m['own'] else m['in'] or 'in '}{year + _BY_YEAR[m['which'].lower()]}{m['own'] or ''}", rest)
    return " ".join(told.split())


_CORRECTS = (
    r"(?:no wait|no|sorry|wait|i mean|or rather|rather|correction|well|i\.?e\.?|that is(?: to say)?|in other words"
    r"|meaning|namely|so|as in|basically)"
)
_RESTART = regex(
    rf"^.*(?:\.\.|\u2026|[,;.-]\s?{_CORRECTS}\b|\b(?:i mean|or rather|no wait)\b)[\s,:.-]{{0,6}}"
    rf"(?:{_CORRECTS}\b)?[\s,:.-]{{0,6}}(?P<rest>{_ASKS}\b.{{6,}})$",
    re.I,
)
_STARTS = regex(rf"^\W*{_ASKS}\b", re.I)
_ITS_STAGE = regex(
    r"\bits (?P<stage>entry into force|coming into force|signing|signature|conclusion|ratification|opening|inauguration|completion"
    r"|start|launch|end)\b",
    re.I,
)
_THING = regex(
    r"\b(?P<thing>(?:(?-i:[A-Z][\w'’-]*) ){0,4}(?:free[- ]trade |trade |fisheries |investment |tax |border |customs |economic )?"
    r"(?:fta|agreement|accord|pact|treaty|deal|convention|port|railway|bridge|canal|pipeline))\b",
    re.I,
)


_HEAD = (
    r"(?:how (?:many|much)|(?:in |on |at |by )?(?:which|what)|who|whom|whose|when|where|how long)"
    r"(?: (?:is|was|are|were|did|does|do|will|has|had))?(?: the| an?)?"
)
_INSTEAD = regex(
    rf"^(?P<head>\W*{_HEAD}) (?P<wrong>[^?]{{2,40}}?)(?:\s?\.\.+|\s?\u2026|,|\s-+)\s*(?:(?:or )?(?:no|sorry|wait|rather|well)[ ,]+)?"
    rf"(?:i mean|sorry|rather|i meant|make that)[ ,:]+(?=\w)(?P<rest>(?!{_ASKS}\b)[^?]{{4,}}[?]?)$",
    re.I,
)


def restarted(text: str) -> str:
    """The question that somebody came to in the end: "How many doctors ... no, how many clinics are there?"."""
    instead = _INSTEAD.match(text)
    if instead:
        return f"{instead['head']} {instead['rest']}"  # "How many doctors ... I mean clinics are there?"
    found = _RESTART.match(text)
    if found is None or not _STARTS.match(text):
        return text
    topic = re.sub(rf"^\W*{_HEAD} ", "", re.split(r"\s?\.\.|\u2026|,|\s-", text, maxsplit=1)[0], flags=re.I)
    if len(topic.split()) > _TOPIC_WORDS or not _POINTS.search(found["rest"]):
        return found["rest"]
    return _POINTS.sub(lambda _: f"the {topic}", found["rest"], count=1)  # "How many deals ... well, what were they worth?"


_TOPIC_WORDS = 4


def with_thing(text: str) -> str:
    """A question with "its signing" as that of the one thing named before it: "from the talks on the pact to its signing"."""
    own = _ITS_STAGE.search(text)
    things = {m["thing"] for m in _THING.finditer(text[: own.start()])} if own else set()
    return _ITS_STAGE.sub(lambda m: f"the {m['stage']} of the {next(iter(things))}", text) if len(things) == 1 else text
