"""What was found in a document. Findings are thrown away and rebuilt as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.model.claim import Claim, Entity
from sayso.model.correction import Correction
from sayso.model.parsed import Mention
from sayso.model.span import Evidence
from sayso.model.trace import Maker, Problem
from sayso.store import links, trace, words
from sayso.store.database import Database, Row
from sayso.store.names import folded
from sayso.store.overlay import Overlaid, overlay
from sayso.store.overlay import maker as author
from sayso.store.packing import fits, pack


@dataclass(frozen=True, slots=True)
class Findings:
    """All that one analysis found in one document.

    document: its id. claims, mentions: in the order of the text. problems: met on the way.
    """

    document: str
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    problems: tuple[Problem, ...] = ()


def replace(database: Database, found: Findings, maker: Maker) -> None:
    """Put these findings in the place of the earlier ones. Call it in a transaction."""
    clear(database, found.document)
    key = trace.maker_key(database, maker)
    _save_mentions(database, found)
    over = overlay(found.claims, _corrections(database, found))
    save(database, ((claim, maker) for claim in over.found), {})
    write(database, over, maker, {})
    trace.save_problems(database, found.problems, "analyse")
    database.run("INSERT INTO analyses (document, maker) VALUES (?, ?)", (found.document, key))


def save(
    database: Database, claims: Iterable[tuple[Claim, Maker]], known: dict[Entity, int]
) -> None:
    """Add claims with their makers. known: the rows of claimers that their document has already,
    which grow. Call it in a transaction."""
    makers = dict[Maker, int]()
    for claim, maker in claims:
        if claim.claimer not in known:
            known[claim.claimer] = _save_entity(database, claim.document, claim.claimer)
        if maker not in makers:
            makers[maker] = trace.maker_key(database, maker)
        _save_claim(database, claim, known[claim.claimer], makers[maker])


def write(database: Database, over: Overlaid, maker: Maker, known: dict[Entity, int]) -> None:
    """Add the claims that people wrote, and put aside what they replace. maker: of the findings."""
    save(database, ((claim, author(why)) for claim, why in over.written), known)
    key = trace.maker_key(database, maker)
    database.many(
        "INSERT INTO overruled VALUES (?, ?, ?, ?, ?)",
        [(one.id, one.document, why.subject, pack(one), key) for one, why in over.overruled],
    )


def clear(database: Database, document: str) -> None:
    """Throw away what was found in a document, and what rests on it: relations, who is who."""
    database.run("DELETE FROM joinings")
    rows = database.rows("SELECT id FROM claims WHERE document = ?", (document,))
    links.forget(database, [made for (made,) in rows])
    database.run("DELETE FROM analyses WHERE document = ?", (document,))
    database.run("DELETE FROM problems WHERE document = ? AND step = 'analyse'", (document,))
    database.run("DELETE FROM claims WHERE document = ?", (document,))
    database.run("DELETE FROM overruled WHERE document = ?", (document,))
    database.run("DELETE FROM entities WHERE document = ?", (document,))
    database.run("DELETE FROM mentions WHERE document = ?", (document,))


def pending(database: Database, maker: Maker) -> list[str]:
    """Ids of the documents that this maker has not analysed."""
    rows = database.rows(
        """SELECT id FROM documents WHERE id NOT IN (
            SELECT document FROM analyses JOIN makers ON makers.key = analyses.maker
            WHERE makers.name = ? AND makers.version = ? AND makers.settings = ?
        ) ORDER BY published IS NULL, published, id""",
        (maker.name, maker.version, maker.settings),
    )
    return [row[0] for row in rows]


def names(database: Database, least: float) -> list[tuple[str, int]]:
    """Every name found in the documents, with how often, by name; not below a score."""
    select = "SELECT text, count(*) FROM mentions WHERE score >= ? GROUP BY text ORDER BY text"
    return [(text, count) for text, count in database.rows(select, (least,))]


def _save_mentions(database: Database, found: Findings) -> None:
    row = database.one("SELECT text FROM documents WHERE id = ?", (found.document,))
    text = row[0] if row else ""
    database.many(
        "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?, ?)",
        [
            (found.document, m.span.start, m.span.end, m.label, m.score, m.span.cut(text))
            for m in found.mentions
        ],
    )


def _corrections(database: Database, found: Findings) -> Iterator[Correction]:
    """The corrections that count in a document; one whose words are not there is a problem."""
    (text,) = database.one("SELECT text FROM documents WHERE id = ?", (found.document,)) or ("",)
    for one in words.counting(database, found.document):
        if one.claim is None or fits(one.claim, text):
            yield one
        else:
            message = f"the correction of {one.subject} by {one.who} is not of these words"
            problem = Problem("correction", message, found.document, found.document)
            trace.save_problems(database, [problem], "analyse")


def _save_entity(database: Database, document: str, entity: Entity) -> int:
    key = database.run(
        """INSERT INTO entities (id, document, kind, role, affiliation, stands_for)
        VALUES (?, ?, ?, ?, ?, ?)""",
        (
            entity.id,
            document,
            entity.kind.value,
            entity.role,
            entity.affiliation,
            entity.stands_for,
        ),
    )
    names = (entity.name, *entity.aliases)
    database.many(
        "INSERT INTO entity_names VALUES (?, ?, ?, ?)",
        [(key, n, name, folded(name)) for n, name in enumerate(names)],
    )
    database.many(
        "INSERT INTO entity_spans VALUES (?, ?, ?, ?, ?, ?)",
        [(key, n, e.document, *_place(e)) for n, e in enumerate(entity.evidence)],
    )
    return key


def _save_claim(database: Database, claim: Claim, claimer: int, maker: int) -> None:
    tie, said = claim.attribution, claim.said
    key = database.run(
        """INSERT INTO claims (id, document, position, claimer, quotation, cue_class, negated, said,
            said_from, parent, score, reason, maker)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            claim.id,
            claim.document,
            claim.content[0].span.start,
            claimer,
            tie.quotation.value,
            claim.cue_class.value,
            claim.negated,
            said.iso if said else None,
            said.known_from.value if said else None,
            tie.parent,
            tie.score,
            claim.reason,
            maker,
        ),
    )
    database.many("INSERT INTO claim_spans VALUES (?, ?, ?, ?, ?, ?)", _spans(key, claim))
    names = " · ".join((claim.claimer.name, *claim.claimer.aliases))
    database.run(
        "INSERT INTO claim_index (rowid, content, claimer) VALUES (?, ?, ?)",
        (key, claim.text, names),
    )


def _spans(key: int, claim: Claim) -> Iterable[Row]:
    roles = {
        "source": (claim.source,),
        "cue": (claim.cue,),
        "content": claim.content,
        "medium": (claim.medium,),
        "addressee": (claim.addressee,),
        "place": (claim.place,),
        "occasion": (claim.occasion,),
    }
    for role, parts in roles.items():
        for n, part in enumerate(parts):
            if part is not None:
                yield (key, role, n, *_place(part))


def _place(evidence: Evidence) -> tuple[int, int, str]:
    return evidence.span.start, evidence.span.end, evidence.text
