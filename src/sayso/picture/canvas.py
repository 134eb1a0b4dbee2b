"""Lines, signs and words at places of one's own, as an Altair chart: for maps and trees, which no
axis can lay out. Places are in pixels, from the top left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.picture.svg import INK, INK_2, PAPER

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points. dash: lengths of strokes and gaps, none for a solid line. curved:
    through its points without corners."""

    points: tuple[Point, ...]
    dash: tuple[int, ...] = ()
    width: float = 1.5
    colour: str = INK_2
    curved: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """A shape. shape: of Vega's names ("circle", "square", "triangle-up", …). size: its area.
    angle: degrees, clockwise. filled: or only its outline."""

    at: Point
    shape: str = "circle"
    size: float = 60
    angle: float = 0
    filled: bool = True
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Word:
    """Words that begin, end or stand in the middle at a place. align: "left", "right", "center".
    angle: degrees, clockwise."""

    at: Point
    text: str
    align: str = "left"
    size: float = 12
    bold: bool = False
    colour: str = INK
    angle: float = 0


def chart(
    width: float, height: float, lines: Iterable[Line], signs: Iterable[Sign], words: Iterable[Word]
) -> Any:
    """An Altair chart: words stand over signs, signs over lines."""
    import altair as alt

    layers = [
        *(_lines(some) for some in _alike(lines, ("dash", "width", "colour", "curved"))),
        *(_signs(some) for some in _alike(signs, ("shape", "filled", "colour"))),
        *(_words(some) for some in _alike(words, ("align", "size", "bold", "colour", "angle"))),
    ]
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, width], range=[0, width]))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, height], range=[0, height]))
    return alt.layer(*layers).encode(x=x, y=y).properties(width=width, height=height, padding=0)


def _alike(things: Iterable[Any], names: Sequence[str]) -> list[list[Any]]:
    """Things in groups that share these looks."""
    found = defaultdict[tuple[Any, ...], list[Any]](list)
    for thing in things:
        found[tuple(getattr(thing, name) for name in names)].append(thing)
    return list(found.values())


def _base(rows: list[dict[str, Any]]) -> Any:
    import altair as alt

    return alt.Chart(alt.InlineData(values=rows))


def _lines(some: Sequence[Line]) -> Any:
    first = some[0]
    rows = [
        {"x": x, "y": y, "line": n, "step": step}
        for n, line in enumerate(some)
        for step, (x, y) in enumerate(line.points)
    ]
    dash = {"strokeDash": list(first.dash)} if first.dash else {}
    mark = _base(rows).mark_line(
        color=first.colour,
        strokeWidth=first.width,
        interpolate="catmull-rom" if first.curved else "linear",
        **dash,
    )
    return mark.encode(detail="line:N", order="step:Q")


def _signs(some: Sequence[Sign]) -> Any:
    import altair as alt

    first = some[0]
    rows = [{"x": s.at[0], "y": s.at[1], "size": s.size, "angle": s.angle} for s in some]
    mark = _base(rows).mark_point(
        shape=first.shape,
        filled=True,
        fill=first.colour if first.filled else PAPER,
        stroke=first.colour,
    )
    return mark.encode(
        size=alt.Size("size:Q", scale=None, legend=None), angle=alt.Angle("angle:Q", scale=None)
    )


def _words(some: Sequence[Word]) -> Any:
    first = some[0]
    rows = [{"x": w.at[0], "y": w.at[1], "text": w.text} for w in some]
    mark = _base(rows).mark_text(
        align=first.align,
        baseline="middle",
        fontSize=first.size,
        fontWeight="bold" if first.bold else "normal",
        color=first.colour,
        angle=first.angle % 360,
    )
    return mark.encode(text="text:N")
