"""Put the help texts of today into the reference: `.venv/bin/python -m tests.docs.update`."""

from __future__ import annotations

from tests.docs.reference import PAGE, filled

if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
