"""Sources that name no person: bodies, countries, titles, documents, people without a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.span import Span
from sayso.resolve.form import Form, Head
from sayso.resolve.glued import is_seat
from sayso.resolve.labels import Labels
from sayso.resolve.parts import is_role, leading_place, undetermined, words_of
from sayso.resolve.places import PlaceKind, country, place
from sayso.resolve.roles import Described, describe
from sayso.resolve.tokens import Token, cover
from sayso.resolve.words import (
    ABBREVIATIONS,
    BODIES,
    CHAMBERS,
    DOCUMENTS,
    FACELESS,
    GROUPS,
    HONORIFICS,
    INDEFINITE,
    OUTLET_NAMES,
    OUTLETS,
    PARTY_MEMBERS,
    PEOPLE_PLURAL,
    POSSESSIVE,
    PREPOSITIONS,
    ROLE_MODIFIERS,
    ROLES,
    STATE,
)

_PASSING = frozenset(("new", "latest", "old", "own"))  # in small letters: "New Board" is a name
_MANY = INDEFINITE - {"a", "an", "another", "one"}
_KINDS = BODIES | OUTLETS | OUTLET_NAMES
_TITLES = HONORIFICS | ABBREVIATIONS
_BY = frozenset(("by", "from", "of"))


def read_thing(items: Sequence[Token], labels: Labels) -> Head | None:
    """Anything but a person by name."""
    bare = undetermined(items)
    if not bare or (items[0].low in INDEFINITE and bare[0].low in ("of", "than")):
        return Head(Form.UNNAMED, cover(items), words_of(items), plural=True, definite=False)
    return _as_country(bare) or _by_noun(items, bare, labels)


def _as_country(bare: Sequence[Token]) -> Head | None:
    words = words_of(bare)
    found = place(words)
    if found is not None and found.kind is not PlaceKind.ADJECTIVE:
        return Head(Form.COUNTRY, cover(bare), words, place=found)
    people = country(words)
    if people is None:
        return None
    described = Described(None, people, people)
    return Head(Form.UNNAMED, cover(bare), words, described, plural=True)


def _by_noun(items: Sequence[Token], bare: Sequence[Token], labels: Labels) -> Head:
    at = noun_at(bare)
    noun, indefinite = bare[at], _indefinite(items)
    words, span = words_of(bare), cover(bare)
    if _several(items, bare, at):
        rest = _of_group(bare)
        if any(t.low == "and" for t in bare):
            rest = replace(rest, role=None)  # "activists and officials"
        return Head(Form.UNNAMED, span, words, rest, plural=True, definite=not indefinite)
    titled = noun.title and at and bare[at - 1].title and labels.label(cover(bare)) == "ORG"
    titled = titled and not any(t.low == "'s" for t in bare)
    plural = _plural(items, noun)
    if noun.low in DOCUMENTS and not titled and not (noun.title and noun.low in OUTLETS):
        owner = _owner(items, bare, at, labels)
        made = Head(Form.DOCUMENT, span, words, describe(bare), plural=plural, owner=owner)
        return replace(made, definite=not indefinite, noun=cover([noun]))
    named = _named_body(bare, at, labels)
    if is_role(noun) and not noun.low.endswith("s") and not named:
        form = Form.UNNAMED if indefinite or noun.low in FACELESS else Form.TITLE
        owner = _owner(items, bare, at, labels)
        return Head(form, span, words, describe(bare), definite=not indefinite, owner=owner)
    if noun.low in BODIES or noun.low in OUTLETS or named:
        return _body(bare, at, indefinite, _only_capitals(bare, at, labels))
    rest, owner = _of_group(bare), _owner(items, bare, at, labels)
    return Head(Form.UNNAMED, span, words, rest, None, None, plural, not indefinite, owner)


def _several(items: Sequence[Token], bare: Sequence[Token], at: int) -> bool:
    """People or bodies without a name: a plural that no name ends in, or things joined by "and"."""
    noun = bare[at]
    many = noun.low.endswith("s") and noun.low not in BODIES and noun.low not in DOCUMENTS
    counted = items[0].low in INDEFINITE or items[0].text.isdigit() or bare[0].text.isdigit()
    joined = any(
        t.low == "and" and (not bare[i - 1].title or bare[i + 1].low in POSSESSIVE)
        for i, t in enumerate(bare[:at])
        if i
    )
    people = at == 0 and noun.low.removesuffix("s") in ROLES  # "Senators of both parties"
    people = people or (at > 0 and place(noun.text) is None and country(noun.text) is not None)
    return (many and (counted or people or not noun.title)) or joined


def noun_at(bare: Sequence[Token]) -> int:
    """The index of the head: the last word before a preposition."""
    if bare[-1].low in DOCUMENTS and any(t.low == "'s" for t in bare[-4:]):
        return len(bare) - 1  # "the chief of the General Staff's statement"
    end = next((i for i in range(1, len(bare)) if _behind(bare, i)), len(bare))
    while end > 1 and (not bare[end - 1].word or bare[end - 1].low == "'s"):
        end -= 1
    return end - 1


def _behind(bare: Sequence[Token], at: int) -> bool:
    """Whether what describes the noun from behind begins here: "of …", "released …"."""
    low, before = bare[at].low, bare[at - 1].low
    if low in PREPOSITIONS:
        return True
    verb = not bare[at].title and low.endswith(("ing", "ed")) and at + 1 < len(bare)
    return verb and (before in GROUPS or before in DOCUMENTS or is_role(bare[at - 1]))


def _indefinite(items: Sequence[Token]) -> bool:
    return items[0].low in INDEFINITE


def _plural(items: Sequence[Token], noun: Token) -> bool:
    return (
        items[0].low in _MANY
        or noun.low in GROUPS
        or noun.low in PEOPLE_PLURAL
        or noun.low.endswith("s")
    )


def _owner(items: Sequence[Token], bare: Sequence[Token], at: int, labels: Labels) -> Span | None:
    """Who has it: "Roe's statement", "his lawyer", "a study by Jane Roe"."""
    if items[0].low in POSSESSIVE:
        return cover(items[:1])
    marks = [i for i in range(at) if bare[i].low == "'s"]
    if marks:
        return cover(bare[: marks[-1]])
    by = next((i for i in range(at + 1, min(at + 3, len(bare))) if bare[i].low in _BY), None)
    if by is not None and by < len(bare) - 1:
        return cover(bare[by + 1 :])
    named = [m for m in labels.within(cover(bare[:at])) if m.label in ("ORG", "PER")] if at else []
    return named[-1].span if named else None


def _named_body(bare: Sequence[Token], at: int, labels: Labels) -> bool:
    """Whether the noun ends a name: labelled so, or a capital that no other word list knows."""
    noun = bare[at]
    if not noun.title or noun.low in GROUPS or noun.low in PARTY_MEMBERS or is_seat(noun.text):
        return False
    label = labels.label(cover([noun] if is_role(noun) else bare[: at + 1]))
    if noun.low in OUTLET_NAMES or (label == "PER" and at == 0 and noun.text.isupper()):
        return True
    if label is None and labels.headlines.around(noun.start) is not None:
        return False  # there a capital tells no name
    if label is None and at == 0 and noun.start in labels.openings and not _short(noun):
        return False  # nor where a sentence begins
    return label in ("ORG", "LOC", "MISC") or (label is None and not is_role(noun))


def _short(noun: Token) -> bool:
    """ "RCO", "OuneWatch": capitals inside make a name."""
    return any(c.isupper() for c in noun.text[1:]) or noun.low in _KINDS


def _body(bare: Sequence[Token], at: int, indefinite: bool, unlabelled: bool) -> Head:
    """unlabelled: in a headline, where the name finder saw no name in it."""
    items = _full_name(bare, at)
    found, taken = leading_place(items)
    items = _untitled(_outlet_name(_without_opinion(items, bare[at])))
    named = not unlabelled and any(
        t.title and (t.low not in ROLE_MODIFIERS or t.low in CHAMBERS) for t in items
    )
    generic = found is not None and not any(t.title for t in items[taken : at + 1])
    described = Described(None, found.country if found else None, found.country if found else None)
    form = Form.BODY if named and not (indefinite and generic) else Form.SHORT
    if indefinite and form is Form.SHORT:
        form = Form.UNNAMED
    return Head(form, cover(items), words_of(items), described)


def _only_capitals(bare: Sequence[Token], at: int, labels: Labels) -> bool:
    """Whether the capitals are those of a headline, and no name's."""
    span = cover(bare[: at + 1])
    if labels.headlines.around(span.start) is None or labels.within(span):
        return False
    found, taken = leading_place(bare)
    rest = bare[taken if found is not None else 0 : at + 1]
    return not any(t.text.isupper() for t in rest) and bare[at].low not in STATE


def _untitled(items: Sequence[Token]) -> Sequence[Token]:
    """ "Gov. Jane Roe's administration" is Jane Roe's administration."""
    titled = len(items) > 2 and items[0].low in _TITLES
    return items[1:] if titled and any(t.low == "'s" for t in items) else items


def _without_opinion(items: Sequence[Token], noun: Token) -> Sequence[Token]:
    """ "The centrist Policy Center" is the Policy Center, a "Former River Board" the Board."""
    if len(items) > 1 and (items[0].low == "former" or items[0].text in _PASSING):
        items = items[1:]
    first = next((i for i, t in enumerate(items) if t.title), 0)
    return items[first:] if noun.title else items


def _outlet_name(items: Sequence[Token]) -> Sequence[Token]:
    """ "Local broadcaster Name", "the Name newspaper" → Name."""
    at = next((i for i, t in enumerate(items) if t.low in OUTLETS and not t.title), None)
    if at is None:
        return items
    behind = [t for t in items[at + 1 :] if t.word]
    if behind and all(t.title for t in behind):
        return behind
    before = [t for t in items[:at] if t.word]
    return before if before and all(t.title for t in before) and not _adjective(before) else items


def _adjective(items: Sequence[Token]) -> bool:
    found, taken = leading_place(items)
    return found is not None and taken == len(items)


def _full_name(bare: Sequence[Token], at: int) -> Sequence[Token]:
    """The name with what belongs to it: "Center for River Studies", "Ministry of Defence of X"."""
    end = at + 1
    while end + 1 < len(bare) and bare[end].low in ("of", "for", "and", "on", "the", "de", "&"):
        reach = end + 1
        while reach < len(bare) and bare[reach].low in ("the", "of", "for", "and"):
            reach += 1
        if reach >= len(bare) or not bare[reach].title:
            break
        while reach < len(bare) and (bare[reach].title or bare[reach].low == "'s"):
            reach += 1
        end = reach
    return bare[:end]


def _of_group(bare: Sequence[Token]) -> Described:
    """Of people without a name: what their first words or "of X" tell of where they belong."""
    described = describe(bare)
    if described.affiliation is not None:
        return described
    found, taken = leading_place(bare)
    if found is not None and taken < len(bare):
        return replace(described, affiliation=found.country, country=found.country)
    return described
