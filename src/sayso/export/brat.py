"""brat's standoff: a .txt and an .ann for each document, and the file that tells brat what is what.

A claim is an event: its cue is the trigger, its source and content are the arguments. A claim
without a cue is a relation between source and content, or, where it has no source either, its
content alone. Offsets count code points, as brat does. No line of an .ann may hold a line break,
so a stretch over several lines is broken at each, as brat asks for.
See the pages "standoff" and "configuration" of brat's manual.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from itertools import count

from sayso.export.base import File, Format, Ledger, Line
from sayso.export.places import file_name, reports
from sayso.model.attribution import CueClass, Quotation

_CONF = f"""[entities]
Source
Cue
Content

[relations]
Attribution\tArg1:Source, Arg2:Content

[events]
Cue\tSource?:Source, Content+:Content

[attributes]
Negated\tArg:<EVENT>
Class\tArg:<EVENT>, Value:{"|".join(CueClass)}
Quotation\tArg:Content, Value:{"|".join(Quotation)}
"""

Pieces = list[tuple[int, int]]


def brat(ledger: Ledger) -> Iterator[File]:
    """annotation.conf, then two files a document."""
    yield File("annotation.conf", [_CONF])
    for document, claims in reports(ledger):
        name = file_name(document)
        yield File(f"{name}.txt", [document["text"]])
        yield File(f"{name}.ann", _Standoff(document["text"]).lines(claims))


class _Standoff:
    """The annotations of one document, numbered as they come. A place has one number."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._numbers = {kind: count(1) for kind in "TERA#"}
        self._known = dict[tuple[str, tuple[tuple[int, int], ...]], str]()

    def lines(self, claims: Sequence[Line]) -> Iterator[str]:
        for claim in claims:
            yield from self._claim(claim)

    def _claim(self, claim: Line) -> Iterator[str]:
        content = yield from self._place("Content", claim["content"])
        yield self._line("A", f"Quotation {content} {claim['quotation']}")
        source = None
        if claim["source"]:
            source = yield from self._place("Source", [claim["source"]])
        subject = content
        if claim["cue"]:
            cue = yield from self._place("Cue", [claim["cue"]])
            roles = [f"Source:{source}"] if source else []
            subject = self._next("E")
            yield f"{subject}\t{' '.join([f'Cue:{cue}', *roles, f'Content:{content}'])}\n"
            yield self._line("A", f"Class {subject} {claim['cue_class']}")
            if claim["negated"]:
                yield self._line("A", f"Negated {subject}")
        elif source:
            yield self._line("R", f"Attribution Arg1:{source} Arg2:{content}")
        yield self._line("#", f"AnnotatorNotes {subject}\t{_note(claim)}")

    def _place(self, role: str, parts: Sequence[Line]) -> Generator[str, None, str]:
        """The number of a place; its line comes the first time it is asked for."""
        pieces = [piece for part in parts for piece in self._unbroken(part["start"], part["end"])]
        key = (role, tuple(pieces))
        if key not in self._known:
            self._known[key] = self._next("T")
            at = ";".join(f"{start} {end}" for start, end in pieces)
            words = " ".join(self._text[start:end] for start, end in pieces)
            yield f"{self._known[key]}\t{role} {at}\t{words}\n"
        return self._known[key]

    def _unbroken(self, start: int, end: int) -> Pieces:
        """A stretch without the line breaks in it, and without the space around them."""
        found, at = Pieces(), start
        for words in self._text[start:end].splitlines(keepends=True):
            bare = words.strip()
            if bare:
                first = at + words.index(bare)
                found.append((first, first + len(bare)))
            at += len(words)
        return found

    def _line(self, kind: str, rest: str) -> str:
        return f"{self._next(kind)}\t{rest}\n"

    def _next(self, kind: str) -> str:
        return f"{kind}{next(self._numbers[kind])}"


def _note(claim: Line) -> str:
    """Who is taken to say it, on one line."""
    who = claim["claimer"]
    standing = ", ".join(part for part in (who["role"], who["affiliation"]) if part)
    told = f"{who['name']} ({standing})" if standing else who["name"]
    return " ".join(f"{told}; {claim['id']}; score {claim['score']:.2f}".split())


FORMAT = Format(files=brat)
