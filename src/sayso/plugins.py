"""Parts by name: ours and, through entry points, those of other packages.

A part is imported when it is asked for, and this is the one place that imports from strings. A
package offers a part under `[project.entry-points."sayso.<kind>"]`, and its name must be new.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from sayso.model.errors import MissingPartError, UnknownNameError

OURS = {
    "analyser": {"minilm": "sayso.pipeline:minilm"},
    "format": {
        "brat": "sayso.export.brat:FORMAT",
        "citron": "sayso.export.citron:FORMAT",
        "csv": "sayso.export.csv:FORMAT",
        "graphml": "sayso.export.graphml:FORMAT",
        "jsonl": "sayso.export.jsonl:FORMAT",
        "parquet": "sayso.export.parquet:FORMAT",
        "provo": "sayso.export.provo:FORMAT",
        "schemaorg": "sayso.export.schemaorg:FORMAT",
        "wacz": "sayso.export.wacz:FORMAT",
        "warc": "sayso.export.warc:FORMAT",
        "webannotation": "sayso.export.webannotation:FORMAT",
    },
}
"""Kind, name, and where the part is: `module:attribute`.

analyser: a function that takes `threads` and gives a `pipeline.Analyser`.
format: an `export.Format`, a way to write a case.
"""


def names(kind: str) -> tuple[str, ...]:
    """The names of all parts of a kind, sorted."""
    others = entry_points(group=f"sayso.{kind}").names
    return tuple(sorted(set(others) | set(OURS.get(kind, {}))))


def load(kind: str, name: str) -> Any:
    """The part of that kind and name.

    Raises UnknownNameError, or MissingPartError where a package that it needs is not installed.
    """
    try:
        if place := OURS.get(kind, {}).get(name):
            module, _, attribute = place.partition(":")
            return getattr(import_module(module), attribute)
        for entry in entry_points(group=f"sayso.{kind}", name=name):
            return entry.load()
    except ModuleNotFoundError as error:
        missing = error.name or name
        raise MissingPartError(missing, f"pip install {missing}") from error
    raise UnknownNameError(f"no {kind} is called {name!r}; there are {', '.join(names(kind))}")
