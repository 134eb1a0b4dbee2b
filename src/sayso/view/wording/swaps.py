"""Other words for the same: what two reports of one utterance have in each other's place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.link.divergence import aligned
from sayso.link.sides import names
from sayso.link.words import STOP, WORD, content_stems, stem
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.relation import Reason
from sayso.model.span import Evidence
from sayso.resolve.places import PlaceKind, place
from sayso.view.claims import outlet
from sayso.view.plain import line
from sayso.view.wording.forms import bare, is_acronym, key
from sayso.view.wording.page import Swap

_LONGEST = 4  # words on a side: what is longer is another remark, not another word
_WINDOW = 7  # words on each side of a name that tell its place in the sentence
_SHARED = 3  # stems that both places must have in common


def swaps(
    pairs: Iterable[tuple[Claim, Claim]], documents: Mapping[str, Document]
) -> Iterator[Swap]:
    """The short stretches that stand against each other. pairs: reports of one utterance."""
    for left, right in pairs:
        if _nested(left, right):
            continue
        both = aligned(left.content, right.content)
        for tag, a, b, c, d in both.codes:
            if tag == "replace" and max(b - a, d - c) <= _LONGEST:
                mine, theirs = both.cut_left(a, b), both.cut_right(c, d)
                if _tells(mine) and _tells(theirs):
                    yield Swap(
                        claimer=left.claimer.name,
                        left=mine,
                        right=theirs,
                        left_claim=left.id,
                        right_claim=right.id,
                        left_outlet=outlet(documents.get(left.document)),
                        right_outlet=outlet(documents.get(right.document)),
                    )


def _nested(left: Claim, right: Claim) -> bool:
    """Whether one has all words of the other in a row: then nothing stands in another's place."""
    mine, theirs = _bare(left), _bare(right)
    return mine in theirs or theirs in mine


def _bare(claim: Claim) -> str:
    """The words of a claim without marks at its edges."""
    return claim.text.strip(" ,.\"“”'’").casefold()


def _tells(parts: Iterable[Evidence]) -> bool:
    """Whether there are words that carry something."""
    return any(content_stems(part.text) for part in parts)


def swapped_names(
    pairs: Iterable[tuple[Claim, Claim]], texts: Mapping[str, str]
) -> Iterator[tuple[str, str, Reason]]:
    """Names that stand in one place of an utterance: after the same word and among the same others.

    A report that has both names anywhere takes them for two things. texts: by id of the document.
    """
    seen = dict[str, tuple[_Named, ...]]()
    for left, right in pairs:
        if _nested(left, right):
            continue
        for claim in (left, right):
            if claim.id not in seen:
                seen[claim.id] = tuple(_named(claim.content))
        for one in seen[left.id]:
            for other in seen[right.id]:
                shared = one.around & other.around
                if one.before != other.before or len(shared) < _SHARED or _alike(one, other):
                    continue
                if one.name in texts[right.document] or other.name in texts[left.document]:
                    continue
                detail = (
                    f"two reports of one utterance by {line(left.claimer.name)} have {one.name} and"
                    f" {other.name} in one place"
                )
                reason = Reason("utterance", 0.7, detail, left.content, right.content)
                yield one.name, other.name, reason


@dataclass(frozen=True, slots=True)
class _Named:
    """A name in a content. key: see `forms`. before: the word in front of it, in small letters.
    around: stems of the words near it."""

    name: str
    key: str
    before: str
    around: frozenset[str]


def _alike(one: _Named, other: _Named) -> bool:
    """Whether one name is part of the other, which tells nothing of another name."""
    mine, theirs = set(one.key.split()), set(other.key.split())
    return mine <= theirs or theirs <= mine


def _named(parts: Sequence[Evidence]) -> Iterator[_Named]:
    """Each name of a content but one that it begins with."""
    for part in parts:
        text = part.text
        found = [(m.start(), m.end(), m.group()) for m in WORD.finditer(text)]
        for name in dict.fromkeys(map(bare, names(text))):
            start = text.find(name)
            end = start + len(name)
            before = [w for _, e, w in found if e <= start]
            after = [w for s, _, w in found if s >= end]
            if not before or (len(name) < 3 and not is_acronym(name)) or _adjective(name):
                continue
            near = [*before[-_WINDOW:], *after[:_WINDOW]]
            around = frozenset(stem(word) for word in near if word.casefold() not in STOP)
            yield _Named(name, key(name), before[-1].casefold(), around)


def _adjective(name: str) -> bool:
    """Whether a name only tells of what country something is."""
    found = place(name)
    return found is not None and found.kind is PlaceKind.ADJECTIVE
