"""What ships, back into a checkpoint to go on from: int8 weights times their scales.

    python -m sayso.train.thaw --out build/network3.pt

A checkpoint is far bigger than what ships and is not kept. What the rounding lost is won back
within some hundred steps.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from sayso.train.network import Network, Shape

SHIPPED = Path(__file__).parents[1] / "parse" / "weights"
# What an exported graph calls a matrix is no name: they stand in the order of the forward pass.
_IN_A_LAYER = ("qkv", "out", "up", "down")


def thawed(folder: Path) -> dict[str, Tensor]:
    """The state of a network from encoder.onnx, ties.onnx, same.onnx and card.json. The moves are
    as they ship, with the dearer leave."""
    state = _encoder(_arrays(folder / "encoder.onnx"))
    ties = _arrays(folder / "ties.onnx")
    matrices = [ties.pop(name) for name in sorted(ties, key=_number) if "MatMul" in name]
    state.update({name: torch.from_numpy(array) for name, array in ties.items()})
    for name, matrix in zip(("tie_piece", "tie_out"), matrices, strict=True):
        state[f"heads.{name}.weight"] = torch.from_numpy(matrix.T.copy())
    same = _arrays(folder / "same.onnx")
    state.update({name: torch.from_numpy(array) for name, array in same.items()})
    card: dict[str, Any] = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    state["heads.moves"] = torch.tensor(card["moves"])
    return state


def _encoder(arrays: dict[str, np.ndarray[Any, Any]]) -> dict[str, Tensor]:
    state = {
        name.removeprefix("network."): torch.from_numpy(array)
        for name, array in arrays.items()
        if name.startswith("network.")
    }
    state["encoder.words.weight"] = torch.from_numpy(arrays["table"] * arrays["scale"])
    names = [
        f"encoder.layers.{layer}.{part}" for layer in range(Shape().layers) for part in _IN_A_LAYER
    ]
    stored = sorted((name for name in arrays if name.endswith("_quantized")), key=_number)
    for name, key in zip([*names, "heads.roles", "heads.names"], stored, strict=True):
        scale = arrays[key.replace("_quantized", "_scale")]
        matrix = arrays[key].astype(np.float32) * scale
        state[f"{name}.weight"] = torch.from_numpy(matrix.T.copy())
    return state


def _number(name: str) -> int:
    return int("".join(mark for mark in name if mark.isdigit()) or 0)


def _arrays(path: Path) -> dict[str, np.ndarray[Any, Any]]:
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(path).graph
    return {item.name: numpy_helper.to_array(item).copy() for item in graph.initializer}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=SHIPPED)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    network = Network(Shape())
    network.load_state_dict(thawed(options.weights))
    torch.save({"now": network.state_dict(), "average": {}}, options.out)


if __name__ == "__main__":
    main()
