"""Which attribution stands inside the content of which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.attribute.tidy import Shelf
from sayso.model.attribution import Attribution
from sayso.model.span import Span


def parents(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Set the parent of each attribution whose cue and content lie in another's content: the
    smallest such one."""
    owners: dict[Span, list[Attribution]] = defaultdict(list)
    for one in found:
        for span in one.content:
            owners[span].append(one)
    shelf = Shelf(owners)
    return tuple(replace(one, parent=_parent(one, shelf, owners)) for one in found)


def _parent(
    one: Attribution, shelf: Shelf, owners: dict[Span, list[Attribution]]
) -> str | None:
    anchor = one.cue or one.content[0]
    around = [
        other
        for span in shelf.near(anchor)
        if span.covers(anchor)
        for other in owners[span]
        if other.id != one.id and other.cue != one.cue and _inside(one.content, other.content)
    ]
    smallest = min(around, key=_length, default=None)
    return smallest.id if smallest else None


def _length(one: Attribution) -> int:
    return sum(len(span) for span in one.content)


def _inside(inner: tuple[Span, ...], outer: tuple[Span, ...]) -> bool:
    return inner != outer and all(any(span.covers(part) for span in outer) for part in inner)
