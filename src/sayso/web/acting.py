"""What people do, for the forms of pages and for the API alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from starlette.requests import Request

from sayso import correcting, joining
from sayso.model.claim import Claim
from sayso.model.correction import Correction, Deed, Remark, RemarkKind
from sayso.model.errors import UnknownNameError, UsageError
from sayso.model.relation import Decision, Verdict
from sayso.store import ClaimQuery, now
from sayso.store.desk import Desk
from sayso.store.hand import Hand
from sayso.web import fixes, intake, parts
from sayso.web.clerk import Between, Job

T = TypeVar("T")

SMALL = 5000  # claims of a case that is worked out anew at once
_LONGEST = 10_000  # characters of a note
_SUBJECT = re.compile(r"[a-z][0-9a-f]{16}")


def verdict(told: str) -> Verdict:
    """A verdict by name."""
    try:
        return Verdict(told)
    except ValueError:
        known = ", ".join(Verdict)
        raise UsageError(f"no verdict is called {told!r}; there are {known}") from None


def decide(request: Request, subject: str, told: Verdict, note: str) -> Deed:
    """Keep a verdict on a claim or tie that is in the case."""
    who = parts.who(request)

    def write(hand: Hand) -> Deed:
        if not (hand.claims_by_id([subject]) or hand.ties_by_id([subject])):
            raise UnknownNameError(f"there is no claim or tie {subject!r} in this case")
        hand.judge(Decision(subject, told, who, now(), _words(note)))
        return hand.deeds(subject, 1)[0]

    return parts.clerk(request).write(write)


def undo(request: Request, kind: str, key: int) -> Deed:
    """Take something back."""
    who = parts.who(request)

    def write(hand: Hand) -> Deed:
        deed = hand.deed(kind, key)
        hand.undo(deed, who, now())
        return next(one for one in hand.deeds(deed.subject) if one.kind == kind)

    done = parts.clerk(request).write(write)
    if kind == "correction" or done.subject.startswith("same:"):
        settle(request)
    return done


def bookmark(request: Request, subject: str) -> tuple[bool, Deed]:
    """Set a bookmark, or take it away where there is one; whether it is there now."""
    who = parts.who(request)

    def write(hand: Hand) -> tuple[bool, Deed]:
        there = any(
            one.kind is RemarkKind.BOOKMARK and one.who == who
            for one in hand.remarks_on([_subject(subject)])
        )
        hand.remark(Remark(subject, RemarkKind.BOOKMARK, "" if there else "on", who, now()))
        return not there, hand.deeds(subject, 1)[0]

    return parts.clerk(request).write(write)


def note(request: Request, subject: str, words: str) -> Deed:
    """Keep a note of whoever asks; an empty one takes theirs away."""
    remark = Remark(
        _subject(subject), RemarkKind.NOTE, _words(words), parts.who(request), now()
    )  # fmt: skip

    def write(hand: Hand) -> Deed:
        hand.remark(remark)
        return hand.deeds(subject, 1)[0]

    return parts.clerk(request).write(write)


def correct(request: Request, made: str, told: fixes.Told, why: str) -> Deed:
    """Keep how a claim should be."""
    who = parts.who(request)

    def write(hand: Hand) -> Deed:
        claim, subject = _claim(hand, made)
        document = hand.documents([claim.document])[0]
        reason = _reason(f"{who} put it right", why)
        should = correcting.corrected(document, claim, told(document), reason)
        return _corrected(hand, Correction(subject, document.id, should, who, now(), _words(why)))

    return _settled(request, write)


def add_claim(request: Request, made: str, told: fixes.Told, why: str) -> Deed:
    """Keep a claim of a document that nothing has found; its subject is the claim's id."""
    who = parts.who(request)

    def write(hand: Hand) -> Deed:
        found = hand.documents([made])
        if not found:
            raise UnknownNameError(f"there is no document {made!r} in this case")
        reason = _reason(f"{who} wrote it", why)
        others = [claim for claim, _ in hand.claims(ClaimQuery(document=made))]
        claim = correcting.written(found[0], told(found[0]), reason, others)
        if claim.id in {one.id for one in others}:
            raise UsageError("a claim stands at just these places; correct that one")
        word = Correction(claim.id, made, claim, who, now(), _words(why))
        return _corrected(hand, word)

    return _settled(request, write)


def uncorrect(request: Request, made: str) -> Deed:
    """Take a correction back altogether: the claim is again as it was found."""
    who = parts.who(request)

    def write(hand: Hand) -> Deed:
        word = hand.corrected(made)
        if word is None or word.claim is None:
            raise UsageError("this claim is as it was found")
        return _corrected(hand, Correction(word.subject, word.document, None, who, now(), ""))

    return _settled(request, write)


def same(request: Request, one: str, other: str, told: Verdict, why: str) -> int:
    """Keep that two claimers are one or are not; how many pairs of names it took."""
    decision = Decision("", told, parts.who(request), now(), _words(why))
    pairs = parts.clerk(request).write(lambda hand: joining.rule(hand, decision, (one, other)))
    settle(request)
    return pairs


def settle(request: Request, *, ask: bool = True) -> Job | None:
    """Work out claimers and ties anew behind what waits. ask: not where the case is so large that
    somebody should say when."""
    if ask:
        with parts.reading(request).desk() as desk:
            if desk.numbers().claims > SMALL:
                return None
    title = "working out claimers and ties anew"
    return parts.clerk(request).begin(title, _settle if ask else intake.finish)


def counting(request: Request, deed: Deed) -> dict[str, Any]:
    """What counts now on what a deed was done to, for the script of a page."""
    with parts.reading(request).desk() as desk:
        found = desk.verdicts_on([deed.subject]).get(deed.subject)
        word = desk.corrected(deed.subject)
        by_hand = desk.written([word.claim.id]) if word and word.claim else ()
    stands = ("written by hand" if by_hand else "corrected") if word and word.claim else ""
    return {"subject": deed.subject, "verdict": found.value if found else stands}


def _corrected(hand: Hand, word: Correction) -> Deed:
    hand.correct(word)
    return hand.deeds(word.subject, 1)[0]


def _settled(request: Request, write: Callable[[Hand], T]) -> T:
    """Write, and have worked out anew what hangs on it."""
    done = parts.clerk(request).write(write)
    settle(request)
    return done


def _reason(what: str, why: str) -> str:
    return what + (f": {_words(why)}" if why else "")


def _settle(hand: Hand, job: Job, between: Between) -> None:
    from sayso import linking

    job.total, job.doing = 2, "who is who"
    joining.rejoin(hand)
    between()
    job.done, job.doing = 1, "how the claims stand to each other"
    linking.relink(hand)
    job.done = 2


def _claim(desk: Desk, made: str) -> tuple[Claim, str]:
    """A claim as it is now, as its document has it, and the subject of corrections of it."""
    word = desk.corrected(made)
    now_at = word.claim.id if word and word.claim else made
    found = desk.plain_claim(now_at)
    if found is None:
        raise UnknownNameError(f"there is no claim {made!r} in this case")
    return found, word.subject if word else made


def _subject(told: str) -> str:
    if not _SUBJECT.fullmatch(told):
        raise UsageError(f"not an id of anything: {told!r}")
    return told


def _words(told: str) -> str:
    return told.replace("\r\n", "\n").strip()[:_LONGEST]
