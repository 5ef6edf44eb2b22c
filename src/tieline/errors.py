"""The one family of exceptions that Tieline raises on purpose."""


class TielineError(Exception):
    """Wrong use or unreadable input. The message is one line: what was found, where, and what would be right."""


class SourceError(TielineError):
    """A source cannot be read: missing, empty, binary, no text in it, or no permission."""


class KnowledgeBaseError(TielineError):
    """A knowledge base file is missing, damaged, of another version, or cannot be written."""


class RuleError(TielineError):
    """A rule file does not follow the rule language, or one of its examples does not come out."""


class TimeError(TielineError, ValueError):
    """A date given by the user (`as_of`, `published`, `start`, `end`) is no EDTF date and no plain date."""


class QuestionError(TielineError):
    """A question is empty or not text."""


class NotFound(TielineError):
    """No actor, agreement, event, figure or document carries that name or id."""


class MissingExtra(TielineError):
    """An optional library is not installed; the message names the extra that brings it."""
