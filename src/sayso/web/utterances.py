"""The one-utterance groups of a large case, worked out anew only where something has changed.

Ties fall into clusters that no tie joins to each other, and a verdict changes nothing outside the
cluster of its tie. So clusters are kept as long as the ties stay, and the groups of each as long as
the verdicts on its ties do.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.link.groups import Group, groups
from sayso.model.relation import Relation, RelationKind, Verdict
from sayso.store.desk import Desk


@dataclass(slots=True)
class _Cluster:
    """Ties that hang together. claims: at their ends, sorted. made: the groups of them under the
    verdicts in `decided`."""

    ties: tuple[Relation, ...]
    claims: tuple[str, ...]
    decided: Mapping[str, Verdict] = field(default_factory=dict)
    made: tuple[Group, ...] = ()

    def groups(self, decided: Mapping[str, Verdict]) -> tuple[Group, ...]:
        if not self.made or decided != self.decided:
            self.decided, self.made = decided, groups(self.claims, self.ties, decided)
        return self.made


class Utterances:
    """The groups of a case, for several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of: int | None = None
        self._clusters = list[_Cluster]()
        self._home = dict[str, int]()

    def all(self, desk: Desk) -> list[Group]:
        """Every group, those with most reports first."""
        with self._lock:
            self._look(desk)
            decided = defaultdict[int, dict[str, Verdict]](dict)
            for tie, verdict in desk.verdicts_on_ties().items():
                if tie in self._home:
                    decided[self._home[tie]][tie] = verdict
            made = [
                group
                for n, cluster in enumerate(self._clusters)
                for group in cluster.groups(decided.get(n, {}))
            ]
        return sorted(made, key=lambda group: (-len(group.claims), group.claims[0]))

    def _look(self, desk: Desk) -> None:
        """The ties, read again where they are others."""
        state = desk.ties_state(RelationKind.SAME_UTTERANCE)
        if state != self._of:
            ties = desk.bare_ties([RelationKind.SAME_UTTERANCE])
            self._clusters = [_Cluster(some, _ends(some)) for some in clusters(ties)]
            self._home = {tie.id: n for n, one in enumerate(self._clusters) for tie in one.ties}
            self._of = state


def clusters(ties: Sequence[Relation]) -> Iterator[tuple[Relation, ...]]:
    """The ties that hang together over their claims, each cluster once."""
    over = dict[str, str]()

    def top(made: str) -> str:
        while (above := over.setdefault(made, made)) != made:
            over[made] = over.setdefault(above, above)
            made = above
        return made

    for tie in ties:
        over[top(tie.left)] = top(tie.right)
    found = defaultdict[str, list[Relation]](list)
    for tie in ties:
        found[top(tie.left)].append(tie)
    return map(tuple, found.values())


def _ends(ties: Iterable[Relation]) -> tuple[str, ...]:
    return tuple(sorted({end for tie in ties for end in (tie.left, tie.right)}))
