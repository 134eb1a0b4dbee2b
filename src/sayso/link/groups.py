"""Groups of claims that report one utterance, and how many heard it for themselves.

Computed from relations and decisions whenever they are asked for, never kept as truth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.address import called
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.relation import Relation, RelationKind, Verdict


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that report one utterance. claims: ids, in the order given. ties: what joins them,
    the strongest first."""

    claims: tuple[str, ...]
    ties: tuple[Relation, ...]

    @property
    def weakest(self) -> Relation:
        """The tie without which the group would be two."""
        return self.ties[-1]


@dataclass(frozen=True, slots=True)
class Way:
    """How a claim came to its page.

    claim: id. chain: from the mouth to the page, each hop by name. origin: the one that heard it.
    echo: whether another claim of the group has it from the same origin, and stands before it.
    """

    claim: str
    chain: tuple[str, ...]
    origin: str
    echo: bool = False


def groups(
    claims: Sequence[str], relations: Iterable[Relation], decided: Mapping[str, Verdict]
) -> tuple[Group, ...]:
    """The groups of two claims or more, in the order of their first claim.

    A tie that is rejected or unsure joins nothing, and no group holds both ends of a rejected one.
    decided: the last word on each relation, by id.
    """
    ties = [one for one in relations if one.kind is RelationKind.SAME_UTTERANCE]
    apart = [one for one in ties if decided.get(one.id) is Verdict.REJECTED]
    open_ties = [one for one in ties if decided.get(one.id) in (None, Verdict.CONFIRMED)]
    homes, members = _Homes(claims), defaultdict[str, list[Relation]](list)
    order = {made: n for n, made in enumerate(claims)}
    for tie in sorted(open_ties, key=lambda one: (-_strength(one, decided), one.id)):
        if homes.join(tie, apart):
            members[tie.left].append(tie)
    found = (_group(some, members, order) for some in homes.sets() if len(some) > 1)
    return tuple(sorted(found, key=lambda group: order[group.claims[0]]))


def ways(
    group: Sequence[Claim], documents: Mapping[str, Document], relations: Iterable[Relation]
) -> tuple[Way, ...]:
    """The way of each claim of a group, in the order given."""
    inside = {claim.id for claim in group}
    taken = {
        one.left: one.right
        for one in relations
        if one.kind is RelationKind.RELAYS and {one.left, one.right} <= inside
    }
    hops = {claim.id: _hops(claim, documents[claim.document]) for claim in group}
    heard = {claim.id: _heard(claim, documents[claim.document]) for claim in group}
    found, seen = list[Way](), set[str]()
    for claim in group:
        origin = heard[_root(claim.id, taken)]
        chain = (claim.claimer.name, *hops[claim.id])
        found.append(Way(claim.id, chain, origin, _key(origin) in seen))
        seen.add(_key(origin))
    return tuple(found)


def independent(found: Iterable[Way]) -> int:
    """How many origins there are: reports that do not have it from one another."""
    return sum(not way.echo for way in found)


def _strength(tie: Relation, decided: Mapping[str, Verdict]) -> float:
    return 2.0 if decided.get(tie.id) is Verdict.CONFIRMED else tie.score


class _Homes:
    """Claims in sets that grow together."""

    def __init__(self, claims: Iterable[str]) -> None:
        self._home = {made: {made} for made in claims}

    def join(self, tie: Relation, apart: Iterable[Relation]) -> bool:
        """Put the sets of a tie together, unless a rejected one would lie inside."""
        left, right = self._home.get(tie.left), self._home.get(tie.right)
        if left is None or right is None or left is right:
            return False
        both = left | right
        if any(one.left in both and one.right in both for one in apart):
            return False
        for made in both:
            self._home[made] = both
        return True

    def sets(self) -> list[set[str]]:
        """Each set once."""
        return list({id(some): some for some in self._home.values()}.values())


def _group(
    some: set[str], ties: Mapping[str, Sequence[Relation]], order: Mapping[str, int]
) -> Group:
    inside = [tie for made in some for tie in ties.get(made, ())]
    strongest = sorted(inside, key=lambda one: (-one.score, one.id))
    return Group(tuple(sorted(some, key=order.__getitem__)), tuple(strongest))


def _hops(claim: Claim, document: Document) -> tuple[str, ...]:
    """From whom the mouth spoke to, over agencies and the first printing, to the page."""
    medium = claim.medium.text if claim.medium else None
    hops = (_told(claim), medium, *_printed(document))
    return tuple(dict.fromkeys(hop for hop in hops if hop))


def _heard(claim: Claim, document: Document) -> str:
    """Who heard it: the outlet that was told, else who is credited, else who printed it first."""
    return _told(claim) or _printed(document)[0]


def _told(claim: Claim) -> str | None:
    """The outlet that the mouth spoke to, where it has a name, unlike "reporters"."""
    words = claim.addressee.text if claim.addressee else ""
    return words if any(word[:1].isupper() for word in words.split()) else None


def _printed(document: Document) -> tuple[str, ...]:
    """The agencies, the outlet it is a repost of, the page."""
    agencies = " and ".join(document.credits)
    page = document.outlet or called(document.source)
    return tuple(hop for hop in (agencies, document.repost_of, page) if hop)


def _root(made: str, taken: Mapping[str, str]) -> str:
    seen = {made}
    while made in taken and taken[made] not in seen:
        made = taken[made]
        seen.add(made)
    return made


def _key(name: str) -> str:
    return name.casefold().removeprefix("the ").removeprefix("news agency ").strip()
