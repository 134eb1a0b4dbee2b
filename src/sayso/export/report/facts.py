"""What a report shows in tables: rows of words, made of a dossier. No markup."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.view.coverage import CARRIED, Utterance
from sayso.view.dossier import Dossier, ReportPage
from sayso.view.plain import line
from sayso.view.wording import Count, Passage, Thing

Row = tuple[str, ...]
Table = tuple[Sequence[str], Sequence[Row], str]
"""Columns, rows, and what the table shows."""

OUTLETS = 8  # columns that a table of words has at most


@dataclass(frozen=True, slots=True)
class Most:
    """How many of a kind a report shows at most; it tells how many there are. Claims and reports
    are all there. quick: with more reports a browser lays out only those that are in view."""

    speakers: int = 100
    once: int = 300
    each: int = 24
    disputes: int = 40
    origins: int = 40
    mirrors: int = 30
    things: int = 30
    passages: int = 40
    rows: int = 200
    doubts: int = 40
    problems: int = 200
    halves: int = 12
    quick: int = 60


MOST = Most()

SECTIONS: tuple[tuple[str, str], ...] = (
    ("numbers", "The story in numbers"),
    ("speakers", "Who speaks"),
    ("disputes", "Who disputes whom"),
    ("utterances", "Told more than once"),
    ("mirrors", "Mirrored accusations"),
    ("wording", "Wording"),
    ("coverage", "Who carries what"),
    ("timeline", "Timeline"),
    ("unsure", "What sayso is unsure of"),
    ("problems", "Problems met"),
    ("claims", "Every report and claim"),
    ("made", "How this was made"),
)
"""The sections of a report: name and heading."""


def wording_table(thing: Thing) -> Table:
    """Names × outlets: how often in the outlet's own words, and how often quoted."""
    outlets = thing.outlets[:OUTLETS]
    rows = [
        (name.name, str(name.own), str(name.quoted), *(_counted(name.of(o)) for o in outlets))
        for name in thing.names
    ]
    more = len(thing.outlets) - len(outlets)
    caption = "How often: in all, then by outlet" + (f"; {more} more outlets" if more else "")
    if thing.uncounted:
        caption += f"; in captions and links, not counted: {thing.uncounted}"
    return ("name", "own", "quoted", *outlets), rows, caption


def _counted(count: Count) -> str:
    parts = [f"own\xa0{count.own}"] if count.own else []
    parts += [f"quoted\xa0{count.quoted}"] if count.quoted else []
    return ", ".join(parts) or "–"


def passages(thing: Thing) -> list[Passage]:
    """Every place of a thing's names, by name and outlet."""
    return [one for name in thing.names for count in name.counts for one in count.passages]


def voice(passage: Passage) -> str:
    """Whose words a passage has, in words."""
    told = f", telling what {passage.claimer} said" if passage.paraphrase else ""
    kinds = (
        (passage.inserted, "own, in brackets"),
        (passage.scare, "in marks that quote nobody"),
        (passage.voice == "quoted", f"quoted{f' from {passage.claimer}' * bool(passage.claimer)}"),
    )
    own = f"own{' headline' if passage.title else ' words'}{told}"
    return next((words for holds, words in kinds if holds), own)


def cue_rows(it: Dossier) -> list[Row]:
    """One row a side and outlet: "said 5, claimed 2"."""
    found = defaultdict[tuple[str, str], list[str]](list)
    for row in it.wording.cues:
        found[row.side, row.outlet].append(f"{row.cue} {len(row.claims)}")
    rows: list[Row] = [(side, outlet, ", ".join(cues)) for (side, outlet), cues in found.items()]
    return rows[: MOST.rows]


def scare_rows(it: Dossier) -> list[Row]:
    """Words in marks that quote nobody, with times and outlets."""
    return [
        (
            one.words,
            str(len(one.passages)),
            ", ".join(dict.fromkeys(p.outlet for p in one.passages)),
        )
        for one in it.wording.scare[: MOST.rows]
    ]


def swap_rows(it: Dossier) -> list[Row]:
    """Other words for the same, in two reports of one utterance."""
    return [
        (
            one.claimer,
            " … ".join(line(part.text) for part in one.left),
            one.left_outlet,
            " … ".join(line(part.text) for part in one.right),
            one.right_outlet,
        )
        for one in it.wording.swaps[: MOST.rows]
    ]


def halves(it: Dossier) -> list[Utterance]:
    """Utterances of several parts that several reports carry."""
    found = (one for one in it.coverage.utterances if one.carriers > 1 and len(one.pieces) > 1)
    return list(found)[: MOST.halves]


def halves_table(one: Utterance, it: Dossier) -> Table:
    """The parts of a remark × the reports that carry it."""
    cells = [cell for cell in one.cells if cell.carried in CARRIED and cell.kept][:OUTLETS]
    heads = [it.coverage.column(cell.document).outlet for cell in cells]
    rows = [
        (line(piece.words.text), *(_kept(cell.kept[n]) for cell in cells))
        for n, piece in enumerate(one.pieces)
    ]
    return ("part, as the fullest report has it", *heads), rows, f"What {one.claimer} said"


def _kept(share: float) -> str:
    """A share of the telling words of a part, in words."""
    if share >= 0.75:
        return "kept"
    return f"in part ({share:.0%})" if share >= 0.25 else "–"


def tie_rows(it: Dossier) -> list[Row]:
    """Kinds of ties, with how many."""
    from sayso.look.render import kind

    return [(kind(name), str(count)) for name, count in it.ties]


def problem_rows(it: Dossier) -> list[Row]:
    """Where, what kind, and what to do."""
    found = it.problems[: MOST.problems]
    return [
        (name_of(p.source), line(p.kind), line(p.message.replace(p.source, name_of(p.source))))
        for p in found
    ]


def decision_rows(it: Dossier) -> list[Row]:
    """What people decided: verdict, on what, by whom, when, and their note."""
    return [
        (one.verdict.value, line(one.subject), line(one.who), one.at, line(one.note))
        for one in it.decisions[: MOST.rows]
    ]


def run_rows(it: Dossier) -> list[Row]:
    """What changed the case: the part, its settings, when, and the names of what it read."""
    return [
        (
            line(str(run.maker)),
            _settings(run.maker.settings),
            run.started,
            run.finished or "did not finish",
            ", ".join(_some([name_of(source) for source in run.inputs])),
        )
        for run in it.runs[-MOST.rows :]
    ]


def _settings(text: str) -> str:
    """Settings, which are JSON, as "name value"."""
    found = json.loads(text)
    if not isinstance(found, dict):
        return line(str(found))
    return line(", ".join(f"{name} {value}" for name, value in sorted(found.items())))


def _some(names: Sequence[str]) -> Iterator[str]:
    yield from names[:10]
    if len(names) > 10:
        yield f"and {len(names) - 10} more"


def facts(report: ReportPage) -> list[tuple[str, str]]:
    """The facts of a report, and its ids."""
    known = [
        (name, name_of(value) if name == "from" else value) for name, value in report.page.facts
    ]
    return [*known, ("id", report.page.id)]


def earlier(report: ReportPage) -> str:
    """That a report is an earlier version of another's page; "" where it is none."""
    return f"an earlier version of no. {report.newer}, not counted" if report.newer else ""


def name_of(source: str) -> str:
    """An address as it is, a path as the name of its file."""
    if "://" in source:
        return line(source)
    return line(source.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1])


def words_of(cells: Iterable[str]) -> str:
    """Words with commas between them, without the empty ones."""
    return ", ".join(filter(None, cells))
