"""Whether something is false: the verdict on what is called so, turned round."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Answering, Draft, clip
from tieline.query.reading.declared import inverted
from tieline.query.view import View

FALSE = regex(
    r"^\W*(?:is|was) (?:it|that) (?:false|untrue|incorrect|wrong|inaccurate|a (?:lie|myth|mistake)|not the case)"
    r" (?:to (?:say|think|claim|state|assume) )?that\s+(?P<claim>[^?]{4,})",
    re.I,
)
_OPENS = regex(r"^(?:Yes|No)\b[^.]{0,20}\.\s*", re.I)


def falsely(view: View, text: str, ask: Answering) -> Draft | None:
    """Yes, where the verdict on a claim is No, and the other way round; None where a question calls nothing false."""
    found = FALSE.match(text)
    if found is None:
        return None
    told = ask(view, inverted(view, f"Is it true that {found['claim'].rstrip()}?"))
    if not isinstance(told.value, bool):
        return told
    rest = _OPENS.sub("", told.text)
    return replace(told, text=clip(f"{'No, it is so' if told.value else 'Yes, it is false'}. {rest}"), value=not told.value)
