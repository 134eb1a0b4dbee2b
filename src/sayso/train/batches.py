"""From labelled texts to padded batches of windows."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.parse.pieces import Pieces, to_pieces, windows
from sayso.train.corpora import Article, Marked, Pairs, Place, Tagged

CLS, SEP, MASK = 101, 102, 103
ROLES = ("source", "cue", "content")
NAMES = ("PER", "ORG", "LOC", "MISC")
IGNORE = -100


@dataclass(slots=True)
class Sample:
    """One window with its labels. The window's first piece stands at 1, behind [CLS].

    tags: label of each piece, or none. ties: (cue piece, label of each piece for that cue).
    pairs: (left first, left last, right first, right last, same).
    """

    pieces: Pieces
    tags: list[int] | None = None
    ties: list[tuple[int, list[int]]] = field(default_factory=list)
    pairs: list[tuple[int, int, int, int, bool]] = field(default_factory=list)


def _covered(pieces: Pieces, place: Place) -> list[int]:
    """Pieces that stand in a place: those whose middle does."""
    first = int(np.searchsorted(pieces.ends, place[0], side="right"))
    last = int(np.searchsorted(pieces.starts, place[1], side="left"))
    return list(range(first, last))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A whole article with its labels, to be cut into windows of any size.

    owners: for each attribution the pieces of its cue, and the label of each piece for that cue.
    """

    pieces: Pieces
    tags: list[int]
    owners: list[tuple[list[int], Tensor]]

    def cut(self, size: int) -> Iterator[Sample]:
        for start, end in windows(self.pieces, size):
            sample = Sample(self.pieces.cut(start, end), self.tags[start:end])
            for cue, labels in self.owners:
                if cue and start <= cue[0] < end:
                    sample.ties.append((cue[0] - start, labels[start:end].tolist()))
            yield sample


def labelled(row: Article, tokenizer: Tokenizer) -> Labelled:
    pieces = to_pieces(row.text, tokenizer)
    tags = [0] * len(pieces)
    owners = [(_lay(pieces, item, tags), _tie(pieces, item)) for item in row.marked]
    for place in row.unsure:
        for i in _covered(pieces, place):
            if tags[i] == 0:
                tags[i] = IGNORE
    for i, tag in enumerate(tags):
        # What a later attribution was laid over goes on behind it as a span of its own.
        if tag > 0 and tag % 2 == 0 and i and tags[i - 1] not in (tag, tag - 1, IGNORE):
            tags[i] = tag - 1
    return Labelled(pieces, tags, owners)


def _lay(pieces: Pieces, item: Marked, tags: list[int]) -> list[int]:
    cue: list[int] = []
    for number, role in enumerate(ROLES):
        for place in getattr(item, role):
            covered = _covered(pieces, place)
            for k, i in enumerate(covered):
                tags[i] = 1 + 2 * number + (k > 0)
            if role == "cue":
                cue = cue or covered
    return cue


def _tie(pieces: Pieces, item: Marked) -> Tensor:
    labels = torch.zeros(len(pieces), dtype=torch.int8)
    for number, role in enumerate(ROLES):
        for place in getattr(item, role):
            for i in _covered(pieces, place):
                labels[i] = 1 + number
    return labels


def tagged(rows: Iterable[Tagged], tokenizer: Tokenizer, size: int) -> list[Sample]:
    found = []
    for row in rows:
        pieces = to_pieces(row.text, tokenizer)
        tags = [0] * len(pieces)
        for start, end, kind in row.names:
            for k, i in enumerate(_covered(pieces, (start, end))):
                tags[i] = 1 + 2 * NAMES.index(kind) + (k > 0)
        found += [Sample(pieces.cut(a, b), tags[a:b]) for a, b in windows(pieces, size)]
    return found


def pairs(rows: Iterable[Pairs], tokenizer: Tokenizer, size: int) -> list[Sample]:
    found = []
    for row in rows:
        pieces = to_pieces(row.text, tokenizer)
        placed = [(_covered(pieces, a), _covered(pieces, b), same) for a, b, same in row.pairs]
        for start in range(0, max(1, len(pieces) - size // 2), size // 2):
            end = min(start + size, len(pieces))
            sample = Sample(pieces.cut(start, end))
            for left, right, same in placed:
                inside = left and right and start <= min(left[0], right[0])
                # Half of each window is seen twice; a pair counts where it is first whole.
                if (
                    inside
                    and max(left[-1], right[-1]) < end
                    and (start == 0 or left[-1] >= start + size // 2)
                ):
                    sample.pairs.append(
                        (
                            left[0] - start,
                            left[-1] - start,
                            right[0] - start,
                            right[-1] - start,
                            same,
                        )
                    )
            if sample.pairs:
                found.append(sample)
    return found


@dataclass(frozen=True, slots=True)
class Batch:
    task: str
    inputs: tuple[Tensor, ...]  # ids, case, quote, line, mask: [b, n]
    tags: Tensor | None  # [b, n]
    ties: tuple[Tensor, Tensor, Tensor] | None  # row [c], cue [c], labels [c, n]
    pairs: Tensor | None  # [m, 6]: row, four places, same


def collate(samples: Sequence[Sample], task: str) -> Batch:
    n = max(len(s.pieces) for s in samples) + 2
    b = len(samples)
    ids, case, quote, line = (torch.zeros(b, n, dtype=torch.long) for _ in range(4))
    mask = torch.zeros(b, n)
    tags = torch.full((b, n), IGNORE, dtype=torch.long)
    rows, cues, labels, pair_rows = [], [], [], []
    for r, sample in enumerate(samples):
        k = len(sample.pieces)
        ids[r, 0], ids[r, k + 1] = CLS, SEP
        ids[r, 1 : k + 1] = torch.from_numpy(sample.pieces.ids)
        case[r, 1 : k + 1] = torch.from_numpy(sample.pieces.case)
        quote[r, 1 : k + 1] = torch.from_numpy(sample.pieces.quote)
        line[r, 1 : k + 1] = torch.from_numpy(sample.pieces.line)
        mask[r, : k + 2] = 1
        if sample.tags is not None:
            tags[r, 1 : k + 1] = torch.tensor(sample.tags)
        for cue, own in sample.ties:
            rows.append(r)
            cues.append(cue + 1)
            labels.append([IGNORE, *own, *[IGNORE] * (n - k - 1)])
        pair_rows += [
            (r, a + 1, z + 1, c + 1, d + 1, int(same)) for a, z, c, d, same in sample.pairs
        ]
    ties = (torch.tensor(rows), torch.tensor(cues), torch.tensor(labels)) if rows else None
    return Batch(
        task,
        (ids, case, quote, line, mask),
        tags,
        ties,
        torch.tensor(pair_rows) if pair_rows else None,
    )


def shuffled(
    samples: Sequence[Sample], task: str, size: int, rng: random.Random
) -> list[tuple[str, list[Sample]]]:
    """Samples of like length together, in random order; to be collated when their turn comes, as
    all at once would fill the memory."""
    order = sorted(range(len(samples)), key=lambda i: len(samples[i].pieces) + rng.random() * 40)
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(groups)
    return [(task, [samples[i] for i in group]) for group in groups]
