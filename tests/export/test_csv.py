"""One row a thing, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest

from sayso.export.csv import FORMAT
from sayso.export.csv import csv as exported
from sayso.export.tables import TABLES
from sayso.model import wire
from sayso.model.trace import Maker
from tests.export.ledgers import Given, one
from tests.ledger import report


def _rows(ledger: Given, table: str = "claims") -> list[dict[str, str]]:
    text = "".join(exported(TABLES[table], ledger))
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_claim_is_a_row_with_its_document() -> None:
    (row,) = _rows(
        one(
            '[content:"Theatre,"] [source:Ostrel] [cue:said]. [content:"For\nthe galleries."]',
            credits=("HANA", "Interline"),
        )
    )
    assert row["claimer"] == "Henrik Ostrel"
    assert row["content"] == '"Theatre," … "For\nthe galleries."'
    assert (row["start"], row["end"], row["places"]) == ("0", "44", "0-10; 24-44")
    assert (row["outlet"], row["published"]) == ("The Lannet Courier", "2031-03-04")
    assert (row["credits"], row["path"]) == ("HANA; Interline", "reports/courier.txt")
    assert (row["negated"], row["score"], row["said"]) == ("false", "0.875", "")
    assert list(row) == list(TABLES["claims"].columns)


def test_a_claim_without_source_and_document_is_a_row() -> None:
    _, claim = report("[content:It was cut]")
    (row,) = _rows(Given([wire.claim(claim, Maker("tagger", "1"))]))
    assert (row["source"], row["outlet"], row["content"]) == ("", "", "It was cut")


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_words_never_become_a_formula(start: str) -> None:
    (row,) = _rows(one(f"[source:Ostrel] [cue:said] [content:{start}SUM(A1:A9)]"))
    assert row["content"] == f"'{start}SUM(A1:A9)"


def test_rows_come_one_by_one() -> None:
    def lines() -> Iterator[dict[str, Any]]:
        document, claim = report("[source:Ostrel] [cue:said] [content:it was cut]")
        yield wire.document(document)
        yield wire.claim(claim, Maker("tagger", "1"))
        raise AssertionError("the export read on before it gave what it had")

    pieces = exported(TABLES["claims"], Given(lines()))
    assert next(pieces).startswith("claim,claimer,")
    assert "it was cut" in next(pieces)


def test_the_claims_are_the_table_that_is_meant() -> None:
    assert next(iter(FORMAT.tables)) == "claims"
