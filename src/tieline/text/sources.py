"""Sources as people have them: files, folders, globs and documents of their own."""

import glob
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tieline.errors import MissingExtra, SourceError
from tieline.model.document import Document
from tieline.model.issue import Issue
from tieline.text.formats import SUFFIXES, read_pieces, told_by_content
from tieline.text.formats.piece import Piece, Pieces
from tieline.text.metadata import read_metadata, row_of

Source = str | Path | Document
ROW = "\n"  # in the key of a text between its file and its row there
STANDARD_INPUT = "-"
INPUT_NAME = "stdin"


@dataclass(frozen=True)
class Collected:
    """What sources hold: documents in the order of their ids, the file of each that has one, and what could not be read."""

    documents: tuple[Document, ...]
    paths: Mapping[str, str] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()


def read_sources(
    sources: Iterable[Source] | Source,
    *,
    published: str | None = None,
    metadata: str | Path | None = None,
    known: Iterable[str] = (),
) -> Collected:
    """The documents of files, folders, globs and `Document` values; a file named twice is read once.

    `published` dates every file, `metadata` is a CSV file with a row a file; the row wins. `known` are the paths of files read
    before, so that all ids (also theirs, in `paths`) come out as if all had been given at once.

    `SourceError` where a source cannot be read.
    """
    given = [sources] if isinstance(sources, str | Path | Document) else list(sources)
    own = [one for one in given if isinstance(one, Document)]
    rows = read_metadata(Path(metadata)) if metadata else {}
    table = _key(Path(metadata)) if metadata else None
    texts: dict[str, Piece] = {}
    issues: list[Issue] = []
    for path, named in _files([one for one in given if not isinstance(one, Document)]):
        if not named and _key(path) == table:
            continue
        try:
            read = _read(path)
        except (SourceError, MissingExtra) as error:
            if named:
                raise
            issues.append(Issue(kind="unreadable", message=str(error)))
            continue
        issues += [Issue(kind="unreadable", message=trouble) for trouble in read.troubles]
        texts.update((_piece_key(path, piece), piece) for piece in read.texts)
    names = _ids({*known, *texts})
    documents = [_document(piece, names[key], Path(key.split(ROW, 1)[0]), rows, published) for key, piece in texts.items()]
    documents += [_checked(one) for one in own]
    if not documents:
        raise SourceError(issues[0].message if issues else "No source: name a file, a folder or a glob, or give a Document.")
    issues += _unused(rows, {key.split(ROW, 1)[0] for key in texts}, metadata)
    return Collected(_unique(documents), {name: key for key, name in sorted(names.items())}, tuple(issues))


def _files(sources: Iterable[str | Path]) -> Iterator[tuple[Path, bool]]:
    """Every file once, and whether it was named itself (and not found in a folder)."""
    seen: set[str] = set()
    for source in sources:
        for path, named in _expand(source):
            key = _key(path)
            if key not in seen:
                seen.add(key)
                yield path, named


def _expand(source: str | Path) -> list[tuple[Path, bool]]:
    if str(source) == STANDARD_INPUT:
        return [(Path(STANDARD_INPUT), True)]
    path = Path(source).expanduser()
    try:
        if path.is_dir():
            return [(one, False) for one in _folder(path)]
        if path.exists():
            return [(path, True)]
    except OSError as error:
        raise SourceError(f"{source}: cannot be read: {error.strerror}.") from error
    if glob.has_magic(str(source)):
        found = sorted(Path(one) for one in glob.glob(str(path), recursive=True))
        files = [pair for one in found for pair in ([(x, False) for x in _texts(one)] if one.is_dir() else [(one, True)])]
        if files:
            return files
        raise SourceError(f"{source}: no file matches; check the pattern and the folder.")
    raise SourceError(f"{source}: no such file or folder.")


def _folder(path: Path) -> list[Path]:
    try:
        next(path.iterdir(), None)
    except OSError as error:
        raise SourceError(f"{path}: no permission to open this folder.") from error
    found = _texts(path)
    if not found:
        raise SourceError(f"{path}: no texts in this folder; files ending in {', '.join(sorted(SUFFIXES))} are read.")
    return found


def _texts(path: Path) -> list[Path]:
    """The text files below a folder, hidden ones left out, in order of name."""
    files = (one for one in path.rglob("*") if one.suffix.lower() in SUFFIXES and one.is_file())
    return sorted(one for one in files if not any(part.startswith(".") for part in one.relative_to(path).parts))


def read_text(path: Path) -> str:
    """The characters of one file, whatever its encoding; `SourceError` where it cannot be read or holds no text."""
    return _with_words(path, read_pieces(_bytes(path), str(path), ".txt")).texts[0].text


def _read(path: Path) -> Pieces:
    """The texts of one file, or of standard input, told by its suffix or there by its first bytes."""
    data = _bytes(path)
    if str(path) == STANDARD_INPUT:
        return read_pieces(data, "standard input", told_by_content(data))
    return _with_words(path, read_pieces(data, str(path), path.suffix))


def _bytes(path: Path) -> bytes:
    try:
        data = sys.stdin.buffer.read() if str(path) == STANDARD_INPUT else path.read_bytes()
    except PermissionError as error:
        raise SourceError(f"{path}: no permission to read this file.") from error
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {error.strerror}.") from error
    if not data:
        raise SourceError("Standard input is empty." if str(path) == STANDARD_INPUT else f"{path}: the file is empty.")
    return data


def _with_words(path: Path, read: Pieces) -> Pieces:
    if not any(piece.text.strip("\ufeff \t\r\n") for piece in read.texts):
        raise SourceError(f"{path}: the file holds no words.")
    return read


def _piece_key(path: Path, piece: Piece) -> str:
    """What stands for one text of a file: the file, and in a file of many texts its name or row there."""
    return _key(path) + (f"{ROW}={piece.id}" if piece.id else f"{ROW}{piece.row}" if piece.row else "")


def _unused(rows: Mapping[str, Mapping[str, str]], files: set[str], metadata: str | Path | None) -> list[Issue]:
    """A complaint for each row of the metadata that no file goes by."""
    used = {id(row_of(rows, Path(path))) for path in files}
    return [
        Issue(kind="metadata", message=f"{metadata}: '{name}' is none of the files that were read; check its path.")
        for name, row in rows.items()
        if id(row) not in used
    ]


def _document(piece: Piece, name: str, path: Path, rows: Mapping[str, Mapping[str, str]], published: str | None) -> Document:
    row = row_of(rows, path)
    own = {"title": piece.title, "publisher": piece.publisher, "url": piece.url}
    said = {key: value or row.get(key) if piece.row else row.get(key) or value for key, value in own.items()}
    day = piece.published or row.get("published") or published or piece.suggested
    return Document.from_text(piece.text, id=name, published=day, **said)


def _checked(document: Document) -> Document:
    if not document.text.strip():
        raise SourceError(f"{document.id}: the text of this document is empty.")
    return document


def _ids(keys: Iterable[str]) -> dict[str, str]:
    """An id for each text: the name that its file gives it, or its file's stem, or the shortest ending of its path that no other file has.

    A text among many of a file has its row behind that: "wire.3".
    """
    names: dict[str, str] = {}
    files: dict[str, list[tuple[str, str]]] = {}
    for key in sorted(keys):
        path, _, row = key.partition(ROW)
        files.setdefault(path, []).append((key, row))
    for path, stem in _stems(files).items():
        names.update((key, row[1:] if row.startswith("=") else f"{stem}.{row}" if row else stem) for key, row in files[path])
    return names


def _stems(files: Iterable[str]) -> dict[str, str]:
    """The stem of each file, or the shortest ending of its path that no other file has."""
    paths = sorted(files)
    names = {path: INPUT_NAME if path == STANDARD_INPUT else "" for path in paths}
    deepest = max((len(Path(path).parts) for path in paths), default=0)
    for depth, suffix in [(depth, False) for depth in range(1, deepest + 1)] + [(depth, True) for depth in range(1, deepest + 1)]:
        left = {path: _ending(path, depth, suffix=suffix) for path in paths if not names[path]}
        if not left:
            break
        counts = Counter(left.values())
        names.update((path, ending) for path, ending in left.items() if counts[ending] == 1)
    return names


def _ending(path: str, depth: int, *, suffix: bool) -> str:
    whole = Path(path)
    return Path(*(whole if suffix else whole.with_suffix("")).parts[-depth:]).as_posix()


def _key(path: Path) -> str:
    return STANDARD_INPUT if str(path) == STANDARD_INPUT else str(path.resolve())


def _unique(documents: list[Document]) -> tuple[Document, ...]:
    """The documents in the order of their ids. The same one twice counts once; two texts of one id are an error."""
    found: dict[str, Document] = {}
    for document in documents:
        other = found.setdefault(document.id, document)
        if other != document:
            raise SourceError(f"Two documents are called '{document.id}'; give one of them another id.")
    return tuple(found[name] for name in sorted(found))
