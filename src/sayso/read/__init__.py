"""Step 1: bytes → Document.

files names what to read, encoding decodes, text and html give a page, and assemble makes it a
document: furniture marks what is not the report, provenance tells who printed it when.
"""

from __future__ import annotations

import re
from pathlib import Path

from sayso.model.trace import Problem
from sayso.read import files
from sayso.read import text as plain
from sayso.read.assemble import reading
from sayso.read.base import Page, Reading
from sayso.read.files import find_files

__all__ = ["Reading", "find_files", "read_file", "read_text"]


def read_file(path: Path) -> Reading:
    """Read one file. Trouble in it never raises: it is told in the reading's problems."""
    raw = files.load(path)
    if isinstance(raw, Problem):
        return Reading(raw.source, b"", None, (raw,))
    page = _page(path, raw)
    if isinstance(page, Problem):
        return Reading(str(path), raw, None, (page,))
    if not page.text.strip():
        return Reading(str(path), raw, None, (Problem("empty", "the file is empty", str(path)),))
    return reading(page, raw)


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


def _page(path: Path, raw: bytes) -> Page | Problem:
    if path.suffix.lower() in files.HTML:
        from sayso.read import html

        return html.read(raw, str(path))
    return plain.read(raw, str(path))
