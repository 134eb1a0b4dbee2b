"""Fine-tune the judge of pairs of claims: one cross-encoder, the same shape as the tagger's.

It learns first what entails or contradicts what, then the kinds of the contract from the quarrels
that the project wrote (`pairs/*.txt`), of which every tenth is held out. Each time round, half of
the quarrels stand under other names, each pair is seen from one side or the other, with `denies`
and `replies_to` turned round, and other pairs of no tie stand beside the ties.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.eval.pairs import framed, held_out
from sayso.eval.quarrels import quarrels
from sayso.judging import together
from sayso.link.features import FEATURES
from sayso.link.judge import CLASSES, NONE
from sayso.parse.pieces import load_tokenizer
from sayso.train.fit import read_safetensors
from sayso.train.judge_data import NLI, Example, Quarrels, both_ways, cutter, nli, pools
from sayso.train.judge_silver import silver
from sayso.train.network import Encoder, Network, Shape, load_base

LENGTH = 94  # pieces of a side
BLIND = 0.15  # of the pairs are learned without their features
Inputs = dict[str, Tensor]


class Judge(nn.Module):
    """The encoder, the vector of [CLS] and two heads."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.shape.width
        self.pool = nn.Linear(width, width)
        self.drop = nn.Dropout(0.1)
        self.kinds = nn.Linear(width + len(FEATURES), len(CLASSES))
        self.nli = nn.Linear(width, len(NLI))

    def vector(self, inputs: Inputs) -> Tensor:
        parts = (inputs[name] for name in ("ids", "case", "quote", "place", "mask"))
        first = self.encoder(*parts)[:, 0].float()
        return self.drop(torch.tanh(self.pool(first)))

    def kind(self, vector: Tensor, features: Tensor) -> Tensor:
        return self.kinds(torch.cat([vector, features], -1))


def collate(examples: Sequence[Example]) -> tuple[Inputs, Tensor, Tensor]:
    """Arrays as the judge reads them, features and labels."""
    arrays = together([(one.left, one.right) for one in examples])
    inputs = {name: torch.from_numpy(array) for name, array in arrays.items()}
    features = torch.tensor([one.features for one in examples])
    return inputs, features, torch.tensor([one.label for one in examples])


def batched(examples: Sequence[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Batches of about one length, in no order."""
    order = sorted(examples, key=lambda e: len(e.left) + len(e.right) + rng.random() * 20)
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(groups)
    return groups


def start(base: Path) -> Judge:
    """A judge whose encoder is the base model."""
    network = Network(Shape(), 0.1)
    load_base(network, read_safetensors(base / "model.safetensors"))
    return Judge(network.encoder)


def fit(options: argparse.Namespace) -> None:
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    base = Path(options.base)
    cut = cutter(load_tokenizer((base / "tokenizer.json").read_text(encoding="utf-8")), LENGTH)
    judge = start(base)
    if options.start:
        judge.load_state_dict(torch.load(options.start, weights_only=True))
    written = list(quarrels(Path(__file__).parent / "pairs"))
    test = [both_ways(one, cut)[0] for one in framed(q for q in written if held_out(q.name))]
    train = Quarrels([q for q in written if not held_out(q.name)], pools(Path(options.data)), rng)
    real = [both_ways(one, cut) for one in silver(Path(options.silver))] if options.silver else []
    warm = list(nli(Path(options.data), cut))
    print("quarrels", len(written), "held-out pairs", len(test), "nli", len(warm), flush=True)
    plan = [("nli", g) for _ in range(options.warm) for g in batched(warm, 32, rng)]
    for _ in range(options.epochs):
        seen = [rng.choice(both_ways(one, cut)) for one in train.once()]
        seen += [rng.choice(pair) for pair in real]
        part = [("kinds", g) for g in batched(seen, 16, rng)]
        part += [("nli", g) for g in batched(rng.sample(warm, len(seen) // 10), 32, rng)]
        rng.shuffle(part)
        plan += part
    run(judge, plan, options.rate)
    torch.save(judge.state_dict(), options.out)
    report(chances(judge, test), [one.label for one in test])


def run(judge: Judge, plan: list[tuple[str, list[Example]]], rate: float) -> None:
    """One pass over a plan of batches, with a learning rate that rises and then falls."""
    optimizer = torch.optim.AdamW(judge.parameters(), lr=rate, weight_decay=0.01, fused=True)
    rise, steps = max(1.0, 0.06 * len(plan)), len(plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda i: min((i + 1) / rise, (steps - i) / (steps - rise))
    )
    began, losses = time.time(), {"nli": [0.0], "kinds": [0.0]}
    judge.train()
    for step, (task, group) in enumerate(plan):
        inputs, features, labels = collate(group)
        features = features * (torch.rand(len(features), 1) > BLIND)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vector = judge.vector(inputs).float()
        logits = judge.nli(vector) if task == "nli" else judge.kind(vector, features)
        loss = surprise(logits, labels)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        losses[task].append(loss.item())
        if step % 100 == 99:
            recent = {k: round(sum(v[-50:]) / len(v[-50:]), 3) for k, v in losses.items()}
            print(step + 1, steps, f"{time.time() - began:.0f}s", recent, flush=True)


def surprise(logits: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy, where one label may stand for either of two classes."""
    if int(labels.max()) < logits.shape[1]:
        return F.cross_entropy(logits, labels, label_smoothing=0.05)
    sure = F.log_softmax(logits, -1)
    either = torch.logaddexp(sure[:, 1], sure[:, 2])
    return F.nll_loss(torch.cat([sure, either[:, None]], -1), labels)


def chances(judge: Judge, examples: Sequence[Example]) -> np.ndarray[Any, Any]:
    """Probabilities of each example, in the order of CLASSES."""
    judge.eval()
    found = []
    with torch.no_grad():
        for i in range(0, len(examples), 64):
            inputs, features, _ = collate(examples[i : i + 64])
            found.append(torch.softmax(judge.kind(judge.vector(inputs), features), -1).numpy())
    return np.concatenate(found)


def report(found: np.ndarray[Any, Any], labels: list[int]) -> None:
    """Precision and recall by kind, at several lowest chances."""
    gold, none = np.array(labels), CLASSES.index(NONE)
    for floor in (0.0, 0.5, 0.7, 0.8, 0.9):
        guess = np.where(found.max(1) >= floor, found.argmax(1), none)
        for k, kind in enumerate(CLASSES):
            hit = int(((guess == k) & (gold == k)).sum())
            given, there = int((guess == k).sum()), int((gold == k).sum())
            if there and kind != NONE:
                print(floor, kind, f"P {hit / max(1, given):.2f} R {hit / there:.2f}", given, there)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--start", help="a judge to go on from")
    parser.add_argument("--silver", help="a linked case of the stories corpus")
    parser.add_argument("--warm", type=int, default=2, help="times over the NLI corpora first")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    fit(parser.parse_args())


if __name__ == "__main__":
    main()
