"""Tables for a notebook: no script, no style sheet, every word escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from sayso.model.actor import Actor
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.view.claims import ClaimRow, claim_rows, outlet
from sayso.view.document import DocumentPage, Piece, Role
from sayso.view.links import LinkRow
from sayso.view.plain import line
from sayso.view.who import actor_rows

SHOWN = 100  # rows: more make a notebook slow to scroll and heavy to save

_CELL = 'style="text-align:left;vertical-align:top"'
_TINT = {"direct": "#d9f2d9", "mixed": "#e9f2d0", "indirect": "#e6ecf8"}
_ROLES = {  # each is told apart by more than its colour
    Role.CONTENT: "background:#e6ecf8;color:#111",
    Role.CUE: "background:#fff3c4;color:#111;text-decoration:underline",
    Role.SOURCE: "background:#d9f2d9;color:#111;font-weight:bold",
    Role.FURNITURE: "opacity:0.75;font-style:italic",
}


def claims_table(claims: Sequence[Claim], documents: Mapping[str, Document] | None = None) -> str:
    """The first claims of a list as a table; documents by id, for the names of outlets."""
    rows = claim_rows(claims[:SHOWN], documents or {})
    columns = ("who", "cue", "exact words", "how", "said", "where", "score")
    return table(columns, map(_claim, rows)) + rest(len(claims), "claims", "to_frame()")


def links_table(rows: Sequence[LinkRow], number: int) -> str:
    """Ties as a table, each with both claims and why. number: how many there are."""
    columns = ("tie", "one", "other", "why", "score", "decision")
    return table(columns, map(_link, rows)) + rest(number, "ties", "lines()")


def reports_table(heading: str, reports: Iterable[tuple[ClaimRow, str, bool]]) -> str:
    """The reports of one utterance: each with its way from mouth to page, and whether it is an
    echo of one before it."""
    rows = [
        (_words(row), _way(way, echo), with_note(row.outlet, row.published, "span"))
        for row, way, echo in reports
    ]
    return f"<p><b>{escape(heading)}</b></p>" + table(("exact words", "way", "where"), rows)


def documents_table(documents: Sequence[Document]) -> str:
    """Documents as a table: where each is from, and what is known of it."""
    columns = ("outlet", "printed", "headline", "by", "from")
    return table(columns, map(_document, documents[:SHOWN])) + rest(len(documents), "documents")


def actors_table(actors: Sequence[Actor]) -> str:
    """Claimers as a table, those with most claims first."""
    rows = (
        (
            with_note(row.name, row.standing, "b"),
            escape("; ".join(row.aliases)),
            str(row.claims),
            str(row.documents),
            escape(" – ".join(dict.fromkeys(filter(None, (row.first, row.last))))),
        )
        for row in actor_rows(actors[:SHOWN])
    )
    columns = ("who", "other names", "claims", "reports", "printed")
    return table(columns, rows) + rest(len(actors), "claimers")


def document_page(page: DocumentPage) -> str:
    """One document with its source, cue and content marked, as it is to be read."""
    facts = escape(" · ".join(f"{name}: {value}" for name, value in page.facts))
    text = "".join(map(_piece, page.pieces))
    key = " ".join(f'<span style="{_ROLES[role]}">{role.value}</span>' for role in Role)
    return (
        f"<p><b>{escape(page.heading)}</b><br><small>{facts}</small><br><small>{key}</small></p>"
        f'<div lang="{escape(page.language)}" style="white-space:pre-wrap">{text}</div>'
        f"<p>{page.claims} claim{'' if page.claims == 1 else 's'}</p>"
    )


def table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table. columns: their names, as text; rows: cells, as HTML."""
    head = "".join(f'<th scope="col" {_CELL}>{escape(name)}</th>' for name in columns)
    body = "".join(
        f"<tr>{''.join(f'<td {_CELL}>{cell}</td>' for cell in cells)}</tr>" for cells in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def with_note(text: str, note: str, tag: str) -> str:
    """Text in an element, with small words below it."""
    small = f"<br><small>{escape(note)}</small>" if note else ""
    return f"<{tag}>{escape(text)}</{tag}>{small}"


def _claim(row: ClaimRow) -> tuple[str, ...]:
    return (
        with_note(row.claimer, row.standing, "b"),
        with_note(row.cue, row.cue_class, "u"),
        _words(row),
        row.quotation,
        _date(row.said),
        with_note(row.outlet, row.published, "span"),
        f"{row.score:.2f}",
    )


def _words(row: ClaimRow) -> str:
    tint = _TINT[row.quotation]
    return " … ".join(
        f'<mark style="background:{tint};color:#111">{escape(part)}</mark>' for part in row.words
    )


def _link(row: LinkRow) -> tuple[str, ...]:
    return (
        with_note(row.kind.replace("_", " "), row.id, "span"),
        _side(row.left),
        _side(row.right),
        "<br>".join(map(escape, row.reasons)),
        f"{row.score:.2f}",
        escape(row.decision),
    )


def _side(row: ClaimRow) -> str:
    where = " · ".join(filter(None, (row.outlet, row.published)))
    return f"{with_note(row.claimer, where, 'b')}<br>{_words(row)}"


def _way(way: str, echo: bool) -> str:
    return with_note(way, "echo" if echo else "", "span")


def _document(document: Document) -> tuple[str, ...]:
    when = document.published
    byline = ", ".join(filter(None, (document.byline, *document.credits)))
    return (
        with_note(outlet(document), document.id, "b"),
        _date(when.iso if when else ""),
        escape(line(document.title or "")),
        escape(line(byline)),
        escape(line(document.url or document.source.replace("\\", "/").split("/")[-1])),
    )


def _date(iso: str) -> str:
    return f'<span style="white-space:nowrap">{escape(iso)}</span>'


def _piece(piece: Piece) -> str:
    words = escape(piece.text)
    for role in Role:
        if role in piece.roles:
            words = f'<span style="{_ROLES[role]}">{words}</span>'
    return words


def rest(number: int, things: str, how: str = "", shown: int = SHOWN) -> str:
    """How many there are, and, where not all are shown, what gives them all."""
    if number <= shown:
        return f"<p>{number} {things if number != 1 else things.removesuffix('s')}</p>"
    more = f"; <code>{how}</code> has them all" if how else ""
    return f"<p>{shown} of {number} {things}{more}</p>"
