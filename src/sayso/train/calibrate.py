"""Fit the chance that an attribution is right, on PolNeAR dev, and write it into the card.

An attribution is right where its content covers half or more of one that a person marked, with the
same source. The table that it prints is cross-validated: each fifth is judged by the other four.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sayso.attribute.score import Calibration
from sayso.attribute.tagger import Settings, drafts_of, quotation
from sayso.attribute.tidy import Draft
from sayso.model.attribution import Quotation
from sayso.parse import parse
from sayso.parse.encoder import Encoder
from sayso.parse.names import mentions
from sayso.read import read_text
from sayso.train.corpora import Article, polnear

Floats = npt.NDArray[np.float64]
NAMES = ("cue", "content", "source", "no_source", "direct", "mixed", "bias")


@dataclass(frozen=True, slots=True)
class Judged:
    features: tuple[float, ...]
    right: bool


def judged(articles: list[Article], encoder: Encoder) -> Iterator[Judged]:
    """Each attribution that is found, with whether it is right."""
    for article in {row.name: row for row in articles}.values():
        document = read_text(article.text).document
        if document is None:
            continue
        encoding = encoder.encode(document.text)
        parsed = parse(document, mentions(encoding))
        ties = partial(encoder.ties, encoding)
        for draft in drafts_of(parsed, encoding, ties, Settings.of(encoder.card, bare=False)):
            kind = quotation(parsed, draft.content)
            yield Judged(_features(draft, kind), _right(draft, article))


def _features(draft: Draft, kind: Quotation) -> tuple[float, ...]:
    cue, content, *source = draft.parts
    direct, mixed = float(kind == Quotation.DIRECT), float(kind == Quotation.MIXED)
    return cue, content, source[0] if source else 0.0, float(not source), direct, mixed, 1.0


def _right(draft: Draft, article: Article) -> bool:
    own = {at for span in draft.content for at in range(span.start, span.end)}
    source = {(draft.source.start, draft.source.end)} if draft.source else set()
    for marked in article.marked:
        theirs = {at for start, end in marked.content for at in range(start, end)}
        if theirs and 2 * len(own & theirs) >= len(theirs) and set(marked.source) == source:
            return True
    return False


def fit(features: Floats, right: Floats) -> Floats:
    """Logistic regression by Newton's method, with a little ridge."""
    weights = np.zeros(features.shape[1])
    ridge = 1e-3 * np.eye(len(weights))
    for _ in range(50):
        chance = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (chance - right) + ridge @ weights
        bend = (features * (chance * (1 - chance))[:, None]).T @ features + ridge
        weights -= np.linalg.solve(bend, slope)
    return weights


def cross_validated(features: Floats, right: Floats) -> Floats:
    fold = np.random.default_rng(0).integers(0, 5, len(features))
    chance = np.zeros(len(features))
    for k in range(5):
        weights = fit(features[fold != k], right[fold != k])
        chance[fold == k] = 1 / (1 + np.exp(-features[fold == k] @ weights))
    return chance


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--weights", required=True, type=Path, help="the folder with card.json")
    options = parser.parse_args()
    rows = list(judged(polnear(options.data / "polnear/polnear.jsonl", "dev"), Encoder()))
    features = np.array([row.features for row in rows])
    right = np.array([row.right for row in rows], dtype=float)
    chance = cross_validated(features, right)
    for low in np.arange(0, 1, 0.1):
        inside = (chance >= low) & (chance < low + 0.1)
        if inside.any():
            print(f"{low:.1f}-{low + 0.1:.1f}\t{inside.sum()}\t{right[inside].mean():.3f}")
    found = dict(zip(NAMES, fit(features, right).round(3).tolist(), strict=True))
    card = json.loads((options.weights / "card.json").read_text(encoding="utf-8"))
    card["calibration"] = {name: getattr(Calibration(**found), name) for name in NAMES}
    text = json.dumps(card, indent=1, ensure_ascii=False) + "\n"
    (options.weights / "card.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
