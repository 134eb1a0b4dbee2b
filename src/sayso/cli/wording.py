"""`sayso wording`: who calls what by which name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import output
from sayso.cli.parameters import case_argument, json_option, limit_option
from sayso.cli.trouble import DONE

if TYPE_CHECKING:
    from sayso.view.wording import Passage, Thing, WordingPage

COLUMNS = (
    "what", "kind", "name", "outlet", "own", "quoted", "paraphrased", "inserted", "scare",
    "furniture", "thing",
)  # fmt: skip
PASSAGES = (
    "name", "outlet", "published", "voice", "of", "note", "before", "words", "after", "document",
    "start", "end", "claim",
)  # fmt: skip


@click.command(short_help="Count who calls what by which name, own words and quoted apart.")
@case_argument
@click.argument("words", nargs=-1)
@click.option("--outlet", metavar="NAME", help="Only this outlet.")
@click.option("--passages", is_flag=True, help="Every place with the words around it.")
@limit_option(None, "things")
@json_option
def wording(
    case: Path,
    words: Sequence[str],
    outlet: str | None,
    passages: bool,
    limit: int | None,
    as_json: bool,
) -> int:
    """Count by which names the outlets of a CASE call the same thing: in their own words, and in
    words that they quote.

    With WORDS, only these, in any of their forms: regime government 'Islamic State'. Words in small
    letters are looked for in any, names as they are written. Else the names that the reports
    themselves show to stand for one thing, and the nouns of contested naming (regime, government);
    then with which words each outlet introduces each side, quotation marks that quote nobody, and
    other words for the same in two reports of one utterance.

    Words inside quotation marks are quoted, but for an editor's insertion in brackets. What an
    outlet tells in its own words of what somebody said is its own, and a paraphrase, too. Captions,
    links and the like are in no count but their own. There are counts only, no score of bias.
    """
    from sayso.case import Case

    with Case(case, write=False) as opened:
        page, older = opened.wording(*words, outlet=outlet), len(opened.older())
    things = page.things[:limit]
    if as_json:
        from dataclasses import replace

        from sayso.view import shapes

        output.json_lines(shapes.wording(replace(page, things=things)))
    elif passages:
        _passages(things)
    elif output.drawn():
        from sayso.cli import draw_wording

        draw_wording.page(page, things, output.console())
    else:
        output.cells([COLUMNS, *cells(things), *_cues(page)])
    if not any(thing.outlets for thing in things):
        output.note("nothing found")
    output.older(older)
    return DONE


def cells(things: Sequence[Thing]) -> Iterator[tuple[str, ...]]:
    """One line for each name and outlet, in the order of COLUMNS."""
    for thing in things:
        for name in thing.names:
            for one in name.counts:
                counts = (
                    one.own, one.quoted, one.paraphrased, one.inserted, one.scare, one.furniture,
                )  # fmt: skip
                kind = thing.kind.value
                yield thing.heading, kind, name.name, one.outlet, *map(str, counts), thing.id


def _cues(page: WordingPage) -> Iterator[tuple[str, ...]]:
    """The cues under the same columns: how often an outlet introduces a side with a word."""
    for row in page.cues:
        yield row.side, "cue", row.cue, row.outlet, str(len(row.claims)), *[""] * 6


def _passages(things: Sequence[Thing]) -> None:
    found = [
        passage for t in things for n in t.names for count in n.counts for passage in count.passages
    ]
    if output.drawn():
        from sayso.cli import draw_wording

        draw_wording.passages(found, output.console())
    else:
        output.cells([PASSAGES, *map(_passage, found)])


def _passage(one: Passage) -> tuple[str, ...]:
    span = one.name.span
    return (
        one.name.text, one.outlet, one.published, one.voice.value, one.claimer, note(one),
        one.before, one.name.text, one.after, one.name.document, str(span.start), str(span.end),
        one.claim,
    )  # fmt: skip


def note(one: Passage) -> str:
    """What else is known of a passage, in words."""
    known = {
        "paraphrase": one.paraphrase,
        "inserted": one.inserted,
        "scare quotes": one.scare,
        "headline": one.title,
    }
    return ", ".join(name for name, holds in known.items() if holds)
