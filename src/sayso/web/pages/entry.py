"""The way in: the password, the name under which one decides, and the files that pages load."""

from __future__ import annotations

import asyncio
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from sayso.web import parts
from sayso.web.forms import form_of, text
from sayso.web.guard import SESSION

router = APIRouter()

_YEAR = 365 * 24 * 3600
_SLOW = 1.0  # seconds that a wrong password costs


@router.get("/static/{name}")
def static(name: str) -> Response:
    if name not in parts.assets():
        raise HTTPException(404, "there is no such file")
    kind, raw = parts.assets()[name]
    headers = {"cache-control": "public, max-age=31536000, immutable"}
    return Response(raw, media_type=kind, headers=headers)


@router.get("/favicon.ico")
def icon() -> Response:
    return Response(status_code=204)


@router.post("/name")
async def name(request: Request) -> Response:
    """Decide under this name from now on, in this browser."""
    async with form_of(request) as form:
        answer = RedirectResponse(parts.back(text(form, "back")), 303)
        given = quote(parts.name(text(form, "name")))
    answer.set_cookie(parts.WHO, given, max_age=_YEAR, httponly=True, samesite="strict")
    return answer


@router.get("/login")
def login(request: Request) -> Response:
    return parts.render(request, "login.html", wrong=False)


@router.post("/login")
async def entered(request: Request) -> Response:
    """No token: the page is open to all, and a wrong password gives nothing."""
    async with request.form(max_files=0, max_fields=10) as form:
        session = parts.allowed(request).enter(text(form, "password"))
    if session is None:
        await asyncio.sleep(_SLOW)
        return parts.render(request, "login.html", 403, wrong=True)
    answer = RedirectResponse("/", 303)
    answer.set_cookie(SESSION, session, httponly=True, samesite="strict")
    return answer


@router.post("/logout")
async def left(request: Request) -> Response:
    async with form_of(request):
        pass
    parts.allowed(request).leave(request.cookies.get(SESSION))
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(SESSION)
    return answer
