"""Words without the marks of Markdown: stars, underscores and backquotes around words, and links."""

from tieline.late import regex

_MARKS = regex(r"[*_`\[]")
_LINK = regex(r"!?\[([^\[\]]{1,200})\]\([^()\s]{1,500}\)")
_STRONG = regex(r"(?<![\w*_])(\*\*\*|\*\*|___|__)(?=[^\s*_])([^*_]{1,300}?)(?<=[^\s*_])\1(?![\w*_])")
_LIGHT = regex(r"(?<![\w*_`])([*_`])(?=[^\s*_`])([^*_`]{1,300}?)(?<=[^\s*_`])\1(?![\w*_`])")
_LEFT = regex(r"(?<!\*)\*\*(?!\*)")  # of a pair whose other half was cut off


def unmarked(text: str) -> str:
    """A text as it reads on a page: "**Vael** met *Ruhn*" is "Vael met Ruhn"."""
    if not _MARKS.search(text):
        return text
    return _LEFT.sub("", _LIGHT.sub(r"\2", _STRONG.sub(r"\2", _LINK.sub(r"\1", text))))
