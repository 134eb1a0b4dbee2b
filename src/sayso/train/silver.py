"""Silver labels: news that nobody marked, as what ships reads it, for one more network to learn.

    python -m sayso.train.silver --data data --out build/silver.jsonl

What is sure becomes a label; what is not becomes a stretch that teaches nothing. Rows have the
shape of PolNeAR's, so that both are read alike. The texts belong to their publishers: like all that
lies below data/, the file that is written here is never committed.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from sayso.attribute.tagger import Settings, drafts_of, quotation
from sayso.attribute.tidy import Draft
from sayso.bio import OUTSIDE, log_softmax
from sayso.model.span import Span
from sayso.parse import parse
from sayso.parse.encoder import Encoder, Encoding
from sayso.read import read_text

SURE = 0.65  # calibrated chance of an attribution that is taught
SURELY_OUTSIDE = 0.9  # chance of a piece outside all attributions that is taught
LONGEST = 12_000  # characters: of longer texts the front


def texts(data: Path, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Names and texts of news: political stories, rumours, crime reports."""
    with (data / "stories/stories.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            for article in json.loads(line)["articles"]:
                yield f"stories-{article['ID']}", article["text"]
    csv.field_size_limit(sys.maxsize)
    with (data / "fnc1_train/train_bodies.csv").open(encoding="utf-8", newline="") as lines:
        bodies = [(f"fnc1-{row['Body ID']}", row["articleBody"]) for row in csv.DictReader(lines)]
    yield from rng.sample(bodies, 600)
    with (data / "gva/gva_articles.jsonl").open(encoding="utf-8") as lines:
        crimes = [(f"gva-{row['doc_id']}", row["text"]) for row in map(json.loads, lines)]
    yield from rng.sample(crimes, 250)


def labelled(name: str, text: str, encoder: Encoder) -> dict[str, Any] | None:
    """One row, or none where the text is no English report with attributions in it."""
    document = read_text(text[:LONGEST]).document
    if document is None or document.language != "en":
        return None
    encoding = encoder.encode(document.text)
    parsed = parse(document)
    settings = Settings.of(encoder.card, bare=False)
    sure: list[Draft] = []
    unsure: list[Draft] = []
    for draft in drafts_of(parsed, encoding, partial(encoder.ties, encoding), settings):
        chance = settings.calibration.chance(draft.parts, quotation(parsed, draft.content))
        (sure if chance >= SURE else unsure).append(draft)
    if not sure:
        return None
    doubtful = [place for draft in unsure for place in _places(draft)]
    doubtful += [(item.span.start, item.span.end) for item in document.furniture]
    doubtful += list(_open(encoding))
    return {
        "split": "silver",
        "doc": name,
        "annotator": encoder.version,
        "text": document.text,
        "attributions": [_row(draft) for draft in sure],
        "unsure": [{"type": "Doubt", "spans": sorted(doubtful)}],
    }


def _open(encoding: Encoding) -> Iterator[tuple[int, int]]:
    """Pieces that might belong to an attribution; where one is taught, its label holds."""
    chance = np.exp(log_softmax(encoding.roles)[:, OUTSIDE])
    for i in np.flatnonzero(chance < SURELY_OUTSIDE).tolist():
        yield int(encoding.pieces.starts[i]), int(encoding.pieces.ends[i])


def _places(draft: Draft) -> list[tuple[int, int]]:
    spans = [draft.source, draft.cue, *draft.content]
    return [(span.start, span.end) for span in spans if span]


def _row(draft: Draft) -> dict[str, list[tuple[int, int]]]:
    def places(spans: Sequence[Span | None]) -> list[tuple[int, int]]:
        return [(span.start, span.end) for span in spans if span]

    return {
        "source": places([draft.source]),
        "cue": places([draft.cue]),
        "content": places(draft.content),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    options = parser.parse_args()
    encoder = Encoder(threads=1)
    with options.out.open("w", encoding="utf-8") as out:
        for name, text in texts(options.data, random.Random(1)):
            if row := labelled(name, text, encoder):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
