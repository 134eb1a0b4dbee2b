"""The views in JSON, made at the border only: one function a line, `type` first.

Spans carry the id of their document, since a line here may point into several.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.model.span import Evidence
from sayso.view.coverage import CoveragePage, Utterance
from sayso.view.side_by_side import ClaimsPage, DocumentsPage, Head
from sayso.view.timeline import Dispute, Entry, TimelinePage, Witness
from sayso.view.wording import CueRow, NameRow, Passage, ScareRow, Swap, Thing, WordingPage

Shape = dict[str, Any]


def evidence(value: Evidence) -> Shape:
    """A span with its document and its words."""
    return {
        "document": value.document,
        "start": value.span.start,
        "end": value.span.end,
        "text": value.text,
    }


def wording(page: WordingPage) -> Iterator[Shape]:
    """`wording`, a line a thing, then `cue`, `scare_quote` and `swap` lines."""
    yield from map(_thing, page.things)
    yield from map(_cue, page.cues)
    yield from map(_scare, page.scare)
    yield from map(_swap, page.swaps)


def _thing(thing: Thing) -> Shape:
    reasons = [{"name": r.name, "detail": r.detail} for r in thing.reasons]
    return {
        "type": "wording",
        "id": thing.id,
        "kind": thing.kind.value,
        "heading": thing.heading,
        "names": list(map(_name, thing.names)),
        "reasons": reasons,
    }


def _name(row: NameRow) -> Shape:
    counts = [
        {
            "outlet": count.outlet,
            "own": count.own,
            "quoted": count.quoted,
            "paraphrased": count.paraphrased,
            "inserted": count.inserted,
            "scare": count.scare,
            "furniture": count.furniture,
            "passages": list(map(_passage, count.passages)),
        }
        for count in row.counts
    ]
    return {
        "name": row.name,
        "own": row.own,
        "quoted": row.quoted,
        "furniture": row.furniture,
        "outlets": counts,
    }


def _passage(one: Passage) -> Shape:
    return evidence(one.name) | {
        "voice": one.voice.value,
        "paraphrase": one.paraphrase,
        "inserted": one.inserted,
        "scare": one.scare,
        "title": one.title,
        "claim": one.claim or None,
        "claimer": one.claimer or None,
        "whose": one.whose or None,
        "before": one.before,
        "after": one.after,
    }


def _cue(row: CueRow) -> Shape:
    return {
        "type": "cue",
        "side": row.side,
        "outlet": row.outlet,
        "cue": row.cue,
        "cue_class": row.cue_class.value,
        "count": len(row.claims),
        "claims": list(row.claims),
    }


def _scare(row: ScareRow) -> Shape:
    passages = [{"outlet": one.outlet, **_passage(one)} for one in row.passages]
    return {"type": "scare_quote", "words": row.words, "passages": passages}


def _swap(swap: Swap) -> Shape:
    return {
        "type": "swap",
        "claimer": swap.claimer,
        "left": list(map(evidence, swap.left)),
        "right": list(map(evidence, swap.right)),
        "left_claim": swap.left_claim,
        "right_claim": swap.right_claim,
        "left_outlet": swap.left_outlet,
        "right_outlet": swap.right_outlet,
    }


def coverage(page: CoveragePage, utterances: Iterable[Utterance]) -> Iterator[Shape]:
    """`coverage`, a line an utterance, with a cell for each document that is on its occasion."""
    heads = {column.document: column for column in page.columns}
    for one in utterances:
        cells = [
            {
                "document": cell.document,
                "outlet": heads[cell.document].outlet,
                "published": heads[cell.document].published or None,
                "carried": cell.carried.value,
                "share": cell.share,
                "kept": list(cell.kept),
                "claims": list(cell.claims),
                "why": cell.why or None,
            }
            for cell in one.cells
        ]
        yield {
            "type": "coverage",
            "utterance": one.id,
            "claimer": one.claimer,
            "said": one.said or None,
            "text": one.words,
            "pieces": [evidence(piece.words) for piece in one.pieces],
            "claims": list(one.claims),
            "independent": one.independent,
            "documents": cells,
        }


def timeline(page: TimelinePage, entries: Iterable[Entry]) -> Iterator[Shape]:
    """`entry` lines by date, then `dispute` lines."""
    yield from map(_entry, entries)
    yield from map(_dispute, page.disputes)


def _entry(entry: Entry) -> Shape:
    return {
        "type": "entry",
        "id": entry.id,
        "clock": entry.clock.value,
        "when": entry.when,
        "first": entry.first,
        "last": entry.last,
        "known_from": entry.known_from.value,
        "who": entry.who,
        "text": entry.heading,
        "dispute": entry.dispute or None,
        "witnesses": list(map(_witness, entry.witnesses)),
    }


def _witness(one: Witness) -> Shape:
    return {
        "document": one.document,
        "outlet": one.outlet,
        "published": one.printed or None,
        "claim": one.claim or None,
        "claimer": one.claimer or None,
        "date": evidence(one.date) if one.date else None,
        "words": evidence(one.words) if one.words else None,
    }


def _dispute(one: Dispute) -> Shape:
    return {
        "type": "dispute",
        "id": one.id,
        "clock": one.clock.value,
        "entries": list(one.entries),
        "shared": one.shared,
    }


def claims_beside(page: ClaimsPage) -> Iterator[Shape]:
    """Of two claims a `stretch` a line, of more a `row`, with a cell a claim."""
    for stretch in page.stretches:
        yield {
            "type": "stretch",
            "change": stretch.change.value,
            "left": stretch.left,
            "right": stretch.right,
        }
    if not page.stretches:
        for row in page.rows:
            cells = [
                {"claim": head.id, "text": cell.text, "shared": cell.shared}
                for head, cell in zip(page.heads, row.cells, strict=True)
            ]
            yield {"type": "row", "same": row.same, "cells": cells}


def documents_beside(page: DocumentsPage) -> Iterator[Shape]:
    """`utterance` lines: what two or more of the documents carry; then a `passage` line for each
    stretch that others have, too, with the ids of those."""
    for shared in page.utterances:
        claims = [_head(head) for head in shared.heads]
        rows = [
            {"same": row.same, "cells": [cell.text for cell in row.cells]} for row in shared.rows
        ]
        yield {"type": "utterance", "claims": claims, "rows": rows}
    for head, pieces in zip(page.heads, page.pieces, strict=True):
        for piece in pieces:
            if piece.shared:
                yield {
                    "type": "passage",
                    "document": head.document,
                    "start": piece.span.start,
                    "end": piece.span.end,
                    "text": piece.text,
                    "shared_with": [page.heads[n].document for n in piece.shared],
                }


def _head(head: Head) -> Shape:
    return {
        "claim": head.id,
        "document": head.document,
        "claimer": head.who,
        "outlet": head.outlet,
        "published": head.published or None,
    }
