"""Lines that are furniture by how they are built: captions, menus, lines in another script.

A caption shows by its credit at the end, by who stands on the left and who on the right, or by a
verb of looking at a picture; a menu by its row of short links.
"""

from __future__ import annotations

import re

from sayso.read.lines import Line

_MOST = 600  # characters of a caption
_NAME = r"[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,3}"
_AFTER = r"(?:^|(?<=[.!?)…”’\"] )|(?<=caption ))"  # a credit is a sentence of its own
_CREDIT = re.compile(
    r"(?:"
    r"\((?:[\w./ ]{0,30}[ /])?(?:[Pp]hoto(?:graph)?|[Ii]mage|[Pp]icture)s?"
    r"(?: (?:by|courtesy|credit))?\s?[:/][^()]{1,80}\)"
    r"|\((?:[\w./& ]{1,40}[ /])?(?:Images|[Ff]ile(?: [Pp]hoto)?|Photo|Handout)\)"
    rf"|\({_NAME}\s?/\s?{_NAME}\)"
    r"|\b(?:Photo|Photograph|Picture|Image|Pic)s?(?: [Cc]redit| [Bb]y| [Cc]ourtesy(?: of)?)?\s?[:/]"
    r".{1,80}"
    r"|\b(?:Photo|Photograph|Picture|Image)s? (?:[Cc]redit|[Bb]y|[Cc]ourtesy(?: of)?) [^.]{1,60}"
    r"|\bImages|\bFile Photo|\([Cc]redit: ?[^()]{2,80}\)"
    rf"|{_AFTER}[A-Z]{{3,12}}\s?/\s?{_NAME}(?:/[A-Z][\w ]{{1,30}})?"
    rf"|{_AFTER}{_NAME}/(?:via )?[A-Z]{{2,8}}"
    r"|/via [A-Z]{2,12}"
    r"|\|\s[\w .]{1,30}\s\|\s[\w .]{1,30}"
    r")(?: ?- [A-Z0-9]{8,14})?\.?$"
)
_OWNER = re.compile(r"©\s?(?!\d|[Cc]opyright)\S")
_SIDE = re.compile(
    r"\((?:(L|left|far left|top)|(R|right|far right|bottom|C|cent(?:er|re)))\b[^)]{0,20}\)"
)
_PICTURE = re.compile(
    r"\b(?:gives|speaks|looks (?:on|at|out)|attends|addresses|stands|sits|walks|shakes hands"
    r"|listens|gestures|arrives|leaves|waves|holds|delivers|answers|reacts|smiles|waits"
    r"|poses (?:at|beside|during|for|in|next|on|with)|talks (?:to|with)|watches|inspects"
    r"|greets|rides|marches|hugs|kisses)\b"
    r"|\b(?:seen|pictured|shown|photographed) (?:here|from|in|on|at|during|with|leaving|arriving"
    r"|speaking|after|before|above|below)\b"
)
_TOLD = re.compile(
    r"\b(?:was|were|had|has|have|will|would|could|said|says|told|tells|claims?|asks)\b"
)
_MENU = re.compile(r"\s*[>›»|·•]\s*|\s+/\s+|\s{2,}")
_ALT = re.compile(r" [-–|] ((?:The )?[A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20}){0,2})$")


def caption(line: Line) -> bool:
    """Whether a line shows by its build that it stands under a picture."""
    if len(line.text) > _MOST:
        return False
    if _OWNER.match(line.bare):
        return True
    return _CREDIT.search(line.text) is not None or _left_and_right(line)


def _left_and_right(line: Line) -> bool:
    """Both sides are named. "(R)" alone is a party in America, in a sentence too."""
    sides = [(match[1] is not None) for match in _SIDE.finditer(line.text)]
    return len(set(sides)) == 2 and not line.final


def of_picture(line: Line) -> bool:
    """Whether a sentence that stands before the report may describe a picture."""
    if line.words > 35 or any(mark in line.text for mark in '"“”'):
        return False
    return _PICTURE.search(line.text) is not None and not _TOLD.search(line.text)


def menu(line: Line) -> bool:
    """Whether a line is a row of links or a path: "News > World", "News | Sport | Money"."""
    if len(line.text) > 150 or any(char.isdigit() for char in line.text):
        return False
    parts = _MENU.split(line.bare)
    return len(parts) >= 2 and all(part and part.count(" ") <= 2 for part in parts)


def alt_name(line: Line) -> str | None:
    """The name behind the dash in a picture's text: "Main square - Valley International"."""
    match = _ALT.search(line.text) if len(line.text) <= _MOST and not line.final else None
    return match[1] if match else None


def foreign(line: Line) -> bool:
    """Whether most letters of a short line are in another script than Latin."""
    if line.words > 15 or len(line.text) > 300:
        return False
    letters = [char for char in line.text if char.isalpha()]
    other = sum(1 for char in letters if char > "\u024f" and not "\u1e00" <= char <= "\u1eff")
    return len(letters) >= 3 and other > 0.6 * len(letters)
