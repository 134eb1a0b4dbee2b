"""Options of the commands that ask the net."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

_OPTIONS = (
    click.option("--offline", is_flag=True, help="Ask nothing of the net; use what is kept."),
    click.option(
        "--allow-private", is_flag=True, help="Also ask machines of your own network or this one."
    ),
    click.option(
        "--contact", default="", metavar="WORDS", help="Address that sites are told, to reach you."
    ),
)


def net_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options, handed over as one `fetcher`."""

    @wraps(command)
    def called(*given: Any, offline: bool, allow_private: bool, contact: str, **more: Any) -> Any:
        from sayso.fetch import Fetcher, Manners
        from sayso.model.errors import UsageError

        if not contact.isascii() or not contact.isprintable():
            raise UsageError("--contact: plain ASCII letters only, as it stands in a header")
        fetcher = Fetcher(Manners(offline, allow_private, contact))
        return command(*given, fetcher=fetcher, **more)

    for option in reversed(_OPTIONS):
        called = option(called)
    return called
