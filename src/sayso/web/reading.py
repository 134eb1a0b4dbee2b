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
from sayso.web.sheets import View, sheets
from sayso.web.utterances import Utterances
from sayso.web.working import Progress, Working

AT_ONCE = 3000  # claims of a case whose views are worked out while one waits

T = TypeVar("T")
_REMEMBERED = 64  # answers


class Reading:
    """Lends the case to one thread at a time, and remembers what it was worked out to mean."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle = list[Desk]()
        self._answers = OrderedDict[tuple[Hashable, ...], Any]()
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
        key = (desk.state(), name)
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                found: T = self._answers[key]
                return found
        made = work_out()
        with self._lock:
            self._answers[key] = made
            while len(self._answers) > _REMEMBERED:
                self._answers.popitem(last=False)
        return made
