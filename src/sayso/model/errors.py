"""What can go wrong when sayso is misused. Trouble in the data is a `Problem`, not an error.

SaysoError
├── EvidenceError      a span that its text does not hold
├── UsageError         the caller asked for something that makes no sense
│   └── UnknownNameError   no document, claim or part of that name
├── CaseError          the case cannot be used
│   ├── NotACaseError      the file is something else
│   ├── CaseVersionError   made by another version of sayso
│   ├── CaseBusyError      another process is writing to it
│   └── CaseFullError      the disk is full or the file cannot be written
└── MissingPartError   an optional part that is not installed
"""

from __future__ import annotations


class SaysoError(Exception):
    """Base of all errors that sayso raises on purpose. Its message is fit for a user."""


class EvidenceError(SaysoError):
    """A span lies outside its text, or is empty."""


class UsageError(SaysoError):
    """The caller asked for something that makes no sense."""


class UnknownNameError(UsageError):
    """Nothing goes by that name."""


class CaseError(SaysoError):
    """The case cannot be used."""


class NotACaseError(CaseError):
    """The file exists and is not a case."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is not a sayso case; choose another name for the case")


class CaseVersionError(CaseError):
    """The case was made by a version of sayso with another schema."""

    def __init__(self, path: str, found: int, known: int) -> None:
        super().__init__(
            f"{path} has schema version {found}, this sayso knows up to {known}; update sayso"
        )


class CaseBusyError(CaseError):
    """Another process is writing to the case."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is being written by another sayso; try again when it is done")


class CaseFullError(CaseError):
    """The disk is full, or the file or its folder cannot be written."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"cannot write {path}: {why}; what was added before is safe")


class MissingPartError(SaysoError):
    """An optional part is not installed."""

    def __init__(self, part: str, install: str) -> None:
        super().__init__(f"{part} is not installed; install it with: {install}")
