"""Ties between claims: disputes, mirrors and all others, and one tie side by side."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from sayso.model.relation import RelationKind
from sayso.store.desk import Desk
from sayso.store.people import DISPUTES
from sayso.view.against import against
from sayso.view.links import link_rows
from sayso.view.passage import passage
from sayso.web import parts, questions

router = APIRouter()

SIZE = 20


@router.get("/disputes")
def disputes(request: Request) -> Response:
    return _list(request, "Disputes", [kind.value for kind in DISPUTES])


@router.get("/ties")
def ties(request: Request) -> Response:
    return _list(request, "Ties", request.query_params.getlist("kind"))


@router.get("/ties/{made}")
def tie(request: Request, made: str) -> Response:
    with parts.reading(request).desk() as desk:
        found = parts.only(desk.ties_by_id([made]), "tie", made)
        told = shown(desk, [made])[0]
        claims = {one.id: one for one, _ in desk.claims_by_id((found.left, found.right))}
        documents = {one.id: one for one in desk.documents([c.document for c in claims.values()])}
        around = [
            passage(documents[claims[end].document], claims[end])
            for end in (found.left, found.right)
        ]
        deeds, remarks = desk.deeds(made), desk.remarks_on([made])
    return parts.render(
        request, "tie.html", tie=told, around=around, deeds=deeds, remarks=remarks,
        why=found.reasons,
    )  # fmt: skip


def shown(desk: Desk, ids: list[str]) -> list[dict[str, Any]]:
    """Ties as pages show them: the row, and both wordings word against word."""
    found = desk.ties_by_id(ids)
    claims = {
        one.id: one for one, _ in desk.claims_by_id(e for t in found for e in (t.left, t.right))
    }
    heads = desk.heads(one.document for one in claims.values())
    rows = link_rows(found, claims, heads, desk.verdicts_on(ids))
    return [
        {"row": row, "against": against(claims[row.left.id], claims[row.right.id])} for row in rows
    ]


def _list(request: Request, heading: str, kinds: list[str]) -> Response:
    offset = parts.page_number(request, SIZE)
    asked = questions.ties(request.query_params, kinds, offset, SIZE)
    with parts.reading(request).desk() as desk:
        found, total = desk.tie_page(asked)
        rows = shown(desk, [one.id for one in found])
        counts = desk.tie_counts()
        settled = desk.settled()
    return parts.render(
        request, "ties.html", heading=heading, rows=rows, total=total, offset=offset, size=SIZE,
        kinds=[kind.value for kind in RelationKind], chosen=kinds, counts=counts,
        checked=asked.checked or "", unsure=asked.unsure, settled=settled,
    )  # fmt: skip
