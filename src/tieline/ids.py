"""Ids made from content: the same input gives the same id on every run and machine."""

import hashlib
import re
import unicodedata


def digest(*parts: object) -> str:
    """Eight hexadecimal digits that depend on the parts and on nothing else."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def slug(text: str, *, limit: int = 48) -> str:
    """Lower-case ASCII words joined by hyphens: "Óscar Arias" gives "oscar-arias"; empty where no ASCII letter is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:limit].rstrip("-")


def fact_id(kind: str, label: str, *parts: object) -> str:
    """A readable id such as `event:visit-hu-jintao-peru-3f2a9c01`, unique as long as the parts differ."""
    return f"{kind}:{slug(label) or kind}-{digest(kind, label, *parts)}"
