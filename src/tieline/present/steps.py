"""The steps of a derivation, as a prompt and a notebook show them."""

import html

from tieline.model.clean import one_line


class Steps(tuple[str, ...]):
    """Steps in order; one that begins with spaces belongs to the one above it."""

    def __repr__(self) -> str:
        return "\n".join(self._rows()) or "<no steps>"

    def _repr_html_(self) -> str:
        """The steps in a notebook."""
        from tieline.model.notebook import framed

        return framed(f"<pre><bdi>{html.escape(repr(self))}</bdi></pre>")

    def _rows(self) -> list[str]:
        """Each step on its own line, without anything that a terminal obeys."""
        return [" " * (len(row) - len(row.lstrip(" "))) + one_line(row) for step in self for row in step.splitlines() or [""]]
