"""`sayso who`, `sayso join`, `sayso split`: claimers across documents, and who is who."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli import output
from sayso.cli.parameters import Decorator, case_argument, json_option, limit_option
from sayso.cli.trouble import DONE

if TYPE_CHECKING:
    from sayso.model.actor import Actor
    from sayso.view.who import ActorRow

COLUMNS = (
    "claimer", "kind", "role", "affiliation", "aliases", "claims", "documents", "first", "last",
    "id", "stands for",
)  # fmt: skip


@click.command(short_help="List who speaks, under one name across documents.")
@case_argument
@click.argument("name", required=False)
@limit_option(None, "claimers")
@json_option
def who(case: Path, name: str | None, limit: int | None, as_json: bool) -> int:
    """List every claimer of a CASE with its role, aliases, claims, documents and dates.

    With a NAME, or words of a role ("Halvern foreign minister"): that claimer, how each document
    names it, and why these are taken for one. `sayso join` and `sayso split` correct it.
    """
    from sayso.case import Case

    with Case(case, write=False) as opened:
        found = opened.who(name)[:limit]
    if as_json:
        from sayso.model import wire

        output.json_lines(map(wire.actor if name is None else wire.actor_in_full, found))
    elif name is None:
        _list(found)
    else:
        _pages(found)
    return DONE


def _list(found: Sequence[Actor]) -> None:
    from sayso.view.who import actor_rows

    rows = actor_rows(found)
    if not output.drawn():
        output.cells([COLUMNS, *map(cells, rows)])
        return
    from sayso.cli import draw_who

    draw_who.actors(rows, output.console())
    output.note(output.count(len(rows), "claimer"))


def _pages(found: Sequence[Actor]) -> None:
    from sayso.cli import draw_who
    from sayso.view.who import actor_page

    for actor in found:
        draw_who.actor(actor_page(actor), output.console())


def cells(row: ActorRow) -> tuple[str, ...]:
    """A row as the cells of one line, in the order of COLUMNS."""
    return (
        row.name, row.kind, row.role, row.affiliation, "; ".join(row.aliases), str(row.claims),
        str(row.documents), row.first, row.last, row.id, row.stands_for,
    )  # fmt: skip


def _decision_options(command: Callable[..., Any]) -> Callable[..., Any]:
    options: Sequence[Decorator] = (
        click.option("--note", default="", metavar="WORDS", help="Why, in your words."),
        click.option("--as", "person", metavar="NAME", help="Who decides; else the user's name."),
        click.argument("other"),
        click.argument("name"),
        case_argument,
    )
    for option in options:
        command = option(command)
    return command


@click.command(short_help="Decide that two claimers are one.")
@_decision_options
def join(case: Path, name: str, other: str, person: str | None, note: str) -> int:
    """Decide that the claimers NAME and OTHER of a CASE are one.

    Names are those that documents give (`sayso who CASE NAME` lists them); NAME@DOCUMENT means
    that document only. The decision holds through every later `add`; `sayso split` takes it back.
    """
    return _decide("join", case, (name, other), person, note)


@click.command(short_help="Decide that two claimers are not one.")
@_decision_options
def split(case: Path, name: str, other: str, person: str | None, note: str) -> int:
    """Decide that the claimers NAME and OTHER of a CASE are not one.

    Names are those that documents give (`sayso who CASE NAME` lists them); NAME@DOCUMENT means
    that document only. The decision holds through every later `add`; `sayso join` takes it back.
    """
    return _decide("split", case, (name, other), person, note)


def _decide(act: str, case: Path, names: tuple[str, str], person: str | None, note: str) -> int:
    from sayso.case import Case

    with Case(case) as opened:
        decide = opened.join if act == "join" else opened.split
        made = decide(*names, who=person or user(), note=note)
    output.note(f"{output.count(made, 'decision')} kept")
    return DONE


def user() -> str:
    """The name of whoever runs the command."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a machine where the user has no name
        return "unknown"
