"""From a trained network to what ships: ONNX files with int8 weights, a tokenizer and a card."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from sayso.attribute.decode import CUE
from sayso.train.network import Encoder, Network, Shape

OPSET = 17
CLS_SEP = 2


class WordTable(nn.Module):
    """Word pieces → what the layers read. The word table is kept as one int8 row and one scale a
    word: a table scaled as a whole loses the rare words."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        table = encoder.words.weight.detach()
        scale = table.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor, case: Tensor, quote: Tensor, line: Tensor) -> Tensor:
        encoder = self.encoder
        words = self.table[ids].float() * self.scale[ids]  # type: ignore[index]
        places = encoder.places.weight[: ids.shape[1]]
        x = words + places + encoder.case(case) + encoder.quote(quote) + encoder.line(line)
        return encoder.norm(x)


class Whole(nn.Module):
    """Encoder with its two tag heads, as one graph."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.words = WordTable(network.encoder)

    def forward(self, ids: Tensor, case: Tensor, quote: Tensor, line: Tensor) -> tuple[Tensor, ...]:
        encoder, heads = self.network.encoder, self.network.heads
        x = self.words(ids, case, quote, line)
        for layer in encoder.layers:
            x = layer(x, None)
        return x, heads.roles(x), heads.names(x)


class Ties(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.heads = network.heads

    def forward(self, hidden: Tensor, cues: Tensor) -> Tensor:
        offset = torch.arange(hidden.shape[0])[None] - cues[:, None]
        scores = self.heads.ties(hidden[cues], hidden[None], offset)
        return torch.log_softmax(scores, -1)


class Same(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.heads = network.heads

    def forward(self, left: Tensor, right: Tensor, offset: Tensor) -> Tensor:
        return torch.sigmoid(self.heads.same(left, right, offset))


def export(network: Network, folder: Path, *, int8: bool = True) -> None:
    """Write encoder.onnx, ties.onnx and same.onnx."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    network.eval()
    ids = torch.ones(1, 9, dtype=torch.long)
    zeros = torch.zeros(1, 9, dtype=torch.long)
    hidden = torch.randn(9, 384)
    length = {1: "length"}
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "encoder.onnx"
        write(
            Whole(network),
            (ids, zeros, zeros, zeros),
            plain,
            ["ids", "case", "quote", "line"],
            ["hidden", "roles", "names"],
            dict.fromkeys(("ids", "case", "quote", "line", "hidden", "roles", "names"), length),
        )
        if int8:
            quantize_dynamic(
                plain,
                folder / "encoder.onnx",
                per_channel=True,
                reduce_range=True,
                op_types_to_quantize=["MatMul"],
                weight_type=QuantType.QInt8,
            )
        else:
            shutil.copy(plain, folder / "encoder.onnx")
    write(
        Ties(network),
        (hidden, torch.tensor([1, 4])),
        folder / "ties.onnx",
        ["hidden", "cues"],
        ["ties"],
        {"hidden": {0: "length"}, "cues": {0: "cue"}, "ties": {0: "cue", 1: "length"}},
    )
    write(
        Same(network),
        (hidden, hidden, torch.arange(9)),
        folder / "same.onnx",
        ["left", "right", "offset"],
        ["same"],
        {name: {0: "pair"} for name in ("left", "right", "offset", "same")},
    )


def write(
    module: nn.Module,
    sample: tuple[Tensor, ...],
    path: Path,
    inputs: list[str],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
) -> None:
    torch.onnx.export(
        module.eval(),
        sample,
        str(path),
        input_names=inputs,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def fingerprint(folder: Path) -> str:
    """SHA-256 over the shipped graphs, in order of name."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.onnx")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def as_shipped(moves: list[list[float]], leave: float, cue: float) -> list[list[float]]:
    """The moves as they ship: leaving a span costs a little more than what was learned, as a
    doubtful piece should break none; and so does each piece of a cue, as weak ones are guesses."""

    def extra(tag: int, then: int) -> float:
        left = tag > 0 and then != (tag + 1) // 2 * 2
        return leave * left + cue * (then in (2 * CUE - 1, 2 * CUE))

    return [
        [round(x + extra(tag, then), 4) for then, x in enumerate(row)]
        for tag, row in enumerate(moves)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", required=True, type=Path)
    parser.add_argument("--checkpoint", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--which", default="average", choices=("now", "average"))
    parser.add_argument("--window", type=int, default=384)
    parser.add_argument("--leave", type=float, default=-0.3, help="added where a span ends")
    parser.add_argument("--cue", type=float, default=-0.15, help="added for each piece of a cue")
    parser.add_argument("--float", action="store_true", help="keep fp32 weights")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    network = Network(Shape())
    states = torch.load(options.checkpoint, weights_only=True)
    network.load_state_dict(states[options.which] or states["now"], strict=False)
    export(network, options.out, int8=not options.float)
    definition = json.loads((options.base / "tokenizer.json").read_text(encoding="utf-8"))
    definition["padding"] = definition["truncation"] = None
    (options.out / "tokenizer.json").write_text(json.dumps(definition), encoding="utf-8")
    card_path = options.out / "card.json"
    card: dict[str, Any] = json.loads(card_path.read_text()) if card_path.exists() else {}
    found = fingerprint(options.out)
    moves = as_shipped(network.heads.moves.tolist(), options.leave, options.cue)
    card.update({"version": found[:12], "sha256": found, "window": options.window, "moves": moves})
    card_path.write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
