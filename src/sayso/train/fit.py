"""Fine-tune the encoder on all its tasks at once."""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from sayso.parse.pieces import load_tokenizer
from sayso.train import batches, corpora
from sayso.train.batches import Batch, Sample
from sayso.train.network import Network, Shape, load_base, path_loss

GENRES = ("news", "interview", "speech", "court", "bio")


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """Tensors of a safetensors file: an 8-byte length, a JSON header, then the arrays."""
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + size])
    found = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        start, end = entry["data_offsets"]
        block = bytearray(raw[8 + size + start : 8 + size + end])
        found[name] = torch.frombuffer(block, dtype=torch.float32).reshape(entry["shape"])
    return found


def _part(samples: list[Sample], share: float, rng: random.Random) -> list[Sample]:
    whole, part = divmod(share, 1)
    return samples * int(whole) + rng.sample(samples, round(part * len(samples)))


def hidden_words(batch: Batch, share: float) -> Batch:
    """The same batch with some of its words hidden, so that none is learned by heart."""
    ids, *rest = batch.inputs
    hide = (torch.rand(ids.shape) < share) & (ids > batches.SEP)
    return replace(batch, inputs=(torch.where(hide, batches.MASK, ids), *rest))


def loss_of(network: Network, batch: Batch) -> Tensor:
    hidden = network.drop(network.encoder(*batch.inputs)).float()
    if batch.task == "names":
        return _tag_loss(network.heads.names(hidden), batch.tags)
    if batch.task == "same":
        return _same_loss(network, hidden, batch)
    assert batch.tags is not None
    heads = network.heads
    loss = path_loss(heads.roles(hidden), heads.moves, batch.tags, batches.IGNORE)
    if batch.ties is not None:
        rows, cues, labels = batch.ties
        offset = torch.arange(hidden.shape[1])[None] - cues[:, None]
        logits = network.heads.ties(hidden[rows, cues], hidden[rows], offset)
        loss = loss + _tag_loss(logits, labels)
    return loss


def _tag_loss(logits: Tensor, tags: Tensor | None) -> Tensor:
    assert tags is not None
    return F.cross_entropy(
        logits.reshape(-1, logits.shape[-1]), tags.reshape(-1), ignore_index=batches.IGNORE
    )


def _same_loss(network: Network, hidden: Tensor, batch: Batch) -> Tensor:
    assert batch.pairs is not None
    row, a, z, c, d, same = batch.pairs.unbind(-1)
    left = (hidden[row, a] + hidden[row, z]) / 2
    right = (hidden[row, c] + hidden[row, d]) / 2
    return F.binary_cross_entropy_with_logits(network.heads.same(left, right, c - a), same.float())


def fit(options: argparse.Namespace) -> None:
    torch.manual_seed(options.seed)
    if options.threads:
        torch.set_num_threads(options.threads)
    rng = random.Random(options.seed)
    base, data = Path(options.base), Path(options.data)
    tokenizer = load_tokenizer((base / "tokenizer.json").read_text(encoding="utf-8"))
    network = Network(Shape(), options.dropout)
    if options.start:
        states = torch.load(options.start, weights_only=True)
        network.load_state_dict(states["average"] or states["now"], strict=False)
    else:
        load_base(network, read_safetensors(base / "model.safetensors"))
    splits = corpora.held_back(data / "gum/splits.md")
    by_article: dict[str, list[corpora.Article]] = {}
    kept = ("train", "dev") if options.all else ("train",)
    for split in kept:
        for row in corpora.polnear(data / "polnear/polnear.jsonl", split):
            by_article.setdefault(row.name, []).append(row)
    names = batches.tagged(
        corpora.conll(data / "conll2003/corpus/CoNLL-2003/eng.train"), tokenizer, options.window
    )
    same_rows = corpora.gap(data / "gap/gap-test.tsv") + corpora.gap(
        data / "gap/gap-validation.tsv"
    )
    same = batches.pairs(same_rows, tokenizer, options.window)
    same += batches.pairs(
        corpora.ontogum(data / "gum/coref/ontogum/conllu", splits, GENRES),
        tokenizer,
        options.window,
    )
    marked = [[batches.labelled(r, tokenizer) for r in rows] for rows in by_article.values()]
    silver = [
        batches.labelled(row, tokenizer)
        for row in (corpora.polnear(Path(options.silver), "silver") if options.silver else ())
    ]
    print("articles", len(marked), len(silver), "samples", len(names), len(same), flush=True)

    for part in network.encoder.below(options.freeze):
        part.requires_grad_(requires_grad=False)
    learned = [p for p in network.encoder.parameters() if p.requires_grad]
    groups = [
        {"params": learned, "lr": options.rate},
        {"params": network.heads.parameters(), "lr": options.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)

    def epoch_batches() -> list[tuple[str, list[Sample]]]:
        articles = [rng.choice(versions) for versions in marked]
        articles += rng.sample(silver, round(options.silver_share * len(silver)))
        # Windows end elsewhere in each epoch, so that nothing is learned from their edges.
        low = round(options.narrow * options.window)
        chosen = [s for one in articles for s in one.cut(rng.randint(low, options.window))]
        found = batches.shuffled(chosen, "roles", options.batch, rng)
        found += batches.shuffled(_part(names, options.names, rng), "names", options.batch, rng)
        found += batches.shuffled(_part(same, options.same, rng), "same", options.batch, rng)
        rng.shuffle(found)
        return found

    first = epoch_batches()
    steps = len(first) * options.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda i: min((i + 1) / (0.06 * steps), max(0.0, (steps - i) / (0.94 * steps)))
    )
    average: dict[str, Tensor] = {}
    step, began = 0, time.time()
    for epoch in range(options.epochs):
        network.train()
        total: dict[str, list[float]] = {}
        for task, samples in first if epoch == 0 else epoch_batches():
            batch = batches.collate(samples, task)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(network, hidden_words(batch, options.hide))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            if step < steps - 1:
                schedule.step()
            step += 1
            total.setdefault(batch.task, []).append(loss.item())
            if step % 50 == 0:
                print(
                    step,
                    steps,
                    f"{time.time() - began:.0f}s",
                    {k: round(sum(v[-50:]) / len(v[-50:]), 4) for k, v in total.items()},
                    flush=True,
                )
            if step > options.average_from * steps:
                _update(average, network, 0.998)
        torch.save({"now": network.state_dict(), "average": average}, options.out)
        print(
            "epoch",
            epoch,
            f"{time.time() - began:.0f}s",
            {k: round(sum(v) / len(v), 4) for k, v in total.items()},
            flush=True,
        )


def _update(average: dict[str, Tensor], network: Network, keep: float) -> None:
    with torch.no_grad():
        for name, value in network.state_dict().items():
            if name in average:
                average[name].lerp_(value, 1 - keep)
            else:
                average[name] = value.clone()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--window", type=int, default=384)
    parser.add_argument("--narrow", type=float, default=1.0, help="least share of the window")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--freeze", type=int, default=0, help="layers that stay, from below")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--average-from", type=float, default=0.6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", help="a checkpoint to go on from, instead of the base model")
    parser.add_argument("--names", type=float, default=1.0, help="share of CoNLL an epoch")
    parser.add_argument("--same", type=float, default=1.0, help="share of the pairs an epoch")
    parser.add_argument("--hide", type=float, default=0.0, help="share of words hidden")
    parser.add_argument("--silver", help="articles that `train.silver` labelled")
    parser.add_argument("--silver-share", type=float, default=1.0, help="of them an epoch")
    parser.add_argument("--threads", type=int, default=0, help="of torch; 0 leaves it to torch")
    parser.add_argument("--all", action="store_true", help="train on dev too, for a release only")
    fit(parser.parse_args())


if __name__ == "__main__":
    main()
