"""What people do, for the forms of pages and for the API alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from sayso import correcting, joining, linking
from sayso.model.attribution import CueClass
from sayso.model.claim import Claim, EntityKind
from sayso.model.correction import Correction, Deed, Remark, RemarkKind
from sayso.model.errors import UnknownNameError, UsageError
from sayso.model.relation import Decision, Verdict
from sayso.model.span import Span
from sayso.store import now
from sayso.store.desk import Desk
from sayso.store.hand import Hand
from sayso.web import intake, parts
from sayso.web.clerk import Between, Job

SMALL = 5000  # claims of a case that is worked out anew at once
_LONGEST = 10_000  # characters of a note
_SPAN = re.compile(r"\s*(\d{1,12})\s*-\s*(\d{1,12})\s*")
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


def correct(request: Request, made: str, fix: correcting.Fix, why: str) -> Deed:
    """Keep how a claim should be."""
    who = parts.who(request)

    def write(hand: Hand) -> Deed:
        claim, subject = _claim(hand, made)
        document = hand.documents([claim.document])[0]
        reason = f"{who} put it right" + (f": {_words(why)}" if why else "")
        should = correcting.corrected(document, claim, fix, reason)
        hand.correct(Correction(subject, document.id, should, who, now(), _words(why)))
        return hand.deeds(subject, 1)[0]

    done = parts.clerk(request).write(write)
    settle(request)
    return done


def uncorrect(request: Request, made: str) -> Deed:
    """Take a correction back altogether: the claim is again as it was found."""
    who = parts.who(request)

    def write(hand: Hand) -> Deed:
        word = hand.corrected(made)
        if word is None or word.claim is None:
            raise UsageError("this claim is as it was found")
        hand.correct(Correction(word.subject, word.document, None, who, now(), ""))
        return hand.deeds(word.subject, 1)[0]

    done = parts.clerk(request).write(write)
    settle(request)
    return done


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


def fix(places: Mapping[str, str], speaker: Mapping[str, str]) -> correcting.Fix:
    """What a form says that a claim should be; see `correcting.Fix`."""
    source, cue, content = (spans(places[name]) for name in ("source", "cue", "content"))
    if len(source) > 1 or len(cue) > 1:
        raise UsageError("source and cue stand in one place each")
    kind = speaker.get("kind") or EntityKind.PERSON.value
    if kind not in {one.value for one in EntityKind}:
        raise UsageError(f"no kind of claimer is called {kind!r}")
    cue_class = places.get("cue_class", "")
    if cue_class and cue_class not in {one.value for one in CueClass}:
        raise UsageError(f"no kind of cue is called {cue_class!r}")
    named = correcting.Speaker(
        speaker.get("name", "")[:500], EntityKind(kind), speaker.get("role", "")[:500],
        speaker.get("affiliation", "")[:500],
    )  # fmt: skip
    return correcting.Fix(
        content,
        next(iter(source), None),
        next(iter(cue), None),
        named if named.name else None,
        CueClass(cue_class) if cue_class else None,
    )


def spans(told: str) -> tuple[Span, ...]:
    """Places as a form has them: "12-30", "40-80,90-100", "" for none."""
    found = []
    for part in filter(None, (part.strip() for part in told.split(","))):
        match = _SPAN.fullmatch(part)
        if match is None or int(match[1]) >= int(match[2]):
            raise UsageError(f"not a place in the text: {part!r}; write 12-30")
        found.append(Span(int(match[1]), int(match[2])))
    return tuple(sorted(found))


def counting(request: Request, deed: Deed) -> dict[str, Any]:
    """What counts now on what a deed was done to, for the script of a page."""
    with parts.reading(request).desk() as desk:
        found = desk.verdicts_on([deed.subject]).get(deed.subject)
        word = desk.corrected(deed.subject)
    stands = "corrected" if word and word.claim else ""
    return {"subject": deed.subject, "verdict": found.value if found else stands}


def _settle(hand: Hand, job: Job, between: Between) -> None:
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
