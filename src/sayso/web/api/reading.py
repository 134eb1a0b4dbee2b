"""What can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request

from sayso.deciding import remark_shape
from sayso.model import wire
from sayso.model.errors import UnknownNameError
from sayso.store import ClaimQuery
from sayso.store.desk import Desk
from sayso.store.ledger import Sort
from sayso.store.people import Person
from sayso.store.ties import Queue
from sayso.web import parts, questions
from sayso.web.api import shapes

FAILS: dict[int | str, dict[str, Any]] = {
    400: {"model": shapes.Error, "description": "It makes no sense"},
    401: {"model": shapes.Error, "description": "The password is missing"},
    404: {"model": shapes.Error, "description": "There is no such thing in the case"},
    422: {"model": shapes.Error, "description": "It is not of the right kind"},
    503: {"model": shapes.Error, "description": "Another process is writing; try again"},
}
router = APIRouter(responses=FAILS)

Offset = Annotated[int, Query(ge=0, lt=2**40)]
Limit = Annotated[int, Query(ge=1, le=1000)]
Words = Annotated[str, Query(max_length=1000)]


@router.get("/numbers", response_model=shapes.NumbersShape)
def numbers(request: Request) -> Any:
    """How much there is in the case."""
    with parts.reading(request).desk() as desk:
        return asdict(desk.numbers())


@router.get("/documents", response_model=shapes.Documents)
def documents(request: Request, offset: Offset = 0, limit: Limit = 50) -> Any:
    """Documents without their texts, oldest first."""
    with parts.reading(request).desk() as desk:
        rows = [asdict(row) for row in desk.report_page(offset, limit)]
        for row in rows:
            row["added"] = row.pop("at")
        return {"total": desk.numbers().documents, "documents": rows}


@router.get("/documents/{made}", response_model=shapes.DocumentShape)
def document(request: Request, made: str) -> Any:
    """One document, whole."""
    with parts.reading(request).desk() as desk:
        return wire.document(parts.only(desk.documents([made]), "document", made))


@router.get("/documents/{made}/claims", response_model=list[shapes.ClaimShape])
def claims_of(request: Request, made: str) -> Any:
    """The claims of one document, in the order of its text."""
    with parts.reading(request).desk() as desk:
        return [wire.claim(*one) for one in desk.claims(ClaimQuery(document=made))]


@router.get("/claims", response_model=shapes.Claims)
def claims(
    request: Request,
    by: Words = "",
    about: Words = "",
    search: Words = "",
    outlet: Words = "",
    since: Words = "",
    until: Words = "",
    cue_class: Words = "",
    quotation: Words = "",
    document: Words = "",
    claimer: Words = "",
    affiliation: Words = "",
    outlet_is: Words = "",
    checked: Words = "",
    min_score: Words = "",
    max_score: Words = "",
    sort: Sort = Sort.OLDEST,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Any:
    """Claims that fit all that is asked, a page at a time; names as of `sayso claims`."""
    given = {
        "by": by, "about": about, "search": search, "outlet": outlet, "since": since,
        "until": until, "cue_class": cue_class, "quotation": quotation, "document": document,
        "claimer": claimer, "affiliation": affiliation, "outlet_is": outlet_is,
        "checked": checked, "min_score": min_score, "max_score": max_score, "sort": sort.value,
    }  # fmt: skip
    with parts.reading(request).desk() as desk:
        found = desk.claim_page(questions.claims(given, offset, limit))
        return {
            "total": found.total,
            "claims": [wire.claim(*one) for one in found.claims],
            "checked": found.verdicts,
        }


@router.get("/facets", response_model=dict[str, list[shapes.CountShape]])
def facets(request: Request, search: Words = "", by: Words = "", about: Words = "") -> Any:
    """How many of the claims have which value."""
    asked = questions.claims({"search": search, "by": by, "about": about})
    reading = parts.reading(request)
    with reading.desk() as desk:
        found = reading.facets(desk, asked)
    return {name: [asdict(n) for n in counts] for name, counts in found.items()}


@router.get("/claims/{made}", response_model=shapes.ClaimShape)
def claim(request: Request, made: str) -> Any:
    """One claim."""
    with parts.reading(request).desk() as desk:
        return wire.claim(*parts.only(desk.claims_by_id([made]), "claim", made))


@router.get("/claimers", response_model=shapes.Claimers)
def claimers(request: Request, name: Words = "", offset: Offset = 0, limit: Limit = 50) -> Any:
    """Claimers across documents, those with most claims first."""
    with parts.reading(request).desk() as desk:
        rows, total = desk.claimer_page(questions.name(name), offset, limit)
        aliases = desk.aliases(row.id for row in rows)
        return {"total": total, "claimers": [_person(row, aliases) for row in rows]}


@router.get("/claimers/{made}", response_model=shapes.ClaimerShape)
def claimer(request: Request, made: str) -> Any:
    """One claimer, with how each document names it and why these are one."""
    with parts.reading(request).desk() as desk:
        return wire.actor_in_full(parts.only(desk.actors([made]), "claimer", made))


@router.get("/relations", response_model=shapes.Relations)
def relations(
    request: Request,
    kind: Annotated[list[str], Query(max_length=20)] = [],  # noqa: B006 - FastAPI copies it
    checked: Words = "",
    offset: Offset = 0,
    limit: Limit = 50,
) -> Any:
    """Ties between claims with their reasons, the surest first."""
    asked = questions.ties({"checked": checked}, kind, offset, limit)
    with parts.reading(request).desk() as desk:
        found, total = desk.tie_page(asked)
        return {"total": total, "relations": _shaped(desk, found)}


@router.get("/relations/{made}", response_model=shapes.RelationShape)
def relation(request: Request, made: str) -> Any:
    """One tie."""
    with parts.reading(request).desk() as desk:
        return parts.only(_shaped(desk, desk.ties_by_id([made])), "relation", made)


@router.get("/utterances", response_model=list[list[str]])
def utterances(request: Request, offset: Offset = 0, limit: Limit = 50) -> Any:
    """Claims that report one utterance, by ids: a list each, the longest first."""
    reading = parts.reading(request)
    with reading.desk() as desk:
        return [list(one.claims) for one in reading.groups(desk)[offset : offset + limit]]


@router.get("/problems", response_model=list[shapes.ProblemShape])
def problems(request: Request, offset: Offset = 0, limit: Limit = 50) -> Any:
    """What was dropped or doubtful."""
    with parts.reading(request).desk() as desk:
        return [wire.problem(one) for one in desk.problems()[offset : offset + limit]]


@router.get("/search", response_model=list[shapes.HitShape])
def search(request: Request, words: Words, limit: Annotated[int, Query(ge=1, le=200)] = 20) -> Any:
    """The best claims, then the best documents."""
    with parts.reading(request).desk() as desk:
        return [
            asdict(hit) | {"marks": [(mark.start, mark.end) for mark in hit.marks]}
            for hit in desk.search(words, limit)
        ]


@router.get("/review", response_model=list[shapes.WaitingShape])
def review(request: Request, limit: Annotated[int, Query(ge=1, le=200)] = 20) -> Any:
    """What nobody has decided on, the least sure first."""
    with parts.reading(request).desk() as desk:
        return [asdict(one) for one in desk.queue(Queue(limit=limit))]


@router.get("/history", response_model=list[shapes.DeedShape])
def history(
    request: Request, subject: Words = "", limit: Annotated[int, Query(ge=1, le=1000)] = 50
) -> Any:
    """What people did last, or did on one subject; kind and key are what undo asks for."""
    with parts.reading(request).desk() as desk:
        return [asdict(one) for one in desk.deeds(subject or None, limit)]


@router.get("/remarks", response_model=list[shapes.RemarkShape])
def remarks(request: Request, subject: Words = "") -> Any:
    """Bookmarks and notes, or those on one subject."""
    with parts.reading(request).desk() as desk:
        return [remark_shape(one) for one in desk.remarks_on([subject] if subject else None)]


@router.get("/jobs", response_model=list[shapes.JobShape])
def jobs(request: Request) -> Any:
    """Long work of this start, the latest first."""
    return [asdict(one) for one in parts.clerk(request).jobs()]


@router.get("/jobs/{number}", response_model=shapes.JobShape)
def job(request: Request, number: int) -> Any:
    """How far some long work is."""
    found = parts.clerk(request).job(number)
    if found is None:
        raise UnknownNameError(f"the desk does not remember work {number}")
    return asdict(found)


def _shaped(desk: Desk, found: Any) -> list[wire.Shape]:
    verdicts = desk.verdicts_on(one.id for one in found)
    return [wire.relation(one, verdicts.get(one.id)) for one in found]


def _person(row: Person, aliases: Mapping[str, list[str]]) -> wire.Shape:
    return {"type": "claimer", "aliases": aliases.get(row.id, []), **asdict(row)}
