"""Page → Document: lines, furniture, provenance, language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.document import Document, Furniture, FurnitureKind
from sayso.model.ids import document_id, sha256
from sayso.model.trace import Problem
from sayso.read.base import Page, Reading
from sayso.read.furniture import furniture
from sayso.read.headline import headline
from sayso.read.language import UNKNOWN, language
from sayso.read.lines import MOST_LINES, Line, lines
from sayso.read.provenance import provenance


def reading(page: Page, raw: bytes, fetched: str | None = None) -> Reading:
    """The document that a page and its bytes make, with the problems of both. fetched: ISO time,
    where they are from the net."""
    rows, whole = lines(page.text)
    heads = {span.start for span in page.aside}
    aside = [row for row in rows if row.span.start in heads]
    body = tuple(row for row in rows if row.span.start not in heads)
    title = headline(body, page.stated.title)
    marked = _ordered(furniture(body, title, page.hints), aside)
    told = provenance(page, rows, title, marked)
    off = {item.span.start for item in marked}
    fingerprint = sha256(raw)
    document = Document(
        id=document_id(fingerprint, page.text),
        source=page.source,
        sha256=fingerprint,
        text=page.text,
        language=language(row.text for row in rows if row.span.start not in off),
        outlet=told.outlet,
        title=title.text if title else page.stated.title,
        title_span=title.span if title else None,
        byline=told.byline,
        credits=told.credits,
        repost_of=told.repost_of,
        place=told.place,
        published=told.published,
        url=page.stated.url,
        fetched=fetched,
        furniture=marked,
        pages=page.pages,
        published_time=told.time,
        published_certainty=told.certainty,
    )
    problems = [*page.problems, *_problems(document, whole)]
    named = tuple(replace(problem, document=document.id) for problem in problems)
    return Reading(page.source, raw, document, named)


def _ordered(found: Sequence[Furniture], aside: Sequence[Line]) -> tuple[Furniture, ...]:
    """With what the reader knew not to be the report."""
    heads = [Furniture(row.span, FurnitureKind.PAGE) for row in aside]
    return tuple(sorted([*found, *heads], key=lambda item: item.span.start))


def _problems(document: Document, whole: bool) -> list[Problem]:
    found = []
    if document.language not in ("en", UNKNOWN):
        message = f"the language is {document.language}, not English; kept, but not searched"
        found.append(Problem("not-english", message, document.source))
    if not whole:
        message = f"more than {MOST_LINES} lines: furniture was only looked for in the first ones"
        found.append(Problem("long", message, document.source))
    return found
