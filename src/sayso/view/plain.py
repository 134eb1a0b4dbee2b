"""Words of strangers, made safe to show.

A document may hold terminal escapes that move the cursor or rename the window, and marks that turn
the direction of writing so that a line reads as something else. Here they become visible escapes
(`\\x1b`, `\\u202e`); nothing else about the words changes.
"""

from __future__ import annotations

import re

UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls, but for tab and line feed
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks and overrides of direction
    r"\u2028\u2029"  # breaks that some terminals take for a line's end
    r"\ud800-\udfff"  # halves of characters, which no output can encode
    r"\U000e0000-\U000e007f]"  # tags: letters that no one sees
)


def safe(text: str) -> str:
    """The text with whatever could command a terminal shown as an escape; lines stay lines."""
    if text.isprintable():  # nothing that is unsafe is
        return text
    return UNSAFE.sub(_escape, text.replace("\r\n", "\n"))


def line(text: str) -> str:
    """The same on one line: every run of white space is one space."""
    if text.isprintable() and "  " not in text and not text.startswith(" "):
        return text.removesuffix(" ")  # of white space only the plain blank is printable
    return safe(" ".join(text.split()))


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
