"""Floors: kept, raised, and lowered only where that is asked for."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from sayso.eval import gate
from sayso.eval.report import Report, Row

FLOORS: dict[str, Any] = {
    "model": "m0",
    "corpora": {"tales": "aaa"},
    "f1": {"tales": {"source": 70.0, "cue": 60.0}},
}


def _found(**f1: float) -> dict[str, Any]:
    return {"model": "m1", "corpora": {"tales": "aaa"}, "f1": {"tales": f1}}


def test_nothing_has_fallen_at_the_floor_or_above() -> None:
    assert gate.fallen(_found(source=70.0, cue=99.0, content=1.0), FLOORS) == []


def test_each_measure_under_its_floor_is_told() -> None:
    assert gate.fallen(_found(source=69.9, cue=12.5), FLOORS) == [
        "tales: source is 69.9, under its floor of 70.0",
        "tales: cue is 12.5, under its floor of 60.0",
    ]


def test_what_was_not_measured_has_fallen() -> None:
    assert gate.fallen(_found(source=80.0), FLOORS) == [
        "tales: cue was not measured; its floor is 60.0"
    ]
    assert len(gate.fallen({"model": "m", "corpora": {}, "f1": {}}, FLOORS)) == 2


def test_another_corpus_than_that_of_the_floors_is_told() -> None:
    found = _found(source=80.0, cue=80.0) | {"corpora": {"tales": "bbb"}}
    (message,) = gate.fallen(found, FLOORS)
    assert message.startswith("tales: its file is not the one")


def test_another_model_is_what_the_gate_is_for() -> None:
    assert gate.fallen(_found(source=80.0, cue=80.0) | {"model": "m2"}, FLOORS) == []


def test_pinning_raises_by_what_was_reached_less_the_margin() -> None:
    made = gate.pinned(_found(source=72.0, cue=61.0, content=50.0), FLOORS, lower=False)
    assert made == {
        "model": "m1",
        "corpora": {"tales": "aaa"},
        "f1": {"tales": {"source": 71.7, "cue": 60.7, "content": 49.7}},
    }


@pytest.mark.parametrize("cue", [60.2, 60.0, 10.0])
def test_pinning_lowers_nothing(cue: float) -> None:
    made = gate.pinned(_found(source=69.0, cue=cue), FLOORS, lower=False)
    assert made["f1"] == FLOORS["f1"]


def test_pinning_drops_nothing() -> None:
    made = gate.pinned({"model": "m1", "corpora": {}, "f1": {}}, FLOORS, lower=False)
    assert (made["f1"], made["corpora"]) == (FLOORS["f1"], FLOORS["corpora"])
    assert gate.pinned(_found(source=71.0), FLOORS, lower=False)["f1"]["tales"]["cue"] == 60.0


def test_lowering_has_to_be_allowed() -> None:
    made = gate.pinned(_found(source=50.0), FLOORS, lower=True)
    assert made["f1"] == {"tales": {"source": 49.7}}


def test_the_first_floors_come_from_nothing() -> None:
    made = gate.pinned(_found(source=50.0, cue=0.1), {"f1": {}}, lower=False)
    assert made["f1"] == {"tales": {"source": 49.7, "cue": 0.0}}


def test_whatever_is_gauged_has_floors() -> None:
    pinned = json.loads(gate.FLOORS.read_text(encoding="utf-8"))
    gauged = {gauge.corpus for gauge in gate.GAUGES}
    assert (set(pinned["f1"]), set(pinned["corpora"])) == (gauged, gauged)


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A gate of one corpus, with a report that has 8 of 10 sources right: F1 80."""
    (tmp_path / "tales.jsonl").write_text("{}", encoding="utf-8")
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"f1": {"tales": {"source": 75.0}}}), encoding="utf-8")

    def run(corpus: str, where: Path, split: str | None) -> Report:
        assert (where, split) == (tmp_path / "tales.jsonl", "dev")
        return Report(corpus, (Row("source", 8, 10, 10),))

    monkeypatch.setattr(gate, "GAUGES", (gate.Gauge("tales", "tales.jsonl", "dev"),))
    monkeypatch.setattr(gate, "FLOORS", path)
    monkeypatch.setattr(gate, "run", run)
    return path


def _gate(monkeypatch: pytest.MonkeyPatch, floors: Path, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["gate", "--data", str(floors.parent), *words])
    return gate.main()


def _source(floors: Path) -> float:
    return float(json.loads(floors.read_text(encoding="utf-8"))["f1"]["tales"]["source"])


def _set(floors: Path, value: float) -> None:
    floors.write_text(json.dumps({"f1": {"tales": {"source": value}}}), encoding="utf-8")


def test_the_gate_passes_and_prints_what_it_measured(
    floors: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = floors.read_bytes()
    assert _gate(monkeypatch, floors) == 0
    assert capsys.readouterr() == ("tales\tsource\t80.0\t80.0\t80.0\t10\t10\n", "")
    assert floors.read_bytes() == before


def test_the_gate_fails_under_a_floor(
    floors: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _set(floors, 80.1)
    assert _gate(monkeypatch, floors) == 1
    assert capsys.readouterr().err == "tales: source is 80.0, under its floor of 80.1\n"


def test_pin_raises_a_floor(floors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _gate(monkeypatch, floors, "--pin") == 0
    assert _source(floors) == 79.7
    made = json.loads(floors.read_text(encoding="utf-8"))
    assert len(made["corpora"]["tales"]) == 64
    assert made["model"]


def test_pin_keeps_a_floor_that_is_not_reached_and_fails(
    floors: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _set(floors, 90.0)
    assert _gate(monkeypatch, floors, "--pin") == 1
    assert _source(floors) == 90.0


def test_allow_lower_lowers_it(floors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _set(floors, 90.0)
    assert _gate(monkeypatch, floors, "--pin", "--allow-lower") == 0
    assert _source(floors) == 79.7


def test_allow_lower_alone_is_wrong_usage(floors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit) as stopped:
        _gate(monkeypatch, floors, "--allow-lower")
    assert stopped.value.code == 2
