"""A source span: what it names, in which role, for whom."""

from __future__ import annotations

import pytest

from sayso.model.parsed import Mention
from sayso.model.span import Span
from sayso.resolve.form import Form, Head
from sayso.resolve.head import read_head
from sayso.resolve.labels import Labels
from sayso.resolve.roles import describe
from sayso.resolve.tokens import tokens


def read(words: str, person: str | None = None) -> Head:
    mentions = []
    if person is not None:
        at = words.index(person)
        mentions.append(Mention(Span(at, at + len(person)), "PER", 0.9))
    head = read_head(words, Span(0, len(words)), Labels(mentions))
    assert head is not None
    return head


@pytest.mark.parametrize(
    ("words", "name", "role", "affiliation"),
    [
        ("Ilva Marsh, a spokeswoman for the ministry", "Ilva Marsh", "spokeswoman", "the ministry"),
        ("Icelandic Foreign Ministry Spokeswoman Ilva Marsh – in one of her posts –", "Ilva Marsh",
         "Foreign Ministry Spokeswoman", "Iceland"),
        ("the head of the General Staff of the Armed Forces of Iceland, Otto Brandt", "Otto Brandt",
         "head of the General Staff of the Armed Forces", "Iceland"),
        ("Maj. Gen. Otto Brandt", "Otto Brandt", None, None),
        ("Major-General Otto Brandt, a spokesman for Iceland's coast guard", "Otto Brandt",
         "spokesman", "Iceland's coast guard"),
        ("U.S. Secretary of State Otto Brandt", "Otto Brandt", "Secretary of State",
         "United States"),
        ("Icelandic Chief of the General Staff Otto Brandt's", "Otto Brandt",
         "Chief of the General Staff", "Iceland"),
        ("White House Press Secretary Otto Brandt", "Otto Brandt", "Press Secretary",
         "White House"),
        ("Marsh campaign manager Otto Brandt", "Otto Brandt", "campaign manager", "Marsh"),
        ("Otto Brandt, 25,", "Otto Brandt", None, None),
        ("Sen. Otto Brandt (R-Utah)", "Otto Brandt", "Senator", None),
        ("Attorney General Ilva Marsh", "Ilva Marsh", "Attorney General", None),
        ("Marsh's running mate, Gov. Otto Brandt,", "Otto Brandt", "Governor", None),
        ("Otto Brandt, director of the centrist Oune Policy Center", "Otto Brandt", "director",
         "Oune Policy Center"),
        ("Otto Brandt, an expert on dams at the Oune Institute", "Otto Brandt", "expert",
         "Oune Institute"),
        ("Otto Brandt, a critic of the Oune Dam", "Otto Brandt", "critic", None),
        ("former Icelandic foreign minister Ilva Marsh, who left in May", "Ilva Marsh",
         "former foreign minister", "Iceland"),
    ],
)  # fmt: skip
def test_people(words: str, name: str, role: str | None, affiliation: str | None) -> None:
    head = read(words)
    assert head.form is Form.PERSON
    assert head.person is not None
    assert head.person.text == name
    assert (head.described.role, head.described.affiliation) == (role, affiliation)
    assert head.span.cut(words) == name


@pytest.mark.parametrize(
    ("words", "form", "name"),
    [
        ("The Icelandic Defense Ministry", Form.BODY, "Icelandic Defense Ministry"),
        ("the Center for Rivers and Lakes", Form.BODY, "Center for Rivers and Lakes"),
        ("the Icelandic broadcaster Halvern One", Form.BODY, "Halvern One"),
        ("Iceland", Form.COUNTRY, "Iceland"),
        ("the White House", Form.COUNTRY, "White House"),
        ("the ministry", Form.SHORT, "ministry"),
        ("the top diplomat", Form.TITLE, "top diplomat"),
        ("Icelandic top diplomat", Form.TITLE, "Icelandic top diplomat"),
        ("the statement", Form.DOCUMENT, "statement"),
        ("who both", Form.PRONOUN, "who both"),
        ("She", Form.PRONOUN, "She"),
        ("a senior official", Form.UNNAMED, "senior official"),
        ("Several judges handling federal Oune Act lawsuits", Form.UNNAMED,
         "judges handling federal Oune Act lawsuits"),
        ("31 Icelanders", Form.UNNAMED, "31 Icelanders"),
        ("the Oune-based “watch” leaders in the valley", Form.UNNAMED,
         "Oune-based watch leaders in the valley"),
    ],
)  # fmt: skip
def test_everything_else(words: str, form: Form, name: str) -> None:
    head = read(words)
    assert (head.form, head.words) == (form, name)


def test_the_name_finder_tells_a_person_from_a_body() -> None:
    assert read("King", person="King").form is Form.PERSON
    assert read("King").form is not Form.PERSON


def test_gender_is_taken_from_the_words_only() -> None:
    assert read("Mrs. Marsh").described.gender == "f"
    assert read("Spokesman Otto Brandt").described.gender == "m"
    assert read("Ilva Marsh").described.gender is None


def test_whose_document_it_is() -> None:
    words = "a study by the Oune Institute"
    owner = read(words).owner
    assert owner is not None
    assert owner.cut(words) == "the Oune Institute"


@pytest.mark.parametrize("words", ["—", "“”", "..."])
def test_no_word_no_head(words: str) -> None:
    assert read_head(words, Span(0, len(words)), Labels(())) is None


@pytest.mark.parametrize(
    ("words", "role", "affiliation"),
    [
        ("Board for Rivers chief Otto Brandt", "chief", "Board for Rivers"),
        ("Presiding Judge Otto Brandt", "Presiding Judge", None),
        ("Orvane Tarn & Co CEO Otto Brandt", "CEO", "Orvane Tarn & Co"),
        ("Chief of the General Staff Gen. Otto Brandt", "Chief of the General Staff", None),
        ("monitor the River Board chief Otto Brandt", "chief", "River Board"),
    ],
)
def test_roles_before_a_name(words: str, role: str | None, affiliation: str | None) -> None:
    head = read(words, "Otto Brandt")
    assert head.words == "Otto Brandt"
    assert (head.described.role, head.described.affiliation) == (role, affiliation)


def test_a_verb_that_looks_like_a_role_is_none() -> None:
    words = "monitor the calls of a River Board adviser"
    assert describe(tokens(words, Span(0, len(words)))).role is None


def test_many_of_a_country_are_no_person_and_no_body() -> None:
    head = read("Good-thinking Icelanders on the left", "Good-thinking Icelanders")
    assert (head.form, head.plural) == (Form.UNNAMED, True)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the new River Board", "River Board"),
        ("Former River Board", "River Board"),
        ("the New River Board", "New River Board"),
    ],
)
def test_what_passes_is_no_part_of_a_name(words: str, name: str) -> None:
    assert read(words).words == name
