"""Texts that try to run something are shown and run nothing, wherever in a knowledge base they stand."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from browsing import Visit
from steps import articles, key, open_item
from typer.testing import CliRunner

import tieline
from tieline.cli.app import app
from tieline.model.actor import Actor, Role
from tieline.model.agreement import Agreement, AgreementStage
from tieline.model.clean import visible
from tieline.model.document import Document
from tieline.model.edtf import time_value
from tieline.model.event import Event, Participant
from tieline.model.facts import Facts
from tieline.model.figure import Figure
from tieline.model.issue import Issue
from tieline.model.span import Citation
from tieline.present.page import page_html

HOSTILE = tomllib.loads(Path(__file__).with_name("hostile.toml").read_text("utf-8"))
TEXTS: dict[str, str] = {**HOSTILE["texts"], "lone_surrogate": "half \ud83d a sign"}
VIEWS = ("timeline", "agreements", "figures", "network", "articles", "questions")
SAFE_TAGS = """() => {
  const bad = [];
  for (const one of document.querySelectorAll('*')) {
    for (const {name, value} of one.attributes) {
      if (name.startsWith('on')) bad.push(`${one.tagName} ${name}`);
      if (['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'srcdoc'].includes(name)
          && !/^(#|data:image\\/|https?:\\/\\/|blob:)/.test(value) && value !== '') bad.push(`${one.tagName} ${name}=${value}`);
    }
    if (/^(iframe|object|embed|form|base|link|video|audio|math|marquee|animate)$/i.test(one.tagName)) bad.push(one.tagName);
    if (one.tagName === 'IMG') bad.push('IMG ' + one.outerHTML.slice(0, 80));
  }
  return bad;
}"""


def article(text: str) -> str:
    """A short article with the text in its headline, its dateline, its sentences and a quotation."""
    return (
        f"{text}\n\nNORBURG, March 9, 2015 ({text}) -- President Ana Sol of Halidor visited Orsenda on March 8, 2015, {text} said. "
        f'Orsenda and Halidor signed the {text} agreement on Sunday. "{text}," Sol said.\n'
    )


def quiet(page: Any) -> None:
    """Nothing has run, loaded or broken out; that nothing was asked for and no dialog shown, `visit` sees to."""
    assert page.evaluate("window.ran === undefined && ({}).ran === undefined && Object.keys(Object.prototype).length === 0")
    assert page.evaluate(SAFE_TAGS) == []


def look_everywhere(page: Any) -> None:
    """Open each view and the first items of each kind."""
    for view in VIEWS:
        page.evaluate("hash => { location.hash = hash }", f"#{view}")
        page.wait_for_selector(f"#view-{view}", state="visible")
        quiet(page)
    for name in page.evaluate("[...new Set([...document.querySelectorAll('[data-key]')].map(one => one.dataset.key))].slice(0, 12)"):
        page.evaluate("hash => { location.hash = hash }", f"#{name}")
        page.wait_for_selector("#panel", state="visible")
        quiet(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    quiet(page)


def write(file: Path, page: str) -> Path:
    file.write_text(page, "utf-8", newline="")
    return file


def test_in_articles_that_are_read(visit: Visit, tmp_path: Path) -> None:
    documents = [
        Document.from_text(
            article(text), id=f"odd-{name}", title=text, publisher=text, published="2015-03-09", url="javascript:window.ran=1"
        )
        for name, text in TEXTS.items()
    ]
    kb = tieline.build(documents)
    assert len(kb.events) >= 12
    with visit(write(tmp_path / "page.html", page_html(kb.facts))) as page:
        look_everywhere(page)
        for document in documents:
            open_item(page, key(f"article:{document.id}"))
            quiet(page)
            shown = articles(page)[[one.id for one in kb.documents].index(document.id)][0]
            assert bare(document.text) == bare(shown)  # as it stands, markup and all
            assert bare(document.title or "") in bare(page.locator("#panel-title").text_content())


@pytest.mark.parametrize("trusted", [True, False], ids=["trusted types", "a browser without trusted types"])
def test_in_every_field_of_every_fact(visit: Visit, tmp_path: Path, trusted: bool) -> None:
    facts = facts_of(TEXTS.values())
    html = page_html(facts, title=" ".join(TEXTS.values()))
    if not trusted:
        html = re.sub('require-trusted-types-for [^;]*;|trusted-types [^;&"]*', "", html, count=2)
    with visit(write(tmp_path / "page.html", html), before="" if trusted else "delete window.trustedTypes") as page:
        look_everywhere(page)
        page.evaluate("location.hash = '#timeline'")
        assert page.locator("[data-testid=event-row]").count() >= 30
        said = bare(page.locator("#event-list").text_content())
        missing = [name for name, text in TEXTS.items() if bare(text) not in said]
        assert not missing
        for text in ("__proto__", "constructor", "<script>", "toString", "$&"):
            page.locator("#search-input").fill(text)
            page.wait_for_timeout(200)
            quiet(page)
            page.locator("#filter-text").fill(text)
            page.wait_for_timeout(200)
            quiet(page)


def test_without_scripts_too(visit: Visit, tmp_path: Path) -> None:
    file = write(tmp_path / "page.html", page_html(facts_of(TEXTS.values())))
    with visit(file, scripts=False) as page:
        said = bare(page.locator("body").text_content())
        assert not [name for name, text in TEXTS.items() if bare(text) not in said]
        assert page.locator("iframe, object, embed, form, base, link, img, video, svg[onload]").count() == 0


def test_an_address_becomes_a_link_only_on_the_web(visit: Visit, tmp_path: Path) -> None:
    documents = [Document.from_text(article(name), id=name, url=url) for name, url in HOSTILE["addresses"].items()]
    with visit(write(tmp_path / "page.html", page_html(tieline.build(documents).facts))) as page:
        for name in HOSTILE["addresses"]:
            page.evaluate("hash => { location.hash = hash }", f"#article-{name.replace('_', '_5f.')}")
            page.wait_for_function("name => document.querySelector('#panel-title')?.textContent.includes(name)", arg=name)
            quiet(page)
        links = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href).filter(one => !one.startsWith('file:'))")
        assert all(link.startswith("https://") for link in links)


def test_in_the_names_of_files(visit: Visit, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, file in HOSTILE["files"].items():
        try:
            (folder / file).write_text(article(name), "utf-8")
        except OSError:  # not every file system takes every name
            continue
    built, out = str(tmp_path / "odd.tieline"), tmp_path / "odd.html"
    assert CliRunner().invoke(app, ["build", str(folder), "-o", built, "--quiet"]).exit_code == 0
    assert CliRunner().invoke(app, ["page", "--kb", built, "-o", str(out)]).exit_code == 0
    with visit(out) as page:
        look_everywhere(page)
        page.evaluate("location.hash = '#articles'")
        assert page.locator("#view-articles [data-key^=article-]").count() >= len(list(folder.iterdir()))


def bare(text: str) -> str:
    """A text without what is never shown (controls, bidirectional marks) and without differences of white space."""
    return "".join(visible(text).split())


def facts_of(texts: Iterable[str]) -> Facts:
    """Facts in which every free field, ids included, holds one of the texts."""
    documents, actors, agreements, events, figures, issues = [], [], [], [], [], []
    for n, text in enumerate(texts):
        when = time_value(f"20{n:02}", derivation=(text,))
        whole = f"{text}\n\n{text} and {text}."
        cite = (Citation(document=text, start=0, end=len(text), quote=text),)
        who = tuple(Participant(actor=text, name=text, role=text) for _ in range(2))
        documents.append(
            Document(id=text, title=text, publisher=text, place=text, url=text, published=when, published_basis="given", text=whole)
        )
        actors.append(
            Actor(id=text, name=text, kind="country", aliases=(text,), country=text, roles=(Role(title=text, of=text),), evidence=cite)
        )
        stage = AgreementStage(stage="signed", time=when, event=text, evidence=cite)
        agreements.append(Agreement(id=text, name=text, kind=text, parties=(text, text), aliases=(text,), stages=(stage,), evidence=cite))
        free = dict.fromkeys(("title", "place", "asserted_by", "level", "content", "topic"), text)
        events.append(
            Event(id=text, type="visit", time=when, participants=who, agreement=text, rules=(text,), reasons=(text,), evidence=cite, **free)
        )
        free = dict.fromkeys(("measure", "unit", "subject", "object", "about", "detail", "text", "asserted_by"), text)
        figures.append(Figure(id=text, value=n, period=when, subjects=(text,), reasons=(text,), evidence=cite, **free))
        issues.append(Issue(kind=text, message=text, evidence=cite))
    return Facts(
        documents=tuple(documents),
        actors=tuple(actors),
        agreements=tuple(agreements),
        events=tuple(events),
        figures=tuple(figures),
        issues=tuple(issues),
    )
