"""Groups of reports of one utterance: how many heard it for themselves, and each report's way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import APIRouter, Request, Response

from sayso.link.groups import Group, independent, ways
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.errors import UnknownNameError
from sayso.model.relation import Relation, RelationKind
from sayso.store.desk import Desk
from sayso.view.against import against
from sayso.view.claims import claim_row
from sayso.view.plain import line
from sayso.web import parts

router = APIRouter()

SIZE = 15


@router.get("/utterances")
def utterances(request: Request) -> Response:
    offset = parts.page_number(request, SIZE)
    reading = parts.reading(request)
    with reading.desk() as desk:
        found = reading.groups(desk)
        shown = _shown(desk, found[offset : offset + SIZE])
    return parts.render(
        request, "utterances.html", groups=shown, total=len(found), offset=offset, size=SIZE
    )


@router.get("/utterances/{made}")
def utterance(request: Request, made: str) -> Response:
    """The group that a claim is in."""
    reading = parts.reading(request)
    with reading.desk() as desk:
        group = next((one for one in reading.groups(desk) if made in one.claims), None)
        if group is None:
            raise UnknownNameError(f"no other report of the claim {made} is known")
        (told,) = _shown(desk, [group], compared=True)
    return parts.render(request, "utterance.html", group=told)


def _shown(desk: Desk, found: Sequence[Group], *, compared: bool = False) -> list[dict[str, Any]]:
    """Groups, every report of each in the order of printing. compared: word against word."""
    ids = [made for group in found for made in group.claims]
    home = {made: n for n, group in enumerate(found) for made in group.claims}
    claims = list[list[Claim]]([] for _ in found)
    for one, _ in desk.claims_by_id(ids):
        claims[home[one.id]].append(one)
    documents = {
        one.id: one for one in desk.documents([c.document for some in claims for c in some])
    }
    relays = desk.ties_of(ids, [RelationKind.RELAYS], bare=True)
    verdicts = desk.verdicts_on(tie.id for group in found for tie in group.ties)
    return [
        _one(some, documents, relays, compared)
        | {"ties": _ties(group, verdicts, [c.id for c in some]), "weakest": group.weakest}
        for group, some in zip(found, claims, strict=True)
    ]


def _one(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    relays: Sequence[Relation],
    compared: bool,
) -> dict[str, Any]:
    """One group; compared: the first report word against the others."""
    told = ways(claims, documents, relays)
    rows = [claim_row(one, documents[one.document]) for one in claims]
    return {
        "id": claims[0].id,
        "first": rows[0],
        "documents": len({row.document for row in rows}),
        "independent": independent(told),
        "reports": [
            {
                "row": row,
                "chain": [line(hop) for hop in way.chain],
                "echo": way.echo,
                "against": against(claims[0], claim)[1] if n and compared else None,
            }
            for n, (row, way, claim) in enumerate(zip(rows, told, claims, strict=True))
        ],
    }


def _ties(group: Group, verdicts: Any, order: Sequence[str]) -> list[dict[str, Any]]:
    """What joins the group, the weakest first; left and right as numbers of the reports."""
    number = {made: n for n, made in enumerate(order, 1)}
    return [
        {
            "tie": tie,
            "decision": verdicts.get(tie.id),
            "left": number.get(tie.left, "?"),
            "right": number.get(tie.right, "?"),
        }
        for tie in reversed(group.ties)
    ]
