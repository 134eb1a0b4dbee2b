"""The help texts of the commands, in the place of what stands in docs/reference/commands.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
from click.testing import CliRunner

from sayso.cli.main import sayso

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "commands.md"
_WIDTH = 80
_BLOCK = re.compile(r"(?P<head><!-- help: (?P<name>.*?) -->\n```\n).*?(?P<tail>```\n)", re.DOTALL)


def commands() -> dict[str, click.Command]:
    """Every command by the words one types: "sayso", "sayso add", …"""
    return {"sayso": sayso} | dict(_below("sayso", sayso))


def _below(name: str, group: click.Group) -> Iterator[tuple[str, click.Command]]:
    for word, each in group.commands.items():
        yield f"{name} {word}", each
        if isinstance(each, click.Group):
            yield from _below(f"{name} {word}", each)


def help_of(name: str) -> str:
    """What `--help` prints on a terminal of 80 columns."""
    words = name.split()[1:]
    done = CliRunner().invoke(
        sayso,
        [*words, "--help"],
        prog_name="sayso",
        terminal_width=_WIDTH,
        max_content_width=_WIDTH,
    )
    assert done.exit_code == 0, done.output
    return done.output


def filled(page: str) -> str:
    """The page with every help text as it is now."""
    return _BLOCK.sub(lambda block: block["head"] + help_of(block["name"]) + block["tail"], page)


def documented(page: str) -> list[str]:
    """The commands that the page has a help text for, in its order."""
    return [block["name"] for block in _BLOCK.finditer(page)]
