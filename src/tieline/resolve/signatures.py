"""Agreements that two texts name differently, known as one by their signature: same countries, same day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tieline.model.edtf import lies_within
from tieline.resolve.deals import AgreementTable, Group
from tieline.resolve.report import Told


def by_signature(told: Sequence[Told], deals: AgreementTable) -> tuple[tuple[Told, ...], AgreementTable]:
    """The reports and agreements, with those that lack a name of their own joined to the only one signed then by the same countries."""
    renamed = _renamed(told, deals)
    if not renamed:
        return tuple(told), deals
    moved = tuple(replace(one, agreement=renamed[one.agreement]) if one.agreement in renamed else one for one in told)
    return moved, _joined(deals, renamed)


def _renamed(told: Sequence[Told], deals: AgreementTable) -> dict[str, str]:
    """Each unnamed agreement of one text with the agreement of another text that was signed by the same two countries at that time."""
    signed: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for one in told:
        if one.type == "agreement" and one.stage == "signed" and one.status_class == "done" and one.time and one.agreement and not one.soft:
            signed[_parties(one, deals)].append(one)
    found: dict[str, str] = {}
    for parties, reports in signed.items():
        for one in reports if len(parties) == 2 else ():
            if one.vague and one.agreement and one.agreement not in found and not deals.groups[one.agreement].key.upgrade:
                home = _only(one, reports, deals)
                if home and found.get(home, home) != one.agreement:
                    found[one.agreement] = found.get(home, home)
    return found


def _only(one: Told, reports: Sequence[Told], deals: AgreementTable) -> str | None:
    """The one agreement that other texts have signed at that time, if there is only one and its name does not come later in order."""
    fitting: dict[str, bool] = {}
    for other in reports:
        apart = other.document != one.document and other.agreement and other.agreement != one.agreement
        if apart and other.agreement and one.time and other.time and lies_within(other.time, one.time):
            exact = one.time.grain == other.time.grain == "day"
            fitting[other.agreement] = (not other.vague and not deals.groups[other.agreement].key.upgrade) or exact
    own = {other.agreement for other in reports if other.document == one.document}
    home = next(iter(fitting)) if len(fitting) == 1 and len(own) == 1 else None
    if home is None or not fitting[home]:
        return None
    return home if not deals.vague(home) or home < (one.agreement or "") else None


def _parties(one: Told, deals: AgreementTable) -> tuple[str, ...]:
    parties = deals.groups[one.agreement].parties if one.agreement else ()
    return parties if len(parties) == 2 else one.countries


def _joined(deals: AgreementTable, renamed: Mapping[str, str]) -> AgreementTable:
    """The table with each renamed group put into the one that it belongs to."""
    groups: dict[str, Group] = {key: group for key, group in deals.groups.items() if key not in renamed}
    for old, new in sorted(renamed.items()):
        group, home = deals.groups[old], groups[new]
        groups[new] = replace(home, names=home.names + group.names, evidence=home.evidence + group.evidence)
    spans = {place: renamed.get(one, one) for place, one in deals.spans.items()}
    return AgreementTable(groups, spans, deals.words, deals.wordless)
