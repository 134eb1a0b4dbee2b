"""Words that outlets put in quotation marks without quoting anybody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from sayso.model.span import Span
from sayso.view.plain import line
from sayso.view.wording.counting import Reports
from sayso.view.wording.page import Passage, ScareRow


def scare_rows(reports: Reports) -> tuple[ScareRow, ...]:
    """One row for the same words, those of most passages first."""
    found = defaultdict[str, list[Passage]](list)
    for document in reports.documents:
        voices = reports.voices(document)
        for quoted in voices.quotations:
            inner = Span(quoted.span.start + 1, max(quoted.span.end - 1, quoted.span.start + 2))
            if voices.is_scare(quoted) and not voices.is_furniture(quoted.span):
                passage = voices.passage(inner)
                if words := line(passage.name.text).casefold().strip(" ,."):
                    found[words].append(passage)
    made = [ScareRow(_label(some), tuple(some)) for some in found.values()]
    return tuple(sorted(made, key=lambda row: (-len(row.passages), row.words)))


def _label(passages: Sequence[Passage]) -> str:
    forms = Counter(line(passage.name.text).strip(" ,.") for passage in passages)
    return forms.most_common(1)[0][0]
