"""Wording, coverage and timeline, as the report has them, of the case as it is now."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from sayso import seeing
from sayso.model.errors import UnknownNameError, UsageError
from sayso.view.coverage import CARRIED, CoveragePage, Utterance
from sayso.view.timeline import Clock, TimelinePage
from sayso.view.wording import WordingPage
from sayso.web import parts

router = APIRouter()

THINGS, UTTERANCES, ENTRIES = 20, 20, 100  # on a page
_COLUMNS = 16  # documents beside each other
PICTURES = ("disputes", "relays", "coverage", "timeline")
_NOTHING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="420" height="60"><text x="10" y="35"'
    ' font-family="sans-serif" font-size="15">{}</text></svg>'
)
_MOST = 60  # rows of the smaller tables


@router.get("/wording")
def wording(request: Request) -> Response:
    words = request.query_params.get("words", "").split()
    offset = parts.page_number(request, THINGS)
    reading = parts.reading(request)
    with reading.desk() as desk:
        page, fresh = reading.later(desk, "wording")
        if words:
            page, fresh = seeing.wording(desk, words), True
    page = page or WordingPage((), ())
    return _waiting(
        parts.render(
            request, "wording.html", things=page.things[offset : offset + THINGS], fresh=fresh,
            total=len(page.things), offset=offset, size=THINGS, words=" ".join(words),
            cues=page.cues[:_MOST], scare=page.scare[:_MOST], swaps=page.swaps[:_MOST],
        ),
        fresh,
    )  # fmt: skip


@router.get("/coverage")
def coverage(request: Request) -> Response:
    offset = parts.page_number(request, UTTERANCES)
    reading = parts.reading(request)
    with reading.desk() as desk:
        page, fresh = reading.later(desk, "coverage")
    page = page or CoveragePage((), ())
    rows = page.utterances[offset : offset + UTTERANCES]
    told = [column for column in page.columns if any(row.cell(column.document) for row in rows)]
    return _waiting(
        parts.render(
            request, "coverage.html", rows=[_row(row, told[:_COLUMNS]) for row in rows],
            columns=told[:_COLUMNS], more=max(len(told) - _COLUMNS, 0), fresh=fresh,
            total=len(page.utterances), offset=offset, size=UTTERANCES,
        ),
        fresh,
    )  # fmt: skip


@router.get("/timeline")
def timeline(request: Request) -> Response:
    offset = parts.page_number(request, ENTRIES)
    clock = request.query_params.get("clock", "")
    if clock not in ("", *Clock):
        raise UsageError(f"no clock is called {clock!r}; there are {', '.join(Clock)}")
    reading = parts.reading(request)
    with reading.desk() as desk:
        page, fresh = reading.later(desk, "timeline")
    page = page or TimelinePage((), ())
    entries = page.of(Clock(clock)) if clock else page.entries
    disputes = [(one, page.sides(one)) for one in page.disputes[:_MOST]]
    return _waiting(
        parts.render(
            request, "timeline.html", entries=entries[offset : offset + ENTRIES], fresh=fresh,
            total=len(entries), offset=offset, size=ENTRIES, clock=clock, clocks=list(Clock),
            disputes=disputes, undated=len(page.undated),
        ),
        fresh,
    )  # fmt: skip


@router.get("/pictures/{kind}.svg")
def picture(request: Request, kind: str) -> Response:
    """A picture of the case, to be shown within a page."""
    if kind not in PICTURES:
        raise UnknownNameError(f"no picture is called {kind!r}")
    reading = parts.reading(request)
    with reading.desk() as desk:
        drawn, _ = reading.later(desk, f"picture {kind}")
    words = "being drawn; load the page again" if drawn is None else "nothing to draw yet"
    svg = drawn.svg if drawn is not None and drawn.svg else _NOTHING.format(words)
    return Response(svg, media_type="image/svg+xml")


def _row(one: Utterance, columns: Any) -> dict[str, Any]:
    cells = [one.cell(column.document) for column in columns]
    return {
        "one": one,
        "cells": [(cell, bool(cell and cell.carried in CARRIED)) for cell in cells],
    }


def _waiting(page: Response, fresh: bool) -> Response:
    """A page that is being worked out is loaded again, also without script."""
    if not fresh:
        page.headers["refresh"] = "4"
    return page
