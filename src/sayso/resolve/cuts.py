"""One mention of the name finder, cut to the words of its name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.model.parsed import Mention
from sayso.model.span import Span
from sayso.resolve.glued import glued_at, is_seat
from sayso.resolve.words import OPENERS, ROLES

_LEAD = re.compile(r"([A-Z][a-z]+) ")
_TWO = re.compile(r"([A-Z]{3,}) and (?=[A-Z])|(.+?) and the (?=[A-Z])")
_AHEAD, _GLUED = 70, 5  # characters and words behind a name that may be glued to it
_OFFICE = re.compile(r" (?:Executive|Managing|Deputy|Vice|Assistant|Associate|Chief)$")
_NEXT = re.compile(r" ([A-Z]\w+)")
_CAMEL = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]")
_SEAT = re.compile(r" \(?[DRI]-[A-Z][\w.]*$")
_LOOSE = re.compile(r"(?:,| and| or| the)+$")
_NEW = re.compile(r"New (?:York|Jersey|Hampshire|Mexico|Zealand|Orleans|Delhi|England|Haven)\b")
_GLUED_NEAR = 120  # characters behind a name in which it may stand again
_POSSESSIVE = re.compile(r"[’']s?$")


def last_line(one: Mention, begun: Sequence[int]) -> Mention:
    """Cut where a paragraph begins in it: no name goes on over its end."""
    last = bisect_left(begun, one.span.end) - 1
    if last < 0 or begun[last] <= one.span.start:
        return one
    return replace(one, span=Span(begun[last], one.span.end))


def doubled(text: str, start: int, end: int) -> int:
    """Of "Roe Jean Ellen RoeMarsh" cut anywhere: the length of the first name; 0 for others."""
    words = text[start:end].split()
    if len(words) < 2 or text.find(words[0], end, end + _GLUED_NEAR) < 0:
        return 0  # a pattern of its own is costly, and hardly ever needed
    glued = re.compile(rf"(?:[ ()][\w().]*){{0,4}}[ )]{re.escape(words[0])}[A-Z]")
    return len(words[0]) if glued.match(text, end) else 0


def parted(text: str, one: Mention) -> Iterable[Mention]:
    """ "RCO and River Watch", "Post and the Times": two that the name finder took for one."""
    match = _TWO.match(text, one.span.start, one.span.end) if one.label == "ORG" else None
    if match is None:
        return (one,)
    first, second = (
        Span(one.span.start, match.end(match.lastindex or 1)),
        Span(match.end(), one.span.end),
    )
    return replace(one, span=first), replace(one, span=second)


def trimmed(text: str, mention: Mention) -> Mention | None:
    """Without marks at its ends and a closing possessive."""
    start, end = mention.span.start, mention.span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum() and text[end - 1] != ".":
        end -= 1
    if is_seat(text[start:end]):
        return None
    words = text[start:end].split()
    glued = mention.label in ("PER", "ORG") and _CAMEL.search(text, start, end + _AHEAD)
    whole = None
    if glued or mention.label == "PER":
        whole = glued_at(text[start : end + _AHEAD].split()[: len(words) + _GLUED])
    if whole and whole <= len(words):  # only a name has itself glued behind it
        end = start + len(" ".join(words[:whole]))
        mention = replace(mention, label="PER")
    elif mention.label == "PER" and (first := doubled(text, start, end)):
        end = start + first
    while mention.label == "PER" and (lead := _LEAD.match(text, start, end)) is not None:
        if lead.group(1).lower() not in OPENERS or _NEW.match(text, start, end):
            break
        start = lead.end()
    office = _OFFICE.search(text, start, end) if mention.label == "ORG" else None
    if office and (behind := _NEXT.match(text, end)) and behind[1].lower() in ROLES:
        end = office.start()  # "River Board Executive Director Jane Roe"
    seat = _SEAT.search(text, start, end) if text.find("-", start, end) > 0 else None
    end = seat.start() if seat else end
    loose = _LOOSE.search(text, start, end)
    end = loose.start() if loose else end
    tail = _POSSESSIVE.search(text, start, end)
    end = tail.start() if tail else end
    if start >= end or all(w.lower() in OPENERS for w in text[start:end].split()):
        return None
    if (start, end) == (mention.span.start, mention.span.end):
        return mention
    return replace(mention, span=Span(start, end))
