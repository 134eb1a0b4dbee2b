"""Measures the desk: `python -m tests.bench [CASE]`, or `make bench-desk`.

CASE: of any size; without one, the shipped examples are multiplied until there are enough claims.
The desk runs as a process of its own, as `sayso serve` starts it, and is asked one thing after
another. Processor time is that of its process, for each request, which other work on the machine
changes little; by the clock it depends on what else runs. Nothing is asserted: figures are to read.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.copies import multiply
from tests.bench.routes import SLOWLY, Asked, everything

_LINE = "{:<44}{:>6}{:>8}{:>8}{:>8}{:>9}{:>8}{:>8}{:>7}"


@dataclass(slots=True)
class Server:
    """A desk that answers. process: that of the desk. asking: the connection to it."""

    process: subprocess.Popen[str]
    asking: http.client.HTTPConnection
    token: str = ""
    claim: str = ""

    def ask(self, path: str) -> tuple[int, bytes]:
        self.asking.request("GET", path)
        answer = self.asking.getresponse()
        return answer.status, answer.read()

    def get(self, path: str) -> Any:
        status, body = self.ask(path)
        if status != 200:
            raise SystemExit(f"{path} answers {status}")
        return json.loads(body)

    def change(self, number: int) -> None:
        """Decide on a claim, so that whatever was remembered is of an earlier state."""
        verdict = ("confirmed", "withdrawn")[number % 2]
        body = json.dumps({"subject": self.claim, "verdict": verdict})
        headers = {"content-type": "application/json", "x-sayso-token": self.token}
        self.asking.request("POST", "/api/decisions", body, headers)
        answer = self.asking.getresponse()
        if answer.status != 200:
            raise SystemExit(f"a decision is not taken: {answer.read().decode()}")
        answer.read()

    def processor(self) -> float:
        """Seconds of processor time that the process has taken, all its threads together."""
        return time.clock_gettime((~self.process.pid << 3) | 2)  # its clock, as Linux numbers them

    def memory(self) -> dict[str, int]:
        """Megabytes that it holds now, and held at most."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        told = dict(line.split(":", 1) for line in lines if ":" in line)
        return {name: int(told[name].split()[0]) // 1024 for name in ("VmRSS", "VmHWM")}


@contextmanager
def served(case: Path) -> Iterator[Server]:
    command = [sys.executable, "-m", "sayso", "serve", str(case), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            address = next(line for line in process.stderr if "http://" in line)
            port = int(address.split("http://", 1)[1].split("/")[0].rpartition(":")[2])
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
            yield Server(process, connection)
        finally:
            process.terminate()


def first_load(case: Path) -> None:
    """From the command to the first page, with nothing of the program running yet."""
    for name in ("/", "/claims"):
        began = time.perf_counter()
        with served(case) as server:
            server.ask(name)
            spent, busy = time.perf_counter() - began, server.processor()
            began = time.perf_counter()
            server.ask("/documents")
            print(
                f"start and first page {name}: {spent:.2f} s by the clock, {busy:.2f} s of the"
                f" processor; another page {1000 * (time.perf_counter() - began):.0f} ms"
            )


def measure(
    server: Server, asked: Asked, count: int, changing: bool
) -> tuple[list[float], list[float], int]:
    """Milliseconds of the processor, and by the clock, sorted; the size of the largest answer."""
    busy, clock, size = list[float](), list[float](), 0
    for number, path in enumerate(asked.some(count)):
        if changing:
            server.change(number)
        before, began = server.processor(), time.perf_counter()
        status, body = server.ask(path)
        clock.append(1000 * (time.perf_counter() - began))
        busy.append(1000 * (server.processor() - before))
        size = max(size, len(body))
        if status >= 400:
            print(f"{path} answers {status}")
    return sorted(busy), sorted(clock), size


def at(values: Sequence[float], share: float) -> float:
    return values[min(int(len(values) * share), len(values) - 1)]


def run(server: Server, every: Sequence[Asked], count: int, changing: bool = False) -> None:
    print(_LINE.format("", "", "cpu ms", "", "", "clock ms", "", "", ""))
    print(_LINE.format("", "n", "p50", "p95", "max", "p50", "p95", "max", "KB"))
    total = list[tuple[float, float]]()
    for asked in every:
        busy, clock, size = measure(server, asked, count, changing)
        total += zip(busy, clock, strict=True)
        figures = [f"{at(some, s):.0f}" for some in (busy, clock) for s in (0.5, 0.95, 1.0)]
        name = asked.route + (f" ({asked.name})" if asked.name else "")
        print(_LINE.format(name, len(busy), *figures, size // 1024), flush=True)
    for n, what in enumerate(("processor", "clock")):
        values = sorted(one[n] for one in total)
        print(
            f"all {len(values)}, {what}: p50 {at(values, 0.5):.0f}, p95 {at(values, 0.95):.0f} ms"
        )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("case", nargs="?", type=Path, help="a case; else one is made")
    parser.add_argument("--claims", type=int, default=100_000, help="of a case that is made")
    parser.add_argument("--count", type=int, default=100, help="requests of each kind")
    parser.add_argument("--only", default="", help="routes that begin so")
    parser.add_argument("--changing", action="store_true", help="also with changes in between")
    parser.add_argument("--patience", type=int, default=600, help="seconds for the whole case")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        case = Path(scratch, "case.sayso")
        if options.case:  # what is asked changes nothing, but --changing does
            shutil.copy(options.case, case)
        else:
            made(case, options.claims)
        print("load of the machine:", *(f"{one:.1f}" for one in os.getloadavg()))
        first_load(case)
        with served(case) as server:
            print(json.dumps(server.get("/api/numbers")))
            print("at rest:", server.memory())
            every = [one for one in everything(server.get) if one.route.startswith(options.only)]
            slowly = [one for one in every if one.route in SLOWLY]
            if slowly:
                print("\nwhile they are worked out for the first time:")
                run(server, slowly, 4)
                wait(server, slowly, options.patience)
            run(server, every, options.count)
            print("memory, MB:", server.memory())
            if options.changing:
                page = server.ask("/")[1].decode()
                server.token = page.split('name="token" value="')[1].split('"')[0]
                server.claim = server.get("/api/claims?limit=1")["claims"][0]["id"]
                print("\nwith a decision before each:")
                run(server, every, options.count, changing=True)
        print("load of the machine:", *(f"{one:.1f}" for one in os.getloadavg()))


def wait(server: Server, slowly: Sequence[Asked], patience: float) -> None:
    """Until the pages of the whole case are worked out, or patience ends."""
    pages = [one.paths[0] for one in slowly if not one.route.endswith(".svg")]
    began = time.perf_counter()
    while any("being worked out" in server.ask(one)[1].decode() for one in pages):
        if time.perf_counter() - began > patience:
            print(f"not worked out after {patience} s\n")
            return
        time.sleep(1)
    print(f"worked out after {time.perf_counter() - began:.0f} s\n")


def made(large: Path, claims: int) -> None:
    """A case of the shipped examples, multiplied."""
    small = large.with_name("examples.sayso")
    examples = Path(__file__).parents[2] / "src/sayso/examples"
    stories = [str(one) for one in sorted(examples.iterdir()) if one.is_dir()]
    command = [sys.executable, "-m", "sayso", "add", str(small), *stories]
    subprocess.run(command, check=False, capture_output=True)
    began = time.perf_counter()
    count = multiply(small, large, claims)
    print(f"{count} claims, made in {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
