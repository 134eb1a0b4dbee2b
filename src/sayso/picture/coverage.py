"""The coverage matrix: what was said × reports. Each way of carrying has a shape of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sayso.picture.base import Picture
from sayso.picture.canvas import Line, Sign, Word, chart
from sayso.picture.svg import INK_2, RULE, drawn, short
from sayso.view.coverage import CARRIED, Carried, Column, CoveragePage, Utterance

UTTERANCES, COLUMNS = 24, 24  # more would not fit a page
LEFT, STEP, ROW, HEAD = 392.0, 40.0, 36.0, 158.0
TITLE = "Who carries what"
MEANS: Mapping[Carried, str] = {
    Carried.WHOLE: "whole, in quotation marks",
    Carried.PART: "in part, in quotation marks",
    Carried.PARAPHRASED: "in the outlet's words",
    Carried.RELAYED: "only as another outlet has it",
    Carried.ABSENT: "absent, though it could have been carried",
    Carried.SAME_DAY: "absent, printed on the same day",
}

_HALF = "M-0.5,-0.5L0.5,0.5L-0.5,0.5Z"  # a path in the unit square, as Vega's shapes are
_CROSS = "M-0.5,-0.5L0.5,0.5M0.5,-0.5L-0.5,0.5"


def coverage_matrix(page: CoveragePage) -> Picture:
    """The utterances that most reports carry or could have carried, and the reports with most."""
    told = [one for one in page.utterances if len(one.cells) > 1]
    shown = told[:UTTERANCES]
    columns = _columns(page, shown)
    heads = {column.document: column for column in page.columns}
    description = (
        f"{len(shown)} utterances by {len(columns)} reports. A filled square: carried whole; a "
        "half-filled one: in part; a circle: in the outlet's words; a diamond: only as another "
        "outlet has it; a cross: absent, though the report is on the occasion and appeared after "
        "it was said; a dot: the same, but printed on that very day."
    )
    return Picture(
        name="coverage",
        title=TITLE,
        description=description,
        svg=_draw(shown, columns, description) if shown else "",
        columns=("who", "words", "outlet", "printed", "carried", "share", "why", "claims"),
        rows=tuple(row for one in told for row in _rows(one, heads)),
        left_out=_left_out(len(told) - len(shown), len(page.columns) - len(columns)),
    )


def _columns(page: CoveragePage, shown: Sequence[Utterance]) -> list[Column]:
    """The reports that carry most of these utterances, by date."""
    cells = Counter(cell.document for one in shown for cell in one.cells if cell.carried in CARRIED)
    order = {column.document: n for n, column in enumerate(page.columns)}
    chosen = sorted(cells, key=lambda made: (-cells[made], order[made]))[:COLUMNS]
    return [page.columns[n] for n in sorted(order[made] for made in chosen)]


def _rows(one: Utterance, heads: Mapping[str, Column]) -> Iterable[tuple[str, ...]]:
    for cell in one.cells:
        head, how = heads[cell.document], MEANS[cell.carried]
        share = f"{cell.share:.2f}" if cell.claims else ""
        made = " ".join(cell.claims)
        yield one.claimer, one.words, head.outlet, head.published, how, share, cell.why, made


def _left_out(utterances: int, reports: int) -> str:
    parts = [f"{utterances} more utterances"] if utterances else []
    parts += [f"{reports} more reports"] if reports else []
    return f"{' and '.join(parts)} are in the table only" if parts else ""


_Parts = tuple[list[Line], list[Sign], list[Word]]


def _draw(shown: Sequence[Utterance], columns: Sequence[Column], description: str) -> str:
    parts: _Parts = ([], [], [])
    lines, _, words = parts
    across = {column.document: LEFT + STEP * (n + 0.5) for n, column in enumerate(columns)}
    bottom = HEAD + ROW * len(shown)
    for column in columns:
        x = across[column.document]
        lines.append(Line(((x, HEAD - 6), (x, bottom)), width=1, colour=RULE))
        head = ", ".join(part for part in (short(column.outlet, 20), column.published) if part)
        words.append(Word((x, HEAD - 12), head, angle=-40, size=11))
    for n, one in enumerate(shown):
        y = HEAD + ROW * (n + 0.5)
        edge = (LEFT + STEP * len(columns), y + ROW / 2)
        lines.append(Line(((0, y + ROW / 2), edge), width=1, colour=RULE))
        words.append(Word((4, y - 8), short(one.claimer, 50), bold=True, size=11.5))
        words.append(Word((4, y + 7), short(one.words, 64), size=11, colour=INK_2))
        for cell in one.cells:
            if cell.document in across:
                _cell(cell.carried, across[cell.document], y, parts)
    used = [how for how in MEANS if any(c.carried is how for one in shown for c in one.cells)]
    for n, how in enumerate(used):
        y = bottom + 20 + 20 * n
        _cell(how, 14, y, parts)
        words.append(Word((30, y), MEANS[how], size=11, colour=INK_2))
    width = LEFT + STEP * len(columns) + 130
    return drawn(chart(width, bottom + 20 + 20 * len(used), *parts), TITLE, description)


def _cell(how: Carried, x: float, y: float, parts: _Parts) -> None:
    signs = parts[1]
    if how is Carried.WHOLE:
        signs.append(Sign((x, y), "square", 150))
    elif how is Carried.PART:
        signs.append(Sign((x, y), "square", 150, filled=False))
        signs.append(Sign((x, y), _HALF, 150))
    elif how is Carried.PARAPHRASED:
        signs.append(Sign((x, y), "circle", 130, filled=False))
    elif how is Carried.RELAYED:
        signs.append(Sign((x, y), "diamond", 150, filled=False))
    elif how is Carried.ABSENT:
        signs.append(Sign((x, y), _CROSS, 90, colour=INK_2))
    else:
        signs.append(Sign((x, y), "circle", 12, colour=INK_2))
