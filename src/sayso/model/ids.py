"""Ids are made from content: never from time, order, or the program that found a thing.

The same bytes, places or names give the same id on every machine, so that adding a thing twice
changes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sayso.model.span import Span

_LENGTH = 16  # hexadecimal digits: 64 bits, a clash is unlikely below some hundred million rows


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def sha256(raw: bytes) -> str:
    """The full SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def document_id(fingerprint: str, text: str) -> str:
    """Of a document: from the fingerprint of its bytes and the text that was read from them."""
    return "d" + _digest(fingerprint, text)


def attribution_id(document: str, roles: Iterable[tuple[str, Iterable[Span]]]) -> str:
    """Of an attribution: from its document and its places only."""
    places = [f"{role}:{','.join(f'{s.start}-{s.end}' for s in spans)}" for role, spans in roles]
    return "c" + _digest(document, *places)


def entity_id(kind: str, name: str, affiliation: str | None) -> str:
    """Of a claimer: from what it is and is called."""
    return "e" + _digest(kind, name.casefold(), (affiliation or "").casefold())


def relation_id(kind: str, left: str, right: str) -> str:
    """Of a relation: from its kind and its two claims, in the order given."""
    return "r" + _digest(kind, left, right)


def problem_id(kind: str, source: str, message: str) -> str:
    """Of a problem: from what it says and of what."""
    return "p" + _digest(kind, source, message)


def actor_id(kind: str, name: str, affiliation: str | None, first: str) -> str:
    """Of a claimer that shares its name with another: where it first appears tells them apart."""
    return "e" + _digest(kind, name.casefold(), (affiliation or "").casefold(), first)


def exchange_id(parts: Iterable[str]) -> str:
    """Of a request over the net: from everything that is kept of it, so that it seals it."""
    return "x" + _digest(*parts)
