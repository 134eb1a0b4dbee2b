"""What every runner promises, and what many processes promise beyond."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.model.errors import SaysoError, UsageError
from sayso.run import Done, Failed, Runner, processes, serial
from tests.run import work

RUNNERS = [pytest.param(serial, id="serial"), pytest.param(processes(2), id="processes")]


@pytest.mark.parametrize("run", RUNNERS)
def test_outcomes_come_in_order(run: Runner) -> None:
    assert list(run(work.late_squares, range(12))) == [Done(n, n * n) for n in range(12)]


@pytest.mark.parametrize("run", RUNNERS)
def test_trouble_with_one_item_does_not_stop_the_others(run: Runner) -> None:
    assert list(run(work.squares, [1, work.RAISES, 2])) == [
        Done(1, 1),
        Failed(work.RAISES, "ValueError: an unlucky number"),
        Done(2, 4),
    ]


@pytest.mark.parametrize("run", RUNNERS)
def test_nothing_is_loaded_for_nothing(run: Runner, tmp_path: Path) -> None:
    note = tmp_path / "note"
    assert list(run(work.noted(str(note)), [])) == []
    assert not note.exists()


@pytest.mark.parametrize("run", RUNNERS)
def test_work_is_loaded_once_a_process(run: Runner, tmp_path: Path) -> None:
    note = tmp_path / "note"
    assert len(list(run(work.noted(str(note)), range(9)))) == 9
    assert note.read_text().count("loaded") == (1 if run is serial else 2)


@pytest.mark.parametrize("run", RUNNERS)
def test_items_are_taken_only_a_few_ahead(run: Runner) -> None:
    taken = list[int]()

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    outcomes = run(work.squares, items())
    assert next(outcomes) == Done(0, 0)
    assert len(taken) <= 8
    outcomes.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("run", RUNNERS)
def test_work_that_cannot_be_loaded_is_an_error(run: Runner) -> None:
    with pytest.raises((RuntimeError, SaysoError), match="no weights"):
        list(run(work.broken, [1]))


def test_death_of_a_process_costs_its_item_only() -> None:
    outcomes = list(processes(2)(work.squares, [1, work.DIES, 2, work.DIES, 3]))
    died = Failed(work.DIES, "the process ended with exit code 9")
    assert outcomes == [Done(1, 1), died, Done(2, 4), died, Done(3, 9)]


def test_processes_that_die_before_they_start_are_an_error() -> None:
    with pytest.raises(SaysoError, match="before it could start, with exit code 3"):
        list(processes(1)(work.dead_on_arrival, [1]))


def test_what_cannot_travel_between_processes_is_told() -> None:
    done, failed = processes(1)(work.squares, [1, work.KEEPS])
    assert done == Done(1, 1)
    assert isinstance(failed, Failed)
    assert "pickle" in failed.why.lower()


def test_less_than_one_process_is_refused() -> None:
    with pytest.raises(UsageError):
        processes(0)
