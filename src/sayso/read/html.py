"""Saved web pages: main text with trafilatura, the headline always its first line or in it."""

from __future__ import annotations

import html as entities
import re
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.model.trace import Problem
from sayso.read.base import Page
from sayso.read.counted import check_markup
from sayso.read.encoding import decode
from sayso.read.lines import capitals, same
from sayso.read.markup import headings, stated
from sayso.read.structure import hints
from sayso.read.text import not_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAG = re.compile(r"<[a-zA-Z!/]")
_WHOLE = re.compile(r"<(?:html|head|body|!doctype)\b", re.IGNORECASE)
_HEAD = 4096  # characters in which a whole page shows that it is one
_ONE_CELL = re.compile(r"^\| ([^|\n]+) \|[ \t]*$", re.MULTILINE)  # tables that only place things
_REMEMBERED = 2_000_000  # characters after which libraries forget: 20 pages or so
_TOP = 8  # lines among which the headline may stand


def read(raw: bytes, source: str, charset: str | None = None) -> Page | Problem:
    """The page with its main text; a problem where there is none. charset: of a header.

    Raises TooMuchError.
    """
    decoded = decode(raw, markup=True, charset=charset)
    if decoded.text is None:
        return not_text(source)
    check_markup(decoded.text)
    tree = _tree(decoded.text)
    if tree is None:
        return Problem("no-text", "no main text was found in this page", source)
    said, told = stated(tree, source), hints(tree)
    body = _main_text(tree, decoded.text)
    _remembered.add(len(decoded.text))
    if not body:
        return Problem("no-text", "no main text was found in this page", source)
    problems = (Problem("encoding", decoded.note, source),) if decoded.note else ()
    text, title = with_title(body, said.title, headings(tree))
    return Page(source, text, replace(said, title=title), problems, hints=told)


def with_title(body: str, title: str | None, heads: tuple[str, ...]) -> tuple[str, str | None]:
    """The text with its headline in it, in front where the extraction left it out; the headline.

    title: as the page states it. heads: its `h1`, which readers saw, and which may word it another
    way.
    """
    shown = next((head for head in heads if title is None or _alike(head, title)), title)
    wanted = [text for text in (shown, title, *heads) if text]
    for line in [line for line in body[:4000].splitlines() if line.strip()][:_TOP]:
        if any(same(line, text) for text in wanted):
            return body, line.strip()
    if not shown:
        return body, None
    lines = body.splitlines(keepends=True)
    letterhead = [*takewhile(lambda line: capitals(line) and line.count(" ") <= 4, lines[:_TOP])]
    head = "".join(letterhead)
    return f"{head}{shown}\n{body[len(head) :]}", shown


def _alike(left: str, right: str) -> bool:
    """Whether two headlines share half of the words of the shorter."""
    one, other = (set(text.casefold().split()) for text in (left, right))
    return len(one & other) * 2 >= min(len(one), len(other))


def _tree(text: str) -> HtmlElement | None:
    from trafilatura import load_html

    if not _TAG.search(text):
        text = f"<pre>{entities.escape(text)}</pre>"
    if not _WHOLE.search(text[:_HEAD]):
        text = f"<html><body>{text}</body></html>"  # a part of a page, as copied out of one
    return load_html(text)


def _main_text(tree: HtmlElement, text: str) -> str:
    from trafilatura import baseline, extract

    found = extract(
        tree,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        fast=True,
        favor_precision=False,
    )
    # Pages of a few lines are below trafilatura's least size: take all their paragraphs.
    return _ONE_CELL.sub(r"\1", found or str(baseline(text)[1]))


@dataclass(slots=True)
class _Remembered:
    """What libraries remember of the pages read so far: whole lines, a thousand of any length, and
    dates. Without an end to it, long pages would fill the memory for those after them.

    size: characters of the pages since it was last forgotten.
    """

    size: int = 0

    def add(self, size: int) -> None:
        """After a page of so many characters."""
        from trafilatura.meta import reset_caches

        self.size += size
        if self.size > _REMEMBERED:
            self.size = 0
            reset_caches()


_remembered = _Remembered()
