"""Whose words stand at a place."""

from __future__ import annotations

from sayso.model.attribution import Quotation
from sayso.model.span import Span
from sayso.view.wording import Passage, Voice
from sayso.view.wording.voices import Voices
from tests.view.stories import told


def at(text: str, word: str, quotation: Quotation = Quotation.DIRECT) -> Passage:
    """The passage of a word in a report with one claim."""
    document, claim = told(text, "The Courier", quotation=quotation)
    start = document.text.index(word)
    return Voices(document, [claim]).passage(Span(start, start + len(word)))


def test_words_in_quotation_marks_are_quoted() -> None:
    one = at('[content:"The regime lies,"] [source:Ostrel] [cue:said] in Lannet.', "regime")
    assert (one.voice, one.claimer, one.paraphrase) == (Voice.QUOTED, "Henrik Ostrel", False)
    assert (one.before, one.after) == ('"The ', ' lies," Ostrel said in Lannet.')


def test_an_editors_brackets_are_the_outlets_own() -> None:
    for brackets in ("[the regime]", "(the regime)"):
        text = f'[content:"We will not talk to {brackets} again,"] [source:Ostrel] [cue:said].'
        one = at(text, "regime")
        assert (one.voice, one.inserted, one.claimer) == (Voice.OWN, True, "Henrik Ostrel")


def test_indirect_speech_is_the_outlets_own_and_a_paraphrase() -> None:
    text = "[source:Ostrel] [cue:said] [content:the regime lied]. The regime is silent."
    one = at(text, "regime", Quotation.INDIRECT)
    assert (one.voice, one.paraphrase, one.claimer) == (Voice.OWN, True, "Henrik Ostrel")
    document, claim = told(text, "The Courier")
    last = document.text.rindex("regime")
    own = Voices(document, [claim]).passage(Span(last, last + 6))
    assert (own.voice, own.paraphrase, own.claimer) == (Voice.OWN, False, "")


def test_marks_that_quote_nobody_are_scare_quotes() -> None:
    text = 'The “regime” is silent. [source:Ostrel] [cue:said] [content:that it was a "circus"].'
    assert at(text, "regime").scare
    quoted = at(text, "circus", Quotation.MIXED)
    assert (quoted.voice, quoted.scare) == (Voice.QUOTED, False)
    so_called = '[source:Ostrel] [cue:said] [content:the so-called "regime" was gone].'
    assert at(so_called, "regime", Quotation.MIXED).scare


def test_a_sentence_in_marks_quotes_somebody_though_nobody_is_named() -> None:
    text = '"We are the regime." Nobody spoke. [source:Ostrel] [cue:said] [content:so].'
    assert not at(text, "regime").scare
