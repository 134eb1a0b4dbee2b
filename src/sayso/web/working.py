"""Views of a large case, worked out by a process of their own, so that pages answer meanwhile.

What a view is depends on the state of the case alone: its version. As long as that stays, the view
does; once it is another, the earlier view is shown as such until the new one is there.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.process
import os
import tempfile
import threading
import time
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor, wait
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sayso.store.desk import Desk
from sayso.web.sheets import Filed, Held, View, filed, sheets

Name = tuple[str, tuple[str, ...]]
"""Which view, and the words that it was asked for."""
_KEPT = 16  # views


@dataclass(frozen=True, slots=True)
class Progress:
    """Of a view that is being worked out. since: seconds that it took so far. before: seconds that
    it took the last time, 0.0 for the first. waits: whether another has its turn first. failed: why
    there will be none, "" otherwise."""

    since: float = 0.0
    before: float = 0.0
    waits: bool = False
    failed: str = ""


class Working:
    """The views of one case. path: of the case."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._done = OrderedDict[Name, tuple[int, View]]()
        self._under_way = dict[Name, tuple[float, Future[tuple[int, float, Filed]]]]()
        self._took = dict[Name, float]()
        self._failed = dict[Name, tuple[int, str]]()
        self._process: ProcessPoolExecutor | None = None

    def view(self, name: Name, version: int) -> tuple[View, Progress | None]:
        """A view, and how far it is where it is not of this version: then it is the last that
        there was, or an empty one."""
        with self._lock:
            known, view = self._done.get(name, (-1, Held()))
            if known == version:
                self._done.move_to_end(name)
                return view, None
            failed, why = self._failed.get(name, (-1, ""))
            if failed == version:
                return view, Progress(failed=why)
            if name not in self._under_way:
                self._begin(name, version)
            began, _ = self._under_way[name]
            first = next(iter(self._under_way))
            return view, Progress(
                time.monotonic() - began, self._took.get(name, 0.0), waits=first != name
            )

    def wait(self, name: Name, patience: float) -> None:
        """Until a view that is being worked out is there."""
        with self._lock:
            _, working = self._under_way.get(name, (0.0, None))
        if working is not None:
            wait([working], patience)
            late = time.monotonic() + patience
            while name in self._under_way and time.monotonic() < late:
                time.sleep(0.01)

    def close(self) -> None:
        """Let go of what is being worked out."""
        if self._process is not None:
            self._process.shutdown(wait=False, cancel_futures=True)

    def _begin(self, name: Name, version: int) -> None:
        try:
            working = self._pool().submit(work_out, self._path, *name)
        except BrokenExecutor:  # the process before was killed, perhaps for want of memory
            self._process = None
            working = self._pool().submit(work_out, self._path, *name)
        self._under_way[name] = time.monotonic(), working
        working.add_done_callback(partial(self._ended, name, version))

    def _pool(self) -> ProcessPoolExecutor:
        if self._process is None:
            context = multiprocessing.get_context("spawn")
            self._process = ProcessPoolExecutor(1, context, initializer=_modest)
        return self._process

    def _ended(self, name: Name, version: int, done: Future[tuple[int, float, Filed]]) -> None:
        with self._lock:
            if not done.cancelled() and (error := done.exception()) is None:
                known, self._took[name], view = done.result()
                self._done[name] = known, view.taken()
                while len(self._done) > _KEPT:
                    self._done.popitem(last=False)
            elif not done.cancelled():
                self._failed[name] = version, str(error) or repr(error)
            self._under_way.pop(name, None)


def work_out(path: Path, what: str, words: Sequence[str]) -> tuple[int, float, Filed]:
    """In a process of its own: the version that was seen, the seconds it took, the view."""
    began = time.monotonic()
    with closing(Desk.open(path)) as desk, desk.still():
        version, view = desk.version(), sheets(desk, what, words)
    handle, kept = tempfile.mkstemp(prefix="sayso-")
    os.close(handle)
    return version, time.monotonic() - began, filed(view, Path(kept))


def _modest() -> None:
    """Whoever reads pages goes first; and nothing is worked out for a desk that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()
    with suppress(AttributeError, OSError):
        os.nice(10)


def _follow(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)
