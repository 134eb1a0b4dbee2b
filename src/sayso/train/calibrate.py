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


def bins(chance: Floats, right: Floats) -> list[tuple[float, int, float]]:
    """For each tenth of the scale: where it begins, how many scores fall in it, how many of these
    are right (a share)."""
    found = []
    for k in range(10):
        inside = (chance >= k / 10) & (chance < (k + 1) / 10)
        if inside.any():
            found.append((k / 10, int(inside.sum()), float(right[inside].mean())))
    return found


def plot(table: list[tuple[float, int, float]], path: Path) -> None:
    """A reliability diagram: the share that is right, against the score."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "sayso"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(5, 4))
    axes.plot([0, 1], [0, 1], color="0.6", linewidth=1, label="perfectly calibrated")
    middles = [low + 0.05 for low, _, _ in table]
    axes.plot(middles, [share for _, _, share in table], "o-", color="black", label="sayso")
    for middle, (_, count, share) in zip(middles, table, strict=True):
        axes.annotate(
            str(count), (middle, share), (0, -14), textcoords="offset points", ha="center"
        )
    axes.set(xlabel="score", ylabel="share that a person marked so", xlim=(0, 1), ylim=(0, 1))
    axes.legend(frameon=False, loc="upper left")
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--weights", required=True, type=Path, help="the folder with card.json")
    parser.add_argument("--plot", type=Path, help="where to draw the reliability diagram (SVG)")
    options = parser.parse_args()
    rows = list(judged(polnear(options.data / "polnear/polnear.jsonl", "dev"), Encoder()))
    features = np.array([row.features for row in rows])
    right = np.array([row.right for row in rows], dtype=float)
    chance = cross_validated(features, right)
    table = bins(chance, right)
    for low, count, share in table:
        print(f"{low:.1f}-{low + 0.1:.1f}\t{count}\t{share:.3f}")
    if options.plot:
        plot(table, options.plot)
    found = dict(zip(NAMES, fit(features, right).round(3).tolist(), strict=True))
    card = json.loads((options.weights / "card.json").read_text(encoding="utf-8"))
    card["calibration"] = {name: getattr(Calibration(**found), name) for name in NAMES}
    text = json.dumps(card, indent=1, ensure_ascii=False) + "\n"
    (options.weights / "card.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
