"""Look for what breaks a reader.

    python -m tests.fuzz --seconds 600          atheris, so long for each reader
    python -m tests.fuzz --copies 10000         so many broken copies of a file of each kind
    … html pdf                                  only these

Each runs in a process of its own. What breaks it is told with its number (--copies) or kept by
atheris as a file in .fuzz/ under its reader, beside the log of the run; exit code 1.
"""

from __future__ import annotations

import argparse
import re
import resource
import subprocess
import sys
import time

from tests.fuzz.guided import FOLDER, MOST_MEMORY, SLOW, look
from tests.fuzz.mutate import mutated
from tests.fuzz.seeds import READERS, SEEDS
from tests.fuzz.target import tried

_STEP = re.compile(r"cov: (\d+)")
_COUNT = re.compile(r"stat::number_of_executed_units: (\d+)")
_PEAK = re.compile(r"stat::peak_rss_mb: +(\d+)")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help=f"of {', '.join(READERS)}; all, if none is named")
    parser.add_argument("--seconds", type=int, default=600, help="for each reader")
    parser.add_argument("--copies", type=int, help="broken copies of each kind, without atheris")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    options = parser.parse_args()
    known = SEEDS if options.copies else READERS
    if wrong := [name for name in options.names if name not in known]:
        parser.error(f"{wrong[0]} is none of {', '.join(known)}")
    if options.inside and options.copies:
        return _copies(options.inside, options.copies)
    if options.inside:
        look(options.inside, options.seconds)
        return 0
    works = [_run(name, options) for name in options.names or known]
    return 0 if all(works) else 1


def _run(name: str, options: argparse.Namespace) -> bool:
    """One in a process of its own; whether nothing broke it."""
    how = ["--copies", str(options.copies)] if options.copies else []
    how += ["--seconds", str(options.seconds)]
    command = [sys.executable, "-W", "ignore", "-m", "tests.fuzz", "--inside", name, *how]
    if options.copies:
        whole = subprocess.run(command, check=False).returncode == 0
        print(*([] if whole else [f"{name}: broken"]), flush=True)
        return whole
    FOLDER.mkdir(exist_ok=True)
    begun, before = time.monotonic(), _work()
    with (FOLDER / f"{name}.log").open("w+") as log:
        whole = subprocess.run(command, check=False, stdout=log, stderr=log).returncode == 0
        log.seek(0)
        told = log.read()
    steps, count, peak = _STEP.findall(told), _COUNT.search(told), _PEAK.search(told)
    print(
        f"{name}: {time.monotonic() - begun:.0f} s, {_work() - before:.0f} s of work,"
        f" {int(count[1]) if count else 0:,} inputs, places reached"
        f" {steps[0] if steps else '?'} to {steps[-1] if steps else '?'},"
        f" {peak[1] if peak else '?'} MB, {'nothing broke' if whole else f'broken: {log.name}'}",
        flush=True,
    )
    return whole


def _work() -> float:
    """Seconds of work of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


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


if __name__ == "__main__":
    sys.exit(main())
