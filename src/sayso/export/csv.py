"""The claims as a table: one row a claim, with the facts of its document beside it."""

from __future__ import annotations

import csv as table
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sayso.export.base import Line

COLUMNS: dict[str, Callable[[Line, Line], Any]] = {
    "claim": lambda claim, _: claim["id"],
    "claimer": lambda claim, _: claim["claimer"]["name"],
    "kind": lambda claim, _: claim["claimer"]["kind"],
    "role": lambda claim, _: claim["claimer"]["role"],
    "affiliation": lambda claim, _: claim["claimer"]["affiliation"],
    "source": lambda claim, _: _text(claim["source"]),
    "cue": lambda claim, _: _text(claim["cue"]),
    "cue_class": lambda claim, _: claim["cue_class"],
    "negated": lambda claim, _: str(claim["negated"]).lower(),
    "content": lambda claim, _: " … ".join(part["text"] for part in claim["content"]),
    "quotation": lambda claim, _: claim["quotation"],
    "said": lambda claim, _: claim["said"],
    "place": lambda claim, _: claim["place"],
    "medium": lambda claim, _: claim["medium"],
    "addressee": lambda claim, _: claim["addressee"],
    "outlet": lambda _, document: document.get("outlet"),
    "published": lambda _, document: document.get("published"),
    "title": lambda _, document: document.get("title"),
    "byline": lambda _, document: document.get("byline"),
    "credits": lambda _, document: "; ".join(document.get("credits", ())),
    "repost_of": lambda _, document: document.get("repost_of"),
    "url": lambda _, document: document.get("url"),
    "path": lambda _, document: document.get("path"),
    "document": lambda claim, _: claim["document"],
    "start": lambda claim, _: claim["content"][0]["start"],
    "end": lambda claim, _: claim["content"][-1]["end"],
    "parent": lambda claim, _: claim["parent"],
    "score": lambda claim, _: claim["score"],
    "maker": lambda claim, _: claim["maker"],
}
"""Each column with how it is taken from a claim and its document. start, end: of the content, in
characters of the document's text."""


def csv(lines: Iterable[Line]) -> Iterator[str]:
    """A header, then one row a claim. Other kinds of lines have no place in a table of claims."""
    yield _written(COLUMNS)
    documents: dict[str, Line] = {}
    for line in lines:
        if line["type"] == "document":
            documents[line["id"]] = {name: line[name] for name in line if name != "text"}
        elif line["type"] == "claim":
            document = documents.get(line["document"], {})
            yield _written(_cell(take(line, document)) for take in COLUMNS.values())


def _text(part: Line | None) -> str | None:
    return part["text"] if part else None


def _cell(value: Any) -> str:
    """A value for a spreadsheet, which would run words that start like a formula: these get a
    quotation mark in front, as spreadsheets themselves write them."""
    text = "" if value is None else str(value)
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _written(cells: Iterable[str]) -> str:
    out = io.StringIO()
    table.writer(out).writerow(cells)
    return out.getvalue()
