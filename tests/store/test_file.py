import sqlite3

import pytest

from tieline.errors import KnowledgeBaseError
from tieline.store.contents import Contents
from tieline.store.read import Stored
from tieline.store.write import write


@pytest.fixture
def file(facts, tmp_path):
    path = tmp_path / "kb.tieline"
    write(Contents(facts, (), {}), path, version="1")
    return path


def test_facts_come_back(file, facts):
    assert Stored(file).facts == facts


def test_plain_sql_sees_tables(file, facts):
    base = sqlite3.connect(file)
    assert base.execute("SELECT title, time, earliest FROM events WHERE id = 'event:visit'").fetchall() == [
        ("Ana Sol visits Orsenda", "2015-03-09", "2015-03-09")
    ]
    assert base.execute("SELECT name, role FROM participants WHERE event = 'event:visit' ORDER BY role").fetchall() == [
        ("Ana Sol", "guest"),
        ("Orsenda", "host"),
    ]
    assert base.execute("SELECT quote FROM evidence WHERE fact = 'figure:worth'").fetchall() == [("worth 2 billion dollars",)]
    assert base.execute("SELECT stage, time FROM stages").fetchall() == [("in_force", "2016"), ("signed", None)]
    assert base.execute("SELECT count(*) FROM sentence_words WHERE sentence_words MATCH 'signing'").fetchone() == (2,)
    base.close()


def test_the_same_facts_give_the_same_bytes(file, facts, tmp_path):
    write(Contents(facts, (), {}), tmp_path / "other", version="1")
    assert (tmp_path / "other").read_bytes() == file.read_bytes()


@pytest.mark.parametrize("damage", ["empty", "cut", "text", "other"])
def test_files_that_are_none(file, damage):
    if damage == "other":
        file.unlink()
        base = sqlite3.connect(file)
        base.execute("CREATE TABLE meta (key, value)")
        base.commit()
        base.close()
    else:
        data = file.read_bytes()
        file.write_bytes({"empty": b"", "cut": data[: len(data) // 3], "text": b"Dear reader" * 1000}[damage])
    with pytest.raises(KnowledgeBaseError, match="tieline build SOURCE") as caught:
        _ = Stored(file).facts
    assert "\n" not in str(caught.value)


def test_missing_file(tmp_path):
    with pytest.raises(KnowledgeBaseError, match="no such knowledge base"):
        Stored(tmp_path / "none.tieline")


def test_a_file_of_another_version(file):
    base = sqlite3.connect(file)
    base.execute("UPDATE meta SET value = '0' WHERE key = 'schema'")
    base.commit()
    base.close()
    with pytest.raises(KnowledgeBaseError, match=r"made by Tieline 1, .* tieline build SOURCE"):
        Stored(file)


def test_a_failed_write_leaves_the_old_file(file, facts, monkeypatch):
    before = file.read_bytes()
    broken = Contents(facts, (object(),), {})  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        write(broken, file, version="2")
    assert file.read_bytes() == before
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_folder_that_is_not_there(facts, tmp_path):
    with pytest.raises(KnowledgeBaseError, match="cannot be written"):
        write(Contents(facts, (), {}), tmp_path / "none" / "kb.tieline", version="1")


def test_half_a_character_is_refused_in_one_line(file, facts):
    before = file.read_bytes()
    document = facts.documents[0].model_copy(update={"text": "half \ud800"})
    with pytest.raises(KnowledgeBaseError, match="pelmara holds half a character"):
        write(Contents(facts.model_copy(update={"documents": (document,)}), ()), file, version="1")
    assert file.read_bytes() == before
