"""2. Document → Parsed: paragraphs, sentences, quotation marks, word pieces."""

from sayso.parse.parser import parse

__all__ = ["parse"]
