"""sayso reads news reports about a contested story and keeps a ledger of who said what.

    bytes ─read→ Document ─parse→ Parsed ─attribute→ Attribution ─resolve→ Claim
                                                                             │            │
                                                                             └── store ───┘

    import sayso

    with sayso.Case("bridge.sayso") as case:
        case.add("reports/")
        for claim in case.claims(by="harbour office"):
            print(claim.claimer.name, claim.text)

    sayso.read("The bridge is safe, the mayor said.")  # without a case

It never says who is right. It shows who said it, and where that stands.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.adding import AddReport
    from sayso.case import Case
    from sayso.claims import Claims, read
    from sayso.model.actor import Actor
    from sayso.model.attribution import Attribution, CueClass, Quotation
    from sayso.model.claim import Claim, Entity, EntityKind
    from sayso.model.document import Document, When
    from sayso.model.errors import SaysoError
    from sayso.model.span import Evidence, Span
    from sayso.model.trace import Maker, Problem
    from sayso.store.query import ClaimQuery, Hit

    __version__: str

__all__ = [
    "Actor",
    "AddReport",
    "Attribution",
    "Case",
    "Claim",
    "ClaimQuery",
    "Claims",
    "CueClass",
    "Document",
    "Entity",
    "EntityKind",
    "Evidence",
    "Hit",
    "Maker",
    "Problem",
    "Quotation",
    "SaysoError",
    "Span",
    "When",
    "__version__",
    "read",
]

_HOMES = {
    "sayso.adding": ("AddReport",),
    "sayso.case": ("Case",),
    "sayso.claims": ("Claims",),
    "sayso.model.actor": ("Actor",),
    "sayso.model.attribution": ("Attribution", "CueClass", "Quotation"),
    "sayso.model.claim": ("Claim", "Entity", "EntityKind"),
    "sayso.model.document": ("Document", "When"),
    "sayso.model.errors": ("SaysoError",),
    "sayso.model.span": ("Evidence", "Span"),
    "sayso.model.trace": ("Maker", "Problem"),
    "sayso.store.query": ("ClaimQuery", "Hit"),
}


class _Package(ModuleType):
    """`sayso.read` is the function. Importing the folder of that name would put the folder in its
    place, which is why it is a property that ignores being set."""

    @property
    def read(self) -> Any:
        return import_module("sayso.claims").read

    @read.setter
    def read(self, folder: ModuleType) -> None:
        pass


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for, so that `import sayso` loads nothing else."""
    if name == "__version__":
        from importlib.metadata import version

        return version(__name__)
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
