"""Stories with gold: claims and relations that were marked by hand, against what is found.

A found claim stands for a gold one where their contents overlap by half or more. Of the relations
found, those between two claims that stand for gold ones are scored: precision over them, recall
over all gold relations ("same_utterance"), and over those whose claims were found at all
("same_utterance, claims found").
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.eval.report import Report, Row
from sayso.model.errors import UsageError

HALF = 0.5
Shape = Mapping[str, Any]
Tie = tuple[str, str, str]
"""Kind, left and right, by ids of gold claims; sorted where the kind has no direction."""

_DIRECTED = frozenset({"supporting", "denies", "relays", "replies_to"})


@dataclass(frozen=True, slots=True)
class Scored:
    """The ties of a story. gold: all. reachable: those whose claims were found. found: those that
    were asserted between claims that stand for gold ones."""

    gold: frozenset[Tie]
    reachable: frozenset[Tie]
    found: frozenset[Tie]


def score(folder: Path, _split: str | None = None) -> Report:
    """Read each story of a folder with what ships and score its relations.

    folder: of one story, with gold.jsonl, or of several.
    """
    stories = sorted(path.parent for path in folder.glob("**/gold.jsonl"))
    if not stories:
        raise UsageError(f"{folder} holds no gold.jsonl; give the folder of a story")
    scored = [compare(_lines(story / "gold.jsonl"), found_in(story)) for story in stories]
    return Report("stories", tuple(rows(scored)), tuple(f"story: {s.name}" for s in stories))


def found_in(story: Path) -> list[Shape]:
    """What is found in the reports of a story, in the shapes of the contract."""
    from sayso.case import Case

    with (
        tempfile.TemporaryDirectory(prefix="sayso-") as folder,
        Case(Path(folder) / "story.sayso") as case,
    ):
        case.add(*(path for path in sorted(story.iterdir()) if path.name != "gold.jsonl"))
        return list(case.lines())


def compare(gold: Sequence[Shape], found: Sequence[Shape]) -> Scored:
    """The ties of both, by ids of gold claims."""
    stands = matched(gold, found)
    known = set(stands.values())
    wanted = frozenset(_tie(one, lambda made: made) for one in gold if one["type"] == "relation")
    return Scored(
        gold=wanted,
        reachable=frozenset(tie for tie in wanted if {tie[1], tie[2]} <= known),
        found=frozenset(
            _tie(one, stands.__getitem__)
            for one in found
            if one["type"] == "relation"
            and {one["left"], one["right"]} <= stands.keys()
            and stands[one["left"]] != stands[one["right"]]
        ),
    )


def matched(gold: Sequence[Shape], found: Sequence[Shape]) -> dict[str, str]:
    """For each found claim the gold one that it stands for: the one it overlaps most, by half."""
    names = _file_names(gold, found)
    wanted = [(one["document"], _places(one), one["id"]) for one in gold if one["type"] == "claim"]
    stands = dict[str, str]()
    for one in found:
        if one["type"] == "claim":
            here = _places(one)
            near = [
                (_overlap(here, places), made)
                for document, places, made in wanted
                if document == names.get(one["document"])
            ]
            best = max(near, default=(0.0, ""))
            if best[0] >= HALF:
                stands[one["id"]] = best[1]
    return stands


def _file_names(gold: Sequence[Shape], found: Sequence[Shape]) -> dict[str, str]:
    """For each found document its file's name; a saved page is known by its title."""
    titles = {one["title"]: one["id"] for one in gold if one["type"] == "document"}
    return {
        one["id"]: Path(one["path"]).name if one["path"] else titles.get(one["title"], "")
        for one in found
        if one["type"] == "document"
    }


def rows(scored: Iterable[Scored]) -> Iterable[Row]:
    """Rows of a report: each kind over all stories."""
    stories = list(scored)
    kinds = sorted({tie[0] for one in stories for tie in one.gold | one.found})
    for kind in kinds:
        gold, reachable, found, right = (
            sum(tie[0] == kind for one in stories for tie in pick(one))
            for pick in (_gold, _reachable, _found, _right)
        )
        yield Row(kind, right, found, gold)
        yield Row(f"{kind}, claims found", right, found, reachable)


def _gold(one: Scored) -> frozenset[Tie]:
    return one.gold


def _reachable(one: Scored) -> frozenset[Tie]:
    return one.reachable


def _found(one: Scored) -> frozenset[Tie]:
    return one.found


def _right(one: Scored) -> frozenset[Tie]:
    return one.found & one.gold


def _tie(one: Shape, name: Any) -> Tie:
    left, right = name(one["left"]), name(one["right"])
    if one["kind"] not in _DIRECTED:
        left, right = sorted((left, right))
    return one["kind"], left, right


def _places(claim: Shape) -> frozenset[int]:
    return frozenset(n for part in claim["content"] for n in range(part["start"], part["end"]))


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other)


def _lines(path: Path) -> list[Shape]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
