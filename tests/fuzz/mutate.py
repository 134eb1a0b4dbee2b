"""Broken copies of a file, the same for the same number. What is packed is broken inside, too."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable

from tests.read.made import packed, zipped

_LARGEST = 1_000_000  # bytes of a copy, also of what is packed in it
_TOKENS = (
    b"<", b">", b"</", b"<!--", b"&#x110000;", b"&lol;", b"<![CDATA[", b"]]>", b'"', b"\\", b"{",
    b"[" * 200, b"<div>" * 200, b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r\n\r\n",
    b"%PDF-", b"endobj", b"stream", b"WARC/1.0\r\n", b"Content-Length: -1\r\n",
    b"Content-Length: 9",
    b"\x1f\x8b\x08", b"PK\x03\x04", b"boundary=", b"=?utf-8?q?", b"1e999999", b"9" * 5000,
    b"/Kids [2 0 R]", b"/Length 999999999", "\u202e\U0001f600\u2028".encode(),
)  # fmt: skip


def mutated(raw: bytes, number: int) -> bytes:
    """The broken copy of that number."""
    dice = random.Random(number)
    if number % 2 and raw.startswith(b"\x1f\x8b"):
        return _inside_gzip(raw, dice)
    if number % 2 and raw.startswith(b"PK"):
        return _inside_zip(raw, dice)
    return _broken(raw, dice)


def _inside_gzip(raw: bytes, dice: random.Random) -> bytes:
    inner = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(raw, _LARGEST)
    return packed(_broken(inner, dice)) + (raw if dice.random() < 0.5 else b"")


def _inside_zip(raw: bytes, dice: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice(sorted(files))
    held = files[name]
    try:
        files[name] = _inside_gzip(held, dice) if held[:2] == b"\x1f\x8b" else _broken(held, dice)
    except (OSError, zlib.error):
        files[name] = _broken(held, dice)
    return zipped(files)


def _broken(raw: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.choice((1, 1, 2, 4, 16))):
        raw = dice.choice(_WAYS)(raw, dice)[:_LARGEST]
    return raw


def _place(raw: bytes, dice: random.Random) -> int:
    return dice.randrange(len(raw) + 1)


def _flip(raw: bytes, dice: random.Random) -> bytes:
    at = _place(raw, dice)
    return raw[:at] + bytes([dice.randrange(256)]) + raw[at + 1 :]


def _cut(raw: bytes, dice: random.Random) -> bytes:
    at = _place(raw, dice)
    return raw[:at] + raw[at + dice.choice((1, 2, 10, 100, 1000)) :]


def _end(raw: bytes, dice: random.Random) -> bytes:
    return raw[: _place(raw, dice)]


def _twice(raw: bytes, dice: random.Random) -> bytes:
    one, other = sorted((_place(raw, dice), _place(raw, dice)))
    return raw[:other] + raw[one:other] * dice.choice((1, 2, 20)) + raw[other:]


def _moved(raw: bytes, dice: random.Random) -> bytes:
    one, other = sorted((_place(raw, dice), _place(raw, dice)))
    at = _place(raw, dice)
    return raw[:at] + raw[one:other] + raw[at:]


def _token(raw: bytes, dice: random.Random) -> bytes:
    at = _place(raw, dice)
    return raw[:at] + dice.choice(_TOKENS) + raw[at:]


_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip,
    _flip,
    _cut,
    _end,
    _twice,
    _moved,
    _token,
    _token,
)
