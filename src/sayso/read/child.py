"""Reading in a process of its own, which may run out of time or memory, or crash, and dies alone.

    python -m sayso.read.child      what `Child` starts; it answers until its input ends

Parsers of PDF, archives and markup are large programs of others that strangers feed. So they run
where the system bounds their memory and time and lets them write no files; what dies costs the part
under way, and the next one gets a new process. The clock is checked too, for what waits.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Timer
from typing import IO, cast

from sayso.model.trace import Problem
from sayso.read import read_part, split_bytes, split_file
from sayso.read.base import Format, Part, Reading
from sayso.read.limits import CPU_SECONDS, MEMORY, WALL_SECONDS
from sayso.read.links import Link, links
from sayso.read.split import Known, holds_parts

_END = None

Task = tuple[str, object]
_Links = tuple[tuple[Link, ...], tuple[Problem, ...]]


class DiedError(Exception):
    """The process ended before it answered. Its message is a sentence."""


class Child:
    """A process that reads, started when it is needed and again when it has died."""

    def __init__(self, wall_seconds: float = WALL_SECONDS) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._wall_seconds = wall_seconds

    def read(self, part: Part) -> Reading:
        """As `read_part`. A death is a problem of the part."""
        if part.format is Format.TEXT:  # read by our own linear code
            return read_part(part)
        try:
            (reading,) = self._answers(("read", part))
        except DiedError as error:
            return Reading(part.source, part.raw, None, (_lost(part.source, str(error)),))
        assert isinstance(reading, Reading)
        return replace(reading, raw=part.raw)

    def split(self, path: Path) -> Iterator[Part | Problem]:
        """As `split_file`. A death is a problem of the file, after what came before it."""
        if not holds_parts(path):
            yield from split_file(path)
            return
        try:
            for found in self._answers(("split", path)):
                assert isinstance(found, Part | Problem)
                yield found
        except DiedError as error:
            yield _lost(str(path), str(error))

    def split_bytes(self, raw: bytes, source: str, known: Known) -> Iterator[Part | Problem]:
        """As `split.split_bytes`, for what came from the net."""
        try:
            for found in self._answers(("split_bytes", (raw, source, known))):
                assert isinstance(found, Part | Problem)
                yield found
        except DiedError as error:
            yield _lost(source, str(error))

    def links(
        self, raw: bytes, kind: Format, source: str
    ) -> tuple[tuple[Link, ...], tuple[Problem, ...]]:
        """As `links.links`, for what came from the net."""
        try:
            (found,) = self._answers(("links", (raw, kind, source)))
        except DiedError as error:
            return (), (_lost(source, str(error)),)
        return ((), (found,)) if isinstance(found, Problem) else cast(_Links, found)

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                with suppress(OSError):  # what it did not take any more
                    if pipe:
                        pipe.close()
        self._process = None

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()

    def _answers(self, task: Task) -> Iterator[object]:
        process = self._process or self._start()
        whole = False
        try:
            _send(process.stdin, task)  # type: ignore[arg-type]
            while (answer := self._receive(process)) is not _END:
                yield answer
            whole = True
        except (OSError, EOFError, pickle.UnpicklingError) as error:  # cut off in the midst, too
            process.wait()
            raise DiedError(_why(process.returncode)) from error
        finally:
            if not whole:  # dead, or left in the midst of its answers
                self.close()

    def _receive(self, process: subprocess.Popen[bytes]) -> object:
        guard = Timer(self._wall_seconds, process.kill)
        guard.daemon = True
        guard.start()
        try:
            return _take(process.stdout)  # type: ignore[arg-type]
        finally:
            guard.cancel()

    def _start(self) -> subprocess.Popen[bytes]:
        """Not by multiprocessing, whose workers may have no children and whose callers have to
        guard their main module."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "sayso.read.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        return self._process


def _lost(source: str, why: str) -> Problem:
    message = f"it could not be read: {why}; the rest went on"
    return Problem("unreadable", message, source)


def _why(code: int) -> str:
    """What an exit code tells."""
    import signal

    if code == -signal.SIGKILL:
        return "it took too long, or too much memory"
    if code == -getattr(signal, "SIGXCPU", 0):
        return f"it took more than {CPU_SECONDS} seconds of work"
    if code == _NO_MEMORY:
        return f"it needs more than {MEMORY / 1e6:.0f} MB of memory"
    return f"the reader crashed with exit code {code}"


def _send(pipe: IO[bytes], value: object) -> None:
    """Written as it is made, so that a large document is not held a second time."""
    pickle.dump(value, pipe)
    pipe.flush()


def _take(pipe: IO[bytes]) -> object:
    """Raises EOFError at the end of the pipe, UnpicklingError where it ends in the midst."""
    return pickle.load(pipe)


# In the child ------------------------------------------------------------------------------------

_NO_MEMORY = 3


def main() -> None:
    """Answer tasks until the input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr  # so that nothing a library prints gets among the answers
    tasks = sys.stdin.buffer
    limit = _limited()
    with suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        while True:
            task = cast(Task, _take(tasks))
            limit()
            try:
                for found in _WORK[task[0]](task[1]):
                    _send(answers, found)
                    limit()
            except MemoryError:
                os._exit(_NO_MEMORY)
            _send(answers, _END)


def _read(part: object) -> Iterator[object]:
    assert isinstance(part, Part)
    try:
        yield replace(read_part(part), raw=b"")  # who asked has it
    except MemoryError:
        raise
    except Exception as error:  # a fault of ours, or of a library: it costs this part
        why = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        yield Reading(part.source, b"", None, (_lost(part.source, why),))


def _split(path: object) -> Iterator[object]:
    assert isinstance(path, Path)
    yield from _told(str(path), lambda: split_file(path))


def _split_bytes(given: object) -> Iterator[object]:
    raw, source, known = cast(tuple[bytes, str, Known], given)
    yield from _told(source, lambda: split_bytes(raw, source, known))


def _links(given: object) -> Iterator[object]:
    raw, kind, source = cast(tuple[bytes, Format, str], given)
    yield from _told(source, lambda: iter([links(raw, kind, source)]))


def _told(source: str, work: Callable[[], Iterator[object]]) -> Iterator[object]:
    """What some work gives, and a fault of ours, or of a library, as a problem."""
    try:
        yield from work()
    except MemoryError:
        raise
    except Exception as error:
        why = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        yield _lost(source, why)


_WORK = {"read": _read, "split": _split, "split_bytes": _split_bytes, "links": _links}


def _limited() -> Callable[[], None]:
    """Bound this process; gives what sets the bound on its time anew, for the next part."""
    try:
        import resource
    except ImportError:  # Windows: there the clock alone bounds it
        return lambda: None
    tempfile.gettempdir()  # libraries ask for it when they are loaded; it is found by writing there
    with suppress(ValueError, OSError):  # where a smaller bound is set already
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hardest = resource.getrlimit(resource.RLIMIT_CPU)

    def again() -> None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime) + CPU_SECONDS + 1
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (soft, hardest))

    return again


if __name__ == "__main__":
    main()
