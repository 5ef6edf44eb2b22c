"""`tieline rules`: the reading rules, without Python."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tieline.cli.options import Json, Quiet, Rules
from tieline.cli.session import FOUND, NOTHING, print_json

if TYPE_CHECKING:
    from tieline.rules.load import Rulebook

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="The reading rules: see them, try them on a sentence, check their examples."
)


@app.command("list")
def list_rules(
    folder: Annotated[str | None, typer.Argument(metavar="[FOLDER]", help="A folder such as en/time.")] = None,
    rules: Rules = None,
    json: Json = False,
    quiet: Quiet = False,
) -> int:
    """The rules of a folder, or the folders with their numbers of rules.

    Example: tieline rules list en/time
    """
    from tieline.present.rules import folder_table, rule_table
    from tieline.present.screen import show

    book = _book(rules)
    if folder is None:
        counts = [(name, book.rules(name)) for name in book.folders]
        if json:
            print_json({name: len(own) for name, own in counts})
        elif quiet:
            print("\n".join(name for name, _ in counts))
        else:
            show(folder_table(counts))
        return FOUND
    found = book.rules(_folder(folder, book))
    if json:
        print_json([{"id": rule.id, "file": rule.file, **rule.fields} for rule in found])
    elif quiet:
        print("\n".join(rule.id for rule in found))
    else:
        show(rule_table(found))
    return FOUND if found else NOTHING


def _folder(said: str, book: "Rulebook") -> str:
    """The folder as the rulebook names it; its last part alone is enough: "time" for "en/time"."""
    from tieline.errors import NotFound

    name = said.strip("/")
    fits = [known for known in book.folders if known == name or known.endswith(f"/{name}")]
    if len(fits) != 1:
        raise NotFound(f'No folder of rules is called "{said}". There are: {", ".join(book.folders)}.')
    return fits[0]


@app.command("show")
def show_rule(
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of a rule; see: tieline rules list FOLDER.")],
    rules: Rules = None,
    json: Json = False,
) -> int:
    """One rule: its pattern, its value, and the sentences that prove it.

    Example: tieline rules show time.weekday.recent
    """
    from tieline.errors import NotFound
    from tieline.present.rules import rule_lines
    from tieline.present.screen import show

    book = _book(rules)
    found = [rule for name in book.folders for rule in book.rules(name) if rule.id == id]
    if not found:
        import difflib

        known = [rule.id for name in book.folders for rule in book.rules(name)]
        close = difflib.get_close_matches(id, known, 3, 0.5)
        raise NotFound(f'No rule has the id "{id}".' + (f" Close: {', '.join(close)}." if close else " See: tieline rules list."))
    if json:
        print_json(
            [
                {"id": r.id, "folder": r.folder, "file": r.file, **r.fields, "examples": list(r.examples), "rejects": list(r.rejects)}
                for r in found
            ]
        )
    else:
        for rule in found:
            show(rule_lines(rule))
    return FOUND


@app.command("try")
def try_rules(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="The sentence to read.")],
    published: Annotated[str | None, typer.Option("--published", metavar="DATE", help="Day of publication of the sentence.")] = None,
    rules: Rules = None,
    json: Json = False,
) -> int:
    """What the rules read in a sentence, and which rule read it.

    Example: tieline rules try "They signed the accord on Tuesday" --published 2015-07-17
    """
    from tieline.extract.reading import read_mentions
    from tieline.model.document import Document
    from tieline.present.reading import reading_records, reading_table
    from tieline.present.screen import show
    from tieline.text.article import read_article

    article = read_article(Document.from_text(sentence, id="sentence", published=published))
    records = reading_records(read_mentions(article, _book(rules)))
    if json:
        print_json(records)
    else:
        show(reading_table(records))
    return FOUND if records else NOTHING


@app.command("check")
def check(rules: Rules = None, json: Json = False, quiet: Quiet = False) -> int:
    """Run the examples of the rules; exit code 1 where one does not come out.

    Folders that have no runner of examples yet are named; their patterns are only compiled.

    Example: tieline rules check --rules my-rules/
    """
    from tieline.cli.checking import check_rulebook

    checked = check_rulebook(_book(rules))
    if json:
        print_json({"proved": checked.proved, "compiled": checked.compiled, "complaints": checked.complaints})
    else:
        for complaint in checked.complaints:
            print(complaint)
        if quiet:
            return NOTHING if checked.complaints else FOUND
        number = len(checked.complaints)
        print(f"{checked.proved} rules proved by their examples, {number} complaint{'' if number == 1 else 's'}")
        if checked.compiled:
            print("Examples not run here: " + ", ".join(f"{folder} ({count} rules)" for folder, count in checked.compiled.items()))
    return NOTHING if checked.complaints else FOUND


def _book(folder: Path | None) -> "Rulebook":
    from tieline.errors import RuleError
    from tieline.rules.load import Rulebook, shipped

    if folder is None:
        return shipped()
    if not folder.is_dir():
        raise RuleError(
            f"{folder}: no folder of rules; right would be a folder laid out like tieline/data, such as {folder}/en/time/mine.toml"
        )
    return Rulebook(folder)
