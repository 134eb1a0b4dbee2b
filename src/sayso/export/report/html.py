"""The report as one HTML page that needs no network, no script and no file beside it."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Mapping
from importlib.resources import files

from markupsafe import Markup

from sayso.export.report import facts
from sayso.look import environment, stylesheet
from sayso.look.addresses import at
from sayso.picture import (
    Picture,
    coverage_matrix,
    disputes_map,
    relay_tree,
    timeline_picture,
)
from sayso.view.dossier import Dossier, Speaker
from sayso.view.origins import OriginRow, ReportOf
from sayso.view.timeline import Witness
from sayso.view.wording import Passage

_PIECE = 64  # parts of a template put together before they are given away


def html(it: Dossier, version: str) -> Iterator[str]:
    """The page, piece by piece. version: of sayso."""
    styles = _styles()
    made = (
        environment("sayso.export.report")
        .get_template("report/report.html")
        .stream(
            it=it,
            to=_Here(it),
            version=version,
            styles=Markup(styles),
            policy=_policy(styles),
            sections=facts.SECTIONS,
            most=facts.MOST,
            often=_often(it),
            once=_once(it),
            pictures=_pictures(it),
            fullest_first=fullest_first,
            wording_table=facts.wording_table,
            passages=facts.passages,
            passage_link=_passage_link,
            voice=facts.voice,
            witness_link=_witness_link,
            cue_table=facts.cue_rows(it),
            scare_table=facts.scare_rows(it),
            swap_table=facts.swap_rows(it),
            halves=facts.halves(it),
            halves_table=lambda one: facts.halves_table(one, it),
            tie_table=facts.tie_rows(it),
            problem_table=facts.problem_rows(it),
            decision_table=facts.decision_rows(it),
            run_table=facts.run_rows(it),
            facts=facts.facts,
            earlier=facts.earlier,
        )
    )
    made.enable_buffering(_PIECE)
    yield from made


class _Here:
    """Addresses within the page; "" for a claimer that has no row in it."""

    def __init__(self, it: Dossier) -> None:
        shown = (*_often(it)[: facts.MOST.speakers], *_once(it)[: facts.MOST.once])
        row = {made: speaker.row.id for speaker in shown for _, made in speaker.claims}
        self._claimers = {
            (one.claimer_id, one.document): row[one.id]
            for report in it.reports
            for one in report.rows
            if one.id in row
        }

    def claim(self, made: str) -> str:
        return f"#{made}"

    def passage(self, made: str, document: str) -> str:  # noqa: ARG002 - all in one page
        return f"#{at(made)}"

    def document(self, made: str) -> str:
        return f"#{made}"

    def claimer(self, made: str, document: str) -> str:
        found = self._claimers.get((made, document))
        return f"#{found}" if found else ""

    def link(self, made: str) -> str:
        return f"#{made}"


def _often(it: Dossier) -> list[Speaker]:
    return [one for one in it.speakers if len(one.claims) > 1]


def _once(it: Dossier) -> list[Speaker]:
    return [one for one in it.speakers if len(one.claims) == 1]


def fullest_first(one: OriginRow) -> list[ReportOf]:
    """The reports of an utterance, the fullest wording before the others."""
    first = one.reports[one.fullest]
    return [first, *(report for report in one.reports if report is not first)]


def _styles() -> str:
    own = files("sayso.export.report") / "templates" / "report" / "report.css"
    return stylesheet() + own.read_text(encoding="utf-8")


def _policy(styles: str) -> str:
    """What a browser may do with the page: show it, with these styles, and nothing else."""
    digest = b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )


def _pictures(it: Dossier) -> Mapping[str, Picture]:
    return {
        "disputes": disputes_map(it.disputes),
        "relays": relay_tree(it.origins),
        "coverage": coverage_matrix(it.coverage),
        "timeline": timeline_picture(it.timeline),
    }


def _passage_link(passage: Passage) -> str:
    return f"#{at(passage.claim)}" if passage.claim else f"#{passage.name.document}"


def _witness_link(witness: Witness) -> str:
    return f"#{witness.claim}" if witness.claim else f"#{witness.document}"
