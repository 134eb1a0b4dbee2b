"""What every page needs: its parts of the app, who asks, and templates."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, cast
from urllib.parse import quote, unquote, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso.look import environment, stylesheet
from sayso.model.errors import UnknownNameError, UsageError
from sayso.view.plain import line
from sayso.web.clerk import Clerk
from sayso.web.guard import Pass
from sayso.web.reading import Reading
from sayso.web.settings import Settings

T = TypeVar("T")

WHO = "sayso_who"  # the cookie with the name under which one decides
_NAME = 80  # characters


class Links:
    """Where links lead, for the macros of the look; see `look.addresses`."""

    def claim(self, made: str) -> str:
        return f"/claims/{quote(made)}"

    def passage(self, made: str, document: str) -> str:
        return f"/documents/{quote(document)}?claim={quote(made)}#at-{quote(made)}"

    def document(self, made: str) -> str:
        return f"/documents/{quote(made)}"

    def claimer(self, made: str, document: str) -> str:  # noqa: ARG002 - the macros' signature
        return f"/claimers/{quote(made)}"

    def link(self, made: str) -> str:
        return f"/ties/{quote(made)}"


def settings(request: Request) -> Settings:
    return cast(Settings, request.app.state.settings)


def reading(request: Request) -> Reading:
    return cast(Reading, request.app.state.reading)


def clerk(request: Request) -> Clerk:
    return cast(Clerk, request.app.state.clerk)


def allowed(request: Request) -> Pass:
    return cast(Pass, request.app.state.allowed)


def who(request: Request) -> str:
    """Under which name whoever asks decides."""
    return name(unquote(request.cookies.get(WHO, ""))) or settings(request).who


def name(told: str) -> str:
    """A person's name as it is kept: one line, not too long."""
    return line(told)[:_NAME].strip()


def here(request: Request, **changes: Any) -> str:
    """The address of this page with some of its questions changed; None takes one out."""
    asked = {key: value for key, value in request.query_params.multi_items() if value}
    asked |= {key: str(value) for key, value in changes.items() if value is not None}
    for key in [key for key, value in changes.items() if value is None]:
        asked.pop(key, None)
    return request.url.path + (f"?{urlencode(asked)}" if asked else "")


def back(told: Any) -> str:
    """Where a form leads back to: a page of this desk, whatever the form says."""
    path = str(told or "/")
    fit = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if fit else "/"


def only(found: Sequence[T], what: str, made: str) -> T:
    """The one thing that an id names. Raises UnknownNameError where there is none."""
    if not found:
        raise UnknownNameError(f"there is no {what} {line(made)} in this case")
    return found[0]


def page_number(request: Request, size: int) -> int:
    """The offset of the page that is asked for; pages are counted from 1."""
    told = request.query_params.get("page", "1")
    if not told.isdecimal() or not 1 <= len(told) <= 9:
        raise UsageError(f"no page is called {told!r}")
    return (max(int(told), 1) - 1) * size


@cache
def templates() -> Any:
    """The templates of the desk, with those of the look."""
    made = environment("sayso.web")
    made.globals.update(to=Links(), stamp=stamp(), KEYS=KEYS)
    return made


KEYS = (
    ("j, k", "next, one before"), ("y, n, u", "confirm, reject, unsure"), ("z", "undo"),
    ("b", "bookmark"), ("e", "correct"), ("w", "write a claim that nothing found"),
    ("Enter", "open"), ("/", "search"), ("?", "this help"),
)  # fmt: skip


@cache
def assets() -> dict[str, tuple[str, bytes]]:
    """The files a page loads: their type and bytes, by name."""
    folder = files("sayso.web") / "static"
    css = stylesheet() + (folder / "desk.css").read_text(encoding="utf-8")
    return {
        "desk.css": ("text/css; charset=utf-8", css.encode()),
        "desk.js": ("text/javascript; charset=utf-8", (folder / "desk.js").read_bytes()),
    }


@cache
def stamp() -> str:
    """Changes with the files, so that a browser can keep them."""
    together = b"".join(raw for _, raw in assets().values())
    return hashlib.sha256(together).hexdigest()[:12]


def render(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page. values: of its template."""
    own = settings(request)
    html = (
        templates()
        .get_template(template)
        .render(
            case=line(own.case.name),
            read_only=own.read_only,
            password=own.password is not None,
            token=allowed(request).token,
            who=who(request),
            path=request.url.path,
            back=here(request),
            change=lambda **changes: here(request, **changes),
            said=line(request.query_params.get("said", ""))[:300],
            **values,
        )
    )
    return HTMLResponse(html, status)
