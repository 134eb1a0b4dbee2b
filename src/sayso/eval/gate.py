"""The gate: what ships is scored, and may not fall under the pinned floors.

    python -m sayso.eval.gate --data data            score, and fail under a floor
    python -m sayso.eval.gate --data data --pin      raise floors to what is reached
    … --pin --allow-lower                            lower them too

Floors stand in `floors.json` with fingerprints of the model and of each corpus, so that it can be
told what they were measured with. A corpus that is not the one of its floors fails too: pin anew.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.eval.report import Report
from sayso.eval.runs import run

FLOORS = Path(str(files("sayso.eval") / "floors.json"))
MARGIN = 0.3  # points of F1 that a floor is pinned below what was reached


@dataclass(frozen=True, slots=True)
class Gauge:
    """One scoring run of the gate: a corpus, its file or folder below the data folder, its part,
    and of a folder the file by which it is known again."""

    corpus: str
    path: str
    split: str | None = None
    mark: str = ""


GAUGES = (
    Gauge("polnear", "polnear/polnear.jsonl", "dev"),
    Gauge("cues", "polnear/polnear.jsonl"),
    Gauge("scrapinghub", "extract_scrapinghub", mark="ground-truth.json"),
    Gauge("conll2003", "conll2003/corpus/CoNLL-2003/eng.testb"),
    Gauge("gum-names", "gum", mark="splits.md"),
    Gauge("gap", "gap/gap-development.tsv"),
    Gauge("sources", "", mark="polnear/polnear.jsonl"),
    Gauge("dates", "", mark="stories/stories.jsonl"),
    Gauge("ontogum", "gum", mark="splits.md"),
    Gauge("pairs", str(files("sayso.train") / "pairs"), mark="conflict.txt"),
)
"""The last one is part of the project, so that its path is whole."""


def measured(data: Path) -> tuple[dict[str, Any], list[Report]]:
    """Fingerprints and F1 of everything that is gauged."""
    cards = [files(part) / "weights" / "card.json" for part in ("sayso.parse", "sayso.link")]
    models = "+".join(json.loads(card.read_text("utf-8"))["version"] for card in cards)
    found: dict[str, Any] = {"model": models, "corpora": {}, "f1": {}}
    reports = []
    for gauge in GAUGES:
        path = data / gauge.path
        report = run(gauge.corpus, path, gauge.split)
        found["corpora"][gauge.corpus] = hashlib.sha256(
            (path / gauge.mark).read_bytes()
        ).hexdigest()
        found["f1"][gauge.corpus] = {row.name: round(row.f1, 1) for row in report.measures}
        reports.append(report)
    return found, reports


def fallen(found: dict[str, Any], floors: dict[str, Any]) -> list[str]:
    """A sentence for each measure under its floor or missing, and each corpus that changed."""
    messages = []
    for corpus, measures in floors["f1"].items():
        mark, known = found["corpora"].get(corpus), floors.get("corpora", {}).get(corpus)
        if mark and known and mark != known:
            messages.append(f"{corpus}: its file is not the one that the floors were measured on")
        for name, floor in measures.items():
            value = found["f1"].get(corpus, {}).get(name)
            if value is None:
                messages.append(f"{corpus}: {name} was not measured; its floor is {floor}")
            elif value < floor:
                messages.append(f"{corpus}: {name} is {value}, under its floor of {floor}")
    return messages


def pinned(found: dict[str, Any], floors: dict[str, Any], *, lower: bool) -> dict[str, Any]:
    """New floors: what was reached less the margin. None is lower than before, or gone, unless
    that is allowed."""
    old: dict[str, dict[str, float]] = {} if lower else floors.get("f1", {})
    raised = {corpus: dict(measures) for corpus, measures in old.items()}
    for corpus, measures in found["f1"].items():
        own = raised.setdefault(corpus, {})
        for name, value in measures.items():
            own[name] = max(round(value - MARGIN, 1), own.get(name, 0.0))
    corpora = ({} if lower else floors.get("corpora", {})) | found["corpora"]
    return {"model": found["model"], "corpora": corpora, "f1": raised}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path, help="the folder of the corpora")
    parser.add_argument("--pin", action="store_true", help="write new floors")
    parser.add_argument("--allow-lower", action="store_true", help="let --pin lower a floor")
    options = parser.parse_args()
    if options.allow_lower and not options.pin:
        parser.error("--allow-lower goes with --pin")
    found, reports = measured(options.data)
    for report in reports:
        for row in report.rows:
            print(report.corpus, *row.values(), sep="\t")
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"f1": {}}
    if options.pin:
        new = pinned(found, floors, lower=options.allow_lower)
        FLOORS.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
        floors = new
    problems = fallen(found, floors)
    for message in problems:
        print(message, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
