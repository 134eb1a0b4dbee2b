"""Questions to a case."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypedDict

from sayso.model.attribution import CueClass, Quotation
from sayso.model.document import KnownFrom, When
from sayso.model.errors import EvidenceError, UsageError
from sayso.model.span import Span
from sayso.store.names import folded_words

_AFTER = "g"  # behind all that an id can go on with, which is hexadecimal
_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')


class ClaimParts(TypedDict, total=False):
    """The fields of ClaimQuery, for functions that take them by name."""

    by: str | None
    about: str | None
    outlet: str | None
    since: str | None
    until: str | None
    search: str | None
    cue_class: str | None
    quotation: str | None
    document: str | None
    id: str | None
    min_score: float
    limit: int | None


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Which claims are wanted. All that is given must hold; nothing given: every claim.

    by: each word begins a word of one of the claimer's names, or of name, role and affiliation
        together: "ostrel", "defence min", "halvern foreign minister".
    about: words of the content, in any form; search: of the content or the claimer's names.
        "quoted words" stand together; a word with * at its end is the beginning of one.
    outlet: each word begins a word of the outlet's name.
    since, until: of the printing, both included: "2016", "2016-12" or "2016-12-12". A document of
        which only the month is known counts where it may lie inside.
    cue_class, quotation: as in the contract ("deny", "direct"). document: id. id: of the claim, or
        its beginning.
    min_score: 0 to 1. limit: at most so many, the first in the order of printing.
    standing: only those that no person rejected.

    Raises UsageError for values that make no sense.
    """

    by: str | None = None
    about: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    search: str | None = None
    cue_class: str | None = None
    quotation: str | None = None
    document: str | None = None
    id: str | None = None
    min_score: float = 0.0
    limit: int | None = None
    standing: bool = False

    def __post_init__(self) -> None:
        _one_of("cue class", self.cue_class, [item.value for item in CueClass])
        _one_of("quotation", self.quotation, [item.value for item in Quotation])
        _date("since", self.since)
        _date("until", self.until)
        for name, value in (("by", self.by), ("outlet", self.outlet)):
            if value is not None and not folded_words(value):
                raise UsageError(f"{name} holds no word: {value!r}")
        for words in (self.about, self.search):
            if words is not None:
                match(words)
        if self.limit is not None and self.limit < 0:
            raise UsageError(f"limit is below zero: {self.limit}")


@dataclass(frozen=True, slots=True)
class Hit:
    """One finding of a search.

    kind: "document" or "claim". id: of what was found; document: where it stands.
    heading: the title or outlet of a document, the claimer of a claim.
    snippet: words around the match; marks: where the words that match stand in it.
    """

    kind: str
    id: str
    document: str
    heading: str
    snippet: str
    marks: tuple[Span, ...]


def match(words: str, column: str = "") -> str:
    """Words of a user as a query for FTS5, in which nothing but quotes and a final * has power.

    Raises UsageError where there is nothing to look for.
    """
    terms = [_quoted(phrase or word) for phrase, word in _TERM.findall(words)]
    terms = [term for term in terms if term]
    if not terms:
        raise UsageError("nothing to search for: give one word or more")
    query = " ".join(terms)
    return f"{{{column}}} : ({query})" if column else query


def beginnings(words: tuple[str, ...]) -> str:
    """Folded words as a query for FTS5: each begins a word of one row."""
    return " ".join(f'"{word.strip()}"*' for word in words)


def conditions(query: ClaimQuery) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Each condition on `claims` and `documents`: constant SQL, and the values for its places."""
    if query.by is not None:
        words = folded_words(query.by)
        if len(words) > 1 and words[0] == " the":  # "the French minister" is a "French minister"
            words = words[1:]
        yield _BY, (beginnings(words), _json(words))
    if query.outlet is not None:
        yield _OUTLET, (_json(folded_words(query.outlet)),)
    if query.about is not None:
        yield _INDEXED, (match(query.about, "content"),)
    if query.search is not None:
        yield _INDEXED, (match(query.search),)
    if query.since is not None:
        yield "published >= substr(?, 1, length(published))", (query.since,)
    if query.until is not None:
        yield "substr(published, 1, length(?)) <= ?", (query.until, query.until)
    if query.id is not None:
        yield "claims.id >= ? AND claims.id < ?", (query.id, query.id + _AFTER)
    if query.standing:
        yield _STANDING, ()
    # +: an index on the score would only slow it down
    yield ("TRUE", ()) if query.min_score <= 0 else ("+claims.score >= ?", (query.min_score,))
    simple = {
        "claims.cue_class = ?": query.cue_class,
        "claims.quotation = ?": query.quotation,
        "claims.document = ?": query.document,
    }
    yield from ((sql, (value,)) for sql, value in simple.items() if value is not None)


_INDEXED = "claims.key IN (SELECT rowid FROM claim_index WHERE claim_index MATCH ?)"
_STANDING = """claims.id NOT IN (
    SELECT subject FROM latest_decisions WHERE verdict = 'rejected')"""
_OUTLET = """claims.document IN (SELECT id FROM documents
    WHERE NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(folded(outlet), value) = 0))"""
# Until claimers are joined, as after a kill, the names in each document have to do.
_BY = """claims.claimer IN (
    SELECT entity FROM actor_members
    WHERE actor IN (SELECT actor FROM actor_index WHERE actor_index MATCH ?)
    UNION ALL SELECT entity FROM entity_names AS names
    WHERE NOT EXISTS (SELECT 1 FROM joinings)
    AND NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(names.folded, value) = 0))"""


def _json(words: tuple[str, ...]) -> str:
    return json.dumps(words)


def _quoted(term: str) -> str:
    beginning = term.endswith("*")
    term = term.rstrip("*").replace("\x00", " ")
    term = re.sub("[\ud800-\udfff]", " ", term).strip()
    return f'"{term}"{"*" if beginning else ""}' if term else ""


def _one_of(what: str, value: str | None, known: list[str]) -> None:
    if value is not None and value not in known:
        raise UsageError(f"no {what} is called {value!r}; there are {', '.join(known)}")


def _date(name: str, value: str | None) -> None:
    if value is None:
        return
    try:
        When(value, KnownFrom.GIVEN)
    except EvidenceError as error:
        raise UsageError(f"{name}: {error}") from error
