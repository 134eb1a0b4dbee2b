"""Names that one report was taken to have for a person's, and that others show to be a body's or a
state's: "Halvern says"."""

from __future__ import annotations

from collections import defaultdict

from sayso.model.claim import Entity, EntityKind
from sayso.resolve.across.cast import Cast
from sayso.resolve.given import given_gender
from sayso.resolve.places import plain

_THINGS = (EntityKind.BODY, EntityKind.GOVERNMENT, EntityKind.OUTLET)


def join_misread(cast: Cast) -> None:
    """Merge somebody of whom only a bare name is told with the one body that bears it, where nobody
    in the case has it for a last name."""
    people = cast.of_kind(EntityKind.PERSON)
    last = {plain(cast.entity(n).name).split()[-1] for n in people if " " in cast.entity(n).name}
    bearers = defaultdict[str, list[int]](list)
    for number in cast.of_kind(*_THINGS):
        bearers[plain(cast.entity(number).name)].append(number)
    for number in people:
        entity = cast.entity(number)
        name = plain(entity.name)
        if name in bearers and _bare(entity) and name not in last:
            why = cast.reason("same body", 0.7, "nothing in its report makes it a person's name")
            if len(cast.roots(bearers[name])) == 1:
                cast.groups.join_all([bearers[name][0], number], why)


def _bare(entity: Entity) -> bool:
    """Whether nothing but a name without a usual given name tells of a person."""
    given = plain(entity.name).split()[0]
    told = entity.role or entity.affiliation or entity.aliases
    return not told and (" " not in entity.name or given_gender(given) is None)
