"""One item after the other, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sayso.run.base import Done, Failed, Item, Make, Outcome, Value, sentence


def serial(make: Make[Item, Value], items: Iterable[Item]) -> Iterator[Outcome[Item, Value]]:
    """See Runner. Work that ends the process ends this one."""
    work: Callable[[Item], Value] | None = None
    for item in items:
        if work is None:
            work = make()
        yield _outcome(work, item)


def _outcome(work: Callable[[Item], Value], item: Item) -> Outcome[Item, Value]:
    try:
        return Done(item, work(item))
    except Exception as error:  # whatever one item does must not stop the others
        return Failed(item, sentence(error))
