"""Parquet, read back by pyarrow and pandas."""

from __future__ import annotations

import builtins
import io
from typing import Any

import pyarrow.parquet
import pytest

from sayso.export import parquet
from sayso.export.tables import TABLES
from sayso.model.errors import MissingPartError
from tests.export.ledgers import Given, story


def _read(name: str, ledger: Given) -> pyarrow.Table:
    return pyarrow.parquet.read_table(io.BytesIO(b"".join(parquet.parquet(TABLES[name], ledger))))


@pytest.mark.parametrize("name", list(TABLES))
def test_rows_come_back_with_their_types(name: str) -> None:
    table = TABLES[name]
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows(story())]
    found = _read(name, story())
    assert found.column_names == list(table.columns)
    assert [
        {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
        for row in found.to_pylist()
    ] == rows


def test_a_table_without_rows_has_its_columns() -> None:
    found = _read("claims", Given([]))
    assert found.num_rows == 0
    assert str(found.schema.field("credits").type) == "list<element: string>"
    assert str(found.schema.field("score").type) == "double"


def test_rows_are_written_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_AT_ONCE", 2)
    pieces = list(parquet.parquet(TABLES["claims"], story()))
    read = pyarrow.parquet.ParquetFile(io.BytesIO(b"".join(pieces)))
    assert read.metadata.num_row_groups == 2
    assert all(pieces)


def test_without_pyarrow_it_tells_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingPartError, match=r"pip install 'sayso\[parquet\]'"):
        next(parquet.parquet(TABLES["claims"], story()))
