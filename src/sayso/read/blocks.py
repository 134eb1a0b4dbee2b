"""HTML → all of its text, a line for each block. For HTML that is the report already, as in feeds;
whole pages go through the search for their main text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.read.counted import check_markup

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BLOCKS = frozenset(
    "address article aside blockquote br caption dd div dl dt figcaption figure footer form h1 h2"
    " h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td th tr ul".split()
)
SILENT = frozenset("script style noscript template iframe object svg head".split())
_SPACE = re.compile(r"[ \t\r\f\v]*\n\s*")
_TAG = re.compile(r"<[a-zA-Z!/]|&[#\w]{2,20};")


def text_of(markup: str) -> str:
    """The text of some HTML; of plain text, the text itself. Raises TooMuchError."""
    from lxml import html

    if not _TAG.search(markup):
        return markup.strip()
    check_markup(markup)
    try:
        tree = html.fromstring(f"<div>{markup}</div>")
    except (ValueError, html.etree.ParserError):  # nothing but comments, or half characters
        return ""
    return text_of_tree(tree)


def text_of_tree(tree: HtmlElement) -> str:
    """Each block a line; white space as browsers show it."""
    pieces: list[str] = []
    depth_of_silence = 0
    from lxml import etree

    for event, node in etree.iterwalk(tree, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else "!"
        block, silent = tag in BLOCKS, tag in SILENT or tag == "!"
        if event == "start":
            depth_of_silence += silent
            if block:
                pieces.append("\n")
            if not depth_of_silence and node.text:
                pieces.append(_flat(node.text, tag == "pre"))
        else:
            depth_of_silence -= silent
            if block:
                pieces.append("\n")
            if not depth_of_silence and node.tail and node is not tree:
                pieces.append(_flat(node.tail, False))
    return _SPACE.sub("\n", re.sub(r"[ \t]+", " ", "".join(pieces))).strip()


def _flat(text: str, kept: bool) -> str:
    return text if kept else re.sub(r"\s+", " ", text)
