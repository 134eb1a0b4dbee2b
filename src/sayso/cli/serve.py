"""`sayso serve`: the desk, a local web app."""

from __future__ import annotations

import os
import socket
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import click

from sayso.cli import output
from sayso.cli.parameters import case_argument
from sayso.cli.trouble import DONE
from sayso.cli.who import user
from sayso.model.errors import SaysoError, UsageError

PASSWORD = "SAYSO_PASSWORD"
PORT = 8741


@click.command(short_help="Read, check and decide in a local web app.")
@case_argument
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True,
              help="Where it listens; 0 takes any that is free.")  # fmt: skip
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS",
              help="Another address than this machine's own; needs a password.")  # fmt: skip
@click.option("--password", is_flag=True,
              help=f"Ask everybody for a password: {PASSWORD}, or one typed now.")  # fmt: skip
@click.option("--read-only", is_flag=True, help="Nothing can be changed.")
@click.option("--as", "person", metavar="NAME", help="Who decides; else the user's name.")
@click.option("--open", "browser", is_flag=True, help="Open it in the browser.")
def serve(
    case: Path,
    port: int,
    host: str,
    password: bool,
    read_only: bool,
    person: str | None,
    browser: bool,
) -> int:
    """Open the desk of a CASE: its claims, documents and ties, to be read, checked and decided on.

    It listens on this machine only and asks the net for nothing. On a machine that others use,
    give --password: whoever can reach the port can read the case. Stop it with Ctrl-C; whatever
    was decided is in the CASE.
    """
    import uvicorn

    from sayso.store import Store
    from sayso.web.app import create_app
    from sayso.web.settings import Settings

    closing(Store.open(case)).__exit__(None, None, None)  # is it there, and ours?
    fixed = read_only or not _writable(case)
    if fixed and not read_only:
        output.note(f"{case} cannot be written: the desk is read-only")
    settings = Settings(case, host, port, person or user(), fixed, _password(password))
    with _listen(host, port) as listening:
        settings = replace(settings, port=listening.getsockname()[1])
        output.note(f"the desk of {case}: {settings.address}  (stop it with Ctrl-C)")
        if browser:
            click.launch(settings.address)
        config = uvicorn.Config(
            create_app(settings),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            ws="none",
            timeout_graceful_shutdown=3,
        )
        uvicorn.Server(config).run(sockets=[listening])
    return DONE


def _writable(case: Path) -> bool:
    """Whether the case and its folder, where SQLite keeps files beside it, can be written."""
    return os.access(case, os.W_OK) and os.access(case.resolve().parent, os.W_OK)


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises SaysoError, with what to do, where the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, asyncio sends each answer at once; else a browser waits 40 ms for its end.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen()  # whoever comes before the desk is ready waits, and is not turned away
    except OSError as error:
        made.close()
        why = (error.strerror or str(error)).lower()
        raise SaysoError(
            f"cannot listen on {host}:{port}: {why}; is another desk open? try --port 0"
        ) from error
    return made


def _password(wanted: bool) -> str | None:
    """The password, from the environment or asked for; None where none is wanted."""
    known = os.environ.get(PASSWORD)
    if known or not wanted:
        return known or None
    told: str = click.prompt(
        "Password for the desk", hide_input=True, confirmation_prompt=True, err=True
    )
    if not told.strip():
        raise UsageError("the password is empty")
    return told
