"""Text that was broken into lines of a fixed width, as in mail, made whole paragraphs again."""

from __future__ import annotations

import re

_WIDEST = 100  # characters: longer lines are paragraphs of their own
_FULL = 0.7  # a line shorter than this share of the widest was ended on purpose
_OWN_LINE = re.compile(r"\s*(?:[•·▪●*>|-]|\d{1,2}[.)]\s|--\s?$)")


def unwrapped(text: str) -> str:
    """The text with the lines of each paragraph joined, where it is broken at a width."""
    lines = text.splitlines()
    widths = sorted(len(line) for line in lines if line.strip())
    if not widths or widths[-1] > _WIDEST:
        return text
    widest = widths[int(len(widths) * 0.9)]
    joined: list[str] = []
    for above, line in zip(["", *lines], lines, strict=False):
        goes_on = (
            len(above.rstrip()) >= _FULL * widest
            and len(above) > 40
            and line.strip()
            and not _OWN_LINE.match(line)
            and not _OWN_LINE.match(above)
        )
        if goes_on:
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(line)
    return "\n".join(joined)
