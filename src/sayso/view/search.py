"""Findings of a search, cut where the words that match begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.model.span import Span
from sayso.view.plain import line


def pieces(snippet: str, marks: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """The snippet in pieces, each with whether it matches; safe, on one line."""
    at = 0
    for mark in marks:
        yield _inside(snippet[at : mark.start]), False
        yield _inside(snippet[mark.start : mark.end]), True
        at = mark.end
    yield _inside(snippet[at:]), False


def _inside(text: str) -> str:
    """A piece on one line, with one space at an edge where it had any."""
    before, after = text[:1].isspace(), text[-1:].isspace() and bool(text.strip())
    return f"{' ' if before else ''}{line(text)}{' ' if after else ''}"
