"""Reports from a page into the case: files that were dropped, texts that were pasted."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from sayso.model.errors import UsageError
from sayso.model.trace import Maker, Run
from sayso.store import now
from sayso.store.hand import Hand
from sayso.view.plain import line
from sayso.web import parts
from sayso.web.clerk import Between, Job

if TYPE_CHECKING:
    from sayso.adding import Adding, Progress

File = tuple[str, bytes]
"""A name as it was given, and the bytes."""


async def given(form: FormData) -> list[File]:
    """The files of a form, those without a name left out."""
    found = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    return [(str(one.filename), await one.read()) for one in found]


def begin(request: Request, files: Sequence[File], pasted: str, name: str) -> Job:
    """Begin to add. Raises UsageError where there is nothing to add."""
    every = [*files, *_pasted(pasted, name)]
    if not every:
        raise UsageError("choose a file, or paste a text")
    title = line(every[0][0]) if len(every) == 1 else f"{len(every)} reports"
    who = parts.who(request)

    def work(hand: Hand, job: Job, between: Between) -> dict[str, Any]:
        return _add(hand, job, between, every, who)

    return parts.clerk(request).begin(f"adding {title}", work)


def _pasted(text: str, name: str) -> Iterable[File]:
    """A pasted text; one that begins like a page is read as one."""
    if not text:
        return
    page = text.lstrip()[:200].casefold().startswith(("<!doctype html", "<html"))
    stem = Path(line(name) or "pasted").name
    suffix = ".html" if page else ".txt"
    yield (stem if stem.endswith(suffix) else stem + suffix), text.encode("utf-8", "replace")


def _add(hand: Hand, job: Job, between: Between, files: Sequence[File], who: str) -> dict[str, Any]:
    """Add the files under the names they came with; the folder that holds them meanwhile is not
    their place, so it stands nowhere in the case."""

    def told(done: int, total: int, source: str) -> None:
        job.done, job.total, job.doing = done, total, line(Path(source).name)
        between()

    maker, adding = _at_work(hand, told)
    with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
        names = {str(path): shown for path, shown in _laid_out(Path(folder), files)}
        with hand.on(Run(maker, now(), None, tuple(names.values())), names):
            done = adding.add(tuple(names))
            problems = [(line(hand.called(p.source)), line(p.message)) for p in done.problems]
    told_of = [{"source": source, "message": message} for source, message in problems]
    return asdict(done) | {"problems": told_of, "who": who}


def finish(hand: Hand, job: Job, between: Between) -> None:
    """Do what a kill has left undone: analyse, then work out claimers and ties."""

    def told(done: int, total: int, source: str) -> None:
        job.done, job.total, job.doing = done, total, line(source)
        between()

    maker, adding = _at_work(hand, told)
    with hand.on(Run(maker, now(), None, ()), {}):
        adding.add(())


def _at_work(hand: Hand, told: Progress) -> tuple[Maker, Adding]:
    """Whoever analyses, and what adds; loaded here, so that the desk starts without."""
    from sayso import plugins
    from sayso.adding import Adding
    from sayso.run import serial

    analyser = plugins.load("analyser", "minilm")(threads=0)
    return analyser.maker, Adding(hand, analyser, serial, told)


def _laid_out(folder: Path, files: Sequence[File]) -> Iterable[tuple[Path, str]]:
    """Write the files into a folder, each in a place of its own, whatever its name says."""
    for number, (name, raw) in enumerate(files):
        safe = name.replace("\\", "/").rsplit("/", 1)[-1].lstrip(".") or "report"
        home = folder / str(number)
        home.mkdir()
        stem, suffix = Path(safe).stem[:100], Path(safe).suffix[:12]
        path = home / f"{stem.replace(chr(0), '')}{suffix}"
        path.write_bytes(raw)
        yield path, f"added/{line(safe)}"
