"""Made-up reports for the tests of this folder.

A report is written with the marks of `tests.markup`: source, cue and content. What stands on one
line is one attribution. Names are handed in, as the name finder would give them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.model.attribution import Attribution, CueClass, Quotation
from sayso.model.claim import Claim
from sayso.model.document import Document, KnownFrom, When
from sayso.model.ids import document_id, sha256
from sayso.model.parsed import Mention, Parsed
from sayso.model.span import Span
from sayso.parse import parse
from sayso.resolve import resolve
from sayso.resolve.anaphora import SameScorer
from tests.markup import Places, marked


@dataclass(frozen=True)
class Names:
    """What the name finder sees, wherever it stands in the text."""

    people: Sequence[str] = ()
    bodies: Sequence[str] = ()
    places: Sequence[str] = ()


@dataclass(frozen=True)
class Report:
    """A text with its attributions."""

    parsed: Parsed
    attributions: tuple[Attribution, ...]
    text: str = field(default="")

    def claims(self, same: SameScorer | None = None) -> tuple[Claim, ...]:
        readings = [(CueClass.SAY, False)] * len(self.attributions)
        return resolve(self.parsed, self.attributions, readings, same)


def document(text: str, published: str | None = None, byline: str | None = None) -> Document:
    fingerprint = sha256(text.encode("utf-8"))
    when = When(published, KnownFrom.GIVEN) if published else None
    made = document_id(fingerprint, text)
    return Document(made, "report.txt", fingerprint, text, published=when, byline=byline)


def report(text: str, names: Names = Names(), published: str | None = None) -> Report:
    plain, places = marked(text)
    read = parse(document(plain, published), mentions(plain, names))
    made = tuple(_attributions(read, places))
    return Report(read, made, plain)


def mentions(text: str, names: Names) -> tuple[Mention, ...]:
    """Every place of each name; longer names first, so that short ones do not cut them."""
    rows = [(n, "PER") for n in names.people] + [(n, "ORG") for n in names.bodies]
    rows += [(n, "LOC") for n in names.places]
    found: list[Mention] = []
    for name, label in sorted(rows, key=lambda row: -len(row[0])):
        at = text.find(name)
        while at >= 0:
            span = Span(at, at + len(name))
            if not any(m.span.overlaps(span) for m in found):
                found.append(Mention(span, label, 0.9))
            at = text.find(name, at + 1)
    return tuple(sorted(found, key=lambda mention: mention.span))


def _attributions(read: Parsed, places: Places) -> list[Attribution]:
    found = []
    for line in read.paragraphs:
        here = {
            role: [Span(*place) for place in given if line.start <= place[0] < line.end]
            for role, given in places.items()
        }
        if here.get("content"):
            found.append(_attribution(read, here))
    return found


def _attribution(read: Parsed, here: dict[str, list[Span]]) -> Attribution:
    source = next(iter(here.get("source", ())), None)
    cue = next(iter(here.get("cue", ())), None)
    content = tuple(here["content"])
    text = read.document.text
    quoted = text[content[0].start] in '"“'
    made = Attribution.make_id(read.document.id, source, cue, content)
    kind = Quotation.DIRECT if quoted else Quotation.INDIRECT
    return Attribution(made, read.document.id, source, cue, content, kind)


def nest(made: Report, inner: int, outer: int) -> Report:
    """The same, with one attribution inside another's content."""
    ties = list(made.attributions)
    ties[inner] = replace(ties[inner], parent=ties[outer].id)
    return replace(made, attributions=tuple(ties))
