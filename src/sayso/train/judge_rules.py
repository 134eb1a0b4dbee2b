"""Fit the weights of the judge that needs no model: `python -m sayso.train.judge_rules PAIRS`.

A softmax regression over the features and some of their products, by gradient descent in numpy.
Each pair is seen from both sides. Only pairs that are not held out are read.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from sayso.eval.pairs import Pair, held_out, read
from sayso.link.frame import Frame
from sayso.link.judge import CLASSES, measured, row

STEPS, RATE, DECAY = 400, 0.5, 0.001
_TURNED = {"denies": "denied_by", "replies_to": "replied_by"}


def examples(pairs: list[Pair]) -> tuple[np.ndarray, np.ndarray]:
    """Columns and classes of pairs, each from both sides."""
    seen = [(p.left, p.right, p.kind) for p in pairs]
    seen += [(p.right, p.left, _TURNED.get(p.kind, p.kind)) for p in pairs]
    columns = np.array([_row(left, right) for left, right, _ in seen], dtype=np.float32)
    return columns, np.array([CLASSES.index(kind) for *_, kind in seen])


def fit(columns: np.ndarray, classes: np.ndarray) -> np.ndarray:
    """Weights, one row a class, by gradient descent with momentum and decay."""
    wanted = np.eye(len(CLASSES), dtype=np.float32)[classes]
    weights = np.zeros((len(CLASSES), columns.shape[1]), dtype=np.float32)
    speed = np.zeros_like(weights)
    for _ in range(STEPS):
        scores = columns @ weights.T
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        errors = powers / powers.sum(axis=1, keepdims=True) - wanted
        slope = errors.T @ columns / len(columns) + DECAY * weights
        speed = 0.9 * speed - RATE * slope
        weights = weights + speed
    return weights


def main(pairs: Path, output: Path) -> None:
    """Fit on the pairs that are not held out, and write the weights."""
    known = [pair for pair in read(pairs) if not held_out(pair.quarrel)]
    weights = fit(*examples(known))
    lines = {name: [round(float(w), 4) for w in weights[n]] for n, name in enumerate(CLASSES)}
    output.write_text(json.dumps(lines) + "\n", encoding="utf-8")


def _row(left: Frame, right: Frame) -> list[float]:
    return row(measured(left, right))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
