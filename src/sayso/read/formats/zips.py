"""Zip files: WACZ, which holds web archives, and DOCX.

Nothing is unpacked to disk, and the names in the file are labels only.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, cast

from sayso.model.trace import Problem
from sayso.read.base import Format, Part
from sayso.read.inflate import check_growth
from sayso.read.limits import LARGEST

if TYPE_CHECKING:
    from sayso.read.split import Known

_MOST_FILES = 10_000
_CHUNK = 1 << 16
# What a broken or hostile zip file makes the library raise.
BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError,
          ValueError, EOFError, KeyError, zlib.error)  # fmt: skip

Found = Iterator[Part | Problem]


def split(file: BinaryIO, source: str, known: Known) -> Found:
    """A DOCX as it is; of a WACZ the pages of its archives."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            if len(names) > _MOST_FILES:
                yield Problem("too-many", f"more than {_MOST_FILES:,} files in one", source)
            elif "word/document.xml" in names:
                yield from _docx(file, source, known)
            else:
                yield from _archives(archive, names, source)
    except BROKEN as error:
        why = " ".join(str(error).split())[:100]
        yield Problem("broken", f"this zip file cannot be read: {why}", source)


def member(archive: zipfile.ZipFile, name: str, most: int = LARGEST) -> bytes:
    """The bytes of one file in it. Raises TooMuchError, and what BROKEN names."""
    found = BytesIO()
    packed = archive.getinfo(name).compress_size
    with archive.open(name) as file:
        while chunk := file.read(_CHUNK):
            found.write(chunk)
            check_growth(max(packed, 1), found.tell(), found.tell(), most)
    return found.getvalue()


def _docx(file: BinaryIO, source: str, known: Known) -> Found:
    file.seek(0)
    raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        yield Problem("too-large", f"over {LARGEST / 1e6:.0f} MB; split it first", source)
    else:
        yield Part(source, raw, Format.DOCX, known.stated, known.fetched)


def _archives(archive: zipfile.ZipFile, names: list[str], source: str) -> Found:
    from sayso.read.formats import warc

    held = [name for name in names if name.endswith((".warc", ".warc.gz", ".warc.zst"))]
    if not held:
        message = "a zip file without web archives in it; unpack it and add the folder"
        yield Problem("unknown-type", message, source)
    for name in held:
        label = f"{source}#{name}"
        try:
            with archive.open(name) as packed:
                yield from warc.split(cast(BinaryIO, packed), label)
        except BROKEN as error:
            why = " ".join(str(error).split())[:100]
            yield Problem("broken", f"this archive breaks off: {why}", label)
