import re
from html.parser import HTMLParser

from tieline.model.facts import Facts
from tieline.model.span import Citation
from tieline.present.markup import marked_text
from tieline.present.page import page_html

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


def test_the_page_asks_nothing_of_the_network_and_runs_nothing(facts: Facts) -> None:
    page = page_html(facts)
    assert "Content-Security-Policy" in page
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page
    assert not [tag for tag, _ in tags(page).seen if tag in ("script", "link", "img", "iframe", "object")]
    assert "http" not in re.sub(r"http-equiv", "", page)


def test_hostile_text_stays_text(facts: Facts) -> None:
    seen = tags(page_html(hostile(facts), title=HOSTILE)).seen
    assert not [tag for tag, _ in seen if tag in ("script", "img", "b")]
    assert not [name for _, attributes in seen for name in attributes if name.startswith("on")]
    assert all((attributes.get("href") or "#").startswith("#") for _, attributes in seen)
    assert "\x1b" not in page_html(hostile(facts))
    assert "\u202e" not in page_html(hostile(facts))


def test_every_link_has_its_place(facts: Facts) -> None:
    seen = tags(page_html(facts)).seen
    places = {attributes.get("id") for _, attributes in seen}
    assert {attributes["href"] for tag, attributes in seen if tag == "a" and "href" in attributes} <= {f"#{place}" for place in places}


def test_overlapping_quotes_are_marked_once(facts: Facts) -> None:
    document = facts.documents[0].model_copy(update={"text": "abcdef"})
    citations = [Citation(document=document.id, start=a, end=b, quote="abcdef"[a:b]) for a, b in ((1, 4), (2, 5), (2, 5))]
    plain = re.sub(r"<a [^>]*></a>", "", marked_text(document, citations))
    assert plain.replace("</mark><mark>", "") == '<div class="article">a<mark>bcde</mark>f</div>'
