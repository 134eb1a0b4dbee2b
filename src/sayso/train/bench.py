"""`make bench`: time and memory of the way from a text to stored claims, on the shipped examples.

The examples are repeated, each copy with a line of its own, until there are enough articles of
about 800 words. Nothing is asserted: timings are for reading. Copies of one article are the worst
case for linking, which `sayso add` ends with: of different articles it takes several times as many.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

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


def timed(name: str, work: Callable[[], object], amount: int, unit: str) -> None:
    began = time.perf_counter()
    work()
    spent = time.perf_counter() - began
    print(f"{name:<38}{spent:8.2f} s {amount / spent:10.1f} {unit}/s")


def steps(folder: Path, count: int) -> None:
    """Each step of the work on its own."""
    from functools import partial

    from sayso.attribute.tagger import attribute
    from sayso.parse import parse
    from sayso.parse.encoder import Encoder
    from sayso.parse.names import mentions
    from sayso.pipeline import minilm
    from sayso.read import read_file

    paths = sorted(folder.glob("*.txt"))[:count]
    documents = [r.document for path in paths for r in read_file(path) if r.document]
    timed("read", lambda: [list(read_file(path)) for path in paths], count, "articles")
    encoder = Encoder()
    encoder.encode("Warm up.")
    encoded = [encoder.encode(document.text) for document in documents]
    pieces = sum(len(encoding) for encoding in encoded)
    timed("encode", lambda: [encoder.encode(d.text) for d in documents], pieces, "pieces")
    timed(
        "parse",
        lambda: [parse(d, mentions(e)) for d, e in zip(documents, encoded, strict=True)],
        count,
        "articles",
    )
    parsed = [parse(d, mentions(e)) for d, e in zip(documents, encoded, strict=True)]
    timed(
        "attribute",
        lambda: [
            attribute(p, e, partial(encoder.ties, e)) for p, e in zip(parsed, encoded, strict=True)
        ],
        count,
        "articles",
    )
    whole = minilm().load()
    timed("all steps but storing", lambda: [whole(d) for d in documents], count, "articles")


def whole_way(folder: Path, count: int, jobs: int) -> None:
    """`sayso add`, as a user runs it, start-up included."""
    with tempfile.TemporaryDirectory() as scratch:
        case = str(Path(scratch) / "bench.sayso")
        command = [sys.executable, "-m", "sayso", "add", case, str(folder), "--jobs", str(jobs)]
        work = lambda: subprocess.run(command, check=True, capture_output=True)  # noqa: E731
        timed(f"sayso add, {jobs} process(es)", work, count, "articles")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        words = articles(folder, options.articles)
        print(f"{options.articles} articles, {words} words")
        timed(
            "sayso --help",
            lambda: subprocess.run(
                [sys.executable, "-m", "sayso", "--help"], check=True, capture_output=True
            ),
            1,
            "starts",
        )
        steps(folder, min(options.articles, 50))
        for jobs in (1, 2):
            whole_way(folder, options.articles, jobs)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"peak memory of a child process: {peak} MB")


if __name__ == "__main__":
    main()
