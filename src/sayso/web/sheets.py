"""The views of a whole case, cut into the sheets that pages show, so that none has to be held."""

from __future__ import annotations

import os
import pickle
import weakref
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sayso.model.errors import UnknownNameError
from sayso.store import Store

if TYPE_CHECKING:
    from sayso.view.coverage import CoveragePage, Utterance
    from sayso.view.timeline import TimelinePage
    from sayso.view.wording import Thing, WordingPage

THINGS, UTTERANCES, ENTRIES = 20, 20, 100  # on a sheet
_COLUMNS = 16  # documents beside each other
_MOST = 60  # rows of the smaller tables
_OUTLETS, _PLACES = 40, 60  # of one thing


@dataclass(frozen=True, slots=True)
class Roll:
    """One list of a view. total: things on it. sheets: as many of them as a page shows, each."""

    total: int
    sheets: Sequence[Any]


class View(Protocol):
    """What is on each page of a view, and what stands only on the sheet that is asked for."""

    @property
    def head(self) -> Mapping[str, Any]: ...
    def total(self, roll: str = "") -> int: ...
    def sheet(self, number: int, roll: str = "") -> Any: ...


@dataclass(frozen=True, slots=True)
class Held:
    """A view in memory."""

    head: Mapping[str, Any] = field(default_factory=dict)
    rolls: Mapping[str, Roll] = field(default_factory=dict)

    def total(self, roll: str = "") -> int:
        return self.rolls[roll].total if roll in self.rolls else 0

    def sheet(self, number: int, roll: str = "") -> Any:
        """None behind the last."""
        sheets = self.rolls[roll].sheets if roll in self.rolls else ()
        return sheets[number] if 0 <= number < len(sheets) else None


@dataclass(frozen=True, slots=True)
class Filed:
    """A view in a file, of which only the sheet that is asked for is read. It is a file of this
    process alone: nobody can give it another. totals, starts: of each roll."""

    path: Path
    head: Mapping[str, Any]
    totals: Mapping[str, int]
    starts: Mapping[str, Sequence[int]]

    def taken(self) -> Opened:
        """Open the file, and have it go with the process, however that ends."""
        opened = Opened(os.open(self.path, os.O_RDONLY), self)
        self.path.unlink()
        return opened


class Opened:
    """The same, opened. It is closed when nobody reads it any more."""

    def __init__(self, file: int, of: Filed) -> None:
        self.head = of.head
        self._of, self._file = of, file
        weakref.finalize(self, os.close, file)

    def total(self, roll: str = "") -> int:
        return self._of.totals.get(roll, 0)

    def sheet(self, number: int, roll: str = "") -> Any:
        """None behind the last."""
        starts = self._of.starts.get(roll, (0,))
        if not 0 <= number < len(starts) - 1:
            return None
        start, end = starts[number], starts[number + 1]
        return pickle.loads(os.pread(self._file, end - start, start))


def filed(view: Held, path: Path) -> Filed:
    """Write a view into a file."""
    starts = dict[str, list[int]]()
    with path.open("wb") as file:
        for name, roll in view.rolls.items():
            starts[name] = [file.tell()]
            for sheet in roll.sheets:
                pickle.dump(sheet, file)
                starts[name].append(file.tell())
    totals = {name: roll.total for name, roll in view.rolls.items()}
    return Filed(path, view.head, totals, starts)


def sheets(store: Store, what: str, words: Sequence[str] = ()) -> Held:
    """wording (of some words), coverage or timeline; "picture disputes" and the like."""
    from sayso import dossier, seeing

    kind, _, name = what.partition(" ")
    if kind == "picture":
        return Held({"svg": dossier.picture(store, name).svg})
    if kind == "wording":
        return wording(seeing.wording(store, words))
    if kind == "coverage":
        return coverage(seeing.coverage(store))
    if kind == "timeline":
        return timeline(seeing.timeline(store))
    raise UnknownNameError(f"no view is called {what!r}")


def wording(page: WordingPage) -> Held:
    head = {"cues": _cues(page), "scare": page.scare[:_MOST], "swaps": page.swaps[:_MOST]}
    cut = _roll(page.things, THINGS)
    return Held(head, {"": Roll(cut.total, [list(map(_thing, some)) for some in cut.sheets])})


def _cues(page: WordingPage) -> list[tuple[str, list[tuple[str, list[Any]]]]]:
    """Each side, with each outlet that tells what it said, and the words that it tells it with."""
    found = dict[tuple[str, str], list[Any]]()
    for one in page.cues:
        found.setdefault((one.side, one.outlet), []).append(one)
    sides = dict[str, list[tuple[str, list[Any]]]]()
    for (side, outlet), words in list(found.items())[:_MOST]:
        sides.setdefault(side, []).append((outlet, words))
    return list(sides.items())


def _thing(one: Thing) -> dict[str, Any]:
    """A thing with the places that a page has room for: some of each name in each outlet."""
    counts = [count for name in one.names for count in name.counts]
    every = sum(len(count.passages) for count in counts)
    share = max(_PLACES // max(len(counts), 1), 1)
    places = [place for count in counts for place in count.passages[:share]][:_PLACES]
    outlets = one.outlets
    return {
        "claimer": one.id if one.kind == "claimer" else "",
        "heading": one.heading,
        "kind": one.kind,
        "reasons": one.reasons[:3],
        "names": [name.name for name in one.names],
        "rows": [
            (made, [(name.of(made).own, name.of(made).quoted) for name in one.names])
            for made in outlets[:_OUTLETS]
        ],
        "more_outlets": max(len(outlets) - _OUTLETS, 0),
        "places": places,
        "more_places": every - len(places),
    }


def coverage(page: CoveragePage) -> Held:
    columns = {column.document: n for n, column in enumerate(page.columns)}

    def sheet(some: Sequence[Utterance]) -> dict[str, Any]:
        """Its rows, and the documents that carry any of them or could have."""
        told = sorted({columns[cell.document] for row in some for cell in row.cells})
        shown = [page.columns[n] for n in told[:_COLUMNS]]
        rows = list[dict[str, Any]]()
        for one in some:
            cells = {cell.document: cell for cell in one.cells}
            row = [
                (cells.get(column.document), _carries(cells, column.document)) for column in shown
            ]
            rows.append({"one": one, "cells": row})
        return {"rows": rows, "columns": shown, "more": max(len(told) - _COLUMNS, 0)}

    cut = _roll(page.utterances, UTTERANCES)
    return Held({}, {"": Roll(cut.total, [sheet(some) for some in cut.sheets])})


def timeline(page: TimelinePage) -> Held:
    from sayso.view.timeline import Clock

    known = {entry.id: entry for entry in page.entries}
    disputes = [
        (one, [known[made] for made in one.entries if made in known])
        for one in page.disputes[:_MOST]
    ]
    rolls = {clock.value: _roll(page.of(clock), ENTRIES) for clock in Clock}
    head = {"disputes": disputes, "undated": page.undated}
    return Held(head, {"": _roll(page.entries, ENTRIES), **rolls})


def _roll(things: Iterable[Any], size: int) -> Roll:
    every = list(things)
    return Roll(len(every), [every[at : at + size] for at in range(0, len(every), size)])


def _carries(cells: Mapping[str, Any], document: str) -> bool:
    from sayso.view.coverage import CARRIED

    return document in cells and cells[document].carried in CARRIED
