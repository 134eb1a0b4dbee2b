"""The case as threads read it, and what was worked out of it."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sayso import dossier, seeing
from sayso.store.desk import Desk

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
        self._views = dict[str, tuple[int, Any]]()
        self._working = dict[str, Future[Any]]()
        self._process: ProcessPoolExecutor | None = None

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

    def later(self, desk: Desk, view: str) -> tuple[Any, bool]:
        """A view of the whole case, and whether it is of its state of now.

        Where the case is large it is worked out by a process of its own, so that pages go on to
        answer meanwhile: then it is the last that there was, or None.
        """
        if desk.numbers().claims <= AT_ONCE:
            return self.remember(desk, view, lambda: _seen(desk, view)), True
        version = desk.version()
        with self._lock:
            known_at, page = self._views.get(view, (-1, None))
            if known_at != version and view not in self._working:
                self._working[view] = self._helper().submit(_seen_of, self.path, view)
                self._working[view].add_done_callback(partial(self._seen, view, version))
        return page, known_at == version

    def await_view(self, view: str, patience: float = 60.0) -> None:
        """Until a view that is being worked out is there."""
        with self._lock:
            working = self._working.get(view)
        if working is not None:
            wait([working], patience)
            with self._lock:  # what it gives is kept under this lock
                pass

    def _seen(self, view: str, version: int, done: Future[Any]) -> None:
        with self._lock:
            self._working.pop(view, None)
            if not done.cancelled() and done.exception() is None:
                self._views[view] = version, done.result()

    def _helper(self) -> ProcessPoolExecutor:
        if self._process is None:
            context = multiprocessing.get_context("spawn")
            self._process = ProcessPoolExecutor(1, context, initializer=_modest)
        return self._process

    def close(self) -> None:
        """Let go of the case, and of what is being worked out."""
        with self._lock:
            while self._idle:
                self._idle.pop().close()
        if self._process is not None:
            self._process.shutdown(wait=False, cancel_futures=True)

    def remember(self, desk: Desk, name: Hashable, work_out: Callable[[], T]) -> T:
        """An answer, worked out anew only where the case has changed since."""
        key = (desk.version(), name)
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


def _seen(desk: Desk, view: str) -> Any:
    """wording, coverage or timeline; "picture disputes" and the like."""
    what, _, kind = view.partition(" ")
    return dossier.picture(desk, kind) if what == "picture" else getattr(seeing, view)(desk)


def _seen_of(path: Path, view: str) -> Any:
    """The same, in a process of its own."""
    with closing(Desk.open(path)) as desk, desk.still():
        return _seen(desk, view)


def _modest() -> None:
    """Whoever reads pages goes first."""
    with suppress(AttributeError, OSError):
        os.nice(10)
