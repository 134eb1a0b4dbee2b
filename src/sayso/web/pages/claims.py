"""Claims as a table with facets, one claim in full, and what is filtered as a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from sayso.model.claim import Claim
from sayso.model.errors import UnknownNameError
from sayso.model.trace import Maker
from sayso.store.desk import Desk
from sayso.store.facets import Count, Facets
from sayso.store.overlay import PERSON
from sayso.view.claims import claim_row
from sayso.view.ledger import ledger_rows
from sayso.view.links import link_rows
from sayso.view.passage import passage
from sayso.view.plain import line
from sayso.web import parts, questions
from sayso.web.filtered import download

router = APIRouter()

SIZE = 50
_FACETS = (  # name, heading, the question that a value of it asks
    ("claimer", "Claimer", "claimer"), ("affiliation", "Side", "affiliation"),
    ("outlet", "Outlet", "outlet_is"), ("cue_class", "Kind of cue", "cue_class"),
    ("quotation", "Quotation", "quotation"), ("month", "Printed", "month"),
    ("score", "Score", "score"), ("checked", "Checked", "checked"),
)  # fmt: skip
_BANDS = {"0": "0.5", "0.5": "0.7", "0.7": "0.8", "0.8": "0.9", "0.9": ""}  # to their upper ends


@router.get("/claims")
def claims(request: Request) -> Response:
    asked = questions.claims(request.query_params, parts.page_number(request, SIZE), SIZE)
    reading = parts.reading(request)
    with reading.desk() as desk:
        found = desk.claim_page(asked)
        counts = reading.facets(desk, asked)
        heads = desk.heads(claim.document for claim, _ in found.claims)
        rows = ledger_rows([c for c, _ in found.claims], heads, found.verdicts, found.marks)
        chosen = _chosen(desk, request)
        marked = {one.subject for one in desk.remarks_on(row.row.id for row in rows)}
    return parts.render(
        request, "claims.html", rows=rows, total=found.total, facets=_facets(request, counts),
        left_out=found.left_out, chosen=chosen, offset=asked.offset, size=SIZE, sort=asked.sort,
        marked=marked,
        asked={name: request.query_params.get(name, "") for name in questions.ASKED},
    )  # fmt: skip


@router.get("/claims.csv")
@router.get("/claims.jsonl")
def file(request: Request) -> Response:
    """What is filtered, as a file."""
    asked = questions.claims(request.query_params)
    return download(parts.reading(request).path, asked, request.url.path.rpartition(".")[2])


@router.get("/claims/{made}")
def claim(request: Request, made: str) -> Response:
    with parts.reading(request).desk() as desk:
        found = desk.claims_by_id([made])
        if not found:
            return _moved(desk, made)
        ((one, maker),) = found
        document = desk.documents([one.document])[0]
        ties = desk.ties_of([made])
        ends = {c.id: c for c, _ in desk.claims_by_id({made, *_ends(ties)})}
        heads = desk.heads(c.document for c in ends.values())
        rows = link_rows(ties, ends, heads, desk.verdicts_on(t.id for t in ties))
        verdict = desk.verdicts_on([made]).get(made)
        return parts.render(
            request, "claim.html", row=claim_row(one, document), maker=maker,
            around=passage(document, one), ties=rows, verdict=verdict, deeds=desk.deeds(made),
            stands=_stands(desk, made, maker), remarks=desk.remarks_on([made]),
            inside=_inside(desk, one), title=line(document.title or ""),
        )  # fmt: skip


def _stands(desk: Desk, made: str, maker: Maker) -> str:
    """Whether a person wrote a claim or put it right; "" for one as it was found."""
    if maker.name != PERSON:
        return ""
    return "written" if made in desk.written([made]) else "corrected"


def _inside(desk: Desk, one: Claim) -> str:
    """The id of the claim that holds this one, where it is there."""
    parent = one.attribution.parent
    return parent if parent and desk.claims_by_id([parent]) else ""


def _moved(desk: Desk, made: str) -> Response:
    """A claim that was corrected has its place under another id, and is found by the old one."""
    word = desk.corrected(made)
    if word and word.claim and word.claim.id != made and desk.claims_by_id([word.claim.id]):
        return RedirectResponse(f"/claims/{word.claim.id}", 303)
    if word and desk.claims_by_id([word.subject]) and word.subject != made:
        return RedirectResponse(f"/claims/{word.subject}", 303)
    raise UnknownNameError(f"there is no claim {made} in this case")


def _ends(ties: Any) -> Iterator[str]:
    return (end for tie in ties for end in (tie.left, tie.right))


def _facets(request: Request, counts: Facets) -> list[dict[str, Any]]:
    """Each facet with its values; those of the chosen one take it back."""
    return [
        {
            "heading": heading,
            "values": [
                {
                    "label": line(_label(name, count)),
                    "claims": count.claims,
                    "href": parts.here(request, page=None, said=None, **_question(question, count)),
                }
                for count in counts[name]
            ],
        }
        for name, heading, question in _FACETS
        if len(counts[name]) > 1
    ]


def _question(question: str, count: Count) -> dict[str, str | None]:
    if question == "month":
        return {"since": count.value, "until": count.value} if count.value != "-" else {}
    if question == "score":
        return {"min_score": count.value, "max_score": _BANDS[count.value] or None}
    return {question: count.value}


def _label(name: str, count: Count) -> str:
    if name != "score":
        return count.label
    high = _BANDS[count.value]
    return f"{count.value} to {high}" if high else f"{count.value} and more"


def _chosen(desk: Desk, request: Request) -> list[tuple[str, str, str]]:
    """What is asked for: name, value, and the address without it."""
    found = []
    for name in questions.ASKED:
        value = request.query_params.get(name, "").strip()
        if value:
            shown = _name(desk, value) if name == "claimer" else value
            href = parts.here(request, page=None, said=None, **{name: None})
            found.append((name.removesuffix("_is").replace("_", " "), line(shown), href))
    return found


def _name(desk: Desk, made: str) -> str:
    found = desk.actors([made])
    return found[0].entity.name if found else "nobody identified" if made == "-" else made
