"""What could not be read, dated or reconciled."""

from tieline.model.base import Value
from tieline.model.span import Citation


class Issue(Value):
    """A problem as a value.

    `kind`: undated_document, unresolved_time, conflict, unconfirmed_plan, open_reference, unreadable, language, ...
    """

    kind: str
    message: str
    evidence: tuple[Citation, ...] = ()
