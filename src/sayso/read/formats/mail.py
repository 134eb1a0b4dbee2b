"""Mail, and MHTML, which is a web page saved as mail.

The letter or page is one part, with its headers kept; each attached document is one more.
"""

from __future__ import annotations

import email
import email.errors
import email.header
import email.policy
import email.utils
from collections.abc import Iterator, Sequence
from email.message import Message
from io import BytesIO
from typing import TYPE_CHECKING

from sayso.model.document import KnownFrom, When
from sayso.model.trace import Problem
from sayso.read.base import Format, Page, Part, Stated
from sayso.read.counted import check_mail
from sayso.read.times import moment

if TYPE_CHECKING:
    from sayso.read.split import Known

_MOST_PARTS = 1_000
_SAVED = "Snapshot-Content-Location"
_REPORTS = (
    "application/pdf",
    "message/rfc822",
    "text/html",
    "text/plain",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)

Letter = Message
Found = Iterator[Part | Problem]


def split(raw: bytes, source: str, known: Known) -> Found:
    """The letter or page, then the documents that are attached to it."""
    from sayso.read.split import split as open_any

    yield Part(source, raw, Format.MAIL, known.stated, known.fetched)
    message = _message(raw)
    if _is_page(message):
        return
    parts = _flat(message)
    if len(parts) == _MOST_PARTS:
        yield Problem("too-many", f"more than {_MOST_PARTS:,} parts; the rest was not read", source)
    for number, part in enumerate(parts, start=1):
        if _is_attached(part) and part.get_content_type() in _REPORTS:
            inner = known.inside(part.get_filename() or "")
            yield from open_any(BytesIO(_payload(part)), f"{source}#{number}", inner)


def read(raw: bytes, source: str) -> Page | Problem:
    """The page of a letter, or of the web page that was saved. Raises TooMuchError."""
    from sayso.read import html

    message = _message(raw)
    body = _page(message) if _is_page(message) else _letter(message)
    if body is None:
        return Problem("no-text", "no text was found in this mail", source)
    if body.get_content_type() == "text/plain":
        page: Page | Problem = _plain(_payload(body), body, source)
    else:
        page = html.read(_payload(body), source, _charset(body))
    if isinstance(page, Problem):
        return page
    stated = _of_page(message) if _is_page(message) else _of_letter(message)
    return _headed(page, stated)


def _message(raw: bytes) -> Letter:
    check_mail(raw)
    if raw.startswith(b"From "):  # as mailboxes keep it
        raw = raw.partition(b"\n")[2]
    return email.message_from_bytes(raw, policy=email.policy.compat32)


def _is_page(message: Letter) -> bool:
    return message[_SAVED] is not None or message.get_content_type() == "multipart/related"


def _flat(message: Letter) -> list[Letter]:
    """The parts that hold something, in their order; a letter inside is one, not opened here."""
    found: list[Letter] = []
    waiting = [message]
    while waiting and len(found) < _MOST_PARTS:
        part = waiting.pop(0)
        if part.get_content_type() == "message/rfc822" or not part.is_multipart():
            found.append(part)
        else:
            waiting[:0] = _inner(part)
    return found


def _inner(part: Letter) -> Sequence[Letter]:
    held = part.get_payload()
    return [inner for inner in held if isinstance(inner, Message)] if isinstance(held, list) else []


def _is_attached(part: Letter) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_content_type() in (
        "application/pdf",
        "message/rfc822",
    )


def _letter(message: Letter) -> Letter | None:
    """The body: plain where there is one of some length, since that is what was written."""
    bodies = [part for part in _flat(message) if not _is_attached(part)]
    for kind in ("text/plain", "text/html"):
        for part in bodies:
            if part.get_content_type() == kind and _payload(part).strip():
                return part
    return None


def _page(message: Letter) -> Letter | None:
    """Of a saved page: the part that goes by its address, or the first that is HTML."""
    pages = [part for part in _flat(message) if part.get_content_type() in _HTML]
    address = _text(message, _SAVED)
    own = [part for part in pages if address and _text(part, "Content-Location") == address]
    return next(iter([*own, *pages]), None)


_HTML = ("text/html", "application/xhtml+xml")


def _payload(part: Letter) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = _inner(part)
        return _written(inner[0]) if inner else b""
    held = part.get_payload(decode=True)
    return held if isinstance(held, bytes) else b""


def _written(message: Letter) -> bytes:
    try:
        return message.as_bytes()
    except (UnicodeError, ValueError, LookupError, KeyError):  # headers that hold no text
        return b""


def _charset(part: Letter) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, UnicodeError, email.errors.MessageError):
        return None


def _plain(raw: bytes, part: Letter, source: str) -> Page | Problem:
    from sayso.read import text
    from sayso.read.wrapped import unwrapped

    page = text.read(raw, source, _charset(part))
    if isinstance(page, Problem):
        return page
    return Page(source, unwrapped(page.text), problems=page.problems)


def _headed(page: Page, stated: Stated) -> Page:
    """With the subject above the text, where it is not there."""
    told = stated.over(page.stated)
    text = page.text
    if stated.title and stated.title not in text[:2000] and not page.stated.title:
        text = f"{stated.title}\n\n{text}"
    elif page.stated.title:
        told = Stated(title=page.stated.title).over(told)
    return Page(page.source, text, told, page.problems)


def _of_letter(message: Letter) -> Stated:
    """The subject is its title, the sender its outlet, and it was printed when it was sent."""
    told = moment(_text(message, "Date") or "")
    sender = email.utils.parseaddr(_text(message, "From") or "")[0]
    return Stated(
        title=_text(message, "Subject"),
        outlet=sender.strip() or None,
        published=When(told.day, KnownFrom.META) if told else None,
        time=told.time if told else None,
    )


def _of_page(message: Letter) -> Stated:
    """Where it was saved from, and when: it was there by then."""
    told = moment(_text(message, "Date") or "")
    address = _text(message, _SAVED) or _text(message, "Content-Location")
    return Stated(
        url=address if address and address.startswith("http") else None,
        seen=told.day if told and len(told.day) == 10 else None,
    )


def _text(message: Letter, name: str) -> str | None:
    """A header as it reads."""
    try:
        held = email.header.make_header(email.header.decode_header(str(message.get(name, ""))))
        return " ".join(str(held).split())[:500] or None
    except (ValueError, LookupError, email.errors.MessageError):
        return None
