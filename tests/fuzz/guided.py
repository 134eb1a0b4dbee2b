"""Fuzzing that looks for new ways through the code: atheris, one reader in one process."""

from __future__ import annotations

import gc
import random
import sys
import time
from pathlib import Path
from types import FunctionType

from tests.fuzz.mutate import mutated
from tests.fuzz.seeds import READERS, SEEDS
from tests.fuzz.target import tried

SLOW = 10.0  # seconds of work for one small file
MOST_MEMORY = 500_000_000  # bytes
FOLDER = Path(".fuzz")
_LARGEST = 100_000  # bytes of one input
_STUCK = 600  # seconds by the clock after which an input hangs, however busy the machine is
_WATCHED = frozenset(
    "charset_normalizer courlan dateutil email gzip html htmldate json justext lxml markdown_it"
    " pypdfium2 quopri sayso trafilatura urllib xml zipfile".split()
)
_PACKED = (b"\x1f\x8b", b"PK")


def look(reader: str, seconds: int) -> None:
    """Fuzz one reader until the time is over or something breaks it; ends the process.

    What breaks it is kept as a file in .fuzz/ under the reader, beside all that led to new code.
    """
    import atheris

    corpus = FOLDER / reader
    corpus.mkdir(parents=True, exist_ok=True)
    for kind in READERS[reader]:
        name, seed = SEEDS[kind]
        (corpus / f"seed-{kind}").write_bytes(seed)
        tried(name, seed)  # loads all that is imported on the way, to be watched too
    for function in gc.get_objects():
        if isinstance(function, FunctionType) and _is_watched(function):
            atheris.instrument_func(function)
    settings = [
        f"-max_total_time={seconds}",
        f"-timeout={_STUCK}",
        f"-rss_limit_mb={MOST_MEMORY // 1_000_000}",
        f"-artifact_prefix={corpus}/",
        f"-max_len={_LARGEST}",
        "-print_final_stats=1",
    ]
    names = sorted({SEEDS[kind][0] for kind in READERS[reader]})

    def one(data: bytes) -> None:
        begun = time.process_time()
        tried(names[len(data) % len(names)], data)
        spent = time.process_time() - begun
        assert spent < SLOW, f"{spent:.0f} seconds of work"

    atheris.Setup([sys.argv[0], *settings, str(corpus)], one, custom_mutator=_changed)
    atheris.Fuzz()


def _is_watched(function: FunctionType) -> bool:
    """Whether it takes strangers' bytes apart: what else runs is the same for all of them."""
    return (function.__module__ or "").partition(".")[0] in _WATCHED


def _changed(data: bytes, largest: int, number: int) -> bytes:
    """Of what is packed mostly its inside, which no blind change reaches; else what atheris does,
    and now and then the ways of `mutate`, which know what such files are made of."""
    import atheris

    if data.startswith(_PACKED) and number % 8:
        number |= 1  # odd numbers go inside
    elif random.Random(number).random() > 0.2:
        return bytes(atheris.Mutate(data, largest))
    try:
        return mutated(data, number)[:largest]
    except Exception:  # too broken to be unpacked
        return bytes(atheris.Mutate(data, largest))
