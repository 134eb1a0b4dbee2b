"""Several files as one zip, given piece by piece."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from io import RawIOBase
from typing import Any

from sayso.export.base import File
from sayso.export.files import encoded

WHEN = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can tell: the same case gives the same bytes


class Outlet(RawIOBase):
    """A file that is only written, from which what was written so far is taken away."""

    def __init__(self) -> None:
        super().__init__()
        self._written = list[bytes]()
        self._size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._written.append(bytes(data))
        self._size += len(self._written[-1])
        return len(self._written[-1])

    def tell(self) -> int:
        return self._size

    def taken(self) -> bytes:
        """What was written since the last time."""
        written, self._written = b"".join(self._written), []
        return written


def zipped(files: Iterable[File]) -> Iterator[bytes]:
    """A zip with these files, in their order."""
    out = Outlet()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            entry = zipfile.ZipInfo(file.name, WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with archive.open(entry, "w", force_zip64=True) as member:
                for piece in file.pieces:
                    member.write(encoded(piece))
                    if written := out.taken():
                        yield written
        yield out.taken()
    yield out.taken()
