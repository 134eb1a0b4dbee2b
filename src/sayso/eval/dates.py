"""When it was said: date phrases of PolNeAR dev and the stories, against what we read in them.

Each phrase is given by its place, with the day of printing. The answer is as precise as the words:
"last week" is a month, a year where the week lies in two months; null where the words name no time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.eval.report import Report, Row
from sayso.model.document import KnownFrom, When
from sayso.resolve.dates import said_when

Read = Callable[[str, When], str | None]
"""(words, when printed) → ISO date, or nothing."""


def score(folder: Path, read: Read | None = None) -> Report:
    """folder: holds polnear/polnear.jsonl and stories/stories.jsonl. read: what is scored, by
    default what ships."""
    found = [(gold, (read or _ships)(words, printed)) for words, printed, gold in phrases(folder)]
    exact = Row(
        "dates",
        sum(gold == answer for gold, answer in found if gold),
        sum(answer is not None for _, answer in found),
        sum(gold is not None for gold, _ in found),
    )
    wrong = sum(answer is not None and gold != answer for gold, answer in found)
    return Report("dates", (exact,), (f"{len(found)} phrases; {wrong} wrong.",))


def phrases(folder: Path) -> Iterator[tuple[str, When, str | None]]:
    """Words, day of printing and answer of each label."""
    gold = files("sayso.eval") / "gold" / "dates.jsonl"
    labels = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    texts = dict(_texts(folder, {_key(label) for label in labels}))
    for label in labels:
        start, end = label["span"]
        printed = When(label["printed"], KnownFrom.GIVEN)
        yield texts[_key(label)][start:end], printed, label["iso"]


def _key(label: dict[str, Any]) -> tuple[str, str]:
    return label["doc"], label.get("annotator", "")


def _texts(folder: Path, wanted: set[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], str]]:
    with (folder / "polnear" / "polnear.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if _key(row) in wanted:
                yield _key(row), row["text"]
    with (folder / "stories" / "stories.jsonl").open(encoding="utf-8") as lines:
        for article in (one for line in lines for one in json.loads(line)["articles"]):
            if (article["ID"], "") in wanted:
                yield (article["ID"], ""), article["text"]


def _ships(words: str, printed: When) -> str | None:
    found = said_when(words, printed)
    return found.iso if found else None
