"""The reference of exports does not lie: every format, table, column and field is there."""

from __future__ import annotations

import re

import pytest

from sayso import plugins
from sayso.model import wire
from sayso.model.relation import Relation, RelationKind
from sayso.model.trace import Maker, Problem
from tests.docs import tables
from tests.ledger import report

PAGE = tables.PAGE.read_text(encoding="utf-8")
DOCUMENT, CLAIM = report("[source:Ostrel] [cue:said] [content:it was cut]")
SHAPES = [
    wire.document(DOCUMENT),
    wire.claim(CLAIM, Maker("tagger", "1")),
    wire.relation(Relation.make(RelationKind.DENIES, "a", "b", 0.5), None),
    wire.problem(Problem("empty", "the file is empty", "x.txt")),
]


@pytest.mark.parametrize("name", plugins.names("format"))
def test_every_format_is_documented(name: str) -> None:
    assert f"| `{name}` | " in PAGE


def test_tables_are_those_of_today() -> None:
    assert tables.filled(PAGE) == PAGE, "run: .venv/bin/python -m tests.docs.update"


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: str(shape["type"]))
def test_fields_are_there(shape: wire.Shape) -> None:
    (row,) = re.findall(rf"^\| `{shape['type']}` \| (.*) \|$", PAGE, re.MULTILINE)
    fields = re.findall(r"`(\w+)`", re.sub(r"\(.*?\)", "", row))
    assert fields
    assert [field for field in fields if field not in shape] == []
