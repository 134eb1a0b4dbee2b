"""One writer at a time.

The lock is one of the operating system on a file beside the case: it ends with its process, however
that ends, so nothing stale can stay behind. The file may stay after a kill; it holds nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.model.errors import CaseBusyError, CaseFullError

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held(case: Path) -> Iterator[None]:
    """Hold the right to write a case. Raises CaseBusyError at once where another holds it."""
    real = case.resolve()  # two links to one case share its lock
    path = real.with_name(f".{real.name}-lock")
    handle = _acquire(case, path)
    try:
        yield
    finally:
        if sys.platform != "win32":  # Windows removes no open file
            path.unlink(missing_ok=True)
        os.close(handle)


def _acquire(case: Path, path: Path) -> int:
    """A handle that holds the lock. The file may go away between opening and locking: again."""
    while True:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise CaseFullError(str(case), (error.strerror or str(error)).lower()) from error
        try:
            _take(handle)
        except OSError as error:
            os.close(handle)
            raise CaseBusyError(str(case)) from error
        if _is_at(handle, path):
            return handle
        os.close(handle)


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
