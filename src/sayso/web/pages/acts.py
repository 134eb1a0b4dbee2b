"""What people do: verdicts, undo, notes, corrections, claims, who is who. Forms of pages post here.

A form leads back to its page; the script of a page asks for JSON instead and changes what it shows.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import JSONResponse, RedirectResponse

from sayso.model.correction import Deed
from sayso.model.errors import UsageError
from sayso.model.relation import Verdict
from sayso.web import acting, fixes, parts
from sayso.web.forms import form_of, text

router = APIRouter()

_SAYS = {
    Verdict.CONFIRMED: "Confirmed", Verdict.REJECTED: "Rejected", Verdict.UNSURE: "Marked unsure",
    Verdict.WITHDRAWN: "Taken back",
}  # fmt: skip


class Done(NamedTuple):
    """said: to whoever did it. deed: what can be undone. where: it leads, "" for back."""

    said: str
    deed: Deed | None = None
    where: str = ""


Act = Callable[[Request, FormData], Done]


def _decide(request: Request, form: FormData) -> Done:
    """say: "confirmed:<subject>", as the buttons have it; or verdict and subject."""
    verdict, _, subject = text(form, "say").partition(":")
    told = acting.verdict(verdict or text(form, "verdict"))
    deed = acting.decide(request, subject or text(form, "subject"), told, text(form, "note"))
    return Done(_SAYS[told], deed)


def _undo(request: Request, form: FormData) -> Done:
    kind, _, key = text(form, "deed").partition(":")
    if not key.isdecimal() or len(key) > 18:
        raise UsageError("tell what is to be taken back")
    return Done("Taken back", acting.undo(request, kind, int(key)))


def _remark(request: Request, form: FormData) -> Done:
    if bookmark := text(form, "bookmark"):
        on, deed = acting.bookmark(request, bookmark)
        return Done("Bookmarked" if on else "Bookmark taken away", deed)
    return Done("Noted", acting.note(request, text(form, "subject"), text(form, "note")))


def _correct(request: Request, form: FormData) -> Done:
    if text(form, "withdraw"):
        deed = acting.uncorrect(request, text(form, "claim"))
        return Done("The correction is taken back", deed)
    told = partial(fixes.fix, form=_fields(form))
    return Done("Corrected", acting.correct(request, text(form, "claim"), told, text(form, "note")))


def _write(request: Request, form: FormData) -> Done:
    told = partial(fixes.fix, form=_fields(form))
    document = text(form, "document")
    deed = acting.add_claim(request, document, told, text(form, "note"))
    return Done("Kept: a claim that you wrote", deed, parts.Links().passage(deed.subject, document))


def _fields(form: FormData) -> dict[str, str]:
    return {name: text(form, name) for name in (*fixes.PLACES, *fixes.SPEAKER)}


def _same(request: Request, form: FormData) -> Done:
    told = Verdict.REJECTED if text(form, "act") == "split" else Verdict.CONFIRMED
    pairs = acting.same(request, text(form, "one"), text(form, "other"), told, text(form, "note"))
    what = "are one claimer" if told is Verdict.CONFIRMED else "are two claimers"
    return Done(f"Kept: they {what} ({pairs} pairs of names)")


def _settle(request: Request, form: FormData) -> Done:  # noqa: ARG001 - Act
    acting.settle(request, ask=False)
    return Done("Claimers and ties are being worked out anew")


def _route(act: Act) -> Callable[[Request], Awaitable[Response]]:
    """What a form posts to: does the act, and leads back."""

    async def done(request: Request) -> Response:
        return await _done(request, act)

    return done


async def _done(request: Request, act: Act) -> Response:
    async with form_of(request) as form:
        done = await run_in_threadpool(act, request, form)
        where, at = parts.back(done.where or text(form, "back")), text(form, "at")
    if "application/json" in request.headers.get("accept", ""):
        deed = done.deed
        told = {"said": done.said, "deed": f"{deed.kind}:{deed.key}" if deed else None}
        return JSONResponse(told | (acting.counting(request, deed) if deed else {}))
    return RedirectResponse(_with(where, done.said, at), 303)


def _with(path: str, message: str, at: str) -> str:
    """The page that the form stood on, with what was done; at: where on it."""
    split = urlsplit(path)
    kept = [part for part in split.query.split("&") if part and not part.startswith("said=")]
    query = "&".join([*kept, f"said={quote(message)}"])
    return urlunsplit(("", "", split.path, query, quote(at) or split.fragment))


_ACTS: dict[str, Act] = {
    "/decide": _decide, "/undo": _undo, "/remark": _remark, "/correct": _correct,
    "/write": _write, "/same": _same, "/settle": _settle,
}  # fmt: skip
for _path, _act in _ACTS.items():
    router.add_api_route(_path, _route(_act), methods=["POST"])
