"""The case as threads read it, and what was worked out of it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sayso.link.groups import Group
from sayso.store.desk import Desk
from sayso.store.facets import Facets
from sayso.store.ledger import LedgerQuery
from sayso.web.sheets import View, sheets
from sayso.web.utterances import Utterances
from sayso.web.working import Progress, Working

AT_ONCE = 3000  # claims of a case whose views are worked out while one waits

T = TypeVar("T")
_REMEMBERED = 64  # answers
_TALLIES = 16  # of claims, each with a number for every claimer of the case


class Reading:
    """Lends the case to one thread at a time, and remembers what it was worked out to mean."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle = list[Desk]()
        self._answers = Remembered(_REMEMBERED)
        self._tallies = Remembered(_TALLIES)
        self._lock = threading.RLock()
        self._utterances = Utterances()
        self._working = Working(path)

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The case, one state of it for as long as the block lasts."""
        with self._lock:
            found = self._idle.pop() if self._idle else None
        found = found or Desk.open(self.path, shared=True)
        try:
            with found.still():
                yield found
        finally:
            with self._lock:
                self._idle.append(found)

    def groups(self, desk: Desk) -> list[Group]:
        """The one-utterance groups, those with most reports first."""
        return self.remember(desk, "groups", lambda: self._utterances.all(desk))

    def view(
        self, desk: Desk, what: str, words: Sequence[str] = ()
    ) -> tuple[View, Progress | None]:
        """A view of the whole case, see `sheets.sheets`, and how far it is where it is being worked
        out: a large case is left to a process of its own, see `working`."""
        name = (what, tuple(words))
        if desk.numbers().claims <= AT_ONCE:
            return self.remember(desk, name, lambda: sheets(desk, what, words)), None
        return self._working.view(name, desk.version())

    def await_view(self, what: str, patience: float = 60.0) -> None:
        """Until a view that is being worked out is there."""
        self._working.wait((what, ()), patience)

    def close(self) -> None:
        """Let go of the case, and of what is being worked out."""
        with self._lock:
            while self._idle:
                self._idle.pop().close()
        self._working.close()

    def remember(self, desk: Desk, name: Hashable, work_out: Callable[[], T]) -> T:
        """An answer, worked out anew only where the case has changed since."""
        return self._answers.get((desk.state(), name), work_out)

    def facets(self, desk: Desk, asked: LedgerQuery) -> Facets:
        """The counts beside a page of claims; after a decision only what it changes is counted."""
        key = desk.findings(), asked.undecided()
        return desk.facets(asked, lambda: self._tallies.get(key, lambda: desk.tally(asked)))


class Remembered:
    """The last answers, for several threads. most: how many."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept = OrderedDict[Hashable, Any]()
        self._lock = threading.Lock()

    def get(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """The answer to a question, worked out where it is not known."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                found: T = self._kept[key]
                return found
        made = work_out()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made
