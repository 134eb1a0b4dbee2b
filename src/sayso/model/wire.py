"""The JSON shapes of the contract, made at the border only.

One function a shape: it takes the value and gives a plain dict whose first key is `type`.
"""

from __future__ import annotations

from typing import Any

from sayso.model.actor import Actor
from sayso.model.claim import Claim, Entity
from sayso.model.document import Document
from sayso.model.relation import Relation, Verdict
from sayso.model.span import Evidence, Span
from sayso.model.trace import Maker, Problem

Shape = dict[str, Any]


def document(value: Document) -> Shape:
    """The `document` line. published_from tells how the date is known."""
    local = value.url is None
    return {
        "type": "document",
        "id": value.id,
        "outlet": value.outlet,
        "title": value.title,
        "byline": value.byline,
        "credits": list(value.credits),
        "repost_of": value.repost_of,
        "published": value.published.iso if value.published else None,
        "published_from": value.published.known_from.value if value.published else None,
        "published_time": value.published_time,
        "published_certainty": value.published_certainty,
        "place": value.place,
        "url": value.url,
        "path": value.source if local else None,
        "fetched": value.fetched,
        "sha256": value.sha256,
        "language": value.language,
        "text": value.text,
        "title_span": _span(value.title_span),
        "furniture": [
            {"start": item.span.start, "end": item.span.end, "kind": item.kind.value}
            for item in value.furniture
        ],
        "pages": [{"start": page.start, "end": page.end} for page in value.pages],
    }


def claim(value: Claim, maker: Maker, decision: Verdict | None = None) -> Shape:
    """The `claim` line, with the decision that counts."""
    tie = value.attribution
    return {
        "type": "claim",
        "id": value.id,
        "document": value.document,
        "claimer": entity(value.claimer),
        "source": evidence(value.source),
        "cue": evidence(value.cue),
        "content": [evidence(part) for part in value.content],
        "quotation": tie.quotation.value,
        "cue_class": value.cue_class.value,
        "negated": value.negated,
        "medium": value.medium.text if value.medium else None,
        "addressee": value.addressee.text if value.addressee else None,
        "said": value.said.iso if value.said else None,
        "place": value.place.text if value.place else None,
        "occasion": value.occasion.text if value.occasion else None,
        "parent": tie.parent,
        "score": round(tie.score, 4),
        "reason": value.reason,
        "maker": str(maker),
        "decision": decision.value if decision else None,
    }


def entity(value: Entity) -> Shape:
    """The `claimer` of a claim."""
    return {
        "id": value.id,
        "name": value.name,
        "kind": value.kind.value,
        "role": value.role,
        "affiliation": value.affiliation,
        "aliases": list(value.aliases),
        "stands_for": value.stands_for,
    }


def actor(value: Actor) -> Shape:
    """The `claimer` line: who it is across documents, and how much there is of it."""
    return {
        "type": "claimer",
        **entity(value.entity),
        "claims": value.claims,
        "documents": value.documents,
        "first": value.first,
        "last": value.last,
    }


def actor_in_full(value: Actor) -> Shape:
    """The same, with how each document names it and why these are taken for one."""
    return {
        **actor(value),
        "appearances": [
            {
                "ref": one.ref,
                "document": one.document,
                "name": one.entity.name,
                "role": one.entity.role,
                "affiliation": one.entity.affiliation,
                "published": one.published,
                "outlet": one.outlet,
                "claims": one.claims,
            }
            for one in value.appearances
        ],
        "merges": [
            {"left": m.left, "right": m.right, "name": m.reason.name,
             "score": round(m.reason.score, 4), "detail": m.reason.detail}
            for m in value.merges
        ],
    }  # fmt: skip


def relation(value: Relation, decision: Verdict | None) -> Shape:
    """The `relation` line, with the decision that counts."""
    return {
        "type": "relation",
        "id": value.id,
        "kind": value.kind.value,
        "left": value.left,
        "right": value.right,
        "score": round(value.score, 4),
        "reasons": [
            {"name": r.name, "score": round(r.score, 4), "detail": r.detail} for r in value.reasons
        ],
        "decision": decision.value if decision else None,
    }


def open_denial(value: Claim) -> Shape:
    """The `open_denial` line: a denial whose target is unknown. It is no relation."""
    return {"type": "open_denial", "claim": value.id, "target": None}


def problem(value: Problem) -> Shape:
    """The `problem` line."""
    return {
        "type": "problem",
        "document": value.document,
        "source": value.source,
        "kind": value.kind,
        "message": value.message,
    }


def evidence(value: Evidence | None) -> Shape | None:
    """A span with its words, or null."""
    if value is None:
        return None
    return {"start": value.span.start, "end": value.span.end, "text": value.text}


def _span(value: Span | None) -> Shape | None:
    return None if value is None else {"start": value.start, "end": value.end}
