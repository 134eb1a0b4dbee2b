"""The case as Python sees it: adding, asking, stopping, going on."""

from __future__ import annotations

import builtins
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso.adding import AddReport
from sayso.case import Case, Claims
from sayso.model import wire
from sayso.model.errors import (
    CaseBusyError,
    MissingPartError,
    NotACaseError,
    UnknownNameError,
    UsageError,
)
from sayso.store import Store, Writer
from tests.read import made
from tests.store import samples

TEXTS = {
    "a.txt": "The bridge over the river Olm was closed on Monday.\n\nIlse Brandt said the bridge is"
    " safe.\n\nBoris Hale said nobody had asked him about the old bridge.\n",
    "b.txt": "Repairs of the bridge over the Olm will begin in June.\n\nBoris Hale said the repairs"
    " will take a year and cost a lot.\n",
    "c.txt": "Nobody came to the meeting about the bridge on Tuesday evening, so it was put off.\n",
}

GERMAN = "Die Brücke bleibt am Montag gesperrt, und der Fluss ist hoch, sagte die Stadt.\n" * 3


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return samples.write(tmp_path / "reports", TEXTS)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.sayso"


def added(path: Path, *sources: Path, version: str = "1", **options: Any) -> AddReport:
    with Case(path, analyser=samples.pattern(version)) as case:
        return case.add(*sources, **options)


def lines(path: Path) -> list[str]:
    with Case(path, write=False) as case:
        return sorted(json.dumps(line) for line in case.lines())


def rows(path: Path) -> list[str]:
    """The whole file, row by row."""
    store = Store.open(path)
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%index_%'"
    names = [name for (name,) in store._database.rows(tables)]
    found = [f"{t} {row}" for t in names for row in store._database.rows(f"SELECT * FROM {t}")]
    store.close()
    return found


def test_add_and_ask(path: Path, folder: Path) -> None:
    seen = list[tuple[int, int, str]]()
    report = added(path, folder, progress=lambda *step: seen.append(step))
    assert (report.added, report.unchanged, report.analysed, report.claims) == (3, 0, 3, 3)
    assert report.problems == ()
    assert [step[:2] for step in seen] == [(1, 3), (2, 3), (3, 3)] * 2
    with Case(path, write=False) as case:
        assert [claim.text for claim in case.claims(by="ilse")] == ["the bridge is safe"]
        assert len(case.documents()) == 3
        assert case.document("b.txt").text == TEXTS["b.txt"]
        assert {hit.kind for hit in case.search("repairs")} == {"claim", "document"}
        assert case.problems() == []
        assert list(case.check()) == []
        assert case.claims(by="Isle Brand").near[0] == "Ilse Brandt"


def test_adding_again_changes_no_row_and_loads_nothing(path: Path, folder: Path) -> None:
    (folder / "empty.txt").touch()
    first = added(path, folder)
    before = rows(path)
    loads = list[str]()
    with Case(path, analyser=samples.counting(loads)) as case:
        again = case.add(folder)
    assert (again.added, again.unchanged, again.analysed) == (0, 3, 0)
    assert again.problems == first.problems
    assert len(again.problems) == 1
    assert loads == []
    assert rows(path) == before


def test_what_was_wrong_with_a_part_is_over_when_its_file_is_whole(
    path: Path, tmp_path: Path
) -> None:
    records = [
        made.packed(made.record(made.page(n), f"https://courant.example/{n}")) for n in (1, 2)
    ]
    broken = records[0][:60] + b"\x00" * 9 + records[0][69:]
    archive = tmp_path / "crawl.warc.gz"
    other = tmp_path / "crawl.warc.gz.txt"
    archive.write_bytes(broken + records[1])
    other.touch()
    first = [problem.kind for problem in added(path, archive, other).problems]
    assert first == ["broken", "empty"]
    archive.write_bytes(records[0] + records[1])
    assert added(path, archive).problems == ()
    with Case(path, write=False) as case:
        assert [problem.kind for problem in case.problems()] == ["empty"]  # of the other file
        assert len(case.documents()) == 2


def test_a_file_that_is_there_again_is_no_problem_any_more(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXTS["a.txt"])
    added(path, file)
    for wrong in (file.unlink, file.touch):
        wrong()
        assert len(added(path, file).problems) == 1
    file.write_text(TEXTS["a.txt"])
    assert added(path, file).problems == ()
    with Case(path, write=False) as case:
        assert case.problems() == []


def test_order_of_adding_changes_nothing(tmp_path: Path, folder: Path) -> None:
    (folder / "copy-of-a.txt").write_text(TEXTS["a.txt"])
    (folder / "german.txt").write_text(GERMAN)
    samples.write(tmp_path / "other", {"deutsch.txt": GERMAN})
    files = [*sorted(folder.iterdir()), tmp_path / "other" / "deutsch.txt"]
    dice, cases = random.Random(3), list[list[str]]()
    for number in range(4):
        case = tmp_path / f"{number}.sayso"
        dice.shuffle(files)
        for file in files:
            added(case, file)
        cases.append(lines(case))
    added(tmp_path / "all.sayso", *files)
    assert all(case == lines(tmp_path / "all.sayso") for case in cases)
    assert sum('"not-english"' in line for line in cases[0]) == 2


def test_other_languages_are_kept_and_no_claims_are_sought(path: Path, tmp_path: Path) -> None:
    (tmp_path / "german.txt").write_text(f"{GERMAN}Ilse said the bridge.\n")
    report = added(path, tmp_path / "german.txt")
    assert (report.added, report.analysed, report.claims) == (1, 0, 0)
    assert [problem.kind for problem in report.problems] == ["not-english"]
    assert added(path, tmp_path / "german.txt").problems == report.problems


def test_newer_analyser_finds_anew(path: Path, folder: Path) -> None:
    added(path, folder)
    with Case(path) as case:
        assert {line["maker"] for line in case.claims().lines()} == {"fake/1"}
    report = added(path, folder, version="2")
    assert (report.added, report.unchanged, report.analysed, report.claims) == (0, 3, 3, 3)
    with Case(path) as case:
        assert {line["maker"] for line in case.claims().lines()} == {"fake/2"}
        assert list(case.check()) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_document_that_fails_is_set_aside_and_tried_again(
    path: Path, folder: Path, jobs: int
) -> None:
    samples.write(folder, {"aa.txt": "This one holds poison for whoever reads it, the people say."})
    report = added(path, folder, jobs=jobs)
    assert (report.added, report.analysed) == (4, 3)
    (problem,) = report.problems
    assert problem.kind == "crash"
    assert problem.source.endswith("aa.txt")
    assert "ValueError: cannot swallow this" in problem.message
    with Case(path) as case:
        assert case.problems() == [problem]
        assert list(case.check()) == []
    assert added(path, folder, version="2").problems == (problem,)


def test_document_that_kills_its_process_is_set_aside(path: Path, folder: Path) -> None:
    samples.write(folder, {"aa.txt": "This one holds venom for whoever reads it, the people say."})
    report = added(path, folder, jobs=2)
    assert (report.added, report.analysed, report.claims) == (4, 3, 3)
    assert ["exit code 7" in problem.message for problem in report.problems] == [True]


def test_what_cannot_be_read_is_told_and_then_forgotten(path: Path, folder: Path) -> None:
    (folder / "d.txt").touch()
    report = added(path, folder, folder / "none.txt")
    assert {problem.kind for problem in report.problems} == {"empty", "missing"}
    (folder / "d.txt").write_text("Ilse Brandt said the bridge was opened again on Thursday.\n")
    report = added(path, folder)
    assert (report.added, report.unchanged, report.problems) == (1, 3, ())
    with Case(path) as case:
        assert [problem.kind for problem in case.problems()] == ["missing"]


def test_names_of_files_may_be_no_text(path: Path, tmp_path: Path) -> None:
    strange = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    try:
        Path(strange).write_text(TEXTS["a.txt"])
    except OSError:
        pytest.skip("this file system takes only text for names")
    assert added(path, Path(strange)).added == 1
    assert added(path, Path(strange)).unchanged == 1
    with Case(path) as case:
        assert case.documents()[0].source.endswith("\\udcff.txt")


def test_lines_have_documents_before_their_claims(path: Path, folder: Path) -> None:
    (folder / "empty.txt").touch()
    added(path, folder)
    with Case(path) as case:
        kinds = [line["type"] for line in case.lines()]
        told = {line["id"]: line for line in case.lines() if line["type"] == "document"}
        assert told == {item.id: wire.document(item) for item in case.documents()}
    together = [kind for kind, _ in itertools.groupby(kinds)]
    assert together == [*["document", "claim"] * 2, "document", "problem"]  # one has no claims


def test_claims_are_a_sequence(path: Path, folder: Path) -> None:
    added(path, folder)
    with Case(path) as case:
        found = case.claims()
    assert isinstance(found, Claims)
    assert [claim.id for claim in found[1:]] == [found[1].id, found[2].id]
    assert isinstance(found[1:], Claims)
    assert repr(found) == "<3 claims in 2 documents>"
    assert set(found.documents) == {claim.document for claim in found}
    assert found[0].text in found._repr_html_()
    assert not case.claims(by="nobody")
    case.close()


def test_frame(path: Path, folder: Path) -> None:
    added(path, folder)
    with Case(path) as case:
        frame = case.claims().to_frame()
        empty = case.claims(by="nobody").to_frame()
    assert list(frame["claimer"]) == [claim.claimer.name for claim in Case(path).claims()]
    assert frame.loc[frame["claimer"] == "Ilse Brandt", "content"].item() == "the bridge is safe"
    assert frame["cue"].unique().tolist() == ["said"]
    assert list(empty.columns) == list(frame.columns)


def test_frame_without_pandas(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    added(path, folder)
    load = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return load(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with Case(path) as case, pytest.raises(MissingPartError, match=r"pip install 'sayso\[frame\]'"):
        case.claims().to_frame()


def test_misuse_is_told(path: Path, folder: Path) -> None:
    with pytest.raises(UnknownNameError, match="there is no case"):
        Case(path, write=False)
    with Case(path) as case, pytest.raises(UnknownNameError, match="there is no case"):
        case.claims()
    with pytest.raises(NotACaseError):
        added(folder / "a.txt", folder)
    added(path, folder)
    with Case(path, write=False) as case:
        with pytest.raises(UsageError, match="opened to read"):
            case.add(folder)
        with pytest.raises(UsageError, match="shout"):
            case.claims(cue_class="shout")
    with Case(path, analyser="none") as case, pytest.raises(UnknownNameError, match="minilm"):
        case.add(folder)


def test_second_add_is_told_at_once_and_questions_are_answered(path: Path, folder: Path) -> None:
    added(path, folder)
    with Writer.hold(path):
        with pytest.raises(CaseBusyError):
            added(path, folder)
        with Case(path) as case:
            assert len(case.claims()) == 3


_ADD_SLOWLY = """
import sys
from sayso.case import Case
from tests.read import made
from tests.store import samples
Case(sys.argv[1], analyser=samples.slow(0.15)).add(sys.argv[2])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_killed_add_loses_only_the_document_under_way(tmp_path: Path, path: Path) -> None:
    texts = {f"{n:02}.txt": f"Ilse Brandt said bridge number {n} is safe.\n" for n in range(30)}
    folder = samples.write(tmp_path / "many", texts)
    child = subprocess.Popen([sys.executable, "-c", _ADD_SLOWLY, str(path), str(folder)])
    try:
        analysed = _wait_for_claims(path, 3)
        with pytest.raises(CaseBusyError):
            added(path, folder)
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait()
    with Case(path, write=False) as case:
        kept = len(case.claims())
        assert analysed <= kept < 30
        assert len(case.documents()) == 30
        assert list(case.check()) == []
    report = added(path, folder)
    assert (report.added, report.unchanged, report.analysed) == (0, 30, 30 - kept)
    added(tmp_path / "whole.sayso", folder)
    assert lines(path) == lines(tmp_path / "whole.sayso")
    store = Store.open(path)
    assert [run.finished is None for run in store.runs()] == [True, False]
    store.close()


def _wait_for_claims(path: Path, count: int) -> int:
    """How many claims there are once there are so many; fails after half a minute."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            with Case(path, write=False) as case:
                if (found := len(case.claims())) >= count:
                    return found
        except UnknownNameError:
            pass
        time.sleep(0.02)
    raise AssertionError("the add did not come so far")


def test_interrupted_add_lets_go_of_the_case(path: Path, folder: Path) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        added(path, folder, progress=stop)
    assert added(path, folder).analysed == 3


def test_read_without_a_case_tells_what_went_wrong() -> None:
    assert [problem.kind for problem in sayso.read("  \n").problems] == ["empty"]
    german = sayso.read(GERMAN)
    assert [problem.kind for problem in german.problems] == ["not-english"]
    assert len(german) == 0
