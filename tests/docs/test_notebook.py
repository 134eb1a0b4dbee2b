"""The tutorial notebook runs from its first cell to its last, and shows what it says."""

from __future__ import annotations

from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from tests.docs.pages import DOCS

PATH = DOCS / "tutorial" / "first-case.ipynb"


@pytest.fixture(scope="module")
def cells(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The cells with what they show."""
    book = _book()
    folder = tmp_path_factory.mktemp("notebook")
    client = NotebookClient(
        book, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    )
    client.execute()
    assert (folder / "claims.csv").exists()
    return [cell for cell in book.cells if cell.cell_type == "code"]


def _book() -> Any:
    read: Any = nbformat.read
    return read(PATH, as_version=4)


def _shown(cells: list[Any], words: str) -> dict[str, str]:
    """What the first cell with these words shows, by media type."""
    cell = next(cell for cell in cells if words in cell.source)
    return {kind: text for out in cell.outputs for kind, text in out.get("data", {}).items()}


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
def test_it_runs_and_shows_tables(cells: list[Any]) -> None:
    assert "6 reports added" in cells[0].outputs[0].text
    assert "The Sabrith Comet" in _shown(cells, "case.documents()")["text/html"]
    assert "<b>Henrik Ostrel</b>" in _shown(cells, 'by="Ostrel"')["text/html"]
    assert "background:" in _shown(cells, "case.show(")["text/html"]
    assert " → " in _shown(cells, "case.origins()")["text/html"]
    assert "confirmed" in _shown(cells, "case.decide(")["text/html"]


def test_it_ends_in_plots(cells: list[Any]) -> None:
    assert "<svg" in _shown(cells, "case.picture(")["text/html"]
    chart = _shown(cells, "altair.Chart")["image/svg+xml"]
    assert chart.startswith("<svg")
    for words in ("Henrik Ostrel", "Adela Corrin", "The Sabrith Comet", "indirect"):
        assert words in chart


def test_it_is_kept_without_results() -> None:
    book = _book()
    validate: Any = nbformat.validate
    validate(book)
    code = [cell for cell in book.cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in code)


def test_its_links_lead_somewhere() -> None:
    text = "".join(cell.source for cell in _book().cells)
    targets = [part.split(")")[0] for part in text.split("](")[1:]]
    assert targets
    for target in targets:
        assert (PATH.parent / target).exists(), target
