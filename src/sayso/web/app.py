"""The app: parts put together, errors turned into pages and into JSON in this one place."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from sayso.model.errors import (
    CaseBusyError,
    CaseError,
    CaseFullError,
    EvidenceError,
    SaysoError,
    UnknownNameError,
    UsageError,
)
from sayso.view.plain import line
from sayso.web import api, pages, parts
from sayso.web.clerk import Clerk
from sayso.web.guard import Guard, Pass
from sayso.web.reading import Reading
from sayso.web.settings import Settings

_THREADS = 8  # that read at once; each has a connection of its own
_CODES = (  # the first that fits
    (UnknownNameError, 404), (UsageError, 400), (EvidenceError, 400), (CaseBusyError, 503),
    (CaseFullError, 507), (CaseError, 500), (SaysoError, 400),
)  # fmt: skip


def create_app(settings: Settings) -> FastAPI:
    """The desk of a case. The case must be there."""
    clerk = Clerk(settings.case)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        from anyio.to_thread import current_default_thread_limiter

        current_default_thread_limiter().total_tokens = _THREADS
        clerk.start()
        yield
        clerk.stop()
        app.state.reading.close()

    app = FastAPI(
        title="sayso",
        description="Who said what, on whose say-so: the ledger of a case, as the export has it.",
        version=_version(),
        lifespan=life,
        openapi_url="/api/openapi.json",
        docs_url=None,  # they load scripts from the net
        redoc_url=None,
    )
    app.state.settings = settings
    app.state.reading = Reading(settings.case)
    app.state.clerk = clerk
    app.state.allowed = Pass(settings)
    app.include_router(pages.router())
    app.include_router(api.router())
    for kind in (SaysoError, HTTPException, RequestValidationError):
        app.add_exception_handler(kind, _told)
    app.add_middleware(Guard, settings=settings, allowed=app.state.allowed)
    return app


async def _told(request: Request, error: Exception) -> Response:
    """An error, as JSON for the API and for scripts, as a page for people."""
    code, message = _code(error), _message(error)
    wants = request.headers.get("accept", "")
    if request.url.path.startswith("/api") or "application/json" in wants:
        return JSONResponse({"error": message}, code)
    return parts.render(request, "error.html", code, message=message, code=code)


def _code(error: Exception) -> int:
    if isinstance(error, HTTPException):
        return error.status_code
    if isinstance(error, RequestValidationError):
        return 422
    return next((code for kind, code in _CODES if isinstance(error, kind)), 500)


def _message(error: Exception) -> str:
    if isinstance(error, RequestValidationError):
        first: dict[str, Any] = next(iter(error.errors()), {})
        where = " ".join(str(part) for part in first.get("loc", ()))
        return line(f"{where}: {first.get('msg', 'makes no sense')}")
    if isinstance(error, HTTPException):
        return line(str(error.detail))
    return line(str(error))


def _version() -> str:
    from importlib.metadata import version

    return version("sayso")
