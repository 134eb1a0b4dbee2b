"""Who disputes whom: ties between claims of two claimers, gathered. Never who is right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.actor import Actor
from sayso.model.attribution import CueClass
from sayso.model.claim import Claim
from sayso.model.relation import Relation, RelationKind
from sayso.view.claims import ClaimRow
from sayso.view.links import LinkRow
from sayso.view.origins import OriginRow
from sayso.view.who import ActorRow, actor_row

KINDS = ("denies", "refuting", "mirrors")
"""The ties that make a dispute: one rejects what another said, both cannot hold, or each makes the
same accusation of the other."""

Cast = Mapping[tuple[str, str], ActorRow]
"""Claimers across documents, by the id that a claimer has in a document, and the document's id."""


@dataclass(frozen=True, slots=True)
class Party:
    """One side. id: of the claimer across documents; of its name in one where nobody joined it."""

    id: str
    name: str
    standing: str


@dataclass(frozen=True, slots=True)
class Saying:
    """What a side says, in one wording. outlets: who carries it. origins: how many heard it.
    reports: how many documents carry it."""

    row: ClaimRow
    outlets: tuple[str, ...]
    origins: int
    reports: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """All that stands between two parties. left: who speaks first in most of the ties.

    id: for anchors. kinds: kind, number of ties from left to right, and from right to left; those
    without direction count as left to right.
    """

    id: str
    left: Party
    right: Party
    kinds: tuple[tuple[str, int, int], ...]
    left_says: tuple[Saying, ...]
    right_says: tuple[Saying, ...]
    links: tuple[LinkRow, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        """Each outlet that carries a side of it."""
        both = (*self.left_says, *self.right_says)
        return tuple(dict.fromkeys(outlet for saying in both for outlet in saying.outlets))


def cast(actors: Iterable[Actor]) -> Cast:
    """Who is who, for looking up the claimer of a claim."""
    return {
        (one.entity.id, one.document): row
        for actor, row in ((actor, actor_row(actor)) for actor in actors)
        for one in actor.appearances
    }


def disputes(
    links: Sequence[LinkRow], origins: Iterable[OriginRow], who: Cast
) -> tuple[Dispute, ...]:
    """The disputes of a case; first those that people confirmed, then those carried by most.

    links: of the kinds of a dispute; others are passed over.
    """
    home = {report.row.id: origin for origin in origins for report in origin.reports}
    found = defaultdict[frozenset[str], list[LinkRow]](list)
    for one in links:
        if one.kind in KINDS:
            found[frozenset((party(one.left, who).id, party(one.right, who).id))].append(one)
    made = [_dispute(some, home, who) for some in found.values()]
    return tuple(sorted(made, key=_rank))


def open_denials(claims: Iterable[Claim], found: Iterable[Relation]) -> tuple[Claim, ...]:
    """Denials of which nobody can tell what they deny: their targets are unknown.

    found: ties that nobody rejected.
    """
    tied = {one.left for one in found if one.kind is RelationKind.DENIES}
    return tuple(
        one
        for one in claims
        if one.cue_class is CueClass.DENY and not one.negated and one.id not in tied
    )


def party(row: ClaimRow, who: Cast) -> Party:
    """Who makes a claim, across documents."""
    actor = who.get((row.claimer_id, row.document))
    if actor is None:
        return Party(row.claimer_id, row.claimer, row.standing)
    return Party(actor.id, actor.name, actor.standing)


def _dispute(some: Sequence[LinkRow], home: Mapping[str, OriginRow], who: Cast) -> Dispute:
    speakers = Counter(party(one.left, who) for one in some if one.kind != "mirrors")
    left = (speakers or Counter([party(some[0].left, who)])).most_common(1)[0][0]
    others = (party(row, who) for one in some for row in (one.left, one.right))
    right = next((one for one in others if one.id != left.id), left)
    ours, theirs = dict[str, ClaimRow](), dict[str, ClaimRow]()
    kinds = defaultdict[str, list[int]](lambda: [0, 0])
    for one in some:
        turned = party(one.left, who).id != left.id
        first, second = (one.right, one.left) if turned else (one.left, one.right)
        ours[first.id], theirs[second.id] = first, second
        kinds[one.kind][turned and one.kind == "denies"] += 1
    return Dispute(
        id="q" + min(one.id for one in some)[1:],
        left=left,
        right=right,
        kinds=tuple((k, kinds[k][0], kinds[k][1]) for k in KINDS if k in kinds),
        left_says=tuple(_sayings(ours.values(), home)),
        right_says=tuple(_sayings(theirs.values(), home)),
        links=tuple(sorted(some, key=lambda one: (KINDS.index(one.kind), -one.score, one.id))),
    )


def _sayings(rows: Iterable[ClaimRow], home: Mapping[str, OriginRow]) -> Iterable[Saying]:
    """Claims put together where they are one utterance; the wording that a tie rests on stays."""
    told = dict[str, list[ClaimRow]]()
    for row in rows:
        told.setdefault(home[row.id].id if row.id in home else row.id, []).append(row)
    for some in told.values():
        row = max(some, key=lambda one: (one.score, one.id))
        origin = home.get(row.id)
        if origin is None:
            yield Saying(row, (row.outlet,), 1, 1)
        else:
            yield Saying(row, origin.outlets, origin.independent, origin.documents)


def _rank(one: Dispute) -> tuple[bool, int, int, float, str]:
    confirmed = any(link.decision == "confirmed" for link in one.links)
    best = max(link.score for link in one.links)
    return not confirmed, -len(one.outlets), -len(one.links), -best, one.id
