"""What the elements of a web page tell of the lines of its text: what is a link, stands under a
picture, or in a box beside the report.

One walk over the tree, linear in its size. Lines are known by their words, since the search for the
main text gives no places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.model.document import FurnitureKind
from sayso.read.blocks import BLOCKS, SILENT

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Hints = Mapping[str, FurnitureKind | None]
"""By `key` of a line: what it is, or None where it is a line of text like others."""

_LONGEST = 600  # characters of a line in a box
_LINKED = 0.85  # share of a line's characters in links that makes it one
_MOST = 0.4  # share of all lines in boxes from which the boxes are no boxes
_CLASSES = (
    (FurnitureKind.PULL_QUOTE, r"pull-?quotes?|quote-?pull"),
    (FurnitureKind.CAPTION, r"(?:(?:wp|image|photo|media|img|pic|fig)-?)?captions?(?:-text)?"),
    (FurnitureKind.CAPTION, r"(?:image|photo|picture|media)-?(?:credits?|copyright|source|info)"),
    (FurnitureKind.RELATED, r"related(?:-.{0,20})?|read-?(?:more|also|next)|also-?read|see-?also"),
    (FurnitureKind.RELATED, r"most-?(?:read|popular|viewed)|recommend(?:ed|ations?)|more-?on"),
    (FurnitureKind.SHARE, r"share(?:-?(?:bar|box|tools?|buttons?))?|social(?:-.{0,20})?"),
    (FurnitureKind.PAYWALL, r"news-?letters?(?:-.{0,20})?|sign-?up(?:-.{0,20})?"),
    (
        FurnitureKind.NAVIGATION,
        r"(?:ads?|adverts?)(?:-(?:slot|box|unit|wrap(?:per)?|container|banner|block|text|label))?",
    ),
    (
        FurnitureKind.NAVIGATION,
        r"advertisements?|sponsored(?:-.{0,20})?|promos?|promotions?|promoted",
    ),
    (FurnitureKind.COMMENTS, r"comments?(?:-?(?:list|section|area|box|form))?"),
)
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _CLASSES)
_STEMS = re.compile(  # without one of which no name is a box's: most names are passed over so
    r"quote|caption|credit|copyright|source|info|relat|read|also|most|recomm|more|shar|social"
    r"|news|sign|comment|ad|spons|promo",
    re.IGNORECASE,
)
_CARDS = frozenset({"div", "li", "section", "article", "aside"})
_LITTLE = 20  # characters of a teaser beside its headline, at least
_WHOLE = frozenset({"html", "body", "main", "article"})  # their classes are of the whole page
_WORDS_APART = re.compile(r"(?:__|--|_)")


def key(line: str) -> str:
    """By which a line is known, without its bullet and the bars of a table."""
    return " ".join(line.casefold().split()).strip(" |•·-–—*")


def hints(tree: HtmlElement) -> Hints:
    """What the page's elements tell of its lines. A line that stands in several places is of the
    report if one of them is."""
    found: dict[str, FurnitureKind | None] = {}
    boxed = 0
    for text, kind, linked in _lines(tree):
        name = key(text)
        if not name:
            continue
        told = kind if len(text) <= _LONGEST else None
        boxed += told is not None
        told = told or (FurnitureKind.RELATED if linked else None)
        found[name] = told if name not in found else found[name] and told
    if boxed > _MOST * len(found):
        return {name: kind for name, kind in found.items() if kind is None}
    return found


def _lines(tree: HtmlElement) -> Iterator[tuple[str, FurnitureKind | None, bool]]:
    """Each line with the box that it stands in and whether it is one link."""
    from lxml import etree

    boxes: list[FurnitureKind | None] = [None]
    teasers = _teasers(tree)
    pieces: list[str] = []
    linked = silent = in_link = 0
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else "!"
        starts = event == "start"
        if tag in BLOCKS:
            line = "".join(pieces)
            if line.strip():
                yield line, boxes[-1], linked >= _LINKED * len(line.strip())
            pieces, linked = [], 0
        step = 1 if starts else -1
        silent += step * (tag in SILENT or tag == "!")
        in_link += step * (tag == "a")
        if starts:
            told = _box(node, tag) or (FurnitureKind.RELATED if node in teasers else None)
            boxes.append(told or boxes[-1])
        else:
            boxes.pop()
        text = (node.text if starts else node.tail) or ""
        if text and not silent:
            pieces.append(text)
            linked += len(text.strip()) if in_link else 0


def _teasers(tree: HtmlElement) -> set[HtmlElement]:
    """Small blocks of a heading that is a link, with some words below it: other reports."""
    asked: dict[HtmlElement, bool] = {}
    for heading in tree.iter("h2", "h3", "h4", "h5", "h6"):
        block = heading.getparent()
        while block is not None and block.tag in ("a", "header"):
            block = block.getparent()
        if block is None or block in asked or block.tag not in _CARDS:
            continue
        asked[block] = _is_teaser(block, heading)
    return {block for block, is_one in asked.items() if is_one}


def _is_teaser(block: HtmlElement, heading: HtmlElement) -> bool:
    words = " ".join(str(heading.text_content()).split())
    links = [*heading.iter("a"), *(node for node in heading.iterancestors("a"))]
    linked = " ".join(str(links[0].text_content()).split()) if links else ""
    if words.count(" ") < 2 or words not in linked:
        return False
    text = " ".join(str(block.text_content()).split())
    return len(words) + _LITTLE < len(text) <= _LONGEST


def _box(node: HtmlElement, tag: str) -> FurnitureKind | None:
    if tag == "figcaption":
        return FurnitureKind.CAPTION
    if tag in _WHOLE or tag == "!":
        return None
    names = node.get("class"), node.get("id")
    return _named(f"{names[0] or ''} {names[1] or ''}"[:500]) if any(names) else None


@lru_cache(maxsize=4096)
def _named(names: str) -> FurnitureKind | None:
    """The box that an element's classes name. A page has few, each many times."""
    if not _STEMS.search(names):
        return None
    for name in names.split():
        plain = _WORDS_APART.sub("-", name)
        tail = plain.partition("-")[2]
        for kind, pattern in _PATTERNS:
            if pattern.fullmatch(plain) or (tail and pattern.fullmatch(tail)):
                return kind
    return None
