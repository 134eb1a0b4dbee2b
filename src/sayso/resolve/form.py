"""What a source span names, and in which form."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.span import Span
from sayso.resolve.names import PersonName
from sayso.resolve.places import Place
from sayso.resolve.roles import UNDESCRIBED, Described


class Form(StrEnum):
    """How a source names its speaker.

    PERSON, BODY, COUNTRY by name; TITLE "the minister"; SHORT "the ministry"; DOCUMENT "the
    statement"; PRONOUN "she", "who"; UNNAMED "a senior official", "residents".
    """

    PERSON = "person"
    BODY = "body"
    COUNTRY = "country"
    TITLE = "title"
    SHORT = "short"
    DOCUMENT = "document"
    PRONOUN = "pronoun"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Head:
    """What a source span names.

    span: of the name or the words that stand for one. words: those, without the article.
    person: the name, for PERSON. place: for COUNTRY. described: role, affiliation, gender.
    plural: whether it names several. definite: not "a", "some", "one of".
    owner: of a document or title, where the span names one. noun: of a document.
    """

    form: Form
    span: Span
    words: str
    described: Described = UNDESCRIBED
    person: PersonName | None = None
    place: Place | None = None
    plural: bool = False
    definite: bool = True
    owner: Span | None = None
    noun: Span | None = None

    def moved(self, by: int) -> Head:
        """The same words, that many characters further on."""
        if by == 0:
            return self
        return Head(
            self.form,
            Span(self.span.start + by, self.span.end + by),
            self.words,
            self.described,
            self.person,
            self.place,
            self.plural,
            self.definite,
            _moved(self.owner, by),
            _moved(self.noun, by),
        )


def _moved(span: Span | None, by: int) -> Span | None:
    return None if span is None else Span(span.start + by, span.end + by)
