"""Document → Parsed."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.document import Document
from sayso.model.parsed import Mention, Parsed
from sayso.parse.quotes import quotations
from sayso.parse.sentences import paragraphs, sentences


def parse(document: Document, mentions: Sequence[Mention] = ()) -> Parsed:
    """Take a document apart. Names are found elsewhere and handed in. Linear in the text."""
    text = document.text
    return Parsed(document, paragraphs(text), sentences(text), quotations(text), tuple(mentions))
