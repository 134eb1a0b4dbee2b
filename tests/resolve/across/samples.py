"""Appearances of claimers, made of a few words."""

from __future__ import annotations

from sayso.model.actor import Actor, Appearance
from sayso.model.claim import Entity, EntityKind


def person(name: str, document: str, role: str | None = None, **more: str) -> Appearance:
    """A person; more: affiliation, published, alias."""
    return seen(EntityKind.PERSON, name, document, role, more)


def body(name: str, document: str, affiliation: str | None = None, **more: str) -> Appearance:
    owner = {"affiliation": affiliation} if affiliation else {}
    return seen(EntityKind.BODY, name, document, None, owner | more)


def government(name: str, document: str, affiliation: str | None = None, **more: str) -> Appearance:
    owner = {"affiliation": affiliation} if affiliation else {}
    return seen(EntityKind.GOVERNMENT, name, document, None, owner | more)


def unnamed(name: str, document: str, role: str | None = None, **more: str) -> Appearance:
    return seen(EntityKind.UNNAMED, name, document, role, more)


def seen(
    kind: EntityKind, name: str, document: str, role: str | None, more: dict[str, str]
) -> Appearance:
    aliases = (more["alias"],) if "alias" in more else ()
    entity = Entity.make(name, kind, role, more.get("affiliation"), aliases)
    return Appearance(entity, document, more.get("published", "2031-05-04"), "Courier", 1)


def names(actors: tuple[Actor, ...]) -> list[list[str]]:
    """Who is together with whom: "name@document" of each actor's appearances."""
    return sorted(
        sorted(f"{one.entity.name}@{one.document}" for one in actor.appearances) for actor in actors
    )


def together(*appearances: Appearance) -> bool:
    """Whether all of these are taken for one."""
    from sayso.resolve.across import join

    return len(join(appearances)) == 1
