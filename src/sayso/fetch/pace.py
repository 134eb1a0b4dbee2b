"""How often one host is asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from sayso.fetch.base import Clock


@dataclass(slots=True)
class Pace:
    """Lets so many seconds go by between two requests to one host.

    seconds: at least; a site may ask for more. clock, sleep: injected by tests.
    """

    seconds: float
    clock: Clock = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _free: dict[str, float] = field(default_factory=dict)

    def wait(self, host: str, more: float = 0.0) -> None:
        """Wait until the host may be asked, and take that turn. more: seconds that it asks for."""
        left = self.until(host)
        if left > 0:
            self.sleep(left)
        self._free[host] = self.clock() + max(self.seconds, more)

    def until(self, host: str) -> float:
        """Seconds until the host may be asked; 0 for now."""
        return max(0.0, self._free.get(host, 0.0) - self.clock())

    def hold(self, host: str, seconds: float) -> None:
        """Leave the host alone for so long."""
        self._free[host] = max(self._free.get(host, 0.0), self.clock() + seconds)
