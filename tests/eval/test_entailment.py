"""Scores on sets of entailment and stance, by a reader that is only played."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from sayso.eval import entailment
from sayso.eval.report import Report


def negating(asked: Sequence[tuple[str, str]]) -> list[dict[str, float]]:
    """Finds a contradiction wherever one side alone says "not", else that it follows."""
    return [
        {
            "entailment": float(("not" in a) == ("not" in b)),
            "neutral": 0.5,
            "contradiction": float(("not" in a) != ("not" in b)),
        }
        for a, b in asked
    ]


def rows(report: Report) -> dict[str, tuple[int, int, int]]:
    return {row.name: (row.hits, row.predicted, row.gold) for row in report.measures}


def test_only_rows_that_nobody_trained_on_are_scored(tmp_path: Path) -> None:
    lines = ["premise,hypothesis,label"]
    lines += ["it rains,it rains,entailment" if n == 0 else "a,not a,neutral" for n in range(9)]
    path = tmp_path / "dev.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    found = rows(entailment.mnli(path, negating))
    assert found["mnli: right"] == (1, 2, 2)  # rows 0 and 8; the second is called a contradiction
    assert found["mnli: always entailment"] == (1, 2, 2)


def test_strengthening_is_asked_of_entailment_and_weakening_of_contradiction(
    tmp_path: Path,
) -> None:
    for part, relation in (("ClaimDiff-S", 1), ("ClaimDiff-W", 0)):
        (tmp_path / part).mkdir()
        row = {"claim_a": "it rains", "claim_b": "it rains", "relation": relation}
        (tmp_path / part / "train.json").write_text(json.dumps({"data": [row]}), encoding="utf-8")
    found = rows(entailment.claimdiff(tmp_path, negating))
    assert found["strengthens: right"] == found["strengthens"] == (1, 1, 1)
    assert found["weakens: right"] == (1, 1, 1)


def test_a_headline_is_held_against_the_nearest_sentence(tmp_path: Path) -> None:
    (tmp_path / "stances").mkdir()
    body = "Velm has a harbour. The bridge did not fall."
    (tmp_path / "train_bodies.csv").write_text(f'Body ID,articleBody\n7,"{body}"\n')
    table = "Headline,Body_ID,Stance\nThe bridge fell,7,1\n"
    (tmp_path / "stances/train_stances.csv").write_text(table)

    def vectors(texts: Sequence[str]) -> list[bytes]:
        some, none = bytes([100] * 16), bytes(16)  # of length 400, as sentence vectors are kept
        return [some + none if "bridge" in text else none + some for text in texts]

    found = rows(entailment.fnc1(tmp_path, negating, vectors))
    assert found["disagree"] == (1, 1, 1)
