"""Step 1: bytes → Document.

    source ─files→ path ─split→ parts ─read→ page ─assemble→ document

files names what to read, sniff tells what it is, split opens containers, formats has a reader for
each format, and assemble makes a page a document: furniture marks what is not the report,
provenance tells who printed it when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sayso.model.trace import Problem
from sayso.read.assemble import reading
from sayso.read.base import Format, Page, Part, Reading, Stated
from sayso.read.files import find_files
from sayso.read.inflate import TooMuchError
from sayso.read.split import Known, split_bytes, split_file

__all__ = [
    "Format",
    "Known",
    "Part",
    "Reading",
    "Stated",
    "find_files",
    "read_file",
    "read_part",
    "read_text",
    "split_bytes",
    "split_file",
]


def read_file(path: Path) -> Iterator[Reading]:
    """Read what one file holds, part by part. Trouble in it never raises: it is told in the
    readings' problems."""
    for part in split_file(path):
        if isinstance(part, Problem):
            yield Reading(part.source, b"", None, (part,))
        else:
            yield read_part(part)


def read_part(part: Part) -> Reading:
    """Read one part of a source."""
    try:
        page = _page(part)
    except TooMuchError as error:
        page = Problem("too-large", str(error), part.source)
    if isinstance(page, Problem):
        return Reading(part.source, part.raw, None, (*part.problems, page))
    if not page.text.strip():
        empty = Problem("empty", "it holds no text", part.source)
        return Reading(part.source, part.raw, None, (*part.problems, empty))
    page = replace(
        page, stated=part.stated.over(page.stated), problems=(*part.problems, *page.problems)
    )
    return reading(page, part.raw, part.fetched)


def read_text(text: str, source: str = "text") -> Reading:
    """Read a string. Its bytes are its UTF-8; source is the name that problems go under."""
    if not text.strip():
        return Reading(source, b"", None, (Problem("empty", "the text is empty", source),))
    whole = re.sub("[\ud800-\udfff]", "\ufffd", text)
    problems: tuple[Problem, ...] = ()
    if whole != text:
        message = "characters that no encoding holds (surrogates) were replaced by \ufffd"
        problems = (Problem("encoding", message, source),)
    return reading(Page(source, whole, problems=problems), whole.encode("utf-8"))


def _page(part: Part) -> Page | Problem:
    """The page that the reader of its format makes of it. Raises TooMuchError."""
    raw, source = part.raw, part.source
    match part.format:
        case Format.HTML:
            from sayso.read import html

            return html.read(raw, source, part.charset)
        case Format.PDF:
            from sayso.read.formats import pdf

            return pdf.read(raw, source)
        case Format.DOCX:
            from sayso.read.formats import docx

            return docx.read(raw, source)
        case Format.ARTICLE:
            from sayso.read.formats import articles

            return articles.read(raw, source)
        case Format.ENTRY:
            from sayso.read.formats import feed

            return feed.read(raw, source)
        case Format.MAIL:
            from sayso.read.formats import mail

            return mail.read(raw, source)
        case Format.MARKDOWN:
            from sayso.read.formats import markdown

            return markdown.read(raw, source)
        case _:
            from sayso.read import text as plain

            return plain.read(raw, source, part.charset)
