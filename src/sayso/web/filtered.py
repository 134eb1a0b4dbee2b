"""What a table of claims shows, as a file in a format of the export, piece by piece."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse

from sayso.export import format_of, pieces_of
from sayso.export.base import Line
from sayso.model import wire
from sayso.model.exchange import Sent
from sayso.store.desk import Desk
from sayso.store.ledger import LedgerQuery

_TYPES = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson"}


@dataclass(frozen=True, slots=True)
class Filtered:
    """Some claims of a case, with their documents, as a ledger to be exported."""

    path: Path
    asked: LedgerQuery

    def lines(self, *kinds: str) -> Iterator[Line]:
        """Documents before their claims; nothing else."""
        wanted = kinds or ("document", "claim")
        with closing(Desk.open(self.path)) as desk, desk.still():
            for documents, claims in desk.all_claims(self.asked):
                if "document" in wanted:
                    yield from map(wire.document, documents)
                if "claim" in wanted:
                    yield from (wire.claim(claim, maker) for claim, maker in claims)

    def exchanges(self) -> Iterator[Sent]:
        """None: what came over the net goes with the whole case."""
        return iter(())

    def original(self, document: str) -> bytes:
        with closing(Desk.open(self.path)) as desk:
            return desk.original(desk.document(document))


def download(path: Path, asked: LedgerQuery, form: str) -> StreamingResponse:
    """A file to save. form: "csv" or "jsonl"."""
    pieces = pieces_of(format_of(form), Filtered(path, asked))
    headers = {"content-disposition": f'attachment; filename="claims.{form}"'}
    return StreamingResponse(_one_thread(pieces), media_type=_TYPES[form], headers=headers)


async def _one_thread(pieces: Iterator[str | bytes]) -> AsyncIterator[str | bytes]:
    """A case belongs to the thread that opened it, so all pieces are read by one."""
    import asyncio

    loop = asyncio.get_running_loop()
    worker = ThreadPoolExecutor(1)
    try:
        while (some := await loop.run_in_executor(worker, _some, pieces)) is not None:
            yield some
    finally:
        await run_in_threadpool(worker.submit, getattr(pieces, "close", lambda: None))
        worker.shutdown(wait=False)


def _some(pieces: Iterator[str | bytes]) -> bytes | None:
    """Up to some tens of kilobytes; None at the end."""
    taken = b""
    for piece in pieces:
        taken += piece.encode("utf-8", "surrogatepass") if isinstance(piece, str) else piece
        if len(taken) > 60_000:
            return taken
    return taken or None
