"""One source span → who it is: the one place where names, pronouns, titles, short names of bodies,
documents and people without a name part ways."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sayso.model.claim import EntityKind
from sayso.model.span import Span
from sayso.resolve.anaphora import Anaphora, Answer, Place
from sayso.resolve.event import Event
from sayso.resolve.form import Form, Head
from sayso.resolve.glued import is_seat
from sayso.resolve.known import Known
from sayso.resolve.places import country
from sayso.resolve.register import Register
from sayso.resolve.relative import antecedent
from sayso.resolve.roles import Described
from sayso.resolve.words import (
    AGENCIES,
    BODIES,
    FIRST,
    OUTLETS,
    POSSESSIVE,
    RELATIVE,
    ROLE_MODIFIERS,
    WE,
    word_set,
)

_COMMON = BODIES | OUTLETS | ROLE_MODIFIERS
_LINKS = 700  # characters that a page's links may fill
_GAP = 3  # characters between a name and a seat: ", (" at the most
_STATEMENTS = word_set(
    "statement release communique communiqué announcement press-release report letter memo"
    " memorandum bulletin document notice declaration briefing"
)


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a source names, and how that was found. document: the words of a statement, a post or
    the like where the source is one."""

    known: Known
    reason: str
    document: Span | None = None


class Finder:
    """Resolves the sources of one document in reading order; each answer helps the next."""

    def __init__(self, register: Register, anaphora: Anaphora) -> None:
        self.register = register
        self.anaphora = anaphora

    def who(self, place: Place, speaker: Known | None = None) -> Who:
        """Whom a source names. speaker: whoever says the words that this source stands in."""
        found = self._found(place, speaker, depth=0)
        self.register.mark(found.known, place.span, spoke=True)
        return found

    def whom(self, place: Place) -> Who:
        """The same for words that name somebody without speaking."""
        found = self._found(place, None, depth=0)
        self.register.mark(found.known, place.span)
        return found

    def nobody(self, reason: str) -> Who:
        """For a claim without a source."""
        return Who(self._unnamed("unattributed", None, None), reason)

    def _found(self, place: Place, speaker: Known | None, depth: int) -> Who:
        head = self.register.read(place.span)
        if head is None:
            return self.nobody("the source span holds no word")
        before = self._before_seat(place.span) if not depth else None
        if before is not None:
            return self._found(replace(place, span=before), speaker, depth + 1)
        if head.form in (Form.PERSON, Form.BODY, Form.COUNTRY):
            return self._named(head, place)
        answer = self._refers(head, place, speaker, depth)
        if answer is not None:
            answer.known.see(None, _way(head), head.described if head.form is Form.TITLE else _none)
            return Who(answer.known, answer.reason, head.noun)
        return self._left_open(head, place, speaker, depth)

    def _before_seat(self, span: Span) -> Span | None:
        """Of "Jane Roe (R-Marsh.), who …", cut at the seat, the name that stands before it."""
        words = span.cut(self.register.text).removeprefix("MORE ").split()
        if not words or not is_seat(words[0].strip("(),.")):
            return None
        event = next(self.register.before(span.start), None)
        near = event is not None and span.start - event.end <= _GAP
        if not near:
            event = self._before_links(span.start)
        return Span(event.start, event.end) if event else None

    def _before_links(self, at: int) -> Event | None:
        """Where a page glued links between name and seat ("Jane Roe Jane Ellen RoeHouse passes …
        MORE (D-Marsh.)"), the name."""
        text = self.register.text
        for event in self.register.before(at):
            if at - event.end > _LINKS or "\n" in text[event.end : at]:
                break
            last = text[event.start : event.end].split()[-1]
            glued = re.compile(rf"(?:[ ()][\w().]*){{0,5}}[ )]{re.escape(last)}[A-Z]")
            if glued.match(text, event.end):
                return event
        return None

    # ---------------------------------------------------------------- by name

    def _named(self, head: Head, place: Place) -> Who:
        if head.form is Form.BODY and not _proper(head):
            answer = self.anaphora.body(head, place)
            if answer is not None:
                answer.known.see(head.span, head.words, head.described)
                return Who(answer.known, answer.reason)
        known = self.register.find(head)
        if known is None:
            return Who(self._unnamed(head.words, head, head.span), "unresolved")
        return Who(known, _by_name(head, known))

    def _refers(self, head: Head, place: Place, speaker: Known | None, depth: int) -> Answer | None:
        if head.form is Form.PRONOUN:
            return self._pronoun(head, place, speaker, depth)
        if head.form is Form.SHORT:
            return self.anaphora.body(head, place)
        if head.form is Form.TITLE and head.owner is None:
            return self.anaphora.title(head, place)
        if head.form is Form.TITLE:
            own = self._pronoun_owner(head)
            return None if own else self.anaphora.title(head, place)
        if head.form is Form.DOCUMENT and depth < 2:
            return self._document(head, place, depth)
        return None

    def _pronoun_owner(self, head: Head) -> bool:
        """ "His lawyer" is somebody else than any lawyer before, as far as words tell."""
        text = self.register.text
        return head.owner is not None and head.owner.cut(text).lower() in POSSESSIVE

    def _pronoun(
        self, head: Head, place: Place, speaker: Known | None, depth: int
    ) -> Answer | None:
        low = head.words.split()[0].lower()
        if low in FIRST or (low in WE and speaker is not None and speaker.group):
            return self._speaker(head, speaker)
        if low in RELATIVE and depth < 2:
            span = antecedent(self.register, place.span, low)
            if span is None:
                return None
            found = self._found(replace(place, span=span), None, depth + 1)
            words = span.cut(self.register.text)
            reason = f'"{head.words}" is {found.known.label}: "{words}" before it'
            return Answer(found.known, reason)
        return self.anaphora.pronoun(head, place)

    def _speaker(self, head: Head, speaker: Known | None) -> Answer | None:
        if speaker is not None:
            return Answer(speaker, f'"{head.words}" is {speaker.label}, who speaks these words')
        byline = self.register.parsed.document.byline
        known = next((k for k in self.register.known if byline and k.label == byline), None)
        return Answer(known, f'"{head.words}" is the author, {known.label}') if known else None

    def _document(self, head: Head, place: Place, depth: int) -> Answer | None:
        """ "Roe's statement" is Roe's; "the statement" comes from who spoke last."""
        if head.owner is not None:
            return self._owned(head, replace(place, span=head.owner), depth)
        noun = head.words.lower().split()[-1]
        if not head.definite or noun not in _STATEMENTS:
            return None
        answer = self.anaphora.speaker_before(place, _issues_statements)
        if answer is None:
            return None
        reason = f'"the {head.words}" is from {answer.known.label}, who spoke last, {answer.reason}'
        return Answer(answer.known, reason)

    def _owned(self, head: Head, place: Place, depth: int) -> Answer | None:
        owner = self.register.read(place.span)
        if owner is None or owner.form in (Form.UNNAMED, Form.DOCUMENT):
            return None
        found = self._found(place, None, depth + 1)
        if found.known.kind is EntityKind.UNNAMED:
            return None
        return Answer(found.known, f'"{head.words}" was issued by {found.known.label}')

    # ---------------------------------------------------------------- without a name

    def _left_open(self, head: Head, place: Place, speaker: Known | None, depth: int) -> Who:
        owned = self._someones(head, place, speaker, depth)
        if owned is not None:
            return owned
        known = self._unnamed(head.words, head, head.span)
        if head.form is Form.UNNAMED:
            return Who(known, f'the text does not name "{head.words}"')
        return Who(known, f'unresolved: nobody in the text surely fits "{head.words}"')

    def _someones(self, head: Head, place: Place, speaker: Known | None, depth: int) -> Who | None:
        """ "His lawyer" → "Jane Roe's lawyer", where it is clear who he is."""
        text = self.register.text
        if depth or head.owner is None or head.owner.cut(text).lower() not in POSSESSIVE:
            return None
        owner = self._found(replace(place, span=head.owner), speaker, depth + 1)
        if owner.known.kind is EntityKind.UNNAMED:
            return None
        known = self._unnamed(f"{owner.known.label}'s {head.words}", head, head.span)
        known.described = replace(known.described, affiliation=owner.known.label)
        said = f'"{head.owner.cut(text)} {head.words}": {owner.reason}'
        return Who(known, f"{said}; the text does not name more")

    def _unnamed(self, words: str, head: Head | None, span: Span | None) -> Known:
        known = self.register.new(Known(EntityKind.UNNAMED, words))
        if head is not None:
            known.plural = head.plural
            known.see(span, "", head.described)
        return known


_none = Described()


def _way(head: Head) -> str:
    """Titles and short names are worth keeping as other ways to name somebody; "he" is not."""
    telling = head.described.affiliation or head.described.country
    return head.words if head.form in (Form.TITLE, Form.SHORT) and telling else ""


def _proper(head: Head) -> bool:
    """Whether a body's name has a word of its own besides its country and its kind; "the Foreign
    Ministry", "the Post" and "the Russian ministry" are short for something."""
    plain_words = re.sub(r"[’']s\b", "", head.words).split()
    kept = [word for word in plain_words if country(word) is None]
    return any(w[0].isupper() and (w.lower() not in _COMMON or w.lower() in AGENCIES) for w in kept)


def _issues_statements(known: Known) -> bool:
    faceless = known.kind is EntityKind.UNNAMED and known.label != "unattributed"
    return faceless or (known.group and known.kind is not EntityKind.OUTLET)


def _by_name(head: Head, known: Known) -> str:
    if head.place is not None:
        metonym = known.stands_for
        told = f"stands for {metonym}" if metonym else "is named in the source"
        return f'"{head.words}" {told}'
    if head.words.casefold() == known.label.casefold():
        return f'"{head.words}" is named in the source'
    return f'"{head.words}" is short for {known.label}, so named elsewhere in the text'
