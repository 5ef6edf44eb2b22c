"""Facts as one JSON file: the shapes of the contract, the same bytes on every run."""

import json

from tieline import __version__
from tieline.graph import in_order
from tieline.model.facts import Facts

KINDS = ("documents", "actors", "agreements", "events", "figures", "issues")


def plain_json(facts: Facts) -> str:
    """An object with the version and one list a kind."""
    dumped = facts.model_copy(update={"events": in_order(facts.events)}).model_dump(mode="json", include=set(KINDS))
    return json.dumps({"tieline": __version__, **{kind: dumped[kind] for kind in KINDS}}, ensure_ascii=False, indent=1) + "\n"
