"""The queue of what nobody has decided on, what was decided, and what is bookmarked."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from sayso.model.errors import UnknownNameError, UsageError
from sayso.model.relation import RelationKind
from sayso.store.desk import Desk
from sayso.store.ties import Queue, Waiting
from sayso.view.claims import claim_row
from sayso.view.passage import passage
from sayso.web import parts, questions
from sayso.web.pages import ties

router = APIRouter()

SIZE = 15
_PARTS = {"all": (True, True), "ties": (True, False), "claims": (False, True)}


@router.get("/review")
def review(request: Request) -> Response:
    asked = request.query_params
    what = asked.get("what", "all")
    if what not in _PARTS:
        raise UsageError(f"no part of the queue is called {what!r}; there are {', '.join(_PARTS)}")
    kinds = questions.kinds(asked.getlist("kind"))
    with_ties, with_claims = _PARTS[what]
    part = Queue(with_ties, with_claims and not kinds, kinds, _after(request), SIZE)
    reading = parts.reading(request)
    with reading.desk() as desk:
        found = desk.queue(part)
        items = _items(desk, found)
        waiting = reading.remember(desk, "waiting", desk.waiting)
        counts = reading.remember(desk, "tie counts", desk.tie_counts)
        settled = desk.settled()
    last = f"{found[-1].score!r}:{found[-1].id}" if len(found) == SIZE else ""
    return parts.render(
        request, "review.html", items=items, what=what, waiting=waiting, last=last, counts=counts,
        kinds=[kind.value for kind in RelationKind], chosen=[kind.value for kind in kinds],
        settled=settled,
    )  # fmt: skip


@router.get("/find/{subject:path}")
def find(subject: str) -> Response:
    """To whatever an id names."""
    homes = {"c": "claims", "d": "documents", "r": "ties", "e": "claimers"}
    if subject.startswith("same:"):
        subject = subject.removeprefix("same:").partition("+")[0].partition("@")[0]
    home = homes.get(subject[:1])
    if home is None:
        raise UnknownNameError(f"nothing is called {subject!r}")
    return RedirectResponse(f"/{home}/{quote(subject, safe='')}", 303)


@router.get("/history")
def history(request: Request) -> Response:
    """What people said last, each with its undo."""
    with parts.reading(request).desk() as desk:
        deeds = desk.deeds(limit=200)
    return parts.render(request, "history.html", deeds=deeds)


@router.get("/bookmarks")
def bookmarks(request: Request) -> Response:
    """What is bookmarked, and every note."""
    with parts.reading(request).desk() as desk:
        remarks = desk.remarks_on()[::-1][:500]
        claims = {one.id: one for one, _ in desk.claims_by_id(r.subject for r in remarks)}
        heads = desk.heads(one.document for one in claims.values())
        rows = {made: claim_row(one, heads.get(one.document)) for made, one in claims.items()}
        titles = {made: head.title for made, head in desk.heads(r.subject for r in remarks).items()}
        names = {a.entity.id: a.entity.name for a in desk.actors([r.subject for r in remarks])}
    return parts.render(
        request, "bookmarks.html", remarks=remarks, rows=rows, titles=titles, names=names
    )


def _after(request: Request) -> tuple[float, str]:
    told = request.query_params.get("after", "")
    if not told:
        return -1.0, ""
    score, _, made = told.partition(":")
    return questions.number("after", score), made


def _items(desk: Desk, found: list[Waiting]) -> list[dict[str, Any]]:
    """Claims with the words around them, ties side by side, in the order of the queue."""
    shown = {one["row"].id: one for one in ties.shown(desk, [w.id for w in found])}
    claims = {one.id: one for one, _ in desk.claims_by_id(w.id for w in found if w.kind == "claim")}
    documents = {d.id: d for d in desk.documents([one.document for one in claims.values()])}
    items = list[dict[str, Any]]()
    for one in found:
        if one.kind != "claim" and one.id in shown:
            items.append({"tie": shown[one.id], "row": None})
        elif one.id in claims:
            claim = claims[one.id]
            document = documents[claim.document]
            row = claim_row(claim, document)
            items.append({"tie": None, "row": row, "around": passage(document, claim)})
    return items
