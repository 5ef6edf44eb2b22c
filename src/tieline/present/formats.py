"""The formats of `export`: what each is called, what it is for, and whether it is a file or a folder."""

import difflib
from typing import NamedTuple

from tieline.errors import TielineError


class Format(NamedTuple):
    """One format: what it is for, how its file ends, and what else it is called; a folder has no ending."""

    use: str
    suffix: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder of files rather than one file."""
        return not self.suffix


class Made(NamedTuple):
    """The text of a file, and what a user should know about it (what was left out, and why)."""

    text: str
    notes: tuple[str, ...] = ()


FORMATS: dict[str, Format] = {
    "graphml": Format("the graph, for networkx, Cytoscape, yEd and Gephi", ".graphml"),
    "gexf": Format("the graph with time intervals, for Gephi's timeline", ".gexf"),
    "jsonld": Format("linked data: schema.org, PROV-O, W3C Web Annotation", ".jsonld", ("json-ld",)),
    "json": Format("everything, in the shapes of the Python values", ".json"),
    "csv": Format("a folder of tidy tables for spreadsheets, R and pandas"),
    "parquet": Format("a folder of the same tables, typed (extra: parquet)"),
    "sqlite": Format("one SQLite file with views, for Datasette and SQL", ".db", ("datasette", "db")),
    "timelinejs": Format("a slideshow in TimelineJS, never with a made-up day", ".json", ("timeline.js",)),
    "ics": Format("a calendar of the events that have a known day (RFC 5545)", ".ics", ("icalendar", "ical")),
    "markdown": Format("a chronology with the quotes as footnotes", ".md", ("md",)),
    "timeml": Format("a folder of the texts with their time expressions tagged"),
}


def known_format(name: str) -> str:
    """The format of that name; an error that names those that exist where there is none."""
    wanted = name.strip().lower().lstrip(".")
    found = next((key for key, one in FORMATS.items() if wanted in (key, *one.aliases)), None)
    if found is None:
        close = difflib.get_close_matches(wanted, FORMATS, 1)
        hint = f" Did you mean {close[0]}?" if close else ""
        raise TielineError(f"No export format called '{name}'.{hint} Formats: {', '.join(FORMATS)}.")
    return found
