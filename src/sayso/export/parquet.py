"""The tables as Parquet, with their types, for data frames and query engines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from sayso.export.base import Format, Ledger
from sayso.export.tables import TABLES, Table
from sayso.export.zipped import Outlet
from sayso.model.errors import MissingPartError

if TYPE_CHECKING:
    import pyarrow

_AT_ONCE = 2_000  # rows that are held and written together


def parquet(of: Table, ledger: Ledger) -> Iterator[bytes]:
    """One row a thing. Dates stay as precise as they are known ("2016-12"), so they are strings.

    Raises MissingPartError without pyarrow.
    """
    try:
        from pyarrow import RecordBatch
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        raise MissingPartError("pyarrow", "pip install 'sayso[parquet]'") from error
    schema, out, rows = _schema(of), Outlet(), of.rows(ledger)
    with ParquetWriter(out, schema, compression="zstd") as writer:
        while some := list(islice(rows, _AT_ONCE)):
            columns = [list(column) for column in zip(*some, strict=True)]
            writer.write_batch(RecordBatch.from_arrays(_arrays(columns, schema), schema=schema))
            yield out.taken()
    yield out.taken()


def _schema(of: Table) -> pyarrow.Schema:
    import pyarrow

    types = {
        str: pyarrow.string(),
        bool: pyarrow.bool_(),
        int: pyarrow.int64(),
        float: pyarrow.float64(),
        tuple: pyarrow.list_(pyarrow.string()),
    }
    return pyarrow.schema([(name, types[kind]) for name, kind in of.columns.items()])


def _arrays(columns: list[list[object]], schema: pyarrow.Schema) -> list[pyarrow.Array]:
    from pyarrow import array

    return [array(column, kind) for column, kind in zip(columns, schema.types, strict=True)]


FORMAT = Format(
    tables={name: partial(parquet, of) for name, of in TABLES.items()},
    suffix=".parquet",
    binary=True,
)
