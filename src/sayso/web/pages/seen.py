"""Wording, coverage and timeline, as the report has them, of the case as it is now."""

from __future__ import annotations

import re
from typing import Any

from fastapi import APIRouter, Request, Response

from sayso.model.errors import UnknownNameError, UsageError
from sayso.store import folded_words
from sayso.web import parts
from sayso.web.sheets import ENTRIES, THINGS, UTTERANCES, View
from sayso.web.working import Progress

router = APIRouter()

CLOCKS = {"event": "happened", "said": "said", "printed": "printed"}
_UNDATED = 20  # documents without a date that are named
PICTURES = ("disputes", "relays", "coverage", "timeline")
_WORDS = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}"><text x="10" y="{}"'
    ' font-family="sans-serif" font-size="15">{}</text>{}</svg>'
)
_ROOM = 32  # pixels for one line of words above a picture
_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')


@router.get("/wording")
def wording(request: Request) -> Response:
    words = request.query_params.get("words", "").split()
    for word in words:
        if not folded_words(word):
            raise UsageError(f"no word in {word!r}")
    view, progress = _view(request, "wording", words)
    head = {name: view.head.get(name, ()) for name in ("cues", "scare", "swaps")}
    things = _sheet(request, view, THINGS) or ()
    return _page(
        request,
        "wording.html",
        view,
        progress,
        THINGS,
        things=things,
        words=" ".join(words),
        **head,
    )


@router.get("/coverage")
def coverage(request: Request) -> Response:
    view, progress = _view(request, "coverage")
    told = _sheet(request, view, UTTERANCES) or {"rows": (), "columns": (), "more": 0}
    return _page(request, "coverage.html", view, progress, UTTERANCES, **told)


@router.get("/timeline")
def timeline(request: Request) -> Response:
    clock = request.query_params.get("clock", "")
    if clock and clock not in CLOCKS:
        raise UsageError(f"no clock is called {clock!r}; there are {', '.join(CLOCKS)}")
    view, progress = _view(request, "timeline")
    undated = view.head.get("undated", ())
    with parts.reading(request).desk() as desk:
        heads = list(desk.heads(undated[:_UNDATED]).values())
    return _page(
        request, "timeline.html", view, progress, ENTRIES, clock,
        entries=_sheet(request, view, ENTRIES, clock) or (), clock=clock, clocks=CLOCKS,
        disputes=view.head.get("disputes", ()), undated=len(undated), heads=heads,
    )  # fmt: skip


@router.get("/pictures/{kind}.svg")
def picture(request: Request, kind: str) -> Response:
    """A picture of the case, to be shown within a page."""
    if kind not in PICTURES:
        raise UnknownNameError(f"no picture is called {kind!r}")
    view, progress = _view(request, f"picture {kind}")
    svg, words = view.head.get("svg", ""), "nothing to draw yet"
    if progress:
        words = "this could not be drawn" if progress.failed else "being drawn; load the page again"
    if progress or not svg:
        svg = _under(f"of an earlier state of the case; {words}" if svg else words, svg)
    return Response(svg, media_type="image/svg+xml")


def _under(words: str, svg: str) -> str:
    """A picture with a line of words above it; svg: "" for the words alone."""
    size = _SIZE.match(svg)
    if size is None:
        return _WORDS.format(420, 60, 35, words, "")
    wide, high = map(float, size.groups())
    below = svg.replace("<svg ", f'<svg y="{_ROOM}" ', 1)
    return _WORDS.format(max(wide, 520), high + _ROOM, 21, words, below)


def _view(request: Request, what: str, words: Any = ()) -> tuple[View, Progress | None]:
    reading = parts.reading(request)
    with reading.desk() as desk:
        return reading.view(desk, what, words)


def _sheet(request: Request, view: View, size: int, roll: str = "") -> Any:
    return view.sheet(parts.page_number(request, size) // size, roll)


def _page(
    request: Request,
    template: str,
    view: View,
    progress: Progress | None,
    size: int,
    roll: str = "",
    **told: Any,
) -> Response:
    """A page that is being worked out is loaded again, also without script."""
    page = parts.render(
        request, template, total=view.total(roll), offset=parts.page_number(request, size),
        size=size, progress=progress, **told,
    )  # fmt: skip
    if progress and not progress.failed:
        page.headers["refresh"] = "4"
    return page
