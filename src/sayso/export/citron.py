"""The JSON of Citron, the BBC's quote extractor: a file a document, as its parser reads it.

See docs/data_format.md of bbc/citron. Citron's quotes need a cue; claims without one stand under
`quotes_without_cue`, which Citron passes over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sayso.export.base import File, Format, Ledger, Line
from sayso.export.places import file_name, reports


def citron(ledger: Ledger) -> Iterator[File]:
    """One file a document."""
    for document, claims in reports(ledger):
        text = json.dumps(_page(document, claims), ensure_ascii=False, indent=1)
        yield File(f"{file_name(document)}.json", [text, "\n"])


def _page(document: Line, claims: Sequence[Line]) -> dict[str, Any]:
    return {
        "text": document["text"],
        "quotes": [_quote(claim) for claim in claims if claim["cue"]],
        "quotes_without_cue": [_quote(claim) for claim in claims if not claim["cue"]],
    }


def _quote(claim: Line) -> dict[str, Any]:
    return {
        "id": claim["id"],
        "cue": claim["cue"],
        "sources": [claim["source"]] if claim["source"] else [],
        "contents": claim["content"],
        "confidence": f"{claim['score']:.4f}",  # a string, as Citron writes it
    }


FORMAT = Format(files=citron)
