"""What must hold for any bytes: reading ends, and gives documents that are sound, or problems."""

from __future__ import annotations

from sayso.model.trace import Problem
from sayso.read import Format, Part, read_part, split_bytes
from sayso.read.links import links
from sayso.read.sniff import HEAD, told

_LISTS = (Format.FEED, Format.OPML, Format.SITEMAP)


def tried(name: str, raw: bytes) -> tuple[int, int]:
    """Read some bytes as a file of that name; how many documents and problems they gave."""
    documents = problems = 0
    for part in split_bytes(raw, name):
        if isinstance(part, Problem):
            assert part.message
            problems += 1
        else:
            one, other = _read(part)
            documents, problems = documents + one, problems + other
    kind = told(raw[:HEAD])
    if kind in _LISTS:
        found, wrong = links(raw, kind, "https://courant.example/")
        assert all(link.url.startswith("http") for link in found)
        documents, problems = documents + len(found), problems + len(wrong)
    return documents, problems


def _read(part: Part) -> tuple[int, int]:
    reading = read_part(part)
    assert reading.raw == part.raw
    document = reading.document
    assert document is not None or reading.problems
    if document is not None:
        document.text.encode("utf-8")  # no half characters
        ends = 0
        for item in document.furniture:
            assert ends <= item.span.start
            ends = item.span.end
        if document.title_span is not None:
            assert document.title_span.cut(document.text) == document.title
    return int(document is not None), len(reading.problems)
