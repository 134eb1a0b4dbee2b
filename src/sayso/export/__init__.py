"""The ledger as files. Formats go by name; what is written is in its place whole or not at all."""

from sayso.export.base import Format, Ledger
from sayso.export.formats import format_of, pieces_of, several, write_as

__all__ = ["Format", "Ledger", "format_of", "pieces_of", "several", "write_as"]
