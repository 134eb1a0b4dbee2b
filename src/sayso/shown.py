"""What a case gives, as a notebook shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import SupportsIndex, TypeVar, overload

from sayso.model.claim import Claim
from sayso.model.document import Document

T = TypeVar("T")


class Listed(list[T]):
    """A list that a notebook shows as a table; a part of it is one, too."""

    def __init__(self, items: Iterable[T], draw: Callable[[Sequence[T]], str]) -> None:
        super().__init__(items)
        self._draw = draw

    @overload
    def __getitem__(self, index: SupportsIndex) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Listed[T]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> T | Listed[T]:
        if isinstance(index, slice):
            return Listed(super().__getitem__(index), self._draw)
        return super().__getitem__(index)

    def _repr_html_(self) -> str:
        return self._draw(self)


@dataclass(frozen=True, slots=True)
class Shown:
    """A document with its claims, in the order of the text. A notebook shows the whole text, with
    source, cue and content marked."""

    document: Document
    claims: tuple[Claim, ...]

    def __repr__(self) -> str:
        return f"<{self.document.outlet or self.document.source}: {len(self.claims)} claims>"

    def _repr_html_(self) -> str:
        from sayso.view import notebook
        from sayso.view.document import document_page

        return notebook.document_page(document_page(self.document, self.claims))
