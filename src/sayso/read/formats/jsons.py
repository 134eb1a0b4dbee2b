"""JSON files: one article, a list of them, or one a line. Lines are read one by one, so the file
may be of any size."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from gzip import BadGzipFile, GzipFile
from typing import Any, BinaryIO, cast

from sayso.model.trace import Problem
from sayso.read.base import Format, Part
from sayso.read.counted import check_json
from sayso.read.formats import articles
from sayso.read.inflate import TooMuchError
from sayso.read.limits import LARGEST

_LISTS = ("items", "articles", "stories", "documents", "results", "matches")
_MOST_BROKEN = 10_000  # lines after which the file is given up

Found = Iterator[Part | Problem]


def split(file: BinaryIO, source: str) -> Found:
    """The articles of a file."""
    first = _first_line(file)
    if first is None:
        yield from _whole(file, source)
    else:
        yield from _lines(file, source)


def split_packed(file: BinaryIO, source: str) -> Found:
    """The articles of a file packed with gzip; where that breaks off, those before."""
    try:
        with GzipFile(fileobj=file) as unpacked:
            yield from split(cast(BinaryIO, unpacked), source)
    except (EOFError, BadGzipFile, zlib.error):
        yield Problem("clipped", "this gzip file breaks off; what came before was read", source)


def _first_line(file: BinaryIO) -> object:
    """The object on the first line with something on it, if that is one and another may follow."""
    file.seek(0)
    found: object = None
    for line in iter(lambda: file.readline(LARGEST), b""):
        if line.strip():
            found = _load(line)
            break
    file.seek(0)
    return found if isinstance(found, dict) else None


def _lines(file: BinaryIO, source: str) -> Found:
    others = broken = 0
    for number, line in enumerate(iter(lambda: file.readline(LARGEST + 1), b""), start=1):
        name = f"{source}#{number}"
        if len(line) > LARGEST:
            message = f"a line over {LARGEST / 1e6:.0f} MB; the file was read up to it"
            yield Problem("too-large", message, name)
            break
        if not line.strip():
            continue
        try:
            node = _load(line)
        except TooMuchError as error:
            yield Problem("too-large", str(error), name)
            continue
        if articles.is_other_line(node):
            others += 1
        elif articles.is_article(node):
            yield Part(name, line.strip(), Format.ARTICLE)
        else:
            broken += 1
            why = "is not valid JSON" if node is None else "holds no text of an article"
            yield Problem("broken" if node is None else "no-text", f"this line {why}", name)
            if broken == _MOST_BROKEN:
                message = f"{_MOST_BROKEN:,} lines that cannot be read; the rest was not read"
                yield Problem("too-many", message, source)
                break
    if others:
        message = f"claims, relations and problems were passed over: {others:,} in all"
        yield Problem("passed-over", message, source)


def _whole(file: BinaryIO, source: str) -> Found:
    raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        message = f"over {LARGEST / 1e6:.0f} MB in one piece; give one article a line"
        yield Problem("too-large", message, source)
        return
    held = _load(raw)
    if held is None:
        yield Problem("broken", "this is not valid JSON", source)
        return
    if articles.is_article(held):
        yield Part(source, raw, Format.ARTICLE)
        return
    nodes = _nodes(held)
    if not nodes:
        yield Problem("no-text", "no article was found in this JSON", source)
    others = 0
    for number, node in enumerate(nodes, start=1):
        name = f"{source}#{number}"
        if articles.is_article(node):
            raw_node = json.dumps(node, ensure_ascii=False).encode("utf-8", "surrogatepass")
            yield Part(name, raw_node, Format.ARTICLE)
            continue
        others += 1
        yield Problem("no-text", "this object holds no text of an article", name)
        if others == _MOST_BROKEN:
            message = f"{_MOST_BROKEN:,} objects without text; the rest was not read"
            yield Problem("too-many", message, source)
            break


def _nodes(held: object) -> list[Any]:
    """The objects of a list, or of the list that an object holds."""
    if isinstance(held, list):
        return held
    if isinstance(held, dict):
        for name in _LISTS:
            if isinstance(held.get(name), list):
                return list(held[name])
    return []


def _load(raw: bytes) -> object:
    """What some JSON holds, None where it is none. Raises TooMuchError."""
    check_json(raw)
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None
