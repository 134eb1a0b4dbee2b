"""The whole way with the weights that ship, and without them where they are not needed."""

from __future__ import annotations

import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import sayso
from sayso import pipeline
from sayso.case import Case
from tests.store.samples import made

TEXT = (
    "The old bridge over the river Olm stays open for now.\n\n"
    "“The bridge is safe,” Mayor Ilse Brandt said on Monday. “Nobody need worry.”\n\n"
    "Engineer Boris Hale told reporters that the cables had rusted through.\n"
)


def test_read_finds_who_said_what_in_the_words_of_the_text() -> None:
    claims = sayso.read(TEXT, "report")
    said = {claim.claimer.name: claim for claim in claims}
    assert set(said) == {"Ilse Brandt", "Boris Hale"}
    assert "The bridge is safe" in said["Ilse Brandt"].text
    assert "the cables had rusted through" in said["Boris Hale"].text
    (document,) = claims.documents.values()
    for claim in claims:
        for part in (claim.source, claim.cue, *claim.content):
            assert part is not None
            assert part.text == TEXT[part.span.start : part.span.end]
    assert claims.problems == ()
    assert document.text == TEXT
    assert {line["maker"] for line in claims.lines()} == {str(pipeline.minilm().maker)}


def test_half_characters_in_a_string_are_replaced_and_places_stay() -> None:
    claims = sayso.read(f"\ud83d {TEXT}")
    assert [problem.kind for problem in claims.problems] == ["encoding"]
    (document,) = claims.documents.values()
    assert document.text == f"\ufffd {TEXT}"


def test_case_and_string_give_the_same_claims(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    with Case(tmp_path / "x.sayso") as case:
        case.add(tmp_path / "report.txt")
        assert list(case.claims()) == list(sayso.read(TEXT))
        assert list(case.check()) == []
    code = (
        "import sys; from sayso import Case\n"
        "report = Case('x.sayso').add('report.txt')\n"
        "print(report.unchanged, *sorted({'numpy', 'onnxruntime', 'trafilatura'} & {*sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stdout.split() == ["1"], "the second add loads nothing heavy"


def test_analyser_can_be_sent_to_other_processes() -> None:
    analyser = pipeline.minilm(threads=1)
    assert pickle.loads(pickle.dumps(analyser)).maker == analyser.maker


def test_only_english_is_understood() -> None:
    document = made("Nobody spoke.")
    assert pipeline.understood(document)
    assert not pipeline.understood(replace(document, language="de"))
