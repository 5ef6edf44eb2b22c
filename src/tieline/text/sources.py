"""Sources as people have them: files, folders, globs and documents of their own."""

import glob
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tieline.errors import SourceError
from tieline.model.document import Document
from tieline.model.issue import Issue
from tieline.text.decode import decode
from tieline.text.metadata import read_metadata, row_of

Source = str | Path | Document
SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})


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
    texts: dict[str, str] = {}
    issues: list[Issue] = []
    for path, named in _files([one for one in given if not isinstance(one, Document)]):
        try:
            texts[_key(path)] = read_text(path)
        except SourceError as error:
            if named:
                raise
            issues.append(Issue(kind="unreadable", message=str(error)))
    names = _ids({*known, *texts})
    documents = [_document(text, names[key], Path(key), rows, published) for key, text in texts.items()]
    documents += [_checked(one) for one in own]
    if not documents:
        raise SourceError(issues[0].message if issues else "No source: name a file, a folder or a glob, or give a Document.")
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
    try:
        data = path.read_bytes()
    except PermissionError as error:
        raise SourceError(f"{path}: no permission to read this file.") from error
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {error.strerror}.") from error
    if not data:
        raise SourceError(f"{path}: the file is empty.")
    text = decode(data, str(path))
    if not text.strip("\ufeff \t\r\n"):
        raise SourceError(f"{path}: the file holds no words.")
    return text


def _document(text: str, name: str, path: Path, rows: Mapping[str, Mapping[str, str]], published: str | None) -> Document:
    row = row_of(rows, path)
    return Document.from_text(
        text,
        id=name,
        published=row.get("published") or published,
        title=row.get("title"),
        publisher=row.get("publisher"),
        url=row.get("url"),
    )


def _checked(document: Document) -> Document:
    if not document.text.strip():
        raise SourceError(f"{document.id}: the text of this document is empty.")
    return document


def _ids(keys: Iterable[str]) -> dict[str, str]:
    """An id for each file: its stem, or the shortest ending of its path that no other file has."""
    paths = sorted(keys)
    names = dict.fromkeys(paths, "")
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
    return str(path.resolve())


def _unique(documents: list[Document]) -> tuple[Document, ...]:
    """The documents in the order of their ids. The same one twice counts once; two texts of one id are an error."""
    found: dict[str, Document] = {}
    for document in documents:
        other = found.setdefault(document.id, document)
        if other != document:
            raise SourceError(f"Two documents are called '{document.id}'; give one of them another id.")
    return tuple(found[name] for name in sorted(found))
