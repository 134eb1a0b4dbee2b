"""What is new in a case, as Markdown and as one page of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.view.plain import line

if TYPE_CHECKING:
    from sayso.view.claims import ClaimRow
    from sayso.view.digest import Digest

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_START = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)")


def html(page: Digest) -> str:
    """One page that needs nothing else."""
    from markupsafe import Markup

    from sayso.look import environment, stylesheet

    made = environment("sayso.export")
    made.filters["moment"] = moment
    style = Markup(stylesheet())
    return made.get_template("digest.html").render(page=page, style=style)


def markdown(page: Digest) -> str:
    """Headings and lists; words of strangers are escaped, so that none of them is a mark."""
    return "\n".join(_lines(page)) + "\n"


def moment(at: str) -> str:
    """An ISO time for a person: "2031-03-04 10:00"."""
    return line(at)[:16].replace("T", " ")


def _lines(page: Digest) -> Iterator[str]:
    yield f"# New since {_safe(moment(page.since))}"
    yield ""
    counts = (_count(page.documents, "new report"), _count(page.count, "new claim"))
    yield f"{', '.join(counts)}; as of {moment(page.until)} (UTC)."
    if page.quiet:
        yield "Nothing is new."
    yield from _edits(page)
    if page.gone:
        yield from _heading("Pages that are gone")
        for url, at in page.gone:
            yield f"- {_safe(url)}, found missing {moment(at)}"
    if page.denials:
        yield from _heading("New denials")
        for tie in page.denials:
            yield f"- {_said(tie.left)}"
            yield f"  - {_said(tie.right)}"
            yield from (f"  - why: {_safe(reason)}" for reason in tie.reasons)
    if page.gained:
        yield from _heading("More have heard it")
        for one in page.gained:
            first = _safe(one.reports[0].claimer)
            yield f"- **{first}**: {one.before} → {one.after} independent"
            for row in one.reports:
                yield f"  - {'new: ' if row.id in one.new else ''}{_said(row)}"
    if page.claims:
        yield from _heading("New claims")
    for group in page.claims:
        yield ""
        yield f"### {_safe(group.heading)}"
        yield ""
        yield from (f"- {_said(row, outlet=False)}" for row in group.rows)
    if page.problems:
        yield from _heading("What went wrong")
        for problem in page.problems:
            yield f"- {_safe(problem.source)}: {_safe(problem.message)}"


def _edits(page: Digest) -> Iterator[str]:
    if page.edits:
        yield from _heading("Pages that were edited")
    for one in page.edits:
        how = "silently edited" if one.silent else f"edited, and says so: {_safe(one.notice)}"
        yield f"- {_safe(one.page)}: {how}"
        for change in one.changes:
            before = f"~~{_safe(change.before)}~~" if change.before else ""
            after = f"**{_safe(change.after)}**" if change.after else ""
            parts = (_safe(change.lead), before, after, _safe(change.tail))
            yield f"  - {' '.join(part for part in parts if part)}"


def _heading(words: str) -> tuple[str, ...]:
    return ("", f"## {words}", "")


def _said(row: ClaimRow, *, outlet: bool = True) -> str:
    who = f"**{_safe(row.claimer)}**" + (f", {_safe(row.standing)}," if row.standing else "")
    place = f" ({_safe(', '.join(part for part in (row.outlet, row.published) if part))})"
    return f"{who} {_safe(row.cue)}: {_safe(row.text)}{place if outlet else ''}".replace(
        " : ", ": "
    )


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _safe(words: str) -> str:
    """Words without any mark that Markdown or HTML would obey."""
    return _START.sub(r"\1\\\2", _MARKS.sub(r"\\\1", line(words)))
