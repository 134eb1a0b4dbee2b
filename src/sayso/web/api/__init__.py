"""The ledger as JSON, in the shapes of the export; `/api/openapi.json` describes it."""

from fastapi import APIRouter

from sayso.web.api import changing, reading


def router() -> APIRouter:
    """All of the API."""
    made = APIRouter(prefix="/api")
    made.include_router(reading.router)
    made.include_router(changing.router)
    return made
