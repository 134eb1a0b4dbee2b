"""Wording on a terminal: a table a thing, outlets down, names across."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.cli.draw import CUE, WHO
from sayso.view.plain import line
from sayso.view.wording import (
    Count,
    CueRow,
    NameRow,
    Passage,
    ScareRow,
    Swap,
    Thing,
    ThingKind,
    Voice,
    WordingPage,
)

OUTLETS, NAMES, ROWS = 12, 6, 12  # of one table or list: more are counted in a line below
_OWNERS = 4  # of the nouns of a family
_QUOTED = "green"
Counted = Iterable[tuple[str, int]]
"""Words with how often."""
_LEGEND = "7: in the outlet's own words   “4”: in words that it quotes   ·: not at all"


def page(shown: WordingPage, things: Sequence[Thing], to: Console) -> None:
    """The whole page: names, cues, scare quotes, other words for the same."""
    told = [thing for thing in things if thing.names]
    if told:
        to.print(Text(_LEGEND, style="dim"))
    for thing in told:
        if thing.kind is not ThingKind.CLAIMER:
            _thing(thing, to)
    if called := [thing for thing in told if thing.kind is ThingKind.CLAIMER]:
        _claimers(called, to)
    if shown.cues:
        _cues(shown.cues, to)
    if shown.scare:
        _scare(shown.scare, to)
    if shown.swaps:
        _swaps(shown.swaps, to)


def passages(found: Iterable[Passage], to: Console) -> None:
    """Every place, under its outlet and name, with the words around it."""
    ordered = sorted(found, key=lambda one: (one.outlet, one.published))
    for outlet, some in groupby(ordered, key=lambda one: one.outlet):
        to.print(Text(outlet, style="bold"))
        for one in some:
            to.print(Padding(_passage(one), (0, 0, 0, 2)))
        to.print()


def _thing(thing: Thing, to: Console) -> None:
    _heading(thing.heading, to)
    for detail in dict.fromkeys(reason.detail for reason in thing.reasons):
        to.print(Padding(Text(detail, style="dim"), (0, 0, 0, 2)))
    names, outlets = thing.names[:NAMES], thing.outlets[:OUTLETS]
    if outlets:
        to.print(_table(names, outlets))
    more = [
        f"{len(thing.outlets) - OUTLETS} more outlets" if len(thing.outlets) > OUTLETS else "",
        f"{len(thing.names) - NAMES} more names" if len(thing.names) > NAMES else "",
    ]
    if any(more):
        to.print(Text(" and ".join(filter(None, more)), style="dim"))
    for aside in (*_owners(thing), _furniture(thing)):
        if aside:
            to.print(Padding(Text(aside, style="dim"), (0, 0, 0, 2)))


def _table(names: Sequence[NameRow], outlets: Sequence[str]) -> Table:
    table = Table(box=SIMPLE_HEAD, header_style="dim", pad_edge=False)
    table.add_column("", max_width=30)
    for name in names:
        table.add_column(Text(name.name, style=WHO), justify="right", overflow="fold")
    for outlet in outlets:
        table.add_row(Text(outlet), *(_count(name.of(outlet)) for name in names))
    if len(outlets) > 1:
        table.add_section()
        table.add_row(Text("together", style="dim"), *map(_sum, names))
    return table


def _owners(thing: Thing) -> Iterator[str]:
    """Whose nouns are said to be, those with most first: "Halvern: government 2, regime “1”"."""
    found = defaultdict[str, defaultdict[str, list[Passage]]](lambda: defaultdict(list))
    for name in thing.names:
        for count in name.counts:
            for one in count.passages:
                if one.whose:
                    found[one.whose][name.name].append(one)
    ranked = sorted(found.items(), key=lambda pair: (-sum(map(len, pair[1].values())), pair[0]))
    for owner, names in ranked[:_OWNERS]:
        told = ", ".join(f"{name} {_plain(some)}" for name, some in names.items())
        yield f"{owner}: {told}"


def _plain(passages: Sequence[Passage]) -> str:
    own = sum(one.voice is Voice.OWN for one in passages)
    return _numbers(own, len(passages) - own).plain


def _furniture(thing: Thing) -> str:
    """What stands in captions and links, which is in no count."""
    return f"in captions and links, not counted: {thing.uncounted}" if thing.uncounted else ""


def _claimers(things: Sequence[Thing], to: Console) -> None:
    """What each outlet calls those who speak."""
    called = [
        (thing.heading, [(outlet, _called(thing, outlet)) for outlet in thing.outlets])
        for thing in things[:ROWS]
    ]
    _heading("what those who speak are called", to)
    to.print(_by_outlets("who", "called", called))
    _more(len(things), to)


def _called(thing: Thing, outlet: str) -> list[tuple[str, int]]:
    counts = ((name.name, len(name.of(outlet).passages)) for name in thing.names)
    return [(name, count) for name, count in counts if count]


def _by_outlets(
    who: str, what: str, rows: Iterable[tuple[str, Iterable[tuple[str, Counted]]]]
) -> Table:
    """One who, then another, each with its outlets and the words of each with how often."""
    table = _wide(who, "outlet", what)
    for name, outlets in rows:
        shown = name
        for outlet, counts in outlets:
            words = Text(", ").join(
                Text.assemble((word, CUE), f" {count}") for word, count in counts
            )
            table.add_row(Text(shown, style=WHO), Text(outlet), words)
            shown = ""
        table.add_section()
    return table


def _wide(first: str, second: str, third: str) -> Table:
    """A table as wide as the terminal, whose last column has most of it."""
    table = Table(box=SIMPLE_HEAD, header_style="dim", pad_edge=False, expand=True)
    table.add_column(first, max_width=24)
    table.add_column(second, max_width=26)
    table.add_column(third, ratio=1)
    return table


def _heading(words: str, to: Console) -> None:
    to.print()
    to.print(Text(words, style="bold"))


def _count(count: Count) -> Text:
    return _numbers(count.own, count.quoted)


def _sum(name: NameRow) -> Text:
    return _numbers(name.own, name.quoted)


def _numbers(own: int, quoted: int) -> Text:
    if not own and not quoted:
        return Text("·", style="dim")
    text = Text(f"{own:,}" if own else "")
    if quoted:
        text.append(f"{' ' if own else ''}“{quoted:,}”", _QUOTED)
    return text


def _passage(one: Passage) -> Text:
    style = _QUOTED if one.voice is Voice.QUOTED else ""
    marks = {"in brackets": one.inserted, "in scare quotes": one.scare, "headline": one.title}
    notes = [name for name, holds in marks.items() if holds]
    if one.claimer and not one.inserted:
        told = "words of" if one.voice is Voice.QUOTED else "paraphrase of"
        notes.append(f"{told} {one.claimer}")
    return Text.assemble(
        ("“ ” " if one.voice is Voice.QUOTED else "    ", _QUOTED),
        ("…" + one.before.lstrip(), style),
        (line(one.name.text), f"bold {style}"),
        (one.after.rstrip() + "…", style),
        ("  " + "; ".join(notes) if notes else "", "dim"),
    )


def _cues(rows: Iterable[CueRow], to: Console) -> None:
    sides = [(side, list(some)) for side, some in groupby(rows, key=lambda row: row.side)]
    told = [(side, some) for side, some in sides if len({row.outlet for row in some}) > 1][:ROWS]
    _heading("how each side is introduced", to)
    to.print(_by_outlets("side", "words of saying", [(side, _cued(some)) for side, some in told]))
    if rest := len(sides) - len(told):
        to.print(Text(f"{rest} more sides, most of them in one outlet only", style="dim"))


def _cued(rows: Iterable[CueRow]) -> list[tuple[str, list[tuple[str, int]]]]:
    """Each outlet with its words of saying."""
    return [
        (outlet, [(row.cue, len(row.claims)) for row in some])
        for outlet, some in groupby(rows, key=lambda row: row.outlet)
    ]


def _scare(rows: Sequence[ScareRow], to: Console) -> None:
    _heading("in quotation marks that quote nobody", to)
    for row in rows[:ROWS]:
        outlets = ", ".join(dict.fromkeys(one.outlet for one in row.passages))
        to.print(
            Padding(
                Text.assemble((f"“{row.words}”", _QUOTED), (f"  {outlets}", "dim")), (0, 0, 0, 2)
            )
        )
    _more(len(rows), to)


def _swaps(rows: Sequence[Swap], to: Console) -> None:
    _heading("other words for the same, in two reports of one utterance", to)
    table = Table(box=SIMPLE_HEAD, header_style="dim", pad_edge=False, expand=True)
    table.add_column("said by", max_width=24)
    table.add_column("as one has it", ratio=1)
    table.add_column("as the other has it", ratio=1)
    for swap in rows[:ROWS]:
        table.add_row(
            Text(line(swap.claimer), style=WHO),
            _side(swap, right=False),
            _side(swap, right=True),
        )
    to.print(table)
    _more(len(rows), to)


def _side(swap: Swap, *, right: bool) -> Text:
    parts, outlet = (swap.right, swap.right_outlet) if right else (swap.left, swap.left_outlet)
    words = line(" … ".join(part.text for part in parts))
    return Text.assemble(words, (f"\n{outlet}", "dim"))


def _more(count: int, to: Console) -> None:
    if count > ROWS:
        to.print(Text(f"and {count - ROWS} more; --json has them all", style="dim"))
