"""Places of a document at which somebody known is named."""

from __future__ import annotations

from typing import NamedTuple


class Event(NamedTuple):
    """A place where somebody known is named or speaks. The order is that of the text. A tuple, for
    they are looked up again and again."""

    start: int
    end: int
    number: int
    spoke: bool = False
