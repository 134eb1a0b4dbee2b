"""A report as it was read, and when things were."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.errors import EvidenceError
from sayso.model.ids import document_id
from sayso.model.span import Span


class KnownFrom(StrEnum):
    """How a date is known."""

    META = "meta"
    URL = "url"
    DATELINE = "dateline"
    TEXT = "text"
    GIVEN = "given"


_ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class When:
    """A day, month or year; never more precise than what is known.

    iso: "2016", "2016-12" or "2016-12-12".
    known_from: what told us.
    """

    iso: str
    known_from: KnownFrom

    def __post_init__(self) -> None:
        if not _ISO.fullmatch(self.iso):
            raise EvidenceError(f"not a date: {self.iso!r}; write 2016, 2016-12 or 2016-12-12")


class Certainty(StrEnum):
    """How sure a day of printing is.

    agreed: several signs of different kinds tell the same day. stated: one does, and none another.
    doubtful: they differ, or it was only searched for in the text.
    """

    AGREED = "agreed"
    STATED = "stated"
    DOUBTFUL = "doubtful"


class FurnitureKind(StrEnum):
    """What stands on the page and is not the report."""

    CAPTION = "caption"
    SHARE = "share"
    RELATED = "related"
    COMMENTS = "comments"
    PAYWALL = "paywall"
    NAVIGATION = "navigation"
    LABEL = "label"
    PULL_QUOTE = "pull_quote"  # words of the report, shown again in large type
    PAGE = "page"  # running heads and page numbers


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the text that is not the report. It is marked, never deleted."""

    span: Span
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class Document:
    """One report, as read. The text never changes after reading.

    id: made from the bytes and the text.
    source: where it came from: a path or an address, as the user gave it.
    sha256: of the bytes.
    text: what every span counts in.
    language: ISO 639-1 code, or "und" where it could not be told.
    title: the headline. title_span: its place, where the text holds it.
    outlet, byline, credits (agencies), repost_of: who printed it, on whose work.
    place: of the dateline. published: when it was printed. fetched: ISO time, if from the net.
    published_time: to the minute, with the zone where that is told: "22:30", "22:30Z",
        "22:30+05:30", "22:30 IST". published_certainty: of the day.
    furniture: in the order of the text, without overlaps.
    pages: the places of its printed pages, first to last; empty where it has none.
    """

    id: str
    source: str
    sha256: str
    text: str
    language: str = "en"
    outlet: str | None = None
    title: str | None = None
    title_span: Span | None = None
    byline: str | None = None
    credits: tuple[str, ...] = ()
    repost_of: str | None = None
    place: str | None = None
    published: When | None = None
    url: str | None = None
    fetched: str | None = None
    furniture: tuple[Furniture, ...] = ()
    pages: tuple[Span, ...] = ()
    published_time: str | None = None
    published_certainty: Certainty | None = None

    def __post_init__(self) -> None:
        if self.id != document_id(self.sha256, self.text):
            raise EvidenceError(f"document {self.id} does not match its bytes and text")
        for item in self.furniture:
            item.span.cut(self.text)
        for page in self.pages:
            page.cut(self.text)

    def page_of(self, place: int) -> int | None:
        """The number of the printed page that a place stands on, from 1; None without pages."""
        starts = [page.start for page in self.pages]
        return bisect_right(starts, place) or None

    def is_furniture(self, span: Span) -> bool:
        """Whether any part of a span is furniture."""
        return any(item.span.overlaps(span) for item in self.furniture)
