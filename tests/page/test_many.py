"""A page of many events stays whole; how fast it is stands in tests/bench."""

from pathlib import Path

import pytest
from browsing import NARROW, Visit
from made_up import made_facts
from steps import keys, rows, tick

from tieline.graph import timeline
from tieline.model.facts import Facts
from tieline.present.page import page_html


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Facts, Path]:
    facts = made_facts(800)
    file = tmp_path_factory.mktemp("pages") / "many.html"
    file.write_text(page_html(facts), "utf-8", newline="")
    return facts, file


def test_all_events_are_there_and_filters_leave_the_right_ones(visit: Visit, many: tuple[Facts, Path]) -> None:
    facts, file = many
    with visit(file) as page:
        assert page.locator("[data-testid=event-row]").count() < 800  # a part at a time
        assert rows(page) == keys(timeline(facts))
        tick(page, "type", "summit")
        assert rows(page) == keys(timeline(facts, type="summit"))


def test_many_events_do_not_move_about(visit: Visit, many: tuple[Facts, Path]) -> None:
    for size in ((1440, 900), NARROW):
        with visit(many[1], size=size) as page:
            page.wait_for_timeout(300)
            assert sum(page.evaluate("window.shifts")) < 0.02


def test_an_empty_knowledge_base_and_one_without_dates_say_so_calmly(visit: Visit, tmp_path: Path) -> None:
    undated = made_facts(30)
    alone = next(event for event in undated.events if event.time is None)
    stages = tuple(stage.model_copy(update={"time": None}) for stage in undated.agreements[0].stages)
    accord = undated.agreements[0].model_copy(update={"stages": stages})
    scanty = undated.model_copy(update={"events": (alone,), "agreements": (accord,), "figures": (), "issues": ()})
    for name, facts in (("empty", Facts()), ("nothing dated", scanty)):
        file = tmp_path / f"{name}.html"
        file.write_text(page_html(facts), "utf-8", newline="")
        with visit(file) as page:
            for view in ("timeline", "agreements", "figures", "network", "articles", "questions"):
                page.evaluate("hash => { location.hash = hash }", f"#{view}")
                page.wait_for_selector(f"#view-{view}", state="visible")
                said = page.locator(f"#view-{view}").inner_text()
                assert said.strip(), (name, view)
                assert not {"undefined", "NaN", "null", "Invalid"} & set(said.split()), said
