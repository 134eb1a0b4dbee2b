"""A case as one page that can be sent: `html`, self-contained, or `markdown`.

    facts.py      what both show in tables, as words
    html.py       the page, from the templates beside it
    markdown.py   the same, shorter, without the texts of the reports

Headings are neutral: the report tells who said what, never who is right. Paths of the machine that
made it are shortened to the names of files, because a report is for sending.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sayso.model.errors import UnknownNameError
from sayso.view.dossier import Dossier

__all__ = ["FORMATS", "report"]


def _html(it: Dossier, version: str) -> Iterator[str]:
    from sayso.export.report.html import html

    return html(it, version)


def _markdown(it: Dossier, version: str) -> Iterator[str]:
    from sayso.export.report.markdown import markdown

    return markdown(it, version)


FORMATS: dict[str, Callable[[Dossier, str], Iterator[str]]] = {"html": _html, "md": _markdown}


def report(it: Dossier, name: str, version: str) -> Iterator[str]:
    """The report in a format, piece by piece. version: of sayso. Raises UnknownNameError."""
    if name not in FORMATS:
        known = ", ".join(sorted(FORMATS))
        raise UnknownNameError(f"no report format is called {name!r}; there are {known}")
    return FORMATS[name](it, version)
