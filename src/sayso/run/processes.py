"""Many processes, each watched: one that dies costs its item and is replaced.

A pool of the standard library breaks as a whole when one of its processes dies, so here each
worker has a pipe of its own. Workers start anew (spawn) rather than as copies, since libraries
with threads do not survive a copy.
"""

from __future__ import annotations

import pickle
import signal
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Any, Generic

from sayso.model.errors import SaysoError, UsageError
from sayso.run.base import Done, Failed, Item, Make, Outcome, Runner, Value, sentence

if TYPE_CHECKING:
    _Pipe = Connection[Any, Any]

_AHEAD = 4  # items for each worker that may wait for an earlier one to be done


def processes(count: int) -> Runner:
    """A runner with so many workers. Raises UsageError for less than one.

    A script that calls it needs `if __name__ == "__main__":`, as multiprocessing always does.
    """
    if count < 1:
        raise UsageError(f"cannot work in {count} processes")

    def run(make: Make[Item, Value], items: Iterable[Item]) -> Iterator[Outcome[Item, Value]]:
        crew = _Crew[Item, Value](make, count)
        try:
            yield from crew.outcomes(items)
        finally:
            crew.stop()

    return run


@dataclass(slots=True, eq=False)
class _Worker(Generic[Item]):
    """process, pipe: its own. ready: the work is loaded. task: what it works on, numbered."""

    process: BaseProcess
    pipe: _Pipe
    ready: bool = False
    task: tuple[int, Item] | None = None


class _Crew(Generic[Item, Value]):
    """The workers, and the outcomes that wait for earlier ones."""

    def __init__(self, make: Make[Item, Value], count: int) -> None:
        self._make, self._count = make, count
        self._workers: list[_Worker[Item]] = []
        self._outcomes: dict[int, Outcome[Item, Value]] = {}

    def outcomes(self, items: Iterable[Item]) -> Iterator[Outcome[Item, Value]]:
        """In the order of the items. `given` and `told` count how far the two ends have come."""
        tasks, given, told = enumerate(items), 0, 0
        while True:
            while given - told < self._count * _AHEAD and self._has_free():
                task = next(tasks, None)
                if task is None:
                    break
                self._give(task)
                given += 1
            if told == given:
                return
            while told not in self._outcomes:
                self._listen()
            yield self._outcomes.pop(told)
            told += 1

    def stop(self) -> None:
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            _end(worker)

    def _has_free(self) -> bool:
        return len(self._workers) < self._count or any(not w.task for w in self._workers)

    def _give(self, task: tuple[int, Item]) -> None:
        """To a worker without a task, or to a new one."""
        worker = next((w for w in self._workers if not w.task), None) or self._hire()
        worker.task = task
        with suppress(OSError):  # it has died since: noticed when listening
            worker.pipe.send(task[1])

    def _hire(self) -> _Worker[Item]:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(self._make, theirs), daemon=True)
        process.start()
        theirs.close()  # so that the end of the worker is the end of the pipe
        worker = _Worker[Item](process, ours)
        self._workers.append(worker)
        return worker

    def _listen(self) -> None:
        """Wait until a busy worker says something or ends, and take note."""
        busy = [worker for worker in self._workers if worker.task]
        speaking = wait([worker.pipe for worker in busy])
        for worker in busy:
            if worker.pipe in speaking:
                try:
                    self._hear(worker, *worker.pipe.recv())
                except (EOFError, OSError):
                    self._bury(worker)

    def _hear(self, worker: _Worker[Item], kind: str, value: Any) -> None:
        if kind == "stuck":
            raise SaysoError(f"a worker could not start: {value}")
        if kind == "ready":
            worker.ready = True
        elif worker.task is not None:
            number, item = worker.task
            worker.task = None
            self._outcomes[number] = Done(item, value) if kind == "done" else Failed(item, value)

    def _bury(self, worker: _Worker[Item]) -> None:
        """Set the item of a dead worker aside. One that never got ready would only die again."""
        self._workers.remove(worker)
        code = _end(worker)
        if not worker.ready:
            raise SaysoError(f"a worker ended before it could start, with exit code {code}")
        if worker.task is not None:
            number, item = worker.task
            self._outcomes[number] = Failed(item, f"the process ended with exit code {code}")


def _end(worker: _Worker[Any]) -> int | None:
    """Wait for the end of a worker; its exit code, minus the signal where one killed it."""
    worker.process.join()
    code = worker.process.exitcode
    worker.process.close()
    worker.pipe.close()
    return code


def _work(make: Make[Any, Any], pipe: _Pipe) -> None:
    """The life of a worker: until the other end of the pipe is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process decides when to stop
    with suppress(EOFError, OSError):
        try:
            work = make()
        except Exception as error:  # told, since nobody sees this process
            pipe.send(("stuck", sentence(error)))
            return
        pipe.send(("ready", None))
        while True:
            item = pipe.recv()
            pipe.send(_answer(work, item))


def _answer(work: Any, item: Any) -> tuple[str, Any]:
    try:
        value = work(item)
        pickle.dumps(value)  # here, so that what cannot travel is told as a failure
    except Exception as error:  # whatever one item does must not stop the others
        return "failed", sentence(error)
    return "done", value
