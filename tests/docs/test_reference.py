"""The reference does not lie: every command is there, with its help of today."""

from __future__ import annotations

import click
import pytest

from sayso.cli import claims, search, versions, who
from tests.docs.reference import PAGE, commands, documented, filled


def test_every_command_is_documented() -> None:
    assert documented(PAGE.read_text(encoding="utf-8")) == list(commands())


def test_help_texts_are_of_today() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == filled(page), "run: .venv/bin/python -m tests.docs.update"


@pytest.mark.parametrize("name", list(commands()))
def test_every_option_has_a_help_text(name: str) -> None:
    for parameter in commands()[name].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


@pytest.mark.parametrize("columns", [claims.COLUMNS, search.COLUMNS, who.COLUMNS, versions.COLUMNS])
def test_columns_of_piped_output_are_documented(columns: tuple[str, ...]) -> None:
    assert ", ".join(f"`{name}`" for name in columns) in PAGE.read_text(encoding="utf-8")
