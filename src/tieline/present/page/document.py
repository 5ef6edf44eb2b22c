"""The HTML document: policy, styles, the plain reading, data and scripts in one file."""

import re
from collections.abc import Sequence

from tieline.model.facts import Facts
from tieline.model.notebook import esc
from tieline.model.words import in_words
from tieline.present.page import assets
from tieline.present.page.heading import heading, summary
from tieline.present.page.payload import as_json, payload
from tieline.present.page.plain import plain_body
from tieline.present.page.stops import View

FEW = 7  # dated events for which a low timeline has room


def page_html(facts: Facts, views: Sequence[View] = (), *, title: str | None = None, as_of: str | None = None) -> str:
    """One self-contained HTML document. `views` are the stops of its slider; `as_of` names the day by which all of it was known."""
    name = title or heading(facts)
    known = in_words(as_of) if as_of else None
    told = summary(facts) + (f" Only what had been published by {known}." if known else "")
    content = payload(facts, views, title=name, known=known)
    words = {
        "title": esc(name),
        "summary": esc(told),
        "slider": "" if len(content["views"]) > 1 else "hidden",
        "size": "few" if _dated(facts) <= FEW else "",
    }
    body = re.sub(r"\{\{(\w+)\}\}", lambda token: words[token[1]], assets.shell())
    data = as_json(content)
    scripts = "".join(f"<script>{text}</script>" for text in (*assets.libraries(), assets.script()))
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy()}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
        f"<title>{esc(name)}</title><style>{assets.style()}</style>"
        f"<noscript><style>{assets.plain_style()}</style></noscript></head>\n"
        f'<body>{body}\n<noscript><div id="plain">{plain_body(facts)}</div></noscript>\n'
        f'<script type="application/json" id="data">{data}</script>\n{scripts}</body></html>\n'
    )


def _dated(facts: Facts) -> int:
    return sum(1 for event in facts.events if event.time and (event.time.earliest or event.time.latest))


def policy() -> str:
    """What the page may do: run and style itself with exactly its own texts, show its own pictures, and nothing else.

    Trusted types make browsers that know them ask the page's own policy before any text becomes markup, in the libraries too.
    """
    scripts = " ".join(assets.digest(text) for text in (*assets.libraries(), assets.script()))
    styles = " ".join(assets.digest(text) for text in (assets.style(), assets.plain_style()))
    rules = (
        "default-src 'none'", f"script-src {scripts}", f"style-src {styles}", "img-src data:", "base-uri 'none'", "form-action 'none'",
        "require-trusted-types-for 'script'", "trusted-types default",
    )  # fmt: skip
    return "; ".join(rules)
