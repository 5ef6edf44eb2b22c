"""From an event to the words that tell it, in their article."""

from pathlib import Path
from typing import Any

from browsing import Visit
from steps import articles, key, merged, open_item

import tieline
from tieline.kb import KnowledgeBase
from tieline.model.event import Event
from tieline.present.page import page_html

# Characters of two code units, joined signs, doubled spaces, odd line ends and characters that nobody sees.
ODD = (
    "👩\u200d👩\u200d👧 🇵🇪🇨🇳 𝒜 long headline\n\n"
    "NORBURG, March 9, 2015 (Northern Wire) -- 🤝 President Ana Sol of Halidor visited Orsenda on March 8,\u00a02015. "
    "Orsenda and Halidor  signed\n a fisheries\u200b agreement on March 8, 2015 🤝.\r\n\r\nThe en\u00add\u2028of \u202eit\u202c 𝒜.\r\n"
)


def quoted(kb: KnowledgeBase, event: Event) -> dict[int, tuple[str, list[tuple[int, int]]]]:
    """For each article that tells an event: its text, and the stretches that are quoted."""
    stretches: dict[str, list[tuple[int, int]]] = {}
    for citation in event.evidence:
        stretches.setdefault(citation.document, []).append((citation.start, citation.end))
    return {n: (one.text, merged(stretches[one.id])) for n, one in enumerate(kb.documents) if one.id in stretches}


def evidence_holds(page: Any, kb: KnowledgeBase) -> None:
    for event in kb.events:
        open_item(page, key(event.id))
        assert articles(page) == quoted(kb, event), event.id


def test_the_words_highlighted_are_the_words_quoted(visit: Visit, china_peru: Path) -> None:
    with visit(china_peru) as page:
        evidence_holds(page, tieline.load())


def test_places_hold_in_texts_with_odd_characters(visit: Visit, tmp_path: Path) -> None:
    kb = tieline.build([tieline.Document.from_text(ODD, id="odd")])
    assert any("🤝" in citation.quote or citation.start > ODD.index("🤝") for event in kb.events for citation in event.evidence)
    file = tmp_path / "odd.html"
    file.write_text(page_html(kb.facts), "utf-8", newline="")
    with visit(file) as page:
        evidence_holds(page, kb)


def test_an_event_tells_when_why_and_who_reported_it(visit: Visit, china_peru: Path) -> None:
    kb = tieline.load()
    event = max(kb.events, key=lambda one: len({citation.document for citation in one.evidence}))
    sources = {citation.document for citation in event.evidence}
    assert len(sources) > 1
    with visit(china_peru) as page:
        open_item(page, key(event.id))
        assert page.locator("#panel-title").inner_text() == event.title
        derivation = page.locator("[data-testid=derivation]").inner_text()
        assert all(step in derivation for step in (event.time.derivation if event.time else ()))
        assert page.locator("[data-testid=reports] .report-source").count() == len(sources)
        assert page.locator("[data-testid=quote]").count() == len({(c.document, c.start, c.end) for c in event.evidence})


def test_a_quote_leads_to_its_place_in_the_article(visit: Visit, china_peru: Path) -> None:
    with visit(china_peru, reduced_motion="reduce") as page:
        page.locator("[data-testid=event-row]").nth(2).click()
        page.wait_for_selector("#panel", state="visible")
        quote = page.locator("[data-testid=quote]").last
        quote.click()
        mark = page.locator("mark.cited.shown")
        assert quote.inner_text().strip('“”"‘’ ')[:20] in mark.inner_text()
        box = mark.bounding_box()
        assert box
        assert 0 <= box["y"] < 900
