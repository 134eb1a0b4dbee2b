"""`sayso eval`: the extraction against a labelled corpus."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from sayso.cli import output
from sayso.cli.parameters import json_option

COLUMNS = ("name", "precision", "recall", "f1", "gold", "predicted")


@click.command("eval", short_help="Score the extraction against a labelled corpus.")
@click.argument("corpus")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--split", metavar="NAME", help="Only this part of the corpus (train, dev).")
@json_option
def evaluate(corpus: str, path: Path, split: str | None, as_json: bool) -> int:
    """Score what ships against a labelled CORPUS in PATH, its file or folder.

    CORPUS is claimdiff, conll2003, cues, dates, fnc1, gap, gum-names, mnli, ontogum, pairs,
    polnear, scrapinghub, sick, sources or stories.
    Precision, recall and F1 are per cent; gold and predicted count what was compared.
    """
    from sayso.eval import runs as scoring

    report = scoring.run(corpus, path, split)
    if as_json:
        output.json_lines({"type": "score", **row} for row in report.rows)
    elif output.drawn():
        from sayso.cli import draw

        output.console().print(draw.table_of(COLUMNS, map(_cells, report.rows)))
    else:
        output.cells([COLUMNS, *map(_cells, report.rows)])
    for text in report.notes:
        output.note(text)
    return 0


def _cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(_written(row[name]) for name in COLUMNS)


def _written(value: Any) -> str:
    return f"{value:.1f}" if isinstance(value, float) else str(value)
