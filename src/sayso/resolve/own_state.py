"""What a phrase owes to the states that only its own document knows, see `states`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.resolve.form import Form, Head
from sayso.resolve.labels import Labels
from sayso.resolve.parts import undetermined, words_of
from sayso.resolve.places import Place, PlaceKind
from sayso.resolve.roles import Described
from sayso.resolve.tokens import Token, cover

_WORD = re.compile(r"[\w-]+")
_BELONGING = (Form.BODY, Form.SHORT, Form.TITLE, Form.UNNAMED)


def read_state(items: Sequence[Token], labels: Labels) -> Head | None:
    """A phrase that is nothing but a state, or its people."""
    bare = undetermined(items) if labels.states else ()
    words = words_of(bare)
    name = labels.state(words) if bare else None
    if name is None:
        return None
    if name.casefold() == words.casefold():
        return Head(Form.COUNTRY, cover(bare), words, place=Place(name, PlaceKind.NAME))
    return Head(Form.UNNAMED, cover(bare), words, Described(None, name, name), plural=True)


def of_state(head: Head, labels: Labels) -> Head:
    """With the state that its description begins with: "Merounan" is of Merouna."""
    if not labels.states or head.form is Form.COUNTRY or head.described.country is not None:
        return head
    mine = head.described
    owner = _first_state(mine.affiliation, labels)
    if owner is not None:
        whole = labels.state(mine.affiliation or "") == owner
        told = replace(mine, affiliation=owner if whole else mine.affiliation, country=owner)
        return replace(head, described=told)
    owner = _first_state(mine.role, labels)
    if owner is not None and mine.role is not None:
        role = mine.role.split(maxsplit=1)[1:]
        told = replace(mine, role=role[0] if role else None, country=owner)
        return replace(head, described=replace(told, affiliation=mine.affiliation or owner))
    owner = _first_state(head.words, labels)
    if owner is not None and head.form in _BELONGING and mine.affiliation is None:
        group = owner if head.form in (Form.TITLE, Form.UNNAMED) else None
        return replace(head, described=replace(mine, affiliation=group, country=owner))
    return head


def _first_state(words: str | None, labels: Labels) -> str | None:
    first = _WORD.match(words or "")
    return labels.state(first.group()) if first else None
