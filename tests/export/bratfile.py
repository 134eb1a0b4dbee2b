"""A reader of brat's standoff, as its manual describes the format, for tests."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

_PLACE = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")


@dataclass
class Standoff:
    """What an .ann holds, by the ids of its lines.

    places: type and pieces. events: type, trigger, arguments by role. relations: type and
    arguments. attributes: type, of what, value. notes: of what, and the words.
    """

    places: dict[str, tuple[str, list[tuple[int, int]]]] = field(default_factory=dict)
    events: dict[str, tuple[str, str, dict[str, str]]] = field(default_factory=dict)
    relations: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)
    attributes: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    notes: dict[str, tuple[str, str]] = field(default_factory=dict)


def read(ann: str, text: str) -> Standoff:
    """Raises ValueError where a line is not as the manual has it, or its words not the text's."""
    found = Standoff()
    for line in ann.splitlines():
        made, rest = line.split("\t", 1)
        kind = re.fullmatch(r"([TERA#])\d+", made)
        if kind is None or made in vars(found):
            raise ValueError(f"no id: {line}")
        _READERS[kind[1]](found, made, rest, text)
    return found


def _place(found: Standoff, made: str, rest: str, text: str) -> None:
    match = _PLACE.fullmatch(rest)
    if match is None:
        raise ValueError(f"no place: {rest}")
    pieces = [tuple(map(int, piece.split())) for piece in match[2].split(";")]
    if " ".join(text[start:end] for start, end in pieces) != match[3]:
        raise ValueError(f"not the words of the text: {rest}")
    if any(later[0] < earlier[1] for earlier, later in pairwise(pieces)):
        raise ValueError(f"pieces overlap: {rest}")
    found.places[made] = (match[1], [(start, end) for start, end in pieces])


def _event(found: Standoff, made: str, rest: str, _: str) -> None:
    head, *arguments = (part.split(":") for part in rest.split(" "))
    found.events[made] = (head[0], head[1], dict(arguments))
    _known(found, [head[1], *(of for _, of in arguments)])


def _relation(found: Standoff, made: str, rest: str, _: str) -> None:
    kind, *arguments = rest.split(" ")
    ends = dict(argument.split(":") for argument in arguments)
    if list(ends) != ["Arg1", "Arg2"]:
        raise ValueError(f"no relation: {rest}")
    found.relations[made] = (kind, ends)
    _known(found, list(ends.values()))


def _attribute(found: Standoff, made: str, rest: str, _: str) -> None:
    kind, of, *value = rest.split(" ")
    found.attributes[made] = (kind, of, value[0] if value else "")
    _known(found, [of])


def _note(found: Standoff, made: str, rest: str, _: str) -> None:
    head, words = rest.split("\t")
    kind, of = head.split(" ")
    if kind != "AnnotatorNotes":
        raise ValueError(f"no note: {rest}")
    found.notes[made] = (of, words)
    _known(found, [of])


def _known(found: Standoff, ids: list[str]) -> None:
    if missing := [made for made in ids if made not in {**found.places, **found.events}]:
        raise ValueError(f"no line before has the id {missing}")


_READERS = {"T": _place, "E": _event, "R": _relation, "A": _attribute, "#": _note}
