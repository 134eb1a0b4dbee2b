"""Where links lead: into the same page in a report, to pages of their own in the desk."""

from __future__ import annotations

from typing import Protocol


class Addresses(Protocol):
    """What the macros ask for. Each gives an address to put into `href`, "" for no link.

    Claims, documents, claimers and relations are named by their ids.
    """

    def claim(self, made: str) -> str: ...

    def passage(self, made: str, document: str) -> str:
        """The words of a claim in the text of its document."""

    def document(self, made: str) -> str: ...

    def claimer(self, made: str, document: str) -> str:
        """A claimer, by the id that it has in a document."""

    def link(self, made: str) -> str: ...


def at(claim: str) -> str:
    """The anchor of a claim's words within the text of its document."""
    return f"at-{claim}"
