"""The case on disk: one SQLite file. What is kept, what is found, and what went wrong."""

from sayso.store.case_file import Store
from sayso.store.database import sqlite_notice
from sayso.store.findings import Findings
from sayso.store.links import Note
from sayso.store.names import folded, folded_words
from sayso.store.query import ClaimParts, ClaimQuery, Hit
from sayso.store.trace import moment, now
from sayso.store.undisturbed import undisturbed
from sayso.store.writing import Writer

__all__ = [
    "ClaimParts",
    "ClaimQuery",
    "Findings",
    "Hit",
    "Note",
    "Store",
    "Writer",
    "folded",
    "folded_words",
    "moment",
    "now",
    "sqlite_notice",
    "undisturbed",
]
