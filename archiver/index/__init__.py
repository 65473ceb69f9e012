"""Views of the log: bring a generation up to the log, build a new one beside the one that is read, verify it, switch."""

from archiver.index.check import Check, problems
from archiver.index.follow import CatchUp, Failure, Progress, catch_up, current_generation, current_of
from archiver.index.rebuild import Part, Rebuilt, awaiting, begun_before, expunge, previous, rebuild, use

__all__ = [
    "CatchUp",
    "Check",
    "Failure",
    "Part",
    "Progress",
    "Rebuilt",
    "awaiting",
    "begun_before",
    "catch_up",
    "current_generation",
    "current_of",
    "expunge",
    "previous",
    "problems",
    "rebuild",
    "use",
]
