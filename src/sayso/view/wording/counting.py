"""Counts of names by outlet: every place in the reports, with its voice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.span import Span
from sayso.view.wording.page import Count, NameRow, Passage
from sayso.view.wording.voices import Voices

Places = Callable[[str], Iterable[tuple[Span, str]]]
"""Where names stand in a text, each place with its name."""


class Reports:
    """The reports of a case, each with its voices, which are made when they are first asked for."""

    def __init__(
        self, documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]]
    ) -> None:
        self.documents = documents
        self._claims = claims
        self._voices: dict[str, Voices] = {}

    def voices(self, document: Document) -> Voices:
        """The voices of one document."""
        if document.id not in self._voices:
            made = Voices(document, self._claims.get(document.id, ()))
            self._voices[document.id] = made
        return self._voices[document.id]

    def found(
        self, places: Places, whose: Callable[[str, Span], str] | None = None
    ) -> Iterator[tuple[str, Passage | None, str]]:
        """Every place of the names: name, passage and outlet; no passage for furniture."""
        for document in self.documents:
            for span, name in places(document.text):
                voices = self.voices(document)
                if voices.is_furniture(span):
                    yield name, None, voices.outlet
                else:
                    owner = whose(document.text, span) if whose else ""
                    yield name, voices.passage(span, owner), voices.outlet


def rows(found: Iterable[tuple[str, Passage | None, str]]) -> tuple[NameRow, ...]:
    """One row a name, the most frequent first; a name that stands nowhere has none."""
    passages = defaultdict[str, defaultdict[str, list[Passage]]](lambda: defaultdict(list))
    furniture = defaultdict[str, Counter[str]](Counter)
    for name, passage, outlet in found:
        if passage is None:
            furniture[name][outlet] += 1
        else:
            passages[name][outlet].append(passage)
    made = [
        NameRow(name, tuple(_counts(passages[name], furniture[name])))
        for name in {**passages, **furniture}
    ]
    return tuple(sorted(made, key=lambda row: (-(row.own + row.quoted), row.name)))


def _counts(
    passages: Mapping[str, Sequence[Passage]], furniture: Mapping[str, int]
) -> Iterator[Count]:
    for outlet in sorted({**passages, **furniture}):
        yield Count(outlet, tuple(passages.get(outlet, ())), furniture.get(outlet, 0))
