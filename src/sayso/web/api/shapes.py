"""The JSON shapes of the contract, for OpenAPI. `model.wire` makes them; these describe them."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """An object of the ledger; more fields may come."""

    model_config = ConfigDict(extra="allow")


class Place(Shape):
    start: int
    end: int
    text: str


class FurniturePlace(Shape):
    start: int
    end: int
    kind: str


class DocumentShape(Shape):
    type: Literal["document"]
    id: str
    outlet: str | None
    title: str | None
    byline: str | None
    credits: list[str]
    repost_of: str | None
    published: str | None
    published_from: str | None
    url: str | None
    path: str | None
    fetched: str | None
    sha256: str
    language: str
    text: str
    furniture: list[FurniturePlace]


class EntityShape(Shape):
    id: str
    name: str
    kind: str
    role: str | None
    affiliation: str | None
    aliases: list[str]


class ClaimShape(Shape):
    type: Literal["claim"]
    id: str
    document: str
    claimer: EntityShape
    source: Place | None
    cue: Place | None
    content: list[Place]
    quotation: Literal["direct", "indirect", "mixed"]
    cue_class: str
    negated: bool
    medium: str | None
    addressee: str | None
    said: str | None
    place: str | None
    occasion: str | None
    parent: str | None
    score: float
    maker: str


class ReasonShape(Shape):
    name: str
    score: float
    detail: str


class RelationShape(Shape):
    type: Literal["relation"]
    id: str
    kind: str
    left: str
    right: str
    score: float
    reasons: list[ReasonShape]
    decision: str | None


class ProblemShape(Shape):
    type: Literal["problem"]
    document: str | None
    source: str
    kind: str
    message: str


class ClaimerShape(EntityShape):
    type: Literal["claimer"]
    claims: int
    documents: int
    first: str | None
    last: str | None


class ReportShape(Shape):
    """A document in a list: without its text."""

    id: str
    outlet: str | None
    title: str | None
    published: str | None
    language: str
    source: str
    added: str
    claims: int


class DeedShape(Shape):
    kind: str
    key: int
    subject: str
    what: str
    who: str
    at: str
    note: str


class RemarkShape(Shape):
    type: Literal["remark"]
    subject: str
    kind: Literal["bookmark", "note"]
    text: str
    who: str
    at: str


class WaitingShape(Shape):
    kind: str
    id: str
    score: float


class JobShape(Shape):
    id: int
    title: str
    state: Literal["waiting", "working", "done", "failed"]
    done: int
    total: int
    doing: str
    message: str
    result: Any


class Documents(Shape):
    total: int
    documents: list[ReportShape]


class Claims(Shape):
    total: int
    claims: list[ClaimShape]
    checked: dict[str, str] = Field(description="What people said to those on the page, by id.")


class CountShape(Shape):
    value: str
    label: str
    claims: int


class Claimers(Shape):
    total: int
    claimers: list[ClaimerShape]


class Relations(Shape):
    total: int
    relations: list[RelationShape]


class HitShape(Shape):
    kind: Literal["document", "claim"]
    id: str
    document: str
    heading: str
    snippet: str
    marks: list[tuple[int, int]]


class NumbersShape(Shape):
    documents: int
    claims: int
    claimers: int
    outlets: int
    ties: int
    problems: int
    first: str | None
    last: str | None


class Error(BaseModel):
    error: str


class NewDecision(BaseModel):
    """A verdict on a claim or relation, under the name of whoever asks."""

    subject: str = Field(max_length=200)
    verdict: Literal["confirmed", "rejected", "unsure", "withdrawn"]
    note: str = Field("", max_length=10_000)


class NewNote(BaseModel):
    """A note on anything; an empty text takes it away."""

    subject: str = Field(max_length=200)
    text: str = Field(max_length=10_000)


class NewBookmark(BaseModel):
    subject: str = Field(max_length=200)


class NewPlace(BaseModel):
    start: int = Field(ge=0, le=10**12)
    end: int = Field(ge=0, le=10**12)


class NewSpeaker(BaseModel):
    name: str = Field(min_length=1, max_length=500)
    kind: Literal["person", "body", "government", "outlet", "unnamed"] = "person"
    role: str | None = Field(None, max_length=500)
    affiliation: str | None = Field(None, max_length=500)


class Places(BaseModel):
    """What a claim is, in places of its document."""

    content: list[NewPlace] = Field(min_length=1, max_length=100)
    source: NewPlace | None = None
    cue: NewPlace | None = None
    claimer: NewSpeaker | None = None
    cue_class: str | None = Field(None, max_length=50)
    note: str = Field("", max_length=10_000)


class NewCorrection(Places):
    """What a claim should be."""

    claim: str = Field(max_length=200)


class NewClaim(Places):
    """A claim that nothing has found. Without a kind of cue the cue's words tell it; without a
    claimer nobody is named."""

    document: str = Field(max_length=200)


class Undo(BaseModel):
    kind: Literal["decision", "correction", "bookmark", "note"]
    key: int = Field(ge=0, lt=2**62)


class NewText(BaseModel):
    """A report to be added."""

    name: str = Field("pasted", max_length=200)
    text: str = Field(min_length=1, max_length=20_000_000)
