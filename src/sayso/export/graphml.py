"""GraphML: claims, claimers and documents as nodes, and how they stand to each other as edges.

Every edge is directed, since many readers refuse a mix; `mutual` tells those whose kind has no
direction. See graphml.graphdrawing.org.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from sayso.export.base import Format, Ledger, Line
from sayso.model.relation import UNDIRECTED

_NAMES: Mapping[str, Mapping[str, str]] = {
    "node": {
        **dict.fromkeys(("type", "label", "role", "affiliation", "kind"), "string"),
        **dict.fromkeys(("cue", "cue_class", "quotation", "said"), "string"),
        "negated": "boolean",
        "score": "double",
        **dict.fromkeys(("outlet", "published", "url", "path"), "string"),
    },
    "edge": {
        "kind": "string",
        "score": "double",
        "mutual": "boolean",
        "decision": "string",
        "reasons": "string",
    },
}
"""What nodes and edges may tell, with its type in GraphML."""

_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XMLNS = "http://graphml.graphdrawing.org/xmlns"


def graphml(ledger: Ledger) -> Iterator[str]:
    """One graph. A claimer's node comes before its first claim."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{_XMLNS}">\n'
    for of, names in _NAMES.items():
        for name, kind in names.items():
            key = f"{of}_{name}"
            yield f'<key id="{key}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph id="case" edgedefault="directed">\n'
    yield from _said(ledger)
    for line in ledger.lines("relation"):
        yield _relation(line)
    yield "</graph>\n</graphml>\n"


def _said(ledger: Ledger) -> Iterator[str]:
    known = set[str]()
    for line in ledger.lines("document", "claim"):
        if line["type"] == "document":
            yield _document(line)
            continue
        who = line["claimer"]
        if who["id"] not in known:
            known.add(who["id"])
            yield _claimer(who)
        yield _claim(line)
        yield _edge(f"{line['id']}-by", line["id"], who["id"], {"kind": "said_by"})
        yield _edge(f"{line['id']}-in", line["id"], line["document"], {"kind": "stands_in"})


def _document(line: Line) -> str:
    facts = {name: line[name] for name in ("outlet", "published", "url", "path")}
    label = line["title"] or line["outlet"] or line["path"] or line["id"]
    return _node(line["id"], {"type": "document", "label": label, **facts})


def _claimer(who: Line) -> str:
    facts = {name: who[name] for name in ("role", "affiliation", "kind")}
    return _node(who["id"], {"type": "claimer", "label": who["name"], **facts})


def _claim(line: Line) -> str:
    names = ("cue_class", "quotation", "said", "negated", "score")
    facts = {name: line[name] for name in names}
    facts["cue"] = line["cue"]["text"] if line["cue"] else None
    label = " … ".join(part["text"] for part in line["content"])
    return _node(line["id"], {"type": "claim", "label": label, **facts})


def _relation(line: Line) -> str:
    facts = {name: line[name] for name in ("kind", "score", "decision")}
    facts["mutual"] = line["kind"] in UNDIRECTED
    facts["reasons"] = "; ".join(reason["detail"] for reason in line["reasons"])
    return _edge(line["id"], line["left"], line["right"], facts)


def _node(made: str, facts: Mapping[str, Any]) -> str:
    return f"<node id={quoteattr(made)}>{''.join(_data('node', facts))}</node>\n"


def _edge(made: str, source: str, target: str, facts: Mapping[str, Any]) -> str:
    ends = f"source={quoteattr(source)} target={quoteattr(target)}"
    return f"<edge id={quoteattr(made)} {ends}>{''.join(_data('edge', facts))}</edge>\n"


def _data(of: str, facts: Mapping[str, Any]) -> Iterable[str]:
    return (
        f'<data key="{of}_{name}">{_text(value)}</data>'
        for name, value in facts.items()
        if value is not None
    )


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    legal = _NO_XML.sub(lambda match: f"\\u{ord(match.group()):04x}", str(value))
    return escape(legal, {"\r": "&#13;"})


FORMAT = Format(file=graphml)
