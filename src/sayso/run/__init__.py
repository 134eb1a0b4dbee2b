"""Where work happens: one process or many. Runners know nothing of the work."""

from sayso.run.base import Done, Failed, Outcome, Runner
from sayso.run.processes import processes
from sayso.run.serial import serial

__all__ = ["Done", "Failed", "Outcome", "Runner", "processes", "serial"]
