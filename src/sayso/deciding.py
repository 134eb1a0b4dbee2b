"""People's words as lines of JSON, to move between copies of a case and between people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from sayso.model import wire
from sayso.model.correction import Correction, Remark, RemarkKind
from sayso.model.errors import SaysoError, UsageError
from sayso.model.relation import Decision, Verdict
from sayso.model.trace import Problem
from sayso.store.desk import Desk
from sayso.store.hand import Ends, Hand, Word
from sayso.store.packing import shape, unshape

_LONGEST = 100_000  # characters of a note or a name


def words(desk: Desk) -> Iterator[wire.Shape]:
    """All that people said, first to last of each kind: decisions, corrections, remarks."""
    ends = desk.decided_ties()
    for decision in desk.decisions():
        yield decision_shape(decision, ends.get(decision.subject))
    yield from map(correction_shape, desk.corrections())
    yield from map(remark_shape, desk.remarks())


def decision_shape(word: Decision, ends: Ends | None = None) -> wire.Shape:
    """The `decision` line; relation: what it ties, where it is on a relation."""
    tie = dict(zip(("kind", "left", "right"), ends, strict=True)) if ends else None
    return {
        "type": "decision",
        "subject": word.subject,
        "verdict": word.verdict.value,
        "who": word.who,
        "at": word.at,
        "note": word.note,
        "relation": tie,
    }


def correction_shape(word: Correction) -> wire.Shape:
    """The `correction` line; claim: as it should be, null where it is taken back."""
    return {
        "type": "correction",
        "subject": word.subject,
        "document": word.document,
        "claim": shape(word.claim) if word.claim else None,
        "made": word.claim.id if word.claim else None,
        "who": word.who,
        "at": word.at,
        "note": word.note,
    }


def remark_shape(word: Remark) -> wire.Shape:
    """The `remark` line."""
    return {
        "type": "remark",
        "subject": word.subject,
        "kind": word.kind.value,
        "text": word.text,
        "who": word.who,
        "at": word.at,
    }


def take_in(hand: Hand, lines: Iterable[str], source: str) -> tuple[int, list[Problem]]:
    """Add the words of such lines; how many were new, and what could not be taken in."""
    given, problems = list[tuple[Word, Ends | None]](), list[Problem]()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            word = read(json.loads(line))
        except (SaysoError, ValueError, RecursionError) as error:
            problems.append(Problem("decision", f"line {number}: {error}", source))
        else:
            given += [word] if word else []
    new = hand.take_in(given) if given else 0
    return new, problems


def settle(hand: Hand) -> None:
    """Work out claimers and ties anew, as people's words have it now."""
    from sayso.joining import rejoin
    from sayso.linking import relink

    rejoin(hand)
    relink(hand)


def read(told: Any) -> tuple[Word, Ends | None] | None:
    """The word of a line, with what it ties; None for a line of another type.

    Raises UsageError, EvidenceError where it is not well formed.
    """
    if not isinstance(told, dict) or "type" not in told:
        raise UsageError("not an object with a type")
    try:
        return _READ[told["type"]](told) if told["type"] in _READ else None
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(f"not a {told['type']} as sayso writes it: {error!r}") from error


def _decision(told: dict[str, Any]) -> tuple[Word, Ends | None]:
    tie = told.get("relation")
    ends = (str(tie["kind"]), str(tie["left"]), str(tie["right"])) if tie else None
    word = Decision(
        _text(told, "subject"), Verdict(told["verdict"]), _text(told, "who"), _time(told),
        _text(told, "note"),
    )  # fmt: skip
    return word, ends


def _correction(told: dict[str, Any]) -> tuple[Word, None]:
    document = _text(told, "document")
    claim = None if told["claim"] is None else unshape(document, told["claim"])
    subject, who, note = (_text(told, name) for name in ("subject", "who", "note"))
    return Correction(subject, document, claim, who, _time(told), note), None


def _remark(told: dict[str, Any]) -> tuple[Word, None]:
    subject, text, who = (_text(told, name) for name in ("subject", "text", "who"))
    return Remark(subject, RemarkKind(told["kind"]), text, who, _time(told)), None


_READ = {"decision": _decision, "correction": _correction, "remark": _remark}


def _text(told: dict[str, Any], name: str) -> str:
    value = told[name]
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise UsageError(f"{name} is not a text")
    return value


def _time(told: dict[str, Any]) -> str:
    """In UTC to the second, as all times of a case, so that they sort."""
    at = _text(told, "at")
    if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", at):
        datetime.fromisoformat(at)
        return at
    when = datetime.fromisoformat(at)
    if when.tzinfo is None:
        raise UsageError(f"the time {at} does not tell its zone")
    return when.astimezone(UTC).isoformat(timespec="seconds")
