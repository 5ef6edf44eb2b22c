import codecs
import os
import sys

import pytest

from tieline.errors import SourceError
from tieline.model.document import Document
from tieline.text.decode import decode
from tieline.text.sources import read_sources

TEXT = "CALLAS, 5 May 2010 — The minister of Halidor, José Núñez, said “yes” on Monday.\r\nNobody else spoke for £5.\r\n"


def write(path, text=TEXT, encoding="utf-8"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "cp1252"])
def test_encodings(tmp_path, encoding):
    assert read_sources(write(tmp_path / "a.txt", encoding=encoding)).documents[0].text == TEXT


def test_latin_1_and_marks():
    plain = TEXT.replace("—", "-").replace("“", '"').replace("”", '"')
    assert decode(plain.encode("latin-1"), "a") == plain
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "a") == TEXT
    greek = "Ο πρωθυπουργός υπέγραψε τη συμφωνία στην Αθήνα την Τρίτη. " * 20
    assert decode(greek.encode("cp1253"), "a") == greek


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda folder: folder / "none.txt", "no such file"),
        (lambda folder: write(folder / "empty.txt", ""), "empty"),
        (lambda folder: write(folder / "blank.txt", " \n\t\n"), "no words"),
        (lambda folder: folder, "no texts"),
        (lambda folder: str(folder / "*.txt"), "no file matches"),
        (lambda folder: [], "No source"),
    ],
)
def test_sources_that_cannot_be_read(tmp_path, make, says):
    with pytest.raises(SourceError, match=says) as caught:
        read_sources(make(tmp_path))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n1 0 obj", b"\x89PNG\r\n\x1a\n", bytes(range(256)) * 20, b"\xff\xfe\x00\xd8\x41"])
def test_binary_files(tmp_path, data):
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(SourceError, match=r"a\.txt: "):
        read_sources(tmp_path / "a.txt")


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_no_permission(tmp_path):
    write(tmp_path / "a.txt").chmod(0)
    with pytest.raises(SourceError, match="permission"):
        read_sources(tmp_path / "a.txt")


def test_folders_globs_and_ids(tmp_path):
    for name in ("a/x.txt", "b/x.txt", "b/y.md", "b/.hidden.txt", "c/z.txt", "c/z.md", "c/photo.jpg"):
        write(tmp_path / name)
    ids = [one.id for one in read_sources(tmp_path).documents]
    assert ids == ["a/x", "b/x", "y", "z.md", "z.txt"]
    assert [one.id for one in read_sources([tmp_path / "a", tmp_path / "a/x.txt", str(tmp_path / "*/x.txt")]).documents] == ["a/x", "b/x"]
    assert [one.id for one in read_sources(str(tmp_path / "**/y.*")).documents] == ["y"]


def test_one_bad_file_of_a_folder_is_an_issue(tmp_path):
    write(tmp_path / "good.txt")
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02" * 50)
    found = read_sources(tmp_path)
    assert [one.id for one in found.documents] == ["good"]
    assert [one.kind for one in found.issues] == ["unreadable"]
    assert "bad.txt" in found.issues[0].message


def test_documents_of_ones_own():
    one, other = Document.from_text("One text.", id="a"), Document.from_text("Another text.", id="a")
    assert read_sources([one, one]).documents == (one,)
    with pytest.raises(SourceError, match="called 'a'"):
        read_sources([one, other])
    with pytest.raises(SourceError, match="empty"):
        read_sources([Document.from_text("  ", id="e")])


def test_metadata(tmp_path):
    for name in ("a/x.txt", "b/x.txt", "y.txt"):
        write(tmp_path / name)
    table = write(
        tmp_path / "meta.csv", 'file,published,title,publisher,url\na/x.txt,2008-11,"Ties, again",Wire,https://e.org/1\ny,2009,,,\n'
    )
    found = {one.id: one for one in read_sources(tmp_path, metadata=table, published="2001").documents}
    assert found["a/x"].title == "Ties, again"
    assert (found["a/x"].published.edtf, found["y"].published.edtf, found["b/x"].published.edtf) == ("2008-11", "2009", "2001")
    with pytest.raises(SourceError, match="line 2"):
        read_sources(tmp_path, metadata=write(tmp_path / "bad.csv", "file,published\ny.txt,yesterday\n"))
    with pytest.raises(SourceError, match="no column 'file'"):
        read_sources(tmp_path, metadata=write(tmp_path / "bad.csv", "name,published\ny.txt,2001\n"))
