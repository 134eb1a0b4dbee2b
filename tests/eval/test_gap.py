"""GAP: a pronoun and two names, each a yes or no of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from sayso.eval import gap
from sayso.model.span import Span

HEADER = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL"


def row(pronoun: str, a: bool, b: bool) -> str:
    text = f'Roe met Doe when {pronoun} had a "day'
    cells = ("x", text, pronoun, 17, "Roe", 0, str(a).upper(), "Doe", 8, str(b).upper(), "u")
    return "\t".join(map(str, cells))


def write(folder: Path, *lines: str) -> Path:
    path = folder / "gap-small.tsv"
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return path


def first(text: str, pairs: Sequence[tuple[Span, Span]]) -> list[float]:
    """Roe is likely, Doe is not."""
    assert pairs[0][0].cut(text) in {"he", "she"}
    return [0.8 if name.cut(text) == "Roe" else 0.3 for _, name in pairs]


def test_each_name_counts(tmp_path: Path) -> None:
    lines = (row("he", True, False), row("she", False, True), row("she", False, False))
    path = write(tmp_path, *lines)
    report = gap.score(path, first)
    counts = {one.name: (one.hits, one.predicted, one.gold) for one in report.measures}
    assert counts == {"overall": (1, 3, 2), "masculine": (1, 1, 1), "feminine": (0, 2, 1)}
    assert "bias (F/M) 0.000" in report.notes[0]


@pytest.mark.parametrize(
    ("scores", "threshold", "expected"),
    [
        ((0.8, 0.3), 0.5, (True, False)),
        ((0.6, 0.7), 0.5, (False, True)),
        ((0.4, 0.3), 0.5, (False, False)),
        ((0.6, 0.6), 0.5, (False, True)),  # Doe stands nearer
        ((0.5, 0.1), 0.5, (True, False)),
    ],
)
def test_the_likelier_name_if_likely_enough(
    tmp_path: Path, scores: tuple[float, float], threshold: float, expected: tuple[bool, bool]
) -> None:
    one = next(gap.passages(write(tmp_path, row("he", True, False))))
    assert gap.answer(one, lambda *_: (*scores, *scores), threshold) == expected
