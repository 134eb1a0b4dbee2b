"""Who is who across the documents of a case: joined by rules, corrected by people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product

from sayso.model.actor import Actor, Appearance, Ruling
from sayso.model.claim import EntityKind
from sayso.model.errors import UnknownNameError, UsageError
from sayso.model.relation import Decision
from sayso.store import Store, Writer, folded, folded_words


def rejoin(writer: Writer) -> None:
    """Join the claimers of all documents, unless they are joined as they are now."""
    from sayso.resolve.across import MAKER, join

    if not writer.joined(MAKER):
        writer.join(join(writer.appearances(), writer.rulings()), MAKER)


def actors(store: Store) -> list[Actor]:
    """The claimers of a case, those with most claims first, joined now where it was not done."""
    from sayso.resolve.across import MAKER, join

    if store.joined(MAKER):
        return store.actors()
    found = join(store.appearances(), store.rulings())
    return sorted(found, key=lambda a: (-a.claims, -a.documents, a.entity.name, a.entity.id))


def named(store: Store, known: Sequence[Actor], name: str) -> list[Actor]:
    """Those of the known claimers that go by a name: with just this name, else alias, else words of
    a name. Raises UnknownNameError, with names that come near."""
    words, whole = folded_words(name), folded(name)
    if not words:
        raise UsageError(f"no word in the name {name!r}")
    ways: tuple[Callable[[Actor], bool], ...] = (
        lambda actor: whole == folded(actor.entity.name) or name == actor.entity.id,
        lambda actor: whole in {folded(alias) for alias in actor.entity.aliases},
        lambda actor: _begin(words, (actor.entity.name, *actor.entity.aliases)),
        lambda actor: _begin(words, _phrases(actor)),
    )
    found = ([actor for actor in known if fits(actor)] for fits in ways)
    fitting = next(filter(None, found), None)
    if fitting is None:
        raise _unknown(store, name)
    return fitting


def decide(writer: Writer, word: Decision, names: Sequence[str]) -> int:
    """Keep that the claimers of two names are one or are not, as `rule`, and join anew."""
    pairs = rule(writer, word, names)
    rejoin(writer)
    return pairs


def rule(writer: Writer, word: Decision, names: Sequence[str]) -> int:
    """Keep that the claimers of two names are one (confirmed) or are not (rejected); how many
    decisions it took.

    word: the decision, its subject still empty. Each name is one that a document gives, or an id;
    "name@document" means that document only.
    Raises UnknownNameError, and UsageError where both names mean the same claimers.
    """
    left, right = (_meant(writer, name) for name in names)
    if {one.ref for one in left} & {one.ref for one in right}:
        raise UsageError(
            f"{names[0]!r} and {names[1]!r} mean the same claimer; give each as it stands in a "
            "document, or with the document: NAME@DOCUMENT"
        )
    exact = any("@" in name for name in names)
    pairs = sorted({_subject(a, b, exact) for a, b in product(left, right)})
    for one, other in pairs:
        ruling = Ruling.make(one, other, word.verdict)
        writer.decide(replace(word, subject=ruling.subject))
    return len(pairs)


def _meant(store: Store, name: str) -> list[Appearance]:
    """The appearances that a name means: by the name that documents give, else by an alias."""
    words, at, where = name.rpartition("@")
    everyone = [one for actor in actors(store) for one in actor.appearances]
    if at and words:
        document = store.document(where).id
        everyone, name = [one for one in everyone if one.document == document], words
    for fits in (_is, _is_also):
        if found := [one for one in everyone if fits(one, name)]:
            return found
    raise _unknown(store, name)


def _unknown(store: Store, name: str) -> UnknownNameError:
    near = store.names_near(name)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    return UnknownNameError(f"no claimer is called {name!r}{hint}")


def _is(one: Appearance, name: str) -> bool:
    return name == one.entity.id or folded(one.entity.name) == folded(name)


def _is_also(one: Appearance, name: str) -> bool:
    return folded(name) in {folded(alias) for alias in one.entity.aliases}


def _subject(one: Appearance, other: Appearance, exact: bool) -> tuple[str, str]:
    """Both sides of a ruling. Names tell documents apart only where they are no one's own."""
    exact = exact or one.entity.id == other.entity.id
    refs = [
        side.ref if exact or side.entity.kind is EntityKind.UNNAMED else side.entity.id
        for side in (one, other)
    ]
    return min(refs), max(refs)


def _begin(words: Sequence[str], names: Sequence[str]) -> bool:
    return any(all(word in folded(name) for word in words) for name in names)


def _phrases(actor: Actor) -> Sequence[str]:
    from sayso.resolve.across.portrait import phrases

    return phrases(actor.entity)
