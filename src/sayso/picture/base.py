"""What a picture is: lines and words that print, and the data that they show."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a case.

    name: its kind, short. title: what it shows. description: the same for who cannot see it, with
    how to read it. svg: one element, with title and description inside; "" where there is nothing
    to show. columns, rows: the data behind it, as words on one line; a column "claims" has ids with
    blanks between them.
    left_out: what there was no room for, a sentence; "" where all is there.
    """

    name: str
    title: str
    description: str
    svg: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: str = ""

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        words = escape(" ".join(filter(None, (self.description, self.left_out))))
        return f"<figure>{self.svg}<figcaption>{words}</figcaption></figure>"


def in_table_only(number: int, things: str) -> str:
    """What there was no room for, as a sentence; "" for nothing."""
    return f"{number} more {things} are in the table only" if number else ""
