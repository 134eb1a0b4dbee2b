"""The columns of the exports' tables, in the place of what stands in docs/reference/exports.md."""

from __future__ import annotations

import re
from pathlib import Path

from sayso.export.tables import TABLES, Table

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "exports.md"
_TYPES = {
    str: "",
    bool: " (true or false)",
    int: " (whole number)",
    float: " (number)",
    tuple: " (list)",
}
_PLACE = re.compile(r"(?<=<!-- tables -->\n).*?(?=<!-- end -->)", re.DOTALL)


def filled(page: str) -> str:
    """The page with the tables of today."""
    rows = [f"| `{name}` | {_columns(table)} |" for name, table in TABLES.items()]
    text = "\n".join(["| table | columns |", "|---|---|", *rows, ""])
    return _PLACE.sub(lambda _: text, page)


def _columns(table: Table) -> str:
    return ", ".join(f"`{name}`{_TYPES[of]}" for name, of in table.columns.items())
