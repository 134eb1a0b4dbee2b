"""Groups that grow by merging and never close over two members that must stay apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sayso.model.relation import Reason

Why = Callable[[int, int], Reason]
"""The reason to merge two members, by their numbers."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two members, by number, that were merged, and why."""

    left: int
    right: int
    reason: Reason


class Groups:
    """A union-find with enemies. ties: the merges that were made, in order."""

    def __init__(self, size: int, apart: Iterable[tuple[int, int]] = ()) -> None:
        self._parent = list(range(size))
        self._enemies: dict[int, set[int]] = {}
        self.ties: list[Tie] = []
        for left, right in apart:
            self._enemies.setdefault(left, set()).add(right)
            self._enemies.setdefault(right, set()).add(left)

    def root(self, member: int) -> int:
        """The number that stands for a member's group: its smallest."""
        parent = self._parent
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def may_join(self, left: int, right: int) -> bool:
        """Whether two members are, or could come, together."""
        return self.root(right) not in self._enemies.get(self.root(left), ())

    def join(self, left: int, right: int, reason: Reason) -> bool:
        """Merge two groups; whether they are one now."""
        one, other = sorted((self.root(left), self.root(right)))
        if one == other:
            return True
        if other in self._enemies.get(one, ()):
            return False
        self._parent[other] = one
        self._take_enemies(one, other)
        self.ties.append(Tie(left, right, reason))
        return True

    def join_all(self, members: Sequence[int], why: Why) -> None:
        """Merge all that may be merged: each with the first before it that has no objection."""
        anchors: list[int] = []
        for member in members:
            if not any(
                self.may_join(anchor, member) and self.join(anchor, member, why(anchor, member))
                for anchor in anchors
            ):
                anchors.append(member)

    def _take_enemies(self, one: int, other: int) -> None:
        for enemy in self._enemies.pop(other, ()):
            self._enemies[enemy].discard(other)
            self._enemies[enemy].add(one)
            self._enemies.setdefault(one, set()).add(enemy)
