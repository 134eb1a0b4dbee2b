"""Ledgers of given lines, for tests of what is written of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.export.base import Line
from sayso.model import wire
from sayso.model.trace import Maker, Problem
from tests.ledger import report

FIRST = ("document", "claim", "relation", "problem")


class Given:
    """A ledger of these lines, with bytes by the id of the document."""

    def __init__(self, lines: Iterable[Line], originals: dict[str, bytes] | None = None) -> None:
        self._lines = lines
        self._originals = originals or {}

    def lines(self, *kinds: str) -> Iterator[Line]:
        return (line for line in self._lines if line["type"] in (kinds or FIRST))

    def original(self, document: str) -> bytes:
        return self._originals[document]


def one(text: str, **facts: Any) -> Given:
    """A ledger with one document, the one claim in it, and a problem."""
    document, claim = report(text, **facts)
    lines = [wire.document(document), wire.claim(claim, Maker("tagger", "1"))]
    return Given([*lines, wire.problem(Problem("empty", "the file is empty", "x.txt"))])
