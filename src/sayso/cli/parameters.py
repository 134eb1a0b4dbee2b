"""Arguments and options that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class IsoDate(click.ParamType[str]):
    """A year, month or day: 2016, 2016-12 or 2016-12-12."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not _DATE.fullmatch(str(value)):
            self.fail(f"{value!r} is no date; write 2016, 2016-12 or 2016-12-12", param, ctx)
        return str(value)


def case_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """CASE, the file of the case."""
    # Whether it can be read is found out by opening it, which says so in one line.
    kind = click.Path(path_type=Path, readable=False)
    return click.argument("case", type=kind)(command)


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """--json, for programs."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")(command)


def output_option(told: str = "Where to write; standard output if not given.") -> Decorator:
    """--output, a file."""
    kind = click.Path(path_type=Path)
    return click.option("--output", "-o", "file", type=kind, metavar="FILE", help=told)


def limit_option(default: int | None, what: str) -> Decorator:
    """--limit, a count above zero."""
    return click.option(
        "--limit",
        type=click.IntRange(min=1),
        default=default,
        show_default=default is not None,
        help=f"At most so many {what}.",
    )
