"""Places in a text."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.errors import EvidenceError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text.

    start: first character (Unicode code points), 0 ≤ start.
    end: behind the last character, start < end.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise EvidenceError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """The words at this place. Raises EvidenceError where the text is too short."""
        if self.end > len(text):
            raise EvidenceError(f"span {self.start}..{self.end} ends behind a text of {len(text)}")
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a document, cut from it.

    document: id of the document.
    span: where the words stand.
    text: the words; always `document.text[span.start:span.end]`.
    """

    document: str
    span: Span
    text: str

    @classmethod
    def cut(cls, document: str, text: str, span: Span) -> Evidence:
        """The only way to make evidence: cut it from the text of the document."""
        return cls(document, span, span.cut(text))
