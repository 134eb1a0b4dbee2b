"""Other words for the same: what two reports of one utterance have in each other's place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.link.divergence import Change, Stretch, divergence, telling
from sayso.link.sides import names
from sayso.link.words import WORD, content_stems, stem
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.relation import Reason
from sayso.model.span import Evidence, Span
from sayso.view.claims import outlet
from sayso.view.wording.forms import bare, is_acronym, key
from sayso.view.wording.page import Swap

_LONGEST = 4  # words on a side: what is longer is another remark, not another word
_WINDOW = 5  # words on each side of a name that tell its place in the sentence
_SHARED = 2  # stems that both places must have in common


def swaps(
    pairs: Iterable[tuple[Claim, Claim]], documents: Mapping[str, Document]
) -> Iterator[Swap]:
    """The short stretches that stand against each other. pairs: reports of one utterance."""
    for left, right in pairs:
        for stretch in telling(divergence(left.content, right.content)):
            if stretch.change is Change.OTHER and _short(stretch):
                yield Swap(
                    claimer=left.claimer.name,
                    left=stretch.left_parts,
                    right=stretch.right_parts,
                    left_claim=left.id,
                    right_claim=right.id,
                    left_outlet=outlet(documents.get(left.document)),
                    right_outlet=outlet(documents.get(right.document)),
                )


def _short(stretch: Stretch) -> bool:
    sides = (stretch.left, stretch.right)
    return all(len(WORD.findall(side)) <= _LONGEST and content_stems(side) for side in sides)


def swapped_names(pairs: Iterable[tuple[Claim, Claim]]) -> Iterator[tuple[str, str, Reason]]:
    """Names that stand in one place of an utterance: each report has only one of the two, after
    the same word and among the same others."""
    for left, right in pairs:
        mine, theirs = list(_named(left.content)), list(_named(right.content))
        here, there = {key(n) for n, _, _ in mine}, {key(n) for n, _, _ in theirs}
        for name, before, around in mine:
            for other, before_too, around_too in theirs:
                if key(name) in there or key(other) in here or before != before_too:
                    continue
                if _alike(name, other) or len(around & around_too) < _SHARED:
                    continue
                shared = ", ".join(sorted(around & around_too))
                detail = (
                    f"two reports of one utterance by {left.claimer.name} have {bare(name)} and "
                    f"{bare(other)} in one place (near: {shared})"
                )
                yield name, other, Reason("utterance", 0.7, detail, left.content, right.content)


def _alike(name: str, other: str) -> bool:
    """Whether one name is part of the other, which tells nothing of another name."""
    one, two = set(key(name).split()), set(key(other).split())
    return one <= two or two <= one


def _named(parts: Sequence[Evidence]) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Each name of a content, with the word before it and the stems of the words around."""
    for part in parts:
        text = part.text
        found = [(m.start(), m.end(), m.group()) for m in WORD.finditer(text)]
        for name in dict.fromkeys(names(text)):
            start = text.find(name)
            inside = Span(start, start + len(name))
            before = [w for s, _, w in found if s < inside.start]
            after = [w for s, _, w in found if s >= inside.end]
            plain = bare(name)
            if not before or (len(plain) < 3 and not is_acronym(plain)):
                continue
            near = [*before[-_WINDOW:], *after[:_WINDOW]]
            stems = {stem(word) for word in near if content_stems(word)}
            yield name, before[-1].casefold(), frozenset(stems)
