"""The ledger as tables: what each has in which column. How they are written is others' work."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.export.base import Ledger, Line

Row = tuple[Any, ...]
"""One value a column: of the column's type, or None."""


@dataclass(frozen=True, slots=True)
class Table:
    """columns: type of each by name, in order; a column of type `tuple` holds several strings.
    rows: gives them one by one."""

    columns: Mapping[str, type]
    rows: Callable[[Ledger], Iterator[Row]]


_Columns = Mapping[str, tuple[type, Callable[[Line, Line], Any]]]


def _claims(ledger: Ledger) -> Iterator[Row]:
    document: Line = {}
    for line in ledger.lines("document", "claim"):
        if line["type"] == "document":
            document = line
        else:
            known = document if document.get("id") == line["document"] else {}
            yield tuple(take(line, known) for _, take in _CLAIM.values())


def _origins(ledger: Ledger) -> Iterator[Row]:
    for number, origin in enumerate(ledger.lines("origin"), 1):
        for report in origin["reports"]:
            yield (
                number,
                origin["independent"],
                len(origin["reports"]),
                report["claim"],
                tuple(report["chain"]),
                report["origin"],
                report["echo"],
                origin["weakest"]["relation"],
                origin["weakest"]["score"],
            )


def _plain(kind: str, columns: Mapping[str, type]) -> Table:
    """A table whose columns are called as the fields of the lines."""

    def rows(ledger: Ledger) -> Iterator[Row]:
        for line in ledger.lines(kind):
            yield tuple(_value(line[name], of) for name, of in columns.items())

    return Table(columns, rows)


def _value(value: Any, of: type) -> Any:
    if of is not tuple:
        return value
    return tuple(item if isinstance(item, str) else item["detail"] for item in value)


def _text(part: Line | None) -> str | None:
    return part["text"] if part else None


def _of_claim(name: str, of: type = str) -> tuple[type, Callable[[Line, Line], Any]]:
    return of, lambda claim, _: claim[name]


def _of_claimer(name: str) -> tuple[type, Callable[[Line, Line], Any]]:
    return str, lambda claim, _: claim["claimer"][name]


def _of_document(name: str) -> tuple[type, Callable[[Line, Line], Any]]:
    return str, lambda _, document: document.get(name)


_CLAIM: _Columns = {
    "claim": _of_claim("id"),
    "claimer": _of_claimer("name"),
    "kind": _of_claimer("kind"),
    "role": _of_claimer("role"),
    "affiliation": _of_claimer("affiliation"),
    "source": (str, lambda claim, _: _text(claim["source"])),
    "cue": (str, lambda claim, _: _text(claim["cue"])),
    "cue_class": _of_claim("cue_class"),
    "negated": _of_claim("negated", bool),
    "content": (str, lambda claim, _: " … ".join(part["text"] for part in claim["content"])),
    "quotation": _of_claim("quotation"),
    "said": _of_claim("said"),
    "place": _of_claim("place"),
    "occasion": _of_claim("occasion"),
    "medium": _of_claim("medium"),
    "addressee": _of_claim("addressee"),
    "outlet": _of_document("outlet"),
    "published": _of_document("published"),
    "title": _of_document("title"),
    "byline": _of_document("byline"),
    "credits": (tuple, lambda _, document: tuple(document.get("credits", ()))),
    "repost_of": _of_document("repost_of"),
    "url": _of_document("url"),
    "path": _of_document("path"),
    "document": _of_claim("document"),
    "start": (int, lambda claim, _: claim["content"][0]["start"]),
    "end": (int, lambda claim, _: claim["content"][-1]["end"]),
    "parent": _of_claim("parent"),
    "score": _of_claim("score", float),
    "maker": _of_claim("maker"),
    "claimer_id": _of_claimer("id"),
    "stands_for": _of_claimer("stands_for"),
    "places": (tuple, lambda claim, _: tuple(f"{p['start']}-{p['end']}" for p in claim["content"])),
    "decision": _of_claim("decision"),
}

TABLES: Mapping[str, Table] = {
    "claims": Table({name: of for name, (of, _) in _CLAIM.items()}, _claims),
    "documents": _plain(
        "document",
        {
            **dict.fromkeys(("id", "outlet", "title", "byline"), str),
            "credits": tuple,
            **dict.fromkeys(("repost_of", "published", "published_from", "place", "url"), str),
            **dict.fromkeys(("path", "fetched", "sha256", "language", "text"), str),
        },
    ),
    "relations": _plain(
        "relation",
        {
            **dict.fromkeys(("id", "kind", "left", "right"), str),
            "score": float,
            "decision": str,
            "reasons": tuple,
        },
    ),
    "problems": _plain("problem", dict.fromkeys(("kind", "message", "source", "document"), str)),
    "claimers": _plain(
        "claimer",
        {
            **dict.fromkeys(("id", "name", "kind", "role", "affiliation"), str),
            "stands_for": str,
            "aliases": tuple,
            "claims": int,
            "documents": int,
            "first": str,
            "last": str,
        },
    ),
    "origins": Table(
        {
            "origin": int,
            "independent": int,
            "reports": int,
            "claim": str,
            "chain": tuple,
            "heard": str,
            "echo": bool,
            "weakest": str,
            "weakest_score": float,
        },
        _origins,
    ),
}
"""By name. claims: start and end are those of the whole content, in characters of the document's
text; places: those of each piece. stands_for: whom a palace or a capital speaks for. origins: one
row a report; reports with one number are of one utterance; heard: who heard it."""
