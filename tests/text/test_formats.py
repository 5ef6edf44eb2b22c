"""Sources as people have them: web pages, PDF, Word, JSON lines, CSV, standard input."""

import io
import json
import sys
from types import SimpleNamespace

import pytest

from tieline.errors import MissingExtra, SourceError
from tieline.model.document import Document
from tieline.text.article import read_article
from tieline.text.formats import told_by_content
from tieline.text.formats.pdf import headline, joined, whole_words
from tieline.text.sources import read_sources

BODY = (
    "Halidor and Pell signed a fishing agreement on Tuesday after three years of talks, the two foreign ministries said.",
    "The agreement opens the coastal waters of both states to small boats, and takes the place of an accord of 1984.",
    "Halidor's president, José Núñez, arrived in Sorvik on Monday for a visit of two days and toured the harbour with his host.",
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Small boats may cross - Coast Daily</title>
<meta property="og:site_name" content="Coast Daily"><meta property="og:title" content="Small boats may cross">
<meta property="article:published_time" content="2015-07-17T10:22:00+00:00"><link rel="canonical" href="https://coast.example/pact"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Small boats may cross</h1>
{"".join(f"<p>{one}</p>" for one in BODY)}<script>alert("no")</script></article><footer>Copyright 2020 Coast Daily</footer></body></html>"""


def one(path, **given):
    found = read_sources(path, **given).documents
    assert len(found) == 1
    return found[0]


def pdf(*pages):
    """A small PDF: a page for each list of lines."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", None, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        content = "BT /F1 11 Tf 14 TL 50 780 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        resources = f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources} >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return data + end.encode()


def test_a_web_page_gives_its_article_title_house_address_and_day(tmp_path):
    pytest.importorskip("trafilatura")
    (tmp_path / "pact.html").write_text(PAGE, encoding="utf-8")
    found = one(tmp_path / "pact.html")
    assert (found.id, found.title, found.publisher, found.url) == (
        "pact",
        "Small boats may cross",
        "Coast Daily",
        "https://coast.example/pact",
    )
    assert (found.published.edtf, found.published_basis) == ("2015-07-17", "given")
    assert all(sentence in found.text for sentence in BODY)
    assert not any(word in found.text for word in ("Sport", "alert", "Copyright", "<p>"))
    assert one(tmp_path / "pact.html", published="2015-07-18").published.edtf == "2015-07-18"


def test_an_old_paper_on_the_web_keeps_its_day(tmp_path):
    pytest.importorskip("trafilatura")
    (tmp_path / "pact.html").write_text(PAGE.replace("2015-07-17T", "1972-06-20T"), encoding="utf-8")
    assert one(tmp_path / "pact.html").published.edtf == "1972-06-20"


def test_a_page_that_does_not_tell_its_day_has_none(tmp_path):
    pytest.importorskip("trafilatura")
    bare = PAGE.replace("2015-07-17T10:22:00+00:00", "")
    (tmp_path / "pact.htm").write_text(bare, encoding="utf-8")
    assert one(tmp_path / "pact.htm").published is None


def test_word(tmp_path):
    docx = pytest.importorskip("docx")
    made = docx.Document()
    made.add_heading("Small boats may cross")
    made.add_paragraph("CALLAS, 17 July 2015 — " + BODY[0])
    table = made.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "2011", "Embassy opened"
    made.add_paragraph(BODY[1])
    made.save(tmp_path / "pact.docx")
    assert (
        one(tmp_path / "pact.docx").text
        == f"Small boats may cross\n\nCALLAS, 17 July 2015 — {BODY[0]}\n\n2011 | Embassy opened\n\n{BODY[1]}"
    )


def test_pdf(tmp_path):
    pytest.importorskip("pypdf")
    (tmp_path / "pact.pdf").write_bytes(
        pdf(
            ["Coast Daily, 17 July 2015", "Halidor and Pell signed a fishing agree-", "ment on Tuesday. The", "1"],
            ["Coast Daily, 17 July 2015", "agreement opens the waters of both.", "2"],
        )
    )
    assert one(tmp_path / "pact.pdf").text == (
        "Coast Daily, 17 July 2015\nHalidor and Pell signed a fishing agreement\non Tuesday. The agreement opens the waters of both."
    )


def test_pages_are_joined_and_words_made_whole():
    assert (
        joined(["Wire  Page 1\nOne two.", "Wire  Page 2\nThree four", "Wire  Page 3\nfive."])
        == "Wire  Page 1\nOne two.\n\nThree four five."
    )
    assert whole_words("an agree-\nment and no agreement on free-\ntrade zones") == "an agreement\nand no agreement on free-trade\nzones"


def test_json_lines(tmp_path):
    rows = [
        {
            "id": "w1",
            "text": BODY[0],
            "published": "2015-07-17T10:00:00Z",
            "publisher": "Wire",
            "title": "Pact",
            "url": "https://e.example/1",
        },
        {"text": BODY[1], "published": "17 July 2015"},
        {"text": BODY[2], "published": "some day"},
        {"title": "No words"},
    ]
    (tmp_path / "wire.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\nnot json\n", encoding="utf-8")
    found = read_sources(tmp_path / "wire.jsonl")
    first, second, third = sorted(found.documents, key=lambda document: BODY.index(document.text))
    assert (first.id, first.publisher, first.title, first.url, first.published.edtf) == (
        "w1",
        "Wire",
        "Pact",
        "https://e.example/1",
        "2015-07-17",
    )
    assert (second.id, second.published.edtf, third.id, third.published) == ("wire.2", "2015-07-17", "wire.3", None)
    assert [issue.message.split(": ", 2)[1] for issue in found.issues] == ["line 5", "line 3", "line 4"]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_csv(tmp_path, sign):
    lines = [sign.join(("text", "published", "title")), sign.join((f'"{BODY[0]}\n{BODY[1]}"', "2015-07-17", "Pact")), sign * 2]
    (tmp_path / "wire.csv").write_text("\ufeff" + "\n".join(lines) + "\n", encoding="utf-8")
    found = read_sources(tmp_path / "wire.csv")
    assert [(d.text, d.title, d.published.edtf) for d in found.documents] == [(f"{BODY[0]}\n{BODY[1]}", "Pact", "2015-07-17")]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", b'[{"body": "%s", "headline": "Pact", "pubDate": "Fri, 17 Jul 2015 08:00:00 GMT"}]'),
        ("b.json", b'{"articles": [{"text": "%s", "title": "Pact", "date": "2015-07-17"}]}'),
        ("c.jsonl", b'{"content": "%s", "Headline": "Pact", "published_at": "2015-07-17T08:00:00Z"}'),
        ("d.csv", b'\xef\xbb\xbfTitle;Text;Published\r\nPact;"%s";17.07.2015\r\n'),
        ("e.tsv", b"title\ttext\tdate\nPact\t%s\t17 July 2015\n"),
    ],
)
def test_columns_go_by_other_names_too(tmp_path, name, data):
    (tmp_path / name).write_bytes(data % BODY[0].encode())
    found = read_sources(tmp_path / name)
    assert [(d.text, d.title, d.published.edtf) for d in found.documents] == [(BODY[0], "Pact", "2015-07-17")]


def test_a_web_page_under_the_name_of_a_text(tmp_path):
    pytest.importorskip("trafilatura")
    body = f"<p>{BODY[0]}</p><p>{BODY[1]}</p>"
    (tmp_path / "page.txt").write_text(f"<!DOCTYPE html><html><body><nav>Home</nav><article>{body}</article></body></html>")
    assert one(tmp_path / "page.txt").text == f"{BODY[0]}\n\n{BODY[1]}"


def test_words_broken_at_line_ends_are_made_whole(tmp_path):
    pytest.importorskip("pypdf")
    (tmp_path / "a.pdf").write_bytes(
        pdf(["The envoys met for diplo-", "matic talks on a long-", "term lease of the Alvara-", "Torvane line."])
    )
    assert one(tmp_path / "a.pdf").text == "The envoys met for diplomatic\ntalks on a long-term\nlease of the Alvara-Torvane\nline."


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.csv", b"file,published\na.txt,2015\n", "no column 'text'"),
        ("a.jsonl", b"one\ntwo\n", "line 1: no JSON object"),
        ("a.json", b'{"articles": "none"}', "no words under 'text'"),
        ("a.rtf", b"{\\rtf1 a pact}", "another program"),
        ("a.pdf", b"%PDF-1.4\nbroken", "not a PDF"),
        ("a.pdf", pdf([]), "no words"),
        ("a.docx", b"PK\x03\x04broken", "not a Word document"),
        ("a.html", b"<html><body></body></html>", "no article"),
        ("a.html", b"\x00\x01\x02" * 99, "binary"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path, name, data, says):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SourceError, match=says) as caught:
        read_sources(tmp_path / name)
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


@pytest.mark.parametrize(
    ("module", "name", "extra"), [("trafilatura", "a.html", "html"), ("pypdf", "a.pdf", "pdf"), ("docx", "a.docx", "docx")]
)
def test_a_reader_that_is_not_installed_is_named(tmp_path, monkeypatch, module, name, extra):
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(b"whatever")
    with pytest.raises(MissingExtra, match=rf"{name}: .*tieline\[{extra}\]"):
        read_sources(tmp_path / name)
    (tmp_path / "good.txt").write_text(BODY[0], encoding="utf-8")
    found = read_sources(tmp_path)
    assert ([document.id for document in found.documents], [issue.kind for issue in found.issues]) == (["good"], ["unreadable"])


@pytest.mark.parametrize(
    ("data", "suffix"),
    [(b"%PDF-1.7", ".pdf"), (b"\xef\xbb\xbf <!DOCTYPE html>", ".html"), (b'{"text": "x"}\n', ".jsonl"), (b"{curly", ".txt")],
)
def test_standard_input_is_told_by_its_first_bytes(data, suffix):
    assert told_by_content(data) == suffix


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(BODY[0].encode())))
    found = one("-", published="2015-07-17")
    assert (found.id, found.text, found.published.edtf) == ("stdin", BODY[0], "2015-07-17")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    with pytest.raises(SourceError, match="Standard input is empty"):
        read_sources("-")


def test_metadata_beside_the_texts_is_no_text_and_its_idle_rows_are_named(tmp_path):
    (tmp_path / "good.txt").write_text(BODY[0], encoding="utf-8")
    (tmp_path / "meta.csv").write_text("file,published\ngood.txt,2015-07-17\nother.txt,2015\n", encoding="utf-8")
    found = read_sources(tmp_path, metadata=tmp_path / "meta.csv")
    assert [(document.id, document.published.edtf) for document in found.documents] == [("good", "2015-07-17")]
    assert [(issue.kind, "'other.txt'" in issue.message) for issue in found.issues] == [("metadata", True)]


@pytest.mark.parametrize(
    ("front", "house", "address"),
    [
        ("publisher: The Corvo Courier\nurl: https://corvo.example/1", "The Corvo Courier", "https://corvo.example/1"),
        ("title: Boats\nsource: 'Coast Daily'\nlink: http://coast.example", "Coast Daily", "http://coast.example"),
        ("source: https://coast.example/2", None, "https://coast.example/2"),
        ("publisher: [a, b]\nurl: see below", None, None),
    ],
)
def test_front_matter_names_the_house_and_the_address(tmp_path, front, house, address):
    (tmp_path / "pact.md").write_text(f"---\n{front}\n---\n\n{BODY[0]}\n", encoding="utf-8")
    found = one(tmp_path / "pact.md")
    assert (found.publisher, found.url) == (house, address)


@pytest.mark.parametrize("text", [BODY[0], f"{BODY[0]}\n---\npublisher: Coast Daily\n---\n", f"---\npublisher: Coast Daily\n\n{BODY[0]}"])
def test_fields_elsewhere_are_no_front_matter(tmp_path, text):
    (tmp_path / "pact.txt").write_text(text, encoding="utf-8")
    assert one(tmp_path / "pact.txt").publisher is None


@pytest.mark.parametrize(
    ("named", "title"),
    [("Small Boats  May Cross", "Small Boats May Cross"), ("Microsoft Word - pact.doc", None), ("boats", None), ("", None)],
)
def test_the_title_that_a_pdf_gives_itself_is_believed_where_its_text_has_it(named, title):
    assert headline(named, "Maritime Quarterly 12\nSmall boats\nmay cross\nCALLAS, 17 July 2015") == title


def test_words_broken_at_line_ends_are_read_whole():
    text = (
        "10 April 2019\n\nAlvara and Torvane signed a free trade agree-\nment on Tuesday, and a long-\nterm lease of a diplo-\nmatic villa."
    )
    words = [token.lower for sentence in read_article(Document.from_text(text, id="a")).sentences for token in sentence.tokens]
    assert {"agreement", "diplomatic", "long", "term"} <= set(words)


def test_letters_set_apart_from_their_word_are_joined():
    assert joined(["The o\ufb03ce of \ufb01shing; the o \ufb03 cials."]) == "The office of fishing; the officials."


def test_metadata_with_semicolons(tmp_path):
    (tmp_path / "a.txt").write_text(BODY[0])
    (tmp_path / "m.csv").write_bytes("\ufefffile;published;title\r\na.txt;2015-07-17;Pact\r\n".encode())
    found = read_sources(tmp_path / "a.txt", metadata=tmp_path / "m.csv").documents
    assert [(one.title, one.published.edtf) for one in found] == [("Pact", "2015-07-17")]
