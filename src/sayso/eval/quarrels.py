"""The plain text in which quarrels are written: a handful of claims, and every tie between them.

    # ferry-strike | strikes
    names: Kolmia/Kolmian=country; Tolke Marrin/Marrin=person
    A | Tolke Marrin | person | Dockers' Union | said | say | direct | 2031-03-04 | Velm Post
    "Not one crane will move until the night bonus is back, in writing"
    …
    A B same_utterance | why, if anybody cares to say
    A C none
    ? B C

Pairs that are not listed have no tie, unless the quarrel says `only listed`. `?` marks a pair on
which careful readers would differ. `train/pairs/README.md` tells what the kinds mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from sayso.link.judge import LABELS, NONE
from sayso.model.errors import UsageError

FIELDS = ("claimer", "kind", "affiliation", "cue", "cue_class", "quotation", "said", "outlet")
_TIE = re.compile(r"([A-Z]{1,2}) ([A-Z]{1,2}) (\w+)(?:\s*\|\s*(.*))?")
_DOUBT = re.compile(r"\? ([A-Z]{1,2}) ([A-Z]{1,2})")
_NAMED = re.compile(r"([A-Z]{1,2}) \| (.*)")
_UNKNOWN = "-"

Tie = tuple[str, str, str]
"""The letters of two claims, and their label."""


@dataclass(slots=True)
class Quarrel:
    """A quarrel as it was written.

    names: each name that was made up for it, in all its forms, with its sort (country, town,
    person, body). claims: by letter, the FIELDS ("" where nothing is known) and `text`. listed:
    the ties that are written down. complete: whether every other pair has none.
    """

    name: str
    topic: str
    names: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    claims: dict[str, dict[str, str]] = field(default_factory=dict)
    listed: list[Tie] = field(default_factory=list)
    doubtful: set[frozenset[str]] = field(default_factory=set)
    complete: bool = True

    def ties(self) -> Iterator[Tie]:
        """Every pair whose label is known, those of no tie included."""
        yield from self.listed
        if self.complete:
            known = {frozenset(tie[:2]) for tie in self.listed} | self.doubtful
            for left, right in combinations(sorted(self.claims, key=_place), 2):
                if frozenset((left, right)) not in known:
                    yield left, right, NONE


def quarrels(path: Path) -> Iterator[Quarrel]:
    """The quarrels of a file, or of all .txt files of a folder.

    Raises UsageError with the line that cannot be read.
    """
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    if not files:
        raise UsageError(f"{path} holds no quarrels; give a text file, or a folder of them")
    for file in files:
        yield from _parsed(file)


def _parsed(file: Path) -> Iterator[Quarrel]:
    now: Quarrel | None = None
    open_claim: dict[str, str] | None = None
    for number, raw in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        if not line:
            continue
        if open_claim is not None:
            open_claim["text"], open_claim = line, None
            continue
        if line.startswith("# "):
            if now is not None:
                yield now
            name, _, topic = line[2:].partition(" | ")
            now = Quarrel(name.strip(), topic.strip())
            continue
        if now is None:
            raise UsageError(f"{file}:{number}: a quarrel begins with “# name | topic”")
        try:
            open_claim = _line(now, line)
        except (ValueError, KeyError) as error:
            raise UsageError(f"{file}:{number}: {error}: {line[:60]}") from error
    if now is not None:
        yield now


def _line(quarrel: Quarrel, line: str) -> dict[str, str] | None:
    """Take one line in; the claim that it opens, whose text comes next."""
    if line.startswith("names:"):
        for part in filter(str.strip, line.removeprefix("names:").split(";")):
            forms, _, sort = part.rpartition("=")
            spelled = tuple(filter(None, map(str.strip, forms.split("/"))))
            quarrel.names.append((spelled, sort.strip()))
    elif line == "only listed":
        quarrel.complete = False
    elif found := _DOUBT.fullmatch(line):
        quarrel.doubtful.add(frozenset(_both(quarrel, *found.groups())))
    elif found := _TIE.fullmatch(line):
        left, right, label, _why = found.groups()
        if label not in LABELS:
            raise ValueError(f"{label!r} is no kind")
        quarrel.listed.append((*_both(quarrel, left, right), label))
    elif found := _NAMED.fullmatch(line):
        letter, rest = found.groups()
        values = [value.strip() for value in rest.split(" | ")]
        if len(values) != len(FIELDS) or letter in quarrel.claims:
            raise ValueError(f"a claim has a letter of its own and {len(FIELDS)} fields")
        known = ("" if value == _UNKNOWN else value for value in values)
        quarrel.claims[letter] = dict(zip(FIELDS, known, strict=True))
        return quarrel.claims[letter]
    else:
        raise ValueError("neither a claim nor a tie")
    return None


def _both(quarrel: Quarrel, left: str, right: str) -> tuple[str, str]:
    if left == right or not {left, right} <= quarrel.claims.keys():
        raise ValueError("a tie is between two claims of its quarrel")
    return left, right


def _place(letter: str) -> tuple[int, str]:
    return len(letter), letter
