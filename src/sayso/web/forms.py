"""What a form brings, and whether it may."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from sayso.web import parts
from sayso.web.guard import TOKEN_FIELD, TOKEN_HEADER

MOST_FILES = 500
_STALE = "this page is of an earlier start of the desk; load it again, and nothing will be lost"


@asynccontextmanager
async def form_of(request: Request) -> AsyncIterator[FormData]:
    """The form, where it brings the token of this start. Raises HTTPException 403."""
    told = request.form(max_files=MOST_FILES, max_fields=1000, max_part_size=60_000_000)
    async with told as form:
        check(request, form)
        yield form


def check(request: Request, form: FormData | None = None) -> None:
    """Whether a change brings the token, as a header or in its form."""
    token = request.headers.get(TOKEN_HEADER) or (text(form, TOKEN_FIELD) if form else None)
    if not parts.allowed(request).fits(token):
        raise HTTPException(403, _STALE)


def text(form: FormData, name: str) -> str:
    """One value, "" where there is none."""
    value = form.get(name)
    return "" if value is None or isinstance(value, UploadFile) else value.strip()
