"""Whether a sentence looks back or ahead at a time, from cheap cues near it."""

import re

from tieline.late import regex

WILL = (
    r"will|shall|won['’]t|(?:we|you|he|she|they|i|it)['’]ll|if \w{3,20}ed"
    r"|(?:is|are) set"
    r"|(?:is|are|be|were|was) (?:to|due|scheduled|set (?:to|for)|expected|planned|slated|going to|likely|unlikely|supposed|poised|about to)"
)
DUE = (
    r"due|payable|effective|scheduled|"
    r"slated|expected|expects|arranged for|foreseen for|starts|begins|opens|falls|expires|plans to|"
    r"planned for|hopes to|starting|beginning|commencing|(?:should|could|would|may|might|must|can) (?:not )?be \w{3,20}|"
    r"to be (?:held|signed|hosted|opened)|"
    r"(?:takes?|goes|go|comes|come|enters?) (?:effect|place|into (?:effect|force|operation|service)|on (?:sale|trial|display))"
    r"|ends|(?<!\d\s)marks|celebrates|expires?|matures?|reconvenes"
    r"|\w{3,20}(?<!s)s (?:begin|open|start|resume|end|reopen|close|return|vote|leave|play|meet|fly|travel|expire|kick off|follow in)"
    r"|to be \w{3,20}(?: on| in| by)?(?=\s{1,3}$)"
    r"|kicks off|faces|(?:travels|heads|flies|returns) to|plays (?:again|at|host)|runs (?:from|until|through)"
    r"|takes? (?:office|over|power)"
)
MAY = (
    r"(?:(?<=agreed )|(?<=decided )|(?<=promised )|(?<=pledged )|(?<=vowed )|(?<=offered )|(?<=asked ))to \w{3,20}"
    r"|plans? (?:an?|its|his|her|their|new|more)"
    r"|would|wants? to|(?-i:may)|might|could|should|must|can|expect|plan(?:s|ned|ning)? to|planned|hopes?|aims?|intends?|upcoming"
    r"|forthcoming|tentatively"
    r"|predicts?|predicted|forecasts? (?!(?:in|on|by|from|of|for|at|was|were|had|is|made|given|issued|released|published|last)\b)\w{3,20}"
    r"|deadline|soon|(?:by|until|before|till|(?:no|not) later than)(?=(?: the)?(?: end of| late| early)?\s{1,3}$)"
)
INFINITIVE = (
    r"to (?:be|begin|start|open|close|take|hold|meet|visit|sign|conclude|end|arrive|host|attend|launch|return|discuss|join|travel"
    r"|make|go|vote|decide)"
)
# nouns and present tenses in -ed that look back at nothing: "its ban on fish feed", "they need"
NO_PAST = (
    r"(?<!feed)(?<!seed)(?<!peed)(?<!need)(?<!weed)(?<!breed)(?<!deed)(?<!ceed)(?<!\bcreed)(?<!\bgreed)(?<!\breed)"
    r"(?<!hundred)(?<!hatred)(?<!sacred)(?<!\bunited)"
)
PAST = (
    rf"said|told|was|were|had|has|have|did|been|(?<!\bbe )\w{{2,20}}ed{NO_PAST}"
    r"|met|held|began|took|came|went|made|gave|led|won|lost|left|sent|set|put"
    r"|rose|fell|hit|grew|forecasts?(?= (?:in|on|at|last|earlier)\b)"
    r"|saw|broke|spoke|wrote|ran|shot|found|became|brought|bought|sold|paid|kept|got|flew|drew|struck|stood|chose|since|ago"
    r"|last(?! (?:through|until|till|for|from|into|at|up)\b)"
    r"|earlier|yesterday"
)
STRONG = regex(rf"\b(?:{WILL}|{DUE})\b", re.IGNORECASE)
AHEAD = regex(rf"\b(?:{WILL}|{DUE}|{MAY}|{INFINITIVE})\b", re.IGNORECASE)
BACK = regex(rf"\b(?:{PAST})\b", re.IGNORECASE)
FORETELL = regex(r"\b(?:will|shall|won['’]t|(?:is|are) (?:to|due|scheduled|set|expected|planned|slated)|(?-i:may))\b", re.IGNORECASE)
# What takes effect in the present tense does so after the day of the paper: "signed in July 1995, enters into force on 1 March".
EFFECT = regex(
    r"\b(?<!to )(?:(?:enters?|comes?|goes?) into (?:force|effect|operation|service)|takes? effect|expires|lapses|runs out)\b[^.;]{0,12}$"
    r"|\band (?:leaves|departs)\b[^.;]{0,12}$"
    r"|\b(?:falls due|comes back|comes up for (?:renewal|review))\s(?:in|on|at|next)\s(?:the end of\s)?$",
    re.IGNORECASE,
)
DUE_NEXT = regex(r"\s(?:delivery|settlement|futures|contracts?|deadline)\b")  # "wheat for May delivery", "a Monday deadline"
# "the December pact", "the July attack" have been; "the April package must be" is to come.
THE = regex(r"\b(?:the|its|their|his|her)\s{1,3}$", re.IGNORECASE)
HAS_BEEN = regex(
    r"\s(?:[a-z]{3,12}\s)?(?:agreements?|accords?|pacts?|treat(?:y|ies)|attacks?|bombings?|coup|crash|earthquake|massacre|ruling|verdict|revolt)\b"
)
WILL_BE = regex(r"\s(?:[a-z]{3,16}\s){1,2}(?:will|must|should|could|may|is to|are to|would)\b")
NEXT = regex(  # "braces for Monday", "ahead of elections in July"
    r"\b(?:ahead of|run-up to|await\w{0,3}|wait(?:ing|s)? for|brac(?:ing|ed|es) for|prepar(?:ing|es?) for|gear(?:ing|s) up for)\s{1,3}"
    r"(?:the\s{1,3}|(?:[\w'’-]{1,20}\s){1,5}(?:in|on)\s{1,3})?$"
    r"|\b(?:promis|pledg|propos)ing\s{1,3}(?:[\w'’-]{1,20}\s){1,6}(?:in|on|for)\s{1,3}$"
    r"|\b(?:has|have) invited\b[^.;,]{1,60}\bto\b[^.;,]{1,50}\b(?:in|on)\s{1,3}$"
    r"|\b(?<!had )(?<!was )(?<!were )(?:invited|invites|inviting)\b[^.;,]{1,60}\b(?:to|for)\b[^.;,]{1,50}"
    r"\bin\s(?:the\s|early\s|late\s|mid-?)?$",
    re.IGNORECASE,
)
# A present tense that nothing in its clause makes past: "the team arrives Sunday", "services are Saturday".
PRESENT = regex(
    r"\b(?:is|are|goes|leaves|arrives|departs|takes|plays|meets|heads|travels|visits|hosts|gets|returns|resumes|airs|premieres|moves|turns"
    r"|speaks|addresses|appears|testifies|joins|reports|releases|reopens|holds|launches|announces"
    r"|comes|flies|votes|hopes|lands|lifts off|(?<!to )(?:meet|gather|convene|arrive|depart|begin|resume|elect|choose|go|come))\b",
    re.IGNORECASE,
)
# A present tense of several people right before the time: "Markets, shut since Monday, reopen Thursday".
PLAIN = regex(
    r"\b(?<!to )(?<!not )(?<!did )(?:reopen|resume|meet|gather|convene|arrive|depart|begin)(?: again)?(?: on| at| from)?\s{1,3}$",
    re.IGNORECASE,
)
MADE = regex(r"\b(?:saw|let|made|helped|watched|heard|had)\b[^,;.]{1,40}$", re.IGNORECASE)  # "saw them arrive on Monday"
# What is put on a day to come: "called elections for May 3", "set the talks for Monday".
APPOINTED = regex(
    r"\b(?<!had )(?<!originally )(?:sets?|fix(?:ed|es)?|call(?:ed|s)?|book(?:ed|s)?|conven(?:ed|es)|order(?:ed|s)?"
    r"|schedul(?:ed|es)|reschedul(?:ed|es)|postpon(?:ed|es)|announc(?:ed|es)|propos(?:ed|es)|plan(?:ned|s)?|earmarked|tickets?|invited?"
    r"|moved (?:up|back|forward))\b(?:\s(?!and\b|but\b|for\b)[\w'’-]{1,20}){0,6}\sfor(?:\s(?:the|early|late|mid|next))?[\s-]{1,3}$",
    re.IGNORECASE,
)
# What was ordered goes on: "declared three days of mourning, through Thursday", "closed the port through May".
STAYS = regex(
    r"\b(?<!had )(?:declared|imposed|extended|ordered|cancell?ed|suspended|closed|shut|banned|halted)\b[^.;]{0,60}\bthrough\s{1,3}$",
    re.IGNORECASE,
)
THROUGH = regex(r"\bthrough\s{1,3}$", re.IGNORECASE)  # "rain through Thursday", where no verb looks back
BY = regex(r"\bby(?: the)?(?: end of| late| early)?\s{1,3}$", re.IGNORECASE)
HAD = regex(r"[^.;]{1,60}\b(?:had|was|were|stood|rose|fell)\b")  # "By Friday the rebels had left"
# "They had left before Monday": a deed told as done, and no duty, hope or plan, right before.
BEFORE = regex(r"(?<!days )(?<!day )(?<!weeks )(?<!week )(?<!months )(?<!month )(?<!hours )\bbefore(?: the)?\s{1,3}$", re.IGNORECASE)
DONE = regex(rf"\b(?:{WILL}|{DUE}|{MAY}|{INFINITIVE}|{PAST})\b(?!\s{{1,3}}$)", re.IGNORECASE)
TOLD = frozenset({"said", "told", "has", "have"})
# A deed told as done on a day; and what makes the same words a plan.
HAPPENED = regex(
    r"(?<!be )(?<!to )(?<!been )(?<!being )\b(?:arrived|left|met|signed|began|ended|took place|visited|flew|returned|died|resigned"
    r"|landed|departed|recognised|recognized|severed|restored|(?:was|were) (?:signed|ratified|inaugurated|arrested|killed|held|opened"
    r"|closed|launched|expelled|recalled|approved|established|received|founded))"
    r"(?:\s(?!on\b)[\w'’-]{1,20}){0,4}\s(?:on|of)\s$",
    re.IGNORECASE,
)
INTENDED = regex(r"\b(?:to|for|until|till|due|before|ahead|expires|lapses|enters|comes|takes|runs|ends|falls)\b", re.IGNORECASE)
# "met him on Monday before flying to Lima on Tuesday": what comes behind is done after what was told first.
NEXT_STEP = regex(
    r"\b(?:before|prior to|ahead of|and then|from where (?:he|she|they)|and (?:afterwards?|later)|then)"
    r" (?:\w{2,20}ing|\w{2,20}ed|flew|went|left)\b"
    r"[^,;.]{0,60}$",
    re.IGNORECASE,
)
# "broke off relations in December 2020 and restored them in August": a second deed told behind the first comes after it.
NEXT_DEED = regex(
    r"\b(?:and|but|then)\s(?:(?:was|were|then|only|finally|again|later)\s){0,3}"
    r"(?:(?:re)?opened|resumed|restored|lifted|ended|ratified|completed|revived|restarted|returned|renewed|concluded|inaugurated|withdrew"
    r"|came into (?:force|effect)|took effect|entered into force|went into (?:force|effect|operation|service)|signed)"
    r"(?:\s[\w'’-]{1,20}){0,4}\s(?:in|on|by)\s(?:early\s|late\s|mid-)?$",
    re.IGNORECASE,
)
HAD_BEEN = regex(  # "The envoy had been due in June": a date that is over
    r"(?:\bhad (?:originally |first |initially |once )?been (?:due|scheduled|set|planned|slated|expected|meant|supposed)\b"
    r"|\b(?:was|were) (?:originally |first |initially )?to have \w{3,20})[^,;.]{0,40}$",
    re.IGNORECASE,
)
ONCE_SET = regex(  # "was due in May", "were to meet on 3 May, but he fell ill"
    r"\b(?:(?:was|were|had been) (?:originally |first |initially |once )?(?:to|due|scheduled|set|expected|planned|slated|supposed|meant)"
    r"|(?:had )?planned to)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
# "hopes to see the road opened in May", "wants envoys expelled by June": what somebody wishes done lies ahead.
WISHED = regex(
    r"\b(?:(?:hopes?|wants?|wishes|expects?|intends?|aims?|plans?|seeks?|would (?:like|love|prefer)) to (?:see|have|get)"
    r"|would like|wants)\b"
    r"[^.;,]{0,70}(?:ed|en|wn|lt|ut)(?:\s[\w'’-]{1,20}){0,3}\s(?:in|on|at|by|before|from|next)(?:\s(?:the|early|late))?\s{1,3}$",
    re.IGNORECASE,
)
CLOSED = regex(r"\s*(?:[.,;]|$|(?:and|but|when|if|to)\b)")
FROM_THEN = regex(r"\bwith effect from\s(?:the\s)?$", re.IGNORECASE)  # "cut its duty with effect from 1 June": before or after the news
# "Orsenda's decision in December to drop the suit": what was decided was so before it is told of.
DECIDED = regex(r"\b(?:decision|move|refusal|failure)(?: by (?:the )?[A-Z]\w{2,20})?\s(?:in|on)\s(?:early\s|late\s|mid-)?$")
TO_DO = regex(r"\s(?:not\s)?to\s[a-z]")
NEAR, HEAD, SLACK = 90, 60, 12


def direction(before: str, after: str) -> int:
    """-1 back, 1 ahead, 0 open, from the words of the sentence before and after the time."""
    if DUE_NEXT.match(after) or NEXT.search(before[-NEAR:]):
        return 1
    if THE.search(before[-8:]) and (HAS_BEEN.match(after) or WILL_BE.match(after)):
        return 1 if WILL_BE.match(after) else -1
    near = before[-NEAR:]
    if FROM_THEN.search(near):
        return 0
    if BEFORE.search(near) and (done := _last_word(DONE, near)):
        return -1 if done not in TOLD else 1
    if HAD_BEEN.search(near) or (DECIDED.search(near) and TO_DO.match(after)):
        return -1
    own = near[near.rfind(";") + 1 :]
    if len(own) < len(near) and (said := _leaning(own, after)):
        return said
    return _leaning(near, after)


def _leaning(near: str, after: str) -> int:
    """-1 back, 1 ahead, 0 open, from the last cue before the time, or the first behind it."""
    if (
        (WISHED.search(near) and CLOSED.match(after))
        or APPOINTED.search(near)
        or STAYS.search(near)
        or EFFECT.search(near)
        or (PLAIN.search(near) and not MADE.search(near))
    ):
        return 1
    strong, back, ahead = _last(STRONG, near), _last(BACK, near), _last(AHEAD, near)
    if strong >= 0 and strong >= back - SLACK:
        return 1
    if back >= 0:
        return 1 if ahead > back else -1
    if BY.search(near[-24:]) and HAD.match(after):
        return -1
    clause = near[max(near.rfind(","), near.rfind(";")) + 1 :]
    return 1 if ahead >= 0 or PRESENT.search(clause) or THROUGH.search(near[-12:]) else _from_head(after[:HEAD])


def foretells(before: str) -> bool:
    """Whether the words before a time say will, shall or present-tense "is due": a history says would and was to."""
    return bool(FORETELL.search(before[-NEAR:]))


def takes_effect(before: str) -> bool:
    """Whether the words right before a time say in the present tense that something takes effect."""
    return EFFECT.search(before[-NEAR:]) is not None


def once_set(before: str) -> bool:
    """Whether a time is that of a plan told in the past, which lies near and not a year ahead: "was due in Lima on 3 May"."""
    return ONCE_SET.search(before[-NEAR:]) is not None


def follows(before: str) -> bool:
    """Whether the words before a time tell what somebody did next: "before flying to Lima on", "and then went to Lima on"."""
    return NEXT_STEP.search(before[-NEAR:]) is not None


def next_deed(between: str) -> bool:
    """Whether the words from one date to the next tell what was done after the first: ", and restored them in"."""
    return NEXT_DEED.search(between[-NEAR:]) is not None


def happened(before: str) -> bool:
    """Whether the words before a time end in a finite past verb and "on", with nothing planned, asked or said to be between."""
    found = HAPPENED.search(before[-NEAR:])
    return found is not None and not INTENDED.search(found[0])


def _from_head(head: str) -> int:
    ahead, back = STRONG.search(head), BACK.search(head)
    if ahead and (not back or ahead.start() <= back.start()):
        return 1
    return -1 if back else 0


def _last_word(pattern: "re.Pattern[str]", text: str) -> str:
    """The last cue before a time where it looks back; "said" where it looks ahead, "" where there is none."""
    last = None
    for match in pattern.finditer(text):
        last = match[0].lower()
    return "" if last is None else last if BACK.fullmatch(last) else "said"


def _last(pattern: "re.Pattern[str]", text: str) -> int:
    found = -1
    for match in pattern.finditer(text):
        found = match.start()
    return found
