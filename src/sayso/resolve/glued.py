"""What a page put where it does not belong: the place and agency that open a report, a list of
links glued behind a name, the party and seat of a politician."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.model.span import Span
from sayso.resolve.words import BODIES, HONORIFICS, OUTLETS, ROLE_MODIFIERS, ROLES

_WORD = r"[A-ZÀ-Þ][\w.’'-]*"
_AGENCY = re.compile(
    rf"(?:{_WORD}(?:[ /,]+{_WORD}){{0,5}},? )?\((?P<by>[^()]{{2,30}})\)\s*[-–—]*\s+"
)
_SHOUTED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.’'/ -]{2,}(?:, (?:[A-Z][\w.]+ ?){1,2})?\s+[-–—]+\s+")
_CAPITALS = re.compile(r"[A-ZÀ-Þ]")
_SEAT = re.compile(r"[DRILG]-(?:[A-Z][a-z]+\.?|[A-Z]{2}|[A-Z]\.[A-Z]\.?)$")
_PLAIN = ROLES | BODIES | ROLE_MODIFIERS | HONORIFICS


def datelines(text: str, paragraphs: Iterable[Span]) -> list[Span]:
    """ "Tollen (Interline) - ", "TOLLEN, Halvern — ": where lines begin with one."""
    found = []
    for line in paragraphs:
        match = _AGENCY.match(text, line.start, line.end)
        if match is None or not _outlet(match["by"]):
            match = _SHOUTED.match(text, line.start, line.end)
        if match is not None:
            found.append(Span(match.start(), match.end()))
    return found


def _outlet(words: str) -> bool:
    return any(word.lower() in OUTLETS for word in words.split())


def is_seat(word: str) -> bool:
    """ "R-Marsh." tells a politician's party and seat; it is no name."""
    return _SEAT.match(word) is not None


def glued_at(words: Sequence[str]) -> int | None:
    """How many words of a name stand before what was glued behind it: 2 of "Jane Roe Jane Ellen
    RoeHarbour chief". None where nothing was."""
    seen: dict[str, int] = {}
    for at, word in enumerate(words):
        if not word[3:].islower():  # as most are
            for cut in _CAPITALS.finditer(word, 3):
                if word[: cut.start()] in seen:
                    return seen[word[: cut.start()]] + 1
        if word in seen and at - seen[word] == 2 and at + 1 < len(words):
            behind = words[seen[word] + 1]
            if behind[0].isupper() and words[at + 1][0].isupper() and not _plain(word, behind):
                return at
        if word[0].isupper() and len(word) > 2:
            seen.setdefault(word, at)
    return None


def _plain(*words: str) -> bool:
    return any(word.lower().rstrip(".") in _PLAIN for word in words)
