"""schema.org: each utterance a Claim, each report of it an appearance in a NewsArticle.

What stands in quotation marks is a Quotation; what the outlet put into its own words is a
CreativeWork with the same fields. Who denies, asks, demands or did not say something claims
nothing by it: there is the report, and no Claim, and where the words are the outlet's they are not
called the speaker's. There is no ClaimReview: sayso never says who is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.export.base import Format, Ledger, Line
from sayso.export.jsonld import ITEMS, Node, bare, filled, iri, utterance, utterances

_KINDS = {
    "person": "Person",
    "body": "Organization",
    "government": "GovernmentOrganization",
    "outlet": "NewsMediaOrganization",
}
_NO_CLAIM = frozenset({"deny", "ask", "demand"})  # classes of cues
_SHAPE = {"@context": "https://schema.org", "@graph": ITEMS}


def schemaorg(ledger: Ledger) -> Iterator[str]:
    """One graph, one thing a line."""
    return filled(_SHAPE, _nodes(ledger, utterances(ledger)))


def _nodes(ledger: Ledger, shared: dict[str, Line]) -> Iterator[Node]:
    for line in ledger.lines("document", "claim"):
        if line["type"] == "document":
            yield _article(line)
            continue
        origin = shared.get(line["id"])
        reports = [one["claim"] for one in origin["reports"]] if origin else [line["id"]]
        yield _report(line)
        if reports[0] == line["id"] and _asserts(line):
            yield _claim(line, reports)


def _asserts(line: Line) -> bool:
    """Whether the words are what the speaker holds to be so."""
    return not line["negated"] and line["cue_class"] not in _NO_CLAIM


def _claim(line: Line, reports: list[str]) -> Node:
    return bare(
        {
            "@id": utterance(line["id"]),
            "@type": "Claim",
            "author": _speaker(line["claimer"]),
            "dateCreated": line["said"],
            "appearance": [{"@id": iri(one)} for one in reports],
        }
    )


def _report(line: Line) -> Node:
    direct = line["quotation"] == "direct"
    who = line["claimer"]
    cue = line["cue"]["text"] if line["cue"] else ""
    return {
        "@id": iri(line["id"]),
        "@type": "Quotation" if direct else "CreativeWork",
        "text": " … ".join(part["text"] for part in line["content"]),
        "description": f"{who['name']}, {cue}" if cue else who["name"],
        "creator" if direct or _asserts(line) else "mentions": _speaker(who),
        "isPartOf": {"@id": iri(line["document"])},
    }


def _speaker(who: Line) -> Node:
    """The claimer. Of an unnamed one nobody knows whether it is a person or a body."""
    standing = ", ".join(part for part in (who["role"], who["affiliation"]) if part)
    return bare(
        {
            "@id": iri(who["id"]),
            "@type": _KINDS.get(who["kind"]),
            "name": who["name"],
            "alternateName": list(who["aliases"]),
            "jobTitle": who["role"] if who["kind"] == "person" else None,
            "description": standing,
        }
    )


def _article(line: Line) -> Node:
    return bare(
        {
            "@id": iri(line["id"]),
            "@type": "NewsArticle",
            "headline": line["title"],
            "datePublished": line["published"],
            "publisher": _organization(line["outlet"]),
            "creditText": line["byline"],
            "contributor": [_organization(name) for name in line["credits"]],
            "dateline": line.get("place"),
            "inLanguage": None if line["language"] == "und" else line["language"],
            "url": line["url"],
            "identifier": f"sha256:{line['sha256']}",
        }
    )


def _organization(name: str | None) -> Node | None:
    return {"@type": "Organization", "name": name} if name else None


FORMAT = Format(file=schemaorg)
