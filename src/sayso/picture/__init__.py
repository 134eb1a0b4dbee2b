"""Pictures of a case as SVG, each with title, description and the data behind it.

    base.py      what a picture is
    svg.py       a chart as SVG, dressed
    canvas.py    lines, signs and words at places of one's own
    disputes.py  who disputes whom
    relays.py    from mouth to page
    coverage.py  who carries what
    timeline.py  three clocks

Shapes, lines and words tell everything; colour tells nothing.
"""

from sayso.picture.base import Picture
from sayso.picture.coverage import coverage_matrix
from sayso.picture.disputes import disputes_map
from sayso.picture.relays import relay_tree
from sayso.picture.timeline import timeline_picture

__all__ = ["Picture", "coverage_matrix", "disputes_map", "relay_tree", "timeline_picture"]
