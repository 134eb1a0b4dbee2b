"""What a runner promises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

Item = TypeVar("Item")
Value = TypeVar("Value")

Make = Callable[[], Callable[[Item], Value]]
"""Gives the work. Called where the work happens and only when there is some, so that what is slow
to load is loaded once for each process, or never. For other processes it must be picklable: a
function of a module, or a `functools.partial` of one."""


@dataclass(frozen=True, slots=True)
class Done(Generic[Item, Value]):
    """The work was done. item: what was given; value: what came back."""

    item: Item
    value: Value


@dataclass(frozen=True, slots=True)
class Failed(Generic[Item]):
    """The work went wrong. item: what was given; why: a sentence."""

    item: Item
    why: str


Outcome = Done[Item, Value] | Failed[Item]


class Runner(Protocol):
    """Does some work for each item and gives the outcomes in the order of the items.

    An item whose work fails is set aside as Failed, and the rest goes on. Items are taken as they
    are needed, only a few ahead. Raises what `make` raises: then nothing can be done at all.
    """

    def __call__(
        self, make: Make[Item, Value], items: Iterable[Item]
    ) -> Iterator[Outcome[Item, Value]]: ...


def sentence(error: BaseException) -> str:
    """An error in one line."""
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
