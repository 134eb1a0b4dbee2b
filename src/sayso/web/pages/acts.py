"""What people do: verdicts, undo, notes, corrections, who is who. Forms of pages post here.

A form leads back to its page; the script of a page asks for JSON instead and changes what it shows.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote, urlsplit, urlunsplit

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import JSONResponse, RedirectResponse

from sayso.model.correction import Deed
from sayso.model.errors import UsageError
from sayso.model.relation import Verdict
from sayso.web import acting, parts
from sayso.web.forms import form_of, text

router = APIRouter()

_SAYS = {
    Verdict.CONFIRMED: "Confirmed", Verdict.REJECTED: "Rejected", Verdict.UNSURE: "Marked unsure",
    Verdict.WITHDRAWN: "Taken back",
}  # fmt: skip
Act = Callable[[Request, FormData], tuple[str, Deed | None]]


@router.post("/decide")
async def decide(request: Request) -> Response:
    return await _done(request, _decide)


@router.post("/undo")
async def undo(request: Request) -> Response:
    return await _done(request, _undo)


@router.post("/remark")
async def remark(request: Request) -> Response:
    return await _done(request, _remark)


@router.post("/correct")
async def correct(request: Request) -> Response:
    return await _done(request, _correct)


@router.post("/same")
async def same(request: Request) -> Response:
    return await _done(request, _same)


@router.post("/settle")
async def settle(request: Request) -> Response:
    return await _done(request, _settle)


def _decide(request: Request, form: FormData) -> tuple[str, Deed | None]:
    """say: "confirmed:<subject>", as the buttons have it; or verdict and subject."""
    verdict, _, subject = text(form, "say").partition(":")
    told = acting.verdict(verdict or text(form, "verdict"))
    deed = acting.decide(request, subject or text(form, "subject"), told, text(form, "note"))
    return _SAYS[told], deed


def _undo(request: Request, form: FormData) -> tuple[str, Deed | None]:
    kind, _, key = text(form, "deed").partition(":")
    if not key.isdecimal() or len(key) > 18:
        raise UsageError("tell what is to be taken back")
    return "Taken back", acting.undo(request, kind, int(key))


def _remark(request: Request, form: FormData) -> tuple[str, Deed | None]:
    if bookmark := text(form, "bookmark"):
        on, deed = acting.bookmark(request, bookmark)
        return ("Bookmarked" if on else "Bookmark taken away"), deed
    return "Noted", acting.note(request, text(form, "subject"), text(form, "note"))


def _correct(request: Request, form: FormData) -> tuple[str, Deed | None]:
    if text(form, "withdraw"):
        return "The correction is taken back", acting.uncorrect(request, text(form, "claim"))
    fix = acting.fix(
        {name: text(form, name) for name in ("source", "cue", "content", "cue_class")},
        {name: text(form, name) for name in ("name", "kind", "role", "affiliation")},
    )
    return "Corrected", acting.correct(request, text(form, "claim"), fix, text(form, "note"))


def _same(request: Request, form: FormData) -> tuple[str, Deed | None]:
    told = Verdict.REJECTED if text(form, "act") == "split" else Verdict.CONFIRMED
    pairs = acting.same(request, text(form, "one"), text(form, "other"), told, text(form, "note"))
    what = "are one claimer" if told is Verdict.CONFIRMED else "are two claimers"
    return f"Kept: they {what} ({pairs} pairs of names)", None


def _settle(request: Request, form: FormData) -> tuple[str, Deed | None]:  # noqa: ARG001 - Act
    acting.settle(request, ask=False)
    return "Claimers and ties are being worked out anew", None


async def _done(request: Request, act: Act) -> Response:
    async with form_of(request) as form:
        message, deed = await run_in_threadpool(act, request, form)
        where, at = parts.back(text(form, "back")), text(form, "at")
    if "application/json" in request.headers.get("accept", ""):
        told = {"said": message, "deed": f"{deed.kind}:{deed.key}" if deed else None}
        counts = acting.counting(request, deed) if deed else {}
        return JSONResponse(told | counts)
    return RedirectResponse(_with(where, message, at), 303)


def _with(path: str, message: str, at: str) -> str:
    """The page that the form stood on, with what was done; at: where on it."""
    split = urlsplit(path)
    kept = [part for part in split.query.split("&") if part and not part.startswith("said=")]
    query = "&".join([*kept, f"said={quote(message)}"])
    return urlunsplit(("", "", split.path, query, quote(at) or split.fragment))
