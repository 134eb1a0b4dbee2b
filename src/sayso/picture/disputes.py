"""The map of who disputes whom: parties in two columns, so that most disputes cross the middle.

Which column a party stands in says only that it disputes those in the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import atan2, degrees

from sayso.picture.base import Picture, in_table_only
from sayso.picture.canvas import Line, Point, Sign, Word, chart
from sayso.picture.svg import INK_2, PAPER, drawn, short
from sayso.view.disputes import Dispute, Party

PARTIES = 24  # more would make a net that nobody can read
LEFT, RIGHT, WIDTH = 268.0, 532.0, 800.0
ROW, TOP = 40.0, 24.0
DASHES: Mapping[str, tuple[int, ...]] = {"denies": (), "refuting": (9, 4), "mirrors": (2, 3)}
MEANS = {
    "denies": "denies what the other said",
    "refuting": "both cannot hold",
    "mirrors": "accuse each other of the same",
}
TITLE = "Who disputes whom"


@dataclass(frozen=True, slots=True)
class Edge:
    """Ties of one kind from one party to another, by their ids; only "denies" has a direction."""

    tail: str
    head: str
    kind: str
    count: int


def disputes_map(disputes: Sequence[Dispute]) -> Picture:
    """The map of these disputes; where there are many, of those between the most disputing."""
    shown = _shown(disputes)
    parties = {one.id: one for dispute in shown for one in (dispute.left, dispute.right)}
    edges = [edge for dispute in shown for edge in _edges(dispute)]
    columns = _columns(parties, edges)
    description = (
        f"{len(parties)} parties in two columns, joined by a line for each kind of dispute between "
        "two of them. A solid line with an arrow leads from who denies to whose words are denied; "
        "a dashed line joins parties whose words cannot both hold; a dotted line joins parties "
        "that make the same accusation of each other. A number tells how many ties there are."
    )
    return Picture(
        name="disputes",
        title=TITLE,
        description=description,
        svg=_draw(parties, edges, columns, description) if edges else "",
        columns=("who", "how", "whom", "ties", "outlets", "claims"),
        rows=tuple(row for dispute in disputes for row in _rows(dispute)),
        left_out=in_table_only(len(disputes) - len(shown), "disputes"),
    )


def _shown(disputes: Sequence[Dispute]) -> list[Dispute]:
    weight = Counter[str]()
    for one in disputes:
        weight.update({one.left.id: len(one.links), one.right.id: len(one.links)})
    chosen = {made for made, _ in sorted(weight.items(), key=lambda p: (-p[1], p[0]))[:PARTIES]}
    return [one for one in disputes if {one.left.id, one.right.id} <= chosen]


def _edges(one: Dispute) -> Iterable[Edge]:
    for kind, there, back in one.kinds:
        if there:
            yield Edge(one.left.id, one.right.id, kind, there)
        if back:
            yield Edge(one.right.id, one.left.id, kind, back)


def _rows(one: Dispute) -> Iterable[tuple[str, ...]]:
    names = {one.left.id: one.left.name, one.right.id: one.right.name}
    for edge in _edges(one):
        who, whom = names[edge.tail], names[edge.head]
        tied = (
            row.id for tie in one.links if tie.kind == edge.kind for row in (tie.left, tie.right)
        )
        claims = " ".join(dict.fromkeys(tied))
        yield who, MEANS[edge.kind], whom, str(edge.count), ", ".join(one.outlets), claims


def _columns(parties: Mapping[str, Party], edges: Sequence[Edge]) -> tuple[list[str], list[str]]:
    """Two columns that most edges cross, each ordered so that edges cross each other little."""
    near = defaultdict[str, Counter[str]](Counter)
    for edge in edges:
        near[edge.tail][edge.head] += edge.count
        near[edge.head][edge.tail] += edge.count
    side = dict[str, int]()
    for made in sorted(parties, key=lambda one: (-near[one].total(), parties[one].name, one)):
        pull = sum(count * (1 if side[o] else -1) for o, count in near[made].items() if o in side)
        sizes = Counter(side.values())
        side[made] = int(pull < 0 or (pull == 0 and sizes[0] > sizes[1]))
    columns = [made for made in side if not side[made]], [made for made in side if side[made]]
    for turn in range(8):
        mine, other = columns[turn % 2], columns[1 - turn % 2]
        place = {made: n / max(1, len(other) - 1) for n, made in enumerate(other)}
        mine.sort(key=lambda one: _middle(near[one], place))
    return columns


def _middle(near: Mapping[str, int], place: Mapping[str, float]) -> float:
    known = [(place[made], count) for made, count in near.items() if made in place]
    total = sum(count for _, count in known)
    return sum(at * count for at, count in known) / total if total else 0.5


def _draw(
    parties: Mapping[str, Party],
    edges: Sequence[Edge],
    columns: tuple[Sequence[str], Sequence[str]],
    description: str,
) -> str:
    tall = max(len(column) for column in columns)
    places: dict[str, Point] = {}
    for column, x in zip(columns, (LEFT, RIGHT), strict=True):
        first = TOP + (tall - len(column)) * ROW / 2
        places |= {made: (x, first + n * ROW) for n, made in enumerate(column)}
    lines, signs, words = list[Line](), list[Sign](), list[Word]()
    pairs = Counter(frozenset((edge.tail, edge.head)) for edge in edges)
    drawn_ones = Counter[frozenset[str]]()
    for n, edge in enumerate(edges):
        pair = frozenset((edge.tail, edge.head))
        aside = (drawn_ones[pair] - (pairs[pair] - 1) / 2) * 14
        _edge(edge, places, aside, (0.26, 0.4, 0.54)[n % 3], (lines, signs, words))
        drawn_ones[pair] += 1
    for made, at in places.items():
        signs.append(Sign(at, size=70))
        words.extend(_name(parties[made], at))
    kinds = [kind for kind in DASHES if any(edge.kind == kind for edge in edges)]
    height = TOP + tall * ROW + 22 * len(kinds)
    _legend(TOP + tall * ROW, kinds, (lines, signs, words))
    return drawn(chart(WIDTH, height, lines, signs, words), TITLE, description)


_Parts = tuple[list[Line], list[Sign], list[Word]]


def _edge(
    edge: Edge, places: Mapping[str, Point], aside: float, count_at: float, parts: _Parts
) -> None:
    """A line between two parties; within a column it bends inwards.

    aside: how far it lies from the middle, where several join one pair. count_at: where on its way
    the number stands, 0 to 1.
    """
    lines, signs, words = parts
    (x1, y1), (x2, y2) = places[edge.tail], places[edge.head]
    y1, y2 = y1 + aside, y2 + aside
    inward = {LEFT: 1, RIGHT: -1}
    start, end = (x1 + 11 * inward[x1], y1), (x2 + 11 * inward[x2], y2)
    middle = ((x1 + x2) / 2, (y1 + y2) / 2)
    if x1 == x2:
        bend = 30 + min(80.0, abs(y2 - y1) / 2) + (0 if y1 != y2 else 14)
        middle = (x1 + bend * inward[x1], middle[1])
    points = (start, middle, end) if x1 == x2 else (start, end)
    lines.append(Line(points, DASHES[edge.kind], 1 + min(3.0, edge.count / 3), curved=x1 == x2))
    if edge.kind != "refuting":
        signs.append(_arrow(middle, end))
    if edge.kind == "mirrors":
        signs.append(_arrow(middle, start))
    if edge.count > 1:
        across = (start[0] + count_at * (end[0] - start[0]), y1 + count_at * (y2 - y1))
        at = middle if x1 == x2 else across
        signs.append(Sign(at, "square", 220, colour=PAPER))
        words.append(Word(at, str(edge.count), "center", 11))


def _arrow(behind: Point, tip: Point) -> Sign:
    """A head at the tip of a line; a triangle of Vega's points up at 0 degrees."""
    angle = degrees(atan2(tip[1] - behind[1], tip[0] - behind[0])) + 90
    return Sign(tip, "triangle-up", 60, angle, colour=INK_2)


def _name(party: Party, at: Point) -> Iterable[Word]:
    away, align = (-12, "right") if at[0] == LEFT else (12, "left")
    up = 7 if party.standing else 0
    yield Word((at[0] + away, at[1] - up), short(party.name, 34), align, bold=True)
    if party.standing:
        where = (at[0] + away, at[1] + 8)
        yield Word(where, short(party.standing, 44), align, 10.5, colour=INK_2)


def _legend(top: float, kinds: Iterable[str], parts: _Parts) -> None:
    lines, signs, words = parts
    for n, kind in enumerate(kinds):
        y = top + 4 + 22 * n
        lines.append(Line(((24, y), (84, y)), DASHES[kind]))
        if kind != "refuting":
            signs.append(_arrow((24, y), (84, y)))
        if kind == "mirrors":
            signs.append(_arrow((84, y), (24, y)))
        words.append(Word((100, y), MEANS[kind], size=11, colour=INK_2))
