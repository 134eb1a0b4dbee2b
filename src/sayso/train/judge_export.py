"""What `link/` ships: the trained judge and the base model's sentence vectors, as ONNX files with
int8 weights, and their card."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from sayso.link.features import FEATURES
from sayso.train.export import WordTable, fingerprint, write
from sayso.train.judge import LENGTH, Judge, start
from sayso.train.network import Encoder

FOLDER = Path(__file__).parents[1] / "link" / "weights"


class Whole(nn.Module):
    """The judge as one graph, with the word table in int8."""

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.judge = judge
        self.words = WordTable(judge.encoder)

    def forward(
        self, ids: Tensor, case: Tensor, quote: Tensor, place: Tensor, mask: Tensor,
        features: Tensor,
    ) -> tuple[Tensor, Tensor]:  # fmt: skip
        x = self.words(ids, case, quote, place)
        bias = (1.0 - mask)[:, None, None, :] * -1e4
        for layer in self.judge.encoder.layers:
            x = layer(x, bias)
        vector = torch.tanh(self.judge.pool(x[:, 0]))
        kinds, entailed = self.judge.kind(vector, features), self.judge.nli(vector)
        return torch.softmax(kinds, -1), torch.softmax(entailed, -1)


class Sentence(nn.Module):
    """The base model as it comes: the mean of all pieces' vectors, of length 1."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        for extra in (encoder.case, encoder.quote, encoder.line):
            nn.init.zeros_(extra.weight)  # the base model knows nothing of them
        self.encoder = encoder
        self.words = WordTable(encoder)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        zeros = torch.zeros_like(ids)
        x = self.words(ids, zeros, zeros, zeros)
        bias = (1.0 - mask)[:, None, None, :] * -1e4
        for layer in self.encoder.layers:
            x = layer(x, bias)
        mean = (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        return nn.functional.normalize(mean, dim=-1)


def mean(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The weights half-way between runs of which each began where the one before ended: less sure
    of itself than the last, and a little better."""
    return {name: sum(state[name] for state in states) / len(states) for name in states[0]}


def export_judge(judge: Judge, folder: Path) -> None:
    """Write judge.onnx, and which it is into the card."""
    ids = torch.ones(2, 9, dtype=torch.long)
    zeros = torch.zeros(2, 9, dtype=torch.long)
    sample = (ids, zeros, zeros, zeros, torch.ones(2, 9), torch.zeros(2, len(FEATURES)))
    inputs = ["ids", "case", "quote", "place", "mask", "features"]
    outputs = ["chances", "entails"]
    axes = {name: {0: "pair", 1: "length"} for name in inputs[:5]}
    axes |= {name: {0: "pair"} for name in ("features", *outputs)}
    _small(Whole(judge), sample, folder / "judge.onnx", inputs, outputs, axes)
    _card(folder)


def export_sentences(encoder: Encoder, folder: Path) -> None:
    """Write sentences.onnx."""
    sample = (torch.ones(2, 9, dtype=torch.long), torch.ones(2, 9))
    axes = {name: {0: "text", 1: "length"} for name in ("ids", "mask")} | {"vectors": {0: "text"}}
    _small(Sentence(encoder), sample, folder / "sentences.onnx", ["ids", "mask"], ["vectors"], axes)
    _card(folder)


def _small(
    module: nn.Module,
    sample: tuple[Tensor, ...],
    path: Path,
    inputs: list[str],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / path.name
        write(module, sample, plain, inputs, outputs, axes)
        quantize_dynamic(
            plain, path, per_channel=True, reduce_range=True,
            op_types_to_quantize=["MatMul"], weight_type=QuantType.QInt8,
        )  # fmt: skip


def _card(folder: Path) -> None:
    made = fingerprint(folder)
    path = folder / "card.json"
    card = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    card |= {"version": made[:12], "sha256": made, "length": LENGTH}
    path.write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", required=True, type=Path)
    more = "of the judge, of several their mean; without it: the sentences"
    parser.add_argument("--checkpoint", type=Path, nargs="+", help=more)
    parser.add_argument("--out", default=FOLDER, type=Path)
    options = parser.parse_args()
    judge = start(options.base).eval()
    if options.checkpoint is None:
        export_sentences(judge.encoder, options.out)
    else:
        states = [torch.load(one, weights_only=True) for one in options.checkpoint]
        judge.load_state_dict(mean(states))
        export_judge(judge, options.out)


if __name__ == "__main__":
    main()
