"""All texts of a knowledge base as TimeML."""

from collections.abc import Collection

from tieline.ids import digest, slug
from tieline.model.facts import Facts
from tieline.present.timeml import timeml


def timeml_files(facts: Facts) -> dict[str, str]:
    """File name -> TimeML document, one a text. The time of creation is as fine as is known: a day, a month, a year, or left out."""
    files: dict[str, str] = {}
    for one in facts.documents:
        name = _file_name(one.id, {taken.lower() for taken in files})
        files[name] = timeml(one.text, one.times, name=one.id, published=one.published) + "\n"
    return files


def _file_name(id: str, taken: Collection[str]) -> str:
    """The id where every system takes it for a file, otherwise its letters and digits with something to tell it from others."""
    plain = slug(id, limit=80)
    if plain and id.lower().replace("_", "-").strip("-") == plain and f"{id}.tml".lower() not in taken:
        return f"{id}.tml"
    return f"{plain or 'text'}-{digest(id)}.tml"
