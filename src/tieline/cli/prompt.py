"""`tieline ask` without a question: a conversation, at a prompt with history and completion of names, or line by line from a pipe."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tieline.cli.session import FOUND, open_kb, print_json, sources_of
from tieline.errors import QuestionError
from tieline.present.screen import show

if TYPE_CHECKING:
    from prompt_toolkit.completion import Completer, Completion
    from prompt_toolkit.document import Document as Typed

    from tieline.kb import KnowledgeBase
    from tieline.model.answer import Answer

LEAVE = frozenset({"exit", "quit", "bye", "q", ":q", "exit()", "quit()"})
HELP = frozenset({"help", "h", "?", ":h", ":help", "/help", "help me"})
COMMENT = "#"
HELLO = (
    'Ask about the texts; a question may lean on the last one ("and the upgrade?", "who signed it?"). \'help\' tells more, Ctrl-D leaves.'
)
HELPING = (
    'Ask in English what the texts report: "when did the FTA take effect", "how much was trade in 2015", "what did Xi say about the port".',
    'A question may lean on the ones before: "who signed it?", "and in 2016?", "before that?", "why?", "source?".',
    "Leave with 'exit', 'quit' or Ctrl-D; Ctrl-C drops a question. A line that begins with # is passed over.",
)
PROMPT = "? "
LONGEST = 4  # words of a name that are looked back at for its completion


def converse(*, as_of: str | None = None, kb: Path | None = None, json: bool = False, quiet: bool = False, verbose: bool = False) -> int:
    """Answer questions in a row until there are no more; gives the exit code. `QuestionError` where a pipe brings none."""
    base = open_kb(kb)
    talk, sources = base.conversation(as_of=as_of), sources_of(base)
    at_prompt = sys.stdin.isatty() and sys.stdout.isatty() and not json
    answers: list[Answer] = []
    lines = 0
    for question in _questions(_typed(base, quiet=quiet) if at_prompt else sys.stdin, silent=json):
        lines += 1
        try:
            if question is not None:
                answers.append(talk.ask(question))
        except QuestionError:
            continue
        except KeyboardInterrupt:
            if not at_prompt:
                raise
            continue
        if question is not None and not json:
            _print(answers[-1], talk.turns[-1].read_as, sources, quiet=quiet or not at_prompt, verbose=verbose, echo=not at_prompt)
    if not lines and not at_prompt:
        raise QuestionError('a question is needed, as in: tieline ask "when did the FTA take effect", or --file FILE.')
    if json:
        print_json(answers)
    return FOUND


def _print(answer: "Answer", read_as: str, sources: object, *, quiet: bool, verbose: bool, echo: bool) -> None:
    from tieline.model.clean import one_line
    from tieline.present.answer import answer_lines
    from tieline.present.lines import Piece, line

    if echo:
        show((line(Piece(one_line(answer.question), "strong")), line(one_line(answer.answer), indent=2)))
        return
    if read_as != answer.question and not quiet:
        show((line(Piece(one_line(read_as), "soft")),))
    show(answer_lines(answer, sources, verbose=verbose, quiet=quiet))  # type: ignore[arg-type]


def _questions(rows: Iterable[str], *, silent: bool) -> Iterator[str | None]:
    """The questions among what is typed or piped, up to a word that leaves; None for a line that asks for help or leaves."""
    for row in rows:
        line = row.strip()
        if not line or line.startswith(COMMENT):
            continue
        if line.lower() in LEAVE:
            yield None
            return
        if line.lower() not in HELP:
            yield line
            continue
        if not silent:
            _print_help()
        yield None


def _print_help() -> None:
    from tieline.present.lines import Piece, line

    show(tuple(line(Piece(row)) for row in HELPING))


def _typed(base: "KnowledgeBase", *, quiet: bool) -> Iterator[str]:
    """What is typed at the prompt, line by line."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    from tieline.kept import cache_folder
    from tieline.present.lines import Piece, line

    try:
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        history: FileHistory | InMemoryHistory = FileHistory(str(folder / "questions"))
        list(history.load_history_strings())
    except OSError:
        history = InMemoryHistory()
    if not quiet:
        show((line(Piece(HELLO)),))
    session: PromptSession[str] = PromptSession(history=history, completer=_completer(base))
    while True:
        try:
            yield session.prompt(PROMPT)
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def _completer(base: "KnowledgeBase") -> "Completer":
    from prompt_toolkit.completion import Completer, Completion

    names = names_of(base)

    class Names(Completer):
        """Completes the name of an actor, agreement or document that the last words begin."""

        def get_completions(self, document: "Typed", complete_event: object) -> "Iterable[Completion]":
            for begun, name in begun_names(names, document.text_before_cursor):
                yield Completion(name, start_position=-len(begun))

    return Names()


def names_of(base: "KnowledgeBase") -> tuple[str, ...]:
    """The names that a question can hold, in order."""
    found = {name for actor in base.facts.actors for name in (actor.name, *actor.aliases)}
    found |= {agreement.name for agreement in base.facts.agreements}
    return tuple(sorted(found, key=lambda name: (name.casefold(), name)))


def begun_names(names: Sequence[str], typed: str) -> Iterator[tuple[str, str]]:
    """The names that the last words begin, those of more words first, each with the part that stands there."""
    words = typed.split(" ")
    seen: set[str] = set()
    for count in range(min(LONGEST, len(words)), 0, -1):
        begun = " ".join(words[-count:])
        if len(begun.strip()) < 2:
            continue
        for name in names:
            if name.casefold().startswith(begun.casefold()) and name not in seen:
                seen.add(name)
                yield begun, name
