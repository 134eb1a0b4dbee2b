"""The report as Markdown: the same story, shorter, for notes and for pasting. Without the texts of
the reports, whose passages are told by their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from sayso.export.report import facts
from sayso.export.report.facts import MOST, Table
from sayso.view.claims import ClaimRow
from sayso.view.counted import count, told
from sayso.view.disputes import Dispute, Saying
from sayso.view.dossier import Dossier
from sayso.view.origins import OriginRow

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$]|^[#+-]|(?<=^\d)[.)]|(?<=^\d\d)[.)])")


def markdown(it: Dossier, version: str) -> Iterator[str]:
    """The report, piece by piece. version: of sayso."""
    yield f"# {words(it.name)}: who said what\n\n"
    yield (
        "This tells who is reported to have said what, in which words, and where that stands. It "
        "does not tell who is right. A program read the reports; it misses and errs, so read a "
        "claim in its report before you rely on it.\n\n"
    )
    sections: dict[str, Callable[[Dossier], Iterator[str]]] = {
        "numbers": _numbers,
        "speakers": _speakers,
        "disputes": _disputes,
        "utterances": _utterances,
        "mirrors": _mirrors,
        "wording": _wording,
        "coverage": _coverage,
        "timeline": _timeline,
        "unsure": _unsure,
        "problems": _problems,
        "claims": _claims,
        "made": lambda one: _made(one, version),
    }
    for name, heading in facts.SECTIONS:
        yield f"## {heading}\n\n"
        yield from sections[name](it)
        yield "\n"


def words(text: str) -> str:
    """Words of strangers on one line, with whatever Markdown would take for a mark escaped."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split())).replace("\\<", "&lt;")


def table(made: Table) -> Iterator[str]:
    """A table of words, with what it shows above it."""
    columns, rows, caption = made
    yield f"{words(caption)}:\n\n" if caption else ""
    yield f"| {' | '.join(map(words, columns))} |\n|{' --- |' * len(columns)}\n"
    for row in rows[: MOST.rows]:
        yield f"| {' | '.join(map(words, row))} |\n"
    if len(rows) > MOST.rows:
        yield f"\n{MOST.rows} of {len(rows):,} rows.\n"
    yield "\n"


def _numbers(it: Dossier) -> Iterator[str]:
    counts = (
        (len(it.reports), "reports"), (len(it.outlets), "outlets"), (it.claims, "claims"),
        (len(it.speakers), "speakers"), (it.shared, "utterances in several reports"),
        (len(it.disputes), "pairs that dispute"), (len(it.mirrors), "mirrored accusations"),
        (len(it.problems), "problems met"),
    )  # fmt: skip
    yield from (f"- {number:,} {name}\n" for number, name in counts)
    yield "\n"
    rows = [
        (
            str(r.number),
            r.outlet,
            r.published or "unknown",
            r.title,
            facts.words_of((r.credits, facts.earlier(r))),
            str(len(r.rows)),
        )
        for r in it.reports
    ]
    columns = ("no.", "outlet", "printed", "headline", "credits", "claims")
    yield from table((columns, rows, "The reports, by date of printing"))


def _speakers(it: Dossier) -> Iterator[str]:
    rows = [
        (one.row.name, one.row.standing, "; ".join(one.row.aliases), str(one.row.documents),
         str(one.row.claims), " ".join(number for number, _ in one.claims[: MOST.each]))
        for one in it.speakers[: MOST.speakers]
    ]  # fmt: skip
    columns = ("who", "standing", "other names", "reports", "claims", "which")
    yield from table((columns, rows, "Numbers lead to the claims: 3.12 is claim 12 of report 3"))
    yield _rest(it.speakers, MOST.speakers, "speakers", "sayso who")


def _disputes(it: Dossier) -> Iterator[str]:
    if not it.disputes:
        yield "No dispute was found. That does not mean that there is none.\n"
    for one in it.disputes[: MOST.disputes]:
        yield from _dispute(one, it)
    yield _rest(it.disputes, MOST.disputes, "disputes", "sayso links")


def _dispute(one: Dispute, it: Dossier) -> Iterator[str]:
    from sayso.look.render import times

    yield f"### {words(one.left.name)} / {words(one.right.name)}\n\n"
    kinds = ", ".join(times(there + back, name) for name, there, back in one.kinds)
    yield f"{kinds}; carried by {words(', '.join(one.outlets))}\n\n"
    for party, says in ((one.left, one.left_says), (one.right, one.right_says)):
        yield f"**{words(facts.words_of((party.name, party.standing)))}**\n\n"
        yield from (_saying(saying, it) for saying in says[: MOST.each])
        yield "\n"


def _saying(one: Saying, it: Dossier) -> str:
    counted = f"{count(one.origins, 'origin')} in {count(one.reports, 'report')}"
    return f"- {_told(one.row)} {words(', '.join(one.outlets))}; {counted}; {_at(one.row, it)}\n"


def _utterances(it: Dossier) -> Iterator[str]:
    for one in it.origins[: MOST.origins]:
        yield from _utterance(one, it)
    yield _rest(it.origins, MOST.origins, "utterances", "sayso origins")


def _utterance(one: OriginRow, it: Dossier) -> Iterator[str]:
    who = words(facts.words_of((one.claimer, one.standing)))
    counted = f"{count(one.independent, 'origin')}, {told(len(one.reports), one.documents)}"
    yield f"### {who}\n\n{counted}; weakest tie {one.weakest_score:.2f}\n\n"
    for report in one.reports:
        echo = " (again in this report)" if report.again else " (echo)" if report.echo else ""
        way = words(" → ".join(report.chain))
        yield f"- {way}{echo}: {_told(report.row)} {_at(report.row, it)}"
        missing = " · ".join(f"“{words(part)}”" for part in report.missing)
        yield f" Not here: {missing}\n" if missing else "\n"
    yield "\n"


def _mirrors(it: Dossier) -> Iterator[str]:
    for link in it.mirrors[: MOST.mirrors]:
        sides = (f"{words(r.claimer)}: {_told(r)} {_at(r, it)}" for r in (link.left, link.right))
        yield f"- {' / '.join(sides)} (score {link.score:.2f})\n"
    if not it.mirrors:
        yield "No accusation was found that is made in both directions.\n"


def _wording(it: Dossier) -> Iterator[str]:
    for thing in it.wording.things[: MOST.things]:
        yield f"### {words(thing.heading)}\n\n"
        yield from table(facts.wording_table(thing))
    yield _rest(it.wording.things, MOST.things, "sets of names", "sayso wording")
    columns = ("who speaks", "outlet", "words that tell of the saying")
    yield from table((columns, facts.cue_rows(it), "How each side is introduced"))


def _coverage(it: Dossier) -> Iterator[str]:
    from sayso.picture import coverage_matrix

    made = coverage_matrix(it.coverage)
    yield from table((made.columns, made.rows, "Who carries what"))


def _timeline(it: Dossier) -> Iterator[str]:
    from sayso.picture import timeline_picture

    made = timeline_picture(it.timeline)
    yield from table((made.columns, made.rows, "Three clocks: happened, said, printed"))


def _unsure(it: Dossier) -> Iterator[str]:
    doubts = it.doubts
    yield f"- {len(doubts.claims):,} claims with a score below 0.60\n"
    yield f"- {doubts.nobody:,} claims that name nobody\n"
    yield f"- {len(doubts.ties):,} ties below 0.70 that nobody decided on\n"
    yield f"- {len(doubts.denials):,} denials of which it is not known what they deny\n"
    yield f"- {len(doubts.merges):,} names taken for one on weak ground\n"
    yield f"- {len(doubts.undated):,} reports without a date\n"
    yield f"- {len(doubts.unnamed):,} reports whose outlet is unknown\n\n"
    for row in doubts.claims[: MOST.doubts]:
        yield f"- {row.score:.2f} {words(row.claimer)}: {_told(row)} {_at(row, it)}\n"


def _problems(it: Dossier) -> Iterator[str]:
    rows = facts.problem_rows(it)
    yield from table((("where", "kind", "what"), rows, "")) if rows else ("None.\n",)


def _claims(it: Dossier) -> Iterator[str]:
    for report in it.reports:
        yield f"### {report.number}. {words(report.page.heading)}\n\n"
        yield f"{facts.earlier(report)}\n\n" if report.newer else ""
        for row in report.rows:
            who = words(facts.words_of((row.claimer, row.standing)))
            how = words(facts.words_of((row.cue, row.cue_class, row.quotation)))
            yield f'<a id="{row.id}"></a>**{it.numbers[row.id]}** {who} ({how}): {_told(row)} '
            yield f"score {row.score:.2f}, characters {row.start}–{row.end}\n\n"


def _made(it: Dossier, version: str) -> Iterator[str]:
    yield f"Made with sayso {version}. The same case gives the same report.\n\n"
    makers = [(name, str(count)) for name, count in it.makers]
    yield from table((("part", "claims found"), makers, "What found the claims"))
    yield from table((("tie", "how many"), facts.tie_rows(it), "How claims are tied"))
    if decided := facts.decision_rows(it):
        heads = ("verdict", "on", "by", "when", "note")
        yield from table((heads, decided, "What people decided"))
    columns = ("part", "settings", "started", "finished", "read")
    yield from table((columns, facts.run_rows(it), "What changed the case"))
    hashes = [(str(r.number), r.outlet, r.page.id, r.sha256) for r in it.reports]
    yield from table((("no.", "report", "id", "SHA-256"), hashes, "The bytes of each report"))


def _told(row: ClaimRow) -> str:
    """The exact words. No marks are put around them: those of the report tell what it quotes."""
    return words(row.text)


def _at(row: ClaimRow, it: Dossier) -> str:
    return f"[claim {it.numbers[row.id]}](#{row.id})"


def _rest(every: Sequence[object], shown: int, things: str, command: str) -> str:
    if len(every) <= shown:
        return ""
    return f"\n{shown} of {len(every):,} {things} are shown; `{command}` has them all.\n"
