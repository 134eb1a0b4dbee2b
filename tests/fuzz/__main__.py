"""Look for what breaks a reader.

    python -m tests.fuzz --seconds 600          atheris, so long for each kind of file
    python -m tests.fuzz --copies 10000         so many broken copies of a file of each kind
    … html pdf                                  only these kinds

Each kind runs in a process of its own. What breaks it is told with its number (--copies) or kept by
atheris as a file in .fuzz/ under its kind; exit code 1.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path

from tests.fuzz.mutate import mutated
from tests.fuzz.seeds import SEEDS
from tests.fuzz.target import tried

SLOW = 10.0  # seconds of work for one small file
MOST_MEMORY = 500_000_000  # bytes
FOLDER = Path(".fuzz")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", choices=[[], *SEEDS], help="all, if none is named")
    parser.add_argument("--seconds", type=int, default=600, help="for each kind")
    parser.add_argument("--copies", type=int, help="broken copies, instead of atheris")
    parser.add_argument("--inside", choices=SEEDS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        return _copies(options.inside, options.copies) if options.copies else _atheris(options)
    failed = []
    for kind in options.kinds or SEEDS:
        how = ["--copies", str(options.copies)] if options.copies else []
        how += ["--seconds", str(options.seconds)]
        command = [sys.executable, "-W", "ignore", "-m", "tests.fuzz", "--inside", kind, *how]
        if subprocess.run(command, check=False).returncode:
            failed.append(kind)
            print(f"{kind}: broken", flush=True)
    return 1 if failed else 0


def _copies(kind: str, count: int) -> int:
    """Read broken copies one by one. The number under way is in a file, should the process die."""
    name, seed = SEEDS[kind]
    FOLDER.mkdir(exist_ok=True)
    mark = FOLDER / f"{kind}.at"
    documents = problems = 0
    slowest, at = 0.0, -1
    for number in range(count):
        mark.write_text(str(number))
        begun = time.process_time()
        one, other = tried(name, mutated(seed, number))
        spent = time.process_time() - begun
        assert one or other or not mutated(seed, number).strip(), f"{kind} {number}: silence"
        documents, problems = documents + one, problems + other
        if spent > slowest:
            slowest, at = spent, number
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(
        f"{kind}: {count:,} copies, {documents:,} documents or links, {problems:,} problems,"
        f" slowest {slowest:.2f} s (copy {at}), {memory / 1e6:.0f} MB",
        flush=True,
    )
    return int(slowest > SLOW or memory > MOST_MEMORY)


def _atheris(options: argparse.Namespace) -> int:
    import atheris

    name, seed = SEEDS[options.inside]
    corpus = FOLDER / options.inside
    corpus.mkdir(parents=True, exist_ok=True)
    (corpus / "seed").write_bytes(seed)
    atheris.instrument_all()
    settings = [
        f"-max_total_time={options.seconds}",
        f"-timeout={SLOW:.0f}",
        f"-rss_limit_mb={MOST_MEMORY // 1_000_000}",
        f"-artifact_prefix={corpus}/",
        "-max_len=100000",
        "-verbosity=0",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *settings, str(corpus)], lambda data: tried(name, data) and None)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
