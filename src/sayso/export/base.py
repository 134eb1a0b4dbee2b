"""What an export promises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

Line = Mapping[str, Any]
"""One object of the ledger in its JSON shape: a document, claim, relation or problem."""

Exporter = Callable[[Iterable[Line]], Iterator[str]]
"""Takes the lines of a case, documents before their claims, and gives the file piece by piece."""
