"""Scrapinghub's pages: how much of a report is found in its web page, and how much else is.

As its authors count: texts are compared by their runs of four words, precision and recall averaged
over pages, F1 of those averages. Its text is without the headline, so ours is, too.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from sayso.eval.report import Report, Row
from sayso.model.document import Document
from sayso.read import Format, Part, read_part

_WORD = re.compile(r"\w+")
_RUN = 4  # words

Runs = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Averaged(Row):
    """A row whose precision and recall are averages over pages, each 0 to 1; hits, predicted and
    gold are sums of runs."""

    shares: tuple[tuple[float, float], ...] = ()

    @property
    def precision(self) -> float:
        return 100 * mean(share for share, _ in self.shares)

    @property
    def recall(self) -> float:
        return 100 * mean(share for _, share in self.shares)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(path: Path) -> Report:
    """path: the folder with ground-truth.json and html/."""
    gold = json.loads((path / "ground-truth.json").read_text(encoding="utf-8"))
    found: dict[str, list[tuple[Runs, Runs]]] = {"report": [], "page": [], "trafilatura": []}
    for name, page in sorted(gold.items()):
        raw = gzip.decompress((path / "html" / f"{name}.html.gz").read_bytes())
        document = read_part(Part(page["url"], raw, Format.HTML)).document
        wanted = _runs(page["articleBody"])
        for row, text in _texts(document, raw).items():
            found[row].append((_runs(text), wanted))
    rows = tuple(_row(name, pairs) for name, pairs in found.items())
    left, all_runs = rows[0].predicted - rows[0].hits, rows[0].predicted
    lost = rows[1].hits - rows[0].hits
    notes = (
        f"{len(gold)} pages. report: what claims are sought in; page: with what is marked as"
        " furniture; trafilatura: its text alone, with its defaults for speed.",
        f"Of the runs of the reports {100 * left / all_runs:.1f} % are not in what people marked;"
        f" {100 * lost / rows[0].gold:.1f} % of what they marked is taken for furniture.",
    )
    return Report("scrapinghub", rows, notes)


def _texts(document: Document | None, raw: bytes) -> dict[str, str]:
    from trafilatura import extract

    theirs = extract(raw, include_comments=False, include_tables=True, fast=True) or ""
    if document is None:
        return {"report": "", "page": "", "trafilatura": theirs}
    title = [document.title_span] if document.title_span else []
    aside = [*title, *(item.span for item in document.furniture)]
    report = _without(document.text, [(span.start, span.end) for span in aside])
    page = _without(document.text, [(span.start, span.end) for span in title])
    return {"report": report, "page": page, "trafilatura": theirs}


def _without(text: str, places: Sequence[tuple[int, int]]) -> str:
    at, kept = 0, []
    for start, end in sorted(places):
        kept.append(text[at:start])
        at = max(at, end)
    return "".join([*kept, text[at:]])


def _runs(text: str) -> Runs:
    words = _WORD.findall(text)
    return Counter(_windows(words))


def _windows(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for at in range(max(1, len(words) - _RUN + 1) if words else 0):
        yield tuple(words[at : at + _RUN])


def _row(name: str, pairs: Sequence[tuple[Runs, Runs]]) -> Averaged:
    hits = [(ours & wanted).total() for ours, wanted in pairs]
    ours, gold = ([side.total() for side in sides] for sides in zip(*pairs, strict=True))
    shares = tuple(
        (hit / mine if mine else float(not wanted), hit / wanted if wanted else float(not mine))
        for hit, mine, wanted in zip(hits, ours, gold, strict=True)
    )
    return Averaged(name, sum(hits), sum(ours), sum(gold), shares)
