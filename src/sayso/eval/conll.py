"""Names: CoNLL-2003's four kinds, exact spans, on the text joined again from its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sayso.eval.report import Report, Row
from sayso.model.parsed import Mention

Find = Callable[[str], Sequence[Mention]]
Name = tuple[int, int, str]
_CLOSES = re.compile(r"^(?:[.,;:!?%)\]]|'s|'S|n't|'re|'ve|'ll|'d|'m)$")


def score(path: Path, find: Find) -> Report:
    """path: eng.testb. find: a text → its names."""
    hits: dict[str, int] = {}
    found: dict[str, int] = {}
    gold: dict[str, int] = {}
    for text, names in documents(path):
        ours = {(m.span.start, m.span.end, m.label) for m in find(text)}
        theirs = set(names)
        for label in ("PER", "ORG", "LOC", "MISC"):
            for counts, kept in ((hits, ours & theirs), (found, ours), (gold, theirs)):
                counts[label] = counts.get(label, 0) + sum(1 for n in kept if n[2] == label)
    rows = [Row(k, hits[k], found[k], gold[k]) for k in gold]
    total = Row("all", sum(hits.values()), sum(found.values()), sum(gold.values()))
    return Report(f"conll2003 {path.name}", (total, *rows))


def documents(path: Path) -> Iterator[tuple[str, list[Name]]]:
    """Each document as running text with its names."""
    for block in path.read_text(encoding="utf-8").split("-DOCSTART-")[1:]:
        yield _document(block)


def _document(block: str) -> tuple[str, list[Name]]:
    text = ""
    names: list[Name] = []
    for sentence in block.split("\n\n")[1:]:
        rows = [line.split() for line in sentence.splitlines() if line.strip()]
        if rows:
            joined, places = join([row[0] for row in rows])
            for start, end, kind in iob([row[-1] for row in rows]):
                names.append((len(text) + places[start][0], len(text) + places[end - 1][1], kind))
            text += joined + " "
    return text, names


def join(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Words as running text again, with the place of each."""
    text = ""
    places: list[tuple[int, int]] = []
    inside = False
    glue = True
    for word in words:
        closes = _CLOSES.match(word) or (word == '"' and inside)
        text += "" if glue or closes else " "
        places.append((len(text), len(text) + len(word)))
        text += word
        glue = word in "([$" or (word == '"' and not inside)
        inside = inside != (word == '"')
    return text, places


def iob(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Spans of IOB1 or IOB2 tags."""
    start, kind = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        mark, _, now = tag.partition("-")
        if kind and (mark in "OB" or now != kind):
            yield start, i, kind
            kind = ""
        if mark != "O" and not kind:
            start, kind = i, now
