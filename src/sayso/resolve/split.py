"""Several speakers in one source span: "Jane Roe and John Doe", kept apart."""

from __future__ import annotations

import re

from sayso.model.span import Span
from sayso.resolve.form import Form, Head
from sayso.resolve.head import read_head
from sayso.resolve.labels import Labels
from sayso.resolve.tokens import tokens
from sayso.resolve.words import PREPOSITIONS

_AND = re.compile(r"(?:,\s+|\s+)(?:and|nor|as well as|&)\s+|,\s+(?=[A-Z])")
_LEAD = re.compile(r"(?:both|neither|either) ", re.IGNORECASE)
_ITEM = re.compile(r"(?![DRI]-[A-Z])(?:the )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}(?:,| and )")
_NAMED = (Form.PERSON, Form.COUNTRY, Form.BODY)


def split_sources(text: str, span: Span, labels: Labels) -> tuple[Span, ...]:
    """The narrower spans of several named speakers; the span itself where there is one."""
    lead = _LEAD.match(text, span.start, span.end)
    start = lead.end() if lead else span.start
    for match in _AND.finditer(text, start, span.end):
        comma = not match.group().strip(" ,")
        if labels.inside_one(match.start() + len(match.group()) // 2):
            continue
        left, right = Span(start, match.start()), Span(match.end(), span.end)
        if not len(left.cut(text).strip()) or (comma and not _list(text, right)):
            continue
        if _both_named(text, left, right, labels):
            return (left, *split_sources(text, right, labels))
    return (span,)


def _list(text: str, rest: Span) -> bool:
    """Whether a comma stands between names of a list: "A, B and C"."""
    return _ITEM.match(rest.cut(text)) is not None


def _both_named(text: str, left: Span, right: Span, labels: Labels) -> bool:
    first, second = read_head(text, left, labels), read_head(text, right, labels)
    if first is None or second is None:
        return False
    if first.form not in _NAMED or second.form not in _NAMED or first.plural:
        return False
    return second.form is Form.PERSON or _stands_alone(text, left, right, first, labels)


def _stands_alone(text: str, left: Span, right: Span, first: Head, labels: Labels) -> bool:
    """A body or country on the right could belong to what the left is "of" or "at"."""
    hanging = any(t.low in PREPOSITIONS for t in tokens(text, left) if t.start > first.span.end)
    hanging = hanging or any(t.low in ("for", "of", "at") for t in tokens(text, first.span))
    article = text[right.start : right.start + 4].lower() == "the "
    named = labels.label(right) is not None or first.form is Form.COUNTRY
    return not hanging and (article or named)
