"""Documents as they were printed, with what was found in them; two beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Request, Response

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.errors import UsageError
from sayso.model.relation import Relation, RelationKind
from sayso.store import ClaimQuery
from sayso.store.desk import Desk
from sayso.store.ledger import LedgerQuery
from sayso.view.against import against
from sayso.view.claims import claim_row
from sayso.view.document import document_page
from sayso.view.passage import pieces_from
from sayso.web import parts
from sayso.web.fixes import PLACES

router = APIRouter()

SIZE = 50
LONGEST = 120_000  # characters of a text that are shown at once
MOST = 400  # claims of a document whose cards are shown at once


@router.get("/documents")
def documents(request: Request) -> Response:
    offset = parts.page_number(request, SIZE)
    with parts.reading(request).desk() as desk:
        total = desk.numbers().documents
        rows = desk.report_page(offset, SIZE)
    return parts.render(request, "documents.html", rows=rows, total=total, offset=offset, size=SIZE)


@router.get("/documents/{made}")
def document(request: Request, made: str) -> Response:
    asked = request.query_params
    with parts.reading(request).desk() as desk:
        shown, claims = _read(desk, made)
        here = next((one for one in claims if one.id == asked.get("claim")), None)
        start = _start(request, shown, here)
        told = _told(desk, shown, claims, start)
        beside = _beside(desk, here, asked.get("beside", ""))
        remarks = desk.remarks_on([made, *(row.id for row in told["rows"])])
        correcting = next((one for one in claims if one.id == asked.get("correct")), None)
        writing = "write" in asked and not correcting and not parts.settings(request).read_only
    return parts.render(
        request, "document.html", document=shown, here=here.id if here else "", beside=beside,
        remarks=remarks, correcting=correcting, writing=writing,
        fix=_fix(correcting) if correcting else {name: asked.get(name, "") for name in PLACES[:3]},
        **told,
    )  # fmt: skip


@router.get("/documents/{made}/original")
def original(request: Request, made: str) -> Response:
    """The bytes as they were read, to be saved: nothing of them runs here."""
    with parts.reading(request).desk() as desk:
        found = parts.only(desk.documents([made]), "document", made)
        raw = desk.original(found)
    headers = {"content-disposition": f'attachment; filename="{found.id}.original"'}
    return Response(raw, media_type="application/octet-stream", headers=headers)


def _read(desk: Desk, made: str) -> tuple[Document, list[Claim]]:
    found = parts.only(desk.documents([made]), "document", made)
    return found, [claim for claim, _ in desk.claims(ClaimQuery(document=made))]


def _start(request: Request, document: Document, here: Claim | None) -> int:
    """Where the part of the text that is shown begins; long texts are shown in parts."""
    told = request.query_params.get("part", "")
    if told and not (told.isdecimal() and len(told) < 6):
        raise UsageError(f"no part is called {told!r}")
    if not told and here:
        return here.content[0].span.start // LONGEST * LONGEST
    return min((int(told or 1) - 1) * LONGEST if told != "0" else 0, len(document.text))


def _told(desk: Desk, document: Document, claims: Sequence[Claim], start: int) -> dict[str, Any]:
    end = start + LONGEST
    page = document_page(document, claims)
    inside = [one for one in claims if start <= one.content[0].span.start < end][:MOST]
    ids = [one.id for one in inside]
    ties = desk.ties_of(ids)
    return {
        "page": page,
        "pieces": pieces_from(page.pieces, start, end),
        "part": start // LONGEST + 1,
        "part_count": max(-(-len(document.text) // LONGEST), 1),
        "rows": [claim_row(one, document) for one in inside],
        "hidden": len(claims) - len(inside),
        "checked": _checked(desk, document.id),
        "elsewhere": _elsewhere(desk, ids, ties),
        "problems": [p for p in desk.problems(document.source) if p.document == document.id],
    }


def _checked(desk: Desk, document: str) -> dict[str, str]:
    query = LedgerQuery(ClaimQuery(document=document), limit=2000)
    return dict(desk.claim_page(query).verdicts)


def _elsewhere(
    desk: Desk, ids: Sequence[str], ties: Sequence[Relation]
) -> dict[str, list[dict[str, Any]]]:
    """By claim: its ties, each with the claim at the other end."""
    others = {end for tie in ties for end in (tie.left, tie.right)}
    claims = {one.id: one for one, _ in desk.claims_by_id(others)}
    heads = desk.heads(one.document for one in claims.values())
    verdicts = desk.verdicts_on(tie.id for tie in ties)
    found = dict[str, list[dict[str, Any]]]()
    for tie in ties:
        for mine, other in ((tie.left, tie.right), (tie.right, tie.left)):
            if mine in ids and other in claims:
                found.setdefault(mine, []).append(
                    {
                        "tie": tie,
                        "same": tie.kind is RelationKind.SAME_UTTERANCE,
                        "row": claim_row(claims[other], heads.get(claims[other].document)),
                        "decision": verdicts.get(tie.id),
                    }
                )
    return found


def _beside(desk: Desk, here: Claim | None, made: str) -> dict[str, Any] | None:
    """The same utterance in another report: its text, and both wordings word against word."""
    found = desk.claims_by_id([made]) if made else []
    if not found:
        return None
    other = found[0][0]
    document, claims = _read(desk, other.document)
    start = other.content[0].span.start // LONGEST * LONGEST
    page = document_page(document, claims)
    tie = next((t for t in desk.ties_of([made]) if here and here.id in (t.left, t.right)), None)
    return {
        "page": page,
        "pieces": pieces_from(page.pieces, start, start + LONGEST),
        "row": claim_row(other, document),
        "against": against(here, other) if here else None,
        "mine": claim_row(here, desk.heads([here.document]).get(here.document)) if here else None,
        "tie": tie,
        "decision": desk.verdicts_on([tie.id]).get(tie.id) if tie else None,
    }


def _fix(claim: Claim) -> dict[str, str]:
    """The places of a claim, as the form of a correction has them: "12-30", "40-80,90-100"."""
    parts_of = {
        "source": (claim.source,) if claim.source else (),
        "cue": (claim.cue,) if claim.cue else (),
        "content": claim.content,
    }
    return {
        name: ",".join(f"{part.span.start}-{part.span.end}" for part in found)
        for name, found in parts_of.items()
    }
