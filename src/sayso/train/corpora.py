"""Labelled corpora as the trainer wants them: texts with spans.

The corpora are unpacked below one folder (`make data`); none of their text is ever committed.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.eval.conll import documents
from sayso.eval.ontogum import held_back as held_back
from sayso.eval.ontogum import mentions

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution that a person marked: places of source, cue and content, in pieces."""

    source: tuple[Place, ...]
    cue: tuple[Place, ...]
    content: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as one annotator saw it. unsure: stretches that no one should learn from."""

    name: str
    annotator: str
    text: str
    marked: tuple[Marked, ...]
    unsure: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Tagged:
    """A text with names in it: (start, end, kind)."""

    name: str
    text: str
    names: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """A text with pairs of mentions: (mention, earlier or later mention, same thing or not)."""

    name: str
    text: str
    pairs: tuple[tuple[Place, Place, bool], ...] = field(default=())


def polnear(path: Path, split: str) -> list[Article]:
    """PolNeAR, one article for each annotator who marked it."""
    found = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["split"] == split:
                found.append(_article(row))
    return found


def _article(row: dict[str, object]) -> Article:
    def places(item: object) -> tuple[Place, ...]:
        return tuple((int(a), int(b)) for a, b in item or ())  # type: ignore[attr-defined]

    marked = tuple(
        Marked(places(item.get("source")), places(item.get("cue")), places(item.get("content")))
        for item in row["attributions"]  # type: ignore[attr-defined]
    )
    unsure = tuple(_unsure(row.get("unsure")))
    return Article(str(row["doc"]), str(row["annotator"]), str(row["text"]), marked, unsure)


def _unsure(rows: object) -> Iterator[Place]:
    for row in rows or ():  # type: ignore[attr-defined]
        yield from ((int(a), int(b)) for a, b in row["spans"])


def conll(path: Path) -> list[Tagged]:
    """CoNLL-2003, one text for each document; one sentence a line."""
    return [
        Tagged(f"{path.name}-{i}", text, tuple(names))
        for i, (text, names) in enumerate(documents(path))
    ]


def gap(path: Path) -> list[Pairs]:
    """GAP: an ambiguous pronoun and two names, each with a yes or no."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            _gap_row(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def _gap_row(row: dict[str, str]) -> Pairs:
    def place(name: str) -> Place:
        start = int(row[f"{name}-offset"])
        return start, start + len(row[name])

    pronoun = place("Pronoun")
    pairs = tuple((pronoun, place(n), row[f"{n}-coref"].upper() == "TRUE") for n in "AB")
    return Pairs(row["ID"], row["Text"], pairs)


def ontogum(folder: Path, without: frozenset[str], genres: tuple[str, ...]) -> list[Pairs]:
    """OntoGUM coreference: each mention with up to two earlier ones of its thing and six others.

    without: names of documents to leave out, as they are for scoring.
    """
    files = [f for f in sorted(folder.glob("*.conllu")) if f.stem not in without]
    return [_ontogum_file(f) for f in files if f.stem.split("_")[1] in genres]


def _ontogum_file(path: Path) -> Pairs:
    text, found = mentions(path)
    pairs: list[tuple[Place, Place, bool]] = []
    for i, (place, key) in enumerate(found):
        earlier = [m for m in found[max(0, i - 40) : i] if m[0][1] <= place[0]]
        same = [m for m in earlier if m[1] == key][-2:]
        other = [m for m in earlier if m[1] != key][-6:]
        pairs.extend((place, m[0], True) for m in same)
        pairs.extend((place, m[0], False) for m in other)
    return Pairs(path.stem, text, tuple(pairs))
