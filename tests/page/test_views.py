"""The other views: agreements as lanes, figures as charts and table, actors, articles and open questions hold what the library holds."""

from itertools import combinations
from pathlib import Path
from typing import Any

from browsing import Visit
from steps import key, keys, open_item, rows, tick

import tieline
from tieline.model.amount import amount
from tieline.present.sources import published_words


def see(page: Any, view: str) -> Any:
    page.locator(f"nav#views a[data-view={view}]").click()
    page.wait_for_selector(f"#view-{view}", state="visible")
    return page.locator(f"#view-{view}")


def test_every_agreement_has_a_lane_with_its_stages(visit: Visit, china_peru: Path) -> None:
    kb = tieline.load()
    with visit(china_peru) as page:
        see(page, "agreements")
        lanes = page.locator("[data-testid=lane]")
        assert sorted(lanes.evaluate_all("all => all.map(one => one.dataset.key)")) == sorted(keys(kb.agreements))
        for one in kb.agreements:
            lane = page.locator(f"[data-testid=lane][data-key={key(one.id)}]")
            assert lane.locator(".stages > li").count() == len(one.stages)
        staged = next(one for one in kb.agreements if one.stages and one.stages[0].event)
        page.locator(f"[data-testid=lane][data-key={key(staged.id)}] .stages a").first.click()
        page.wait_for_selector("#panel", state="visible")
        assert page.evaluate("location.hash.startsWith('#event-')")


def test_a_filter_narrows_the_lanes_too(visit: Visit, china_peru: Path) -> None:
    chosen = next(one for one in tieline.load().agreements if one.name == "China-Peru strategic partnership")
    with visit(china_peru) as page:
        tick(page, "agreement", chosen.name)
        see(page, "agreements")
        assert page.locator("[data-testid=lane]").evaluate_all("all => all.map(one => one.dataset.key)") == [key(chosen.id)]


def test_every_figure_stands_in_the_table_and_opens(visit: Visit, china_peru: Path) -> None:
    kb = tieline.load()
    with visit(china_peru) as page:
        view = see(page, "figures")
        assert page.locator("[data-testid=chart]").count() >= 3
        found = page.locator("#figure-table [data-key^=figure-]").evaluate_all("all => all.map(one => one.dataset.key)")
        assert set(found) == set(keys(kb.figures))
        one = next(figure for figure in kb.figures if figure.value)
        assert amount(one) in view.inner_text()
        page.locator(f"#figure-table [data-key={key(one.id)}]").first.click()
        page.wait_for_selector("#panel", state="visible")
        assert amount(one).lower() in page.locator("#panel-title").inner_text().lower()


def test_actors_open_from_the_table_and_pairs_count_what_they_share(visit: Visit, china_peru: Path) -> None:
    kb = tieline.load()
    shared = {frozenset(pair): 0 for event in kb.events for pair in combinations({one.name for one in event.participants}, 2)}
    for event in kb.events:
        for pair in combinations({one.name for one in event.participants}, 2):
            shared[frozenset(pair)] += 1
    most = max(shared.values())
    with visit(china_peru) as page:
        see(page, "network")
        assert str(most) in page.locator("#pair-table tbody tr, #pair-table li").first.inner_text()
        page.locator("#actor-table [data-key^=actor-]", has_text="Alan Garcia").first.click()
        page.wait_for_selector("#panel", state="visible")
        assert page.locator("#panel-title").inner_text() == "Alan Garcia"
        page.get_by_role("button", name="Show only its events everywhere").click()
        assert "Alan Garcia" in page.locator("#chips").inner_text()
        see(page, "timeline")
        assert rows(page) == keys(kb.timeline(actor="Alan Garcia"))


def test_articles_tell_when_they_appeared_and_questions_lead_to_the_words(visit: Visit, china_peru: Path) -> None:
    kb = tieline.load()
    with visit(china_peru, reduced_motion="reduce") as page:
        said = see(page, "articles").inner_text()
        assert all(published_words(one) in said and one.id in said for one in kb.documents)
        view = see(page, "questions")
        assert all(issue.message in view.inner_text() for issue in kb.issues)
        quotes = view.locator(".quotes a")
        assert quotes.count() >= len(kb.issues)
        for quote in quotes.all():  # the last of one article is followed while another quote of it may be open
            quote.evaluate("link => link.click()")
            assert page.locator("#panel mark.shown").inner_text() == quote.locator("q").text_content()


def test_an_open_question_without_words_is_its_message_alone(visit: Visit, tmp_path: Path) -> None:
    kb = tieline.build([tieline.Document.from_text("The weather was fine.", id="note")])
    assert [len(issue.evidence) for issue in kb.issues] == [0]
    file = tmp_path / "note.html"
    file.write_text(kb.page(), encoding="utf-8")
    with visit(file) as page:
        see(page, "questions")
        assert page.locator("#question-list .card").inner_text().strip() == kb.issues[0].message


def test_the_filter_of_a_country_tells_whose_events_it_takes_in(visit: Visit, china_peru: Path) -> None:
    kb = tieline.load()
    peru = next(one for one in kb.actors if one.name == "Peru")
    own = sum(any(who.actor == peru.id for who in event.participants) for event in kb.events)
    with visit(china_peru, at=f"#{key(peru.id)}") as page:
        assert f"Events ({own})" in page.locator("#panel").inner_text()
        assert f"and {len(kb.timeline(actor='Peru')) - own} of those who act for it" in page.locator("#panel").inner_text()


def test_an_event_that_grew_tells_by_when_what_was_known(visit: Visit, china_peru: Path) -> None:
    with visit(china_peru) as page:
        for event in tieline.load().events:
            if len({citation.document for citation in event.evidence}) < 2:
                continue
            open_item(page, key(event.id))
            steps = page.locator("[data-testid=history] li")
            if steps.count():
                break
        assert steps.count() >= 2
        steps.first.get_by_role("button").click()  # back to the day of the first report
        page.wait_for_function("() => document.querySelector('.asof').classList.contains('earlier')")
        assert page.locator("#panel").is_visible()
        assert page.locator("[data-testid=history] li.current").count() == 1


def test_the_slider_may_be_dragged_for_long(visit: Visit, china_peru: Path) -> None:
    kb = tieline.load()
    with visit(china_peru) as page:  # browsers refuse more than 200 changes of the address in a few seconds
        page.evaluate(
            """() => { const slider = document.querySelector('#asof');
            for (let n = 0; n < 260; n++) { slider.value = n % 4; slider.dispatchEvent(new Event('input', {bubbles: true})); }
            slider.value = slider.max; slider.dispatchEvent(new Event('input', {bubbles: true})); }"""
        )
        assert rows(page) == keys(kb.timeline())
        page.wait_for_timeout(400)
        assert rows(page) == keys(kb.timeline())
