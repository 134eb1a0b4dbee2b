"""What people say beyond a verdict: how a claim should be, and what they note beside things."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Correction:
    """How a claim should be, in a person's word. Only added; of each subject the latest counts.

    subject: id of the claim as it was found; of one that was not found, the id as first written.
    document: its id. claim: as it should be; None where the correction is taken back.
    who: name. at: ISO time. note: in their words.
    """

    subject: str
    document: str
    claim: Claim | None
    who: str
    at: str
    note: str = ""


class RemarkKind(StrEnum):
    """What is put beside a thing."""

    BOOKMARK = "bookmark"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Remark:
    """A bookmark or note. Only added; of each subject, kind and person the latest counts.

    subject: id of anything. text: of a bookmark "on"; "" takes it back. who: name. at: ISO time.
    """

    subject: str
    kind: RemarkKind
    text: str
    who: str
    at: str


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that a person did to a case.

    kind: "decision", "correction", "bookmark" or "note". key: names it among those of its kind.
    what: the verdict or text; of a correction "corrected", "written" of a
    claim that nothing had found, or "withdrawn". note: in their words.
    """

    kind: str
    key: int
    subject: str
    what: str
    who: str
    at: str
    note: str = ""
