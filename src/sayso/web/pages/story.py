"""The first page: how much there is, what is new, what waits, what went wrong."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request, Response

from sayso.store import now
from sayso.store.desk import Desk
from sayso.view.plain import line
from sayso.web import parts

router = APIRouter()

SEEN, VISIT = "sayso_seen", "sayso_visit"
_YEAR = 365 * 24 * 3600
_SHOWN = 12


@router.get("/")
def story(request: Request) -> Response:
    since = _since(request)
    reading = parts.reading(request)
    with reading.desk() as desk:
        told = reading.remember(desk, "story", lambda: _told(desk))
        new = _new(desk, since)
    page = parts.render(request, "story.html", since=since, new=new, **told)
    if VISIT not in request.cookies:
        page.set_cookie(VISIT, since, httponly=True, samesite="strict")
    page.set_cookie(SEEN, now(), max_age=_YEAR, httponly=True, samesite="strict")
    return page


def _told(desk: Desk) -> dict[str, Any]:
    """What is the same for everybody."""
    facets = desk.outlets_and_months()
    return {
        "numbers": desk.numbers(),
        "waiting": desk.waiting(),
        "counts": _by_kind(desk),
        "claimers": desk.claimer_page(limit=_SHOWN)[0],
        "outlets": facets["outlet"],
        "months": sorted(facets["month"], key=lambda one: one.value),
        "problems": [(line(p.source), line(p.message)) for p in desk.problems()[:_SHOWN]],
        "deeds": desk.deeds(limit=6),
        "settled": desk.settled(),
    }


def _by_kind(desk: Desk) -> dict[str, int]:
    found = dict[str, int]()
    for (kind, verdict), n in desk.tie_counts().items():
        if verdict != "rejected":
            found[kind] = found.get(kind, 0) + n
    return found


def _since(request: Request) -> str:
    """When the visit before this one was; "" on the first."""
    told = request.cookies.get(VISIT, request.cookies.get(SEEN, ""))
    try:
        return datetime.fromisoformat(told).isoformat() if told else ""
    except ValueError:
        return ""


def _new(desk: Desk, since: str) -> dict[str, Any] | None:
    """What has come since then; None on the first visit."""
    if not since:
        return None
    documents, claims = desk.arrived(since)
    deeds = [deed for deed in desk.deeds(limit=200) if deed.at > since]
    return {
        "documents": documents,
        "claims": claims,
        "reports": desk.report_page(since=since, limit=_SHOWN),
        "deeds": len(deeds),
    }
