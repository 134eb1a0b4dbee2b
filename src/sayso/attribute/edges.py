"""Attributions at the edge of a sentence, for where the encoder passes them over.

"Accusing the town of neglect, Ana Corrin ..." accuses in a clause whose speaker is that of the main
clause. "The bridge will fall, Ana Corrin assumed before the vote." ends in who thinks so. And what
is so "as confirmed by the harbour office" has a second voice. Each holds on its face only beside a
name, so names are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.attribute.cue_lexicon import CLASS_OF, lemma
from sayso.attribute.tidy import Draft, Shelf
from sayso.model.parsed import Parsed
from sayso.model.span import Span

_NAME = r"(?:(?:[Tt]he|[Aa]n?) )?[A-Z][\w.’'-]*(?: (?:of |for |the )*[A-Z][\w.’'-]*){0,8}"
_OPENING = re.compile(
    r"(?P<cue>Accusing|Acknowledging|Admitting|Alleging|Announcing|Arguing|Asserting|Blaming"
    r"|Claiming|Condemning|Confirming|Criticising|Criticizing|Declaring|Denouncing|Denying"
    r"|Insisting|Noting|Saying|Stating|Suggesting|Warning) "
    r"(?!(?:to|from|in|on|at|by|so|nothing) )(?P<content>[^\n]{12,300}?), "
    rf"(?P<source>{_NAME})"
)
_TELLS = frozenset({"say", "claim", "deny", "admit", "confirm", "warn", "think"})
_CLOSING = re.compile(
    r"(?P<content>[^\n\"“”]{30,600}), "
    rf"(?P<source>{_NAME}) (?P<cue>[a-z]{{3,14}}ed)"
    r"(?: (?:before|after|during|in|on|at|while|when|to (?:reporters|journalists))\b"
    r"[^\n,;:]{2,120})?"
    r"[.]"
)
# What begins so is a circumstance of the main clause, and no content.
_CIRCUMSTANCE = re.compile(
    r"(?:when|as|after|before|while|if|although|though|because|since|during|in|on|at|with|despite"
    r"|until|unlike|to|for|from|by|under|over|\w+ing)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"[A-Z][A-Z .’'-]{1,40}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?[.,]? ?"
    r"(?:/[A-Z][\w-]*/\.?|\([A-Z][\w -]*\))? ?[—–-]* "
)
_VOICE = re.compile(
    r", (?P<cue>as (?:confirmed|reported|acknowledged|admitted|claimed|stated|noted|announced) by)"
    rf" (?P<source>{_NAME}(?: [a-z]+(?=[,.]))?)"
)
_SURE = (-0.5, -0.4, -0.5)  # as parts of a Draft: less sure than what the encoder sees


def edges(parsed: Parsed, drafts: Sequence[Draft]) -> list[Draft]:
    """Such attributions, where no draft has their cue."""
    text = parsed.document.text.replace("\u00a0", " ")  # as wide, so that places stay
    cues = Shelf(draft.cue for draft in drafts if draft.cue)
    contents = Shelf(span for draft in drafts for span in draft.content)
    sources = {draft.source.start: draft.source for draft in drafts if draft.source}
    names = Shelf(mention.span for mention in parsed.mentions if mention.label != "MISC")
    furniture = Shelf(item.span for item in parsed.document.furniture)
    found = []
    for draft in _candidates(text, parsed.sentences, contents):
        assert draft.source is not None
        assert draft.cue is not None
        source = sources.get(draft.source.start, draft.source)
        known = cues.near(draft.cue) or furniture.near(draft.cue)
        if not known and names.near(source):
            found.append(Draft(source, draft.cue, draft.content, _SURE))
    return found


def _candidates(text: str, sentences: Sequence[Span], contents: Shelf) -> Iterator[Draft]:
    for sentence in sentences:
        if match := _OPENING.match(text, sentence.start, sentence.end):
            yield _draft(match)
        elif found := _closing(text, sentence, contents):
            yield found
        for match in _VOICE.finditer(text, sentence.start, sentence.end):
            yield _voiced(match, sentence, contents)


def _draft(match: re.Match[str]) -> Draft:
    source, cue, content = (Span(*match.span(role)) for role in ("source", "cue", "content"))
    return Draft(source, cue, (content,), _SURE)


def _closing(text: str, sentence: Span, contents: Shelf) -> Draft | None:
    dateline = _DATELINE.match(text, sentence.start, sentence.end)
    start = dateline.end() if dateline else sentence.start
    match = _CLOSING.fullmatch(text, start, sentence.end)
    if match is None or CLASS_OF.get(lemma(match["cue"])) not in _TELLS:
        return None
    draft = _draft(match)
    told = contents.near(draft.content[0]) or _CIRCUMSTANCE.match(match["content"])
    return None if told else draft


def _voiced(match: re.Match[str], sentence: Span, contents: Shelf) -> Draft:
    """The content of a second voice is that of the first, up to where it comes in."""
    first = max(
        (span.start for span in contents.near(Span(match.start(), match.end()), 1)),
        default=sentence.start,
    )
    start = first if sentence.start <= first < match.start() else sentence.start
    source, cue = (Span(*match.span(role)) for role in ("source", "cue"))
    return Draft(source, cue, (Span(start, match.start()),), _SURE)
