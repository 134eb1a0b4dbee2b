"""Which outlet a plain text is of, by the signs that pages leave in it.

No list of outlets: a name counts because of the place where it stands. Signs, the surest first: a
policy or notice that speaks of "your account at ..."; the name above the headline; the owner of a
picture, or the name behind a picture's alternative text, when the text bears it out; the agency
between slashes in its own dateline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.model.document import FurnitureKind
from sayso.read.headmatter import Dateline, byline, ends_in_date, only_date
from sayso.read.lines import Line, capitals
from sayso.read.phrases import by_words
from sayso.read.shapes import alt_name, foreign, menu

if TYPE_CHECKING:
    from sayso.read.parts import Parts

_NAME = r"(?:The )?[A-Z][\w&'’-]{0,30}?(?: (?:of |the |and |& )?[A-Z][\w&'’-]{0,30}?){0,4}"
_NOTICE = (
    re.compile(
        rf"\b(?:users?|members?|readers?|subscribers?|accounts?|subscription|newsletters?)"
        rf" (?:of|at|with|to|on|from) (?:the )?(?P<name>{_NAME})(?=[ .,;:!)]|$)"
    ),
    re.compile(rf"\b[Tt]he (?P<name>{_NAME})[’']s? (?:moderators|community|comment|newsletters?)"),
    re.compile(rf"^(?:Support|Subscribe to) (?P<name>{_NAME})(?=[’']s? |[ .,;:!]|$)"),
    re.compile(
        r"(?:[Cc]opyright ?©?|©)[\s©]{0,3}(?:\d{4}(?:\s?[-–]\s?\d{4})?,? )"
        rf"(?:by )?(?P<name>{_NAME})(?=[ .,;:]|$)"
    ),
    re.compile(rf"©\s?(?P<name>{_NAME}),? \d{{4}}\b"),
)
_SPEAKING = frozenset(
    {FurnitureKind.COMMENTS, FurnitureKind.PAYWALL, FurnitureKind.LABEL, FurnitureKind.SHARE}
)
_OWNER = re.compile(rf"©\s?(?P<name>{_NAME})\s?(?:/|\||\.|$)")
_ALT_TAIL = re.compile(r"\s(?:International|News|Online|TV|Radio|Agency|English|World)$")
# Words of sections, regions and days, which head a page as an outlet's name would.
SECTION = re.compile(
    r"africa|americas|analysis|articles|asia|blog|breaking|business|central|comment|commentary"
    r"|crimes|culture|east|eastern|economy|editorial|entertainment|europe|exclusive|explainer"
    r"|feature|features|finance|friday|great|health|home|international|interview|latest"
    r"|lifestyle|live|local|markets|media|middle|monday|money|national|new|news|north|opinion"
    r"|opinions|peace|perspective|politics|press|release|releases|report|reports|saint"
    r"|saturday|science|section|security|society|south|special|sport|sports|story|sunday|talks"
    r"|tech|technology|thursday|top|travel|tuesday|uk|united|update|updates|us|video|videos"
    r"|view|views|war|weather|wednesday|western|world",
    re.IGNORECASE,
)
# Words that English names of bodies and papers hold: they tell the English half of a letterhead in
# two languages from the other.
_ENGLISH = re.compile(
    r"\b(?:the|of|for|and|centre|center|institute|news|times|agency|press|post|daily|journal"
    r"|council|foundation|studies|university|association|review|tribune|herald|gazette)\b",
    re.IGNORECASE,
)
_SMALL = frozenset({"of", "for", "and", "the", "in", "on", "at", "to"})


def outlet(parts: Parts, opening: Dateline | None) -> str | None:
    """The outlet's name; None where the text does not tell."""
    for name in (*_notices(parts), *_letterhead(parts.above), *_pictures(parts)):
        return name
    if opening is not None and opening.own:
        return opening.agency
    return _under_byline(parts)


def _notices(parts: Parts) -> Iterator[str]:
    for row, kind in parts.marked:
        if kind in _SPEAKING:
            for pattern in _NOTICE:
                match = pattern.search(row.text[:700])
                if match and match["name"] not in ("Our", "The", "This", "All"):
                    yield _cut(match["name"], match.string, match.start("name"))


def _cut(name: str, text: str, start: int) -> str:
    """With the article in front, where the text has one: "The Courier"."""
    before = text[:start]
    return f"The {name}" if before.endswith("The ") or before.endswith("the ") else name


def _letterhead(above: Sequence[Line]) -> list[str]:
    """The short lines above the headline, up to a menu, as one name."""
    names: list[Line] = []
    for row in above:
        if row.bullet or by_words(row) or menu(row) or foreign(row) or _dated(row):
            if names:
                break
            continue
        if names and not _goes_on(row, names):
            break
        names.append(row)
    words = " ".join(row.text for row in _english(names)).split()
    if not words or len(words) > 10 or all(SECTION.fullmatch(word) for word in words):
        return []
    return [_short(_cased(words))]


def _short(name: str) -> str:
    """The short form, where it stands before the long one: "ABC — Agency of the Better Coast"."""
    first = re.split(r"\s[—–|-]\s", name)[0]
    return first if first.isupper() else name


def _dated(row: Line) -> bool:
    return only_date(row) or ends_in_date(row) or byline(row) is not None


def _goes_on(row: Line, names: Sequence[Line]) -> bool:
    """A name set over several lines goes on in the same way of writing."""
    return capitals(row.text) == capitals(names[-1].text) and row.words <= 4 and not row.final


def _english(names: Sequence[Line]) -> Sequence[Line]:
    """Of a letterhead in two languages the part that is English, where it stands last."""
    first = next((i for i, row in enumerate(names) if _ENGLISH.search(row.text)), 0)
    return names[first:]


def _cased(words: list[str]) -> str:
    """Names in capitals as names are written; one short word in capitals stays as it is."""
    if not all(word.isupper() for word in words if word.isalpha()):
        return " ".join(words)
    if len(words) == 1 and len(words[0]) <= 5:
        return words[0]
    cased = [word.lower() if word.lower() in _SMALL else word.capitalize() for word in words]
    return " ".join([cased[0].capitalize(), *cased[1:]])


def _pictures(parts: Parts) -> Iterator[str]:
    """Owners of pictures and names behind alternative texts, where a second sign agrees."""
    rows = [row for row, kind in parts.marked if kind is FurnitureKind.CAPTION]
    owners = [match["name"] for row in rows if (match := _OWNER.match(row.bare))]
    behind = [name for row in rows if (name := alt_name(row))]
    signs = [_ALT_TAIL.sub("", name) for name in (*owners, *behind)]
    for name in dict.fromkeys(signs):
        if signs.count(name) + _told(name, parts.report) >= 2:
            yield name


def _told(name: str, report: Iterable[Line]) -> int:
    """Whether somebody "told" the name something in the report."""
    pattern = re.compile(rf"\btold (?:the |The )?{re.escape(name)}\b")
    return int(any(pattern.search(row.text[:5000]) for row in report))


def _under_byline(parts: Parts) -> str | None:
    """A name in capitals, of two words or more, in the lines between headline and report."""
    for row in parts.below[:4]:
        if row.prose:
            return None
        if capitals(row.text) and 2 <= row.words <= 4 and row.text.replace(" ", "").isalpha():
            return row.text if not SECTION.fullmatch(row.text.split()[0]) else None
    return None
