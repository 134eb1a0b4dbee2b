"""Bytes → text: byte order mark, UTF-8, declared encoding, guess; in this order.

Bytes that fit nothing become U+FFFD, with a problem that counts them; the original bytes are kept
beside the text, so nothing is lost.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 4096  # bytes in which a page declares its encoding
_SAMPLE = 65_536  # bytes that the guesses look at
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)"""
)
# Ways to write text that no page is in; some of them are slow, or run on what they read.
_NOT_FOR_TEXT = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"})
_FEW = 0.1  # up to this share of non-ASCII bytes, English in Windows-1252 is the likeliest
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_MOST_CONTROL = 0.01  # a larger share of control characters is no text


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, or None where the bytes are none.

    encoding: what it was read as. note: a sentence for the user where something was guessed or
    replaced, else empty.
    """

    text: str | None
    encoding: str
    note: str = ""


def decode(raw: bytes, markup: bool = False, charset: str | None = None) -> Decoded:
    """Read bytes as text. markup: whether a declaration in a `meta` tag counts. charset: what a
    header beside the bytes says; it counts before the tag, as in browsers."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _sure(raw[len(mark) :], name)
    if b"\x00" in raw:
        return _wide(raw)
    try:
        return _checked(Decoded(raw.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError:
        pass
    for declared in (_known(charset or ""), _declaration(raw) if markup else None):
        if declared is None:
            continue
        try:
            return _checked(Decoded(raw.decode(declared), declared))
        except UnicodeDecodeError:
            pass
    return _checked(_guessed(raw))


def _declaration(raw: bytes) -> str | None:
    found = _DECLARED.search(raw[:_HEAD].lower())
    return None if found is None else _known(found[1].decode("ascii", "replace"))


def _known(charset: str) -> str | None:
    """Its name here; None for what is none of text."""
    try:
        found = codecs.lookup(charset.strip("\"' ")) if charset.isascii() else None
    except (LookupError, ValueError):  # unknown, or with a zero in it
        return None
    if found is None or not found._is_text_encoding or found.name in _NOT_FOR_TEXT:
        return None
    name = found.name
    # As browsers do: pages that declare Latin-1 or ASCII are written in its superset.
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _sure(raw: bytes, name: str) -> Decoded:
    try:
        return _checked(Decoded(raw.decode(name), name))
    except UnicodeDecodeError:
        return _checked(_replaced(raw, name))


def _wide(raw: bytes) -> Decoded:
    """Zero bytes are text only where every second byte is one: UTF-16 without its mark."""
    sample = raw[: _SAMPLE // 2 * 2]
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = sample[offset::2]
        other = sample[1 - offset :: 2]
        if half.count(0) > 0.7 * len(half) and other.count(0) == 0 and len(raw) % 2 == 0:
            return _sure(raw, name)
    return Decoded(None, "binary")


def _guessed(raw: bytes) -> Decoded:
    sample = raw[:_SAMPLE]
    if _mostly_utf8(sample):
        return _replaced(raw, "utf-8")
    name = "cp1252" if _high(sample) <= _FEW * len(sample) else _detected(sample)
    if name is None:
        return Decoded(None, "unknown")
    try:
        text = raw.decode(name)
    except UnicodeDecodeError:
        return _replaced(raw, name)
    return Decoded(text, name, f"not UTF-8; read as {_shown(name)}, which is a guess")


def _mostly_utf8(sample: bytes) -> bool:
    """Whether more characters of several bytes are whole than broken. A character that the end of
    the sample cuts does not count."""
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(1 for char in text if char > "\x7f" and char != "\ufffd") >= broken


def _high(sample: bytes) -> int:
    return len(sample) - len(sample.translate(None, bytes(range(0x80, 0x100))))


def _detected(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return None if best is None else best.encoding


def _replaced(raw: bytes, name: str) -> Decoded:
    text = raw.decode(name, "replace")
    count = text.count("\ufffd")
    what, shows = ("1 place does", "shows") if count == 1 else (f"{count} places do", "show")
    return Decoded(
        text,
        name,
        f"{what} not fit {_shown(name)} and {shows} as \ufffd; the original bytes are kept",
    )


def _shown(name: str) -> str:
    return {"cp1252": "Windows-1252"}.get(name, name.upper().replace("_", "-"))


def _checked(decoded: Decoded) -> Decoded:
    """Text that is full of control characters is none."""
    sample = (decoded.text or "")[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _MOST_CONTROL * len(sample):
        return Decoded(None, "binary")
    return decoded
