"""What reading gives, and what readers hand over."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.document import Document, When
from sayso.model.trace import Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one source.

    source: the path as given.
    raw: the original bytes; empty when nothing could be read.
    document: None where the bytes hold no text that can be read; a problem then says why.
    problems: all that went wrong or was guessed on the way.
    """

    source: str
    raw: bytes
    document: Document | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states about itself outside its text, in tags or JSON-LD; None where silent.

    title, outlet, byline: as written. published: day, month or year. url: the canonical address.
    """

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: When | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Text as one reader gives it. source: the path or address; stated: see there."""

    source: str
    text: str
    stated: Stated = Stated()
    problems: tuple[Problem, ...] = ()
