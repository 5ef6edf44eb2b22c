"""Stands in for a step whose module is still to come."""


class NoActors:
    """An actor table without actors."""

    actors = ()
    issues = ()

    def who(self, document_id: str, span: object) -> tuple[str, ...]:
        return ()
