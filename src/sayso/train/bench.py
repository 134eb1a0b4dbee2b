"""`make bench`: time and memory of the way from a text to stored claims, on the shipped examples.

The examples are repeated, each copy with a line of its own, until there are enough articles of
about 800 words. Steps are timed one by one in processor seconds of one thread, which other work on
the machine changes little; `sayso add` and the start-up by the clock, as a user waits for them.
Nothing is asserted: figures are for reading. Copies of one article are the worst case for linking,
which `sayso add` ends with: of different articles it takes several times as many.

The plain fp32 path, for comparison, is made from the int8 weights; that needs torch, which
`make train` installs.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from sayso.model.document import Document

Made = TypeVar("Made")
WORDS = 800


def articles(folder: Path, count: int) -> int:
    """Write `count` articles of about 800 words each. Returns their words in all."""
    stories = files("sayso") / "examples"
    texts = [
        page.read_text(encoding="utf-8")
        for story in sorted(stories.iterdir(), key=lambda item: item.name)
        if story.is_dir()
        for page in sorted(story.iterdir(), key=lambda item: item.name)
        if page.name.endswith(".txt") and page.name != "README.md"
    ]
    total = 0
    for number in range(count):
        first, second = texts[number % len(texts)], texts[(number + 1) % len(texts)]
        words = f"{first}\n\n{second}".split(" ")[:WORDS]
        text = " ".join(words) + f"\n\nCopy {number}.\n"
        total += len(text.split())
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return total


@dataclass(frozen=True, slots=True)
class Load:
    """What is worked on: articles, and their word pieces in all."""

    articles: int
    pieces: int

    def line(self, name: str, seconds: float) -> None:
        each, pieces = self.articles / seconds, self.pieces / seconds
        print(f"{name:<32}{seconds:8.2f} s {each:9.1f} articles/s {pieces:9.0f} pieces/s")

    def step(self, name: str, work: Callable[[], Made]) -> Made:
        """Do it once, and print what processor time it took."""
        began = time.process_time()
        made = work()
        self.line(name, time.process_time() - began)
        return made


def steps(folder: Path, count: int) -> Load:
    """Each step of the work on its own."""
    from sayso.attribute.tagger import Settings, attribute
    from sayso.model.attribution import CueClass
    from sayso.parse import parse
    from sayso.parse.encoder import Encoder
    from sayso.parse.names import mentions
    from sayso.pipeline import minilm
    from sayso.read import read_file
    from sayso.resolve import resolve

    paths = sorted(folder.glob("*.txt"))[:count]
    encoder = Encoder(threads=1)
    settings = Settings.of(encoder.card)
    documents = [r.document for path in paths for r in read_file(path) if r.document]
    load = Load(count, sum(len(encoder.encode(d.text)) for d in documents))
    load.step("read", lambda: [list(read_file(path)) for path in paths])
    encoded = load.step("encode", lambda: [encoder.encode(d.text) for d in documents])
    plain(load, documents)
    both = list(zip(documents, encoded, strict=True))
    parsed = load.step("parse", lambda: [parse(d, mentions(e)) for d, e in both])
    found = load.step(
        "attribute",
        lambda: [
            attribute(p, e, partial(encoder.ties, e), settings)
            for p, e in zip(parsed, encoded, strict=True)
        ],
    )
    load.step(
        "resolve",
        lambda: [
            resolve(p, ties, [(CueClass.SAY, False)] * len(ties), partial(encoder.same, e))
            for p, ties, e in zip(parsed, found, encoded, strict=True)
        ],
    )
    whole = minilm(threads=1).load()
    whole(documents[0])
    results = load.step("all of this, second looks too", lambda: [whole(d) for d in documents])
    print(f"{sum(len(one.claims) for one in results)} claims")
    return load


def plain(load: Load, documents: list[Document]) -> None:
    """The same encoder in fp32."""
    if find_spec("torch") is None:
        print("encode, plain fp32: torch is not installed")
        return
    from sayso.parse.encoder import Encoder

    with tempfile.TemporaryDirectory() as scratch:
        encoder = Encoder(threads=1, weights=plain_weights(Path(scratch)))
        encoder.encode(documents[0].text)
        load.step("encode, plain fp32", lambda: [encoder.encode(d.text) for d in documents])


def plain_weights(folder: Path) -> Path:
    """What ships, unpacked into fp32, in a folder of its own."""
    import shutil
    import warnings

    from sayso.train.export import export
    from sayso.train.network import Network, Shape
    from sayso.train.thaw import SHIPPED, thawed

    network = Network(Shape())
    network.load_state_dict(thawed(SHIPPED))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch's exporter speaks of its own future
        export(network, folder, int8=False)
    for name in ("card.json", "tokenizer.json"):
        shutil.copy(SHIPPED / name, folder / name)
    return folder


def by_the_clock(command: list[str]) -> tuple[float, float]:
    """Seconds that a command takes, and processor seconds of it and its processes."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, "-m", "sayso", *command], check=True, capture_output=True)
    spent, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "articles")
        folder.mkdir()
        words = articles(folder, options.articles)
        print(f"{options.articles} articles, {words} words")
        one = Path(scratch, "one.txt")
        one.write_text("The bridge is safe, Mayor Ada Lund said on Monday.", encoding="utf-8")
        for name, command in (
            ("start-up: sayso --help", ["--help"]),
            ("start-up: sayso add, one line", ["add", str(Path(scratch, "one.sayso")), str(one)]),
        ):
            print(f"{name:<32}{by_the_clock(command)[0]:8.2f} s")
        for jobs in (1, 2):
            case = str(Path(scratch, f"{jobs}.sayso"))
            spent, busy = by_the_clock(["add", case, str(folder), "--jobs", str(jobs)])
            rate = options.articles / spent
            name = f"sayso add, {jobs} process{'es' if jobs > 1 else ''}"
            print(f"{name:<32}{spent:8.2f} s {rate:9.1f} articles/s {busy:8.2f} processor s")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        print(f"peak memory of a process: {peak} MB")
        steps(folder, min(options.articles, 50))


if __name__ == "__main__":
    main()
