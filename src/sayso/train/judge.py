"""Fine-tune a judge of pairs of claims: one cross-encoder, the same shape as the tagger's.

It learns first what entails or contradicts what (NLI corpora), then the kinds of the contract from
the pairs that the project wrote (`pairs/*.jsonl`), of which every tenth is held out. Each pair is
seen from both sides, with `denies` and `replies_to` turned round.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.eval.pairs import held_out
from sayso.link.wording import Side, apart, line
from sayso.parse.pieces import Pieces, load_tokenizer, to_pieces
from sayso.train.fit import read_safetensors
from sayso.train.network import Encoder, Network, Shape, load_base

KINDS = (
    "none", "same_utterance", "identical", "supporting", "refuting", "mirrors",
    "denies", "denied", "replies_to", "replied",
)  # fmt: skip
TURNED = {"denies": "denied", "replies_to": "replied"}
NLI = {"entailment": 0, "neutral": 1, "contradiction": 2}
_INITIALS = {name[0]: number for name, number in NLI.items()}
LENGTH = 192
CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Example:
    """Two lines and their label: of KINDS, or of NLI."""

    left: Pieces
    right: Pieces
    label: int


class Judge(nn.Module):
    """The encoder, the vector of [CLS] and two heads."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.shape.width
        self.pool = nn.Linear(width, width)
        self.drop = nn.Dropout(0.1)
        self.kinds = nn.Linear(width, len(KINDS))
        self.nli = nn.Linear(width, len(NLI))

    def vector(self, inputs: tuple[Tensor, ...]) -> Tensor:
        first = self.encoder(*inputs)[:, 0].float()
        return self.drop(torch.tanh(self.pool(first)))


def side(row: dict[str, Any]) -> Side:
    return Side(
        row["claimer"], row.get("affiliation"), row.get("cue") or "", row["cue_class"],
        bool(row.get("negated")), row.get("said"), row["text"],
    )  # fmt: skip


def rows(folder: Path, *, held: bool) -> list[dict[str, Any]]:
    found = [
        json.loads(text)
        for path in sorted(folder.glob("*.jsonl"))
        for text in path.read_text(encoding="utf-8").splitlines()
    ]
    return [row for row in found if held_out(row["quarrel"]) == held]


class Cutter:
    """Lines → word pieces, cut to a length."""

    def __init__(self, tokenizer: Any) -> None:
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Pieces:
        pieces = to_pieces(text, self.tokenizer)
        return pieces.cut(0, LENGTH // 2 - 2)

    def pair(self, row: dict[str, Any], turn: bool) -> Example:
        left, right, kind = side(row["left"]), side(row["right"]), row["kind"]
        if turn:
            left, right, kind = right, left, TURNED.get(kind, kind)
        gap = apart(left.said, right.said)
        return Example(self(f"{gap}: {line(left)}"), self(line(right)), KINDS.index(kind))


def nli(data: Path, cut: Cutter) -> Iterable[Example]:
    """NLI to warm up on: every second row of MNLI dev, SICK's and RTE's train parts, ANLI."""
    with (data / "nli_small/mnli/dev.csv").open(encoding="utf-8", newline="") as table:
        for number, row in enumerate(csv.DictReader(table)):
            if number % 2 and row["label"] in NLI:
                yield Example(cut(row["premise"]), cut(row["hypothesis"]), NLI[row["label"]])
    with (data / "sts_sick/sts/sick2014/SICK_train.txt").open(encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            label = NLI[row["entailment_judgment"].lower()]
            yield Example(cut(row["sentence_A"]), cut(row["sentence_B"]), label)
    for part in ("r1", "r2"):
        path = data / f"anli_r1_r2/ANLI_analysis_{part}_dev.csv"
        with path.open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table):
                first = row["gold_label"][:1].lower()
                if first in _INITIALS:
                    yield Example(cut(row["context"]), cut(row["statement"]), _INITIALS[first])


def collate(examples: list[Example]) -> tuple[tuple[Tensor, ...], Tensor]:
    n = max(len(e.left) + len(e.right) for e in examples) + 3
    ids, case, quote, place = (torch.zeros(len(examples), n, dtype=torch.long) for _ in range(4))
    mask = torch.zeros(len(examples), n)
    for r, e in enumerate(examples):
        a, b = len(e.left), len(e.right)
        for name, target in (("ids", ids), ("case", case), ("quote", quote)):
            target[r, 1 : a + 1] = torch.from_numpy(getattr(e.left, name))
            target[r, a + 2 : a + b + 2] = torch.from_numpy(getattr(e.right, name))
        ids[r, 0], ids[r, a + 1], ids[r, a + b + 2] = CLS, SEP, SEP
        place[r, a + 2 : a + b + 3] = 1  # the second side
        mask[r, : a + b + 3] = 1
    return (ids, case, quote, place, mask), torch.tensor([e.label for e in examples])


def batched(examples: list[Example], size: int, rng: random.Random) -> list[list[Example]]:
    order = sorted(examples, key=lambda e: len(e.left) + len(e.right) + rng.random() * 20)
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(groups)
    return groups


def scores(judge: Judge, examples: list[Example]) -> np.ndarray[Any, Any]:
    judge.eval()
    found = []
    with torch.no_grad():
        for i in range(0, len(examples), 64):
            inputs, _ = collate(examples[i : i + 64])
            found.append(torch.softmax(judge.kinds(judge.vector(inputs)), -1).numpy())
    return np.concatenate(found)


def fit(options: argparse.Namespace) -> None:
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    base = Path(options.base)
    cut = Cutter(load_tokenizer((base / "tokenizer.json").read_text(encoding="utf-8")))
    network = Network(Shape(), 0.1)
    load_base(network, read_safetensors(base / "model.safetensors"))
    judge = Judge(network.encoder)
    folder = Path(__file__).parent / "pairs"
    train = [cut.pair(row, turn) for row in rows(folder, held=False) for turn in (False, True)]
    held = rows(folder, held=True)
    test = [cut.pair(row, False) for row in held]
    warm = list(nli(Path(options.data), cut))
    print("pairs", len(train), len(test), "nli", len(warm), flush=True)
    plan = [("nli", g) for _ in range(options.warm) for g in batched(warm, 32, rng)]
    for _ in range(options.epochs):
        part = [("kinds", g) for g in batched(train, 16, rng)]
        part += [("nli", g) for g in batched(rng.sample(warm, len(warm) // 8), 32, rng)]
        rng.shuffle(part)
        plan += part
    optimizer = torch.optim.AdamW(
        judge.parameters(), lr=options.rate, weight_decay=0.01, fused=True
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda i: min((i + 1) / (0.06 * len(plan)), (len(plan) - i) / (0.94 * len(plan)))
    )
    began, losses = time.time(), {"nli": [0.0], "kinds": [0.0]}
    judge.train()
    for step, (task, group) in enumerate(plan):
        inputs, labels = collate(group)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vector = judge.vector(inputs)
        logits = judge.nli(vector.float()) if task == "nli" else judge.kinds(vector.float())
        loss = F.cross_entropy(logits, labels, label_smoothing=0.05)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        losses[task].append(loss.item())
        if step % 100 == 99:
            recent = {k: round(sum(v[-50:]) / len(v[-50:]), 3) for k, v in losses.items()}
            print(step + 1, len(plan), f"{time.time() - began:.0f}s", recent, flush=True)
    torch.save(judge.state_dict(), options.out)
    report(scores(judge, test), [e.label for e in test])


def report(chances: np.ndarray[Any, Any], labels: list[int]) -> None:
    """Precision and recall by kind, at several lowest chances."""
    gold = np.array(labels)
    for floor in (0.0, 0.5, 0.7, 0.8, 0.9):
        guess = np.where(chances.max(1) >= floor, chances.argmax(1), 0)
        for k, kind in enumerate(KINDS[1:], 1):
            hit = int(((guess == k) & (gold == k)).sum())
            found, there = int((guess == k).sum()), int((gold == k).sum())
            if there:
                print(floor, kind, f"P {hit / max(1, found):.2f} R {hit / there:.2f}", found, there)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--warm", type=int, default=2, help="epochs of NLI first")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    fit(parser.parse_args())


if __name__ == "__main__":
    main()
