"""The pages of the desk: one file each, a router in each."""

from fastapi import APIRouter

from sayso.web.pages import (
    acts,
    adding,
    claimers,
    claims,
    documents,
    entry,
    review,
    seen,
    story,
    ties,
    utterances,
)


def router() -> APIRouter:
    """All pages."""
    made = APIRouter(include_in_schema=False)
    for part in (
        story, documents, claims, claimers, ties, utterances, seen, review, adding, acts, entry,
    ):  # fmt: skip
        made.include_router(part.router)
    return made
