"""What can be measured on two claims, one file a question. The order is that of the weights."""

from sayso.link.features.act import BOTH_ACCUSE, OTHER_KIND, SAME_ACT
from sayso.link.features.base import Feature, Saying
from sayso.link.features.claimer import APART, ONE_SIDE, SAME, SPEAKS_FOR
from sayso.link.features.figures import AGREE, CLASH, EQUAL
from sayso.link.features.meaning import MEANING
from sayso.link.features.occasion import DISTANCE, OTHER_DAY, SAME_DAY
from sayso.link.features.overlap import CONTAINED, JACCARD, RARE, RUN
from sayso.link.features.polarity import (
    LEFT_DENIES,
    LEFT_REJECTS,
    OPPOSITE,
    RIGHT_DENIES,
    RIGHT_REJECTS,
)
from sayso.link.features.quoted import BOTH_QUOTED, QUOTED
from sayso.link.features.reply import LEFT_REPLIES, RIGHT_REPLIES
from sayso.link.features.roles import CHARGE, LEFT_NAMES, RIGHT_NAMES, SAME_TARGET, SWAPPED

__all__ = ["FEATURES", "Feature", "Saying"]

FEATURES: tuple[Feature, ...] = (
    SAME, SPEAKS_FOR, ONE_SIDE, APART,
    SAME_DAY, OTHER_DAY, DISTANCE,
    JACCARD, CONTAINED, RARE, RUN,
    QUOTED, BOTH_QUOTED,
    SWAPPED, CHARGE, LEFT_NAMES, RIGHT_NAMES, SAME_TARGET,
    CLASH, AGREE, EQUAL,
    LEFT_DENIES, RIGHT_DENIES, LEFT_REJECTS, RIGHT_REJECTS, OPPOSITE,
    SAME_ACT, BOTH_ACCUSE, OTHER_KIND,
    LEFT_REPLIES, RIGHT_REPLIES,
    MEANING,
)  # fmt: skip
