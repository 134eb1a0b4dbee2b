"""A chart as SVG: crisp, without script, with title and description, nothing from a network."""

from __future__ import annotations

import hashlib
import re
from html import escape
from typing import Any

# The light colours of look/styles/tokens.css, whose dark ones a page gives by the same names
# (look/styles/pictures.css). Alone, a picture is black on white.
INK, INK_2, RULE, PAPER = "#1b1f24", "#4a525c", "#d3d8dd", "#ffffff"
BLUE, ORANGE = "#00598a", "#9a3d00"

FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"

CONFIG: dict[str, Any] = {
    "font": FONT,
    "aria": False,
    "background": PAPER,
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK, "titleColor": INK_2, "gridColor": RULE, "domainColor": INK_2,
        "tickColor": INK_2, "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal",
        "labelLimit": 260,
    },
    "text": {"color": INK, "fontSize": 12, "limit": 0},
    "rule": {"color": INK_2},
    "point": {"color": INK, "filled": True, "opacity": 1, "strokeWidth": 1.5},
}  # fmt: skip
"""Looks that all charts share, in the words of Vega-Lite."""

_HEAD = re.compile(r"<svg [^>]*?width=\"([\d.]+)\" height=\"([\d.]+)\"[^>]*>")
_NOISE = re.compile(
    r'<path class="(?:background|foreground)"[^>]*/>'
    r'| (?:class|pointer-events|role|aria-[a-z]+|stroke-miterlimit)="[^"]*"'
)


def drawn(chart: Any, title: str, description: str) -> str:
    """The SVG of an Altair chart."""
    from vl_convert import vegalite_to_svg

    return dressed(vegalite_to_svg(chart.to_dict() | {"config": CONFIG}), title, description)


def dressed(svg: str, title: str, description: str) -> str:
    """An SVG with a title and a description, and without what only a browser's script would use."""
    head = _HEAD.match(svg)
    if head is None:
        raise ValueError("not an SVG of Vega's")
    width, height = head.groups()
    inside = _NOISE.sub("", svg[head.end() :])
    made = "s" + hashlib.sha256(inside.encode()).hexdigest()[:10]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{made}t {made}d"'
        f' width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<title id="{made}t">{escape(title)}</title>'
        f'<desc id="{made}d">{escape(description)}</desc>{inside}'
    )


def short(words: str, longest: int) -> str:
    """Words cut at a blank, with "…", to at most so many characters."""
    if len(words) <= longest:
        return words
    cut = words[: longest - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[longest // 2 :] else cut).rstrip(" ,;:") + "…"
