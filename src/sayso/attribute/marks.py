"""What stands in quotation marks and what is furniture, shelved once for a whole text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.attribute.tidy import Shelf
from sayso.model.document import FurnitureKind
from sayso.model.parsed import Parsed
from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Marks:
    """Looked up for every attribution, so that the search does not grow with the text.

    quotes: in marks of any kind. doubles: in double ones. closed: those with both their marks.
    captions: the furniture that may quote somebody.
    """

    quotes: Shelf
    doubles: Shelf
    furniture: Shelf
    closed: frozenset[Span]
    captions: Shelf

    @classmethod
    def of(cls, parsed: Parsed) -> Marks:
        quotes = parsed.quotations
        return cls(
            Shelf(q.span for q in quotes),
            Shelf(q.span for q in quotes if q.level == "double"),
            Shelf(item.span for item in parsed.document.furniture),
            frozenset(q.span for q in quotes if q.closed),
            Shelf(
                item.span
                for item in parsed.document.furniture
                if item.kind is FurnitureKind.CAPTION
            ),
        )

    def bare(self) -> Marks:
        """The same without furniture."""
        return replace(self, furniture=Shelf(()))
