"""What a desk is told at its start."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sayso.model.errors import UsageError

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the desk stands and what it allows.

    case: the file. host, port: where it listens. who: whose decisions they are until a page says
    otherwise. read_only: nothing can be changed. password: asked of everybody; None: of nobody.

    Raises UsageError for an address that others can reach without a password.
    """

    case: Path
    host: str = "127.0.0.1"
    port: int = 8741
    who: str = "unknown"
    read_only: bool = False
    password: str | None = None

    def __post_init__(self) -> None:
        if self.host not in LOCAL and not self.password:
            raise UsageError(
                f"others can reach {self.host}: give a password, or leave out the address"
            )

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return (
            f"http://[{self.host}]:{self.port}/"
            if ":" in self.host
            else (f"http://{self.host}:{self.port}/")
        )

    @property
    def hosts(self) -> frozenset[str]:
        """What a browser may call this desk: any other name is somebody else's that leads here."""
        names = {"127.0.0.1", "localhost", "[::1]"}
        if self.host not in LOCAL:
            names.add(f"[{self.host}]" if ":" in self.host else self.host)
        return frozenset({*(f"{name}:{self.port}" for name in names)} | self._bare(names))

    def _bare(self, names: set[str]) -> set[str]:
        return names if self.port == 80 else set()
