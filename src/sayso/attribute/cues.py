"""What kind of act a cue reports, and whether the text says that the act was withheld.

`classify_cue` reads the cue in its clause: phrases first ("cast doubt on", "called for"), then
the first word that tells a class, looking through words that only carry another ("made a
promise", "tried to explain", "was expected to announce").  Negation belongs to the act and not
to what was said: "did not deny" is a denial, negated; "said it was not so" is not negated.
It knows English only, and reads no further than the clause: irony and hearsay are beyond it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from . import cue_lexicon as lexicon
from .cue_context import Spot, in_context
from .cue_lexicon import CLASS_OF, LIGHT, NEGATORS, WITHHOLD, lemma

Place = tuple[int, int]

_WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)*|'[a-z]+")
_MARK: Final = re.compile(r"[.!?,;:()\[\]\n\"“”―—]|''|--| - ")
_JOINT: Final = re.compile(r"\b(?:and|but)\b")
# Negative in form only.
_NO_DENIAL: Final = re.compile(
    r"\bnot (?:only|just|merely|simply)\b|\bno (?:doubt|wonder)\b|\bno (?=secret)|\bwithout doubt\b"
)
# "Nor did [the mayor] say", "it is not that [she] thinks": negation ahead of the source.
_AHEAD: Final = re.compile(
    r"(?:\bnor|\bnever|\bnot once) (?:did|do|does|has|have|had|will|would|could|can|is|was|were)$"
    r"|\bnot (?:mean )?that$|\bnot mean$"
)
_MILD: Final = frozenset(("say", "think", "other"))
_BACK, _ON = 90, 60  # characters to look at before and after the cue


@dataclass(frozen=True, slots=True)
class CueReading:
    """How a cue is to be read.

    cue_class: the act, one of the twelve classes of the contract.
    negated: True where the text says that the act did not take place ("refused to confirm").
    """

    cue_class: str
    negated: bool


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words that matter, in lower case.

    before: between the source (or the start of the clause) and the cue.
    cue: the words of the cue, without those of the content.
    after: from the cue to the next mark, so that "asked" meets its "to" or "whether".
    content: the first words of the content.
    """

    before: list[str]
    cue: list[str]
    after: list[str]
    content: list[str]


@dataclass(frozen=True, slots=True)
class _Head:
    """The word that decides: its class, and its place among the words of the cue."""

    cue_class: str
    at: int


def classify_cue(
    text: str, cue: Place | None, source: Place | None, content: Sequence[Place]
) -> CueReading:
    """The act that `cue` reports in its clause; offsets count characters of `text`.

    Without a cue the words between source and content decide; where they tell nothing, as in
    "Ministry: no casualties", the act is plain saying.
    """
    if cue is None:
        return _without_cue(text, source, content)
    clause = _clause(text, cue, source, content)
    head = _head(clause)
    ahead = source is not None and _negated_ahead(text, cue, source)
    return CueReading(head.cue_class, _negated(clause, head, ahead))


def _without_cue(text: str, source: Place | None, content: Sequence[Place]) -> CueReading:
    gap = _gap(source, content)
    if gap is None or "\n" in text[gap[0] : gap[1]]:
        return CueReading("say", False)
    reading = classify_cue(text, gap, source, content)
    return reading if reading.cue_class != "other" else CueReading("say", reading.negated)


def _gap(source: Place | None, content: Sequence[Place]) -> Place | None:
    """The place between the source and the nearest content, if it is short."""
    if source is None or not content:
        return None
    gaps = [(min(source[1], c[1]), max(source[0], c[0])) for c in content]
    nearest = min(gaps, key=lambda gap: gap[1] - gap[0])
    return nearest if 0 < nearest[1] - nearest[0] <= _ON else None


# ------------------------------------------------------------------ the words of the clause


def _words(text: str) -> list[str]:
    plain = text.lower().replace("’", "'")
    if "no" in plain or "n't" in plain or "without" in plain:
        plain = plain.replace("n't", " not").replace("cannot", "can not")
        plain = _NO_DENIAL.sub(" ", plain)
    return _WORD.findall(plain)


def _clause(text: str, cue: Place, source: Place | None, content: Sequence[Place]) -> _Clause:
    start, end = cue
    back = max([0, start - _BACK, *(c[1] for c in content if c[1] <= start)])
    if source is not None and back < source[1] <= start:
        back = source[1]
    first = min((c[0] for c in content if c[0] >= end), default=None)
    opening = content[0] if first is None and content else (first or 0, (first or 0) + _ON)
    return _Clause(
        before=_words(_JOINT.split(_MARK.split(text[back:start])[-1])[-1])[-6:],
        cue=_words(_outside(text, cue, content)),
        after=_words(_MARK.split(text[end : end + _ON], maxsplit=1)[0]),
        content=_words(text[opening[0] : min(opening[1], opening[0] + _ON)])[:5],
    )


def _outside(text: str, cue: Place, content: Sequence[Place]) -> str:
    """The cue without content that stands within it; a cue of one piece stays as it is."""
    start, end = cue
    for left, right in content:
        if start < left and right < end:
            return text[start:left] + " " + text[right:end]
    return text[start:end]


# ------------------------------------------------------------------ which word decides


def _head(clause: _Clause) -> _Head:
    """The first word or phrase that tells a class, or what the light words say alone."""
    found = list(_candidates(clause))
    if not found:
        return _fallback(clause)
    by = (head for head in found if head.at and clause.cue[head.at - 1] == "by")
    told = next((head for head in by if clause.cue[head.at].endswith("ing")), None)
    if told is not None:  # "ended his speech by thanking"
        return told
    head = found[0]
    if head.cue_class == "say":
        return next((later for later in found[1:] if _sharper(clause.cue, head, later)), head)
    return head


def _sharper(cue: list[str], head: _Head, later: _Head) -> bool:
    """Whether a later word tells more than plain saying: "released a statement denying"."""
    venue = lemma(cue[head.at]) in lexicon.VENUES and cue[max(0, head.at - 3)] in ("in", "at", "on")
    return venue or (later.cue_class not in _MILD and cue[later.at].endswith("ing"))


def _candidates(clause: _Clause) -> list[_Head]:
    words, lemmas = clause.cue, [lemma(word) for word in clause.cue]
    kept = [at for at, word in enumerate(words) if not _skipped(word)]
    found: list[_Head] = []
    for order, at in enumerate(kept):
        phrase, length = _phrase(clause, [lemmas[k] for k in kept[order:]])
        if phrase is not None:
            found.append(_Head(phrase, kept[min(order + length, len(kept) - 1)]))
        elif lemmas[at] in lexicon.SILENT:
            found.append(_Head("say", at))
        elif lemmas[at] in LIGHT or lemmas[at] in WITHHOLD or _leans(lemmas, kept, order):
            continue
        elif lemmas[at] in CLASS_OF:
            found.append(_Head(_in_context(clause, at, lemmas[at]), at))
    return found


def _skipped(word: str) -> bool:
    return (
        word in lexicon.SKIPPED
        or word in NEGATORS
        or (word.endswith("ly") and word not in CLASS_OF)
    )


def _leans(lemmas: list[str], kept: list[int], order: int) -> bool:
    """ "Is expected to announce": the verb that follows tells the act."""
    at = kept[order]
    passive = at > 0 and any(lemmas[k] == "be" for k in range(max(0, at - 3), at))
    follows = [lemmas[k] for k in kept[order + 1 :]]
    return (
        lemmas[at] in lexicon.PASSIVE_LEANERS
        and passive
        and any(word in CLASS_OF for word in follows)
    )


def _phrase(clause: _Clause, lemmas: list[str]) -> tuple[str | None, int]:
    """The class of a phrase that starts with the first of `lemmas`, and its further words."""
    ways = lexicon.PHRASES_FROM.get(lemmas[0])
    if ways is None:
        return None, 0
    line = lemmas[1:] + [lemma(word) for word in clause.after[:4] if not _skipped(word)][:2]
    matched = ((cue_class, _match(rest, line)) for rest, cue_class in ways)
    return next(((cue_class, n) for cue_class, n in matched if n is not None), (None, 0))


def _match(rest: tuple[str, ...], line: list[str]) -> int | None:
    """How many words of `line` the phrase takes, if it fits; "*" takes up to two of them."""
    if not rest:
        return 0
    if rest[0] == "*":
        tries = ((skip, _match(rest[1:], line[skip:])) for skip in range(3))
        return next((skip + n for skip, n in tries if n is not None), None)
    after = _match(rest[1:], line[1:]) if line and line[0] == rest[0] else None
    return None if after is None else after + 1


def _in_context(clause: _Clause, at: int, word: str) -> str:
    before = clause.cue[at - 1] if at else ""
    following = clause.cue[at + 1 :] + clause.after
    return in_context(word, Spot(clause.cue[at], before, following, clause.content))


def _fallback(clause: _Clause) -> _Head:
    """No word told a class: a light word with its object in the content, or nothing at all."""
    lemmas = [lemma(word) for word in clause.cue]
    light = [word for word in lemmas if word in LIGHT or word in WITHHOLD]
    if light:
        return _Head(_carried(light, clause.content) or _alone(light), len(lemmas))
    told = any(
        len(word) > 3 and word not in lexicon.BARE and not _skipped(word) for word in clause.cue
    )
    return _Head("other" if told else "say", len(lemmas))


def _carried(light: list[str], content: list[str]) -> str | None:
    """The act that the content names: "offered {some pointed advice}", "declined {to comment}"."""
    if not content or _alone(light) in ("think", "demand"):
        return None
    express = any(word in lexicon.EXPRESS for word in light)
    if content[0] == "to":
        words = content[1:2]
    else:
        words = content[content[0] in lexicon.OBJECT_STARTS :] if express else content[1:]
        words = words if express or content[0] in lexicon.OBJECT_STARTS else []
    known = (CLASS_OF[word] for word in map(lemma, words) if word in CLASS_OF)
    return next((cue_class for cue_class in known if express or cue_class != "think"), None)


def _alone(light: list[str]) -> str:
    """ "As [he] has" is plain saying; "met" and its like tell nothing."""
    bare = "say" if set(light) <= {"be", "have", "do"} else "other"
    return next((lexicon.ALONE[word] for word in light if word in lexicon.ALONE), bare)


# ------------------------------------------------------------------ whether it took place


def _negated(clause: _Clause, head: _Head, ahead: bool) -> bool:
    """Whether the act is denied or withheld; "never failed to say" is neither."""
    words = clause.before + clause.cue[: head.at + 1]
    denied = ahead or any(word in NEGATORS for word in words) or _says_nothing(clause, head)
    return denied != any(_withheld(words, at) for at in range(len(words)))


def _withheld(words: list[str], at: int) -> bool:
    """Whether the word there holds an act back; some do only before certain words."""
    word, following = lemma(words[at]), words[at + 1 : at + 4]
    if word in lexicon.HOLDS_BEFORE_ING:  # "stopped calling", "stopped short of"
        return any(form == "short" or form.endswith("ing") for form in following[:1])
    if word in lexicon.HOLDS_BEFORE:
        return any(form in lexicon.HOLDS_BEFORE[word] for form in following)
    return word in WITHHOLD or word in lexicon.SILENT


def _says_nothing(clause: _Clause, head: _Head) -> bool:
    return "nothing" in clause.cue[head.at + 1 :] + clause.after[:1]


def _negated_ahead(text: str, cue: Place, source: Place) -> bool:
    """Whether the source is "no one" and its like, or a negation stands before it."""
    if source[0] >= cue[0]:
        return False
    words = _words(text[source[0] : min(source[1], source[0] + _ON)])
    after = source[0] + len(words[0]) if words else 0
    if words and words[0] in lexicon.QUANTIFIERS and text[after : after + 1] != ".":  # not "No. 2"
        return True
    return _AHEAD.search(" ".join(_words(text[max(0, source[0] - 30) : source[0]]))) is not None
