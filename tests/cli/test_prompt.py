"""`tieline ask` without a question: a conversation from a pipe or at a prompt."""

import io
import json
import sys
from types import SimpleNamespace

import pytest

import tieline
from tieline.cli import prompt
from tieline.errors import QuestionError


def piped(monkeypatch, text):
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_a_pipe_is_a_conversation(monkeypatch, capsys):
    piped(monkeypatch, "Who was the Peruvian president in 2008?\n\nand in 2016?\n")
    assert prompt.converse() == 0
    rows = capsys.readouterr().out.splitlines()
    assert [row for row in rows if not row.startswith(" ")] == ["Who was the Peruvian president in 2008?", "and in 2016?"]
    told = [row.strip() for row in rows if row.startswith(" ")]
    assert told[0].startswith("Alan Garcia")
    assert any(row.startswith("Pedro Pablo Kuczynski") for row in told)


def test_json_is_one_value(monkeypatch, capsys):
    piped(monkeypatch, "when did the FTA take effect\nsource?\n")
    assert prompt.converse(json=True) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert (first["question"], first["value"]) == ("when did the FTA take effect", "2010")
    assert second["citations"] == first["citations"]


def test_an_empty_pipe_is_wrong_use(monkeypatch):
    piped(monkeypatch, "\n \n")
    with pytest.raises(QuestionError, match="a question is needed"):
        prompt.converse()


def test_words_to_the_prompt_are_no_questions(monkeypatch, capsys):
    monkeypatch.delenv("COLUMNS", raising=False)
    piped(monkeypatch, "# of the agreement\nhelp\nwhen did the FTA take effect\nquit\nand in 2016?\n")
    assert prompt.converse() == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[: len(prompt.HELPING)] == list(prompt.HELPING)
    assert [row for row in rows[len(prompt.HELPING) :] if not row.startswith(" ")] == ["when did the FTA take effect"]


@pytest.mark.parametrize(("text", "answers"), [("exit\n", 0), ("help\nquit", 0), ("when did the FTA take effect\nhelp\nexit\nwho?", 1)])
def test_json_holds_answers_alone(monkeypatch, capsys, text, answers):
    piped(monkeypatch, text)
    assert prompt.converse(json=True) == 0
    assert len(json.loads(capsys.readouterr().out)) == answers


def test_a_stop_within_an_answer_ends_a_pipe_and_not_a_prompt(monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("tieline.query.conversation.Conversation.ask", stop)
    piped(monkeypatch, "when did the FTA take effect\n")
    with pytest.raises(KeyboardInterrupt):
        prompt.converse()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(prompt, "_typed", lambda base, quiet: iter(["when did the FTA take effect"]))
    assert prompt.converse() == 0


def test_names_are_completed():
    names = prompt.names_of(tieline.load())
    assert ("Xi Ji", "Xi Jinping") in list(prompt.begun_names(names, "when did Xi Ji"))
    assert ("Per", "Peru") in list(prompt.begun_names(names, "who was president of Per"))
    assert list(prompt.begun_names(names, "when did x")) == []
    assert list(prompt.begun_names(names, "")) == []


def test_the_prompt_keeps_a_history_and_ends(monkeypatch, tmp_path, capsys):
    toolkit = pytest.importorskip("prompt_toolkit")
    monkeypatch.setenv("TIELINE_CACHE_DIR", str(tmp_path))
    typed = iter(["when did the FTA take effect", KeyboardInterrupt, "", "exit", "never asked"])

    class Session:
        def __init__(self, history, completer):
            self.history = history

        def prompt(self, sign):
            one = next(typed)
            if isinstance(one, type):
                raise one
            return one

    monkeypatch.setattr(toolkit, "PromptSession", Session)
    asked = prompt._questions(prompt._typed(tieline.load(), quiet=False), silent=False)
    assert [one for one in asked if one] == ["when did the FTA take effect"]
    assert "Ctrl-D" in capsys.readouterr().out
    assert next(typed) == "never asked"


def test_the_prompt_answers_with_sources(monkeypatch, capsys):
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(sys, "stdin", terminal)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(prompt, "_typed", lambda base, quiet: iter(["Who was the Peruvian president in 2008?", "and in 2016?"]))
    assert prompt.converse() == 0
    out = capsys.readouterr().out
    assert "Who was the Peruvian president in 2016?" in out
    assert "Sources" in out
