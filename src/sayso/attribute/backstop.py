"""Two turns of phrase that are attributions on their face, for where the encoder passes them over.

"According to NAME, ..." and "..., according to NAME." always attribute; and what stands beside "an
allegation NAME has denied" is a denial, whose content is the allegation itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.attribute.tidy import Draft, Shelf
from sayso.model.parsed import Parsed
from sayso.model.span import Span

_NAME = r"(?P<source>(?:the|a|an|its|his|her|their|[A-Z0-9])[^,;:.\"“”\n]{1,80}?)"
_FIRST = re.compile(rf"\s*(?P<cue>According to) {_NAME}, (?P<content>[^\n]{{12,400}}?)[.!?]?\s*$")
_LAST = re.compile(rf"\s*(?P<content>[^\n]{{12,400}}?), (?P<cue>according to) {_NAME}[.]?\s*$")
_CHARGE = r"(?:an? |the |that |those |these )?(?:allegation|accusation|claim|charge|report)s?"
_DENIED = re.compile(
    rf"\b(?P<content>{_CHARGE}) (?:that |which )?"
    r"(?P<source>(?:the )?[A-Z][\w.’'-]{1,30}(?: [A-Z][\w.’'-]{1,30}){0,3})"
    r" (?P<cue>(?:has |have |had )?(?:also |quickly |repeatedly |strongly )?"
    r"(?:den(?:ied|ies|y)|reject(?:ed|s)|dismiss(?:ed|es)|disput(?:ed|es)))\b"
)
_DENIED_BY = re.compile(
    rf"\b(?P<content>{_CHARGE}) (?:that was |which was )?"
    r"(?P<cue>(?:quickly |repeatedly |strongly |later |promptly )?"
    r"(?:denied|rejected|dismissed|disputed)) by "
    r"(?P<source>(?:the |an? |its |his |her |their )?[\w’'-]{2,30}(?: [\w’'-]{1,30}){0,7})"
    r"(?=[.,;]|$)"
)
_SURE = (-0.5, -0.4, -0.5)  # as parts of a Draft: less sure than what the encoder sees


def backstop(parsed: Parsed, drafts: Sequence[Draft]) -> list[Draft]:
    """Such attributions, where no draft has their cue."""
    cues = Shelf(draft.cue for draft in drafts if draft.cue)
    furniture = Shelf(item.span for item in parsed.document.furniture)
    found = []
    for match in _matches(parsed):
        source, cue, content = (Span(*match.span(role)) for role in ("source", "cue", "content"))
        if not cues.near(cue) and not furniture.near(Span(match.start(), match.end())):
            found.append(Draft(source, cue, (content,), _SURE))
    return found


def _matches(parsed: Parsed) -> Iterator[re.Match[str]]:
    text = parsed.document.text.replace("\u00a0", " ")  # as wide, so that places stay
    for sentence in parsed.sentences:
        for pattern in (_FIRST, _LAST):
            if match := pattern.match(text, sentence.start, sentence.end):
                yield match
                break
        yield from _DENIED.finditer(text, sentence.start, sentence.end)
        yield from _DENIED_BY.finditer(text, sentence.start, sentence.end)
