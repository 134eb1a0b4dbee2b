"""What each table holds."""

from __future__ import annotations

from sayso.export.tables import TABLES
from tests.export.ledgers import Given, one

RELATION = {
    "type": "relation", "id": "r1", "kind": "denies", "left": "c1", "right": "c2", "score": 0.5,
    "reasons": [
        {"name": "act", "score": 0.4, "detail": "one denies"},
        {"name": "same day", "score": 0.1, "detail": "both on 4 March"},
    ],
    "decision": None,
}  # fmt: skip
CLAIMER = {
    "type": "claimer", "id": "e1", "name": "Adela Corrin", "kind": "person",
    "role": "Foreign Minister", "affiliation": None, "stands_for": None,
    "aliases": ["Corrin", "Ms. Corrin"],
    "claims": 3, "documents": 2, "first": "2031-03-04", "last": None,
}  # fmt: skip
ORIGIN = {
    "type": "origin", "independent": 1,
    "reports": [
        {"claim": "c1", "chain": ["Corrin", "HANA"], "origin": "HANA", "echo": False},
        {"claim": "c2", "chain": ["Corrin", "HANA", "RM24"], "origin": "HANA", "echo": True},
    ],
    "weakest": {"relation": "r1", "score": 0.7},
}  # fmt: skip


def _rows(name: str, ledger: Given) -> list[dict[str, object]]:
    table = TABLES[name]
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows(ledger)]


def test_a_document_has_its_text() -> None:
    (row,) = _rows("documents", one("[source:Ostrel] [cue:said] [content:it was cut]"))
    assert row["text"] == "Ostrel said it was cut"
    assert (row["outlet"], row["credits"]) == ("The Lannet Courier", ())


def test_a_relation_has_its_reasons() -> None:
    (row,) = _rows("relations", Given([RELATION]))
    assert row["reasons"] == ("one denies", "both on 4 March")
    assert (row["kind"], row["decision"]) == ("denies", None)


def test_a_problem_has_its_sentence() -> None:
    (row,) = _rows("problems", one("[content:x]"))
    assert row == {
        "kind": "empty", "message": "the file is empty", "source": "x.txt", "document": None
    }  # fmt: skip


def test_a_claimer_has_all_names() -> None:
    (row,) = _rows("claimers", Given([CLAIMER]))
    assert (row["name"], row["aliases"], row["claims"]) == (
        "Adela Corrin", ("Corrin", "Ms. Corrin"), 3
    )  # fmt: skip


def test_an_origin_has_a_row_for_each_report() -> None:
    first, second = _rows("origins", Given([ORIGIN, ORIGIN]))[1:3]
    assert (first["origin"], first["claim"], first["echo"]) == (1, "c2", True)
    assert (second["origin"], second["chain"]) == (2, ("Corrin", "HANA"))
    assert (second["independent"], second["reports"], second["weakest_score"]) == (1, 2, 0.7)


def test_values_are_of_the_type_of_their_column() -> None:
    ledger = Given([*one("[content:x]", credits=("HANA",)).lines(), RELATION, CLAIMER, ORIGIN])
    for name, table in TABLES.items():
        rows = list(table.rows(ledger))
        assert rows, name
        for row in rows:
            for value, (column, of) in zip(row, table.columns.items(), strict=True):
                assert value is None or type(value) is of, (name, column)
