"""Templates that escape whatever they are given, and the style sheet."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from sayso.view.counted import count, told
from sayso.view.document import Piece, Role
from sayso.view.plain import line, safe

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_STYLES = ("tokens.css", "base.css", "parts.css", "pictures.css", "print.css")


def stylesheet() -> str:
    """The whole style sheet: of a page's <style>, or a file of its own."""
    folder = files("sayso.look") / "styles"
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in _STYLES)


def environment(*packages: str) -> Environment:
    """Templates of these packages' folders `templates`, and of this one.

    packages: by dotted name ("sayso.web"). A page begins
    `{% import "look.html" as look with context %}`. Everything is escaped, and a name that is not
    there is an error. The filters `line` and `plain` show what could command a reader as escapes;
    the page objects of `view` have passed through them already.
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    loaders = [PackageLoader(name, "templates") for name in (*packages, "sayso.look")]
    made = Environment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = {"line": line, "plain": safe, "count": count, "told": told, "kind": kind}
    made.filters.update(words, times=times, roles=roles, drawing=drawing)
    return made


def drawing(svg: str) -> Markup:
    """The SVG of a Picture, which has escaped its words, into a page as it is."""
    from markupsafe import Markup

    return Markup(svg)


_TIMES = {"denies": ("denial", "denials"), "mirrors": ("mirrored accusation", "")}
_KINDS = {
    "same_utterance": "one utterance",
    "identical": "says the same",
    "supporting": "makes it likelier",
    "refuting": "both cannot hold",
    "denies": "denies",
    "mirrors": "mirrored accusation",
    "relays": "has it from",
    "replies_to": "replies to",
}


def kind(name: str) -> str:
    """The kind of a relation in words for a reader: what it says, never who is right."""
    return _KINDS.get(name, name.replace("_", " "))


def times(number: int, name: str) -> str:
    """How many ties of one kind: "2 denials", "1 × both cannot hold"."""
    return count(number, *_TIMES[name]) if name in _TIMES else f"{number} × {kind(name)}"


def roles(piece: Piece) -> str:
    """The classes of a piece of text: `m-source m-content m-inner`; edge: furniture begins here."""
    found = [f"m-{role}" for role in Role if role in piece.roles]
    if sum(mark.role is Role.CONTENT for mark in piece.marks) > 1:
        found.append("m-inner")
    if any(mark.role is Role.FURNITURE and mark.start == piece.start for mark in piece.marks):
        found.append("edge")
    return " ".join(found)
