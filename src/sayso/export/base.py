"""What an export promises.

A format is one file with one `Format` in it, and one line in `plugins.OURS` that gives it a name.
It asks a ledger for the kinds of lines that it holds, and gives what it writes piece by piece.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from sayso.model.exchange import Sent

Line = Mapping[str, Any]
"""One object of the ledger in its JSON shape, `type` first: a document, claim, relation, …"""

Piece = str | bytes
"""Part of a file, in order. Text is written as UTF-8."""


class Ledger(Protocol):
    """What is exported: `sayso.Case`, or whatever else has such lines."""

    def lines(self, *kinds: str) -> Iterator[Line]:
        """The objects of these kinds, read as they are asked for; see `Case.lines`."""
        ...

    def original(self, document: str) -> bytes:
        """The bytes that the document of that id was read from."""
        ...

    def exchanges(self) -> Iterator[Sent]:
        """Everything that came over the net, first to last."""
        ...


@dataclass(frozen=True, slots=True)
class File:
    """One of several files. name: its path, parted by "/". pieces: what it holds, read once."""

    name: str
    pieces: Iterable[Piece]


Exporter = Callable[[Ledger], Iterator[Piece]]
"""Gives one file."""

FilesExporter = Callable[[Ledger], Iterator[File]]
"""Gives several files. Each is read before the next one is asked for."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a case: it has `file`, `files` or `tables`.

    file: gives it as one file. files: as several, for a folder or a zip.
    tables: by name; each is one file, the first is meant by default, all are several files.
    suffix: of the files of tables, as ".csv".
    binary: whether a terminal cannot show it.
    """

    file: Exporter | None = None
    files: FilesExporter | None = None
    tables: Mapping[str, Exporter] = field(default_factory=dict)
    suffix: str = ""
    binary: bool = False
