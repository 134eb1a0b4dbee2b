"""`sayso decisions`: what people said, from one copy of a case to another; `sayso serve`."""

from __future__ import annotations

import json
import shutil
import socket
from pathlib import Path

from sayso.model.correction import Correction, Remark, RemarkKind
from sayso.model.relation import Decision, Verdict
from sayso.store.hand import Hand
from tests.cli.conftest import Run

AT = "2031-05-04T08:00:00+00:00"


def said(case: Path) -> str:
    """Somebody decides, notes and corrects; the id of the claim."""
    with Hand.hold(case) as hand:
        claim = hand.claims()[0][0]
        plain = hand.plain_claim(claim.id)
        assert plain
        hand.judge(Decision(claim.id, Verdict.CONFIRMED, "Ada", AT))
        hand.remark(Remark(claim.document, RemarkKind.NOTE, "ask them", "Ada", AT))
        hand.correct(Correction(claim.id, claim.document, plain, "Ada", AT, "looked at it"))
    return claim.id


def test_what_was_said_moves_to_a_copy_once(run: Run, case: Path, tmp_path: Path) -> None:
    copy, file = tmp_path / "copy.sayso", tmp_path / "words.jsonl"
    shutil.copy(case, copy)
    said(case)
    assert run("decisions", "export", case, "-o", file).exit_code == 0
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [line["type"] for line in lines] == ["decision", "correction", "remark"]
    assert {line["who"] for line in lines} == {"Ada"}
    done = run("decisions", "import", copy, file)
    assert (done.exit_code, done.stdout) == (0, "3 new words taken in\n")
    assert run("decisions", "import", copy, file).stdout == "0 new words taken in\n"
    assert run("decisions", "export", copy).stdout == file.read_text(encoding="utf-8")
    assert run("check", copy).exit_code == 0


def test_a_line_that_makes_no_sense_is_told_and_the_rest_taken_in(
    run: Run, case: Path, tmp_path: Path
) -> None:
    said(case)
    good = run("decisions", "export", case).stdout.splitlines()
    with_time = json.loads(good[0]) | {"at": "2031-05-04T10:00:00+02:00", "who": "Ben"}
    bad = [
        "no json",
        "[]",
        '{"type": "decision"}',
        json.dumps(with_time | {"verdict": "sung"}),
        json.dumps(with_time | {"at": "yesterday"}),
        json.dumps(with_time | {"at": "2031-05-04T10:00:00"}),
        json.dumps(json.loads(good[1]) | {"claim": {"content": 3}}),
    ]
    file = tmp_path / "words.jsonl"
    other = json.dumps({"type": "document", "id": "d0"})
    file.write_text("\n".join([*bad, other, "", json.dumps(with_time)]), encoding="utf-8")
    done = run("decisions", "import", case, file)
    assert done.exit_code == 1
    assert done.stdout == "1 new word taken in\n"
    assert done.stderr.count("problem:") == len(bad)
    assert AT in run("decisions", "export", case).stdout
    file.write_text("no json\n", encoding="utf-8")
    assert run("decisions", "import", case, file).exit_code == 2


def test_an_import_makes_no_case(run: Run, tmp_path: Path) -> None:
    (tmp_path / "words.jsonl").write_text("", encoding="utf-8")
    done = run("decisions", "import", tmp_path / "none.sayso", tmp_path / "words.jsonl")
    assert done.exit_code == 2
    assert not (tmp_path / "none.sayso").exists()


def test_a_desk_needs_a_case_a_port_and_for_others_a_password(
    run: Run, case: Path, tmp_path: Path
) -> None:
    assert "there is no case" in run("serve", tmp_path / "none.sayso").stderr
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", case, "--port", str(taken.getsockname()[1]))
    assert done.exit_code == 2
    assert "cannot listen" in done.stderr
    done = run("serve", case, "--host", "0.0.0.0", "--port", "0", SAYSO_PASSWORD="")
    assert done.exit_code == 2
    assert "password" in done.stderr
