"""How a pronoun and a name stand to one another, as log-odds that they are one: what a learned
score of two places does not see. The weights come from a logistic regression on GAP's test and
validation passages, without the learned score, which had learned from the same ones; its own weight
is set by hand.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from sayso.model.span import Span

Same = Callable[[Sequence[tuple[Span, Span]]], Sequence[float]]

_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]\w+(?: [A-Z][\w.]+)*")
_TIED = re.compile(  # "with Roe", "by his aide Roe": no subject
    r"\b(?:of|with|by|to|for|from|in|on|at|and|against|as|like|about|between|under|after|than"
    r"|that|or)\s+(?:[A-Z][\w.]*\s+|his |her |the |\w+ )?$"
)
_VERB = re.compile(
    r"(?: \([^)]*\))?(?:,[^,.]{3,60},)? (?:(?:had|did|would|will|also|then|later|could|can|who"
    r"|never|first)\b|\w+(?:ed|s)\b)"
)
_CLAUSE = re.compile(
    r"(?:[,;]|and|that|but|when|as|where|because|while|after|before|which) $"
)  # what stands before a subject
_OF = re.compile(r"\bof (?:[A-Z][\w.]* )?$")
_OBJECT_ENDS = re.compile(
    r"[\s\"”’]*(?:[.,;:?!)]|(?:to|in|on|at|for|and|with|as|from|by|that|when)\b|$)"
)
_LEARNED = 0.7  # weight of a learned score's log-odds beside these
_LEAST = 1e-4
_BEHIND = 25  # characters before a name in which a preposition ties it


def logit(chance: float) -> float:
    """The log-odds of a chance, which is kept off 0 and 1."""
    kept = min(max(chance, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))


def likeness(same: Same, one: Span, others: Sequence[Span]) -> list[float]:
    """The log-odds of a learned score that `one` names the same as each of the others. Asked both
    ways round: the score of a pair depends on which comes first."""
    pairs = [(one, other) for other in others] + [(other, one) for other in others]
    odds = [logit(chance) for chance in same(pairs)]
    ways = zip(odds[: len(others)], odds[len(others) :], strict=True)
    return [(there + back) / 2 for there, back in ways]


def learned(odds: float) -> float:
    """The log-odds of a learned score, as they add to those of `log_odds`."""
    return _LEARNED * odds


def log_odds(text: str, pronoun: Span, name: Span, sentences: Sequence[Span]) -> float:
    """Higher for names that stand where an antecedent does; 0 is no likelihood of its own: only
    differences between names for one pronoun count. sentences: of the text, in order."""
    before = name.start < pronoun.start
    first, last = min(name.end, pronoun.end), max(name.start, pronoun.start)
    ends = sum(first <= sentence.start <= last for sentence in sentences)
    apart = math.log1p(len(text[first:last].split()))
    points = 0.66 * (ends == 0) + 0.21 * (ends == 1) + _binding(text, pronoun, name, ends)
    points += 0.72 * (name.cut(text).split()[-1] in text[first:last])
    if before:
        between = math.log1p(len(_NAME.findall(text, first, last)))
        points += 0.09 - 0.56 * between
        points += 2.03 * (ends == 1 and _opens(pronoun, name, text, sentences))
    else:
        points -= 0.22 * apart + 1.31 * _is_subject(text, pronoun)
    return points + _standing(text, name, sentences)


def _binding(text: str, pronoun: Span, name: Span, ends: int) -> float:
    """ "Roe hit him": an object is not the subject of its sentence; "Roe and her dog" may be."""
    low = pronoun.cut(text).lower()
    if ends or low in ("he", "she"):
        return 0.0
    if low == "him" or (low == "her" and _OBJECT_ENDS.match(text, pronoun.end)):
        return -0.94 * (_VERB.match(text, name.end) is not None)
    return 0.26


def _opens(pronoun: Span, name: Span, text: str, sentences: Sequence[Span]) -> bool:
    """Whether a subject follows a sentence that begins with the name."""
    subject = pronoun.cut(text).lower() in ("he", "she")
    return subject and any(0 <= name.start - sentence.start < 3 for sentence in sentences)


def _is_subject(text: str, pronoun: Span) -> bool:
    opens = text[pronoun.start].isupper()
    return opens or _CLAUSE.search(text[max(0, pronoun.start - 9) : pronoun.start]) is not None


def _standing(text: str, name: Span, sentences: Sequence[Span]) -> float:
    """What speaks for a name as the subject and topic."""
    own = next((s for s in sentences if s.start <= name.start < s.end), name)
    lead = text[max(0, name.start - _BEHIND) : name.start]
    tied = (_TIED.search(lead) is not None) + 1.1 * (_OF.search(lead) is not None)
    verb = _VERB.match(text, name.end) is not None
    alone = _NAME.search(text, own.start, name.start) is None
    times = math.log(max(1, text.count(name.cut(text).split()[-1])))
    return 0.89 * verb - 0.71 * tied + 0.09 * alone + 0.88 * times
