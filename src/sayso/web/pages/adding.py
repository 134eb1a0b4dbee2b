"""Adding reports from the page, and how far it is."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, RedirectResponse

from sayso.model.errors import UnknownNameError
from sayso.web import intake, parts
from sayso.web.clerk import Job
from sayso.web.forms import form_of, text

router = APIRouter()


@router.get("/add")
def add(request: Request) -> Response:
    return parts.render(request, "add.html", jobs=parts.clerk(request).jobs())


@router.post("/add")
async def added(request: Request) -> Response:
    """Files, a pasted text, or both."""
    async with form_of(request) as form:
        given = await intake.given(form)
        pasted, name = text(form, "text"), text(form, "name")
    job = await run_in_threadpool(intake.begin, request, given, pasted, name)
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"job": job.id, "page": f"/jobs/{job.id}"})
    return RedirectResponse(f"/jobs/{job.id}", 303)


@router.get("/jobs/{number}")
def job(request: Request, number: int) -> Response:
    found = parts.clerk(request).job(number)
    if found is None:
        raise UnknownNameError(
            "the desk does not remember this work: it was started anew since. What was added"
            " before is in the case; add the rest again, and what is known is passed over"
        )
    page = parts.render(request, "job.html", job=found, report=report(found))
    if not found.ended:
        page.headers["refresh"] = "2"  # for who has no script
    return page


def report(job: Job) -> dict[str, object]:
    """What an adding did, as it may be shown."""
    return job.result if isinstance(job.result, dict) else {}
