"""The relay tree: from the mouth, over interviews and agencies, to the pages that carry it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.picture.base import Picture, in_table_only
from sayso.picture.canvas import Line, Point, Sign, Word, chart
from sayso.picture.svg import INK_2, drawn, short
from sayso.view.origins import OriginRow, ReportOf

TREES = 12  # utterances; more would be a poster
ROW, STEP, TOP, LEFT = 29.0, 210.0, 20.0, 16.0
TITLE = "From mouth to page"


@dataclass(slots=True)
class _Hop:
    """A hop with those behind it. page: the reports that end here. y: where it is drawn."""

    name: str
    behind: dict[str, _Hop] = field(default_factory=dict)
    page: list[ReportOf] = field(default_factory=list)
    y: float = 0.0


def relay_tree(origins: Sequence[OriginRow]) -> Picture:
    """One tree for each utterance; where there are many, of the first."""
    shown = origins[:TREES]
    description = (
        f"{len(shown)} utterances. From each speaker, a circle, lines lead over interviews, "
        "statements and agencies, diamonds, to the pages that carry it, squares. A filled square "
        "is a page whose origin no page before it has; an outlined one is an echo."
    )
    return Picture(
        name="relays",
        title=TITLE,
        description=description,
        svg=_draw(shown, description) if shown else "",
        columns=("who", "words", "way", "origin", "echo", "printed", "claims"),
        rows=tuple(row for one in origins for row in _rows(one)),
        left_out=in_table_only(len(origins) - len(shown), "utterances"),
    )


def _rows(one: OriginRow) -> Iterable[tuple[str, ...]]:
    for report in one.reports:
        echo = "echo" if report.echo else ""
        way = " → ".join(report.chain)
        yield (
            one.claimer,
            report.row.text,
            way,
            report.origin,
            echo,
            report.row.published,
            report.row.id,
        )


_Parts = tuple[list[Line], list[Sign], list[Word]]


def _draw(origins: Sequence[OriginRow], description: str) -> str:
    parts: _Parts = ([], [], [])
    at, deepest = TOP, 1
    for one in origins:
        root = _tree(one)
        words = short(one.reports[one.fullest].row.text, 100)
        parts[2].append(Word((LEFT - 6, at), words, size=11, colour=INK_2))
        at = _place(root, at + 36)
        _hop(root, (LEFT, root.y), parts)
        deepest = max(deepest, _depth(root))
        at += ROW * 0.9
    _legend(at, parts)
    width = LEFT + STEP * deepest + 330
    return drawn(chart(width, at + 14, *parts), TITLE, description)


def _tree(one: OriginRow) -> _Hop:
    """Chains that begin alike share their hops; one page for each document."""
    root = _Hop(one.claimer)
    for report in one.reports:
        hop = root
        for name in report.chain[1:-1]:
            hop = hop.behind.setdefault(name, _Hop(name))
        last = report.chain[-1]
        page = hop.behind.setdefault(f"\n{report.row.document}", _Hop(last))
        page.page.append(report)
    return root


def _depth(hop: _Hop) -> int:
    return 1 + max(map(_depth, hop.behind.values())) if hop.behind else 0


def _place(hop: _Hop, at: float) -> float:
    """Give each hop its height: a page the next row, another the middle of those behind it."""
    if not hop.behind:
        hop.y = at
        return at + ROW
    for one in hop.behind.values():
        at = _place(one, at)
    first, *_, last = [*hop.behind.values()] * 2
    hop.y = (first.y + last.y) / 2
    return at


def _hop(hop: _Hop, at: Point, parts: _Parts, *, inner: bool = False) -> None:
    lines, signs, words = parts
    shape = "diamond" if inner else "circle"
    if hop.page:
        echo = all(report.echo for report in hop.page)
        signs.append(Sign(at, "square", 70, filled=not echo))
        words.append(Word((at[0] + 11, at[1]), _page(hop, echo)))
    else:
        signs.append(Sign(at, shape, 80))
        words.append(Word((at[0] - 5, at[1] - 12), short(hop.name, 30), bold=not inner, size=11.5))
    for one in hop.behind.values():
        there = (at[0] + STEP, one.y)
        turn = at[0] + STEP - 30
        lines.append(Line(((at[0] + 6, at[1]), (turn, at[1]), (turn, one.y), there), width=1.2))
        _hop(one, there, parts, inner=True)


def _page(hop: _Hop, echo: bool) -> str:
    row = hop.page[0].row
    times = Counter(report.row.document for report in hop.page)[row.document]
    parts = (short(hop.name, 30), row.published, f"{times} times" if times > 1 else "")
    return ", ".join(part for part in parts if part) + (" (echo)" if echo else "")


def _legend(at: float, parts: _Parts) -> None:
    _, signs, words = parts
    key = (
        ("circle", True, "who said it"),
        ("diamond", True, "through"),
        ("square", True, "page with an origin of its own"),
        ("square", False, "echo"),
    )
    x = LEFT
    for shape, filled, meaning in key:
        signs.append(Sign((x, at), shape, 70, filled=filled))
        words.append(Word((x + 10, at), meaning, size=11, colour=INK_2))
        x += 40 + 6.2 * len(meaning)
