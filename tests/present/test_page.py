import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

from tieline.model.facts import Facts
from tieline.model.span import Citation
from tieline.present.markup import marked_text
from tieline.present.page import page_html
from tieline.present.page.plain import plain_body

HOSTILE = "</div><script>alert(1)</script><img src=x onerror=alert(1)> \" ' \u202e \x1b[31m javascript:alert(1) &lt;b&gt;"


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def tags(page: str) -> Tags:
    parser = Tags()
    parser.feed(page)
    return parser


def hostile(facts: Facts) -> Facts:
    document = facts.documents[0].model_copy(update={"text": HOSTILE * 3, "title": HOSTILE, "publisher": HOSTILE})
    citation = Citation(document=document.id, start=0, end=10, quote=HOSTILE[:10])
    odd = {"title": HOSTILE, "place": HOSTILE, "reasons": (HOSTILE,), "evidence": (citation,)}
    events = tuple(one.model_copy(update=odd) for one in facts.events)
    actors = tuple(one.model_copy(update={"name": HOSTILE, "aliases": (HOSTILE,)}) for one in facts.actors)
    figures = tuple(one.model_copy(update={"subject": HOSTILE, "unit": HOSTILE, "evidence": (citation,)}) for one in facts.figures)
    issues = tuple(one.model_copy(update={"message": HOSTILE, "evidence": (citation,)}) for one in facts.issues)
    return facts.model_copy(update={"documents": (document,), "events": events, "actors": actors, "figures": figures, "issues": issues})


def data(page: str) -> dict[str, Any]:
    found = re.search('<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


def test_the_page_asks_nothing_of_the_network(facts: Facts) -> None:
    seen = tags(page_html(facts)).seen
    assert not [tag for tag, _ in seen if tag in ("link", "img", "iframe", "object")]
    assert not [attributes for _, attributes in seen if "src" in attributes]


def test_the_libraries_neither_ask_for_their_maps_nor_talk_to_the_console(facts: Facts) -> None:
    page = page_html(facts)
    assert "sourceMappingURL" not in page
    assert "This build has been deprecated" not in page


def test_the_policy_knows_every_script_and_style_by_its_bytes(facts: Facts) -> None:
    page = page_html(facts)
    policy = re.search('Security-Policy" content="([^"]*)"', page)
    assert policy
    inline = re.findall("<script>(.*?)</script>", page, re.DOTALL) + re.findall("<style>(.*?)</style>", page, re.DOTALL)
    assert len(inline) == 6
    for text in inline:
        assert base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in policy[1]
    assert "unsafe" not in policy[1]


def test_hostile_text_stays_text(facts: Facts) -> None:
    page = page_html(hostile(facts), title=HOSTILE)
    seen = tags(page).seen
    usual = tags(page_html(facts)).seen
    assert len([tag for tag, _ in seen if tag == "script"]) == len([tag for tag, _ in usual if tag == "script"])
    assert not [tag for tag, _ in seen if tag in ("img", "b")]
    assert not [name for _, attributes in seen for name in attributes if name.startswith("on")]
    assert all((attributes.get("href") or "#").startswith("#") for _, attributes in seen)
    assert "\x1b" not in page
    assert data(page)["documents"][0]["text"] == HOSTILE * 3


def test_a_title_is_not_filled_in_again(facts: Facts) -> None:
    assert '<h1 dir="auto">{{summary}}</h1>' in page_html(facts, title="{{summary}}")


def test_every_link_of_the_plain_page_has_its_place(facts: Facts) -> None:
    plain = plain_body(facts)
    seen = tags(plain).seen
    places = {attributes.get("id") for _, attributes in seen}
    assert {attributes["href"] for tag, attributes in seen if tag == "a" and "href" in attributes} <= {f"#{place}" for place in places}


def test_overlapping_quotes_are_marked_once(facts: Facts) -> None:
    document = facts.documents[0].model_copy(update={"text": "abcdef"})
    citations = [Citation(document=document.id, start=a, end=b, quote="abcdef"[a:b]) for a, b in ((1, 4), (2, 5), (2, 5))]
    plain = re.sub(r"<a [^>]*></a>", "", marked_text(document, citations))
    assert plain.replace("</mark><mark>", "") == '<div class="article">a<mark>bcde</mark>f</div>'
