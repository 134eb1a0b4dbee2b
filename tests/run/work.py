"""Work for runners: squares, unless the number asks for trouble."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial

RAISES, DIES, KEEPS = 13, 17, 19


def squares() -> Callable[[int], object]:
    return _square


def late_squares() -> Callable[[int], object]:
    """Early numbers take longest."""
    return _late_square


def dead_on_arrival() -> Callable[[int], object]:
    os._exit(3)


def broken() -> Callable[[int], object]:
    raise RuntimeError("no weights")


def noted(path: str) -> Callable[[], Callable[[int], object]]:
    """Squares, with a line in a file for each time that the work is loaded."""
    return partial(_noted, path)


def _noted(path: str) -> Callable[[int], object]:
    with open(path, "a") as file:  # noqa: PTH123
        file.write("loaded\n")
    return _square


def _square(number: int) -> object:
    if number == RAISES:
        raise ValueError("an unlucky\nnumber")
    if number == DIES:
        os._exit(9)
    return (lambda: 0) if number == KEEPS else number * number


def _late_square(number: int) -> object:
    time.sleep(0.05 / (number + 1))
    return number * number
