"""The one writer of a desk: a thread that takes what is to be written, one after the other.

Decisions are written at once. Long work, as adding reports, stops between two of its steps and lets
them pass. What could not be written is told to who asked for it, never dropped.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as LateError
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from sayso.model.errors import CaseBusyError, SaysoError
from sayso.store.hand import Hand

T = TypeVar("T")
Task = Callable[[Hand], Any]
Between = Callable[[], None]

PATIENCE = 8.0  # seconds: another process may be writing
_PAUSE = 0.05
_KEPT = 100  # jobs that are remembered


@dataclass(slots=True)
class Job:
    """Long work. done, total: steps. doing: what is under way. state: "waiting", "working", "done"
    or "failed". result: of the work; message: why it failed."""

    id: int
    title: str
    state: str = "waiting"
    done: int = 0
    total: int = 0
    doing: str = ""
    message: str = ""
    result: Any = None

    @property
    def ended(self) -> bool:
        return self.state in ("done", "failed")


Work = Callable[[Hand, Job, Between], Any]
"""Does a job: writes with the hand, tells how far it is, and calls `Between` after each step."""


@dataclass(slots=True)
class Clerk:
    """Writes what it is given. path: of the case."""

    path: Path
    _tasks: queue.Queue[tuple[Task, Future[Any]] | None] = field(default_factory=queue.Queue)
    _jobs: dict[int, Job] = field(default_factory=dict)
    _numbers: Any = field(default_factory=lambda: count(1))
    _thread: threading.Thread | None = None

    def start(self) -> None:
        self._thread = threading.Thread(target=self._run, name="clerk", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End after what is under way; what waits is told that it was not written."""
        self._tasks.put(None)
        if self._thread:
            self._thread.join(PATIENCE)

    def write(self, task: Callable[[Hand], T]) -> T:
        """Write something now. Raises CaseBusyError where its turn does not come; then nothing
        was written."""
        done = Future[T]()
        self._tasks.put((task, done))
        try:
            return done.result(2 * PATIENCE)
        except LateError:
            if done.cancel():
                raise CaseBusyError(str(self.path)) from None
            return done.result()
        except CancelledError:
            raise CaseBusyError(str(self.path)) from None

    def begin(self, title: str, work: Work) -> Job:
        """Begin long work behind what waits."""
        job = Job(next(self._numbers), title)
        self._jobs[job.id] = job
        for old in sorted(self._jobs)[:-_KEPT]:
            del self._jobs[old]
        self._tasks.put((lambda hand: self._work(job, work, hand), self._told(job)))
        return job

    def job(self, number: int) -> Job | None:
        return self._jobs.get(number)

    def jobs(self) -> list[Job]:
        """Those that are remembered, the latest first."""
        return sorted(self._jobs.values(), key=lambda job: -job.id)

    def wait(self, number: int, patience: float = 120.0) -> None:
        """Until a job has ended."""
        late = time.monotonic() + patience
        while (job := self.job(number)) and not job.ended and time.monotonic() < late:
            time.sleep(_PAUSE)

    def busy(self) -> bool:
        """Whether long work is under way or waits."""
        return any(not job.ended for job in self._jobs.values())

    def _run(self) -> None:
        while (taken := self._tasks.get()) is not None:
            self._do(taken)
        with suppress(queue.Empty):
            while left := self._tasks.get_nowait():
                left[1].cancel()

    def _do(self, taken: tuple[Task, Future[Any]]) -> None:
        """One thing, under a lock of its own."""
        late = time.monotonic() + PATIENCE
        while True:
            try:
                with Hand.hold(self.path) as hand:
                    return _carry_out(taken, hand)
            except CaseBusyError as error:
                if time.monotonic() > late:
                    return _refuse(taken, error)
                time.sleep(_PAUSE)
            except Exception as error:
                return _refuse(taken, error)

    def _work(self, job: Job, work: Work, hand: Hand) -> None:
        job.state = "working"
        try:
            job.result = work(hand, job, lambda: self._let_pass(hand))
            job.state = "done"
        except SaysoError as error:
            job.state, job.message = "failed", str(error)
        except Exception as error:  # a fault of the program: told, and the desk goes on
            job.state, job.message = "failed", f"it failed: {error!r}"

    def _let_pass(self, hand: Hand) -> None:
        """Write what waits, but begin no other long work."""
        later = []
        with suppress(queue.Empty):
            while True:
                taken = self._tasks.get_nowait()
                if taken is None or isinstance(taken[1], _Told):
                    later.append(taken)
                else:
                    _carry_out(taken, hand)
        for taken in later:
            self._tasks.put(taken)

    def _told(self, job: Job) -> Future[Any]:
        """A job that could not even begin says so."""
        told = _Told()

        def failed(future: Future[Any]) -> None:
            if future.cancelled() or future.exception():
                error = None if future.cancelled() else future.exception()
                job.state, job.message = "failed", str(error or "the desk was closed")

        told.add_done_callback(failed)
        return told


class _Told(Future[Any]):
    """Of long work."""


def _carry_out(taken: tuple[Task, Future[Any]], hand: Hand) -> None:
    task, done = taken
    if not done.set_running_or_notify_cancel():
        return
    try:
        done.set_result(task(hand))
    except Exception as error:
        done.set_exception(error)


def _refuse(taken: tuple[Task, Future[Any]], error: Exception) -> None:
    if not taken[1].done() and (taken[1].running() or taken[1].set_running_or_notify_cancel()):
        taken[1].set_exception(error)
