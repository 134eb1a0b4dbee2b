"""Whole articles against several annotators, on a made-up corpus file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from sayso.eval import polnear, runs
from sayso.model.attribution import Attribution, CueClass, Quotation
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.errors import UnknownNameError, UsageError
from sayso.model.span import Evidence, Span

TEXT = "Ana said it was shut."
GOLD = {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 20]]}
BROKEN = {"source": None, "cue": [[4, 8]], "content": [[9, 11], [16, 20]]}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    rows = [
        {"doc": "a", "split": "dev", "annotator": "1", "text": TEXT, "attributions": [GOLD]},
        {"doc": "a", "split": "dev", "annotator": "2", "text": TEXT, "attributions": [BROKEN]},
        {"doc": "b", "split": "train", "annotator": "1", "text": TEXT, "attributions": [GOLD]},
    ]
    made = tmp_path / "made.jsonl"
    made.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return made


def _claim(text: str) -> Claim:
    source, cue, content = (Evidence.cut("d", text, Span(*at)) for at in ((0, 3), (4, 8), (9, 20)))
    spans = source.span, cue.span, (content.span,)
    made = Attribution(Attribution.make_id("d", *spans), "d", *spans, Quotation.INDIRECT)
    claimer = Entity.make("Ana", EntityKind.PERSON)
    return Claim(made, claimer, source, cue, (content,), CueClass.SAY)


def test_each_annotator_is_met_and_each_article_read_once(path: Path) -> None:
    read: list[str] = []

    def claims(text: str) -> Sequence[Claim]:
        read.append(text)
        return [_claim(text)]

    report = polnear.score(path, "dev", claims)
    assert read == [TEXT]
    rows = {row.name: (row.hits, row.predicted, row.gold) for row in report.measures}
    assert rows == {
        "source": (1, 2, 1),
        "cue": (2, 2, 2),
        "content": (1, 2, 3),
        "whole attribution": (1, 2, 2),
        "whole attribution, strict": (1, 2, 2),
    }
    assert report.notes[0].startswith("1 articles, 2 annotations")


def test_what_cannot_be_scored_says_so(path: Path) -> None:
    with pytest.raises(UnknownNameError, match="polnear"):
        runs.run("nothing", path)
    with pytest.raises(UsageError, match="not a file"):
        runs.run("polnear", path.parent / "missing.jsonl")
