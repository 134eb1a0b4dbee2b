"""A large case made of a small one: the same reports again and again, under other names.

Names of people, bodies and outlets' headlines have their letters exchanged, vowels for vowels and
consonants for consonants, each copy in its own way. So every place stays where it was, the other
words stay English, and the copies have no claimer in common but the governments.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sayso.linking import linker
from sayso.model.actor import Actor, Appearance
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim, Entity, EntityKind
from sayso.model.document import Document
from sayso.model.ids import document_id, sha256
from sayso.model.parsed import Mention
from sayso.model.relation import Reason, Relation
from sayso.model.span import Evidence, Span
from sayso.model.trace import Maker
from sayso.resolve.across import MAKER as JOINER
from sayso.store import Findings, Writer

_RINGS = ("aeiou", "bcdfghjklmnpqrstvwxz")
_WORD = re.compile(r"[^\W\d_]{3,}")
_MAKER = Maker("copies", "1")


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of all reports. number: which, from 1. names: words that are changed in it."""

    number: int
    names: frozenset[str]

    def words(self, text: str) -> str:
        """The text with its names changed; as long as before."""
        return _WORD.sub(self._word, text)

    def _word(self, match: re.Match[str]) -> str:
        return match[0].translate(_table(self.number)) if match[0] in self.names else match[0]

    def document(self, one: Document) -> Document:
        text = self.words(one.text) + f"\n\nCopy {self.number}.\n"
        raw = sha256(text.encode("utf-8", "surrogatepass"))
        source = f"copies/{self.number:04}/{one.source.rpartition('/')[2]}"
        title = self.words(one.title) if one.title else None
        return replace(
            one,
            id=document_id(raw, text),
            sha256=raw,
            text=text,
            source=source,
            title=title,
            url=None,
        )

    def entity(self, one: Entity, document: Document | None = None) -> Entity:
        spans = (part.span for part in one.evidence)
        return Entity.make(
            self.words(one.name), one.kind, one.role, one.affiliation,
            tuple(sorted({self.words(name) for name in one.aliases})),
            tuple(Evidence.cut(document.id, document.text, span) for span in spans)
            if document else (),
            one.stands_for,
        )  # fmt: skip

    def claim(self, one: Claim, document: Document, ids: dict[str, str]) -> Claim:
        """ids: of claims, by those they had; those inside which others stand come first."""

        def cut(part: Evidence | None) -> Evidence | None:
            return Evidence.cut(document.id, document.text, part.span) if part else None

        tie = one.attribution
        made = ids[one.id] = Attribution.make_id(document.id, tie.source, tie.cue, tie.content)
        moved = replace(
            tie, id=made, document=document.id, parent=ids.get(tie.parent) if tie.parent else None
        )
        return replace(
            one, attribution=moved, claimer=self.entity(one.claimer, document),
            source=cut(one.source), cue=cut(one.cue), medium=cut(one.medium),
            addressee=cut(one.addressee), place=cut(one.place),
            content=tuple(Evidence.cut(document.id, document.text, p.span) for p in one.content),
        )  # fmt: skip


def multiply(source: Path, target: Path, claims: int) -> int:
    """Write a case of at least so many claims; how many it has."""
    with Writer.hold(source) as small, Writer.hold(target) as large:
        documents, found = small.documents(), defaultdict[str, list[Claim]](list)
        for claim, _ in small.claims():
            found[claim.document].append(claim)
        mentions = _mentions(small)
        ties, actors = list(small.ties()), small.actors()
        names = _names(documents, actors)
        joined, moved = defaultdict[str, list[Appearance]](list), dict[str, Entity]()
        made = 0
        for number in range(1, -(-claims // sum(map(len, found.values()))) + 1):
            copy, ids, new = Copy(number, names), dict[str, str](), dict[str, Document]()
            for one in documents:
                document = new[one.id] = copy.document(one)
                inner = sorted(found[one.id], key=lambda c: c.attribution.parent is not None)
                told = tuple(copy.claim(claim, document, ids) for claim in inner)
                large.put(document, document.text.encode("utf-8", "surrogatepass"))
                large.replace(Findings(document.id, told, tuple(mentions[one.id])), _MAKER)
                made += len(told)
            large.begin_linking(linker(), 1000)
            large.tie((), (_tie(tie, new, ids) for tie in ties), linker())
            _noted(small, large, ids, number)
            for actor in actors:
                who = copy.entity(actor.entity)
                moved.setdefault(who.id, who)
                joined[who.id] += (
                    replace(a, entity=copy.entity(a.entity), document=new[a.document].id)
                    for a in actor.appearances
                )
        large.join([Actor(moved[i], tuple(ones)) for i, ones in joined.items()], JOINER)
    return made


def _table(number: int) -> dict[int, int]:
    """Letters and those that stand in their place: each ring turned."""
    table = dict[int, int]()
    for n, ring in enumerate(_RINGS):
        turn = (number * (3 if n else 1)) % len(ring)
        for letters in (ring, ring.upper()):
            table |= str.maketrans(letters, letters[turn:] + letters[:turn])
    return table


def _names(documents: Iterable[Document], actors: Iterable[Actor]) -> frozenset[str]:
    """Words of the names of claimers that no report has in small letters."""
    small = {word for one in documents for word in _WORD.findall(one.text) if word.islower()}
    return frozenset(
        word
        for actor in actors
        if actor.entity.kind not in (EntityKind.GOVERNMENT, EntityKind.UNNAMED)
        for name in (actor.entity.name, *actor.entity.aliases)
        for word in _WORD.findall(name)
        if word[0].isupper() and word.lower() not in small
    )


def _tie(one: Relation, new: dict[str, Document], ids: dict[str, str]) -> Relation:
    def cut(parts: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(Evidence.cut(new[p.document].id, new[p.document].text, p.span) for p in parts)

    reasons = tuple(
        Reason(r.name, r.score, r.detail, cut(r.left), cut(r.right)) for r in one.reasons
    )
    return Relation.make(one.kind, ids[one.left], ids[one.right], one.score, reasons)


def _mentions(small: Writer) -> defaultdict[str, list[Mention]]:
    found = defaultdict[str, list[Mention]](list)
    for document, start, end, label, score in _rows(
        small, 'SELECT document, start, "end", label, score FROM mentions ORDER BY 1, 2'
    ):
        found[document].append(Mention(Span(start, end), label, score))
    return found


def _noted(small: Writer, large: Writer, ids: dict[str, str], number: int) -> None:
    """What the linker keeps of each claim; the keys of each copy are its own."""
    keys = dict[str, int](_rows(large, "SELECT id, key FROM claims"))
    with large._database.transaction():
        for made, *kept in _rows(
            small, "SELECT id, who, gist, vector, tied FROM linked JOIN claims ON key = claim"
        ):
            large._database.run(
                "INSERT INTO linked VALUES (?, ?, '[]', ?, ?, ?)", (keys[ids[made]], *kept)
            )
        large._database.many(
            "INSERT OR IGNORE INTO link_keys VALUES (?, ?)",
            (
                ((key + number) % 2**62, keys[ids[made]])
                for made, key in _rows(
                    small,
                    """SELECT id, link_keys.key FROM link_keys
                    JOIN claims ON claims.key = link_keys.claim""",
                )
            ),
        )


def _rows(store: Writer, sql: str) -> Iterator[tuple[Any, ...]]:
    yield from store._database.rows(sql)
