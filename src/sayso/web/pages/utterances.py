"""Groups of reports of one utterance: how many heard it for themselves, and each report's way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Request, Response

from sayso.link.groups import Group, groups, independent, ways
from sayso.model.errors import UnknownNameError
from sayso.model.relation import RelationKind
from sayso.store.desk import Desk
from sayso.view.against import against
from sayso.view.claims import claim_row
from sayso.view.plain import line
from sayso.web import parts

router = APIRouter()

SIZE = 15
_TIES = (RelationKind.SAME_UTTERANCE, RelationKind.RELAYS)


@router.get("/utterances")
def utterances(request: Request) -> Response:
    offset = parts.page_number(request, SIZE)
    reading = parts.reading(request)
    with reading.desk() as desk:
        found = reading.remember(desk, "groups", lambda: all_groups(desk))
        shown = [_shown(desk, group) for group in found[offset : offset + SIZE]]
    return parts.render(
        request, "utterances.html", groups=shown, total=len(found), offset=offset, size=SIZE
    )


@router.get("/utterances/{made}")
def utterance(request: Request, made: str) -> Response:
    """The group that a claim is in."""
    reading = parts.reading(request)
    with reading.desk() as desk:
        found = reading.remember(desk, "groups", lambda: all_groups(desk))
        group = next((one for one in found if made in one.claims), None)
        if group is None:
            raise UnknownNameError(f"no other report of the claim {made} is known")
        told = _shown(desk, group)
    return parts.render(request, "utterance.html", group=told)


def all_groups(desk: Desk) -> list[Group]:
    """Every group, those with most reports first."""
    ties = desk.bare_ties([RelationKind.SAME_UTTERANCE])
    ids = sorted({end for tie in ties for end in (tie.left, tie.right)})
    found = groups(ids, ties, desk.verdicts_on(tie.id for tie in ties))
    return sorted(found, key=lambda group: (-len(group.claims), group.claims[0]))


def _shown(desk: Desk, group: Group) -> dict[str, Any]:
    """Every report of a group in the order of printing, the first one word against the others."""
    claims = [one for one, _ in desk.claims_by_id(group.claims)]
    documents = {one.id: one for one in desk.documents([one.document for one in claims])}
    relays = desk.ties_of(group.claims, _TIES)
    told = ways(claims, documents, relays)
    rows = [claim_row(one, documents[one.document]) for one in claims]
    verdicts = desk.verdicts_on(tie.id for tie in group.ties)
    return {
        "id": claims[0].id,
        "first": rows[0],
        "independent": independent(told),
        "reports": [
            {
                "row": row,
                "chain": [line(hop) for hop in way.chain],
                "echo": way.echo,
                "against": against(claims[0], claim)[1] if n else None,
            }
            for n, (row, way, claim) in enumerate(zip(rows, told, claims, strict=True))
        ],
        "ties": _ties(group, verdicts, [one.id for one in claims]),
        "weakest": group.weakest,
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
