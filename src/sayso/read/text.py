"""Plain text files: the text is what the bytes decode to, unchanged."""

from __future__ import annotations

from sayso.model.trace import Problem
from sayso.read.base import Page
from sayso.read.counted import check_text
from sayso.read.encoding import decode


def read(raw: bytes, source: str, charset: str | None = None) -> Page | Problem:
    """The page that a plain text file holds. charset: as a header beside it says.

    Raises TooMuchError.
    """
    decoded = decode(raw, charset=charset)
    if decoded.text is None:
        return not_text(source)
    check_text(decoded.text)
    problems = (Problem("encoding", decoded.note, source),) if decoded.note else ()
    return Page(source, decoded.text, problems=problems)


def not_text(source: str) -> Problem:
    """The problem of bytes that are no text in any encoding."""
    return Problem("binary", "this is not text: it holds binary data; it was not read", source)
