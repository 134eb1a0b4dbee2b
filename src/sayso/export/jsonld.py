"""What the exports in JSON-LD share: how things are called, and an array given item by item."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from sayso.export.base import Ledger, Line
from sayso.export.jsonl import json_line

Node = dict[str, Any]

TERMS = "urn:sayso:term:"
"""Before the names of fields that the vocabularies of others have no word for."""

ITEMS, TOTAL = "\x00items", "\x00total"
"""Where `filled` puts the items, and, behind them, how many there were."""


def filled(shape: Mapping[str, Any], items: Iterable[Node]) -> Iterator[str]:
    """A shape as JSON, with the items as an array in the place of ITEMS, one a line."""
    head, tail = json.dumps(shape, ensure_ascii=False).split(json.dumps(ITEMS))
    yield head + "[\n"
    total = 0
    for item in items:
        yield ("" if total == 0 else ",\n") + json_line(item).rstrip("\n")
        total += 1
    yield f"\n]{tail.replace(json.dumps(TOTAL), str(total))}\n"


def iri(made: str) -> str:
    """How a thing with an id is called."""
    return f"urn:sayso:{made}"


def named(kind: str, name: str) -> str:
    """How a thing that has only a name is called: an outlet, an agency."""
    return f"urn:sayso:{kind}:{quote(' '.join(name.casefold().split()), safe='')}"


def bare(node: Mapping[str, Any]) -> Node:
    """The node without the fields that hold nothing."""
    return {name: value for name, value in node.items() if value not in (None, [], "")}


def utterance(first: str) -> str:
    """How an utterance is called: after the first claim that reports it."""
    return iri(f"utterance:{first}")


def utterances(ledger: Ledger) -> dict[str, Line]:
    """The origin of each claim that shares one with others, by the claim's id."""
    return {
        report["claim"]: origin for origin in ledger.lines("origin") for report in origin["reports"]
    }
