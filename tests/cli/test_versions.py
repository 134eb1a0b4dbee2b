"""`sayso versions`: what was edited, in words; in a pipe, on a terminal, as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click import unstyle

from sayso.store import Writer
from tests.cli.conftest import Run
from tests.store.exchanges import URL, sent
from tests.store.samples import MAKER, analyse, made

BEFORE = "Ilse said the bridge is safe.\nBoris said the bridge is closed.\n"
AFTER = BEFORE.replace("is closed", "may reopen on Friday")


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A case with a page that was edited silently, and one that was not."""
    path = tmp_path / "edited.sayso"
    with Writer.hold(path) as writer:
        for day, (url, text) in enumerate(
            [(URL, BEFORE), (URL, AFTER), ("https://other.example/", BEFORE + "More.")], 1
        ):
            came, document = sent(text.encode(), url, f"2031-03-0{day}T10:00:00Z"), made(text, url)
            writer.keep_exchanges([came])
            writer.put(document, text.encode())
            writer.visit(came.exchange.id, document.id, url)
            writer.replace(analyse(document), MAKER)
    return path


def test_in_a_pipe(run: Run, edited: Path) -> None:
    done = run("versions", edited)
    assert done.exit_code == 0, done.output
    names, row = done.stdout.splitlines()
    told = dict(zip(names.split("\t"), row.split("\t"), strict=True))
    assert told["page"] == "courier.example/bridge"
    assert told["how"] == "silently edited"
    assert (told["change"], told["before"], told["after"]) == (
        "replaced",
        "is closed",
        "may reopen on Friday",
    )
    assert told["last_seen_before"] == "2031-03-01T10:00:00Z"


def test_as_json(run: Run, edited: Path) -> None:
    (line,) = run("versions", edited, "--silent", "--json").stdout.splitlines()
    told = json.loads(line)
    assert (told["type"], told["silent"]) == ("edit", True)
    assert len(told["claims_gone"]) == len(told["claims_new"]) == 1


def test_on_a_terminal(run: Run, edited: Path) -> None:
    shown = unstyle(run("versions", edited, FORCE_COLOR="1", COLUMNS="100").stdout)
    assert "silently edited  4 words in, 2 out" in shown
    assert "… Boris said the bridge is closed may reopen on Friday . …" in shown
    assert "no longer there: Boris · the bridge is closed" in shown


def test_one_page(run: Run, edited: Path) -> None:
    done = run("versions", edited, "https://www.other.example", "--json")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "no page was seen with another text\n"
    assert run("versions", edited, "https://unknown.example/").exit_code == 2
