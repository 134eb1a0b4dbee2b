"""The stories that come with the package, counted by hand: each word by outlet and voice."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from sayso.model.document import Document
from sayso.read import read_file
from sayso.view.wording import asked_page

# By outlet: in its own words, in quotation marks, in captions and links.
BY_HAND = {
    "river-gauge": {
        "Farmers' Watch": {
            "HANA": (0, 1, 0), "The Sabrith Comet": (1, 0, 0), "The Courier": (1, 0, 0),
            "Centre for River Basin Studies": (1, 0, 0), "RM24": (1, 0, 0),
        },
        "gang": {"HANA": (1, 0, 0), "Headwaters": (2, 0, 0)},
        "saboteur": {
            "HANA": (2, 0, 0), "The Sabrith Comet": (0, 1, 0),
            "Centre for River Basin Studies": (1, 0, 0),
        },
        "water siege": {
            "HANA": (0, 1, 0), "The Sabrith Comet": (1, 0, 1), "RM24": (2, 0, 0),
            "Headwaters": (0, 1, 0),
        },
        "regime": {"The Sabrith Comet": (1, 0, 0)},
        "government": {
            "The Courier": (2, 0, 0), "Centre for River Basin Studies": (1, 0, 0),
            "RM24": (2, 0, 0),
        },
    },
}  # fmt: skip


def documents(story: str) -> list[Document]:
    folder = files("sayso.examples") / story
    paths = sorted(Path(str(path)) for path in folder.iterdir() if path.name[:2].isdigit())
    return [one.document for path in paths for one in read_file(path) if one.document]


@pytest.mark.parametrize(
    ("story", "word"), [(story, word) for story, words in BY_HAND.items() for word in words]
)
def test_counts_agree_with_a_count_by_hand(story: str, word: str) -> None:
    (thing,) = asked_page(documents(story), [], [word]).things
    (row,) = thing.names
    found = {one.outlet: (one.own, one.quoted, one.furniture) for one in row.counts}
    assert found == BY_HAND[story][word]
