"""Two texts, word against word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model.document import Document, Furniture, FurnitureKind
from sayso.model.span import Span
from sayso.view.changes import changes, count, key_of, same_report
from tests.store.samples import made

BEFORE = (
    "Bridge closed\n\nThe bridge was closed on Monday, the mayor said.\n\nNobody was hurt.\n\n"
    "Repairs will take a year.\n"
)


def told(before: str, after: str) -> list[tuple[str, str, str]]:
    """Kind and words of each change; the places must cut to the words."""
    left, right = made(before), made(after)
    found = changes(left, right)
    for change in found:
        if change.left:
            assert change.left.cut(left.text) == change.before
        if change.right:
            assert change.right.cut(right.text) == change.after
    return [(change.kind, change.before, change.after) for change in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("closed on Monday", "closed on Tuesday", ("replaced", "Monday", "Tuesday")),
        ("Nobody was", "Three people were", ("replaced", "Nobody was", "Three people were")),
        (", the mayor said", "", ("removed", ", the mayor said", "")),
        ("hurt.", "hurt, police said.", ("added", "", ", police said")),
        ("Nobody was hurt.\n\n", "", ("removed", "Nobody was hurt.", "")),
        ("a year.", "a year.\n\nIt will cost a lot.", ("added", "", "It will cost a lot.")),
    ],
)
def test_changes(old: str, new: str, expected: tuple[str, str, str]) -> None:
    assert told(BEFORE, BEFORE.replace(old, new)) == [expected]


def test_words_around_a_change() -> None:
    (change,) = changes(made(BEFORE), made(BEFORE.replace("Monday", "Tuesday")))
    assert (change.lead, change.tail) == ("The bridge was closed on", ", the mayor said.")


def test_two_places_are_two_changes() -> None:
    after = BEFORE.replace("closed on Monday", "shut on Sunday").replace("a year", "two years")
    assert [kind for kind, *_ in told(BEFORE, after)] == ["replaced", "replaced"]


def test_white_space_and_kinds_of_marks_do_not_count() -> None:
    plain, typeset = 'He said "it\'s  shut"\n', "He said\xa0“it’s shut”\n\n"
    assert told(plain, typeset) == []
    assert same_report(made(plain), made(typeset))
    assert not same_report(made(plain), made(BEFORE))


def test_furniture_does_not_count() -> None:
    before, after = _shared(made(f"{BEFORE}Shared 5 times")), _shared(made(f"{BEFORE}Shared 9"))
    assert changes(before, after) == ()
    assert same_report(before, after)


def test_labels_that_come_and_go_do_not_count() -> None:
    """A crosshead or a teaser's headline is no sentence; the report's own headline counts."""
    assert told(BEFORE, BEFORE.replace("\n\nRepairs", "\n\nMore from Ostry\n\nRepairs")) == []
    before, after = (
        _titled(made(f"{title}\n{BEFORE}"), title) for title in ("Shut", "Mayor quits")
    )
    assert [(one.before, one.after) for one in changes(before, after)] == [("Shut", "Mayor quits")]


def test_a_sentence_that_the_other_page_shows_too_did_not_change() -> None:
    """It was taken for furniture in one reading and not in the other."""
    teaser = "A storm took the roof off the school."
    left, right = made(BEFORE), made(f"{BEFORE}\n{teaser}\n")
    assert [change.after for change in changes(left, right)] == [teaser]
    page = key_of(f"Menu. {BEFORE} {teaser} Imprint")
    assert changes(left, right, lambda document: page if document is left else "") == ()
    edit = made(BEFORE.replace("Monday", "Tuesday"))
    assert len(changes(left, edit, lambda _: page)) == 1


def test_long_texts_are_told_apart_in_bounded_time() -> None:
    before, after = ("one two " * 20_000 + end for end in ("three", "four"))
    ((kind, left, right),) = told(before, after)
    assert (kind, left.endswith("three"), right.endswith("four")) == ("replaced", True, True)


def test_words_are_counted_without_marks() -> None:
    assert count('"It\'s shut," 3.5 km off') == 5


def _titled(document: Document, title: str) -> Document:
    return replace(document, title=title, title_span=Span(0, len(title)))


def _shared(document: Document) -> Document:
    place = Span(document.text.index("Shared"), len(document.text))
    return replace(document, furniture=(Furniture(place, FurnitureKind.SHARE),))
