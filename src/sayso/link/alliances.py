"""States that speak for one side in another's mouth: members of standing alliances.

"Their side" of an accusation is wider than one state. Only treaties of common defence count, so
that no one is put on a side by opinion.
"""

from __future__ import annotations

_TREATIES = (
    "United States|United Kingdom|France|Germany|Italy|Canada|Belgium|Netherlands|Luxembourg"
    "|Denmark|Norway|Iceland|Portugal|Greece|Spain|Poland|Hungary|Czechia|Slovakia|Slovenia|Bulgaria"
    "|Romania|Estonia|Latvia|Lithuania|Croatia|Albania|Montenegro|North Macedonia|Finland|Sweden"
    "|the West|European Union",
    "Russia|Belarus|Kazakhstan|Kyrgyzstan|Tajikistan|Armenia",
    "Saudi Arabia|United Arab Emirates|Bahrain|Kuwait|Oman|Qatar",
)
_ALLIES = [frozenset(f"={name}" for name in treaty.split("|")) for treaty in _TREATIES]


def allies(lands: frozenset[str]) -> frozenset[str]:
    """The other states of the alliances that these belong to, each as "=Country"."""
    found = (treaty for treaty in _ALLIES if treaty & lands)
    return frozenset().union(*found) - lands
