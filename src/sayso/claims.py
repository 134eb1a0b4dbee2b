"""What a case gives when asked for claims; and the claims of a text without a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, overload

from sayso.model import wire
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.errors import MissingPartError
from sayso.model.relation import Verdict
from sayso.model.trace import Maker, Problem
from sayso.store import ClaimQuery, Store

if TYPE_CHECKING:
    from pandas import DataFrame

    from sayso.pipeline import Analyse
    from sayso.view.claims import ClaimRow


class Claims(Sequence[Claim]):
    """Claims in order, as a list is. A notebook shows them as a table.

    documents: those that they stand in, by id.
    near: names that come near, where a question for a claimer found nobody.
    decided: what people decided on claims, by id.
    problems: what went wrong on the way to them.
    """

    def __init__(
        self,
        found: Sequence[tuple[Claim, Maker]],
        documents: Mapping[str, Document],
        near: tuple[str, ...] = (),
        problems: tuple[Problem, ...] = (),
        decided: Mapping[str, Verdict] | None = None,
    ) -> None:
        self._found = tuple(found)
        self.documents = documents
        self.near = near
        self.problems = problems
        self.decided = decided or {}

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> Claim: ...
    @overload
    def __getitem__(self, index: slice) -> Claims: ...
    def __getitem__(self, index: int | slice) -> Claim | Claims:
        if isinstance(index, slice):
            return Claims(
                self._found[index], self.documents, self.near, self.problems, self.decided
            )
        return self._found[index][0]

    def __repr__(self) -> str:
        documents = len({claim.document for claim in self})
        return f"<{len(self)} claims in {documents} documents>"

    def only(self, kept: Iterable[Claim]) -> Claims:
        """Those of them that are kept."""
        ids = {claim.id for claim in kept}
        found = [one for one in self._found if one[0].id in ids]
        return Claims(found, self.documents, self.near, self.problems, self.decided)

    def rows(self) -> tuple[ClaimRow, ...]:
        """Each claim, to be shown."""
        from sayso.view.claims import claim_row

        return tuple(claim_row(one, self.documents.get(one.document)) for one in self)

    def lines(self) -> Iterator[wire.Shape]:
        """Each claim in the JSON shape of the contract."""
        return (
            wire.claim(claim, maker, self.decided.get(claim.id)) for claim, maker in self._found
        )

    def to_frame(self) -> DataFrame:
        """A pandas data frame, one row a claim. Raises MissingPartError without pandas.

        Dates stay as precise as they are known ("2016-12"), so they are strings.
        """
        try:
            from pandas import DataFrame
        except ImportError as error:
            raise MissingPartError("pandas", "pip install 'sayso[frame]'") from error
        rows = [_row(claim, maker, self.documents[claim.document]) for claim, maker in self._found]
        return DataFrame(rows, columns=list(_COLUMNS))

    def _repr_html_(self) -> str:
        from sayso.view.notebook import claims_table

        return claims_table(self, self.documents)


_COLUMNS = (
    "id", "claimer", "kind", "role", "affiliation", "source", "cue", "cue_class", "negated",
    "content", "quotation", "said", "place", "occasion", "medium", "addressee", "outlet",
    "published", "title", "document", "parent", "score", "maker",
)  # fmt: skip


def _row(claim: Claim, maker: Maker, document: Document) -> dict[str, Any]:
    """The contract's claim with one value a column, beside the facts of its document."""
    shape = wire.claim(claim, maker)
    who, source, cue = shape["claimer"], claim.source, claim.cue
    facts = {name: wire.document(document)[name] for name in ("outlet", "published", "title")}
    flat = {
        "claimer": who["name"],
        "source": source.text if source else None,
        "cue": cue.text if cue else None,
        "content": claim.text,
    }
    return shape | {name: who[name] for name in ("kind", "role", "affiliation")} | facts | flat


def claims_of(store: Store, query: ClaimQuery) -> Claims:
    """The claims of a case that fit, with names that come near where nobody has the one asked."""
    found = store.claims(query)
    ids = sorted({claim.document for claim, _ in found})
    documents = {document.id: document for document in store.documents(ids)}
    near = store.names_near(query.by) if query.by and not found else ()
    return Claims(found, documents, near, decided=store.verdicts())


def read(text: str, source: str = "text") -> Claims:
    """Who said what in a text, without a case. source: a name for it.

    What went wrong, as a language that is not English, is in the `problems` of what comes back.
    """
    from sayso.pipeline import minilm, understood
    from sayso.read import read_text

    reading = read_text(text, source)
    document = reading.document
    if document is None or not understood(document):
        return Claims((), {}, problems=reading.problems)
    findings = _shipped()(document)
    found = [(claim, minilm().maker) for claim in findings.claims]
    problems = (*reading.problems, *findings.problems)
    return Claims(found, {document.id: document}, problems=problems)


@cache
def _shipped() -> Analyse:
    from sayso.pipeline import minilm

    return minilm().load()
