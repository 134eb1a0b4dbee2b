"""Claims as one HTML table for a notebook: no script, no style sheet, every word escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.view.claims import ClaimRow, claim_rows

SHOWN = 100  # rows: more make a notebook slow to scroll and heavy to save

_COLUMNS = ("who", "cue", "exact words", "how", "said", "where", "score")
_CELL = 'style="text-align:left;vertical-align:top"'
_TINT = {"direct": "#d9f2d9", "mixed": "#e9f2d0", "indirect": "#e6ecf8"}


def claims_table(claims: Sequence[Claim], documents: Mapping[str, Document] | None = None) -> str:
    """The first claims of a list as a table; documents by id, for the names of outlets."""
    rows = claim_rows(claims[:SHOWN], documents or {})
    head = "".join(f"<th {_CELL}>{name}</th>" for name in _COLUMNS)
    body = "".join(map(_row, rows))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{_rest(claims)}"


def _row(row: ClaimRow) -> str:
    tint = _TINT[row.quotation]
    words = " … ".join(
        f'<mark style="background:{tint};color:#111">{escape(part)}</mark>' for part in row.words
    )
    cells = (
        _with_note(row.claimer, row.standing, "b"),
        _with_note(row.cue, row.cue_class, "u"),
        words,
        row.quotation,
        row.said,
        _with_note(row.outlet, row.published, "span"),
        f"{row.score:.2f}",
    )
    return f"<tr>{''.join(f'<td {_CELL}>{cell}</td>' for cell in cells)}</tr>"


def _with_note(text: str, note: str, tag: str) -> str:
    small = f"<br><small>{escape(note)}</small>" if note else ""
    return f"<{tag}>{escape(text)}</{tag}>{small}"


def _rest(claims: Sequence[Claim]) -> str:
    if len(claims) <= SHOWN:
        return f"<p>{len(claims)} claims</p>"
    return f"<p>{SHOWN} of {len(claims)} claims; <code>to_frame()</code> has them all</p>"
