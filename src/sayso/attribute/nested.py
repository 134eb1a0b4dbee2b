"""Which attribution stands inside the content of which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.attribute.tidy import Shelf
from sayso.model.attribution import Attribution
from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class _Outer:
    """An attribution that others may stand in: its content on a shelf, and that one's length."""

    one: Attribution
    content: Shelf
    length: int

    def holds(self, inner: Attribution) -> bool:
        if inner.id == self.one.id or inner.cue == self.one.cue:
            return False
        if inner.content == self.one.content:
            return False
        return all(
            any(span.covers(part) for span in self.content.near(part)) for part in inner.content
        )


def parents(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Set the parent of each attribution whose cue and content lie in another's content: the
    smallest such one."""
    owners: dict[Span, list[_Outer]] = defaultdict(list)
    for one in found:
        outer = _Outer(one, Shelf(one.content), sum(len(span) for span in one.content))
        for span in one.content:
            owners[span].append(outer)
    shelf = Shelf(owners)
    return tuple(replace(one, parent=_parent(one, shelf, owners)) for one in found)


def _parent(one: Attribution, shelf: Shelf, owners: dict[Span, list[_Outer]]) -> str | None:
    anchor = one.cue or one.content[0]
    around = [
        outer
        for span in shelf.near(anchor)
        if span.covers(anchor)
        for outer in owners[span]
        if outer.holds(one)
    ]
    smallest = min(around, key=lambda outer: outer.length, default=None)
    return smallest.one.id if smallest else None
