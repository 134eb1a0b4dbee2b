"""Who speaks: all claimers, and a page for each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fastapi import APIRouter, Request, Response

from sayso.model.actor import Actor, Appearance
from sayso.model.errors import UnknownNameError
from sayso.store.ledger import LedgerQuery
from sayso.view.claims import claim_row
from sayso.view.plain import line
from sayso.view.who import actor_page
from sayso.web import parts, questions

router = APIRouter()

SIZE = 50
MOST = 300  # appearances that are listed


@router.get("/claimers")
def claimers(request: Request) -> Response:
    offset = parts.page_number(request, SIZE)
    name = request.query_params.get("name", "").strip()
    with parts.reading(request).desk() as desk:
        rows, total = desk.claimer_page(questions.name(name), offset, SIZE)
        settled = desk.settled()
    return parts.render(
        request, "claimers.html", rows=rows, total=total, offset=offset, size=SIZE, name=name,
        settled=settled,
    )  # fmt: skip


@router.get("/claimers/{made}")
def claimer(request: Request, made: str) -> Response:
    offset = parts.page_number(request, SIZE)
    with parts.reading(request).desk() as desk:
        found = desk.actors([made])
        if not found:
            raise UnknownNameError(
                f"there is no claimer {made} in this case; after a decision or a new report a"
                " claimer may go by another id: look among the claimers"
            )
        page = desk.claim_page(LedgerQuery(claimer=made, rejected=False, offset=offset, limit=SIZE))
        heads = desk.heads(claim.document for claim, _ in page.claims)
        rows = [claim_row(claim, heads.get(claim.document)) for claim, _ in page.claims]
        disputes = desk.disputes(made)
        remarks = desk.remarks_on([made])
    actor = found[0]
    shown = actor_page(actor)
    return parts.render(
        request, "claimer.html", page=shown, rows=rows, total=page.total, offset=offset,
        size=SIZE, left_out=page.left_out, disputes=disputes, names=_names(actor), remarks=remarks,
        appearances=shown.appearances[:MOST], reasons=shown.reasons[:MOST],
    )  # fmt: skip


def _names(actor: Actor) -> list[dict[str, Any]]:
    """How it is named by whom: each name once, with the outlets that use it."""
    found = dict[str, list[Appearance]]()
    for one in actor.appearances:
        found.setdefault(one.entity.id, []).append(one)
    return sorted(
        (
            {
                "id": made,
                "name": line(ones[0].entity.name),
                "standing": _standing(ones[0]),
                "outlets": ", ".join(_outlets(ones)),
                "documents": len({one.document for one in ones}),
                "claims": sum(one.claims for one in ones),
            }
            for made, ones in found.items()
        ),
        key=lambda row: (-int(row["claims"]), str(row["name"])),
    )


def _standing(one: Appearance) -> str:
    return ", ".join(line(part) for part in (one.entity.role, one.entity.affiliation) if part)


def _outlets(ones: Iterable[Appearance]) -> list[str]:
    return sorted({line(one.outlet) for one in ones if one.outlet})
