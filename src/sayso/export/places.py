"""Places in a document, as several formats name them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.export.base import Ledger, Line

_OTHER = re.compile(r"[^A-Za-z0-9]+")
_LONGEST = 40  # characters of a name, before the id

Report = tuple[Line, list[Line]]
"""A document with its claims."""


def reports(ledger: Ledger) -> Iterator[Report]:
    """Each document with its claims, one after the other."""
    document: Line | None = None
    claims = list[Line]()
    for line in ledger.lines("document", "claim"):
        if line["type"] == "claim":
            claims.append(line)
            continue
        if document is not None:
            yield document, claims
        document, claims = line, []
    if document is not None:
        yield document, claims


def file_name(document: Line) -> str:
    """A name for the files of a document, without an ending: readable, plain, and its own."""
    known = document["path"] or document["outlet"] or document["url"] or ""
    stem = known.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1].partition(".")[0]
    plain = _OTHER.sub("-", stem).strip("-")[:_LONGEST].rstrip("-")
    return f"{plain}-{document['id']}" if plain else str(document["id"])
