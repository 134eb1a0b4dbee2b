"""XML of strangers: no entities, no DTD, nothing from the net, no huge trees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import etree

from sayso.read.counted import check_xml

Element: TypeAlias = Any
"""An element of lxml's, which has no types."""


def parse(raw: bytes) -> Element | None:
    """The root, mended where it is broken; None where it is beyond that. Raises TooMuchError."""
    check_xml(raw)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(raw.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return None
    return root if isinstance(root, etree._Element) else None


def name(element: Element) -> str:
    """The name without its namespace, in lower case."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """The children of these names, in any namespace."""
    return (child for child in element if name(child) in names)


def text(element: Element) -> str:
    """All text in an element, without the tags."""
    return "".join(element.itertext()).strip()


def first(element: Element, *names: str) -> str | None:
    """The text of the first child of these names that has some, the names in order."""
    for wanted in names:
        for child in children(element, wanted):
            if found := text(child):
                return found
    return None
