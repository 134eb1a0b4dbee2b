"""Who speaks in a case, as rows: one for each claimer across documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.model.actor import Actor
from sayso.view.claims import standing
from sayso.view.plain import line


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One claimer, ready to show: every string is safe and on one line, "" where unknown.

    standing: role and affiliation. stands_for: of a metonym. claims, documents: how many. first,
    last: dates of printing.
    """

    id: str
    name: str
    kind: str
    role: str
    affiliation: str
    standing: str
    aliases: tuple[str, ...]
    claims: int
    documents: int
    first: str
    last: str
    stands_for: str = ""


@dataclass(frozen=True, slots=True)
class AppearanceRow:
    """How one document names a claimer. where: outlet, date and id of the document."""

    name: str
    standing: str
    where: str
    claims: int


@dataclass(frozen=True, slots=True)
class ActorPage:
    """One claimer with its appearances, and the reasons for which they are taken for one.

    reasons: name, score, sentence, and where the second of the two names stands.
    """

    row: ActorRow
    appearances: tuple[AppearanceRow, ...]
    reasons: tuple[tuple[str, float, str, str], ...]


def actor_row(actor: Actor) -> ActorRow:
    """A claimer as a row."""
    who = actor.entity
    return ActorRow(
        id=who.id,
        name=line(who.name),
        kind=who.kind.value,
        role=line(who.role or ""),
        affiliation=line(who.affiliation or ""),
        standing=standing(who),
        aliases=tuple(map(line, who.aliases)),
        claims=actor.claims,
        documents=actor.documents,
        first=actor.first or "",
        last=actor.last or "",
        stands_for=line(who.stands_for or ""),
    )


def actor_rows(actors: Iterable[Actor]) -> tuple[ActorRow, ...]:
    """Claimers as rows, in their order."""
    return tuple(map(actor_row, actors))


def actor_page(actor: Actor) -> ActorPage:
    """A claimer with all that can be checked of it. Appearances by date."""
    ordered = sorted(actor.appearances, key=lambda one: (one.published or "9999", one.ref))
    places = {one.ref: _place(one.outlet, one.published, one.document) for one in ordered}
    rows = (
        AppearanceRow(line(one.entity.name), standing(one.entity), places[one.ref], one.claims)
        for one in ordered
    )
    return ActorPage(actor_row(actor), tuple(rows), tuple(_reasons(actor, places)))


def _reasons(actor: Actor, places: Mapping[str, str]) -> Iterable[tuple[str, float, str, str]]:
    for merge in actor.merges:
        why = merge.reason
        where = f"{places.get(merge.left, '')} / {places.get(merge.right, '')}"
        yield why.name, why.score, line(why.detail), where


def _place(outlet: str | None, published: str | None, document: str) -> str:
    return line(" ".join(part for part in (outlet, published, document) if part))
