"""What can be changed: with the token of this start in the header `X-Sayso-Token`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Request

from sayso.correcting import Fix, Speaker
from sayso.model.attribution import CueClass
from sayso.model.claim import EntityKind
from sayso.model.errors import UsageError
from sayso.model.span import Span
from sayso.web import acting, forms, intake
from sayso.web.api import shapes
from sayso.web.api.reading import FAILS


def _token(request: Request, x_sayso_token: Annotated[str, Header()] = "") -> None:  # noqa: ARG001
    forms.check(request)


router = APIRouter(
    dependencies=[Depends(_token)],
    responses=FAILS
    | {
        403: {"model": shapes.Error, "description": "Without the token, or read-only"},
        507: {"model": shapes.Error, "description": "The case cannot be written"},
    },
)


@router.post("/decisions", response_model=shapes.DeedShape)
def decide(request: Request, told: shapes.NewDecision) -> Any:
    """Keep a verdict. Nothing is overwritten: the last one counts."""
    verdict = acting.verdict(told.verdict)
    return asdict(acting.decide(request, told.subject, verdict, told.note))


@router.post("/corrections", response_model=shapes.DeedShape)
def correct(request: Request, told: shapes.NewCorrection) -> Any:
    """Keep what a claim should be. It holds through every later analysis."""
    fix = _fix(told)
    return asdict(acting.correct(request, told.claim, lambda _: fix, told.note))


@router.post("/claims", response_model=shapes.DeedShape)
def add_claim(request: Request, told: shapes.NewClaim) -> Any:
    """Keep a claim that nothing has found; its id is the subject of what comes back. It holds
    through every later analysis, and undo takes it away."""
    fix = _fix(told)
    return asdict(acting.add_claim(request, told.document, lambda _: fix, told.note))


@router.post("/notes", response_model=shapes.DeedShape)
def note(request: Request, told: shapes.NewNote) -> Any:
    """Keep a note on anything that has an id."""
    return asdict(acting.note(request, told.subject, told.text))


@router.post("/bookmarks", response_model=shapes.DeedShape)
def bookmark(request: Request, told: shapes.NewBookmark) -> Any:
    """Set a bookmark, or take it away where there is one."""
    return asdict(acting.bookmark(request, told.subject)[1])


@router.post("/undo", response_model=shapes.DeedShape)
def undo(request: Request, told: shapes.Undo) -> Any:
    """Take something back, by a new row that says what held before."""
    return asdict(acting.undo(request, told.kind, told.key))


@router.post("/documents", response_model=shapes.JobShape)
def add(request: Request, told: shapes.NewText) -> Any:
    """Add a report; ask for its job to see how far it is."""
    return asdict(intake.begin(request, [], told.text, told.name))


def _fix(told: shapes.Places) -> Fix:
    if told.cue_class and told.cue_class not in {one.value for one in CueClass}:
        raise UsageError(f"no kind of cue is called {told.cue_class!r}")
    speaker = None
    if told.claimer:
        speaker = Speaker(
            told.claimer.name, EntityKind(told.claimer.kind), told.claimer.role or "",
            told.claimer.affiliation or "",
        )  # fmt: skip
    return Fix(
        tuple(sorted(_span(one) for one in told.content)),
        _span(told.source) if told.source else None,
        _span(told.cue) if told.cue else None,
        speaker,
        CueClass(told.cue_class) if told.cue_class else None,
    )


def _span(told: shapes.NewPlace) -> Span:
    if told.start >= told.end:
        raise UsageError(f"not a place in the text: {told.start} to {told.end}")
    return Span(told.start, told.end)
