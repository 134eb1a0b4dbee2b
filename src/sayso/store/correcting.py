"""A correction, carried out in the findings of its document.

What the analysis found is put together again from the claims that stand and those put aside, the
corrections that count are laid over it, and only the rows that differ are written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.model.claim import Claim, Entity
from sayso.model.correction import Correction
from sayso.model.ids import relation_id
from sayso.model.relation import UNDIRECTED, Decision, RelationKind, Verdict
from sayso.model.trace import Maker
from sayso.store import claims, findings, links, relations, words
from sayso.store.database import Database
from sayso.store.overlay import PERSON, overlay
from sayso.store.overlay import maker as author
from sayso.store.packing import unpack
from sayso.store.query import ClaimQuery

Made = tuple[Claim, Maker]


def correct(database: Database, word: Correction) -> None:
    """Keep a correction and carry it out. Call it in a transaction."""
    before = words.corrected(database, word.subject)
    words.add_correction(database, word)
    lay(database, word.document)
    was, now = _id(before, word.subject), _id(word, word.subject)
    if was != now:
        _carry_over(database, was, now, word)


def lay(database: Database, document: str) -> None:
    """Bring the claims of a document in line with the corrections that count."""
    stand = claims.load(database, ClaimQuery(document=document), joined=False)
    found, maker = _found(database, document, stand)
    over = overlay([one for one, _ in found], words.counting(database, document))
    makers = {one.id: by for one, by in found}
    wanted = [(one, makers[one.id]) for one in over.found]
    written = [(one, author(why)) for one, why in over.written]
    database.run("DELETE FROM overruled WHERE document = ?", (document,))
    if _swap(database, document, stand, [*wanted, *written]):
        database.run("DELETE FROM joinings")
    findings.write(database, replace(over, written=()), maker, {})


def _found(database: Database, document: str, stand: Iterable[Made]) -> tuple[list[Made], Maker]:
    """What the analysis found, under the parents that it gave, and who analysed."""
    rows = database.rows(
        """SELECT overruled.id, overruled.subject, overruled.claim, name, version, settings
        FROM overruled JOIN makers ON makers.key = overruled.maker WHERE document = ?""",
        (document,),
    )
    found = [(one, maker) for one, maker in stand if maker.name != PERSON]
    found += [(unpack(document, packed), Maker(*maker)) for _, _, packed, *maker in rows]
    then = {_made(database, subject): made for made, subject, *_ in reversed(rows)}
    row = database.one(
        """SELECT name, version, settings FROM analyses
        JOIN makers ON makers.key = analyses.maker WHERE document = ?""",
        (document,),
    )
    return [(_under(one, then), maker) for one, maker in found], Maker(*(row or (PERSON, "")))


def _made(database: Database, subject: str) -> str:
    """The id that a claim had until now: of the last correction of it that was carried out."""
    row = database.one(
        """SELECT made FROM corrections WHERE subject = ? AND made IN (SELECT id FROM claims)
        ORDER BY at DESC, key DESC LIMIT 1""",
        (subject,),
    )
    return str(row[0]) if row else subject


def _under(claim: Claim, then: dict[str, str]) -> Claim:
    tie = claim.attribution
    parent = then.get(tie.parent, tie.parent) if tie.parent else None
    return replace(claim, attribution=replace(tie, parent=parent))


def _swap(database: Database, document: str, stand: list[Made], wanted: list[Made]) -> bool:
    """Write the rows that differ; whether any did."""
    have, want = dict(stand), dict(wanted)
    gone = [one.id for one, maker in stand if want.get(one) != maker]
    come = [(one, maker) for one, maker in wanted if have.get(one) != maker]
    known = _claimers(database, document)
    links.forget(database, gone)
    for made in gone:
        database.run("DELETE FROM claims WHERE id = ?", (made,))
    findings.save(database, come, known)
    database.run(
        """DELETE FROM entities WHERE document = ?
        AND key NOT IN (SELECT claimer FROM claims WHERE document = ?)""",
        (document, document),
    )
    return bool(gone or come)


def _claimers(database: Database, document: str) -> dict[Entity, int]:
    rows = database.rows("SELECT key FROM entities WHERE document = ?", (document,))
    found = claims.entities(database, [key for (key,) in rows])
    return {entity: key for key, entity in found.items()}


def _id(word: Correction | None, subject: str) -> str:
    return word.claim.id if word and word.claim else subject


def _carry_over(database: Database, was: str, now: str, word: Correction) -> None:
    """Verdicts on the ties of a claim hold for it under its new id, too."""
    decided = relations.verdicts(database)
    rows = database.rows(
        """SELECT id, kind, left_claim, right_claim FROM decided_relations
        WHERE left_claim = ?1 OR right_claim = ?1""",
        (was,),
    )
    for old, kind, *ends in rows:
        left, right = (now if end == was else end for end in ends)
        if left == right or old not in decided:
            continue
        if kind in UNDIRECTED:
            left, right = sorted((left, right))
        new = relation_id(kind, left, right)
        if decided.get(new) is not decided[old]:
            links.keep_ends(database, new, RelationKind(kind), left, right)
            _repeat(database, old, new, decided[old], word)


def _repeat(database: Database, old: str, new: str, verdict: Verdict, word: Correction) -> None:
    said = [one for one in relations.decisions(database, old) if one.verdict is verdict][-1]
    note = f"as on {old}, before the claim was corrected"
    relations.decide(database, Decision(new, verdict, said.who, word.at, note))
