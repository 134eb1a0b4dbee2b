"""Cue classes and negation, against 300 cues of PolNeAR dev that we labelled (see `gold/`)."""

from __future__ import annotations

import json
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.attribute.cues import classify_cue
from sayso.eval.report import Report, Row


def score(path: Path) -> Report:
    """path: polnear.jsonl, which holds the texts that the labels point into."""
    gold = files("sayso.eval") / "gold" / "cue_classes.jsonl"
    labels = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    wanted = {(label["doc"], label["annotator"]) for label in labels}
    articles: dict[tuple[str, str], dict[str, Any]] = {}
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if (row["doc"], row["annotator"]) in wanted:
                articles[row["doc"], row["annotator"]] = row
    hits: Counter[str] = Counter()
    for label in labels:
        row = articles[label["doc"], label["annotator"]]
        found = _classify(row, label["cue"])
        right = found.cue_class == label["cue_class"]
        hits["class"] += right
        hits["negation"] += found.negated == label["negated"]
        hits["both"] += right and found.negated == label["negated"]
    rows = [
        Row(name, hits[name], len(labels), len(labels)) for name in ("both", "class", "negation")
    ]
    return Report("cues", tuple(rows), ("One reader labelled them; see eval/gold/README.md.",))


def _classify(row: dict[str, Any], cue: list[int]) -> Any:
    start, end = cue
    item = next(
        item
        for item in row["attributions"]
        if item.get("cue")
        and item.get("content")
        and item["cue"][0][0] == start
        and item["cue"][-1][1] == end
    )
    source = item.get("source")
    place = (source[0][0], source[-1][1]) if source else None
    content = [(a, b) for a, b in item.get("content") or ()]
    return classify_cue(row["text"], (start, end), place, content)
