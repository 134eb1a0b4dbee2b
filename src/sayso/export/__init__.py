"""The ledger as files. Formats go by name; `write` puts one in its place whole or not at all."""

from sayso.export.files import FORMATS, lines_in, write

__all__ = ["FORMATS", "lines_in", "write"]
