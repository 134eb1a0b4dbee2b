"""Tables for spreadsheets: one row a claim, document, relation, problem, claimer or report."""

from __future__ import annotations

import csv as table
import io
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from sayso.export.base import Format, Ledger
from sayso.export.tables import TABLES, Table


def csv(of: Table, ledger: Ledger) -> Iterator[str]:
    """A header, then one row a thing."""
    yield _written(of.columns)
    for row in of.rows(ledger):
        yield _written(map(_cell, row))


def _cell(value: Any) -> str:
    """A value for a spreadsheet, which would run words that start like a formula: these get a
    quotation mark in front, as spreadsheets themselves write them."""
    text = _text(value).encode("utf-8", "backslashreplace").decode("utf-8")
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _written(cells: Iterable[str]) -> str:
    out = io.StringIO()
    table.writer(out).writerow(cells)
    return out.getvalue()


FORMAT = Format(tables={name: partial(csv, of) for name, of in TABLES.items()}, suffix=".csv")
