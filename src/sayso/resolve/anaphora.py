"""Pronouns, titles and short names of bodies → the one known that fits, with the reason.

Each candidate gets points for nearness, for having spoken, for standing at the head of its
sentence; whoever does not fit in number, gender, role or country is out. The best must lead the
next by a margin: where two fit as well, the answer is nobody, for a wrong name costs more than a
missing one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from sayso.model.span import Span
from sayso.resolve.event import Event
from sayso.resolve.fit import Fit, fit_body, fit_kind, fit_role, fits_body, fits_group, fits_person
from sayso.resolve.form import Form, Head
from sayso.resolve.known import Known
from sayso.resolve.nearness import learned, likeness, log_odds
from sayso.resolve.register import Register
from sayso.resolve.roles import Described
from sayso.resolve.stretches import Covered
from sayso.resolve.words import BODIES, HE, IT, ROLES, SHE, THEY

_MARGIN = 0.35
_FLOOR, _FAINT = -3.0, -1.5
_PAST = 0.15  # what each sentence between costs a pronoun more than a title
_FAR = 14  # sentences of the report's own: a title does not reach further back
_NEAR = 4  # nor a pronoun whose gender the text does not tell of anyone
_SPOKE, _SUBJECT, _INSIDE, _PARAGRAPH, _OFTEN = 1.3, 0.5, -1.2, 0.4, 0.06
_LEAD = 2.5  # log-odds by which a learned score must lead the next
_OWNER = re.compile(r"[’']s?\s")
_MODIFIES = re.compile(
    rf" (?:{'|'.join(sorted((ROLES | BODIES) - {'may', 'head', 'lead', 'staff'}, key=len))})s?\b"
)
_EARLY = 60  # characters of a sentence in which its subject begins
_JOINED = 6  # characters: "Roe and Doe" names both in one breath
_ASKED = 6  # candidates shown to a learned scorer


class SameScorer(Protocol):
    """Tells how likely two spans of one document name the same thing, 0 to 1."""

    def __call__(self, pairs: Sequence[tuple[Span, Span]]) -> Sequence[float]: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """Who it is, and why: a sentence a reader can check."""

    known: Known
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an anaphor stands.

    span: its words. start: where its attribution begins; own: the content it attributes, whose
    people it does not mean.
    """

    span: Span
    start: int
    own: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Scored:
    points: float
    event: Event
    known: Known
    why: str


class Anaphora:
    """Resolves within one document. contents: what is inside anyone's quoted or reported words."""

    def __init__(
        self, register: Register, contents: Sequence[Span], same: SameScorer | None = None
    ) -> None:
        self.register = register
        self.contents = Covered(contents)
        self.quoted = Covered(q.span for q in register.parsed.quotations if q.level == "double")
        self.same = same
        self.sentences = register.sentences
        self.paragraphs = register.paragraphs
        outside = (not self.contents.covers(s) for s in register.parsed.sentences)
        self._told = list(accumulate(outside))

    def pronoun(self, head: Head, place: Place) -> Answer | None:
        """ "he", "she", "it", "they" and their possessives."""
        low = head.words.split()[0].lower()
        if low in HE | SHE:
            gender = "m" if low in HE else "f"
            answer = self._best(head, place, lambda k: fits_person(k, gender))
            if answer is not None and answer.known.described.gender is None:
                answer.known.see(None, "", Described(gender=gender))
            return answer
        if low in IT:
            return self._best(head, place, fits_body)
        if low in THEY:
            return self._best(head, place, fits_group)
        return None

    def title(self, head: Head, place: Place) -> Answer | None:
        """ "the French minister": by role and country; further down if nobody before fits."""
        found = self._best(head, place, lambda k: fit_role(head, k))
        return found or self._below(head, place, lambda k: fit_role(head, k))

    def body(self, head: Head, place: Place) -> Answer | None:
        """ "the ministry", "the Russian ministry"."""
        found = self._best(head, place, lambda k: fit_body(head, k))
        found = found or self._only(head, lambda k: fit_body(head, k))
        return found or self._of_kind(head, place)

    def _of_kind(self, head: Head, place: Place) -> Answer | None:
        """ "The network", "the company": the last such body, if the text is about no other."""
        fits = [k for k in self.register.known if k.places and fit_kind(head, k)]
        fits.sort(key=lambda k: -len(k.places))
        if not fits or (len(fits) > 1 and len(fits[0].places) < 2 * len(fits[1].places)):
            return None
        before = [s for s in fits[0].places if s.end <= place.span.start]
        if not before or self._away(max(before).start, place.start) > _NEAR:
            return None
        reason = f'"{head.words}" is {fits[0].label}, the one such body the text is about'
        return Answer(fits[0], reason)

    def speaker_before(self, place: Place, kinds: Callable[[Known], bool]) -> Answer | None:
        """The last who spoke within three sentences, for "the statement said"."""
        here = self.sentences.number(place.span.start)
        for event in self.register.before(place.span.start):
            known = self.register.known[event.number]
            away = here - self.sentences.number(event.start)
            if away > 3:
                break
            if event.spoke and not self._reported(event.start) and kinds(known):
                return Answer(known, _where(away))
        return None

    # ---------------------------------------------------------------- points

    def _best(self, head: Head, place: Place, fit: Callable[[Known], Fit | None]) -> Answer | None:
        pronoun = head.form is Form.PRONOUN
        ranked = self._ranked(place, fit, pronoun)
        if not ranked or ranked[0].points < (_FAINT if pronoun else _FLOOR):
            return None
        close = [s for s in ranked if ranked[0].points - s.points < _MARGIN]
        best = ranked[0] if len(close) == 1 else self._learned(head, close)
        if best is None:
            return None
        away = self._away(best.event.start, place.start)
        did = "who spoke" if best.event.spoke else "named"
        why = f"{best.why}the last {did} that fits, {_where(away)}"
        return Answer(best.known, f'"{head.words}" is {best.known.label}, {why}')

    def _ranked(
        self, place: Place, fit: Callable[[Known], Fit | None], pronoun: bool
    ) -> list[Scored]:
        """The best place of each known that fits, most points first."""
        best: dict[int, Scored] = {}
        fits: dict[int, Fit | None] = {}
        quoted = self.quoted.around(place.span.start) if pronoun else None
        here = self._number(place.start)
        for event in self.register.before(place.span.start):
            if quoted is not None and event.start < quoted.start:
                break  # within a quotation "they" is whom the speaker named there
            if _inside(event.start, place.own):
                continue
            away = max(0, here - self._number(event.start))
            if away > _FAR:
                break
            if event.number not in fits:
                fits[event.number] = fit(self.register.known[event.number])
            found = fits[event.number]
            if found is None or not (event.spoke or self._told_of(found, event, away)):
                continue
            if pronoun and away > _NEAR and found.points <= 0:
                continue
            points = self._points(event, away, place) + found.points
            points -= _PAST * away if pronoun else 0.0
            if event.number not in best or points > best[event.number].points:
                known = self.register.known[event.number]
                best[event.number] = Scored(points, event, known, found.why)
        return sorted(best.values(), key=lambda s: -s.points)

    def _told_of(self, fit: Fit, event: Event, away: int) -> bool:
        """Whether a place at which nobody speaks counts: for "it" what the same sentence, or the
        one before, is about."""
        if not fit.speaks or not fit.leads:
            return not fit.speaks
        span = self.sentences.at(event.start)
        if span is None or away > 1 or event.start - span.start >= _EARLY // 2:
            return False
        owner = _OWNER.match(self.register.text, event.end) is not None
        inside = self._reported(event.start) or self._standing(event) < 0
        return self._leads(event, span) and not owner and not inside

    def _points(self, event: Event, away: int, place: Place) -> float:
        points = -0.45 * away
        owner = _OWNER.match(self.register.text, event.end) is not None
        points += _SPOKE * (0.7 if owner else 1.0) if event.spoke else 0.0
        span = self.sentences.at(event.start)
        if span is not None and self._leads(event, span):
            late = owner or event.start - span.start >= _EARLY
            points += _SUBJECT / 2 if late else _SUBJECT
            points += _SUBJECT if span.end >= place.span.end else 0.0
        if self.paragraphs.number(event.start) == self.paragraphs.number(place.start):
            points += _PARAGRAPH
        points += self._standing(event)
        if not event.spoke and self._reported(event.start):
            points += _INSIDE
        known = self.register.known[event.number]
        if not event.spoke and known.stands_for:
            points += _INSIDE  # a capital that is only a place here
        return points + _OFTEN * min(5, len(known.places))

    def _standing(self, event: Event) -> float:
        """A name that only tells whose aide somebody is ("a Roe aide") is not taken up."""
        return _INSIDE if _MODIFIES.match(self.register.text, event.end) else 0.0

    def _away(self, before: int, after: int) -> int:
        """Sentences from one place to a later one, without those inside somebody's words."""
        return max(0, self._number(after) - self._number(before))

    def _number(self, at: int) -> int:
        """How many sentences of the report's own there are up to a place."""
        return self._told[self.sentences.number(at)] if self._told else 0

    def _reported(self, at: int) -> bool:
        """Whether a place stands in somebody's words."""
        return self.contents.around(at) is not None

    def _leads(self, event: Event, sentence: Span) -> bool:
        """Whether it is the first in its sentence that could be meant, and stands alone there:
        of "Roe and Doe" neither leads."""
        kind = self.register.known[event.number].kind
        text = self.register.text
        others = (
            e
            for e in self.register.between(sentence.start, event.end + _JOINED)
            if e.number != event.number
            and self.register.known[e.number].kind is kind
            and not _OWNER.match(text, e.end)
        )
        return next(others, None) is None

    def _learned(self, head: Head, close: Sequence[Scored]) -> Scored | None:
        """Of those that the rules cannot tell apart, the one that a learned scorer is sure of."""
        if self.same is None:
            return None
        asked = close[:_ASKED]
        spans = [Span(s.event.start, s.event.end) for s in asked]
        odds = likeness(self.same, head.span, spans)
        if head.form is Form.PRONOUN:
            near = [self._nearness(head.span, span) for span in spans]
            odds = [learned(score) + o for score, o in zip(odds, near, strict=True)]
        first, second = sorted(range(len(asked)), key=lambda i: -odds[i])[:2]
        return asked[first] if odds[first] - odds[second] >= _LEAD else None

    def _nearness(self, pronoun: Span, name: Span) -> float:
        first, last = self.sentences.number(name.start), self.sentences.number(pronoun.start)
        between = self.sentences.spans[first : last + 1]
        return log_odds(self.register.text, pronoun, name, between)

    def _below(self, head: Head, place: Place, fit: Callable[[Known], Fit | None]) -> Answer | None:
        """For headlines and openings: the only one in the whole text that fits well."""
        answer = self._only(head, fit)
        later = answer and any(s.start > place.span.start for s in answer.known.places)
        return answer if later else None

    def _only(self, head: Head, fit: Callable[[Known], Fit | None]) -> Answer | None:
        fits = [k for k in self.register.known if k.places and _surely(fit(k))]
        if len(fits) != 1:
            return None
        reason = f'"{head.words}" is {fits[0].label}, the only one in the text that fits'
        return Answer(fits[0], reason)


def _inside(at: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= at < span.end for span in spans)


def _surely(fit: Fit | None) -> bool:
    return fit is not None and fit.points > 0


def _where(away: int) -> str:
    if away <= 0:
        return "in the same sentence"
    return "in the sentence before" if away == 1 else f"{away} sentences before"
