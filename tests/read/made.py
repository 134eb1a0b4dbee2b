"""Files of every format, made here, about an invented bridge."""

from __future__ import annotations

import gzip
import io
import textwrap
import zipfile
from collections.abc import Iterable, Sequence
from email.message import EmailMessage

from sayso.model.document import Document
from sayso.model.trace import Problem
from sayso.read import Part, read_part, split_bytes

LEAD = (
    "The mayor of Ostry, Dana Vell, said on Monday that the old bridge would stay closed until the"
    " spring, and that nobody had asked her about it."
)
QUOTE = "“We have looked at every bolt,” she told the council. “Some of them looked back.”"
RIVAL = (
    "Her rival, Otto Brand, disputed that and promised to open the bridge within a week of the"
    " election, whatever the engineers might say about the northern pier."
)

Placed = tuple[float, float, float, str]
"""A line on a page: x and y from the bottom left, size, text."""


def page(number: int = 1, head: str = "") -> bytes:
    """A web page."""
    return (
        f"<!DOCTYPE html><html><head><title>Bridge {number} stays closed</title>{head}</head><body>"
        f"<article><h1>Bridge {number} stays closed</h1><p>{LEAD}</p><p>{QUOTE}</p><p>{RIVAL}</p>"
        "</article></body></html>"
    ).encode()


def record(
    body: bytes,
    address: str = "https://courant.example/1",
    *,
    kind: str = "text/html",
    headers: str = "",
    status: str = "200 OK",
    record_type: str = "response",
) -> bytes:
    """One record of a web archive, not packed."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {record_type}\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2031-03-04T10:15:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def packed(data: bytes) -> bytes:
    """With gzip, the same on every day."""
    return gzip.compress(data, mtime=0)


def zstd(data: bytes, dictionary: bytes | None = None) -> bytes:
    """As one frame of zstd. dictionary: that it is packed with, which is not in it."""
    from fastwarc.stream_io import ZstdWriter

    class Kept(io.BytesIO):
        def close(self) -> None:
            pass

    held = Kept()
    writer = ZstdWriter(held, dictionary=dictionary)
    for at in range(0, len(data), 100_000):
        writer.write(data[at : at + 100_000])
    writer.close()
    return held.getvalue()[8 + len(dictionary) if dictionary else 0 :]


def warc(pages: Iterable[bytes]) -> bytes:
    """An archive of pages, each packed by itself."""
    return b"".join(
        packed(record(body, f"https://courant.example/{number}"))
        for number, body in enumerate(pages)
    )


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2031, 3, 4, 0, 0, 0)), data, method)
    return held.getvalue()


def docx(*paragraphs: str, core: str = "") -> bytes:
    """Paragraphs in Word's XML; those that begin with "<w:p" are taken as they are."""
    inner = "".join(
        text if text.startswith("<w:p") else f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        for text in paragraphs
    )
    body = f'<w:document xmlns:w="urn:w"><w:body>{inner}</w:body></w:document>'
    files = {"[Content_Types].xml": b"<Types/>", "word/document.xml": body.encode()}
    return zipped(files | ({"docProps/core.xml": core.encode()} if core else {}))


def letter(text: str, subject: str = "Statement on the bridge", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Ostry Press Office <press@ostry.example>"
    message["Date"] = headers.get("date", "Mon, 04 Mar 2031 08:00:00 +0100")
    message.set_content(text)
    return message


def pdf(
    pages: Sequence[Sequence[Placed]],
    about: str = "",
    *,
    way: str = "1 0 0 1",
    drawn: Sequence[str] = (),
    trailer: str = "",
) -> bytes:
    """A PDF with these lines on its pages, in Helvetica. way: in which they run, as a matrix.
    drawn: on each page beside them, in the words of PDF. trailer: what stands there, too."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids ["
        f"{' '.join(f'{5 + 2 * number} 0 R' for number in range(len(pages)))}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {about} >>".encode(),
    ]
    for number, lines in enumerate(pages):
        shown = "\n".join(
            f"/F1 {size} Tf {way} {x} {y} Tm ({_escaped(text)}) Tj" for x, y, size, text in lines
        )
        more = drawn[number] if number < len(drawn) else ""
        content = f"BT\n{shown}\nET\n{more}".encode("cp1252")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R"
            b" >> >> /Contents %d 0 R >>" % (6 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    written, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R /Info 4 0 R %s >>\n"
        b"startxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, trailer.encode(), len(written))
    )


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def set_in(
    paragraphs: Iterable[str], x: float, y: float, width: int = 40, indent: float = 12
) -> list[Placed]:
    """Paragraphs as lines of ten points, one below the other."""
    found: list[Placed] = []
    for paragraph in paragraphs:
        for number, line in enumerate(textwrap.wrap(paragraph, width)):
            found.append((x if number else x + indent, y, 10, line))
            y -= 13
    return found


def documents(raw: bytes, name: str = "a") -> list[Document]:
    """The documents that some bytes hold."""
    found = (read_part(part) for part in parts(raw, name))
    return [reading.document for reading in found if reading.document]


def document(raw: bytes, name: str = "a") -> Document:
    """The one document that some bytes hold."""
    (found,) = documents(raw, name)
    return found


def parts(raw: bytes, name: str = "a") -> list[Part]:
    return [part for part in split_bytes(raw, name) if isinstance(part, Part)]


def problems(raw: bytes, name: str = "a") -> list[Problem]:
    """All that is wrong with them."""
    found: list[Problem] = []
    for part in split_bytes(raw, name):
        found += [part] if isinstance(part, Problem) else read_part(part).problems
    return found


def kinds(raw: bytes, name: str = "a") -> list[str]:
    return [problem.kind for problem in problems(raw, name)]
