"""Questions to a case: who, about what, where, when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.errors import UnknownNameError, UsageError
from sayso.store import ClaimQuery, Writer
from tests.store.samples import MAKER, analyse, made

REPORTS = (
    (
        "Anna-Lena Óran said the dam “was closed” on time. The US Survey said it leaks.",
        "Valley Post",
        "2031-05-04",
    ),
    ("Boris Hale said dams leak.", "The Aldor Herald", "2031-06"),
    ("Russell Tan said nothing of the closed dam.", "Blog", "2032"),
    ("Ida said it was raining on the dam.", None, None),
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    with Writer.hold(tmp_path_factory.mktemp("case") / "x.sayso") as writer:
        for number, (text, outlet, published) in enumerate(REPORTS):
            document = made(text, f"r{number}.txt", outlet, published)
            writer.put(document, text.encode())
            writer.replace(analyse(document), MAKER)
        yield writer


def names(case: Writer, **parts: Any) -> list[str]:
    return [claim.claimer.name for claim, _ in case.claims(ClaimQuery(**parts))]


EVERYONE = ["Anna-Lena Óran", "The US Survey", "Boris Hale", "Russell Tan", "Ida"]


def test_no_question_gives_all_by_date_and_place(case: Writer) -> None:
    assert names(case) == EVERYONE


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("oran", ["Anna-Lena Óran"]),
        ("LENA óran", ["Anna-Lena Óran"]),
        ("Hale Boris", ["Boris Hale"]),
        ("rus", ["Russell Tan"]),
        ("us", ["The US Survey"]),
        ("the US", ["The US Survey"]),
        ("the hale", ["Boris Hale"]),
        ("brandt", EVERYONE),
        ("ms mayor", []),
        ("%", None),
    ],
)
def test_by_takes_words_that_begin_words_of_one_name(
    case: Writer, by: str, expected: list[str] | None
) -> None:
    """Every claimer of the samples has the aliases "Ms. Brandt" and "the mayor"."""
    if expected is None:
        with pytest.raises(UsageError, match="holds no word"):
            names(case, by=by)
    else:
        assert names(case, by=by) == expected


def test_about_looks_at_the_words_said_in_any_form(case: Writer) -> None:
    assert names(case, about="leaking") == ["The US Survey", "Boris Hale"]
    assert names(case, about="dams close") == ["Anna-Lena Óran", "Russell Tan"]
    assert names(case, about='"closed dam"') == ["Russell Tan"]
    assert names(case, about="rain*") == ["Ida"]
    assert names(case, about="brandt") == []
    assert len(names(case, search="brandt")) == 5


def test_outlet_and_dates(case: Writer) -> None:
    assert names(case, outlet="aldor") == ["Boris Hale"]
    assert names(case, since="2031-05-05") == ["Boris Hale", "Russell Tan"]
    assert names(case, since="2031-06-30", until="2031-06-30") == ["Boris Hale"]
    assert names(case, until="2031-05") == ["Anna-Lena Óran", "The US Survey"]
    assert names(case, until="2031-05-03") == []


def test_class_quotation_score_document_limit(case: Writer) -> None:
    assert names(case, cue_class="deny") == []
    assert len(names(case, cue_class="say", quotation="mixed", min_score=0.75)) == 5
    assert names(case, min_score=0.76) == []
    assert names(case, limit=1, document=case.document("r1.txt").id) == ["Boris Hale"]
    assert names(case, limit=0) == []


@pytest.mark.parametrize(
    "parts",
    [
        {"cue_class": "shout"},
        {"quotation": "half"},
        {"since": "May"},
        {"until": "2031-13"},
        {"by": ""},
        {"outlet": "…"},
        {"about": ""},
        {"search": '"'},
        {"limit": -1},
    ],
)
def test_senseless_questions_are_refused(parts: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        ClaimQuery(**parts)


def test_search_finds_claims_then_documents_and_marks_the_words(case: Writer) -> None:
    hits = case.search("closing")
    assert [hit.kind for hit in hits] == ["claim", "claim", "document", "document"]
    assert {hit.heading for hit in hits} == {"Anna-Lena Óran", "Russell Tan", "Valley Post", "Blog"}
    for hit in hits:
        assert [hit.snippet[mark.start : mark.end] for mark in hit.marks] == ["closed"]
    assert len(case.search("closing", limit=1)) == 2


@pytest.mark.parametrize("words", ["", "   ", '""', "*", "\x00", "\ud800"])
def test_search_for_nothing_is_refused(case: Writer, words: str) -> None:
    with pytest.raises(UsageError, match="nothing to search for"):
        case.search(words)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(words=st.text(st.one_of(st.characters(), st.sampled_from('"*(){}:^-+\x00'))))
def test_search_takes_any_words(case: Writer, words: str) -> None:
    """Only words may be looked for: nothing in them is an order to the index."""
    try:
        case.search(words)
    except UsageError as error:
        assert "nothing to search for" in str(error)  # noqa: PT017


def test_documents_by_name(case: Writer) -> None:
    first = case.document("r0.txt")
    assert case.document(first.id[:5]) == first
    assert case.document("r0.t") == first, "the start of a file name"
    with pytest.raises(UsageError, match="4 documents"):
        case.document("r")
    with pytest.raises(UnknownNameError, match=r"did you mean r1\.txt"):
        case.document("r1.tt")
    with pytest.raises(UnknownNameError):
        case.document("")
    with pytest.raises(UsageError, match="4 documents"):
        case.document("d")


def test_names_that_come_near(case: Writer) -> None:
    assert case.names_near("Haale")[0] == "Boris Hale"
    assert case.names_near("zzz") == ()
