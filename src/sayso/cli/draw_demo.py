"""The demo on a terminal: what there is to see, and what to type next."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.cli.draw import CUE, WHO, words
from sayso.cli.output import count
from sayso.view.overview import Overview, ReportRow, Voice

_GREETING = """\
sayso reads news reports and keeps a ledger of who said what, on whose say-so. It never says who \
is right. Below are {count} made-up stories, read just now from the reports that come with the \
package. Each line has the outlet, the words that tell of the saying, and the exact words."""
_NEXT = """\
sayso demo --all                       every claim of these stories
sayso demo --keep cases                keep the cases to look around in"""
_OWN = """\
sayso add my.sayso reports/            your own reports: .txt files and saved web pages
sayso claims my.sayso --by NAME        who said what; also --about, --outlet, --since, --json"""
_KEPT = """\
sayso claims {case}
sayso search {case} WORDS"""


def greeting(stories: int, to: Console) -> None:
    """What the reader is about to see."""
    to.print(Text(_GREETING.format(count=stories)))


def overview(title: str, about: str, page: Overview, to: Console) -> None:
    """One story: what it is about, its reports, and who said what."""
    to.print()
    to.print(Rule(Text(title, style="bold"), align="left"))
    to.print(Text(about))
    to.print(_reports(page.reports))
    for voice in page.voices:
        to.print(_name(voice))
        to.print(Padding(_said(voice), (0, 0, 1, 2)))
    to.print(Text(_rest(page), style="dim"))


def farewell(case: str | None, to: Console) -> None:
    """What to type next. case: the first one, if it was kept."""
    to.print()
    to.print(Rule(Text("next", style="bold"), align="left"))
    to.print(Text(_KEPT.format(case=case) if case else _NEXT))
    to.print(Text(_OWN))


def _reports(rows: tuple[ReportRow, ...]) -> Table:
    table = Table(box=SIMPLE_HEAD, header_style="dim", pad_edge=False, expand=True)
    table.add_column("printed", min_width=10, no_wrap=True)
    table.add_column("outlet", max_width=30, no_wrap=True)
    table.add_column("headline", ratio=1, no_wrap=True)
    table.add_column("claims", min_width=6, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(row.published or "–", Text(row.outlet), Text(row.title), str(row.claims))
    return table


def _name(voice: Voice) -> Text:
    claims = f"{count(voice.claims, 'claim')} in {count(voice.reports, 'report')}"
    standing = f", {voice.standing}" if voice.standing else ""
    return Text.assemble((voice.name, WHO), standing, (f"  {claims}", "dim"))


def _said(voice: Voice) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, expand=True)
    table.add_column("outlet", ratio=4)
    table.add_column("cue", ratio=4)
    table.add_column("words", ratio=14)
    for row in voice.shown:
        table.add_row(Text(row.outlet, style="dim"), Text(row.cue or "–", style=CUE), words(row))
    return table


def _rest(page: Overview) -> str:
    shown = sum(len(voice.shown) for voice in page.voices)
    found = count(page.claims, "claim")
    return f"{shown} of the {found} found in {count(len(page.reports), 'report')}"
