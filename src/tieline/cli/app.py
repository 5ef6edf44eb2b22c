"""The typer application: finds the command asked for and loads it alone."""

import difflib
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from tieline import __version__
from tieline.cli.failure import exit_code, prepare_streams

# command -> its line in the list of commands; each has a module of its name in this package
COMMANDS = {
    "ask": "Ask a question; get the answer, its reasons and the sentences.",
    "timeline": "Dated events, narrowed by time, actor, type, agreement, status.",
    "actors": "Countries, persons, organizations, companies, places.",
    "agreements": "Agreements and their stages.",
    "figures": "Amounts, shares, ranks and counts.",
    "documents": "The articles, with their days of publication.",
    "issues": "What could not be read, dated or reconciled.",
    "show": "Everything about one actor, agreement, event or document.",
    "explain": "The derivation of a fact, down to the sentences.",
    "build": "Make a knowledge base from your own texts.",
    "add": "Add texts to a knowledge base.",
    "remove": "Take a document out of a knowledge base.",
    "export": "Write the facts for another tool, in one of eleven formats.",
    "page": "Write the knowledge base as one HTML page.",
    "dates": "The time expressions of any text.",
    "rules": "The reading rules: list, show, try, check.",
    "cache": "Where the built corpus is kept; clear it.",
}


class Commands(TyperGroup):
    """The commands, each loaded when it is asked for, so that a question does not pay for the others."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self.commands and cmd_name in COMMANDS:
            module = import_module(f"tieline.cli.{cmd_name}")
            command = get_command(module.app)
            command.name = cmd_name
            command.short_help = COMMANDS[cmd_name]
            self.commands[cmd_name] = command
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            close = difflib.get_close_matches(name.lower(), COMMANDS, 1)
            hint = f"Did you mean '{close[0]}'?" if close else 'To ask a question: tieline ask "...". All commands: tieline --help.'
            ctx.fail(f"No command called '{name}'. {hint}")
        return super().resolve_command(ctx, args)

    def main(self, args: Any = None, prog_name: str | None = None, standalone_mode: bool = True, **extra: Any) -> Any:  # type: ignore[override]
        prepare_streams()
        run = super().main
        code = exit_code(lambda: run(args=args, prog_name=prog_name, standalone_mode=False, **extra))
        if standalone_mode:
            raise SystemExit(code)
        return code


app = typer.Typer(
    cls=Commands,
    name="tieline",
    add_completion=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["--help", "-h"]},
)


@app.callback()
def tieline(
    context: typer.Context, version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False
) -> None:
    """A dated, sourced timeline of how countries deal with each other, read from news articles, and answers about it."""
    if version:
        print(f"tieline {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        from tieline.cli.welcome import welcome

        welcome(COMMANDS)
