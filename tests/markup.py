"""Inline markup for tests: `[source:Officials] [cue:said] that [content:the bridge was closed]`."""

from __future__ import annotations

import re

Places = dict[str, list[tuple[int, int]]]

_TOKEN = re.compile(r"\[([a-z_]+):|\[|\]")


def marked(text: str) -> tuple[str, Places]:
    """The text without its marks, and the places of each role, in the order of their starts.

    A mark opens with `[role:` and closes with `]`; marks may nest, and brackets without a role
    ("[sic]") stay in the text.  A mark that does not close is a mistake in the test.
    """
    plain, places, opened = "", [], list[tuple[str, int] | None]()
    last = 0
    for token in _TOKEN.finditer(text):
        plain += text[last : token.start()]
        last = token.end()
        mark = opened.pop() if token[0] == "]" and opened else None
        if token[1]:
            opened.append((token[1], len(plain)))
        elif mark is not None:
            places.append((mark[1], len(plain), mark[0]))
        else:
            plain += token[0]
            opened += [None] if token[0] == "[" else []
    if any(opened):
        raise ValueError(f"a mark does not close in: {text}")
    return plain + text[last:], _by_role(places)


def _by_role(places: list[tuple[int, int, str]]) -> Places:
    found: Places = {}
    for start, end, role in sorted(places):
        found.setdefault(role, []).append((start, end))
    return found
