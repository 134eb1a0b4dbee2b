"""Places of a document at which somebody known is named."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """A place where somebody known is named or speaks. The order is that of the text."""

    start: int
    end: int
    number: int
    spoke: bool = False
